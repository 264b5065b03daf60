"""What an archive is made of, cut into parts: each is one worker's work and becomes one shard.

A small file of a folder goes into one of its folder's baskets by its name, a big one is dealt out report by report,
so that a new or changed file makes few parts anew.
"""

from __future__ import annotations

import glob
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, cast

from legation import __version__
from legation.engines.daft_engine import load_daft
from legation.errors import UsageError
from legation.readers import read_source
from legation.readers.fields import make_names
from legation.readers.sources import Source, find_sources, unpacked
from legation.records import Failure, RawDocument
from legation.text import stable_id

PART_BYTES = 4_000_000  # stored bytes of one part: about a thousand long reports, gzip'd
SMALL = 1_000_000  # bytes under which a file shares its part with others of its folder
BASKETS = 64
_GLOB = re.compile(r"[*?\[{]")


@dataclass(frozen=True, slots=True)
class Place:
    """One file: ``path`` on a disk or a URL; reports are called by ``name``, its state by ``stamp``."""

    name: str
    path: str
    size: int
    stamp: str


@dataclass(frozen=True, slots=True)
class Part:
    """The reports ``number``, ``number + count``, … of ``places``; ``home`` says whose, ``state`` in which state.

    ``given`` is the input as it was asked for; failures are called by it.
    """

    home: str
    state: str
    number: int
    count: int
    given: str
    places: tuple[Place, ...]
    names: tuple[tuple[str, str], ...] = ()

    @property
    def shard(self) -> str:
        """The name of the part's files."""
        return f"{self.home}-{self.state}-{self.number:04d}"

    def read(self) -> Iterator[RawDocument | Failure]:
        """The reports of this part, in their order."""
        found = (item for place in self.places for item in read_source(_open(place, self.names)))
        return islice(found, self.number, None, self.count)


def find_parts(
    inputs: Sequence[str], fields: Mapping[str, str] | None = None, part_bytes: int = PART_BYTES, mark: str = ""
) -> list[Part]:
    """The parts of files, folders, globs and object-store URLs, those of one home together.

    Args:
        fields: the names that fields have in JSON, CSV and Parquet inputs.
        part_bytes: bytes of a file, as stored, that make one part.
        mark: what else the analysis depends on; a part of another mark is another one.

    Raises:
        UsageError: an input is not there, or a URL is given and Daft is not installed.
    """
    names, parts = make_names(fields or {}), []
    for given in inputs:
        for label, places in _homes(find_places(given)):
            count = max(1, -(-max(p.size for p in places) // part_bytes))
            known = [f"{p.name} {p.size} {p.stamp}" for p in places]
            home = _hash(_address(given), label)
            state = _hash(__version__, mark, names, count, *known)
            parts += [Part(home, state, n, count, given, places, names) for n in range(count)]
    return parts


def find_places(given: str) -> list[Place]:
    """The files of one input, by name."""
    if "://" in given:
        return sorted(_places_at(given), key=lambda p: p.name)
    path = Path(given)
    if path.exists():
        return [_place(s.name, cast(Path, s.path)) for s in find_sources(path)]
    matches = [Path(p) for p in sorted(glob.glob(given, recursive=True)) if Path(p).is_file()]
    if not matches:
        raise UsageError(f"no input {given}", "give files, a folder, a glob such as 'news/*.warc.gz', or a URL")
    return [_place(_below(given, str(p)), p) for p in matches]


def _place(name: str, path: Path) -> Place:
    state = path.stat()
    return Place(name, str(path.resolve()), state.st_size, str(state.st_mtime_ns))


def _places_at(url: str) -> Iterator[Place]:
    """Files of an object store, found by Daft."""
    daft = load_daft()
    try:
        rows = daft.from_glob_path(url).select("path", "size").to_pylist()
    except Exception as error:
        raise UsageError(
            f"{url}: {str(error).splitlines()[0]}", "check the URL, and the keys in your environment"
        ) from error
    for row in rows:
        yield Place(_below(url, row["path"]), row["path"], row["size"] or 0, "")


def _below(pattern: str, path: str) -> str:
    """The path below the last folder of a pattern that is spelt out.

    Example:
        >>> _below("s3://news/2020/*/*.warc.gz", "s3://news/2020/01/a.warc.gz")
        '01/a.warc.gz'
    """
    fixed = _GLOB.split(pattern)[0].rpartition("/")[0]
    return path.removeprefix(fixed).lstrip("/") if fixed and path.startswith(fixed) else path.rpartition("/")[2]


def _address(given: str) -> str:
    return given if "://" in given else str(Path(given).resolve())


def _homes(places: Iterable[Place]) -> list[tuple[str, tuple[Place, ...]]]:
    """Big files one by one under their names, small ones in baskets."""
    found: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        basket = f"basket {int(_hash(place.name), 16) % BASKETS}"
        found[f"file {place.name}" if place.size >= SMALL else basket].append(place)
    return [(label, tuple(found[label])) for label in sorted(found)]


def _hash(*parts: object) -> str:
    return stable_id("part", *parts).partition("-")[2]


def _open(place: Place, names: tuple[tuple[str, str], ...]) -> Source:
    if "://" not in place.path:
        return replace(next(iter(find_sources(Path(place.path)))), name=place.name, fields=names)

    def open_url() -> BinaryIO:
        return unpacked(place.path, io.BufferedReader(_Stream(load_daft().File(place.path).open())), place.size)

    return Source(place.name, open_url, fields=names)


class _Stream(io.RawIOBase):
    """Daft's stream of an object, which only reads, as one that Python's buffers take."""

    def __init__(self, file: Any) -> None:
        super().__init__()
        self.file = file.__enter__()  # Daft gives bytes only within a context

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self.file.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self.file.__exit__(None, None, None)
        super().close()
