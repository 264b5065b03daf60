"""A working set of an archive -> a store: the reports that are asked for, reconciled among themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from legation import __version__
from legation.analysis import analyse
from legation.archive.asking import open_archive
from legation.archive.judging import judge_in_blocks
from legation.engines import make_engine
from legation.knowledge import digest_own
from legation.pipeline import BATCH, Progress, Stages, digest_of, refresh
from legation.pipeline.spool import as_versions
from legation.reconciliation import reconcile
from legation.records import Analysis, Failure, RawDocument
from legation.store import Store
from legation.store.codec import unpack
from legation.store.writing import unpack_raw

Kept = tuple[RawDocument, Analysis, str]
ROWS_AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which reports: those with a claim that fits all of it; without any condition, all reports and failures.

    ``parties``: codes of states or bodies, all of which take part. ``types``: CONSULT, AGREE, … . A claim without a
    day of its own counts by its report's; one without either fits any days.
    """

    parties: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None

    @property
    def is_all(self) -> bool:
        """Whether nothing is left out."""
        return self == Wanted()

    def condition(self) -> tuple[str, list[Any]]:
        """The WHERE of the claims that fit, and its values."""
        terms: list[tuple[str, Any]] = [("list_contains(states, ?)", party) for party in self.parties]
        if self.types:
            terms.append(("list_contains(?, event_type)", list(self.types)))
        if self.since:
            terms.append(("coalesce(last, published, DATE '9999-12-31') >= ?", self.since))
        if self.until:
            terms.append(("coalesce(first, published, DATE '0001-01-01') <= ?", self.until))
        return " AND ".join(text for text, _ in terms), [value for _, value in terms]


def take(
    folder: Path | str,
    store_path: Path | str,
    wanted: Wanted | None = None,
    gate: bool = True,
    progress: Progress | None = None,
    workers: int | None = 1,
    engine: str = "local",
) -> int:
    """Put the reports that are wanted into the store and write its record anew. How many there were.

    Of all reports of an archive this makes, byte for byte, the record that ``build`` of its inputs makes.

    Args:
        workers: processes, or actors of a cluster, that judge pairs of claims; None for one a processor.

    Raises:
        UsageError: there is no archive, or a wrong engine. StoreError: the store cannot be written.
    """
    wanted, runner = wanted or Wanted(), make_engine(engine, workers)
    count = 0
    with open_archive(folder) as shards, Store.open(store_path, create=True) as store:
        settled = _settled(_rows(shards, wanted), gate)
        while batch := list(islice(settled, BATCH)):
            count += store.add_analyses(batch, __version__)
            if progress is not None:
                progress("taking", count, None)
        if wanted.is_all:
            failures = [Failure(*row) for row in shards.execute("SELECT * FROM failures ORDER BY ALL").fetchall()]
            store.replace_failures(sorted({f.name for f in failures}), failures)
    rule = None if engine == "local" and workers == 1 else partial(judge_in_blocks, engine=runner)
    refresh(store_path, Stages(reconcile=partial(reconcile, rule=rule)))
    return count


def _rows(shards: Any, wanted: Wanted) -> Iterator[Kept]:
    """What is kept of each report that fits, by document id."""
    where, values = wanted.condition()
    chosen = "" if wanted.is_all else f"WHERE document_id IN (SELECT document_id FROM claims WHERE {where})"
    query = f"SELECT raw, analysis, digest FROM documents {chosen} ORDER BY document_id, name, sha256"
    found = shards.execute(query, values)
    while rows := found.fetchmany(ROWS_AT_ONCE):
        for raw, packed, digest in rows:
            analysis = unpack(packed, Analysis)
            yield unpack_raw(raw, analysis.document), analysis, digest


def _settled(rows: Iterable[Kept], gate: bool) -> Iterator[Kept]:
    """One report an id, as ``build`` settles them: the same text once, another text as a version, analysed as such."""
    for _, found in groupby(rows, key=lambda kept: kept[1].document.id):
        yield from _settle(list(found), gate)


def _settle(found: Sequence[Kept], gate: bool) -> Iterator[Kept]:
    if len(found) == 1:
        yield found[0]
        return
    known = {analysis.document: (analysis, digest) for _, analysis, digest in found}
    for raw, document in as_versions((raw, analysis.document) for raw, analysis, _ in found):
        analysis, digest = known.get(document) or (analyse(document, gate=gate), digest_of(document, digest_own()))
        yield raw, analysis, digest
