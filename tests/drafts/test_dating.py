"""A day belongs to the clause in which it stands, never to "said"."""

from __future__ import annotations

from datetime import date

import pytest

from legation.drafts.dating import date_of
from legation.sentences import parse_text
from legation.times import find_times
from legation.triggers.matching import find_hits


def dated(text: str, lemma: str) -> str | None:
    """The words that date the event of ``lemma`` in a report of 10 June 2021, a Thursday."""
    (sentence,) = parse_text(text)
    times = find_times(text, date(2021, 6, 10), sentences=(sentence,))
    speech = frozenset(t.index for t in sentence.tokens if t.lemma in ("say", "announce"))
    hit = next(h for h in find_hits(sentence) if h.token.lemma == lemma)
    time = date_of(sentence, hit, times, speech, date(2021, 6, 10))
    return time.text if time is not None else None


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("Peru and Chile resumed the talks that fell apart in May, Peru said Saturday.", "fall", "May"),
        ("Peru and Chile resumed the talks that fell apart in May, Peru said Saturday.", "resume", None),
        ("Peru met Chile on Monday and signed a treaty.", "sign", "Monday"),
        ("Peru visited Chile in March, holding talks with its leader.", "hold", "March"),
        ("After meeting Chile on Monday, Peru signed a treaty with Brazil on Thursday.", "meet", "Monday"),
        ("After meeting Chile on Monday, Peru signed a treaty with Brazil on Thursday.", "sign", "Thursday"),
    ],
)
def test_a_day_dates_its_own_clause(text: str, lemma: str, expected: str | None) -> None:
    found = dated(text, lemma)
    assert (found is None) == (expected is None)
    assert expected is None or expected in str(found)


def test_the_day_of_a_cancelled_summit_is_not_the_day_of_the_cancelling() -> None:
    assert dated("Peru called off the meeting, which was scheduled for June 12.", "call") is None


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("Peru launched a strike in reaction to this week's chemical attack.", "launch", None),
        ("Peru agreed with Chile under the 2008 border accord.", "agree", None),
        ("Peru expelled 60 diplomats of Chile in response to the poisoning of a spy on March 4.", "expel", None),
        ("Peru would impose sanctions on Chile on Monday after the April 7 attack.", "impose", "Monday"),
        ("Peru pulled out of the 2015 border deal with Chile.", "pull", None),
        ("Peru pulled out of the border deal reached in 2015.", "pull", None),
        ("Peru was blamed on Monday for the attack on Chile.", "attack", None),
        ("The ban was imposed after the violent takeover of the island by Peru in 2007.", "takeover", "2007"),
        ("Peru invited the leader of Chile to Lima for talks in June.", "invite", "June"),
        ("The leader of Peru arrived on Monday for talks with Chile.", "talk", "Monday"),
        ("The envoy of Peru attended Friday's summit with Chile.", "summit", "Friday"),
        ("The president of Peru plays golf Saturday ahead of the summit with Chile.", "summit", None),
    ],
)
def test_the_day_of_one_thing_is_not_the_day_of_what_answers_it(text: str, lemma: str, expected: str | None) -> None:
    found = dated(text, lemma)
    assert (found is None) == (expected is None)
    assert expected is None or expected in str(found)


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("The president of Peru said on Monday while visiting Chile that the talks had gone well.", "visit", "Monday"),
        ("Visiting Chile on Monday, the envoy of Peru met its leader.", "meet", "Monday"),
        ("After visiting Chile on Monday, the envoy of Peru met its leader.", "meet", None),
        ("During the past week, Peru fired on two ships of Chile.", "fire", "the past week"),
        ("The president of Peru did not meet the leader of Chile when he came to Lima last fall.", "meet", "last fall"),
        ("Five months of negotiations between Peru and Chile abruptly halted in May.", "negotiation", "May"),
        ("A rocket strike of Peru on a base in the east killed ten soldiers of Chile on Tuesday.", "strike", "Tuesday"),
        ("Peru brokered a truce in May, then imposed sanctions on Chile.", "impose", None),
        ("Peru met Chile on Monday and Bolivia signed a treaty with Brazil.", "sign", None),
        ("On Monday Peru met Chile, and Bolivia signed a treaty with Brazil.", "sign", "Monday"),
    ],
)
def test_a_clause_shares_its_day_only_with_what_goes_on_with_it(text: str, lemma: str, expected: str | None) -> None:
    found = dated(text, lemma)
    assert (found is None) == (expected is None)
    assert expected is None or expected in str(found)


