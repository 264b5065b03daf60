"""Parquet files: one report a row, read in blocks by DuckDB (extra ``parquet``), under a limit of memory."""

from __future__ import annotations

import itertools
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from legation.errors import InputError
from legation.readers.fields import check_columns, document_from, failure
from legation.readers.sources import Source
from legation.records import Failure, RawDocument

ROWS_AT_ONCE = 64
_SETTINGS = {
    "memory_limit": "400MB",
    "threads": "1",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}


def read_parquet(source: Source) -> Iterator[RawDocument | Failure]:
    """The reports of a Parquet file in the order of its rows; a bad row is one failure that names its number.

    Raises:
        InputError: DuckDB is not installed, the file is broken, or no column holds a report's words.
    """
    try:
        import duckdb
    except ImportError as error:
        raise InputError("reading .parquet needs DuckDB", 'pip install "legation[parquet]"') from error
    with _on_disk(source) as path, closing(duckdb.connect(config=dict(_SETTINGS))) as engine:
        try:
            engine.execute("SET preserve_insertion_order=true")
            found = engine.execute("SELECT * FROM read_parquet(?)", [str(path)])
            columns = [str(name) for name, *_ in found.description or ()]
            check_columns(columns, source.fields)
            blocks = iter(lambda: found.fetchmany(ROWS_AT_ONCE), [])
            for number, row in enumerate(itertools.chain.from_iterable(blocks), 1):
                yield _of_row(source, number, dict(zip(columns, row, strict=True)))
        except duckdb.Error as error:
            reason = str(error).splitlines()[0]
            raise InputError(f"the Parquet file cannot be read: {reason}", "write it again") from error


def _of_row(source: Source, number: int, row: dict[str, object]) -> RawDocument | Failure:
    name = f"{source.name}#{number}"
    try:
        return document_from(name, row, source.fields)
    except InputError as error:
        return failure(name, InputError(f"row {number}: {error}", error.remedy))


@contextmanager
def _on_disk(source: Source) -> Iterator[Path]:
    """The file itself, or a copy of it while it is read: DuckDB needs to jump in it."""
    if source.path is not None and source.path.suffix.lower() != ".gz":
        yield source.path
        return
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "rows.parquet"
        with source.open() as stream, copy.open("wb") as out:
            shutil.copyfileobj(stream, out)
        yield copy
