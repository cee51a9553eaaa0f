"""What libxml2 complains of in XML that is not well-formed, in plain words."""

import re

# libxml2's message, and the words for it.
_PLAIN = (
    (r"xmlParseEntityRef: no name", "an & stands by itself"),
    (r"EntityRef: expecting ';'", "an & stands by itself, or a character reference lacks its ;"),
    (r"Entity '(.*)' not defined", r"&\1; has no meaning here; type the character itself"),
    (r"Attribute (\S+) redefined", r"the attribute \1 is given twice in one tag"),
    (r"AttValue: .* expected", "the value of an attribute has no quotation marks"),
    (r"Specification mandates value for attribute (\S+)", r"the attribute \1 has no value"),
    (r"attributes construct error", "between two attributes there is no blank"),
    (r"Unescaped '<' not allowed in attributes? values", "a < stands in the value of an attribute"),
    (r"error parsing attribute name", "a tag is not closed with >, or an attribute's name is none"),
    (r"StartTag: invalid element name", "a < begins no tag"),
    (
        r"Opening and ending tag mismatch: (\S+) line (\d+) and (\S+)",
        r"</\3> stands where <\1> of line \2 is still open",
    ),
    (r"Premature end of data in tag (\S+) line (\d+)", r"the file ends, but <\1> of line \2 is still open"),
    (r"Couldn't find end of Start Tag (\S+)(?: line \d+)?", r"the tag <\1 is not closed with >"),
    (r"expected '>'", "a tag is not closed with >"),
    (r"Extra content at the end of the document", "something follows after the end of the document element"),
    (r"Start tag expected, '<' not found", "there is no tag at all"),
    (r"Document is empty", "there is no tag at all"),
    (
        r"XML or text declaration not at start of entity|XML declaration allowed only at the start.*",
        "<?xml …?> is not the first thing in the file, or stands there twice",
    ),
    (
        r"Namespace prefix (\S+) on (\S+) is not defined",
        r"the prefix of \1:\2 is not declared; TEI needs no prefix",
    ),
    (r"Namespace prefix (\S+) for (\S+) on (\S+) is not defined", r"the prefix of \1:\2 is not declared"),
    (
        r"(?:PCDATA invalid|Invalid character:) Char (?:value )?(\S+).*",
        r"a character that XML does not know (code \1)",
    ),
    (r"xmlParseCharRef: invalid xmlChar value (\S+)", r"&#\1; is no character of XML"),
    (
        r"Invalid bytes in character encoding|Input is not proper UTF-8.*",
        "bytes that are not of the encoding; save the file as UTF-8",
    ),
    (r"Unsupported encoding:? (\S+)", r"the encoding \1 is not known; save the file as UTF-8"),
    (r"Double hyphen within comment.*", "two hyphens stand in a comment"),
    (r"Sequence '\]\]>' not allowed in content", "]]> stands in the text; write ]]&gt;"),
    (r"CData section not finished(?s:.*)", "a CDATA section is not closed with ]]>"),
    (
        r"xml:id : attribute value (.*) is not an NCName",
        r"'\1' cannot be an xml:id: it begins with a letter, without blanks or colons",
    ),
)
_TABLE = [(re.compile(pattern), words) for pattern, words in _PLAIN]


def plain(message: str) -> str:
    """The message in plain words; as it is, where it is not known."""
    return next(
        (match.expand(words) for pattern, words in _TABLE if (match := pattern.fullmatch(message))), message
    )
