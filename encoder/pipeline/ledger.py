"""What the program last wrote, so that hand edits are known and kept.

The ledger is committed with the TEI files: on another machine, too, a file that is not as it was written belongs to its
editor. A file that the ledger does not know is taken for an editor's, unless
it is what the program would write now.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from encoder import files

NAME = ".written.json"


class Ledger:
    """SHA-256 of each TEI file as the program last wrote it, by file name."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        try:
            known = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            known = {}
        self._written: dict[str, str] = known if isinstance(known, dict) else {}
        self._saved = dict(self._written)

    def __getitem__(self, name: str) -> str:
        """The digest of a file as it was written; empty where it never was."""
        return self._written.get(name, "")

    def __setitem__(self, name: str, digest: str) -> None:
        self._written[name] = digest

    def adopt(self, intended: Mapping[str, str]) -> None:
        """Take over what a run meant to write that was killed before it could save its ledger, where it did write it."""
        for name, digest in intended.items():
            path = self.path.parent / name
            if path.exists() and files.digest(path.read_bytes()) == digest:
                self._written[name] = digest

    def save(self) -> None:
        if self._written != self._saved or not self.path.exists():
            files.write(self.path, (json.dumps(self._written, indent=1, sort_keys=True) + "\n").encode())
