"""The examples of the manual (tests/spec/*.md): typed text above a line with a full stop, TEI below.

`python -m tests.manual --write` puts what the program gives below every example; the difference is then reviewed.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from encoder import brackets, edition
from encoder.inline.attach import attach
from encoder.inline.parse import parse
from encoder.markup import TEI, Builder, Hands
from encoder.model import Source
from encoder.pipeline import document

FOLDER = Path(__file__).with_name("spec")
_EXAMPLE = re.compile(r"^```example(?P<facts>[^\n]*)\n(?P<typed>.*?)\n\.\n(?P<tei>.*?)^```$", re.M | re.S)


@dataclass(frozen=True)
class Example:
    file: Path
    line: int
    facts: dict[str, str]
    typed: str
    tei: str

    @property
    def name(self) -> str:
        return f"{self.file.name}:{self.line}"


def examples(path: Path) -> Iterator[Example]:
    text = path.read_text(encoding="utf-8")
    for match in _EXAMPLE.finditer(text):
        facts = dict(pair.split("=") for pair in match["facts"].split())
        yield Example(
            path, text.count("\n", 0, match.start()) + 1, facts, match["typed"], match["tei"].strip()
        )


def every_example() -> list[Example]:
    return [example for path in sorted(FOLDER.glob("*.md")) for example in examples(path)]


def tei_of(example: Example) -> str:
    """What the program makes of an example, without pointers to the source and without declarations."""
    return _of_document(example) if "document" in example.facts else _of_sentence(example)


def _of_sentence(example: Example) -> str:
    content = example.typed
    nodes = parse(content)
    claims = brackets.claims(
        content,
        nodes,
        language=example.facts.get("language"),
        places=frozenset(),
        footnotes="footnotes" in example.facts,
    )
    holder = etree.Element(TEI + "p", nsmap={None: TEI[1:-1]})
    build = Builder(content, brackets.ENCODERS, lambda element, form: None, Hands({}), {}, {})
    build.items(holder, attach(nodes, claims))
    return _bare(holder).removeprefix("<p>").removesuffix("</p>")


def _of_document(example: Example) -> str:
    shop = document.workshop(edition.bare(Path("nowhere")))
    root = document.encode(Source("example.txt", example.typed), shop, "schema").root
    where = example.facts["document"].replace("/", f"/{TEI}")
    return "\n".join(_bare(child) for child in root.findall(f".//{TEI}{where}/*"))


def _bare(element: etree._Element) -> str:
    for one in element.iter():
        one.attrib.pop("source", None)
    text = etree.tostring(element, encoding="unicode", with_tail=False)
    return text.replace(' xmlns="http://www.tei-c.org/ns/1.0"', "")


def write() -> None:
    for path in sorted(FOLDER.glob("*.md")):
        path.write_text(_EXAMPLE.sub(_filled, path.read_text(encoding="utf-8")), encoding="utf-8")


def _filled(match: "re.Match[str]") -> str:
    facts = dict(pair.split("=") for pair in match["facts"].split())
    tei = tei_of(Example(FOLDER, 0, facts, match["typed"], ""))
    return f"```example{match['facts']}\n{match['typed']}\n.\n{tei}\n```"


if __name__ == "__main__" and "--write" in sys.argv:
    write()
