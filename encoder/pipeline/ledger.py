"""What the program last wrote, so that hand edits are known and kept.

The ledger is committed with the TEI files: on another machine, too, a file that is not as it was written belongs to its
editor. A file that the ledger does not know is taken for an editor's, unless
it is what the program would write now.
"""

import hashlib
import json
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

    def edited(self, path: Path, fresh: bytes) -> bool:
        """Whether a file exists and is neither what the program last wrote nor what it would write now: a run that was
        interrupted before it could remember its files has edited nothing."""
        if not path.exists():
            return False
        data = path.read_bytes()
        return data != fresh and self._written.get(path.name) != digest(data)

    def write(self, path: Path, data: bytes) -> None:
        """Write a TEI file and remember it. A file that already holds these bytes is left as it is."""
        if not path.exists() or path.read_bytes() != data:
            files.write(path, data)
        self._written[path.name] = digest(data)

    def save(self) -> None:
        files.write(self.path, (json.dumps(self._written, indent=1, sort_keys=True) + "\n").encode())


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
