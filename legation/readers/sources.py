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
from typing import BinaryIO

from legation.errors import InputError

LONGEST_DOCUMENT = 20_000_000  # bytes; a news report of more is a mistake, and the parser's memory grows with it
_HIDDEN = (".", "__MACOSX")


@dataclass(frozen=True, slots=True)
class Source:
    """Named bytes. ``name`` is relative to the folder that was asked for, so that ids do not depend on the machine."""

    name: str
    open: Callable[[], BinaryIO]
    path: Path | None = None
    in_folder: bool = False

    def read(self, limit: int = LONGEST_DOCUMENT) -> bytes:
        """All bytes.

        Raises:
            InputError: nothing can be read, nothing is there, or more than ``limit`` bytes are.
        """
        if self.path is not None and self.path.suffix != ".gz" and self.path.stat().st_size > limit:
            raise too_long(self.path.stat().st_size, limit)
        with self.open() as stream:
            data = stream.read(limit + 1)
        if len(data) > limit:
            raise too_long(None, limit)
        if not data.strip():
            raise InputError("the file is empty", "take it out of the input, or fetch the report again")
        return data


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


def _files_below(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):  # links to folders are not followed: no loops
        folders[:] = [f for f in folders if not f.startswith(_HIDDEN)]
        yield from (Path(root) / f for f in files if not f.startswith(_HIDDEN))


def _of_file(path: Path, name: str) -> Source:
    def open_file() -> BinaryIO:
        if path.suffix.lower() == ".gz":
            return gzip.open(path, "rb")  # type: ignore[return-value]
        return path.open("rb")

    return Source(name, open_file, path)
