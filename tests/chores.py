"""Tasks for a pool of processes, in a module that is imported at once."""

import dataclasses
import os
import signal
import time
from typing import ClassVar

from encoder.model import UsageError


@dataclasses.dataclass(frozen=True)
class Task:
    number: int
    timed: ClassVar[bool] = True


def work(run: str, task: Task) -> str:
    """One hangs, one kills its process, one fails."""
    match task.number:
        case 3:
            time.sleep(600)
        case 7:
            os.kill(os.getpid(), signal.SIGKILL)
        case 11:
            raise ValueError("unforeseen")
    return f"{run} {task.number}"


def refuse(run: str, task: Task) -> None:
    raise UsageError("not so")
