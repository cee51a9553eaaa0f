"""Where the stylesheets, the schema and the shipped register of archives are."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
INSTALLED = _PACKAGE / "data"  # the wheel carries them inside the package
_CHECKOUT = _PACKAGE.parent  # an editable install reads them where they are written


def folder(name: str) -> Path:
    """The folder ``xslt``, ``schema`` or ``registers``, from the wheel or from the checkout."""
    if INSTALLED.is_dir():
        return INSTALLED / name
    return _CHECKOUT / ("edition/registers" if name == "registers" else name)


XSLT = folder("xslt")
SCHEMA = folder("schema")
REGISTERS = folder("registers")
