"""Sorted rows kept as one run of bytes and searched by halving: a table that costs no memory beyond its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

REMEMBERED = 20_000  # look-ups kept


class Column:
    """Lines of a key, a tab and a value, sorted by key; a key may stand on several lines."""

    def __init__(self, data: bytes) -> None:
        """``data``: the lines, sorted by the bytes of their keys, each ended by a line feed."""
        self._data = data
        self.get = lru_cache(maxsize=REMEMBERED)(self._get)

    def _get(self, key: str) -> tuple[str, ...]:
        """The values of a key in the order of the lines; empty for an unknown key."""
        wanted, data = key.encode("utf-8"), self._data
        low, high = 0, len(data)
        while low < high:
            start = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
            if data[start : data.find(b"\t", start)] < wanted:
                low = data.find(b"\n", start) + 1
            else:
                high = start
        found, begin = [], wanted + b"\t"
        while data.startswith(begin, low):
            end = data.find(b"\n", low)
            found.append(data[low + len(begin) : end].decode("utf-8"))
            low = end + 1
        return tuple(found)

    def __contains__(self, key: str) -> bool:
        return bool(self.get(key))

    def items(self) -> Iterator[tuple[str, str]]:
        """All keys and values in order."""
        for line in self._data.decode("utf-8").split("\n"):
            key, tab, value = line.partition("\t")
            if tab:
                yield key, value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Column) and self._data == other._data

    __hash__ = None  # type: ignore[assignment]

    def to_bytes(self) -> bytes:
        """The lines as they were given."""
        return self._data


def make_column(pairs: Iterable[tuple[str, str]]) -> Column:
    """A column of unsorted pairs; pairs of one key keep their order."""
    lines = [(key.encode("utf-8"), value.encode("utf-8")) for key, value in pairs]
    lines.sort(key=lambda line: line[0])
    return Column(b"".join(key + b"\t" + value + b"\n" for key, value in lines))
