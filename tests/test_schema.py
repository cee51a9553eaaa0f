"""The guidelines, the schemas made of them, and that every document they allow is TEI."""

import os
import random
import time
from collections import deque
from pathlib import Path

import pytest
from lxml import etree

from encoder import findings as codes
from encoder import schema
from encoder.checks import document, faults, guideline, relaxng, schematron
from encoder.checks import grammar as g
from encoder.checks import patterns as p
from encoder.checks.grammar import RNG
from encoder.data import SCHEMA
from encoder.model import UsageError
from encoder.saxon import Stylesheets
from tests import tei_odd
from tests.generate import Maker

HERE = Path(__file__).parent
GOOD = sorted((HERE / "good").glob("*.xml"))
TEI_ALL = (
    Path(os.environ.get("ENCODER_TEST_SCHEMAS", HERE.parent.parent / "shared" / "schema")) / "tei_all.rng"
)
TEI = "{http://www.tei-c.org/ns/1.0}"
SCH = "{http://purl.oclc.org/dsdl/schematron}"
EXAMPLES = "{http://www.tei-c.org/ns/Examples}"

needs_tei = pytest.mark.skipif(not TEI_ALL.is_file(), reason=f"tei_all.rng is not at {TEI_ALL.parent}")
ODD = etree.parse(SCHEMA / "edition.odd")
SPECS = {spec.get("ident"): spec for spec in ODD.iter(TEI + "elementSpec")}


@pytest.fixture(scope="session")
def ours() -> g.Grammar:
    return g.load(SCHEMA / "edition.rng")


@pytest.fixture(scope="session")
def tei() -> g.Grammar:
    return g.load(TEI_ALL)


def anywhere(path: Path) -> etree.RelaxNG:
    """The grammar with every element allowed as document element, to validate examples."""
    root = etree.fromstring(path.read_bytes(), etree.XMLParser(remove_comments=True))
    start = root.find(RNG + "start")
    for child in list(start):
        start.remove(child)
    choice = etree.SubElement(start, RNG + "choice")
    for define in root.iter(RNG + "define"):
        inner = define.find(RNG + "element")
        if inner is not None and inner.get("name") in SPECS:
            etree.SubElement(choice, RNG + "ref", name=define.get("name", ""))
    return etree.RelaxNG(etree.ElementTree(root))


@pytest.fixture(scope="session")
def tei_all() -> etree.RelaxNG:
    return anywhere(TEI_ALL)


def examples() -> list[tuple[str, etree._Element]]:
    found = []
    for ident, spec in SPECS.items():
        for example in spec.iter(EXAMPLES + "egXML"):
            text = etree.tostring(example[0], encoding="unicode", with_tail=False)
            found.append((ident, etree.fromstring(text.replace(EXAMPLES[1:-1], TEI[1:-1]))))
    return found


# the files


@pytest.mark.parametrize("kind", ["rng", "sch", "checker", "guidelines"])
def test_committed_schema_is_the_one_made_from_the_guidelines(kind: str) -> None:
    made = schema.files()[kind]
    assert (SCHEMA / made.path).read_bytes() == made.data, "run `encoder schema` and commit the result"


def test_two_makings_give_the_same_bytes() -> None:
    assert schema.files() == schema.files()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<elementRef key="orig"/>', '<elementRef key="origin"/>'),
        ('<memberOf key="att.doubt"/>', '<memberOf key="att.doubts"/>'),
        ("<textNode/>", "<anyElement/>"),
        ('mode="add"', 'mode="change"'),
        ('target="#spec.supplied"', 'target="#spec.supply"'),
        ('maxOccurs="unbounded"/></sequence>', 'maxOccurs="7"/></sequence>'),
        ('<classRef key="model.block"/>', '<classRef key="model.block" expand="sequence"/>'),
        ('scheme="schematron"', 'scheme="xpath"'),
    ],
)
def test_what_the_compiler_does_not_know_stops_it(old: str, new: str) -> None:
    odd = schema.ODD.read_text(encoding="utf-8")
    assert old in odd
    with pytest.raises(UsageError):
        schema.files(odd.replace(old, new, 1))


