"""Runs of one target, by Hypothesis or by atheris, until the time is over or something crashes."""

import hashlib
import subprocess
import sys
import time
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.fuzz.inputs import INPUTS
from tests.fuzz.targets import TARGETS

CRASHES = Path(__file__).with_name("crashes")
_QUIET = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)


def once(target: str, examples: int, number: int = 0) -> bytes | None:
    """So many inputs. :returns: the smallest that crashed; None where none did."""
    last: list[bytes] = []

    def tried(data: bytes) -> None:
        last[:] = [data]
        TARGETS[target](data)

    trial = settings(
        max_examples=examples,
        deadline=None,
        database=None,
        suppress_health_check=_QUIET,
        phases=(Phase.generate, Phase.shrink),
    )(seed(number)(given(INPUTS[target])(tried)))
    try:
        trial()
    except Exception:
        return last[0]
    return None


def hypothesis(target: str, seconds: float) -> bytes | None:
    """Again and again with other inputs."""
    end, number = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        if (crash := once(target, 50, number)) is not None:
            return crash
        number += 1
    return None


def atheris(target: str, seconds: float) -> bytes | None:
    """Inputs that reach code no other reached, in a process of its own, since libFuzzer ends it."""
    program = (
        "import sys, atheris\n"
        "with atheris.instrument_imports(include=['encoder']):\n"
        "    from tests.fuzz.targets import TARGETS\n"
        f"atheris.Setup(sys.argv, TARGETS[{target!r}])\n"
        "atheris.Fuzz()\n"
    )
    CRASHES.mkdir(exist_ok=True)
    before = set(CRASHES.iterdir())
    command = [
        sys.executable,
        "-c",
        program,
        f"-max_total_time={int(seconds)}",
        f"-artifact_prefix={CRASHES}/{target}-",
    ]
    subprocess.run(command, check=False, stderr=subprocess.DEVNULL)
    found = sorted(set(CRASHES.iterdir()) - before)
    data = found[0].read_bytes() if found else None
    for path in found:
        path.unlink()
    return data


def keep(target: str, data: bytes) -> Path:
    """Put a crash where the tests find it."""
    CRASHES.mkdir(exist_ok=True)
    path = CRASHES / f"{target}-{hashlib.sha256(data).hexdigest()[:12]}"
    path.write_bytes(data)
    return path
