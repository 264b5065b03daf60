"""Where bytes come from: files, folders, gzip'd files and standard input, found in a fixed order.

Example:
    >>> suffix_of("reports/2025-08-05.html.gz")
    '.html'
"""

from __future__ import annotations

import gzip
import io
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO, cast

from legation.errors import InputError

LONGEST_DOCUMENT = 20_000_000  # bytes; a news report of more is a mistake, and the parser's memory grows with it
MOST_EXPANSION = 200  # times its own size that a compressed file may give; text gives 3 to 50, a bomb 1,000
FREE_EXPANSION = 40_000_000  # bytes that even the smallest compressed file may give
_HIDDEN = (".", "__MACOSX")


@dataclass(frozen=True, slots=True)
class Source:
    """Named bytes. ``name`` is relative to the folder that was asked for, so that ids do not depend on the machine.

    ``fields`` are pairs (our field, the name it has in this input).
    """

    name: str
    open: Callable[[], BinaryIO]
    path: Path | None = None
    in_folder: bool = False
    fields: tuple[tuple[str, str], ...] = ()

    @property
    def size(self) -> int:
        """Bytes as they are stored, 0 where that is not known."""
        return self.path.stat().st_size if self.path is not None else 0

    def read(self, limit: int = LONGEST_DOCUMENT) -> bytes:
        """All bytes.

        Raises:
            InputError: nothing can be read, nothing is there, or more than ``limit`` bytes are.
        """
        if self.path is not None and self.path.suffix.lower() != ".gz" and self.path.stat().st_size > limit:
            raise too_long(self.path.stat().st_size, limit)
        with self.open() as stream:
            data = stream.read(limit + 1)
        if len(data) > limit:
            raise too_long(None, limit)
        if not data.strip():
            raise InputError("the file is empty", "take it out of the input, or fetch the report again")
        return data

    def open_raw(self) -> BinaryIO:
        """The bytes as they are stored, for formats that undo their compression themselves."""
        return self.path.open("rb") if self.path is not None else self.open()


class Bounded(io.RawIOBase):
    """A stream that stops with an ``InputError`` once it gives more bytes than ``limit``, so that no bomb goes off."""

    def __init__(self, stream: BinaryIO, limit: int) -> None:
        super().__init__()
        self.stream, self.limit, self.given = stream, limit, 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill ``buffer`` as far as there are bytes."""
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        data = self.stream.read(len(view))
        self.given += len(data)
        if self.given > self.limit:
            raise InputError(
                f"it expands to more than {self.limit / 1e6:.0f} MB, {MOST_EXPANSION} times its size",
                "unpack it yourself if you trust it",
            )
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close the stream below too."""
        self.stream.close()
        super().close()


def bounded(stream: BinaryIO, packed_size: int) -> BinaryIO:
    """``stream``, unpacked from ``packed_size`` bytes, under the limit of expansion."""
    limit = max(FREE_EXPANSION, MOST_EXPANSION * packed_size)
    return cast(BinaryIO, io.BufferedReader(Bounded(stream, limit), 1 << 16))


def too_long(size: int | None, limit: int) -> InputError:
    """The error for a document over the limit; ``size`` None when only the stream showed it."""
    found = f"{size / 1e6:.0f} MB" if size is not None else f"more than {limit / 1e6:.0f} MB"
    return InputError(
        f"the document has {found}; at most {limit / 1e6:.0f} MB are read as one document",
        "split it into one report a file, or write it as .jsonl with one report a line",
    )


def suffix_of(name: str) -> str:
    """The lower-case suffix that tells the kind, without ``.gz``."""
    path = PurePath(name)
    if path.suffix.lower() == ".gz":
        path = path.with_suffix("")
    return path.suffix.lower()


def find_sources(path: Path, skip: frozenset[Path] = frozenset()) -> Iterator[Source]:
    """The file itself, or all files below a folder, sorted by their names; hidden files and ``skip`` are left out."""
    if not path.is_dir():
        yield _of_file(path, path.name)
        return
    for found in sorted(_files_below(path), key=lambda p: p.relative_to(path).as_posix()):
        if found.resolve() not in skip:
            yield _of_file(found, found.relative_to(path).as_posix())


def from_bytes(name: str, data: bytes) -> Source:
    """A source that is already in memory, such as standard input."""
    return Source(name, lambda: io.BytesIO(data))


def unpacked(name: str, stream: BinaryIO, packed_size: int) -> BinaryIO:
    """``stream``, and of a gzip'd one what is inside; under the limit of expansion."""
    if name.lower().endswith(".gz"):
        return bounded(cast(BinaryIO, gzip.GzipFile(fileobj=stream, mode="rb")), packed_size)
    return stream


def _files_below(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):  # links to folders are not followed: no loops
        folders[:] = [f for f in folders if not f.startswith(_HIDDEN)]
        yield from (Path(root) / f for f in files if not f.startswith(_HIDDEN))


def _of_file(path: Path, name: str) -> Source:
    def open_file() -> BinaryIO:
        if path.suffix.lower() == ".gz":
            return bounded(cast(BinaryIO, gzip.open(path, "rb")), path.stat().st_size)
        return path.open("rb")

    return Source(name, open_file, path)
