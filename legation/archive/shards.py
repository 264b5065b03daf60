"""A part of an archive as three Parquet files: its documents, its claims, what failed.

A file is written under another name and renamed when it is whole; that of the documents comes last, so that where it
stands the part is finished.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from legation.archive.parts import Part
from legation.archive.tables import COLUMNS, Row, claim_rows, document_row, failure_row
from legation.documents import unread_published
from legation.errors import UsageError
from legation.knowledge import digest_own
from legation.pipeline import Stages, digest_of
from legation.pipeline.naming import name_with_folder
from legation.pipeline.safely import analyse_safely, make_safely
from legation.records import Failure, RawDocument

TABLES = ("failures", "claims", "documents")  # in the order in which they are written


def is_finished(folder: Path, part: Part) -> bool:
    """Whether the part's shard stands."""
    return path_of(folder, "documents", part).exists()


def path_of(folder: Path, table: str, part: Part) -> Path:
    """Where a table of a part stands."""
    return folder / table / f"{part.shard}.parquet"


def make_shard(part: Part, folder: Path, stages: Stages) -> int:
    """Read and analyse the reports of a part and write its shard, unless it stands. How many reports it holds."""
    if is_finished(folder, part):  # by a worker that died after it, on another part
        return int(load_arrow()[1].read_metadata(path_of(folder, "documents", part)).num_rows)
    rows: dict[str, list[Row]] = {table: [] for table in TABLES}
    for found in part.read():
        failures = [found] if isinstance(found, Failure) else _analyse(found, stages, rows)
        named = [replace(f, name=name_with_folder(f.name, [part.given])) for f in failures]
        rows["failures"] += map(failure_row, named)
    for table in TABLES:
        write_table(path_of(folder, table, part), COLUMNS[table], rows[table])
    return len(rows["documents"])


def make_lost(part: Part, folder: Path) -> int:
    """The shard of a part that kills its workers: one failure and no report."""
    reason = "the worker died on this part twice, of memory or of a crash in native code"
    failure = Failure(f"{part.given} ({part.number + 1} of {part.count})", "worker", reason, "give smaller parts")
    write_table(path_of(folder, "failures", part), COLUMNS["failures"], [failure_row(failure)])
    return 0


def _analyse(raw: RawDocument, stages: Stages, rows: Mapping[str, list[Row]]) -> Sequence[Failure]:
    """Put the rows of one report into ``rows``; what failed of it."""
    made = make_safely(raw, stages.make, stages.limit_seconds)
    if isinstance(made, Failure):
        return [made]
    analysis = analyse_safely(made[1], stages.analyse, stages.limit_seconds)
    if isinstance(analysis, Failure):
        return [analysis]
    rows["documents"].append(document_row(raw, analysis, digest_of(made[1], digest_own())))
    rows["claims"] += claim_rows(analysis)
    return list(filter(None, [unread_published(raw, stages.today)]))


def write_table(path: Path, columns: Mapping[str, str], rows: Sequence[Row]) -> None:
    """Write a Parquet file so that it is there whole or not at all."""
    arrow, parquet = load_arrow()
    schema = arrow.schema([(name, _kinds(arrow)[kind]()) for name, kind in columns.items()])
    path.parent.mkdir(parents=True, exist_ok=True)
    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        parquet.write_table(arrow.Table.from_pylist(list(rows), schema=schema), scratch, compression="zstd")
        os.replace(scratch, path)
    finally:
        scratch.unlink(missing_ok=True)


def _kinds(arrow: Any) -> dict[str, Callable[[], Any]]:
    return {
        "string": arrow.string, "strings": lambda: arrow.list_(arrow.string()), "date": arrow.date32,
        "int": arrow.int64, "float": arrow.float64, "bool": arrow.bool_, "bytes": arrow.large_binary,
    }  # fmt: skip


def load_arrow() -> tuple[Any, Any]:
    """PyArrow and its Parquet module.

    Raises:
        UsageError: they are not installed.
    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise UsageError("an archive needs PyArrow, which is not installed", 'pip install "legation[scale]"') from error
    return pyarrow, pyarrow.parquet
