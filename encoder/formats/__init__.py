"""What was checked and found, for people and for other programs: one module for each format, one line in the table."""

from collections.abc import Callable, Mapping

from encoder.formats import github, json, junit, sarif, text
from encoder.formats.outcome import Outcome

FORMATS: Mapping[str, Callable[[Outcome], str]] = {
    "text": text.render,
    "json": json.render,
    "sarif": sarif.render,
    "junit": junit.render,
    "github": github.render,
}
