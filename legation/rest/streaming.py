"""Rows of a kind as pieces of an answer. One thread reads the store, since SQLite's connections stay with theirs."""

from __future__ import annotations

import csv
import io
import queue
import threading
from collections.abc import Iterator
from pathlib import Path

from legation.exporters.dictionary import names_of
from legation.exporters.lines import cell
from legation.exporters.parts import Row
from legation.exporters.rows import rows
from legation.plain import to_bytes
from legation.store import Store

FORMS = {"jsonl": "application/x-ndjson", "csv": "text/csv; charset=utf-8", "tsv": "text/tab-separated-values"}
WAITING = 64  # pieces read ahead of whoever listens
PIECE = 100  # rows in a piece
SECONDS = 0.5


def stream(path: Path, kind: str, form: str) -> Iterator[bytes]:
    """All rows as they are read; whoever stops listening stops the reading. What goes wrong is raised here."""
    pieces: queue.Queue[bytes | BaseException | None] = queue.Queue(WAITING)
    stopped = threading.Event()
    threading.Thread(target=_read, args=(path, kind, form, pieces, stopped), daemon=True).start()
    try:
        while (piece := pieces.get()) is not None:
            if isinstance(piece, BaseException):
                raise piece
            yield piece
    finally:
        stopped.set()


def _read(
    path: Path, kind: str, form: str, pieces: queue.Queue[bytes | BaseException | None], stopped: threading.Event
) -> None:
    last: BaseException | None = None
    try:
        with Store.open(path) as store:
            for piece in _pieces(store, kind, form):
                if not _put(pieces, piece, stopped):
                    return
    except Exception as error:  # it belongs to the thread that listens
        last = error
    _put(pieces, last, stopped)
    if last is not None:
        _put(pieces, None, stopped)


def _put(pieces: queue.Queue[bytes | BaseException | None], piece: bytes | BaseException | None,
         stopped: threading.Event) -> bool:  # fmt: skip
    """Whether somebody still listens."""
    while not stopped.is_set():
        try:
            pieces.put(piece, timeout=SECONDS)
            return True
        except queue.Full:
            continue
    return False


def _pieces(store: Store, kind: str, form: str) -> Iterator[bytes]:
    mark = "\t" if form == "tsv" else ","
    held = [] if form == "jsonl" else [f"{mark.join(names_of(kind))}\n".encode()]
    for row in rows(kind, store):
        held.append(to_bytes(row) + b"\n" if form == "jsonl" else _separated(row, mark))
        if len(held) >= PIECE:
            yield b"".join(held)
            held.clear()
    yield b"".join(held)


def _separated(row: Row, mark: str) -> bytes:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n", delimiter=mark).writerow([cell(value) for value in row.values()])
    return line.getvalue().encode()
