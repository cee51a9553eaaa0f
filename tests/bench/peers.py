"""What other programs take for comparable work on the same files in the same run, where they are installed."""

import importlib.util
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from encoder.data import SCHEMA

TAKEN = 40  # documents


def measured(folder: Path) -> dict[str, float]:
    """CPU milliseconds a document of each peer that is present.

    :param folder: an edition of which the HTML is built.
    """
    sources = sorted((folder / "sources").glob("*.txt"))[:TAKEN]
    tei = [folder / "tei" / f"{path.stem}.xml" for path in sources]
    pages = [folder / "build/html" / f"{path.stem}.html" for path in sources]
    found: dict[str, float] = {}
    if pandoc := _pandoc():
        each = [[pandoc, "-f", "markdown", "-t", "tei", "-s", "-o", "/dev/null", str(one)] for one in sources]
        found["pandoc, text to TEI, a process each"] = _of(each, len(each))
        together = [pandoc, "-f", "markdown", "-t", "tei", "-s", "-o", "/dev/null", *map(str, sources)]
        found["pandoc, text to TEI, all in one process"] = _of([together], len(sources))
        each = [
            [pandoc, "-f", "markdown", "-t", "html", "-s", "-o", "/dev/null", str(one)] for one in sources
        ]
        found["pandoc, text to HTML, a process each"] = _of(each, len(each))
    if jing := shutil.which("jing"):
        command = [jing, str(SCHEMA / "edition.rng"), *map(str, tei)]
        found["jing, RELAX NG, all in one process"] = _of([command], len(tei))
    if importlib.util.find_spec("weasyprint"):
        some = pages[:5]
        program = (
            "import sys, weasyprint\nfor page in sys.argv[1:]: weasyprint.HTML(page).write_pdf('/dev/null')"
        )
        found["WeasyPrint, page to PDF, all in one process"] = _of(
            [[sys.executable, "-c", program, *map(str, some)]], len(some)
        )
    if fop := shutil.which("fop"):
        found["FOP, TEI's text to PDF, all in one process"] = _fop(fop, sources)
    return found


def _pandoc() -> str | None:
    if importlib.util.find_spec("pypandoc"):
        import pypandoc

        return str(pypandoc.get_pandoc_path())
    return shutil.which("pandoc")


def _fop(fop: str, sources: Sequence[Path]) -> float:
    blocks = "".join(
        f"<fo:block>{line.replace('&', '&amp;').replace('<', '&lt;')}</fo:block>"
        for path in sources
        for line in path.read_text(encoding="utf-8").splitlines()
    )
    page = '<fo:simple-page-master master-name="p"><fo:region-body/></fo:simple-page-master>'
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "all.fo"
        path.write_text(
            f'<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format"><fo:layout-master-set>{page}'
            f'</fo:layout-master-set><fo:page-sequence master-reference="p"><fo:flow flow-name="xsl-region-body">'
            f"{blocks}</fo:flow></fo:page-sequence></fo:root>",
            encoding="utf-8",
        )
        return _of([[fop, str(path), f"{folder}/all.pdf"]], len(sources))


def _of(commands: Sequence[Sequence[str]], documents: int) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for command in commands:
        subprocess.run(command, check=False, capture_output=True, timeout=600)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return 1000 * spent / documents


def idle() -> float:
    """How much of a second another program takes away from this one: 0 where the machine is ours."""
    wall, own = time.perf_counter(), time.process_time()
    while time.perf_counter() - wall < 0.5:
        pass
    return max(0.0, 1 - (time.process_time() - own) / 0.5)
