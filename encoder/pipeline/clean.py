"""An edition as it was before it was ever built, but for its TEI."""

from __future__ import annotations

import shutil
from pathlib import Path

from encoder import files
from encoder.edition import Edition
from encoder.outputs import OUTPUTS
from encoder.pipeline.store import NAME, Store

REPORTS = ("findings.json", "fidelity.txt")


def clean(edition: Edition) -> list[Path]:
    """Remove outputs, reports, and what is remembered of the last build.

    :returns: what was removed.
    :raises UsageError: a run is going on.
    """
    if not edition.build.is_dir():
        return []
    with files.locked(edition.build):
        removed = [
            path for path in (edition.build / name for name in (*OUTPUTS, *REPORTS, NAME)) if path.exists()
        ]
        for path in removed:
            if path.is_dir():
                shutil.rmtree(path)
            elif path.name != NAME:
                path.unlink()
        Store.remove(edition.build)
        for folder in (edition.root, edition.build):
            files.clear_staged(folder)
    return removed
