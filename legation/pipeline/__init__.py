"""What runs after what: read, analyse, reconcile, write. The only module that knows all stages.

A build can be stopped at any moment and run again: reports analysed so far are kept, unchanged ones are not analysed
again, and the record is rewritten only when something that it rests on has changed.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import partial
from itertools import product
from pathlib import Path
from typing import Protocol, TextIO, TypeVar

from legation import __version__
from legation.analysis import analyse
from legation.documents import make_document, unread_published
from legation.documents.language import is_read
from legation.engines import Engine, make_engine
from legation.errors import UsageError
from legation.knowledge import digest_own
from legation.pipeline.deciding import accept_claims, claims_of, find_reading, id_of, person_says
from legation.pipeline.naming import is_of_store, name_with_folder
from legation.pipeline.safely import analyse_safely, lost, make_safely
from legation.pipeline.spool import Made, Spool
from legation.pipeline.summary import Summary
from legation.readers import read_inputs
from legation.reconciliation import reconcile
from legation.records import Analysis, Document, Failure, Judgement, RawDocument, Record, Verdict
from legation.store import Store, to_json
from legation.text import stable_id

BATCH = 8  # analyses written in one transaction: what a killed build loses at most, with those in flight
LIMIT_SECONDS = 120.0  # for the analysis of one report

T = TypeVar("T")


class Progress(Protocol):
    """Called as work goes on; ``total`` is None while it is not known."""

    def __call__(self, stage: str, done: int, total: int | None) -> None: ...


@dataclass(frozen=True, slots=True)
class Stages:
    """The functions that ``build`` runs; each may be given another form, for tests and other readers of sentences."""

    make: Callable[[RawDocument], Document] = make_document
    analyse: Callable[[Document], Analysis] = analyse
    reconcile: Callable[[Sequence[Analysis], Sequence[Judgement]], Record] = reconcile
    limit_seconds: float = LIMIT_SECONDS
    today: date | None = None  # the day of reading, after which no report was published


def usual_stages(gate: bool = True, today: date | None = None) -> Stages:
    """The package's own functions, for reading on ``today``; without the gate all of every report is parsed."""
    return Stages(partial(make_document, today=today), partial(analyse, gate=gate), today=today)


def build(
    inputs: Sequence[Path | str],
    store_path: Path | str,
    meta: Path | None = None,
    workers: int | None = None,
    engine: str = "local",
    progress: Progress | None = None,
    stdin: TextIO | None = None,
    stages: Stages | None = None,
    fields: Mapping[str, str] | None = None,
    gate: bool = True,
    today: date | None = None,
) -> Summary:
    """Read reports, analyse those that are new or changed, and rewrite the record. Safe to run again.

    Example:
        >>> build(["reports/"], "record.db").line()                                          # doctest: +SKIP
        '5 reports, 2 storylines, 3 calls, 11 conflicts'

    Args:
        inputs: files, folders or ``-`` for ``stdin``.
        fields: the names that fields have in JSON, CSV and Parquet inputs, such as ``{"text": "body"}``.
        workers: processes; None for one a processor. The record does not depend on it, nor on the order of inputs.
        gate: parse only what could tell an event; False parses all of every report.
        today: the day of reading: a later day of publication is not believed; None: every day is.

    Raises:
        StoreError: the store cannot be opened or written. UsageError: a wrong engine, or an input that is not there.
    """
    stages, progress = stages or usual_stages(gate, today), progress or _quiet
    runner = make_engine(engine, workers)
    names: set[str] = set()
    with Store.open(store_path, create=True) as store, Spool() as spool:
        found = _counted(_named(read_inputs(inputs, meta, stdin, fields), names), progress)
        failures = _make(found, spool, runner, stages)
        failures = [f for f in failures if not is_of_store(f.name, inputs, Path(store_path))]
        summary = _analyse_and_write(store, spool, runner, stages, progress, spool.count)
        failures = [replace(f, name=name_with_folder(f.name, inputs)) for f in (*failures, *summary.failures)]
        store.replace_failures(sorted(names | {name_with_folder(name, inputs) for name in names}), failures)
        _rewrite(store, stages, progress)
        return _summarise(store, summary.added, summary.unchanged, failures)


def rebuild(
    store_path: Path | str,
    workers: int | None = None,
    engine: str = "local",
    progress: Progress | None = None,
    stages: Stages | None = None,
    gate: bool = True,
    today: date | None = None,
) -> Summary:
    """Analyse all stored reports anew, after better rules or knowledge; ids and people's judgements stay."""
    stages, progress = stages or usual_stages(gate, today), progress or _quiet
    runner = make_engine(engine, workers)
    with Store.open(store_path, write=True) as store:
        kept: dict[str, str] = {}
        with Spool() as spool:
            found = _counted((_with_id(raw, document_id, kept) for document_id, raw in store.raws()), progress)
            failures = _make(found, spool, runner, stages)
            made = ((raw, _keep_id(document, kept[raw.name])) for raw, document in spool)
            summary = _analyse_and_write(store, made, runner, stages, progress, spool.count, anew=True)
        failures = [*failures, *summary.failures]
        store.replace_failures(sorted(kept), failures)
        _rewrite(store, stages, progress, anew=True)
        return _summarise(store, summary.added, 0, failures)


