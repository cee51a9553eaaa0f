"""``python -m tests.fuzz``: each target for some seconds; exit code 1 where something crashed."""

import argparse
import sys

from tests.fuzz import run
from tests.fuzz.targets import TARGETS


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"{', '.join(TARGETS)}; all")
    parser.add_argument("--seconds", type=float, default=60, help="for each target; 60")
    parser.add_argument("--engine", choices=["hypothesis", "atheris"], default="hypothesis")
    options = parser.parse_args()
    crashed = 0
    for target in options.targets or TARGETS:
        data = getattr(run, options.engine)(target, options.seconds)
        told = "no crash" if data is None else f"CRASHED; kept as {run.keep(target, data)}"
        print(f"{target}: {told}", flush=True)
        crashed += data is not None
    return min(crashed, 1)


if __name__ == "__main__":
    sys.exit(main())
