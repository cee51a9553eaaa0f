"""Words in which editors and translators speak about a document, shared by several readings."""

NUMBERS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "a": 1,
    "an": 1,
    "single": 1,
    "half": 1,
}
UNITS = {
    "word": "word",
    "words": "word",
    "line": "line",
    "lines": "line",
    "page": "page",
    "pages": "page",
    "letter": "character",
    "letters": "character",
    "character": "character",
    "characters": "character",
    "sentence": "sentence",
    "sentences": "sentence",
    "paragraph": "paragraph",
    "paragraphs": "paragraph",
    "name": "name",
    "names": "name",
    "figure": "figure",
    "figures": "figure",
    "number": "figure",
    "numbers": "figure",
    "digit": "digit",
    "digits": "digit",
    "section": "section",
    "sections": "section",
    "phrase": "phrase",
    "phrases": "phrase",
    "item": "item",
    "items": "item",
    "passage": "passage",
    "passages": "passage",
    "column": "column",
    "columns": "column",
    "table": "table",
    "tables": "table",
    "chapter": "chapter",
    "point": "item",
    "group": "group",
    "groups": "group",
}

# Words that only ever place a remark on the page or in the document.
TALK = frozenset(
    """the a an of in on at by from to and or is are was were has have been be being this that it its here there
original document documents text copy archival file source manuscript typescript page pages line lines top bottom left right side
end beginning start remainder rest part parts some several few many next previous following preceding above below entire whole last
first second third more about approximately approx ca circa probably apparently possibly mostly completely partially partly
handwritten typed russian chinese korean german english french version portion portions section sections due tear damage ink
blot stain fold hole edge margin corner mark marks with for no not made out could cannot can which because
word words letter letters character characters sentence sentences paragraph paragraphs name names figure figures number numbers
digit digits phrase phrases item items passage passages column columns table tables chapter one two three four five six seven
eight nine ten half single group groups date dates place title signature address recipient sender""".split()
)

SPEAKERS = (
    r"(?:(?:the\s+)?(?:translator|trans|transl|tr|editor|ed|eds|editorial|compiler|annotator|publisher|author|transcriber|archivist|"
    r"interpreter|redactor|cwihp|nkidp|wilson\s+center)s?(?:['’]s?)?)"
)
