"""A page of each kind, looked at once and kept as a small picture (``tests/good/pages``, PGM).

``REMAKE=1 pytest tests/test_print_pages.py`` makes the pictures anew: look at them before they are committed.
"""

import dataclasses
import os
import re
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from tests.test_print import EDITION, NOTED, document, made

FOLDER = Path(__file__).parent / "good" / "pages"
SCALE = 0.35  # of 72 dots an inch
BODY = f"""<opener><note type="classification">Top Secret</note><salute>To the Ministry:</salute></opener>
<p><persName ref="../registers/persons.xml#kim">Kim Il</persName> said <gloss>yes</gloss>, <sic>publically</sic>, that
<placeName><choice><orig>Andong</orig><reg>Dandong</reg></choice></placeName> is far.
<note type="annotation" place="margin left"><label>hand</label>Not to be forced.</note></p>{NOTED[:1900].rsplit("<p>", 1)[0]}
<table><row role="label"><cell>Place</cell><cell>Families</cell></row><row><cell>Jilin</cell><cell>1,985</cell></row></table>
<list rend="numbered"><item n="1">One</item><item n="2">Two <supplied reason="lost">words</supplied></item></list>
<closer><signed>Ministry</signed></closer>"""
PERSONS = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson><person xml:id="kim"><persName type="main">Kim Il</persName>
<persName>Kim I.</persName><occupation>Guide</occupation></person></listPerson></standOff></TEI>"""
# The kinds, by words that only a page of that kind has.
KINDS = {
    "title": "A subtitle",
    "contents": r"^Contents",
    "levels": "Top Secret",
    "table": "Families",
    "register": r"^Persons",
    "concordance": r"^Concordance of",
}


@cache
def volume(root: Path) -> pypdfium2.PdfDocument:
    (root / "registers").mkdir()
    (root / "registers" / "persons.xml").write_text(PERSONS, encoding="utf-8")
    edition = dataclasses.replace(EDITION, root=root, house="critical", print={"notes": "levels"})
    return pypdfium2.PdfDocument(made([document(BODY), document(BODY)], edition)[0].data)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> pypdfium2.PdfDocument:
    return volume(tmp_path_factory.mktemp("edition"))


@pytest.mark.parametrize("kind", KINDS)
def test_page(kind: str, pages: pypdfium2.PdfDocument) -> None:
    page = next(page for page in pages if re.search(KINDS[kind], page.get_textpage().get_text_range()))
    bitmap = page.render(scale=SCALE, grayscale=True)
    seen = b"".join(
        bytes(bitmap.buffer)[row * bitmap.stride : row * bitmap.stride + bitmap.width]
        for row in range(bitmap.height)
    )
    path, head = FOLDER / f"{kind}.pgm", b"P5 %d %d 255\n" % (bitmap.width, bitmap.height)
    if os.environ.get("REMAKE"):
        path.write_bytes(head + seen)
    kept = path.read_bytes()
    assert kept.startswith(head), "another size of page"
    differences = [abs(one - other) for one, other in zip(kept[len(head) :], seen, strict=True)]
    assert sum(one > 48 for one in differences) < 0.004 * len(differences)  # one line of text is some 0.012
