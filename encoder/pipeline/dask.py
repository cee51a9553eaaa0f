"""Work handed to a Dask scheduler: the same tasks on many machines, which see the edition under the same path.

Each worker of Dask keeps a process of ours beside it, so that a task that hangs can be stopped, and since Saxon bears no
threads. What is not timed (files of the whole) is done here, where the store is.
"""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from typing import Any

from encoder.model import UsageError
from encoder.pipeline.pool import TIMEOUT, Failed, Function, Pool

CHUNK = 100  # tasks; one by one they cost three times as much
_local = threading.local()


class Dask:
    """Takes the place of a :class:`Pool`.

    :param address: of a scheduler, ``tcp://HOST:PORT``.
    :raises UsageError: Dask is not installed, or nobody answers there.
    """

    def __init__(self, address: str, timeout: float = TIMEOUT) -> None:
        try:
            self._dask: Any = import_module("distributed")
        except ImportError:
            raise UsageError("--scheduler needs Dask: pip install 'encoder[dask]'.") from None
        try:
            self._client = self._dask.Client(address, timeout=10)
        except (OSError, ValueError, TimeoutError):
            raise UsageError(f"{address}: no Dask scheduler answers there.") from None
        self._timeout = timeout
        self._here = Pool(timeout=timeout)

    def run(self, function: Function, run: Any, tasks: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
        """See :class:`encoder.pipeline.pool.Workers`."""
        work = iter(tasks)
        first = list(itertools.islice(work, 1))
        if not first or not first[0].timed:
            yield from self._here.run(function, run, itertools.chain(first, work))
            return
        told = self._client.scatter(run, broadcast=True)
        futures = {}
        for chunk in _chunks(itertools.chain(first, work)):
            future = self._client.submit(_done, function, told, chunk, self._timeout, pure=False, retries=3)
            futures[future] = chunk
        for future in self._dask.as_completed(list(futures)):
            chunk = futures.pop(future)
            try:
                results = future.result()
            except UsageError:
                raise
            except Exception as error:
                results = [Failed("dead", f"Dask gave it up: {error}")] * len(chunk)
            yield from zip(chunk, results, strict=True)

    def close(self) -> None:
        self._here.close()
        self._client.close()


def _chunks(tasks: Iterable[Any]) -> Iterator[list[Any]]:
    work = iter(tasks)
    while chunk := list(itertools.islice(work, CHUNK)):
        yield chunk


def _done(function: Function, run: Any, chunk: Sequence[Any], timeout: float) -> list[Any]:
    """The results of a chunk in its order, made by the process beside this worker of Dask."""
    pool = getattr(_local, "pool", None)
    if pool is None:
        pool = _local.pool = Pool(1, timeout)
    places = {id(task): index for index, task in enumerate(chunk)}
    results: list[Any] = [None] * len(chunk)
    for task, result in pool.run(function, run, chunk):
        results[places[id(task)]] = result
    return results
