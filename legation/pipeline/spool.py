"""Documents on disk between reading and analysis, so that a build of any size holds a few of them in memory.

What is kept of each in memory is its id and its place in the file. They come back by id, whatever the order in which
they were read.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import IO

from legation.errors import StoreError
from legation.records import Document, RawDocument
from legation.store import to_json
from legation.store.codec import pack, unpack

Made = tuple[RawDocument, Document]


@dataclass(slots=True)
class Spool:
    """What was read, with the documents made of it; a context manager that leaves no file behind."""

    file: IO[bytes] = field(default_factory=tempfile.TemporaryFile)
    places: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    count: int = 0

    def __enter__(self) -> Spool:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.file.close()

    def add(self, raw: RawDocument, document: Document) -> None:
        """Keep one document and what it was made of."""
        data = pack((raw, document))
        start = self._append(data)
        self.places.setdefault(document.id, []).append((start, len(data)))
        self.count += 1

    def _append(self, data: bytes) -> int:
        """Where the data now stand."""
        try:
            start = self.file.seek(0, 2)
            self.file.write(data)
            self.file.flush()
        except OSError as error:
            folder = tempfile.gettempdir()
            raise StoreError(f"{folder}: {error}", f"make room in {folder}, or set TMPDIR to a roomier one") from error
        return start

    def __iter__(self) -> Iterator[Made]:
        """One document an id, by id (see ``settle_ids``)."""
        for document_id in sorted(self.places):
            yield from as_versions([self._at(*place) for place in self.places[document_id]])

    def _at(self, start: int, length: int) -> Made:
        self.file.seek(start)
        raw, document = unpack(self.file.read(length), tuple[RawDocument, Document])
        return raw, document


def settle_ids(made: Iterable[Made]) -> list[Made]:
    """One document an id: the same one twice counts once, other texts under one id are versions of it.

    The earliest published (then the least hash) keeps the id, so the order of inputs does not matter.
    """
    with Spool() as spool:
        for raw, document in made:
            spool.add(raw, document)
        return list(spool)


def as_versions(made: Iterable[Made]) -> Iterator[Made]:
    """The documents of one id: the first keeps it, each other text is a version of that."""
    ordered = sorted(made, key=lambda m: (str(m[1].published.first or "9999"), m[1].sha256, to_json(m[1])))
    texts: set[str] = set()
    for raw, document in ordered:
        if document.sha256 in texts:
            continue
        if texts:
            version = f"{document.id}-{document.sha256[:8]}"
            document = replace(document, id=version, copy_of=ordered[0][1].id, copy_kind="version")
        texts.add(document.sha256)
        yield raw, document
