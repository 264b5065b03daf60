"""What changed in the record between two runs: events come and gone, reports, status, conflicts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from legation.errors import UsageError
from legation.store import EventVersion, Store
from legation.store.history import RUNS_KEPT

ChangeKind = Literal["new", "reports", "status", "conflict", "settled", "merged", "split", "withdrawn"]
ORDER: tuple[ChangeKind, ...] = ("new", "reports", "status", "conflict", "settled", "merged", "split", "withdrawn")


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change of one event; ``details`` are names of reports, words of a conflict, labels or both statuses."""

    kind: ChangeKind
    event_id: str
    day: str
    label: str
    details: tuple[str, ...]


def diff(store: Store, earlier: int | None = None, later: int | None = None) -> list[ChangeRow]:
    """What the record said after run ``later`` and not after ``earlier``, by kind and day; the last two by default.

    An event that shares a claim with one of the earlier run is that event, also where its id or its label changed.

    Raises:
        UsageError: one of the runs is not kept.
    """
    with store.snapshot():
        runs = store.catalogue.kept_runs()
        if earlier is None and later is None and len(runs) < 2:
            raise UsageError(_one_run(runs), "add reports with legation build, or judge a pair; then ask again")
        later = later if later is not None else _nth_last(runs, 1)
        earlier = earlier if earlier is not None else _nth_last([r for r in runs if r < later], 1)
        _check_runs(runs, earlier, later)
        before = store.catalogue.changed_versions(earlier, later)
        after = store.catalogue.changed_versions(later, earlier)
        found = list(_changes(before, after))
        heads = store.catalogue.document_heads({d for v in (*before, *after) for d in v.document_ids})
    names = {i: head[0] for i, head in heads.items()}
    told = [_named(row, names) if row.kind in ("new", "reports") else row for row in found]
    return sorted(told, key=lambda row: (ORDER.index(row.kind), row.day or "9999", row.event_id, row.details))


def _one_run(runs: Sequence[int]) -> str:
    """Why the last two runs cannot be compared."""
    return f"there is only run {runs[0]} so far: nothing to compare it with" if runs else "no run has been noted yet"


def _nth_last(runs: Sequence[int], n: int) -> int:
    return runs[-n] if len(runs) >= n else 0


def _check_runs(runs: Sequence[int], *wanted: int) -> None:
    missing = [str(run) for run in wanted if run not in runs]
    if missing:
        kept = f"runs {runs[0]} to {runs[-1]} are" if len(runs) > 1 else f"run {runs[0]} is" if runs else "none is"
        problem = f"no run {' and '.join(missing)}: {kept} kept, {RUNS_KEPT} at most"
        raise UsageError(problem, "a run is noted whenever a build, rebuild or judgement changes the record")


def _changes(before: Sequence[EventVersion], after: Sequence[EventVersion]) -> Iterator[ChangeRow]:
    home = {claim: version.event_id for version in before for claim in version.claim_ids}
    known = {version.event_id: version for version in before}
    heirs: dict[str, list[EventVersion]] = {}
    for version in after:
        forebears = [known[i] for i in dict.fromkeys(home[c] for c in version.claim_ids if c in home)]
        for forebear in forebears:
            heirs.setdefault(forebear.event_id, []).append(version)
        yield from _compare(forebears, version)
    for version in before:
        yield from _follow(version, heirs.get(version.event_id, []))


def _follow(version: EventVersion, children: Sequence[EventVersion]) -> Iterator[ChangeRow]:
    if not children:
        yield _row("withdrawn", version, ())
        return
    if len(children) > 1:
        yield _row("split", version, tuple(sorted(c.label for c in children)))
    told = {key: words for child in children for key, words in child.conflicts.items()}
    main = max(children, key=lambda child: _likeness(child, version))
    yield from (_row("settled", main, (words,)) for words in _only_in(version.conflicts, told))


def _compare(forebears: Sequence[EventVersion], version: EventVersion) -> Iterator[ChangeRow]:
    if not forebears:
        yield _row("new", version, version.document_ids)
    if len(forebears) > 1:
        yield _row("merged", version, tuple(sorted(f.label for f in forebears)))
    had = {d for f in forebears for d in f.document_ids}
    added = tuple(d for d in version.document_ids if d not in had)
    if forebears and added:
        yield _row("reports", version, added)
    main = max(forebears, key=lambda f: _likeness(f, version), default=version)
    if main.status != version.status:
        yield _row("status", version, (main.status, version.status))
    told = {key: words for f in forebears for key, words in f.conflicts.items()}
    yield from (_row("conflict", version, (words,)) for words in _only_in(version.conflicts, told))


def _likeness(one: EventVersion, other: EventVersion) -> tuple[int, bool, str]:
    return len(set(one.claim_ids) & set(other.claim_ids)), one.event_id == other.event_id, one.event_id


def _only_in(these: Mapping[str, str], those: Mapping[str, str]) -> list[str]:
    """The words of those conflicts that the others have neither by id nor, the event's id being new, by words."""
    return [words for key, words in these.items() if key not in those and words not in those.values()]


def _row(kind: ChangeKind, version: EventVersion, details: tuple[str, ...]) -> ChangeRow:
    return ChangeRow(kind, version.event_id, version.day, version.label, details)


def _named(row: ChangeRow, names: Mapping[str, str]) -> ChangeRow:
    return ChangeRow(row.kind, row.event_id, row.day, row.label, tuple(names.get(d, d) for d in row.details))
