"""How words look on the archival copy: `[underlined in archival copy]`, `[emphasis in original]`, `[crossed out]`.

The remark is kept as a `note`, the words become `hi` or `del`. Which words is not typed: a remark before a clause is taken
to speak of the words up to the clause's end, a remark after a clause or quotation of what it follows; and the guess is
said. Words after a colon (`[crossed out: at once]`) are the words themselves: no guess.
"""

import re

from lxml import etree

from encoder.brackets.context import REACH, Context
from encoder.brackets.vocabulary import SPEAKERS, TALK
from encoder.inline import emphasis, english
from encoder.markup import Builder, add_text, doubt, element
from encoder.model import Annotated, Claim, Item

_KINDS = (
    ("underline", r"(?:double\s+)?under-?(?:lined?|lining|lines|scored?|scoring)|emphas(?:is|ized|ised)"),
    (
        "strikethrough",
        r"cross(?:ed|ing)[\s-]+out|str(?:uck|icken|ike)[\s-]*(?:out|through|over)|scratched\s+out|lined\s+out|deleted\s+(?:by\s+hand|in\s+(?:the\s+)?(?:draft|original|manuscript|typescript|final))",
    ),
    ("italic", r"italic(?:s|i[sz]ed)?"),
    ("bold", r"bold(?:\s*face)?|heavy\s+type|boldfaced"),
    (
        "highlight",
        r"highlight(?:ed|ing)?|marked\s+(?:with|by|in)|circled|boxed|bracketed|encircled|side-?lined|ticked",
    ),
    (
        "capitals",
        r"(?:in\s+)?(?:all\s+)?(?:block\s+(?:letters|capitals)|capitals|capital\s+letters|upper\s*case|capitali[sz]ed)",
    ),
    ("spaced", r"spaced(?:\s+out)?|letter-?spaced"),
    ("colour", r"in\s+(?:red|blue|green|purple)(?:\s+(?:type|ink|letters))?"),
)
_ANY = re.compile(
    r"(?i)(?<![\w-])(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _KINDS) + r")(?![\w-])"
)
_REPORT = re.compile(rf"(?i)^\s*{SPEAKERS}\.?\s*(?:note|comment|remark)?\s*[:.–—-]\s*")
_LOOK = TALK | frozenset(
    """pencil ink pen crayon colored coloured red blue black green by hand hands reader reader's author author's
author’s mao stalin all words sentence paragraph passage twice heavily double line vertical wavy x both was were times is
transcript list lists distribution entry heading title address dots dotted dashed whole single type letters print small large""".split()
)
# Words that are gone, and so not those before the bracket: `[one line crossed out]` is a gap.
_GONE = re.compile(
    r"(?i)^\W*(?:about\s+)?(?:\d+|an?|one|two|three|four|five|six|several|some|a\s+few|half\s+an?)\s+(?:\w+\s+)?"
    r"(?:words?|lines?|sentences?|paragraphs?|passages?|letters?|pages?|names?|figures?|phrases?)\s+(?:\w+\s+)?"
    r"(?:cross|struck|strick|scratch|ink|black|blot|paint|delet|eras|rubb)"
)
_MEDIUM = re.compile(r"(?i)\b(?:pencil|ink|pen|crayon|chalk|ballpoint)\b")
_HOW = re.compile(r"(?i)\s+(?:with|in|by|twice|thrice|three\s+times|heavily|from)\b")
_UNIT = re.compile(
    r"(?i)\b(?:this|whole|entire|preceding|the)\s+(?:item|paragraph|passage|entry|point|line)\b"
)
_SIGNED = re.compile(
    r"(?<![\w*_])(?P<sign>\*{1,3}|_{1,2})(?=[^\s*_])[^*_\n]+(?P=sign)\s*$"
)  # emphasis as Markdown types it

_QUOTE = re.compile(r"[“\"][^”\"]*[”\"]")  # the words themselves: `“very” underlined`
_CLAUSE_END = re.compile(r"[,;:.!?](?=[\s”\"’)\]]|$)|\s[–—-]\s|—")


