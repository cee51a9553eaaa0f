"""What an edition is published as: one module or package and one line each (see :mod:`encoder.outputs.output`)."""

from collections.abc import Mapping

from encoder.outputs import epub, html, print, reledmac
from encoder.outputs.output import Output

OUTPUTS: Mapping[str, Output] = {
    "html": html.OUTPUT,
    "print": print.OUTPUT,
    "epub": epub.OUTPUT,
    "reledmac": reledmac.OUTPUT,
}
UNASKED = tuple(name for name, output in OUTPUTS.items() if not output.asked)
