"""Words that mean somebody only because of what else the document tells."""

from __future__ import annotations

from datetime import date

from legation.knowledge import load_knowledge
from legation.mentions import find_mentions
from legation.records import Document, Mention, Published
from legation.sentences import parse_document


def mentions(text: str, day: date, outlet: str | None = None) -> list[Mention]:
    document = Document("d", "d", text, outlet=outlet, published=Published(day, day, "metadata"))
    return list(find_mentions(document, parse_document(document), load_knowledge()))


def parties(found: list[Mention], quote: str) -> list[list[str]]:
    return [[p.name for p in m.parties] for m in found if m.quote == quote]


def test_the_north_is_a_state_where_both_halves_are_told() -> None:
    both = mentions("North Korea fired a rocket. South Korea urged the North to stop.", date(2019, 5, 6))
    assert parties(both, "North") == [["North Korea"]]
    assert not parties(mentions("Storms hit the North of the country.", date(2019, 5, 6)), "North")


def test_a_given_name_in_brackets_is_part_of_the_name() -> None:
    found = mentions("Prime Minister [Shinzo] Abe called.", date(2018, 6, 1))
    assert parties(found, "Prime Minister [Shinzo] Abe") == [["Shinzo Abe"]]


def test_the_president_without_a_state_is_that_of_the_outlets_home() -> None:
    text = "President Donald Trump met President Moon Jae-in. The president was glad."
    assert parties(mentions(text, date(2018, 5, 25), "Associated Press"), "The president") == [["Donald Trump"]]


def test_a_state_after_its_city_is_a_place() -> None:
    found = mentions("The leaders arrived in Davos, Switzerland.", date(2018, 1, 25))
    assert [m.kind for m in found if m.quote == "Switzerland"] == ["place"]


def test_a_city_is_a_place_of_the_state_that_is_told() -> None:
    found = mentions("Russia struck Kharkiv. Ukraine answered.", date(2023, 5, 1))
    assert [(m.kind, m.candidates) for m in found if m.quote == "Kharkiv"] == [("place", ("UKR",))]
