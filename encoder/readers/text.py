"""Plain text: bytes to characters, without guessing.

The order is that of RFC 3629 and the Unicode Standard 23.8: a byte-order mark, else strict UTF-8. Detection on short
texts is wrong often, so another encoding is only suggested, and the person decides with ``--encoding``.
"""

import codecs
import re
from pathlib import PurePath

from encoder.model import Finding, Source

# Longest first: the mark of UTF-32-LE begins with that of UTF-16-LE.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SIGNATURES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (DOCX, ODT, EPUB)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a compressed file"),
)
# Characters that XML 1.0 (section 2.2) does not allow.
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
SUGGESTIONS = ("gb18030", "windows-1252")
# Form feed and vertical tab end a page or a line; no other control character has a meaning in a text.
PAGE_BREAKS = {"\f": "\n", "\v": "\n"}


def read(name: str, data: bytes, encoding: str | None) -> tuple[Source | None, list[Finding]]:
    """Decode a text file.

    :returns: the source (None where it cannot be decoded) and findings S001 to S005 and S009.
    """
    if not data.strip():
        return None, [Finding("S001", name)]
    text, findings = _decode(name, data, encoding)
    if text is None:
        return None, findings
    if not any(character.isalnum() for character in text):
        return None, [Finding("S009", name)]
    forbidden = [sign for sign in FORBIDDEN.findall(text) if sign not in PAGE_BREAKS]
    if forbidden:
        words = {"count": str(len(forbidden)), "sign": f"U+{ord(forbidden[0]):04X}"}
        findings.append(Finding("S004", name, words=words))
    clean = FORBIDDEN.sub(lambda match: match[0] if match[0] in PAGE_BREAKS else "\ufffd", text)
    return Source(
        PurePath(name).name, clean, encoding=_name(data, encoding), replaced=len(forbidden)
    ), findings


def _decode(name: str, data: bytes, encoding: str | None) -> tuple[str | None, list[Finding]]:
    for mark, codec in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _named(name, data, codec, "byte-order mark" if codec != "utf-8-sig" else "")
    if encoding is not None and (b"\0" in data or not _known(encoding) or not _is_utf8(data)):
        return _named(name, data, encoding)
    kind = _binary(data)
    if kind:
        return None, [Finding("S002", name, words={"kind": kind})]
    return _named(name, data, "utf-8")


def _known(codec: str) -> bool:
    try:
        codecs.lookup(codec)
    except LookupError:
        return False
    return True


def _is_utf8(data: bytes) -> bool:
    """UTF-8 is hardly ever met by chance (RFC 3629): a name for the encoding is for files that are not UTF-8, so that one
    edition may hold both."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _named(name: str, data: bytes, codec: str, evidence: str = "") -> tuple[str | None, list[Finding]]:
    try:
        text = data.decode(codec)
    except LookupError:
        words = {
            "byte": "?",
            "offset": "0",
            "guess": f"; '{codec}' is no encoding that Python knows",
            "suggestion": "NAME",
        }
        return None, [Finding("S003", name, words=words)]
    except UnicodeDecodeError as error:
        guess = suggest(data)
        words = {
            "byte": f"0x{data[error.start]:02x}",
            "offset": str(error.start),
            "suggestion": guess or "NAME",
            "guess": f"; it reads as {guess}" if guess else "",
        }
        line = data.count(b"\n", 0, error.start) + 1
        return None, [Finding("S003", name, line=line, words=words)]
    told = [Finding("S005", name, words={"encoding": codec, "evidence": evidence})] if evidence else []
    return text, told


def suggest(data: bytes) -> str | None:
    """An encoding in which the bytes make text; None where nothing is likely. Never used without being asked.

    In GB 18030 the bytes of a Chinese text come in pairs that make ideographs; in Windows-1252 bytes over 0x7f are
    single letters or quotation marks between ASCII letters.
    """
    for codec in SUGGESTIONS:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        high = [character for character in text if ord(character) > 0x7F]
        if codec == "gb18030":
            likely = sum(
                "\u4e00" <= c <= "\u9fff" or "\u3000" <= c <= "\u303f" or "\uff00" <= c <= "\uff5e"
                for c in high
            )
            runs = re.findall("[\u4e00-\u9fff\u3000-\u303f]{2,}", text)
            if likely >= 0.9 * len(high) and sum(map(len, runs)) >= 0.5 * len(high):
                return codec
        elif not FORBIDDEN.search(text):
            return codec
    return None


def _binary(data: bytes) -> str:
    for signature, kind in SIGNATURES:
        if data.startswith(signature):
            return kind
    head = data[:4096]
    if head.count(0) > len(head) // 8:  # UTF-16 without its mark has every other byte zero
        even, odd = head[::2].count(0), head[1::2].count(0)
        if max(even, odd) > 3 * len(head) // 8 > 4 * min(even, odd):
            return f"UTF-16 without a byte-order mark (name it: --encoding utf-16-{'le' if odd > even else 'be'})"
        return "a binary file"
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\v\x1b" for byte in head)
    return "a binary file" if controls > len(head) // 10 else ""


def _name(data: bytes, encoding: str | None) -> str:
    marked = next((codec for mark, codec in BYTE_ORDER_MARKS if data.startswith(mark)), "")
    return marked or ("utf-8" if encoding is None or (b"\0" not in data and _is_utf8(data)) else encoding)