def claim(context: Context) -> Claim | None:
    report = _REPORT.match(context.flat)
    text = context.flat[report.end() :] if report else context.flat
    head, colon, words = text.partition(":")
    match = _ANY.search(head)
    written = (
        colon and match and match["colour"] and _MEDIUM.search(head)
    )  # `[in blue pencil: no]` is an annotation
    if (
        not match
        or written
        or _GONE.match(head)
        or re.search(r"(?i)\b(?:added|mine|ours|supplied)\b|emphasis\s+in\s+translation", head)
    ):
        return None
    rest = english.words(_QUOTE.sub(" ", _ANY.sub(" ", head)))
    known = sum(
        word.lower() in _LOOK
        or word.lower() in english.SMALL
        or bool(re.search(r"[’']s$", word))
        or word[0].isupper()
        for word in rest
    )
    if (known < len(rest) and not _tells_how(head, match, rest)) or _in_syntax(context, rest):
        return None
    attrs = {"rend": next(name for name, found in match.groupdict().items() if found)}
    if colon and words.strip():
        return Claim(
            "rendition",
            attrs={**attrs, "lead": str(len(context.flat) - len(words))},
            why="says how the words after the colon look",
        )
    if _QUOTE.search(head):  # the words are in the remark, and stand somewhere before or after
        return Claim("rendition", attrs=attrs, why="says how some quoted words look")
    signed = _SIGNED.search(context.before)
    if signed and "emphas" in match[0].lower():
        sign = len(signed["sign"])
        attrs = {"rend": emphasis.REND[sign], "sign": str(sign)}
        return Claim(
            "rendition",
            host=len(context.before) - signed.start(),
            attrs=attrs,
            why="says how signs are meant",
        )
    if _UNIT.search(head) and 0 < len(context.before.strip()) < REACH:
        host = len(context.before.lstrip())
        return Claim("rendition", host=host, attrs=attrs, locus="start", why="says how all before it looks")
    ahead = 0 if re.search(r"[”\"]\s*$", context.before) else _ahead(context)
    host = 0 if ahead else _behind(context)
    return Claim(
        "rendition",
        host=host,
        ahead=ahead,
        attrs=attrs,
        locus="end" if ahead else "start",
        why="says how the words " + ("that follow" if ahead else "before") + " look",
    )


def _tells_how(head: str, match: re.Match[str], rest: list[str]) -> bool:
    """`underlined with red dots in the transcript`: begins with the look, goes on with how or where it is done."""
    leads = not english.words(head[: match.start()]) and _HOW.match(head[match.end() :])
    return bool(leads) and len(rest) <= 8 and not any(word.lower() in english.AUXILIARIES for word in rest)


def _in_syntax(context: Context, rest: list[str]) -> bool:
    """`the [underlined] words`: an adjective before its noun."""
    return not rest and context.last_word.lower() in english.DETERMINERS and context.next_word[:1].islower()


def _ahead(context: Context) -> int:
    """Characters from the bracket to the end of the clause that follows; 0 where the clause has ended before it."""
    after = context.after
    if not re.match(r"\s*[\"“(]?\w", after) or re.search(r"[.!?;:,][”\"’)]*\s*$", context.before):
        return 0
    end = _CLAUSE_END.search(after)
    return end.start() if end else len(after.rstrip()) if len(after) < 200 else 0


def _behind(context: Context) -> int:
    """Characters before the bracket: the quotation or the clause that ends there."""
    quoted = context.host_of(r"[\"“][^\"“”]{1,200}[\"”][.,;:!?]?")
    return quoted or context.host_of(r"[^\s.,;:!?\[\]—–][^.,;:!?\[\]—–]{0,160}[.,;:!?]?[\"”’)]?")


def encode(annotated: Annotated, parent: etree._Element, build: Builder) -> etree._Element:
    rend = annotated.claim.attrs["rend"]
    if "lead" in annotated.claim.attrs:
        return _with_words(annotated, parent, build, rend)
    target = annotated.ahead or annotated.host
    identifier = build.id("h") if target else ""
    if annotated.host:
        sign = int(annotated.claim.attrs.get("sign", "0"))
        host = build.inside(build.trimmed(annotated.host), sign)
        made = _words(parent, rend, identifier, host, build)
        add_text(parent, " ")
    note = element(parent, "note", {"type": "rendition", "target": f"#{identifier}" if identifier else None})
    build.items(note, build.trimmed(annotated.inner))
    if annotated.ahead:
        ahead = annotated.ahead
        space = build.content[ahead[0].span.start : ahead[0].span.start + 1].isspace()
        add_text(parent, " " if space else "")
        made = _words(parent, rend, identifier, build.trimmed(ahead), build)
    if not target or "sign" in annotated.claim.attrs:
        return note
    doubt(made, 0.4, annotated.claim.locus)
    return made


def _with_words(annotated: Annotated, parent: etree._Element, build: Builder, rend: str) -> etree._Element:
    lead = int(annotated.claim.attrs["lead"])
    label, words = build.split(annotated.inner, annotated.bracket.span.start + 1 + lead)
    identifier = build.id("h")
    note = element(parent, "note", {"type": "rendition", "target": f"#{identifier}"})
    build.items(note, build.trimmed(label))
    add_text(note, " ")
    return _words(note, rend, identifier, build.trimmed(words), build)


def _words(
    parent: etree._Element, rend: str, identifier: str, items: tuple[Item, ...], build: Builder
) -> etree._Element:
    name, value = ("del", "strikethrough") if rend == "strikethrough" else ("hi", rend)
    made = element(parent, name, {"rend": value, "xml:id": identifier})
    build.items(made, items)
    return made
