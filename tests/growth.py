"""Growth by ratio: four times the input takes less than five times the time. No test asserts seconds."""

import gc
import time
from collections.abc import Callable


def ratio(run: Callable[[int], object], small: int, below: float = 5) -> float:
    """Processor time of ``run(4 * small)`` over that of ``run(small)``, each the best of three runs, since another program
    on the machine can only make a run slower; for the same reason measured anew, up to six times, until clearly ``below``
    what is asked for."""
    least = float("inf")
    for _ in range(6):
        least = min(least, _best(run, 4 * small) / max(_best(run, small), 1e-5))
        if least < 0.92 * below:
            break
    return least


def _best(run: Callable[[int], object], size: int) -> float:
    gc.disable()  # the collector's own work grows with all objects alive, whoever made them
    try:
        return min(_seconds(run, size) for _ in range(3))
    finally:
        gc.enable()


def _seconds(run: Callable[[int], object], size: int) -> float:
    start = time.process_time()
    run(size)
    return time.process_time() - start
