"""What is a fact about the tree: layers, the stylesheets' types, codes that are raised and tested."""

import ast
import re
from pathlib import Path

import pytest
from lxml import etree

from encoder import findings
from tests.conftest import ROOT

PACKAGE = ROOT / "encoder"
XSL = "{http://www.w3.org/1999/XSL/Transform}"
# From the bottom up; a module may import its own folder and what stands below it.
LAYERS = [
    "model",
    "data",
    "files",
    "findings",
    "saxon",
    "edition",
    "markup",
    "readers",
    "metadata",
    "inline",
    "registers",
    "blocks",
    "brackets",
    "tei",
    "checks",
    "formats",
    "schema",
    "outputs",
    "deposit",
    "pipeline",
    "preview",
    "display",
    "cli",
    "__main__",
]


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "encoder":
            parts = node.module.split(".")[1:]
            found |= (
                {parts[0]}
                if parts
                else {alias.name for alias in node.names if not alias.name.startswith("_")}
            )
        elif isinstance(node, ast.Import):
            found |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("encoder.")}
    return found


def test_imports_go_down_the_layers() -> None:
    wrong = []
    for path in modules():
        layer = path.relative_to(PACKAGE).with_suffix("").parts[0]
        if layer == "__init__":
            continue
        wrong += [
            f"{path.relative_to(ROOT)} imports {name}"
            for name in imports(path)
            if name != layer and LAYERS.index(name) >= LAYERS.index(layer)
        ]
    assert wrong == []


def test_checks_share_nothing_with_the_writer() -> None:
    for path in (PACKAGE / "checks").rglob("*.py"):
        assert not imports(path) & {"tei", "brackets", "blocks", "inline", "markup", "pipeline"}, path.name


def test_only_one_module_imports_saxonche() -> None:
    assert [
        path.name
        for path in modules()
        if re.search(r"^\s*(?:from|import) saxonche", path.read_text(encoding="utf-8"), re.M)
    ] == ["saxon.py"]


def test_every_code_is_raised_or_generated() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in modules())
    rules = (ROOT / "schema/edition.odd").read_text(encoding="utf-8")
    assert [code for code in findings.codes() if f'"{code}"' not in text and code not in rules] == []


def test_every_code_is_tested() -> None:
    texts = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("*.py"))
    names = " ".join(path.name for path in (ROOT / "tests/bad").glob("*"))
    assert [code for code in findings.codes() if code not in texts and code not in names] == []


@pytest.mark.parametrize("path", sorted((ROOT / "xslt").rglob("*.xsl")), ids=lambda path: path.name)
def test_stylesheets_are_typed_and_declared(path: Path) -> None:
    root = etree.parse(path).getroot()
    assert not list(root.iter(XSL + "import")) and not root.xpath("//@priority")
    for name in ("function", "param", "variable"):
        untyped = [one.get("name") for one in root.iter(XSL + name) if one.get("as") is None]
        assert untyped == [], f"{path.name}: {name} without as"
    assert [
        one.get("match") or one.get("name") for one in root.iter(XSL + "template") if one.get("as") is None
    ] == []
    for mode in root.iter(XSL + "mode"):
        assert mode.get("on-multiple-match") == "fail" or mode.get("on-no-match"), (
            f"{path.name}: mode {mode.get('name')}"
        )


def test_nothing_visible_stands_beside_the_fixed_top_level() -> None:
    tracked = {
        "pyproject.toml",
        "README.md",
        "LICENSE",
        "CHANGELOG.md",
        "CITATION.cff",
        "encoder",
        "xslt",
        "schema",
        "edition",
        "tests",
    }
    ignored = {"dist", "build", "encoder.egg-info"}
    assert {path.name for path in ROOT.iterdir() if not path.name.startswith(".")} <= tracked | ignored
