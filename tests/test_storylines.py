from __future__ import annotations

from datetime import date

from legation.records import Event, Reading, When
from legation.storylines import find_states, group_documents, make_storylines
from legation.storylines.days import find_tellings, select_days, tell_days
from tests.judgements.builders import ANN, BO, CY, on, report


def event(key: str, day: str | None = None, *parties: object) -> Event:
    when: tuple[Reading[When], ...] = (Reading(on(day), (key,)),) if day else ()
    actors = tuple(Reading(p, (key,)) for p in (parties or (ANN, BO)))
    return Event(key, "CONSULT", when=when, actors=actors, topics=("trade",))  # type: ignore[arg-type]


def test_events_of_two_states_make_one_chain_in_order_of_day() -> None:
    (story,) = make_storylines([event("b", "2031-08-04"), event("a", "2031-09-13"), event("c")])
    assert story.event_ids == ("b", "a", "c")
    assert story.states == ("AAA", "BBB")
    assert story.topics == ("trade",)


def test_a_long_silence_begins_a_new_storyline() -> None:
    days = ["2031-01-01", "2031-02-01", "2032-01-01", "2032-02-01"]
    assert len(make_storylines([event(d, d) for d in days])) == 2


def test_other_states_make_another_storyline() -> None:
    events = [event("a", "2031-01-01"), event("b", "2031-01-02"), event("c", "2031-01-03", ANN, CY)]
    assert [s.event_ids for s in make_storylines(events)] == [("a", "b")]


def test_an_event_of_one_state_has_no_dyad() -> None:
    assert find_states(event("a", None, ANN)) == ("AAA",)


QUAKES = [
    "A strong quake shook Alphaville.\nThe mayor of Alphaville said 3 people died.",
    "Quake in Gammaport kills 40.\nA strong quake shook Gammaport and 40 people died, the mayor said.",
    "Quake in Alphaville kills 3.\nThe mayor said 3 people died when a strong quake shook Alphaville.",
    "A strong quake shook Gammaport.\nThe mayor of Gammaport said 40 people died.",
]


def test_names_and_numbers_part_two_stories_of_one_kind() -> None:
    assert group_documents(QUAKES) == (0, 1, 0, 1)


def test_the_order_of_reports_changes_no_story() -> None:
    assert group_documents(QUAKES[::-1]) == (0, 1, 0, 1)


def test_no_report_makes_no_story() -> None:
    assert group_documents([]) == ()
    assert group_documents(["A report."]) == (0,)


def test_a_day_named_again_and_again_comes_first() -> None:
    made = [
        report("a", "The two ministers of Alphaland and Betaland met on Monday.", "2031-08-05"),
        report("b", "On Monday the ministers met and signed a fishing accord.", "2031-08-06"),
        report("c", "Markets were calm and little else was to be told.", "2031-08-09"),
    ]
    tellings = list(find_tellings(made, ["ministers"]))
    days = select_days(tellings, date(2031, 8, 1), date(2031, 8, 31), 1)
    assert days == (date(2031, 8, 4),)
    (telling,) = tell_days(tellings, days, 1)[days[0]]
    assert made[0].text[telling.start : telling.end] == telling.text
