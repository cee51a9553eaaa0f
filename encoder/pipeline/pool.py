"""Work handed to processes in chunks: a task that hangs or kills its process is named, and costs no other task anything.

Processes and no threads, since SaxonC gains nothing by threads and dies of them. Python's own pools cannot stop one
task: a process that dies breaks the whole of them, and one that hangs is waited for.
"""

from __future__ import annotations

import ctypes
import itertools
import math
import multiprocessing
import os
import signal
import sys
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from typing import Any, Protocol

from encoder import files
from encoder.model import Finding, UsageError

TIMEOUT = 60.0  # seconds for one task
CHUNK = 8  # tasks handed over at once
ENOUGH = 16  # tasks that are worth a process: it compiles grammar and stylesheets first

_CODES = {"late": "P050", "dead": "P051", "bug": "P052"}

Function = Callable[[Any, Any], Any]  # of a module: (the run, one task) → its result


@dataclass(frozen=True, slots=True)
class Failed:
    """A task without a result.

    :param kind: ``late`` (stopped after ``detail`` seconds), ``dead`` (its process ended: ``detail``) or ``bug``
        (an exception that nobody foresaw: ``detail``).
    """

    kind: str
    detail: str

    def finding(self, file: str) -> Finding:
        """What is told of the file, or the part of an output, that cost a process its life or its time."""
        return Finding(_CODES[self.kind], file, words={"detail": self.detail})


