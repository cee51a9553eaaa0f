"""The signs that begin an item of a list: ``1.``, ``1)``, ``(1)``, ``a)``, ``iv.``, ``-``, ``•``, ``- 1.``."""

import re

HAN = "一二三四五六七八九十"  # Chinese figures, 1 to 10
BULLETS = "-*•–—▪●○◦☐☑■□·"
MARKER = re.compile(
    rf"(?P<sign>(?:(?P<bullet>[{re.escape(BULLETS)}])\s*(?=\S))?"
    r"(?:(?P<open>\()?(?P<n>\d{1,3}|[a-zA-Z]|[ivx]{2,5}|[IVX]{2,5})(?P<close>[.)])(?=\s|\[|$)\s*"
    rf"|(?P<han_open>[(（])?(?P<han>[{HAN}]{{1,3}})(?P<han_close>[.、．)）])\s*)?)(?P<rest>.*)",
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
    if match["han"]:
        style = f"{match['han_open'] or ''}一{match['han_close']}"
        return style, match["han"], match["sign"].strip(), len(match["sign"])
    if not number:
        if bullet == "*" and not match["sign"][-1].isspace() and "*" in match["rest"]:
            return None  # Markdown's emphasis
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
    if number[0] in HAN and before[0] in HAN:
        return han(number) == han(before) + 1
    if len(number) == 1 and len(before) == 1:
        return ord(number) == ord(before) + 1
    return roman(number) == roman(before) + 1 > 1


def han(number: str) -> int:
    """The value of a Chinese number up to 99: ``十二`` is 12, ``二十`` is 20."""
    tens, ten, ones = number.rpartition("十")
    return ((HAN.index(tens[0]) + 1 if tens else 1) * 10 if ten else 0) + (
        HAN.index(ones[-1]) + 1 if ones else 0
    )


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
