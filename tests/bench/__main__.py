"""``python -m tests.bench``: corpora of several sizes built, built again and built after one edit; stages and peers."""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.bench import corpus, peers, stages
from tests.bench.chart import chart

SAMPLE = 100  # documents of which each stage is measured


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "sizes", type=int, nargs="*", default=[100, 1_000, 10_000], help="documents; 100 1000 10000"
    )
    parser.add_argument("--outputs", nargs="*", default=["html"], help="what is published: html")
    parser.add_argument("--jobs", type=int, default=-1, help="processes; one for each processor")
    parser.add_argument(
        "--length", type=int, default=corpus.SIZE, help=f"characters of a document; {corpus.SIZE}"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", "--output", type=Path, help="a folder for bench.json and bench.svg")
    told = measured(parser.parse_args())
    print(as_text(told))


def measured(options: argparse.Namespace) -> dict[str, Any]:
    """Everything; the corpora are removed afterwards."""
    told: dict[str, Any] = {"machine": machine(), "outputs": options.outputs, "builds": {}}
    with tempfile.TemporaryDirectory() as folder:
        for size in options.sizes:
            root = Path(folder) / str(size)
            corpus.make(root, size, options.seed, options.length)
            told["builds"][size] = builds(root, options)
        told["stages"] = stages.measured(root, SAMPLE)
        told["peers"] = peers.measured(root)
    if options.output:
        options.output.mkdir(parents=True, exist_ok=True)
        (options.output / "bench.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
        values = {**told["stages"], **told["peers"]}
        (options.output / "bench.svg").write_text(
            chart("CPU time of one document", values, "ms"), encoding="utf-8"
        )
    return told


def builds(root: Path, options: argparse.Namespace) -> dict[str, Any]:
    """The first build, one with nothing changed, one after an edit of one word."""
    first = _build(root, options)
    again = _build(root, options)
    path = sorted((root / "sources").glob("*.txt"))[len(list((root / "sources").iterdir())) // 2]
    path.write_text(path.read_text(encoding="utf-8").replace(" the ", " that ", 1), encoding="utf-8")
    return {"first": first, "unchanged": again, "one edit": _build(root, options)}


def _build(root: Path, options: argparse.Namespace) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.bench.run", str(root), str(options.jobs), *options.outputs]
    made = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(json.loads(made.stdout))


def machine() -> str:
    """The machine in one line."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    model = next(
        (line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.machine()
    )
    return f"{len(os.sched_getaffinity(0))} processors ({model}), {platform.system()}, Python {platform.python_version()}"


def as_text(told: dict[str, Any]) -> str:
    """Tables in Markdown."""
    rows = [
        told["machine"],
        "",
        "| documents | documents/s | CPU ms/document | unchanged | one edit | main process | worker |",
        "|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for size, made in told["builds"].items():
        first = made["first"]
        share = {
            name: f"{100 * made[name]['cpu'] / first['cpu']:.2f} %" for name in ("unchanged", "one edit")
        }
        rows.append(
            f"| {int(size):,} | {first['documents'] / first['wall']:.0f} | {1000 * first['cpu'] / first['documents']:.2f} "
            f"| {share['unchanged']} | {share['one edit']} | {first['main memory']:.0f} MB | {first['worker memory']:.0f} MB |"
        )
    rows += ["", "| stage or peer | CPU ms/document | times the floor |", "|:--|--:|--:|"]
    values = {**told["stages"], **told["peers"]}
    floor = next(iter(values.values()))
    rows += [f"| {name} | {value:.2f} | {value / floor:.0f} |" for name, value in values.items()]
    return "\n".join(rows)


if __name__ == "__main__":
    main()
