"""A part of the record answers its question as the whole record does."""

from __future__ import annotations

from pathlib import Path

from legation.agreements import find_gaps, make_figures
from legation.store import Store


def test_figures_and_gaps_need_no_more_of_the_record_than_their_parts(example_path: Path) -> None:
    with Store.open(example_path) as store:
        whole = store.record()
        assert find_gaps(store.record_of_gaps()) == find_gaps(whole) != ()
        assert make_figures(store.record_of_figures()) == make_figures(whole) != ()


def test_figures_are_made_without_the_texts(example_path: Path) -> None:
    with Store.open(example_path) as store:
        part = store.record_of_figures()
        assert part.documents
        assert not any(d.text for d in part.documents)
        assert not part.events