# the guidelines


def test_every_element_is_described_and_shown() -> None:
    assert [ident for ident, spec in SPECS.items() if not spec.findtext(TEI + "desc")] == []
    shown = {ident for ident, example in examples() if next(example.iter(TEI + ident), None) is not None}
    assert set(SPECS) - shown == set()


def test_every_attribute_is_described() -> None:
    definitions = ODD.iter(TEI + "attDef")
    assert [each.get("ident") for each in definitions if not each.findtext(TEI + "desc")] == []


def test_every_rule_says_why() -> None:
    rules = list(ODD.iter(TEI + "constraintSpec"))
    assert [rule.get("ident") for rule in rules if rule.find(TEI + "desc") is None] == []
    assert len({rule.get("ident") for rule in rules}) == len(rules)


def test_every_specification_is_in_the_schema() -> None:
    groups = {group.get("{http://www.w3.org/XML/1998/namespace}id") for group in ODD.iter(TEI + "specGrp")}
    assert {ref.get("target", "")[1:] for ref in ODD.iter(TEI + "specGrpRef")} == groups


@pytest.mark.judge
@needs_tei
def test_guidelines_are_tei(tei_all: etree.RelaxNG) -> None:
    assert tei_all.validate(ODD), tei_all.error_log


# the grammar


def test_no_empty_pattern_is_repeated_or_chosen() -> None:
    """libxml2 may take minutes to compile such a grammar."""
    root = etree.parse(SCHEMA / "edition.rng")
    for kind in ("empty", "notAllowed"):
        assert [node for node in root.iter(RNG + kind) if node.getparent().tag != RNG + "element"] == []


def test_grammar_compiles_in_proportion_to_its_size() -> None:
    data = (SCHEMA / "edition.rng").read_bytes()
    parse = min(timed(lambda: etree.fromstring(data)) for _ in range(5))
    compile_ = min(timed(lambda: etree.RelaxNG(etree.fromstring(data))) for _ in range(5))
    assert compile_ < 80 * parse  # tei_all takes some 500 times as long as its parse


def timed(what: object) -> float:
    start = time.perf_counter()
    what()  # type: ignore[operator]
    return time.perf_counter() - start


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_good_document_has_no_finding(path: Path) -> None:
    assert document.findings(path.name, path.read_bytes()) == []


