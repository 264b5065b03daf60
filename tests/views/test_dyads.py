"""Lanes and scores say what happened and count nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from legation.event_types import load_event_types
from legation.records import Corroboration, Event, Party, Reading, When
from legation.views.dyads import lane_of, lanes_of, score_of, scores_of
from legation.web.drawing import draw_lanes

NOR, SUD = (Party(name, code, state=code) for name, code in (("Norland", "NOR"), ("Sudmark", "SUD")))


def event(kind: str, mode: str | None = None, day: date | None = date(2025, 8, 4), status: str = "occurred",
          together: bool = False, origins: int = 1) -> Event:  # fmt: skip
    actors = (NOR, SUD) if together else (NOR,)
    when = (Reading(When(day, day), ()),) if day else ()
    recipients = () if together else (Reading(SUD, ()),)
    return Event("e", kind, mode, when=when, status=(Reading(status, ()),), recipients=recipients,
                 actors=tuple(Reading(p, ()) for p in actors), corroboration=Corroboration(origins))  # fmt: skip


@pytest.mark.parametrize(("kind", "mode", "lane"), [
    ("CONSULT", "phone", "talks"), ("CONSULT", "visit", "visits"), ("SUPPORT", "sign", "agreements"),
    ("SUPPORT", "praise", "other"), ("ASSAULT", None, "military"), ("SANCTION", None, "coercion"),
])  # fmt: skip
def test_every_kind_has_its_lane(kind: str, mode: str | None, lane: str) -> None:
    assert lane_of(event(kind, mode)) == lane


def test_every_plover_type_has_a_score() -> None:
    assert all(score_of(event(kind)) for kind in load_event_types().names if kind != "COMMENT")


def test_what_both_do_counts_both_ways_and_a_threat_one_way() -> None:
    both = scores_of([event("CONSULT", together=True)], "NOR", "SUD")[0]
    threat = scores_of([event("THREATEN")], "NOR", "SUD")[0]
    assert (both.to_b, both.to_a) == (1, 1)
    assert (threat.to_b, threat.to_a) == (-6, 0)


def test_plans_denials_and_undated_events_score_nothing() -> None:
    events = [event("AGREE", status="planned"), event("ASSAULT", status="denied"), event("AID", day=None)]
    assert scores_of(events, "NOR", "SUD") == ()


def test_what_no_known_origin_tells_weighs_nothing_by_origins() -> None:
    row = scores_of([event("AID", origins=0), event("AID", origins=2)], "NOR", "SUD")[0]
    assert (row.to_b, row.to_b_by_origins) == (14, 14)


def test_a_month_without_events_stands_between_those_with_some() -> None:
    rows = scores_of([event("AID"), event("AID", day=date(2025, 10, 1))], "NOR", "SUD")
    assert [(r.month, r.events) for r in rows] == [("2025-08", 1), ("2025-09", 0), ("2025-10", 1)]


def test_an_uncertain_day_is_a_bar_and_no_day_is_counted() -> None:
    weekday = When(weekday=6, not_before=date(2025, 8, 1), not_after=date(2025, 8, 31))
    vague = Event("v", "CONSULT", when=(Reading(weekday, ()),), status=(Reading("occurred", ()),))
    talks = lanes_of([vague, event("CONSULT", day=None), event("CONSULT")])[0]
    assert [(b.first.day, b.last.day, b.certain) for b in talks.bars] == [(1, 31, False), (4, 4, True)]
    assert talks.undated == 1


def test_marks_of_the_same_days_do_not_lie_on_each_other() -> None:
    drawing = draw_lanes(lanes_of([event("CONSULT")] * 3))
    assert drawing is not None
    assert len({mark.y for mark in drawing.lanes[0].marks}) == 3
