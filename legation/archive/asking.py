"""Questions to a whole archive, in SQL over its Parquet files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from legation.archive.tables import COLUMNS
from legation.errors import UsageError
from legation.extras import load_extra

COUNTS = " UNION ALL ".join(f'SELECT \'{t}\' AS "table", count(*) AS "rows" FROM {t}' for t in COLUMNS)
MEMORY = "1GB"
_KINDS = {
    "string": "VARCHAR", "strings": "VARCHAR[]", "date": "DATE", "int": "BIGINT", "float": "DOUBLE",
    "bool": "BOOLEAN", "bytes": "BLOB",
}  # fmt: skip


def ask(folder: Path | str, question: str = COUNTS) -> Iterator[dict[str, Any]]:
    """The rows that SQL over the tables ``documents``, ``claims`` and ``failures`` gives.

    Example:
        >>> list(ask("archive", "SELECT event_type, count(*) AS n FROM claims GROUP BY ALL"))        # doctest: +SKIP
        [{'event_type': 'CONSULT', 'n': 3120}, …]

    Raises:
        UsageError: there is no archive, DuckDB is not installed, or the question is no SQL that it can answer.
    """
    with open_archive(folder) as engine:
        found = _run(engine, question)
        columns = [str(name) for name, *_ in found.description or ()]
        while rows := found.fetchmany(1000):
            yield from (dict(zip(columns, row, strict=True)) for row in rows)


@contextmanager
def open_archive(folder: Path | str) -> Iterator[Any]:
    """DuckDB with a view of each table of the archive."""
    duckdb = load_extra("duckdb", "scale")
    home = Path(folder).resolve()
    if not (home / "documents").is_dir():
        raise UsageError(f"no archive in {folder}", f"make one: legation archive add {folder} REPORTS")
    offline = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
    with closing(duckdb.connect(config={"memory_limit": MEMORY, **offline})) as engine:
        for table, columns in COLUMNS.items():
            _make_view(engine, table, columns, home / table)
        yield engine


def _make_view(engine: Any, table: str, columns: dict[str, str], folder: Path) -> None:
    """A view of the finished shards of one table; of none, an empty one."""
    documents = {p.name for p in (folder.parent / "documents").glob("*.parquet")}
    files = [str(p) for p in sorted(folder.glob("*.parquet")) if p.name in documents or table == "failures"]
    if files:
        engine.read_parquet(files).create_view(table)
        return
    empty = ", ".join(f'NULL::{_KINDS[kind]} AS "{name}"' for name, kind in columns.items())
    engine.execute(f"CREATE VIEW {table} AS SELECT {empty} WHERE false")


def _run(engine: Any, question: str, values: list[Any] | None = None) -> Any:
    duckdb = load_extra("duckdb", "scale")
    try:
        return engine.execute(question, values or [])
    except duckdb.Error as error:
        raise UsageError(f"DuckDB: {str(error).splitlines()[0]}", "see docs/scale.md for tables and columns") from error
