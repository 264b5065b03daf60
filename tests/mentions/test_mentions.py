"""Who is meant, in sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest

from legation.knowledge import load_knowledge
from legation.mentions import find_mentions
from legation.records import Document, Mention, Published
from legation.sentences import parse_document


def mentions(text: str, day: date | None = None) -> list[Mention]:
    published = Published(day, day, "metadata") if day else Published()
    document = Document("d", "d", text, published=published)
    return list(find_mentions(document, parse_document(document), load_knowledge()))


def names(text: str, quote: str, day: date | None = None) -> list[list[str]]:
    return [[p.name for p in m.parties] for m in mentions(text, day) if m.quote == quote]


def test_offices_before_a_name_belong_to_the_person() -> None:
    (found,) = mentions("France's foreign minister Jean-Yves Le Drian spoke.", date(2019, 3, 1))
    party = found.parties[0]
    assert found.quote == "France's foreign minister Jean-Yves Le Drian"
    assert (party.name, party.state, party.office_id) == ("Jean-Yves Le Drian", "FRA", "FRA:foreign_minister")


def test_a_surname_after_the_full_name_is_the_same_person() -> None:
    text = "John Kerry arrived in Geneva. Mr Kerry met his hosts."
    assert names(text, "Mr Kerry", date(2015, 3, 1)) == [["John Kerry"]]


def test_an_office_alone_is_its_holder_on_the_day() -> None:
    text = "The South Korean president called the US Secretary of State."
    assert names(text, "The South Korean president", date(2018, 5, 1)) == [["Moon Jae-in"]]
    assert names(text, "the US Secretary of State", date(2018, 5, 1)) == [["Mike Pompeo"]]
    assert names(text, "the US Secretary of State", date(2010, 5, 1)) == [["Hillary Clinton"]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Talks were held in Kiev.", "place"), ("Kiev said it was ready.", "state"), ("She flew to Moscow.", "place")],
)
def test_a_seat_is_a_place_after_in_and_a_party_as_speaker(text: str, kind: str) -> None:
    (found,) = [m for m in mentions(text) if m.quote in ("Kiev", "Moscow")]
    assert found.kind == kind
    assert bool(found.parties) == (kind == "state")


def test_a_hyphen_between_two_people_makes_two() -> None:
    text = "Donald Trump and Kim Jong-un met. The Trump-Kim summit ended."
    assert names(text, "Kim", date(2018, 6, 12)) == [["Kim Jong-un"]]


def test_both_leaders_are_the_two_just_told() -> None:
    text = "Angela Merkel received Vladimir Putin. Both leaders praised the talks."
    assert names(text, "Both leaders", date(2015, 6, 1)) == [["Angela Merkel", "Vladimir Putin"]]


def test_both_leaders_are_nobody_when_three_were_told() -> None:
    text = "Angela Merkel, Vladimir Putin and Barack Obama met. Both leaders praised the talks."
    assert names(text, "Both leaders", date(2015, 6, 1)) == [[]]


def test_she_is_not_the_man_who_was_told_last() -> None:
    text = "Angela Merkel met Barack Obama. She thanked him."
    day = date(2015, 6, 1)
    assert names(text, "She", day) == [["Angela Merkel"]]
    assert names(text, "him", day) == [["Barack Obama"]]


def test_an_office_shared_in_the_plural_goes_to_each() -> None:
    day = date(2016, 5, 1)
    assert names("The presidents of France and Russia met.", "The presidents of France and Russia", day) == [
        ["François Hollande", "Vladimir Putin"]
    ]


def test_an_organ_named_with_its_state_is_of_that_state() -> None:
    (found,) = mentions("Pakistan's Foreign Office denied it.")
    assert (found.kind, found.parties[0].state, found.parties[0].actor_id) == (
        "organisation",
        "PAK",
        "PAK:foreign_ministry",
    )


def test_a_person_unknown_to_the_knowledge_has_a_party_with_what_the_text_says() -> None:
    (found,) = [m for m in mentions("Norwegian envoy Qvarn Tveitdal left. Tveitdal smiled.") if m.quote == "Tveitdal"]
    assert found.parties[0].name == "Qvarn Tveitdal"
    assert (found.parties[0].state, found.parties[0].wikidata) == ("NOR", None)


def test_then_of_an_office_still_held_is_flagged() -> None:
    day = date(2019, 6, 1)
    found = [m for m in mentions("They met then-US President Donald Trump.", day) if m.kind == "person"]
    assert any(f.startswith("office: ") for m in found for f in m.flags)
    later = [m for m in mentions("They met then-US President Donald Trump.", date(2022, 6, 1)) if m.kind == "person"]
    assert not any(m.flags for m in later)


def test_a_company_based_elsewhere_by_the_text_is_flagged() -> None:
    found = [m for m in mentions("It signed with the US-based company Mota-Engil.") if m.kind == "organisation"]
    assert any(f.startswith("state: ") for m in found for f in m.flags)


def test_quotes_are_verbatim_and_in_order() -> None:
    text = (
        "US and Chinese officials met in Geneva. They agreed; the two countries will talk again, the White House said."
    )
    found = mentions(text, date(2025, 5, 12))
    assert all(text[m.start : m.end] == m.quote for m in found)
    assert [m.start for m in found] == sorted(m.start for m in found)


def test_the_same_text_gives_the_same_mentions() -> None:
    text = "Xi Jinping hosted Narendra Modi in Wuhan. The two leaders walked."
    assert mentions(text, date(2018, 4, 28)) == mentions(text, date(2018, 4, 28))


def test_a_state_with_its_article_in_capitals_is_a_party() -> None:
    found = mentions("The United States imposed sanctions on Iran.")
    assert [m.parties[0].state for m in found] == ["USA", "IRN"]
