"""A local preview: what changes in an edition is built again, and the pages that became others are loaded again.

Nothing of it is in the published site. The server puts one script into the pages that it hands out; that script asks,
by a script of its own (all that the pages' Content-Security-Policy allows), what has changed, and the answer waits until
something has.
"""

from __future__ import annotations

import functools
import json
import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from encoder import data, edition, files, findings
from encoder.model import UsageError
from encoder.pipeline import build

OUTPUT = "html"
WAIT = 20.0  # seconds that an answer waits for a change
LOOK = 0.4  # seconds between two looks at the files
_OWN = "/.encoder/"
_SHARED = re.compile(r"[^/]+\.(css|js)")  # files that all pages use; those in folders are data of search
_TYPES = {
    ".bib": "application/x-bibtex",
    ".ris": "application/x-research-info-systems",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
}

State = Mapping[Path, str]


class Preview:
    """An edition that is watched and built. One thread builds; the server's threads only read what was built."""

    def __init__(self, root: Path, tell: Callable[[str], None] = lambda text: None) -> None:
        self.root = root
        self.folder = root / "build" / OUTPUT
        self._tell = tell
        self._changes: list[frozenset[str]] = []  # the files that each build has changed
        self._message = ""
        self._news = threading.Condition()

    @property
    def number(self) -> int:
        """How many builds there have been."""
        return len(self._changes)

    def build(self) -> None:
        """Build the edition, and let everybody know who waits.

        :raises UsageError: it cannot be built.
        """
        before = _state(self.folder)
        report = build.build(edition.load(self.root), outputs=(OUTPUT,))
        after = _state(self.folder)
        changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
        errors = [findings.as_text(one) for one in report.gravest if findings.severity(one) == "error"]
        message = "\n".join(errors)
        if self._changes and not changed and message == self._message:
            return
        self._publish(frozenset(path.relative_to(self.folder).as_posix() for path in changed), message)
        counted = ", ".join(f"{number} {name}" for name, number in report.counts.items())
        self._tell(f"{len(report.documents)} documents, {len(changed)} files changed; findings: {counted}")
        if message:
            self._tell(message)

    def watch(self, stop: Callable[[], bool]) -> None:
        """Build whenever a file of the edition changes, until ``stop``. What cannot be built is told, and watched on."""
        built = seen = _state(self.root, "build")
        while not stop():
            time.sleep(LOOK)
            before, seen = seen, _state(self.root, "build")
            if seen == built or seen != before:  # nothing to do, or somebody is still writing
                continue
            try:
                self.build()
            except UsageError as error:
                self._publish(frozenset(), str(error))
                self._tell(str(error))
            built = seen  # what the build itself has written is looked at once more

    def _publish(self, changed: frozenset[str], message: str) -> None:
        with self._news:
            self._changes.append(changed)
            self._message = message
            self._news.notify_all()

    def changes(self, since: int, page: str) -> Mapping[str, Any]:
        """What a page that was handed out after so many builds must know; waits until there is something."""
        with self._news:
            self._news.wait_for(lambda: self.number > since, WAIT)
            changed = frozenset().union(*self._changes[since:])
            return {
                "number": self.number,
                "reload": page in changed or any(map(_SHARED.fullmatch, changed)),
                "message": self._message,
            }


def _state(folder: Path, without: str = "") -> State:
    """What ``stat`` says of the files below a folder, without hidden ones."""
    found: dict[Path, str] = {}
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.startswith(".") or path.name == without:
            continue
        if path.is_dir():
            found |= _state(path)
        else:
            found[path] = files.signature(path)
    return found


@contextmanager
def served(preview: Preview, port: int) -> Iterator[str]:
    """Serve what is built to this machine alone.

    :param port: 0 takes a free one. :returns: the address.
    :raises UsageError: the port is taken.
    """
    handler = functools.partial(_Handler, preview, directory=str(preview.folder))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError:
        raise UsageError(f"port {port} is taken; --port 0 takes a free one.") from None
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


class _Handler(SimpleHTTPRequestHandler):
    extensions_map = SimpleHTTPRequestHandler.extensions_map | _TYPES

    def __init__(self, preview: Preview, *arguments: Any, **named: Any) -> None:
        self._preview = preview
        super().__init__(*arguments, **named)

    def handle(self) -> None:
        with suppress(ConnectionError):  # a browser that has gone on to another page
            super().handle()

    def do_GET(self) -> None:
        host = self.headers.get("Host", "").rpartition(":")[0]
        if host not in ("127.0.0.1", "localhost"):  # another site's name that leads here
            self.send_error(HTTPStatus.FORBIDDEN)
            return
        asked = urlsplit(self.path)
        path = Path(self.translate_path(self.path))
        if asked.path == f"{_OWN}reload.js":
            self._send((data.XSLT / "assets" / "preview.js").read_bytes(), "text/javascript")
        elif asked.path == f"{_OWN}changes.js":
            self._changes(parse_qs(asked.query))
        elif path.is_dir():
            self._page(path / "index.html")
        elif path.suffix == ".html":
            self._page(path)
        else:
            super().do_GET()

    def _changes(self, asked: Mapping[str, list[str]]) -> None:
        since = asked.get("since", ["0"])[0]
        page = unquote(asked.get("page", [""])[0]).lstrip("/") or "index.html"
        told = self._preview.changes(int(since) if since.isdigit() else 0, page)
        self._send(f"encoderPreview({json.dumps(told)});".encode(), "text/javascript")

    def _page(self, path: Path) -> None:
        try:
            page = path.read_bytes()
        except OSError:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        script = f'<script src="{_OWN}reload.js?{self._preview.number}"></script></head>'
        self._send(page.replace(b"</head>", script.encode(), 1), "text/html; charset=utf-8")

    def _send(self, content: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        pass
