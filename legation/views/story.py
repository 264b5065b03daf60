"""A storyline told in order: each event with its words, what they go back to, and what is disputed."""

from __future__ import annotations

from dataclasses import dataclass

from legation.errors import UsageError
from legation.records import Storyline
from legation.store import Store
from legation.views.conflicts import DisagreementRow, disagreements
from legation.views.filters import day_key
from legation.views.quotes import Quote, Reports
from legation.views.timeline import EventRow, event_row


@dataclass(frozen=True, slots=True)
class Chapter:
    """One event of a storyline: a quote of each report, each with its origin."""

    event: EventRow
    quotes: tuple[Quote, ...]
    conflicts: tuple[DisagreementRow, ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    """A storyline: between whom, on what, and its events in the order of their days, undated ones last."""

    id: str
    label: str
    states: tuple[str, ...]
    topics: tuple[str, ...]
    chapters: tuple[Chapter, ...]


def story(store: Store, wanted: str) -> StoryView:
    """The storyline with that id, with that beginning of an id, or that holds the event of that id.

    Raises:
        UsageError: none, or several.
    """
    with store.snapshot():
        line = _find(store, wanted)
        reports = Reports(store)
        events = sorted(store.catalogue.events(line.event_ids), key=day_key)
        reports.load(c for e in events for c in e.claim_ids)
        chapters = tuple(
            Chapter(event_row(e, reports), reports.quotes(e.claim_ids), disagreements(e.conflicts, reports))
            for e in events
        )
        return StoryView(line.id, line.label, line.states, line.topics, chapters)


def _find(store: Store, wanted: str) -> Storyline:
    event = store.event(wanted)
    key = (event.storyline_id or "") if event else wanted
    found = [line for line in store.storylines() if key and line.id.startswith(key)]
    exact = [line for line in found if line.id == key]
    if len(exact or found) == 1:
        return (exact or found)[0]
    known = "; ".join(f"{line.id} {line.label}" for line in (found or list(store.storylines()))[:5])
    problem = f"{wanted!r} begins several storylines" if found else f"no storyline {wanted!r} in the record"
    raise UsageError(problem, f"there are {known}" if known else "the record holds no storyline yet")
