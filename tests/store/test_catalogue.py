"""What pages ask is answered by index, the same as by reading the whole record."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from legation.store import EventQuery, Store
from legation.store.indexing import FILL, INDEXED
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


def test_a_second_writing_leaves_the_same_rows(store: Store) -> None:
    def rows() -> list[object]:
        return [store._db.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in INDEXED]

    before = rows()
    store.write_record(record(), "print", "0", "2026-01-02T00:00:00")
    assert rows() == before
    assert len(FILL) >= len(INDEXED)


def test_new_events_are_those_of_the_last_run(store: Store) -> None:
    assert store.catalogue.count_new(1) == len(list(store.events()))
    store.write_record(record(), "print", "0", "2026-01-02T00:00:00")
    assert store.catalogue.count_new(2) == 0
