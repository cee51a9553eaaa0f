"""What the tags of a PDF say: its text in the order in which a screen reader reads it."""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

Piece = tuple[str, str]  # the tag right above some text, and the text


def tagged(pdf: bytes) -> list[Piece]:
    """The tagged text of all pages; what is no content (running heads, line numbers) is not among it."""
    return [piece for page in pypdfium2.PdfDocument(pdf) for piece in _of_page(page)]


def _of_page(page: pypdfium2.PdfPage) -> Iterator[Piece]:
    text = page.get_textpage()
    contents: dict[int, str] = {}
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=8):
        number = pdfium.FPDFPageObj_GetMarkedContentID(item.raw)
        if number >= 0:
            contents[number] = contents.get(number, "") + _utf16(
                pdfium.FPDFTextObj_GetText, item.raw, text.raw
            )
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    for index in range(pdfium.FPDF_StructTree_CountChildren(tree)):
        yield from _of_element(pdfium.FPDF_StructTree_GetChildAtIndex(tree, index), contents)
    pdfium.FPDF_StructTree_Close(tree)


def _of_element(element: Any, contents: dict[int, str]) -> Iterator[Piece]:
    kind = _utf16(pdfium.FPDF_StructElement_GetType, element)
    for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, index)
        if child:
            yield from _of_element(child, contents)
        else:
            number = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index)
            if number in contents:
                yield kind, contents.pop(number)


def _utf16(function: Any, *arguments: Any) -> str:
    size = function(*arguments, None, 0)
    buffer = ctypes.create_string_buffer(max(size, 2))
    pointer = (
        ctypes.cast(buffer, function.argtypes[-2]) if function.argtypes[-2] is not ctypes.c_void_p else buffer
    )
    function(*arguments, pointer, size)
    return buffer.raw[:size].decode("utf-16-le").rstrip("\0")
