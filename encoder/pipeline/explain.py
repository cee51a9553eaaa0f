"""Why a document is read as it is: its blocks, and for each bracket every rule that would have claimed it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from encoder import blocks as blocking
from encoder import brackets
from encoder.findings import position
from encoder.inline.parse import parse
from encoder.metadata import facts
from encoder.model import Block, Claim, Source
from encoder.pipeline.document import RECORD, Workshop, circumstances
from encoder.pipeline.telling import offset


def explain(source: Source, shop: Workshop) -> Iterator[str]:
    """For each block its kind, and for each bracket its reading, the evidence, and what other rules would have said."""
    found = blocking.blocks(source)
    known = facts.gather(found, shop.archives, shop.edition.source_languages)
    document = circumstances(found, known, shop.registers)
    for block in found:
        line, _ = position(source.text, block.spans[0].start)
        said = f" ({block.degree:.2g}: {block.why})" if block.degree < 1 else ""
        first = " ".join(block.content.text.split())[:70]
        yield f"{source.name}:{line}: {block.field or block.kind}{said}: {first}"
        if block.kind not in RECORD:
            yield from _brackets(source, block, document)


def _brackets(source: Source, block: Block, document: Mapping[str, object]) -> Iterator[str]:
    content = block.content.text
    claimed: dict[int, Claim] = {}
    for node, context in brackets.contexts(content, parse(content), claimed, kind=block.kind, **document):
        line, column = position(source.text, offset(block, node.span.start))
        claims = brackets.every_claim(context)
        claimed[node.span.start] = claims[0]
        yield f"  {line}:{column} {' '.join(content[node.span.start : node.span.end].split())}"
        for index, claim in enumerate(claims):
            host = content[node.span.start - claim.host : node.span.start] if claim.host > 0 else ""
            of = f" of '{' '.join(host.split())}'" if host else ""
            yield f"    {' ' if index else '→'} {claim.reading} {claim.degree:.2g}{of}: {claim.why}"
