"""One build in a process of its own, so that its memory is its own: prints what it took as JSON."""

import json
import resource
import sys
import time
from pathlib import Path


def main(folder: Path, jobs: int, outputs: list[str]) -> None:
    from encoder import edition
    from encoder.pipeline.build import build
    from encoder.pipeline.pool import Pool

    loaded = edition.load(folder)
    start = time.perf_counter()
    report = build(loaded, outputs, pool=Pool(jobs, 600))
    wall = time.perf_counter() - start
    own, workers = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    told = {
        "documents": len(report.documents),
        "errors": report.counts["error"],
        "wall": wall,
        "cpu": own.ru_utime + own.ru_stime + workers.ru_utime + workers.ru_stime,
        "main cpu": own.ru_utime + own.ru_stime,
        "main memory": own.ru_maxrss / 1024,
        "worker memory": workers.ru_maxrss / 1024,
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
