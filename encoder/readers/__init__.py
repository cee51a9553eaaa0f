"""Bytes to :class:`~encoder.model.Source`: one module for each format."""

from collections.abc import Callable
from pathlib import Path

from encoder.model import Finding, Source
from encoder.readers import markdown, text

Read = Callable[[str, bytes, str | None], tuple[Source | None, list[Finding]]]

READERS: dict[str, Read] = {
    ".txt": text.read,
    ".text": text.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
}


def read(path: Path, encoding: str | None = None) -> tuple[Source | None, list[Finding]]:
    """Read a source file.

    :param encoding: the name of a Python codec; None: byte-order mark, else strict UTF-8.
    :returns: the source, or None where it cannot be read, and what there is to say about it.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        known = " ".join(READERS)
        return None, [Finding("S007", str(path), words={"suffix": path.suffix or "nameless", "known": known})]
    try:
        data = path.read_bytes()
    except OSError as error:
        return None, [Finding("S006", str(path), words={"reason": (error.strerror or str(error)).lower()})]
    return reader(str(path), data, encoding)
