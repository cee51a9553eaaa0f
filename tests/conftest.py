"""What several tests need: the edition, TEI's own grammar, and the independent judges with the reason for a skip."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from encoder import edition
from encoder.deposit.delivery import Order, deliver
from encoder.pipeline import document
from tests.packages import an_edition

os.environ.setdefault(
    "ENCODER_JOBS", "0"
)  # commands run in the process of the tests, whose stylesheets are compiled
ROOT = Path(__file__).resolve().parent.parent
EDITION = ROOT / "edition"
GOOD = ROOT / "tests" / "good"


@pytest.fixture(scope="session")
def shop() -> document.Workshop:
    return document.workshop(edition.load(EDITION))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the sample edition that a test may spoil."""
    target = tmp_path / "edition"
    shutil.copytree(EDITION, target, ignore=shutil.ignore_patterns("build"))
    toml = target / "edition.toml"
    toml.write_text(
        toml.read_text(encoding="utf-8").replace('schema = "../schema"', 'schema = "schema"'),
        encoding="utf-8",
    )
    return target


@pytest.fixture(scope="session")
def schemas() -> Path:
    """The folder with TEI's own grammar, tei_all.rng."""
    folder = Path(os.environ.get("ENCODER_TEST_SCHEMAS", ROOT.parent / "shared" / "schema"))
    if not (folder / "tei_all.rng").exists():
        pytest.skip(f"no tei_all.rng in {folder}; set ENCODER_TEST_SCHEMAS")
    return folder


@pytest.fixture(scope="session")
def jing() -> str:
    found = shutil.which("jing")
    if not found:
        pytest.skip("jing is not installed (apt-get install jing)")
    return found


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return an_edition(tmp_path_factory.mktemp("deposit"))


@pytest.fixture(scope="session")
def packages(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one package in all its forms."""
    out = tmp_path_factory.mktemp("packages")
    delivered = deliver(edition.load(built), Order(out, ("folder", "zip", "tar.gz")))
    assert delivered.findings == []
    return out


@pytest.fixture(scope="session")
def bag(packages: Path) -> Path:
    return packages / "crossing-the-yalu-2026-11-22"


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    """A real browser, without a screen."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("Chromium is not installed")
    with playwright.sync_playwright() as running:
        yield running.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
