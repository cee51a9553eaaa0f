"""The signs that begin an item of a list: ``1.``, ``1)``, ``(1)``, ``a)``, ``iv.``, ``-``, ``•``, ``- 1.``."""

import re

BULLETS = "-*•–—▪●○◦☐☑■□·"
MARKER = re.compile(
    rf"(?P<sign>(?:(?P<bullet>[{re.escape(BULLETS)}])\s*(?=\S))?"
    r"(?:(?P<open>\()?(?P<n>\d{1,3}|[a-zA-Z]|[ivx]{2,5}|[IVX]{2,5})(?P<close>[.)])(?=\s|\[|$)\s*)?)(?P<rest>.*)",
    re.S,
)


def read(text: str) -> tuple[str, str, str, int] | None:
    """The marker at the start of a paragraph.

    :returns: style (``1.``, ``1)``, ``(1)``, ``a)``, ``i.``, a bullet …), number (``""`` for a bullet), the sign as
        typed, and its length with the white space after it; None where there is no marker.
    """
    match = MARKER.match(text)
    if not match or not match["sign"]:
        return None
    bullet, number = match["bullet"] or "", match["n"] or ""
    if not number:
        if bullet in "-–—*" and not re.match(r"[\[\"“(]?\w|\.\.\.|…", match["rest"]):
            return None
        return bullet, "", match["sign"].strip(), len(match["sign"])
    family = (
        "1"
        if number.isdigit()
        else "a"
        if len(number) == 1 and number.islower()
        else "A"
        if len(number) == 1
        else ("i" if number.islower() else "I")
    )
    return f"{match['open'] or ''}{family}{match['close']}", number, match["sign"].strip(), len(match["sign"])


def follows(number: str, before: str) -> bool:
    """Whether ``number`` is the next after ``before`` in a series of numbers or letters."""
    if number.isdigit() and before.isdigit():
        return int(number) == int(before) + 1
    if len(number) == 1 and len(before) == 1:
        return ord(number) == ord(before) + 1
    return roman(number) == roman(before) + 1 > 1


def roman(number: str) -> int:
    """The value of a Roman number up to 39; 0 where it is none."""
    values = {"i": 1, "v": 5, "x": 10}
    total = 0
    digits = [values.get(letter, 0) for letter in number.lower()]
    if not all(digits):
        return 0
    for index, value in enumerate(digits):
        total += -value if index + 1 < len(digits) and digits[index + 1] > value else value
    return total
