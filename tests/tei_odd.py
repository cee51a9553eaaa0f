"""The guidelines compiled the way the TEI's own stylesheets compile an ODD: a second opinion on ``edition.rng``.

Written from what ``odd2odd.xsl`` and ``odd2relax.xsl`` of the TEI Stylesheets (7.57) do with an ODD that adds all its
specifications itself: specification groups are put in their places, each element gets its own attributes and a reference
to each attribute of its classes, model classes become choices of their members, a sequence is a group (of data only: a
list), data types of attributes are put in where they are named. Then what is not used or has lost its content is thrown
away in two passes, and a repetition whose pattern begins the next one is dropped: there the two compilers could differ.
"""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
RNG = "{http://relaxng.org/ns/structure/1.0}"
TYPES = "http://www.w3.org/2001/XMLSchema-datatypes"
REPEATED = {("0", "1"): "optional", ("1", "unbounded"): "oneOrMore", ("0", "unbounded"): "zeroOrMore"}

Element = etree._Element


def grammar(odd: Path) -> Element:
    """The grammar of an ODD's ``schemaSpec``."""
    root = etree.parse(odd).getroot()
    schema = next(root.iter(TEI + "schemaSpec"))
    groups = {one.get("{http://www.w3.org/XML/1998/namespace}id"): one for one in root.iter(TEI + "specGrp")}
    named = [groups[one.get("target", "")[1:]] for one in schema.iter(TEI + "specGrpRef")]
    specs = {one.get("ident", ""): one for group in named for one in group if one.get("ident")}
    made = etree.Element(
        RNG + "grammar", {"ns": schema.get("ns", ""), "datatypeLibrary": TYPES}, nsmap={None: RNG[1:-1]}
    )
    etree.SubElement(etree.SubElement(made, RNG + "start"), RNG + "ref", name=schema.get("start", ""))
    for spec in specs.values():
        made.extend(_Compiler(specs).define(spec))
    _drop_unused(made)
    for define in made.findall(RNG + "define"):
        clean(define)
    _drop_unused(made)
    return made


class _Compiler:
    def __init__(self, specs: dict[str, Element]) -> None:
        self.specs = specs

    def define(self, spec: Element) -> Iterator[Element]:
        name = spec.get("ident", "")
        match spec.tag.removeprefix(TEI), spec.get("type"):
            case "elementSpec", _:
                inside = self.content(spec) + [self.attribute(one) for one in spec.iter(TEI + "attDef")]
                inside += [_of("ref", name=one) for one in self.inherited(spec)]
                yield _of("define", _of("element", *inside, _of("empty"), name=name), name=name)
            case "classSpec", "model":
                members = [
                    _of("ref", name=one)
                    for one, other in self.specs.items()
                    if any(member.get("key") == name for member in other.iter(TEI + "memberOf"))
                ]
                yield _of("define", _of("choice", *members), name=name)
            case "classSpec", _:
                for one in spec.iter(TEI + "attDef"):
                    yield _of(
                        "define",
                        self.attribute(one),
                        name=f"{name}.attribute.{one.get('ident')}".replace(":", ""),
                    )
            case _:
                yield _of("define", *self.content(spec), name=name)

    def inherited(self, spec: Element) -> Iterator[str]:
        """The attributes of the classes of an element, and of their classes."""
        for member in spec.iter(TEI + "memberOf"):
            cls = self.specs[member.get("key", "")]
            if cls.get("type") == "atts":
                for one in cls.iter(TEI + "attDef"):
                    yield f"{cls.get('ident')}.attribute.{one.get('ident')}".replace(":", "")
                yield from self.inherited(cls)

    def content(self, spec: Element) -> list[Element]:
        content = spec.find(TEI + "content")
        return (
            [made for one in _children(content) for made in self.particle(one)] if content is not None else []
        )

    def particle(self, one: Element) -> list[Element]:
        inner = [made for child in _children(one) for made in self.particle(child)]
        match one.tag.removeprefix(TEI):
            case "textNode":
                return [_of("text")]
            case "empty" | "desc" | "valItem":
                return []
            case "valList":
                return [_of("choice", *(_value(item) for item in one.iter(TEI + "valItem")))]
            case "dataRef":
                return [self.data(one)]
            case "sequence":
                only_data = all(child.tag == TEI + "dataRef" for child in _children(one))
                return [_repeated(one, _of("list" if only_data else "group", *inner))]
            case "alternate":
                return [_repeated(one, _of("choice", *inner))]
            case "elementRef" | "classRef" | "macroRef":
                return [_repeated(one, _of("ref", name=one.get("key", "")))]
        raise AssertionError(f"{one.tag}: the TEI's compiler was not asked about it")

    def data(self, one: Element) -> Element:
        if one.get("key"):
            return self.content(self.specs[one.get("key", "")])[0]
        facets = [(facet.get("name", ""), facet.get("value", "")) for facet in one.iter(TEI + "dataFacet")]
        if not facets and one.get("restriction"):
            facets = [("pattern", one.get("restriction", ""))]
        made = _of("data", type=one.get("name", ""))
        for name, value in facets:
            etree.SubElement(made, RNG + "param", name=name).text = value
        return made

    def attribute(self, one: Element) -> Element:
        datatype, values = one.find(TEI + "datatype"), one.find(TEI + "valList")
        if values is not None and values.get("type") == "closed":
            data = [_of("choice", *(_value(item) for item in values.iter(TEI + "valItem")))]
        else:
            data = (
                [self.data(child) for child in _children(datatype)] if datatype is not None else [_of("text")]
            )
        if datatype is not None and datatype.get("maxOccurs", "1") != "1":
            assert datatype.get("minOccurs", "1") == "1"
            data = [_of("list", _of("oneOrMore", *data))]
        made = _of("attribute", *data, name=one.get("ident", ""))
        return made if one.get("usage") == "req" else _of("optional", made)


