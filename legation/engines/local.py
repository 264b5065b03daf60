"""The default engine: a pool of processes on this machine, or this process alone with one worker."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from itertools import chain, islice
from typing import Any, TypeVar

from legation.engines.groups import find_groups

T = TypeVar("T")
R = TypeVar("R")
FEW = 12  # items that take less time in this process than a worker takes to start
AHEAD = 4  # items in flight for each worker: keeps workers busy and memory small


class LocalEngine:
    """Runs functions in ``workers`` processes; functions and items must be picklable unless ``workers`` is 1.

    A worker that dies (out of memory, a crash in native code) takes no other item with it: those in flight are tried
    again one by one, and the one that kills its worker again is given to ``lost``.
    """

    def __init__(self, workers: int | None = None) -> None:
        self.workers = workers or os.cpu_count() or 1

    def map(self, function: Callable[[T], R], items: Iterable[T], lost: Callable[[T], R] | None = None) -> Iterator[R]:
        """``function(item)`` of each item, in order."""
        rest = iter(items)
        first = [] if self.workers == 1 else list(islice(rest, FEW + 1))
        if len(first) <= FEW:
            yield from map(function, chain(first, rest))
            return
        waiting = chain(first, rest)
        retry: deque[T] = deque()
        while True:
            yield from self._run(function, waiting, retry)
            if not retry:
                return
            while retry:
                yield _run_alone(function, retry.popleft(), lost)

    def group_map(
        self,
        function: Callable[[list[T]], R],
        items: Iterable[T],
        key: Callable[[T], Any],
        lost: Callable[[list[T]], R] | None = None,
    ) -> Iterator[R]:
        """``function(group)`` of each group, in the order of the keys; items keep their order within a group."""
        return self.map(function, find_groups(items, key), lost)

    def _run(self, function: Callable[[T], R], items: Iterator[T], retry: deque[T]) -> Iterator[R]:
        """Results until all is done or a worker dies; then the items in flight are left in ``retry``."""
        flying: deque[T] = deque()
        answers: deque[Future[R]] = deque()
        with ProcessPoolExecutor(self.workers, _context(function)) as pool:
            try:
                while True:
                    for item in islice(items, self.workers * AHEAD - len(flying)):
                        flying.append(item)
                        answers.append(_submit(pool, function, item))
                    if not flying:
                        return
                    result = answers.popleft().result()
                    flying.popleft()
                    yield result
            except BrokenProcessPool:
                retry.extend(flying)
            finally:
                pool.shutdown(wait=False, cancel_futures=True)


def _submit(pool: ProcessPoolExecutor, function: Callable[[T], R], item: T) -> Future[R]:
    """The item given to the pool; workers that it starts for it do not run the user's script a second time.

    A worker imports the user's script first, and one that builds without asking for its own name would build again in
    each of them. Where a function or an item stands in that script, workers cannot do without it.
    """
    if _is_of_script(function) or _is_of_script(item):
        return pool.submit(function, item)
    with _hidden_script():
        return pool.submit(function, item)


def _is_of_script(thing: Any) -> bool:
    """Whether the user's script defines a function, the class of an object, or what these are made of."""
    if isinstance(thing, partial):
        return any(map(_is_of_script, (thing.func, *thing.args, *thing.keywords.values())))
    if isinstance(thing, list | tuple):
        return any(map(_is_of_script, thing))
    owner = getattr(thing, "__self__", None)
    return getattr(thing, "__module__", None) == "__main__" or (owner is not None and _is_of_script(owner))


@contextmanager
def _hidden_script() -> Iterator[None]:
    """Meanwhile the script has no name and no file by which a worker that starts could find it."""
    script = vars(sys.modules["__main__"])
    kept: dict[str, Any] = {name: script[name] for name in ("__spec__", "__file__") if name in script}
    script["__spec__"] = None
    script.pop("__file__", None)
    try:
        yield
    finally:
        script.update(kept)


def _run_alone(function: Callable[[T], R], item: T, lost: Callable[[T], R] | None) -> R:
    with ProcessPoolExecutor(1, _context(function)) as pool:
        try:
            return _submit(pool, function, item).result()
        except BrokenProcessPool:
            if lost is None:
                raise
            return lost(item)


def _context(function: Callable[..., Any]) -> multiprocessing.context.BaseContext:
    """Workers that do not inherit this process's threads (the progress bar's is one): forking those can hang.

    Where there is a fork server it imports the function's module once for all workers.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([getattr(function, "func", function).__module__])
    return context
