"""The distributed engine: the same functions as rows of a Daft frame, on this machine or on a Ray cluster (``scale``).

Daft's own variables say where: none, or ``DAFT_RUNNER=native``, for processes of this machine; ``DAFT_RUNNER=ray`` with
``RAY_ADDRESS`` for a cluster. Neither Daft nor Ray is let to tell anybody of its use.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

from legation.engines.groups import find_groups
from legation.errors import LegationError, UsageError
from legation.extras import load_extra

T = TypeVar("T")
R = TypeVar("R")
Numbered = tuple[int, Any]

QUIET = {"DO_NOT_TRACK": "1", "DAFT_ANALYTICS_ENABLED": "0", "RAY_USAGE_STATS_ENABLED": "0", "DAFT_PROGRESS_BAR": "0"}
HANDED_ON = ("LEGATION_KNOWLEDGE",)  # variables of this process that workers on other machines need too
WAVE = 256  # items for each worker in one query: a worker's start, some seconds, is then lost among minutes of work
BATCH = 4  # items sent to a worker at once
MOST_LOST = 8  # items in a row that kill their worker; after so many it is the cluster that is broken, not a report


class DaftEngine:
    """Runs functions on ``workers`` processes, or actors of a cluster; functions and items must be picklable.

    A worker that dies takes no other item with it: what it held is asked again, and the item that kills a second
    worker is given to ``lost``. Results come in the order of the items, on any number of workers.
    """

    def __init__(self, workers: int | None = None) -> None:
        self.daft = load_daft()
        if os.environ.get("DAFT_RUNNER", "").lower() == "ray":
            _start_ray(self.daft)
        self.workers = workers or os.cpu_count() or 1
        self._lost_in_a_row = 0

    def map(self, function: Callable[[T], R], items: Iterable[T], lost: Callable[[T], R] | None = None) -> Iterator[R]:
        """``function(item)`` of each item, in order; a few hundred items a worker are held at a time."""
        rest = iter(items)
        while wave := list(islice(rest, self.workers * WAVE)):
            found: dict[int, R] = {}
            shown = 0
            for place, result in self._settle(function, list(enumerate(wave)), lost):
                found[place] = result
                while shown in found:
                    yield found.pop(shown)
                    shown += 1

    def group_map(
        self,
        function: Callable[[list[T]], R],
        items: Iterable[T],
        key: Callable[[T], Any],
        lost: Callable[[list[T]], R] | None = None,
    ) -> Iterator[R]:
        """``function(group)`` of each group, in the order of the keys; items keep their order within a group."""
        return self.map(function, find_groups(items, key), lost)

    def _settle(
        self, function: Callable[[T], R], items: Sequence[Numbered], lost: Callable[[T], R] | None, again: bool = False
    ) -> Iterator[tuple[int, R]]:
        """(place, result) of every item, in any order, whatever dies on the way."""
        done: set[int] = set()
        try:
            for place, result in self._query(function, items):
                done.add(place)
                self._lost_in_a_row = 0
                yield place, result
            return
        except _WorkerDiedError as error:
            died = error
        waiting = [item for item in items if item[0] not in done]
        if len(waiting) > 1:
            cut = min(self.workers * BATCH * 2, len(waiting) // 2)  # the killer is among the first that are waiting
            for part in (waiting[:cut], waiting[cut:]):
                yield from self._settle(function, part, lost, again=True)
        elif not again:
            yield from self._settle(function, waiting, lost, again=True)
        else:
            yield waiting[0][0], self._give_up(waiting[0][1], lost, died)

    def _give_up(self, item: T, lost: Callable[[T], R] | None, died: _WorkerDiedError) -> R:
        self._lost_in_a_row += 1
        if lost is None or self._lost_in_a_row >= MOST_LOST:
            remedy = "see that the workers have memory, and the same Legation as this process"
            raise LegationError(f"Daft's workers die: {died}", remedy) from died
        return lost(item)

    def _query(self, function: Callable[[T], R], items: Sequence[Numbered]) -> Iterator[tuple[int, R]]:
        """(place, result) of the items of one frame, as workers answer; an error of the function is raised here."""
        frame = self.daft.from_pydict(
            {"place": [place for place, _ in items], "item": [pickle.dumps(item) for _, item in items]}
        )
        batch = max(1, min(BATCH, len(items) // (self.workers * 8)))
        run = _make_udf(self.daft, function, min(self.workers, len(items)), batch)
        frame = frame.into_batches(batch).select("place", run(frame["item"]).alias("answer"))
        for row in _rows_of(frame):
            answer = pickle.loads(row["answer"])
            if isinstance(answer, _Raised):
                raise answer.error
            yield row["place"], answer


class _WorkerDiedError(Exception):
    """The query broke: a worker is gone, and what it held with it."""


@dataclass(frozen=True, slots=True)
class _Raised:
    """What a function raised in its worker."""

    error: Exception


def _rows_of(frame: Any) -> Iterator[dict[str, Any]]:
    rows = frame.iter_rows()
    while True:
        try:
            row = next(rows, None)
        except Exception as error:  # what a dead worker raises differs between the runners
            raise _WorkerDiedError(f"{type(error).__name__}: {error}".splitlines()[0]) from error
        if row is None:
            return
        yield row


def _make_udf(daft: Any, function: Callable[[Any], Any], workers: int, batch: int) -> Any:
    """``function`` as Daft calls it: on a batch of packed items, in a process of its own."""

    @daft.cls(use_process=True, max_concurrency=workers)
    class Worker:
        def __init__(self, function: Callable[[Any], Any]) -> None:
            self.function = function

        @daft.method.batch(  # type: ignore[untyped-decorator]
            return_dtype=daft.DataType.binary(), batch_size=batch
        )
        def run(self, items: Any) -> list[bytes]:
            return [pickle.dumps(_answer(self.function, pickle.loads(item))) for item in items.to_pylist()]

    return Worker(function).run


def _answer(function: Callable[[Any], Any], item: Any) -> Any:
    try:
        return function(item)
    except Exception as error:
        return _Raised(error)


def load_daft() -> Any:
    """The module ``daft``, silenced before it is imported.

    Raises:
        UsageError: Daft is not installed.
    """
    os.environ.update(QUIET)
    return load_extra("daft", "scale")


def _start_ray(daft: Any) -> None:
    """Join the cluster of ``RAY_ADDRESS``, or start one on this machine; its workers are silent too."""
    try:
        import ray
    except ImportError as error:
        raise UsageError("DAFT_RUNNER=ray needs Ray", 'pip install "legation[scale]" ray') from error
    if not ray.is_initialized():
        known = {name: os.environ[name] for name in HANDED_ON if name in os.environ}
        ray.init(runtime_env={"env_vars": QUIET | known}, include_dashboard=False, log_to_driver=False)
    daft.set_runner_ray(noop_if_initialized=True)
