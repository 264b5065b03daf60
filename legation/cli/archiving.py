"""archive add, archive ask, archive take: for what is too big for one file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from legation import archive
from legation.cli.building import Fields, TextField, named_fields
from legation.cli.options import (
    DEFAULT_STORE,
    EngineName,
    Gate,
    Since,
    Store,
    Today,
    Types,
    Until,
    Workers,
    day_of_reading,
    make_filters,
)
from legation.cli.output import emit, say
from legation.cli.progress import Bar
from legation.text import counted

app = typer.Typer(
    help="Archives too big for one file: Parquet shards, of which a record is taken.", no_args_is_help=True
)
Folder = Annotated[Path, typer.Argument(help="The archive's folder.", metavar="FOLDER")]
Inputs = Annotated[
    list[str], typer.Argument(help="Files, folders, globs, or URLs of an object store.", metavar="INPUT...")
]
Party = Annotated[
    list[str] | None, typer.Option("--party", metavar="CODE", help="A state or body that takes part; may be repeated.")
]
PartBytes = Annotated[
    int, typer.Option("--part-mb", min=1, help="Megabytes of a file, as stored, that make one shard.")
]


@app.command()
def add(
    folder: Folder,
    inputs: Inputs,
    workers: Workers = None,
    engine: EngineName = "local",
    text_field: TextField = None,
    field: Fields = None,
    gate: Gate = True,
    part_mb: PartBytes = 4,
    today: Today = None,
) -> None:
    """Read and analyse reports into the archive. Safe to stop and to run again: finished shards are left as they are.

    Examples:

        legation archive add archive/ 'news/2024/*.warc.gz' --workers 8

        legation archive add archive/ 's3://bucket/news/**/*.parquet' --engine daft --text-field body
    """
    fields, day = named_fields(text_field, field or []), day_of_reading(today)
    with Bar() as bar:
        done = archive.add(folder, inputs, workers, engine, fields, gate, bar, part_mb * 1_000_000, day)
    say(done.line())


@app.command()
def ask(
    folder: Folder,
    question: Annotated[str, typer.Argument(help="SQL over documents, claims and failures.")] = archive.COUNTS,
) -> None:
    """Rows over the whole archive, as JSON lines; without a question, how much it holds.

    Examples:

        legation archive ask archive/

        legation archive ask archive/ "SELECT event_type, count(*) AS n FROM claims GROUP BY ALL ORDER BY n DESC"
    """
    emit(archive.ask(folder, question))


@app.command()
def take(
    folder: Folder,
    store: Store = DEFAULT_STORE,
    party: Party = None,
    types: Types = None,
    since: Since = None,
    until: Until = None,
    gate: Gate = True,
    workers: Annotated[int, typer.Option("--workers", "-w", min=1, help="Processes that judge pairs of claims.")] = 1,
    engine: Annotated[str, typer.Option("--engine", help="What judges them: local, or daft (extra scale).")] = "local",
) -> None:
    """Make a record of the reports that tell of these parties, types and days; without any, of all.

    Workers judge pairs of claims, about half of the work from ten thousand claims on; the rest is done by one process.

    Examples:

        legation archive take archive/ --party PAK --party USA --since 2025-07-01 --store pakistan.db

        legation archive take archive/ --store all.db --workers 8
    """
    filters = make_filters(since, until)
    wanted = archive.Wanted(tuple(party or ()), tuple(types or ()), filters.since, filters.until)
    with Bar() as bar:
        count = archive.take(folder, store, wanted, gate, bar, workers, engine)
    say(f"{counted(count, 'report')} taken into {store}")