def forget(store_path: Path | str, document_id: str, stages: Stages | None = None) -> Summary:
    """Take a report out again, with all that rests on it alone."""
    with Store.open(store_path, write=True) as store:
        store.forget(document_id)
        _rewrite(store, stages or Stages(), _quiet, anew=True)
        return _summarise(store, 0, 0)


# -- people's judgements --------------------------------------------------------------------------------------------


def judge(
    store_path: Path | str,
    verdict: Verdict,
    left: str,
    right: str,
    reason: str,
    by: str = "person",
    stages: Stages | None = None,
    rewrite: bool = True,
) -> tuple[Judgement, ...]:
    """Say that two claims, or two events with all their claims, are the same or different; the record follows.

    Without ``rewrite`` it follows at the next ``refresh``, ``build`` or judgement.

    A person's earlier judgement on the same two claims is marked as undone by this one.

    Returns:
        One judgement a pair of claims; their ids begin alike, and are undone together.

    Raises:
        UsageError: one of them is neither claim nor event, or both are the same.
    """
    with Store.open(store_path, write=True) as store:
        sides = claims_of(store, left), claims_of(store, right)
        pairs = sorted((sorted(pair, key=id_of) for pair in product(*sides)), key=lambda p: (p[0].id, p[1].id))
        if {c.id for c in sides[0]} & {c.id for c in sides[1]}:
            raise UsageError(f"{left} and {right} are one already", "name two claims or two events")
        at = datetime.now(UTC).isoformat(timespec="microseconds")
        act = stable_id("judgement", "person", left, right, verdict, at)
        made = tuple(
            person_says(f"{act}-{n}", one, two, verdict, reason, by, at) for n, (one, two) in enumerate(pairs, 1)
        )
        takers = {(j.left, j.right): j.id for j in made}
        earlier = [j for j in store.decisions() if j.undone_by is None and (j.left, j.right) in takers]
        undone = [replace(j, undone_by=takers[j.left, j.right]) for j in earlier]
        store.add_judgements([*undone, *made])  # at once: a crash between them would lose the earlier one
        if rewrite:
            _rewrite(store, stages or Stages(), _quiet)
        return made


def accept(
    store_path: Path | str,
    reading: str,
    reason: str,
    by: str = "person",
    stages: Stages | None = None,
    rewrite: bool = True,
) -> tuple[Judgement, ...]:
    """Say which reading of a field is to be shown; what it was disputed with is settled, and nothing is lost.

    Args:
        reading: ``EVENT:FIELD:NUMBER``, as ``legation judge readings EVENT`` prints it; of an agreement too.

    Returns:
        One judgement a claim that gives the reading; their ids begin alike, and are undone together.

    Raises:
        UsageError: there is no such reading.
    """
    with Store.open(store_path, write=True) as store:
        field, value, claim_ids = find_reading(store, reading)
        at = datetime.now(UTC).isoformat(timespec="microseconds")
        act = stable_id("judgement", "accept", reading, value, at)
        made = accept_claims(store, act, field, value, claim_ids, reason, by, at)
        store.add_judgements(made)
        if rewrite:
            _rewrite(store, stages or Stages(), _quiet)
        return made


def undo(
    store_path: Path | str,
    judgement_id: str,
    by: str = "person",
    stages: Stages | None = None,
    rewrite: bool = True,
) -> int:
    """Take a person's judgement back, all pairs of it; it stays on record as undone. How many pairs."""
    with Store.open(store_path, write=True) as store:
        act = "-".join(judgement_id.split("-")[:2])
        found = [j for j in store.decisions() if j.id.startswith(f"{act}-") and j.undone_by is None]
        if not found:
            raise UsageError(f"no judgement {judgement_id} by a person", "legation judge list shows them")
        store.add_judgements([replace(j, undone_by=by) for j in found])
        if rewrite:
            _rewrite(store, stages or Stages(), _quiet)
        return len(found)


def refresh(store_path: Path | str, stages: Stages | None = None) -> None:
    """Let the record follow judgements that were kept without rewriting it."""
    with Store.open(store_path, write=True) as store:
        _rewrite(store, stages or Stages(), _quiet)


# -- documents ------------------------------------------------------------------------------------------------------


def _named(found: Iterable[RawDocument | Failure], names: set[str]) -> Iterator[RawDocument | Failure]:
    """What was found, as it comes, its names noted."""
    for item in found:
        names.add(item.name)
        yield item


def _with_id(raw: RawDocument, document_id: str, kept: dict[str, str]) -> RawDocument:
    kept[raw.name] = document_id
    return raw


