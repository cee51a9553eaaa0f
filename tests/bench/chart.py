"""Bars as SVG, for a page or the README."""

from collections.abc import Mapping
from xml.sax.saxutils import escape

_ROW, _LEFT, _WIDTH = 26, 330, 420


def chart(title: str, values: Mapping[str, float], unit: str) -> str:
    """One bar for each value, on a logarithmic scale: each doubling is as long as the one before."""
    import math

    low = min(values.values()) / 2
    span = math.log(max(values.values()) / low) or 1
    rows = []
    for index, (name, value) in enumerate(values.items()):
        y = 48 + index * _ROW
        length = _WIDTH * math.log(value / low) / span
        rows.append(
            f'<text x="{_LEFT - 8}" y="{y + 13}" text-anchor="end">{escape(name)}</text>'
            f'<rect x="{_LEFT}" y="{y}" width="{length:.1f}" height="18" fill="#3b6ea5"/>'
            f'<text x="{_LEFT + length + 6:.1f}" y="{y + 13}">{value:.2f}</text>'
        )
    height = 60 + len(values) * _ROW
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="840" height="{height}" font-family="sans-serif" font-size="13">'
        f'<title>{escape(title)}</title><rect width="840" height="{height}" fill="#fff"/>'
        f'<text x="8" y="24" font-size="15">{escape(title)} ({escape(unit)}, logarithmic)</text>{"".join(rows)}</svg>\n'
    )