class Workers(Protocol):
    """Who does the work of a run."""

    def run(self, function: Function, run: Any, tasks: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
        """Each task with its result or :class:`Failed`, as they are done.

        :param function: of a module, called with ``run`` and one task.
        :param run: what all tasks need.
        :param tasks: values with an attribute ``timed``: whether their time is limited.
        :raises UsageError: a task raised it; the run ends.
        """
        ...

    def close(self) -> None: ...


class Here:
    """All tasks one after the other in this process; nothing stops one that hangs."""

    def run(self, function: Function, run: Any, tasks: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
        for task in tasks:
            result = done(function, run, task)
            if isinstance(result, UsageError):
                raise result
            yield task, result

    def close(self) -> None:
        pass


class Pool:
    """Processes that live until :meth:`close`; the first tasks start them.

    :param jobs: at most so many processes; below 1 for as many as there are processors.
    :param timeout: seconds after which a task is stopped that is ``timed``.
    """

    def __init__(self, jobs: int = -1, timeout: float = TIMEOUT) -> None:
        self._jobs = jobs if jobs > 0 else cores()
        self._timeout = timeout
        self._workers: list[_Worker] = []

    def run(self, function: Function, run: Any, tasks: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
        """See :class:`Workers`; ``run`` is sent to each process once."""
        work = iter(tasks)
        first = list(itertools.islice(work, ENOUGH * self._jobs))
        if not first:
            return
        self._start(min(self._jobs, -(-len(first) // ENOUGH)))
        size = max(1, min(CHUNK, len(first) // (2 * len(self._workers))))
        try:
            yield from self._run(function, run, _Chunks(itertools.chain(first, work), size))
        except BaseException:
            self.close()
            raise

    def _run(self, function: Function, run: Any, chunks: _Chunks) -> Iterator[tuple[Any, Any]]:
        while True:
            for worker in self._workers:
                if not worker.chunk and (chunk := chunks.next()):
                    worker.give(function, run, chunk)
            busy = {worker.connection: worker for worker in self._workers if worker.chunk}
            if not busy:
                return
            ends = min(worker.since + self._limit(worker) for worker in busy.values())
            left = None if ends == math.inf else max(0.0, ends - time.monotonic())
            ready = wait(list(busy), left)
            for connection in ready:
                yield from self._received(busy[connection], chunks)  # type: ignore[index]
            if not ready:
                for worker in busy.values():
                    if time.monotonic() >= worker.since + self._limit(worker):
                        yield from self._replaced(worker, chunks, Failed("late", f"{self._timeout:g}"))

    def _limit(self, worker: _Worker) -> float:
        return self._timeout if worker.ready and worker.chunk[0].timed else math.inf

    def _received(self, worker: _Worker, chunks: _Chunks) -> Iterator[tuple[Any, Any]]:
        try:
            result = worker.connection.recv()
        except (EOFError, OSError):
            yield from self._replaced(worker, chunks, Failed("dead", worker.end()))
            return
        if not worker.ready:
            worker.begin()
            return
        if isinstance(result, UsageError):
            raise result
        yield worker.next(), result

    def _replaced(self, worker: _Worker, chunks: _Chunks, failed: Failed) -> Iterator[tuple[Any, Any]]:
        """The task in hand has failed; the rest of its chunk goes to others."""
        worker.kill()
        task = worker.next()
        chunks.back(list(worker.chunk))
        self._workers.remove(worker)
        self._start(len(self._workers) + 1)
        yield task, failed

    def _start(self, number: int) -> None:
        while len(self._workers) < number:
            self._workers.append(_Worker([worker.connection for worker in self._workers]))

    def close(self) -> None:
        for worker in self._workers:
            worker.kill()
        self._workers.clear()


class _Chunks:
    """Tasks in chunks, taken from their source when they are asked for. What is not timed takes long and goes alone."""

    def __init__(self, tasks: Iterator[Any], size: int) -> None:
        self._tasks, self._size = tasks, size
        self._returned: deque[list[Any]] = deque()
        self._alone: list[Any] = []

    def next(self) -> list[Any]:
        """Nothing where there are no more."""
        if self._returned:
            return self._returned.popleft()
        if self._alone:
            return [self._alone.pop()]
        chunk: list[Any] = []
        while len(chunk) < self._size and (task := next(self._tasks, None)) is not None:
            if not task.timed:
                self._alone.append(task)
                return chunk or self.next()
            chunk.append(task)
        return chunk

    def back(self, chunk: list[Any]) -> None:
        """What a worker could not do."""
        if chunk:
            self._returned.append(chunk)


class _Worker:
    """A process, the chunk that it works on, and when it last said something."""

    def __init__(self, others: Sequence[Connection]) -> None:
        context = _context()
        self.connection, far = context.Pipe()
        forks = context.get_start_method() == "fork"
        told = (far, [*others, self.connection], None) if forks else (far, [], dict(os.environ))
        self._process = context.Process(target=_serve, args=told, daemon=True)  # type: ignore[attr-defined]
        self._process.start()
        far.close()
        self.chunk: deque[Any] = deque()
        self.since = 0.0
        self.ready = False  # whether it has started: that is no document's time
        self._knows: Any = None

    def give(self, function: Function, run: Any, chunk: Sequence[Any]) -> None:
        self.chunk.extend(chunk)
        self.since = time.monotonic()
        with suppress(
            BrokenPipeError, ConnectionResetError
        ):  # it is dead, which is seen when it should answer
            self.connection.send((function, None if self._knows is run else run, chunk))
        self._knows = run

    def begin(self) -> None:
        """It has started."""
        self.ready, self.since = True, time.monotonic()

    def next(self) -> Any:
        """The task in hand, which is over."""
        self.since = time.monotonic()
        return self.chunk.popleft()

    def end(self) -> str:
        """How a dead process ended."""
        self._process.join(1)
        code = self._process.exitcode or 0
        return f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"

    def kill(self) -> None:
        self._process.kill()
        self._process.join()
        self.connection.close()


def _serve(
    connection: Connection, inherited: Sequence[Connection], environment: Mapping[str, str] | None
) -> None:
    """A worker's life: until the main process closes its end, by will or by dying.

    :param environment: that of the main process, where this one has another's.
    """
    if environment is None:
        files.give_up_locks()
        _die_with_parent()
    else:
        os.environ.clear()
        os.environ.update(environment)
    for other in inherited:
        other.close()
    with suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the main process stops us
    run: Any = None
    try:
        connection.send(None)  # we are ready
        while True:
            function, told, chunk = connection.recv()
            run = run if told is None else told
            for task in chunk:
                connection.send(done(function, run, task))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        os._exit(0)


def _die_with_parent() -> None:
    """Where the main process is killed a fork ends at once, whatever it is at (Linux, prctl(2))."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def done(function: Function, run: Any, task: Any) -> Any:
    """The result of a task; an exception is a result too, since it must not cost the others anything."""
    try:
        return function(run, task)
    except (UsageError, OSError) as error:
        return error if isinstance(error, UsageError) else UsageError(_of_system(error))
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{os.path.basename(last.filename)}:{last.lineno}"  # noqa: PTH119
        return Failed("bug", f"{type(error).__name__}: {error} ({place})")


def _of_system(error: OSError) -> str:
    return f"{error.filename or 'the file system'}: {(error.strerror or str(error)).lower()}."


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _context() -> BaseContext:
    """How processes are started: by fork, which is quick, where nothing in this one forbids it.

    A fork has no copy of the threads, neither ours nor those that Saxon may keep; so it is done only while there are none.
    """
    saxon = sys.modules.get("encoder.saxon")
    clean = threading.active_count() == 1 and (saxon is None or not saxon.Stylesheets.made)
    if sys.platform == "linux" and clean:
        return multiprocessing.get_context("fork")
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["encoder.pipeline.tasks"])
    return context
