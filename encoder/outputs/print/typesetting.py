"""Typst: something set, asked about its pages, and made a PDF that keeps to PDF/A-3a and PDF/UA-1."""

import datetime
import json
from collections.abc import Mapping
from typing import Any

import typst

from encoder.model import UsageError
from encoder.outputs.print.settings import TEMPLATE


class Job:
    """A template with its inputs. What has been laid out for one question is not laid out again for the next.

    :param template: a file of ``xslt/print``. :param fonts: the only ones that are looked at.
    """

    def __init__(self, template: str, fonts: typst.Fonts, inputs: Mapping[str, str]) -> None:
        self._compiler = typst.Compiler(
            TEMPLATE / template, root=TEMPLATE, font_paths=fonts, sys_inputs=dict(inputs)
        )

    def answer(self, expression: str) -> Any:
        """The value of a Typst expression about the pages, as JSON has it.

        :raises UsageError: Typst refuses the template or its inputs.
        """
        try:
            return json.loads(self._compiler.eval(expression))
        except RuntimeError as error:
            raise refusal(error) from error

    def pdf(self, date: datetime.date) -> bytes:
        """The PDF. Every warning is a refusal: none is about something that may stay as it is.

        :raises UsageError: Typst refuses something, or warns of it.
        """
        try:
            pdf, warnings = self._compiler.compile_with_warnings(
                format="pdf",
                pdf_standards=["a-3a", "ua-1"],
                timestamp=datetime.datetime.combine(date, datetime.time(), datetime.UTC),
            )
        except typst.TypstError as error:
            raise refusal(error) from error
        if warnings:
            raise refusal(*warnings)
        assert isinstance(pdf, bytes)
        return pdf


def forget() -> None:
    """Let Typst drop what it has laid out for questions long past: it does so only when it has made a file."""
    typst.compile(b" ", format="svg")


def refusal(*messages: Exception) -> UsageError:
    said = "\n".join(str(getattr(message, "diagnostic", message)) for message in messages)
    return UsageError(f"The print edition cannot be set. Typst says: {said}")
