"""Items that belong together, as every engine hands them out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

T = TypeVar("T")


def find_groups(items: Iterable[T], key: Callable[[T], Any]) -> list[list[T]]:
    """The groups in the order of their keys; items keep their order within a group.

    Example:
        >>> find_groups(["Oslo", "Bern", "Athens"], len)
        [['Oslo', 'Bern'], ['Athens']]
    """
    groups: dict[Any, list[T]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return [groups[k] for k in sorted(groups)]