@pytest.mark.parametrize(
    ("ident", "example"), examples(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_example_is_valid(ident: str, example: etree._Element, our_parts: etree.RelaxNG) -> None:
    assert our_parts.validate(example), our_parts.error_log


@pytest.fixture(scope="session")
def our_parts() -> etree.RelaxNG:
    return anywhere(SCHEMA / "edition.rng")


# a strict subset of TEI


def counterexample(ours: p.Pattern, theirs: p.Pattern) -> tuple[str, ...] | None:
    """Children that the first content model allows and the second does not; none is missed."""
    met = {(ours, theirs)}
    waiting = deque([(ours, theirs, ())])
    while waiting:
        a, b, path = waiting.popleft()
        if p.nullable(a) and not p.nullable(b):
            return (*path, "end")
        steps = [(name, p.after_child(a, name), p.after_child(b, name)) for name in g.allowed(a).elements]
        steps += [("text", p.after_text(a), p.after_text(b))]
        for name, x, y in steps:
            if x is not p.NONE and y is p.NONE:
                return (*path, name)
            if x is not p.NONE and (x, y) not in met:
                met.add((x, y))
                waiting.append((x, y, (*path, name)))
    return None


def children(grammar: g.Grammar, name: str) -> p.Pattern:
    return p.without_attributes(grammar.elements[name].content, missing=True)


@needs_tei
def test_every_content_model_is_included_in_teis(ours: g.Grammar, tei: g.Grammar) -> None:
    assert set(ours.elements) <= set(tei.elements)
    found = {name: counterexample(children(ours, name), children(tei, name)) for name in ours.elements}
    assert {name: path for name, path in found.items() if path} == {}


@needs_tei
def test_inclusion_is_not_found_where_there_is_none(ours: g.Grammar, tei: g.Grammar) -> None:
    lost = [name for name in ours.elements if counterexample(children(tei, name), children(ours, name))]
    assert len(lost) > 80
    assert counterexample(children(tei, TEI + "choice"), children(ours, TEI + "choice"))


@needs_tei
def test_every_attribute_is_teis(ours: g.Grammar, tei: g.Grammar) -> None:
    for name, definition in ours.elements.items():
        theirs = tei.elements[name].content
        assert set(g.attributes(definition.content)) <= set(g.attributes(theirs)), name
        assert p.required(theirs) <= p.required(definition.content), name


@pytest.mark.judge
@needs_tei
@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_good_document_is_tei(path: Path, tei_all: etree.RelaxNG) -> None:
    assert tei_all.validate(etree.parse(path)), tei_all.error_log


@pytest.mark.judge
@needs_tei
def test_examples_are_tei(tei_all: etree.RelaxNG) -> None:
    assert [
        (ident, str(tei_all.error_log)) for ident, example in examples() if not tei_all.validate(example)
    ] == []


@pytest.mark.parametrize("seed", range(40))
def test_random_document_is_valid(seed: int, ours: g.Grammar) -> None:
    made = etree.ElementTree(Maker(ours, seed).document())
    valid = relaxng.edition().valid
    assert valid.validate(made), valid.error_log
    assert list(faults.Walk(ours).faults(made.getroot())) == []


@pytest.mark.judge
@needs_tei
def test_random_documents_are_tei(ours: g.Grammar, tei_all: etree.RelaxNG) -> None:
    for seed in range(60):
        made = etree.ElementTree(Maker(ours, seed).document())
        assert tei_all.validate(made), (seed, tei_all.error_log)


# what is wrong, and what was possible


def mutated(root: etree._Element, chance: random.Random) -> None:
    """One change that may or may not make the document invalid."""
    element = chance.choice([each for each in root.iter("*") if each is not root])
    parent = element.getparent()
    match chance.randrange(6):
        case 0:
            parent.remove(element)
        case 1:
            parent.insert(chance.randrange(len(parent) + 1), element)
        case 2:
            element.tag = TEI + chance.choice(sorted(filter(None, SPECS)))
        case 3:
            element.attrib.clear()
        case 4:
            element.set(
                chance.choice(["type", "n", "cert", "reason", "when"]), chance.choice(["low", "x", "1962"])
            )
        case 5:
            element.text = (element.text or "") + "text"


# a second compiler


@pytest.fixture(scope="session")
def tei_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The grammar that the TEI's stylesheets make of the guidelines."""
    path = tmp_path_factory.mktemp("tei") / "edition.rng"
    path.write_bytes(etree.tostring(tei_odd.grammar(SCHEMA / "edition.odd")))
    return path


def test_the_tei_compiler_makes_the_same_grammar(tei_made: Path, ours: g.Grammar) -> None:
    theirs, valid = etree.RelaxNG(etree.parse(tei_made)), relaxng.edition().valid
    made = [Maker(grammar, seed).document(7) for grammar in (ours, g.load(tei_made)) for seed in range(20)]
    made += [etree.parse(path).getroot() for path in [*GOOD, *sorted((HERE / "bad").glob("T[1-9]*.xml"))]]
    chance = random.Random(4)
    verdicts = []
    for root in made:
        for _ in range(4):
            verdict = valid.validate(root)
            assert theirs.validate(root) == verdict, (etree.tostring(root), theirs.error_log, valid.error_log)
            verdicts.append(verdict)
            mutated(root, chance)
    assert 100 < sum(verdicts) < len(verdicts) - 100


def test_the_tei_compiler_is_not_ours() -> None:
    """What its last pass drops, ours keeps: a repetition that begins the next one is not to be written in the guidelines."""
    define = etree.fromstring(
        f'<define xmlns="{RNG[1:-1]}"><oneOrMore><ref name="a"/></oneOrMore>'
        '<zeroOrMore><choice><ref name="a"/><ref name="b"/></choice></zeroOrMore></define>'
    )
    tei_odd.clean(define)
    assert [etree.QName(one).localname for one in define] == ["zeroOrMore"]


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_the_walk_agrees_with_libxml2(path: Path, ours: g.Grammar) -> None:
    valid, chance = relaxng.edition().valid, random.Random(path.stem)
    verdicts = set()
    for _ in range(150):
        tree = etree.parse(path)
        mutated(tree.getroot(), chance)
        verdict = valid.validate(tree)
        verdicts.add(verdict)
        found = list(faults.Walk(ours).faults(tree.getroot()))
        assert verdict == (not found), (etree.tostring(tree), valid.error_log, found)
    assert verdicts == {True, False}


def test_what_is_allowed_at_a_place(ours: g.Grammar) -> None:
    choice = children(ours, TEI + "choice")
    assert g.allowed(choice).elements == tuple(TEI + name for name in ("abbr", "expan", "orig", "sic"))
    after = p.after_child(choice, TEI + "orig")
    assert g.allowed(after) == g.Allowed((TEI + "reg",), text=False, end=False)
    assert g.allowed(p.after_child(after, TEI + "reg")).end


def test_another_grammar_can_be_used(tmp_path: Path) -> None:
    path = tmp_path / "letter.rng"
    path.write_text(
        f'<element name="letter" xmlns="{RNG[1:-1]}"><mixed><zeroOrMore><element name="b"><text/></element>'
        "</zeroOrMore></mixed></element>",
        encoding="utf-8",
    )
    tree = etree.ElementTree(etree.fromstring("<letter>a <b>b</b> <i>c</i></letter>"))
    found = relaxng.findings("a.xml", tree, relaxng.Validator(path))
    assert [finding.code for finding in found] == ["T011"]
    assert codes.hint(found[0]) == "allowed here in <letter>: text or b"


@pytest.mark.parametrize(
    ("pattern", "text", "allowed"),
    [
        ('<data type="date"/>', "24 March", "YYYY-MM-DD"),
        ("<choice><value>a</value><value>b</value></choice>", "c", "a or b"),
        ('<list><oneOrMore><data type="decimal"/></oneOrMore></list>', "1 2 x", "a number"),
        (
            '<choice><data type="token"><param name="pattern">[0-9]+</param></data><empty/></choice>',
            "x",
            "a word like 0",
        ),
    ],
)
def test_what_an_element_may_hold(tmp_path: Path, pattern: str, text: str, allowed: str) -> None:
    path = tmp_path / "data.rng"
    path.write_text(
        f'<element name="v" xmlns="{RNG[1:-1]}" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">'
        f'<optional><attribute name="n"/></optional>{pattern}</element>',
        encoding="utf-8",
    )
    tree = etree.ElementTree(etree.fromstring(f"<v>{text}</v>"))
    found = relaxng.findings("a.xml", tree, relaxng.Validator(path))
    assert [(finding.code, codes.hint(finding)) for finding in found] == [("T018", f"allowed: {allowed}")]


def test_a_grammar_in_several_files_still_decides(tmp_path: Path) -> None:
    (tmp_path / "b.rng").write_text(
        f'<grammar xmlns="{RNG[1:-1]}"><start><element name="b"><text/></element></start></grammar>',
        encoding="utf-8",
    )
    (tmp_path / "a.rng").write_text(
        f'<grammar xmlns="{RNG[1:-1]}"><include href="b.rng"/></grammar>', encoding="utf-8"
    )
    tree = etree.ElementTree(etree.fromstring("<c/>"))
    found = relaxng.findings("a.xml", tree, relaxng.Validator(tmp_path / "a.rng"))
    assert [finding.code for finding in found] == ["T020"]


# rules


def test_codes_of_rules_have_an_entry_of_the_same_gravity() -> None:
    rules = etree.parse(SCHEMA / "edition.sch")
    for pattern in rules.iter(SCH + "pattern"):
        roles = {test.get("role", "error") for test in pattern.iter(SCH + "assert", SCH + "report")}
        assert roles == {codes.codes()[pattern.get("id", "")].severity}, pattern.get("id")


RULES = f"""<schema xmlns="{SCH[1:-1]}" queryBinding="xslt3">
  <pattern id="first"><rule context="a[@x]"><report test="true()">a with x</report></rule>
    <rule context="a"><let name="n" value="count(b)"/>
      <assert test="$n = 1"><name/> has <value-of select="$n"/></assert></rule>
    <rule context="*"><report test="true()">other <name/></report></rule></pattern>
  <pattern id="texts"><rule context="a/text()[contains(., '[')]">
    <report test="true()">text <value-of select="."/></report></rule></pattern>
  <pattern id="values"><rule context="@x | b/@y">
    <report test="true()" role="info">value <value-of select="."/></report></rule></pattern>
  <pattern id="union"><rule context="a/b['|]' = '|]'] | c">
    <report test="true()">union</report></rule></pattern>
  <pattern id="address"><rule context="/a">
    <assert test="base-uri(/) = 'x.xml'">address</assert></rule></pattern>
</schema>"""


@pytest.fixture(scope="session")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Stylesheets:
    sheets = Stylesheets({"make": schema.XSLT / "schema" / "checker.xsl"})
    path = tmp_path_factory.mktemp("checker") / "checker.xsl"
    path.write_text(sheets.run("make", RULES), encoding="utf-8")
    return Stylesheets({schematron.NAME: path})


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ("<a/>", ["first 1 a has 0"]),
        ("<a x='1'/>", ["first 1 a with x", "values 1 value 1"]),
        ("<a><b/></a>", ["first 1/1 other b", "union 1/1 union"]),
        (
            "<a x=''><a><b y='2'/></a></a>",
            [
                "first 1 a with x",
                "first 1/1/1 other b",
                "values 1 value ",
                "values 1/1/1 value 2",
                "union 1/1/1 union",
            ],
        ),
        (
            "<a><b/>[<!--c-->]<c/></a>",
            [
                "first 1/1 other b",
                "first 1/2 other c",
                "texts 1 text [",
                "union 1/1 union",
                "union 1/2 union",
            ],
        ),
    ],
)
def test_rules_are_asked_as_the_standard_has_it(checker: Stylesheets, xml: str, expected: list[str]) -> None:
    result = etree.fromstring(checker.run(schematron.NAME, xml, address="x.xml"))
    found = [f"{failure.get('code')} {failure.get('at')} {failure.text}" for failure in result]
    assert sorted(found) == sorted(expected)


