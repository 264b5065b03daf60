"""A day belongs to the clause in which it stands, never to "said"."""

from __future__ import annotations

from datetime import date

import pytest

from legation.claims.dating import date_of
from legation.claims.triggers import find_hits
from legation.sentences import parse_text
from legation.times import find_times


def dated(text: str, lemma: str) -> str | None:
    (sentence,) = parse_text(text)
    times = find_times(text, date(2021, 6, 10), sentences=(sentence,))
    speech = frozenset(t.index for t in sentence.tokens if t.lemma in ("say", "announce"))
    hit = next(h for h in find_hits(sentence) if h.token.lemma == lemma)
    time = date_of(sentence, hit, times, speech)
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
