"""When a second person fits, and which of several places is meant."""

from __future__ import annotations

from datetime import date

import pytest

from legation.knowledge import load_knowledge
from legation.mentions import find_mentions
from legation.records import Document, Mention, Published
from legation.sentences import parse_document

DAY = date(2015, 6, 1)


def mentions(text: str) -> list[Mention]:
    document = Document("d", "d", text, published=Published(DAY, DAY, "metadata"))
    return list(find_mentions(document, parse_document(document), load_knowledge()))


def names(text: str, quote: str) -> list[list[str]]:
    return [[p.name for p in m.parties] for m in mentions(text) if m.quote == quote]


def test_he_is_open_where_somebody_stands_between_it_and_its_subject() -> None:
    text = "John Kerry questioned Vladimir Putin about messages in which he had praised the rebels."
    assert names(text, "he") == [[]]


def test_he_after_said_that_is_the_speaker_whoever_else_stands_between() -> None:
    text = "John Kerry told Vladimir Putin that he was pleased with the talks."
    assert names(text, "he") == [["John Kerry"]]


def test_him_in_quotation_marks_is_not_guessed() -> None:
    text = 'Barack Obama met Vladimir Putin. "Nobody can stop him," a senator said.'
    assert names(text, "him") in ([], [[]])


@pytest.mark.parametrize(
    ("text", "quote", "state"),
    [
        ("Russian troops left Tbilisi, Georgia, as Russia had agreed.", "Tbilisi", "GEO"),
        ("Talks on Libya were held in Tripoli. Libya said it was content.", "Tripoli", "LBY"),
        ("Lebanon sent its army into Tripoli after fights in Lebanon's north.", "Tripoli", "LBN"),
        ("The United States held a seminar in Cambridge, the United States said.", "Cambridge", "USA"),
        ("The United Kingdom held a seminar in Cambridge, the United Kingdom said.", "Cambridge", "GBR"),
    ],
)
def test_a_place_is_of_a_state_that_the_report_tells(text: str, quote: str, state: str) -> None:
    assert [m.candidates for m in mentions(text) if m.quote == quote] == [(state,)]
