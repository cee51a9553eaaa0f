"""Claims to items: each bracket takes the words it speaks about."""

from dataclasses import replace

from encoder.model import Annotated, Bracket, Claim, Item, Node, Span, Text

# Readings that are nothing without the words they speak about: where another bracket has taken those, a remark is left.
_OF_WORDS = {"sic", "query", "variant", "expansion"}


def attach(nodes: tuple[Node, ...], claims: dict[int, Claim]) -> tuple[Item, ...]:
    """Annotate every bracket of a tree.

    :param claims: the claim of each bracket, by the position of its ``[``.
    A host is taken from the items just before the bracket; where it would have to cut a bracket in two it begins
    after that bracket. Words ahead are taken from the text that follows, in the same way.
    """
    items: list[Item] = []
    rest = list(reversed(nodes))
    while rest:
        node = rest.pop()
        if not isinstance(node, Bracket):
            items.append(node)
            continue
        claim = claims[node.span.start]
        host = _take_back(items, _host_start(items, node, claim)) if claim.host else ()
        if not host and claim.reading in _OF_WORDS:
            claim = replace(claim, reading="note", degree=0.5, other="", attrs={})
        ahead = attach(_take_ahead(rest, node.span.end + claim.ahead, claims), claims) if claim.ahead else ()
        items.append(
            Annotated(_whole(node, host, ahead), node, claim, attach(node.children, claims), host, ahead)
        )
    return tuple(items)


def _host_start(items: list[Item], node: Bracket, claim: Claim) -> int:
    """Where the host begins; a host of -1 is the bracket just before, whatever its length."""
    if claim.host > 0 or not items:
        return node.span.start - claim.host
    before = next((item for item in reversed(items) if isinstance(item, Annotated)), None)
    return before.span.start if before else node.span.start


def _whole(node: Bracket, host: tuple[Item, ...], ahead: tuple[Item, ...]) -> Span:
    start = host[0].span.start if host else node.span.start
    return Span(start, ahead[-1].span.end if ahead else node.span.end)


def _take_back(items: list[Item], start: int) -> tuple[Item, ...]:
    taken: list[Item] = []
    while items and items[-1].span.end > start:
        item = items[-1]
        if item.span.start >= start:
            taken.append(items.pop())
        elif isinstance(item, Text):
            items[-1] = Text(Span(item.span.start, start))
            taken.append(Text(Span(start, item.span.end)))
        else:
            break
    return tuple(reversed(taken))


def _take_ahead(rest: list[Node], end: int, claims: dict[int, Claim]) -> tuple[Node, ...]:
    """Text and brackets up to a position, and a bracket there that speaks of the last words."""
    taken: list[Node] = []
    while rest and (rest[-1].span.start < end or (taken and _speaks_of(rest[-1], taken[-1], claims))):
        node = rest[-1]
        if node.span.end <= end or node.span.start >= end:
            taken.append(rest.pop())
        elif isinstance(node, Text):
            rest[-1] = Text(Span(end, node.span.end))
            taken.append(Text(Span(node.span.start, end)))
        else:
            break
    return tuple(taken)


def _speaks_of(node: Node, before: Node, claims: dict[int, Claim]) -> bool:
    return (
        isinstance(node, Bracket)
        and node.span.start == before.span.end
        and claims[node.span.start].reading in _OF_WORDS
    )
