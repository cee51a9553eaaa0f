"""The local preview: what changes is built and loaded again; the published site knows nothing of it."""

import json
import shutil
import socket
import threading
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from encoder import preview
from encoder.cli import main
from encoder.model import UsageError
from encoder.preview import Preview, served

SOURCE = "sources/prc-1961-05-12.txt"
TEI = "tei/prc-1961-05-12.xml"
PAGE = "prc-1961-05-12.html"


def got(address: str, **headers: str) -> str:
    with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=60) as answer:
        assert answer.headers["Cache-Control"] == "no-store"
        return str(answer.read().decode())


def news(address: str, since: int, page: str) -> dict[str, Any]:
    text = got(f"{address}.encoder/changes.js?since={since}&page=/{page}")
    told: dict[str, Any] = json.loads(text.removeprefix("encoderPreview(").removesuffix(");"))
    return told


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def while_watching(shown: Preview, act: Callable[[str], None]) -> None:
    """Somebody reads and edits in a thread; this one builds, as ``encoder serve`` does."""
    failed: list[BaseException] = []

    def run(address: str) -> None:
        try:
            act(address)
        except BaseException as error:
            failed.append(error)

    with served(shown, 0) as address:
        reader = threading.Thread(target=run, args=(address,))
        reader.start()
        shown.watch(lambda: not reader.is_alive())
        reader.join()
    if failed:
        raise failed[0]


@pytest.fixture
def shown(copy: Path, monkeypatch: pytest.MonkeyPatch) -> Preview:
    monkeypatch.setattr(preview, "LOOK", 0.02)
    shown = Preview(copy)
    shown.build()
    return shown


def test_a_page_that_changes_is_loaded_again_and_no_other(shown: Preview) -> None:
    def act(address: str) -> None:
        assert "recently many people" in got(address + PAGE)
        change(shown.root / SOURCE, "recently many people", "lately many people")
        assert news(address, 1, PAGE) == {"number": 2, "reload": True, "message": ""}
        assert news(address, 1, "prc-1957-12-17.html")["reload"] is False
        assert "lately many people" in got(address + PAGE)

    while_watching(shown, act)


def test_what_cannot_be_built_is_shown_and_watched_on(shown: Preview) -> None:
    toml = shown.root / "edition.toml"

    def act(address: str) -> None:
        change(toml, "[edition]", "[edition")
        told = news(address, 1, PAGE)
        assert "not valid TOML" in told["message"] and told["reload"] is False
        change(toml, "[edition", "[edition]")
        assert news(address, told["number"], PAGE)["message"] == ""
        change(shown.root / TEI, "</p>", "</q>")
        assert "T001" in news(address, shown.number, PAGE)["message"]

    while_watching(shown, act)


def test_the_script_is_in_what_is_served_and_not_in_what_is_published(shown: Preview) -> None:
    with served(shown, 0) as address:
        for path in ("", "index.html", PAGE):
            assert '<script src="/.encoder/reload.js?1"></script></head>' in got(address + path)
        assert "encoderPreview" in got(address + ".encoder/reload.js?1")
        assert got(address + "search/index.js").startswith("searchData(")
        for wrong in ("nowhere.html", "../edition.toml", "%2e%2e/edition.toml", "search/"):
            with pytest.raises(urllib.error.HTTPError, match="404"):
                got(address + wrong)
        with pytest.raises(urllib.error.HTTPError, match="403"):
            got(address, Host="example.org")
    published = shown.folder.rglob("*")
    assert not [path for path in published if path.is_file() and b".encoder/" in path.read_bytes()]


def test_a_port_that_is_taken_is_one_sentence(shown: Preview) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(UsageError, match="is taken"), served(shown, other.getsockname()[1]):
            pass


def test_no_edition_is_one_sentence(tmp_path: Path) -> None:
    from click.testing import CliRunner

    result = CliRunner().invoke(main, ["serve", str(tmp_path)])
    assert result.exit_code == 2 and result.output.count("\n") == 1 and "no edition here" in result.output


@pytest.mark.judge
def test_the_browser_loads_it_again(shown: Preview) -> None:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("Chromium is not installed")

    def act(address: str) -> None:
        complaints: list[str] = []
        with playwright.sync_playwright() as running:
            page = running.chromium.launch(executable_path=chromium, args=["--no-sandbox"]).new_page()
            page.on("console", lambda message: complaints.append(message.text))
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.goto(address + PAGE)
            page.wait_for_timeout(200)
            change(shown.root / SOURCE, "recently many people", "lately many people")
            page.wait_for_selector("text=lately many people")
            change(shown.root / "edition.toml", "[edition]", "[edition")
            page.wait_for_selector("[role=alert]")
            assert "not valid TOML" in page.inner_text("[role=alert]")
            change(shown.root / "edition.toml", "[edition", "[edition]")
            page.wait_for_selector("[role=alert]", state="detached")
        assert complaints == []

    while_watching(shown, act)
