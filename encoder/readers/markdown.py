"""Markdown: a text whose signs (``#``, ``**``, ``*``, ``>``) are markup. The signs are read with the blocks."""

from dataclasses import replace

from encoder.model import Finding, Source
from encoder.readers import text


def read(name: str, data: bytes, encoding: str | None) -> tuple[Source | None, list[Finding]]:
    """The same as :func:`encoder.readers.text.read`, with ``form`` set to ``markdown``."""
    source, findings = text.read(name, data, encoding)
    return (replace(source, form="markdown") if source else None), findings