def test_address_comes_from_the_caller(checker: Stylesheets) -> None:
    result = checker.run(schematron.NAME, "<a x=''/>", address="y.xml")
    assert 'code="address" role="error" at="1"' in result


def test_rules_that_stop_are_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "stop.xsl"
    path.write_text(
        '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
        '<xsl:template match="/">'
        '<xsl:sequence select="error()"/></xsl:template></xsl:stylesheet>',
        encoding="utf-8",
    )
    tree = etree.ElementTree(etree.fromstring("<a/>"))
    found = schematron.findings("a.xml", tree, Stylesheets({schematron.NAME: path}))
    assert [finding.code for finding in found] == ["T100"]


def test_checking_grows_with_the_document() -> None:
    def data(times: int) -> bytes:
        text = (HERE / "good" / "every-reading.xml").read_text(encoding="utf-8")
        start, end = text.index("<p source"), text.index('<note type="annotation"')
        block = text[start:end].replace(' xml:id="h1"', "").replace(' target="#h1"', "")
        return (text[:end] + block * times + text[end:]).encode()

    def cost(times: int) -> float:
        bytes_ = data(times)
        return min(timed(lambda: document.findings("every-reading.xml", bytes_)) for _ in range(5))

    cost(1)
    assert cost(80) < 6 * cost(20)


def test_a_rule_can_be_explained() -> None:
    assert guideline.why("T131") == "A square bracket left as a character is a bracket that nobody has read."
    assert guideline.why("T011") == ""
