"""What the Typst templates are told (``sys.inputs``)."""

import json
from collections.abc import Mapping

from encoder.outputs.print.fonts import LANGUAGES, Fonts, pattern
from encoder.outputs.print.settings import Settings


def inputs(
    book: str,
    settings: Settings,
    fonts: Fonts,
    missing: frozenset[str] = frozenset(),
    tei: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """:param book: print XML. :param missing: characters that no font has. :param tei: files that the PDF carries."""
    told = {
        "paper": dict(settings.paper),
        "fonts": fonts.families,
        "languages": {code: family for code, family in LANGUAGES.items() if family in fonts.families},
        "missing": pattern(missing),
        "notes": settings.notes,
        "lines": settings.lines,
    }
    return {"book": book, "settings": json.dumps(told), "tei": json.dumps(tei or {}, ensure_ascii=False)}
