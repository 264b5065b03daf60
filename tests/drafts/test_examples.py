"""The examples in data/event_types hold: triggers, modes, role fillers; counter-examples tell nothing."""

from __future__ import annotations

import pytest

from legation.drafts.drafting import make_drafts
from legation.drafts.scene import Scene
from legation.drafts.telling import is_told
from legation.event_types import Example, load_event_types
from legation.records import Sentence
from legation.sentences import parse_text
from legation.triggers.matching import Hit, find_hits
from legation.triggers.roles import find_fillers

EXAMPLES = [e for e in load_event_types().examples if not e.counter]
COUNTERS = [e for e in load_event_types().examples if e.counter]


def hits_of(example: Example) -> list[tuple[Sentence, Hit]]:
    return [
        (s, h) for s in parse_text(example.text) for h in find_hits(s) if h.trigger.event_type == example.event_type
    ]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.text)
def test_an_example_tells_its_type_with_its_sides(example: Example) -> None:
    hits = [(s, h) for s, h in hits_of(example) if example.mode is None or h.trigger.mode == example.mode]
    assert hits, example.text
    for slots, wanted in (("actors", example.actors), ("recipients", example.recipients)):
        found = {
            t.text
            for s, h in hits
            for slot in getattr(h.trigger.frame, slots)
            for holder in ([h.token] if h.noun is None else [h.token, h.noun])
            for t in find_fillers(s, holder, slot)
        }
        assert set(wanted) <= found


@pytest.mark.parametrize("example", COUNTERS, ids=lambda e: e.text)
def test_a_counter_example_tells_no_event(example: Example) -> None:
    drafts = [d for s, h in hits_of(example) for d in make_drafts(Scene(example.text, s, ()), h)]
    assert not any(is_told(d) for d in drafts)


def test_every_type_has_an_example_and_a_counter_example() -> None:
    names = set(load_event_types().names)
    assert {e.event_type for e in EXAMPLES} == names
    assert {e.event_type for e in COUNTERS} == names
