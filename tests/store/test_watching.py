"""Watches outlive rebuilds, and an event's former id leads to its heir."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from legation.records import Record
from legation.store import Store, Watch
from legation.views.show import EventView, show
from legation.views.watching import watch_news
from tests.store import made


def joined(record: Record) -> Record:
    """The same record once the two calls are one event, under the second one's id."""
    _, signing, again = record.events
    one = replace(again, claim_ids=("c1", "c3"), document_ids=("doc-1", "doc-2"), relations=())
    line = replace(record.storylines[0], event_ids=("e3",))
    return replace(record, events=(signing, one), storylines=(line,))


def write(store: Store, *records: Record) -> None:
    for number, record in enumerate(records):
        store.write_record(record, f"print {number}", "0", "2025-01-01T00:00:00+00:00")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "r.db", create=True)


def test_a_watch_outlives_a_rebuild_and_one_of_its_name_is_replaced(store: Store) -> None:
    store.add_watch(Watch("talks", ("NOR", "SUD"), at="2025-01-01"))
    store.add_watch(Watch("talks", ("NOR", "SUD"), types=("CONSULT",), at="2025-01-02"))
    write(store, made.record(), joined(made.record()))
    assert store.watches() == (Watch("talks", ("NOR", "SUD"), types=("CONSULT",), at="2025-01-02"),)
    assert store.drop_watch("talks")
    assert not store.drop_watch("talks")
    assert store.watches() == ()


def test_news_of_a_watch_are_its_events_that_changed_since_a_run(store: Store) -> None:
    whole = made.record()
    write(store, replace(whole, events=whole.events[:2]), whole)
    talks, other = Watch("talks", ("NOR", "SUD")), Watch("kind", types=("AID",))
    assert [row.id for row in watch_news(store, talks).rows] == ["e3"]
    assert {row.id for row in watch_news(store, talks, since=0).rows} == {"e1", "e3"}
    assert watch_news(store, other, since=0).total == 0
    assert watch_news(store, Watch("gone", ("NOR", "Nobody Known"))).unknown


def test_a_former_id_leads_to_the_event_that_has_most_of_its_claims(store: Store) -> None:
    whole = made.record()
    write(store, whole, joined(whole))
    assert store.catalogue.heir("e1") == "e3"
    found = store.event("e3")
    assert found is not None
    assert found.former_ids == ("e1",)
    assert isinstance(seen := show(store, "e1"), EventView)
    assert seen.row.id == "e3"


def test_a_former_id_follows_on_and_is_forgotten_when_it_is_an_event_again(store: Store) -> None:
    whole = made.record()
    one = joined(whole)
    renamed = replace(one.events[1], id="e9")
    again = replace(one, events=(one.events[0], renamed), storylines=(replace(one.storylines[0], event_ids=("e9",)),))
    write(store, whole, one, again)
    assert store.catalogue.heirs() == [("e1", "e9"), ("e3", "e9")]
    write(store, whole)
    assert store.catalogue.heirs() == [("e9", "e1")]
    write(store, replace(whole, events=(whole.events[1],), storylines=()))
    assert store.catalogue.heirs() == []