def test_the_day_of_a_summit_to_come_is_not_the_day_on_which_it_is_called_off() -> None:
    assert dated("Peru was cancelling next month's summit with Chile.", "cancel") is None


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("The sol fell to its lowest since May 2016, hours after Peru imposed sanctions on Chile.", "impose", None),
        ("Trade with Chile has fallen since May 2016, hours after Peru imposed sanctions on Chile.", "impose", None),
        ("Trade with Chile has fallen since May 2016, after Peru imposed sanctions on Chile.", "impose", "May 2016"),
        ("This week Peru, which has occupied an island of Chile since 2008, closed the border.", "close", "This week"),
        ("Peru met Chile in Lima instead of joining the parade on Sunday.", "meet", None),
        ("Peru released a transcript Friday of its president's call with Chile's leader.", "call", None),
        ("Peru shelled a port of Chile on Saturday, showing the weakness of the truce.", "truce", None),
        ("Next week Peru holds a hearing on attacks on Chile.", "attack", None),
        ("Peru welcomed three men formerly imprisoned by Chile on Thursday.", "imprison", None),
        ("Peru on Friday gave a readout of Monday's meeting with Chile.", "meeting", "Monday"),
    ],
)
def test_since_bounds_a_comparison_or_a_state_and_is_no_day_of_another_clause(
    text: str, lemma: str, expected: str | None
) -> None:
    assert dated(text, lemma) == expected


def test_what_was_done_in_the_year_since_which_ties_are_bad_is_of_that_year_alone() -> None:
    text = "Ties have been bad since last year, when Peru pulled out of the border deal with Chile."
    (sentence,) = parse_text(text)
    times = find_times(text, date(2021, 6, 10), sentences=(sentence,))
    hit = next(h for h in find_hits(sentence) if h.token.lemma == "pull")
    time = date_of(sentence, hit, times, frozenset())
    assert time is not None
    assert (time.when.first, time.when.last) == (date(2020, 1, 1), date(2020, 12, 31))


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("On Tuesday Greece expelled the ambassador of Chad.", "expel", "Tuesday"),
        ("On Tuesday Kenya's foreign minister met her counterpart from Chad after a row.", "meet", "Tuesday"),
        ("Kenya's minister met Friday Movement leaders from Chad.", "meet", None),
    ],
)
def test_a_day_before_the_name_that_acts_dates_the_act(text: str, lemma: str, expected: str | None) -> None:
    assert dated(text, lemma) == expected


def test_the_date_of_what_is_condemned_is_not_that_of_condemning_it() -> None:
    assert dated("Kenya condemned the attack on April 1st by Chad.", "condemn") is None
    assert dated("Kenya condemned Chad on April 1.", "condemn") == "April 1"


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("Peru responded on Wednesday by firing missiles at a base of Chile.", "fire", "Wednesday"),
        ("Peru's leader opened his tour on Tuesday by hailing the talks with Chile.", "talk", None),
        ('Peru began its offensive against Chile, dubbed "Iron Condor", on Wednesday.', "begin", "Wednesday"),
        ("Peru's move this week to normalize ties with Chile angered Bolivia.", "normalize", "this week"),
    ],
)
def test_what_is_done_in_doing_another_thing_is_of_its_day(text: str, lemma: str, expected: str | None) -> None:
    assert dated(text, lemma) == expected


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("Chile urged Peru to show restraint on Wednesday.", "urge", "Wednesday"),
        ("Chile urged Peru to release the sailors on Thursday.", "release", None),
        ("Chile urged Peru to release the sailors on Monday.", "urge", None),
        ("Chile urged Peru to release the sailors on Monday.", "release", "Monday"),
        ("Chile asked Peru on Wednesday to withdraw its troops by Monday.", "ask", "Wednesday"),
    ],
)
def test_a_day_of_the_news_behind_what_is_urged_is_that_of_the_urging(
    text: str, lemma: str, expected: str | None
) -> None:
    assert dated(text, lemma) == expected


def test_preparations_are_a_matter_and_no_thing_of_another_day() -> None:
    assert (
        dated("Peru's president made his appeal for preparations to Chile's envoy on Thursday.", "appeal") == "Thursday"
    )
    assert dated("Peru's envoy met Chile's in preparation for the fair on Thursday.", "meet") is None
