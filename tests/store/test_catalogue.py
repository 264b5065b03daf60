"""What pages ask is answered by index, the same as by reading the whole record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from legation.records import Judgement
from legation.store import EventQuery, Store
from legation.store.indexing import INDEXED
from legation.store.writing import list_rows
from tests.store.made import record


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store.open(tmp_path / "record.db", create=True)
    made.write_record(record(), "print", "0", "2026-01-01T00:00:00")
    return made


def test_events_of_two_sides_are_those_that_have_both(store: Store) -> None:
    both = [e.id for e in store.events() if {"NOR", "SUD"} <= {r.value.state for r in (*e.actors, *e.recipients)}]
    assert sorted(store.catalogue.event_ids(EventQuery(parties=("NOR", "SUD")), 9)) == sorted(both)
    assert store.catalogue.event_ids(EventQuery(parties=("NOR", "XXX")), 9) == []


def test_every_condition_narrows(store: Store) -> None:
    everything = set(store.catalogue.event_ids(EventQuery(), 99))
    assert everything == {e.id for e in store.events()}
    queries = [EventQuery(since=date(2025, 8, 1)), EventQuery(until=date(2025, 8, 4)), EventQuery(types=("CONSULT",)),
               EventQuery(statuses=("occurred",)), EventQuery(topics=("trade",)), EventQuery(in_conflict=True),
               EventQuery(words="Kral"), EventQuery(origins=1), EventQuery(only_one_origin=True),
               EventQuery(outlet="no such outlet")]  # fmt: skip
    for query in queries:
        found = store.catalogue.event_ids(query, 99)
        assert set(found) <= everything
        assert store.catalogue.count_events(query) == len(found)


def test_two_pages_are_the_one_long_page(store: Store) -> None:
    whole = store.catalogue.event_ids(EventQuery(), 99)
    assert store.catalogue.event_ids(EventQuery(), 1) + store.catalogue.event_ids(EventQuery(), 98, 1) == whole


def test_claims_find_their_origins(store: Store) -> None:
    wanted = {claim: origin.id for origin in store.origins() for claim in origin.claim_ids}
    assert {c: o.id for c, o in store.catalogue.origins_of(wanted).items()} == wanted


def rows_of(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """All rows of the record and of what pages are read from, in one order."""
    tables = [*INDEXED, *(table for table, _, _ in list_rows(record()))]
    return {table: sorted(store._db.execute(f"SELECT * FROM {table}").fetchall(), key=repr) for table in tables}


def test_a_second_writing_leaves_the_same_rows(store: Store) -> None:
    before = rows_of(store)
    assert all(before[table] for table in ("claims", "event_days", "event_parties", "event_words"))
    store.write_record(record(), "print", "0", "2026-01-02T00:00:00")
    assert rows_of(store) == before


def test_a_record_written_over_another_leaves_the_rows_that_it_leaves_alone(store: Store, tmp_path: Path) -> None:
    whole = record()
    moved = tuple(replace(d, outlet="The Other Paper") for d in whole.documents)
    said = tuple(replace(c, status="planned", topics=("grain",)) for c in whole.claims[:1]) + whole.claims[1:]
    for other in (replace(whole, events=whole.events[1:], claims=said), replace(whole, documents=moved), whole):
        with Store.open(tmp_path / f"{len(list(tmp_path.iterdir()))}.db", create=True) as fresh:
            fresh.write_record(other, "print", "0", "2026-01-01T00:00:00")
            store.write_record(other, "print", "0", "2026-01-02T00:00:00")
            assert rows_of(store) == rows_of(fresh)


def test_new_events_are_those_of_the_last_run(store: Store) -> None:
    assert store.catalogue.count_new(1) == len(list(store.events()))
    store.write_record(record(), "print", "0", "2026-01-02T00:00:00")
    assert store.catalogue.count_new(2) == 0


def test_a_doubt_about_what_many_reports_tell_comes_before_a_greater_doubt_about_little(tmp_path: Path) -> None:
    made = record()
    told, lone = (e.claim_ids[0] for e in made.events[:2])
    pairs = (("greater", lone, "elsewhere", 0.5), ("weightier", lone, told, 0.45), ("certain", lone, told, 1.0))
    doubts = tuple(Judgement(i, left, right, "unsure", score) for i, left, right, score in pairs)
    with Store.open(tmp_path / "doubts.db", create=True) as store:
        store.write_record(replace(made, judgements=doubts), "print", "0", "2026-01-01T00:00:00")
        assert [j.id for j in store.catalogue.doubts(5)] == ["weightier", "greater"]
        assert [j.id for j in store.catalogue.doubts(1, 1)] == ["greater"]
