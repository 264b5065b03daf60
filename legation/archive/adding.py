"""Inputs -> shards, on any engine; shards that are finished are left as they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from legation.archive.parts import PART_BYTES, Part, find_parts
from legation.archive.shards import TABLES, is_finished, load_arrow, make_lost, make_shard
from legation.engines import Engine, make_engine
from legation.pipeline import Progress, usual_stages
from legation.text import counted


@dataclass(frozen=True, slots=True)
class Added:
    """What a run did: shards made anew, shards that stood, reports analysed, shards of a former state taken out."""

    made: int = 0
    stood: int = 0
    reports: int = 0
    outdated: int = 0

    def line(self) -> str:
        """In one line.

        Example:
            >>> Added(made=3, stood=1, reports=2900).line()
            '2,900 reports in 3 new shards, 1 shard stood'
        """
        made = f"{counted(self.reports, 'report')} in {counted(self.made, 'new shard')}"
        parts = [made, f"{counted(self.stood, 'shard')} stood"]
        if self.outdated:
            parts.append(f"{counted(self.outdated, 'outdated shard')} taken out")
        return ", ".join(parts)


def add(
    folder: Path | str,
    inputs: Sequence[str],
    workers: int | None = None,
    engine: str = "local",
    fields: Mapping[str, str] | None = None,
    gate: bool = True,
    progress: Progress | None = None,
    part_bytes: int = PART_BYTES,
    today: date | None = None,
) -> Added:
    """Read and analyse reports into the archive at ``folder``. Safe to stop at any moment and to run again.

    Args:
        inputs: files, folders, globs, and URLs of object stores, which Daft opens; workers of a cluster must see
            the same paths, and ``folder`` too.
        workers: processes, or actors of a cluster.
        today: the day of reading: a later day of publication is not believed; None: every day is.

    Raises:
        UsageError: an input is not there, a wrong engine, or the extra ``scale`` is not installed.
    """
    load_arrow()
    home = Path(folder).resolve()
    runner: Engine = make_engine(engine, workers)
    stages = usual_stages(gate, today)
    parts = find_parts(inputs, fields, part_bytes, mark="gate" if gate else "whole")
    open_parts = [p for p in parts if not is_finished(home, p)]
    reports, stood = 0, len(parts) - len(open_parts)
    make, lost = partial(make_shard, folder=home, stages=stages), partial(make_lost, folder=home)
    for done, count in enumerate(runner.map(make, open_parts, lost), 1):
        reports += count
        if progress is not None:
            progress("analysing", stood + done, len(parts))
    return Added(len(open_parts), stood, reports, _drop_outdated(home, parts))


def _drop_outdated(folder: Path, parts: Iterable[Part]) -> int:
    """Take out the shards of files as they were before; only what this run was given is looked at."""
    kept: dict[str, set[str]] = defaultdict(set)
    for part in parts:
        kept[part.home].add(part.shard)
    gone = 0
    for table in TABLES[::-1]:
        for path in sorted((folder / table).glob("*.parquet")):
            if path.stem.partition("-")[0] in kept and path.stem not in kept[path.stem.partition("-")[0]]:
                path.unlink()
                gone += table == "documents"
    return gone
