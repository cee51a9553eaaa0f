"""The schemas, made from the guidelines ``edition.odd``."""

from collections.abc import Mapping

from encoder.data import SCHEMA, XSLT
from encoder.model import OutputFile, UsageError
from encoder.saxon import Stylesheets, TransformError

ODD = SCHEMA / "edition.odd"
_SHEETS = {
    "schema": XSLT / "schema.xsl",
    "checker": XSLT / "schema" / "checker.xsl",
    "guidelines": XSLT / "schema" / "guidelines.xsl",
}
_STYLE = XSLT / "schema" / "guidelines" / "page.css"


def files(odd: str | None = None) -> Mapping[str, OutputFile]:
    """Grammar (``rng``), rules (``sch``), the stylesheet that checks them (``checker``), a page to read (``guidelines``).

    :param odd: the text of an ODD; without it, the edition's own.
    :raises UsageError: the ODD is missing, or says something that the compiler does not know.
    """
    try:
        return _made(ODD.read_text(encoding="utf-8") if odd is None else odd)
    except OSError as error:
        raise UsageError(f"{ODD}: {error.strerror}.") from None
    except TransformError as error:
        raise UsageError(f"the guidelines cannot be compiled: {error}") from None


def _made(odd: str) -> Mapping[str, OutputFile]:
    sheets = Stylesheets(_SHEETS)
    document = sheets.parse(odd)
    style = _STYLE.read_text(encoding="utf-8")
    rules = sheets.run("schema", document, make="sch")
    return {
        "rng": _file("edition.rng", sheets.run("schema", document, make="rng")),
        "sch": _file("edition.sch", rules),
        "checker": _file("edition.checker.xsl", sheets.run("checker", rules)),
        "guidelines": _file("guidelines.html", sheets.run("guidelines", document, style=style)),
    }


def _file(path: str, text: str) -> OutputFile:
    return OutputFile(path, (text.rstrip("\n") + "\n").encode())
