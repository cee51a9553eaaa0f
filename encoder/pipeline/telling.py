"""What there is to tell of a document that has been read: each doubt with its place in the source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from encoder.findings import position
from encoder.metadata.facts import Facts
from encoder.model import Block, Bracket, Claim, Finding, Node, Source, Stray
from encoder.pipeline.marks import Marks
from encoder.tei.header import written


def of_block(
    source: Source, block: Block, nodes: tuple[Node, ...], claims: Mapping[int, Claim], marks: Marks
) -> Iterator[Finding]:
    """Findings B001 to B006, M006 and L010 of one block."""
    content = block.content.text

    def tell(code: str, at: int, **words: str) -> Finding:
        line, column = position(source.text, offset(block, at))
        return Finding(code, source.name, line, column, words)

    if block.kind == "stray":
        yield tell("B005", 0, text=content)
    elif block.degree < 1:
        yield tell("B006", 0, kind=block.kind, degree=f"{block.degree:.2g}", why=block.why)
    for match in marks.dates:
        if match.value.cert and match.value.evidence:
            text = _line(content[match.start : match.end])
            yield tell(
                "M006", match.start, text=text, date=written(match.value), evidence=match.value.evidence
            )
    for name in marks.names:
        if not name.attrs["ref"]:
            yield tell("L010", name.span.start, name=_line(content[name.span.start : name.span.end]))
    for node in every_node(nodes):
        start, end = node.span.start, node.span.end
        if isinstance(node, Stray):
            yield tell("B001", start, sign=content[start:end])
        elif isinstance(node, Bracket):
            yield from (
                tell(code, start, **words) for code, words in _of_claim(content, start, end, claims[start])
            )


def _of_claim(content: str, start: int, end: int, claim: Claim) -> Iterator[tuple[str, dict[str, str]]]:
    if claim.reading == "rendition" and (claim.host or claim.ahead):
        words = content[start - claim.host : start] if claim.host else content[end : end + claim.ahead]
        yield "B004", {"rendition": claim.attrs["rend"], "text": _line(words)}
    elif claim.degree < 1:
        other = claim.other or "another"
        degree = f"{claim.degree:.2g}"
        yield (
            "B003",
            {"text": _line(content[start:end]), "reading": claim.reading, "degree": degree, "other": other},
        )


def of_record(source: Source, known: Facts, bracketed: bool) -> Iterator[Finding]:
    """Findings M001 to M005: what the document does not say about itself."""
    if bracketed and not known.translators:
        yield Finding("M005", source.name)
    if known.title is None:
        yield Finding("M001", source.name)
    if known.date is None:
        yield Finding("M002", source.name)
    if known.reference is None:
        yield Finding("M003", source.name)
    elif not known.reference.archive:
        yield Finding("M004", source.name, words={"name": known.reference.name})


def every_node(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """All nodes of a bracket tree, outer before inner."""
    for node in nodes:
        yield node
        if isinstance(node, Bracket):
            yield from every_node(node.children)


def offset(block: Block, at: int) -> int:
    """A position of a block's content in the source."""
    for span in block.content.spans:
        if at <= len(span):
            return span.start + at
        at -= len(span) + 1
    return block.content.spans[-1].end


def _line(text: str) -> str:
    return " ".join(text.split())
