"""Names that a tagger cuts, misses or mistakes, and whom they stand for."""

from __future__ import annotations

from datetime import date

import pytest

from legation.knowledge import load_knowledge
from legation.mentions import find_mentions
from legation.records import Document, Mention, Party, Published
from legation.sentences import parse_document


def mentions(text: str, day: date) -> list[Mention]:
    document = Document("d", "d", text, published=Published(day, day, "metadata"))
    return list(find_mentions(document, parse_document(document), load_knowledge()))


def parties(text: str, quote: str, day: date) -> list[Party]:
    return [p for m in mentions(text, day) if m.quote == quote for p in m.parties]


def test_a_name_goes_on_over_its_particles() -> None:
    text = "Ursula von der Leyen arrived in Kiev."
    assert "Ursula von der Leyen" in [m.quote for m in mentions(text, date(2023, 5, 1))]


def test_the_beginning_of_a_longer_name_is_the_same_person() -> None:
    text = "President Hassan Sheikh Mohamud of Somalia spoke. Hassan Sheikh left."
    assert [p.name for p in parties(text, "Hassan Sheikh", date(2023, 5, 1))] == ["Hassan Sheikh Mohamud"]


def test_who_leads_an_organisation_stands_for_it() -> None:
    text = "NATO Secretary-General Jens Stoltenberg spoke. The NATO chief flew home."
    day = date(2022, 5, 1)
    assert {p.state for p in parties(text, "The NATO chief", day)} == {"IGO"}
    assert [p.name for p in parties(text, "The NATO chief", day)] == ["Jens Stoltenberg"]


def test_one_ministry_is_of_one_state() -> None:
    text = "The Foreign Ministry of Chile, Brazil and Peru held talks."
    assert [p.state for p in parties(text, "The Foreign Ministry of Chile", date(2023, 5, 1))] == ["CHL"]


def test_a_surname_in_a_headline_is_the_holder_of_a_high_office() -> None:
    found = mentions("Minister meets Rubio as Dar heads to Beijing", date(2025, 8, 8))
    assert [p.name for m in found if m.kind == "person" for p in m.parties] == ["Marco Rubio", "Ishaq Dar"]


def test_pro_and_a_state_is_no_party() -> None:
    text = "Fighting with pro-Russian rebels went on in Ukraine."
    assert not any(p.state == "RUS" for m in mentions(text, date(2015, 6, 1)) for p in m.parties)


def test_administration_officials_are_of_the_president_s_state() -> None:
    text = "Donald Trump wavered. Trump administration officials met Chinese officials."
    found = parties(text, "Trump administration officials", date(2018, 6, 1))
    assert [p.state for p in found] == ["USA"]


@pytest.mark.parametrize(
    ("text", "quote", "kind"),
    [
        ("Mota-Engil signed with the state.", "Mota-Engil", "organisation"),
        ("United States Strategic Metals (USSM) signed a deal.", "USSM", "organisation"),
        ("Field Marshal Asim Munir met Admiral Brad Cooper.", "Field Marshal Asim Munir", "person"),
        ("Minister Dar flew to Doha.", "Minister Dar", "person"),
    ],
)
def test_names_that_a_bare_tagger_misses_are_found(text: str, quote: str, kind: str) -> None:
    assert [m.kind for m in mentions(text, date(2025, 8, 8)) if m.quote == quote] == [kind]


def test_a_button_s_word_is_no_part_of_a_name() -> None:
    text = "CLOSE Barack Obama met Angela Merkel MORE in Berlin."
    people = [p.name for m in mentions(text, date(2015, 6, 1)) for p in m.parties if p.person]
    assert people == ["Barack Obama", "Angela Merkel"]


def test_state_and_army_alone_are_no_organisations() -> None:
    found = mentions("The State must act, he said. The Army Chief spoke.", date(2025, 8, 8))
    assert not [m for m in found if m.quote in ("State", "Army")]


def test_a_holder_told_by_office_is_found_in_another_spelling() -> None:
    (found,) = [
        m for m in mentions("President Abdu Rabbu Mansour Hadi of Yemen spoke.", date(2012, 9, 14)) if m.parties
    ]
    assert found.parties[0].office_id == "YEM:president"


def test_two_firms_are_two() -> None:
    text = "Fjordworks Corporation and Nordwind Corporation signed a deal with Poland."
    quotes = [m.quote for m in mentions(text, date(2019, 4, 5))]
    assert not any(" and " in q for q in quotes)


def test_a_headline_that_ran_into_a_name_makes_no_person() -> None:
    people = [p.name for m in mentions("Aides of Ole BergBerg visits Rome spoke.", date(2019, 4, 5)) for p in m.parties]
    assert "Ole BergBerg" not in people