def _keep_id(document: Document, kept: str) -> Document:
    """The document under the id it has in the store, so that claims keep theirs."""
    if document.id == kept:
        return document
    return replace(document, id=kept, copy_of=document.id, copy_kind="version")


def digest_of(document: Document, own: str) -> str:
    """A hash of all that the analysis of a document rests on: the document, and ``own``, the user's knowledge."""
    return hashlib.sha256((to_json(document) + own).encode("utf-8")).hexdigest()


# -- running the stages ---------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Work:
    added: int = 0
    unchanged: int = 0
    failures: list[Failure] = field(default_factory=list)


def _make(found: Iterable[RawDocument | Failure], spool: Spool, runner: Engine, stages: Stages) -> list[Failure]:
    """Documents of what was read, into ``spool`` one by one; what failed, by name.

    Pages go to the engine; plain texts take less time than sending them there.
    """
    function = partial(make_safely, make=stages.make, limit_seconds=stages.limit_seconds)
    failures: list[Failure] = []

    def keep(made: Made | Failure) -> None:
        if isinstance(made, Failure):
            failures.append(made)
            return
        spool.add(*made)
        failures.extend(filter(None, [unread_published(made[0], stages.today)]))

    def pages() -> Iterator[RawDocument]:
        for item in found:
            if isinstance(item, RawDocument) and item.html is not None:
                yield item
            else:
                keep(item if isinstance(item, Failure) else function(item))

    for result in runner.map(function, pages(), lost):
        keep(result)
    return sorted(failures, key=lambda f: (f.name, f.stage, f.reason))


def _analyse_and_write(
    store: Store,
    made: Iterable[Made],
    runner: Engine,
    stages: Stages,
    progress: Progress,
    total: int,
    anew: bool = False,
) -> _Work:
    known, own = {} if anew else store.digests(), digest_own()
    work = _Work()
    flying: deque[tuple[RawDocument, str]] = deque()

    def waiting() -> Iterator[Document]:
        for raw, document in made:
            digest = digest_of(document, own)
            if known.get(document.id) == digest:
                work.unchanged += 1
            else:
                flying.append((raw, digest))
                yield document

    function = partial(analyse_safely, analyse=stages.analyse, limit_seconds=stages.limit_seconds)
    batch: list[tuple[RawDocument, Analysis, str]] = []
    for done, result in enumerate(runner.map(function, waiting(), lost), 1):
        raw, digest = flying.popleft()
        if isinstance(result, Failure):
            work.failures.append(result)
        else:
            batch.append((raw, result, digest))
        if len(batch) >= BATCH:
            work.added += store.add_analyses(batch, __version__)
            batch.clear()
        progress("analysing", min(done + work.unchanged, total), total)
    work.added += store.add_analyses(batch, __version__)
    return work


def _rewrite(store: Store, stages: Stages, progress: Progress, anew: bool = False) -> None:
    """Reconcile all that is kept and write the record, unless nothing changed since it was last written."""
    written = False
    while not written:
        with store.snapshot():
            decisions = store.decisions()
            fingerprint = _fingerprint(store, decisions)
            if not anew and store.fingerprint() == fingerprint:
                return
            analyses = list(store.tellings())
        progress("reconciling", 0, len(analyses))
        record = stages.reconcile(analyses, [j for j in decisions if j.undone_by is None])
        at = datetime.now(UTC).isoformat(timespec="seconds")
        is_current = partial(_is_current, store, fingerprint)
        written = store.write_record(record, fingerprint, __version__, at, is_current)
        progress("reconciling", len(analyses), len(analyses))


def _is_current(store: Store, fingerprint: str) -> bool:
    """Whether no other build or judgement came in between."""
    return _fingerprint(store, store.decisions()) == fingerprint


def _fingerprint(store: Store, decisions: Iterable[Judgement]) -> str:
    parts = [f"{i} {digest}" for i, digest in sorted(store.digests().items())]
    return hashlib.sha256("\n".join([__version__, *parts, *map(to_json, decisions)]).encode("utf-8")).hexdigest()


def _summarise(store: Store, added: int, unchanged: int, failures: Sequence[Failure] = ()) -> Summary:
    counts, kinds = store.counts(), store.kinds()
    undated = sum(f.stage == "published" for f in failures)  # such a report is in the record, it only lacks its day
    unread = sum(n for language, n in store.languages().items() if not is_read(language))
    failed = len(failures) - undated
    return Summary(counts["documents"], added, unchanged, failed, counts["claims"], counts["storylines"],
                   counts["conflicts"], counts["agreements"], kinds, undated, unread)  # fmt: skip


def _counted(items: Iterable[T], progress: Progress) -> Iterator[T]:
    for done, item in enumerate(items, 1):
        progress("reading", done, None)
        yield item


def _quiet(stage: str, done: int, total: int | None) -> None:
    """Progress that nobody watches."""
