"""Engines run pure functions over many items: ``map(function, items)`` and ``group_map(function, items, key)``.

Results come in the order of the items (groups: of their keys), so that an engine never changes a record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol, TypeVar

from legation.engines.local import LocalEngine
from legation.errors import UsageError

T = TypeVar("T")
R = TypeVar("R")


class Engine(Protocol):
    """What the pipeline asks of an engine."""

    def map(self, function: Callable[[T], R], items: Iterable[T], lost: Callable[[T], R] | None = None) -> Iterator[R]:
        """``function(item)`` of each item, in order; ``lost(item)`` where an item killed its worker."""
        ...

    def group_map(
        self,
        function: Callable[[list[T]], R],
        items: Iterable[T],
        key: Callable[[T], Any],
        lost: Callable[[list[T]], R] | None = None,
    ) -> Iterator[R]:
        """``function(group)`` of each group of items with one key, by the order of keys; ``lost`` as for ``map``."""
        ...


def _make_daft(workers: int | None) -> Engine:
    from legation.engines.daft_engine import DaftEngine

    return DaftEngine(workers)


ENGINES: dict[str, Callable[[int | None], Engine]] = {"local": LocalEngine, "daft": _make_daft}


def make_engine(name: str = "local", workers: int | None = None) -> Engine:
    """The engine of that name; ``workers`` None: one a processor.

    Raises:
        UsageError: no such engine, or fewer than one worker.
    """
    if name not in ENGINES:
        raise UsageError(f"no engine {name!r}", f"use one of: {', '.join(sorted(ENGINES))}")
    if workers is not None and workers < 1:
        raise UsageError(f"--workers {workers}: at least one is needed", "leave --workers out for one a processor")
    return ENGINES[name](workers)
