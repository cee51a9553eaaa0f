"""Site furniture: what a web page, a portal or a viewer prints around a document. It is no part of the text.

A line is furniture by its form alone: a menu word that stands by itself, a banner with a bare host name, a page number
between two pages, a line that comes back at the top of page after page, the boilerplate of rights.
"""

import re
from collections import Counter

from encoder.blocks.lines import Line

# Words of menus and page frames; each is furniture only where it is a whole line.
_MENU = re.compile(r"""(?ix)^[#>*\s]*(?:
    skip\s+to\s+(?:main\s+)?content | (?:main\s+)?menu | search | home | share | print(?:\s+page)? | download(?:\s+pdf)? | login | sign\s+in
  | (?:view|open|read|see)\s+(?:the\s+)?(?:original|full|pdf|document|scan|image|more)(?:\s+(?:document|pdf|text|scan|record))?
  | (?:back|return)\s+to\s+(?:top|search|results|list) | next | previous | (?:table\s+of\s+)?contents:?
  | (?:english|chinese|korean|russian|german|french|original)(?:\s+(?:html|pdf|text|transcript(?:ion)?|scan|translation))
  | (?:associated|related)\s+(?:places?|topics?|people(?:\s*&\s*organizations)?|documents?|subjects?|collections?|items?|themes?)
  | document\s+information | original\s+archive | original\s+(?:uploaded\s+)?(?:date|title)
  | keywords | tags | comments? | about\s+this\s+(?:document|item|record)
  | cookie\s+(?:policy|settings) | privacy\s+policy | terms\s+of\s+use | contact(?:\s+us)? | subscribe | all\s+rights\s+reserved\.?
)[*\s:]*$""")
_TRANSLATION = re.compile(
    r"(?i)^[#>*\s]*.{0,50}?\btransl(?:ation|iteration)\s+[-–—]\s+[a-z]+(?:\s+[a-z]+)?[*\s:]*$"
)
_AFTER_TEXT = re.compile(
    r"(?ix)^[#>*\s]*(?:associated|related)\s+\w+.*$|^[#>*\s]*document\s+information[*\s:]*$|^[#>*\s]*rights[*\s:]*$"
)
_HOST = re.compile(
    r"(?<![/@.\w])(?:[a-z0-9-]+\.){1,4}(?:org|com|net|edu|gov|info|eu|ru|cn|kr|de|uk|fr)(?![/\w@-])"
)
_PAGE_NUMBER = re.compile(r"(?i)^[-–—\s]*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?[-–—\s.]*$")
_DASHED = re.compile(r"[-–—]\s*\d{1,3}\s*[-–—]$")  # `- 2 -`, alone on a line
_RIGHTS = re.compile(
    r"(?i)\b(?:copyright|rights?\s+holders?|rights\s+status|reuse|reproduc\w+|commercial\s+use|permission)\b"
)
_LETTERS = re.compile(r"[^\W\d_]+")


def furniture(found: list[Line]) -> set[int]:
    """The indexes of the lines that are furniture."""
    rows = {index for index, line in enumerate(found) if _is_menu(line.text)}
    numbers = {index for index, line in enumerate(found) if _DASHED.match(line.text)}
    first = {line.text for line in found[:8]}
    beside = {
        at
        for index in numbers
        for at in (index - 1, index + 1)
        if 8 <= at < len(found) and found[at].text in first
    }
    rows |= (
        numbers | beside
    )  # a line of the first page that comes back beside a page number is a running head
    return rows | _banner(found) | _running(found) | _frame(found)


def _is_menu(text: str) -> bool:
    return bool(_MENU.match(text)) or ("transl" in text.lower() and bool(_TRANSLATION.match(text)))


def _banner(found: list[Line]) -> set[int]:
    """The first lines, up to the blank line after one that holds a bare host name and little else."""
    for index, line in enumerate(found[:6]):
        if _HOST.search(line.text) and len(line.text.split()) <= 12 and "://" not in line.text:
            last = index
            while last + 1 < len(found) and not found[last + 1].gap and not found[last + 1].page:
                last += 1
            return set(range(last + 1)) if last < 6 else {index}
    return set()


def _running(found: list[Line]) -> set[int]:
    """Running heads: the same words (numbers apart) first or last on three pages or more; page numbers there."""
    edges = [i for i, line in enumerate(found) if line.page] + [
        i - 1 for i, line in enumerate(found) if line.page and i
    ]
    form = {index: " ".join(_LETTERS.findall(found[index].text)) for index in edges}
    often = {words for words, count in Counter(form.values()).items() if words and count >= 3}
    return {index for index in edges if form[index] in often or _PAGE_NUMBER.match(found[index].text)}


def _frame(found: list[Line]) -> set[int]:
    """After the text: from the first heading of a page frame to the end, where rights are spoken of."""
    for index, line in enumerate(found):
        after = found[index + 1 :]
        last = len(after) <= 5 and _MENU.match(line.text)  # a menu's heading, and little more on the page
        if _AFTER_TEXT.match(line.text) and (last or any(_RIGHTS.search(one.text) for one in after)):
            return set(range(index, len(found)))
    return set()
