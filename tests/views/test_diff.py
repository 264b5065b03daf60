from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from legation.errors import UsageError
from legation.records import Conflict, Reading, Record
from legation.store import Store
from legation.store.history import RUNS_KEPT
from legation.views.diff import diff
from tests.store import made


def write(path: Path, *records: Record) -> Store:
    store = Store.open(path, create=True)
    for number, record in enumerate(records):
        store.write_record(record, f"print {number}", "0", "2025-01-01T00:00:00+00:00")
    return store


def told(store: Store, *runs: int) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(row.kind, row.event_id, row.details) for row in diff(store, *runs)]


def test_an_event_of_a_new_report_is_new(tmp_path: Path) -> None:
    whole = made.record()
    first = replace(whole, events=whole.events[:2])
    with write(tmp_path / "r.db", first, whole) as store:
        assert told(store) == [("new", "e3", ("Evening Star",))]
        assert told(store, 2, 1) == [("withdrawn", "e3", ())]


def test_status_report_and_conflict_of_one_event_are_told_apart(tmp_path: Path) -> None:
    whole = made.record()
    call, signing, again = whole.events
    differ = Conflict("k2", "e2", "amount", "value", "contradiction", (Reading("5", ("c2",)),), "two sums")
    denied = replace(signing, conflicts=(differ,), status=(Reading("denied", ("c2",)),))
    joined = replace(call, claim_ids=("c1", "c3"), document_ids=("doc-1", "doc-2"))
    later = replace(whole, events=(joined, denied))
    with write(tmp_path / "r.db", whole, later) as store:
        assert told(store) == [
            ("status", "e2", ("", "denied")),
            ("conflict", "e2", ("amount: two sums",)),
            ("merged", "e1", (call.label, again.label)),
        ]
        assert [row[:2] for row in told(store, 2, 1)][-2:] == [("settled", "e2"), ("split", "e1")]


def test_an_event_keeps_its_name_in_a_diff_when_its_id_changes(tmp_path: Path) -> None:
    whole = made.record()
    call, *others = whole.events
    conflict = replace(call.conflicts[0], id="k9", event_id="e0")
    renamed = replace(call, id="e0", conflicts=(conflict,), document_ids=("doc-1",))
    line = replace(whole.storylines[0], event_ids=("e0", "e3"))
    with write(tmp_path / "r.db", whole, replace(whole, events=(renamed, *others), storylines=(line,))) as store:
        assert told(store) == []


def test_only_what_changed_is_kept_and_only_of_the_last_runs(tmp_path: Path) -> None:
    whole = made.record()
    part = replace(whole, events=whole.events[:2])
    runs = [whole, part] * RUNS_KEPT
    with write(tmp_path / "r.db", *runs) as store:
        assert store.catalogue.kept_runs() == list(range(RUNS_KEPT + 1, 2 * RUNS_KEPT + 1))
        assert [v.event_id for v in store.catalogue.changed_versions(len(runs) - 1, len(runs))] == ["e3"]
        assert store._db.execute("SELECT count(*) FROM event_versions WHERE event_id = 'e1'").fetchone() == (1,)
        with pytest.raises(UsageError, match="no run 3: runs 21 to 40 are kept"):
            diff(store, 3, 40)


def test_a_first_run_has_nothing_to_be_compared_with(tmp_path: Path) -> None:
    with write(tmp_path / "r.db", made.record()) as store, pytest.raises(UsageError, match="only run 1 so far"):
        diff(store)


def test_the_words_of_a_forgotten_report_leave_the_history(tmp_path: Path) -> None:
    whole = made.record()
    with write(tmp_path / "r.db", whole) as store:
        store.add_analyses(made.kept(), "0")
        store.forget("doc-2")
        store.write_record(replace(whole, events=whole.events[:2]), "later", "0", "2025-01-02T00:00:00+00:00")
        (row,) = diff(store)
        assert (row.kind, row.label) == ("withdrawn", "(a report taken out)")
