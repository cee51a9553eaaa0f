"""Names and dates found in a text, put around the items they cover."""

from collections.abc import Sequence
from dataclasses import replace

from encoder.model import Annotated, Entity, Item, Span, Text


def mark(items: tuple[Item, ...], entities: Sequence[Entity]) -> tuple[Item, ...]:
    """Wrap items in entities.

    :param entities: sorted by position, not overlapping, with empty ``inner``.
    An entity that lies inside an annotated bracket or its host goes there; one that would cut a bracket in two is
    left out: a name is better unmarked than wrongly marked.
    """
    if not entities:
        return items
    marked: list[Item] = []
    queue = list(reversed(entities))
    rest = list(reversed(items))
    while rest:
        item = rest.pop()
        while queue and queue[-1].span.start < item.span.start:
            queue.pop()
        if not queue or queue[-1].span.start >= item.span.end:
            marked.append(item)
        elif isinstance(item, Text):
            _mark_text(item, queue, rest, marked)
        elif item.span.start == queue[-1].span.start and _covers(queue[-1], item, rest):
            _wrap(queue.pop(), item, rest, marked)
        else:
            marked.append(_inside(item, queue))
    return tuple(marked)


def _mark_text(item: Text, queue: list[Entity], rest: list[Item], marked: list[Item]) -> None:
    entity = queue[-1]
    if item.span.start < entity.span.start:
        marked.append(Text(Span(item.span.start, entity.span.start)))
    begun = Text(Span(entity.span.start, item.span.end))
    queue.pop()
    if _covers(entity, begun, rest):
        _wrap(entity, begun, rest, marked)
    else:
        rest.append(begun)


def _covers(entity: Entity, item: Item, rest: list[Item]) -> bool:
    """Whether the entity ends at the end of an item or inside a text."""
    if item.span.end >= entity.span.end:
        return isinstance(item, Text) or item.span.end == entity.span.end
    for following in reversed(rest):
        if following.span.end >= entity.span.end:
            return isinstance(following, Text) or following.span.end == entity.span.end
    return False


def _wrap(entity: Entity, first: Item, rest: list[Item], marked: list[Item]) -> None:
    inner: list[Item] = []
    item = first
    while True:
        if item.span.end > entity.span.end:  # only a text can reach over the end
            inner.append(Text(Span(item.span.start, entity.span.end)))
            rest.append(Text(Span(entity.span.end, item.span.end)))
            break
        inner.append(item)
        if item.span.end == entity.span.end or not rest:
            break
        item = rest.pop()
    marked.append(Entity(entity.span, entity.name, entity.attrs, tuple(inner), entity.sign))


def _inside(item: Item, queue: list[Entity]) -> Item:
    """Hand the entities within an annotated bracket to its parts; drop those that reach over its end."""
    within: list[Entity] = []
    while queue and queue[-1].span.start < item.span.end:
        entity = queue.pop()
        if entity.span.end <= item.span.end:
            within.append(entity)
    if not isinstance(item, Annotated):
        return item
    return replace(
        item,
        host=mark(item.host, _of(within, item.host)),
        inner=mark(item.inner, _of(within, item.inner)),
        ahead=mark(item.ahead, _of(within, item.ahead)),
    )


def _of(entities: list[Entity], items: tuple[Item, ...]) -> list[Entity]:
    if not items:
        return []
    start, end = items[0].span.start, items[-1].span.end
    return [entity for entity in entities if start <= entity.span.start and entity.span.end <= end]
