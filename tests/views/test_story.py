from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from legation.cli.output import find_lines
from legation.cli.showing import page
from legation.errors import UsageError
from legation.store import Store
from legation.views.show import EventView, show
from legation.views.story import story
from legation.views.timeline import timeline
from tests.store import made


@pytest.fixture
def store(tmp_path: Path) -> Store:
    opened = Store.open(tmp_path / "r.db", create=True)
    opened.write_record(made.record(), "print", "0", "2025-01-01T00:00:00+00:00")
    return opened


def test_a_storyline_is_told_in_the_order_of_its_days_with_quotes_origins_and_conflicts(store: Store) -> None:
    with store:
        view = story(store, "s1")
        assert [c.event.id for c in view.chapters] == [row.id for row in timeline(store) if row.id != "e2"]
    first = next(c for c in view.chapters if c.event.id == "e1")
    assert first.quotes[0].words == "called Ivo Kral"
    assert first.quotes[0].origin == "official statement (SUD)"
    assert [c.note for c in first.conflicts] == ["told twice"]


def test_a_storyline_is_found_by_one_of_its_events(store: Store) -> None:
    with store:
        assert story(store, "e1").id == "s1"
        with pytest.raises(UsageError, match="no storyline 'e2'"):
            story(store, "e2")


def test_what_a_person_settled_is_told_as_settled_beside_its_event(tmp_path: Path) -> None:
    whole = made.record()
    call, *others = whole.events
    settled = replace(call.conflicts[0], resolution="phone: accepted by desk")
    with Store.open(tmp_path / "r.db", create=True) as store:
        store.write_record(replace(whole, events=(replace(call, conflicts=(settled,)), *others)), "print", "0", "2025")
        view = show(store, "e1")
        assert isinstance(view, EventView)
        assert [c.resolution for c in view.conflicts] == ["phone: accepted by desk"]
    assert "told twice (settled: phone: accepted by desk)" in "".join(t.plain for t in find_lines(page(view), 100))