def clean(parent: Element) -> None:
    """The TEI's third pass, from the outside in."""
    for one in list(parent):
        kind, alone = one.tag.removeprefix(RNG), len(one) == 1
        if kind in ("optional", "zeroOrMore", "oneOrMore"):
            repeats = alone and one[0].tag == RNG + "ref" and one[0].get("name") in _begins(one.getnext())
            if len(one) == 0 or (alone and one[0].tag == RNG + "empty") or repeats:
                parent.remove(one)
                continue
            if alone and one[0].tag == RNG + "zeroOrMore":
                parent.replace(one, one[0])
        elif kind == "group" and alone:
            inner = one[0]
            parent.replace(one, inner)
        elif kind in ("choice", "group") and not any(
            inner.tag.removeprefix(RNG) in ("value", "name", "ref", "text", "data") for inner in one.iter()
        ):
            parent.replace(one, _of("empty"))
    for one in parent:
        clean(one)


def _begins(following: Element | None) -> set[str | None]:
    """The references of a sibling that has one child."""
    if following is None or len(following) != 1:
        return set()
    inner = following[0]
    groups = [inner, *(inner if inner.tag == RNG + "group" and len(inner) == 1 else ())]
    return {ref.get("name") for group in groups for ref in group.findall(RNG + "ref")}


def _drop_unused(made: Element) -> None:
    used = {one.get("name") for one in made.iter(RNG + "ref")}
    for define in made.findall(RNG + "define"):
        if define.get("name") not in used:
            made.remove(define)


def _children(one: Element) -> list[Element]:
    return [child for child in one if isinstance(child.tag, str)]


def _value(item: Element) -> Element:
    made = _of("value")
    made.text = item.get("ident")
    return made


def _repeated(one: Element, made: Element) -> Element:
    occurs = (one.get("minOccurs", "1"), one.get("maxOccurs", "1"))
    return made if occurs == ("1", "1") else _of(REPEATED[occurs], made)


def _of(kind: str, *inside: Element, **attributes: str) -> Element:
    made = etree.Element(RNG + kind, attributes, nsmap={None: RNG[1:-1]})
    made.extend(inside)
    return made
