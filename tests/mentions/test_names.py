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


@pytest.mark.parametrize("name", ["Cho Taeyong", "Tae-yong Cho", "Cho Tae-yong"])
def test_a_name_in_either_order_or_spelling_is_one_person(name: str) -> None:
    (party,) = parties(f"{name} arrived in Geneva.", name, date(2023, 5, 1))
    assert (party.name, party.state) == ("Cho Tae-yong", "KOR")


def test_both_orders_of_an_unknown_name_are_one_person_where_the_state_is_told() -> None:
    text = "Japanese envoy Hoshino Kenta spoke. Kenta Hoshino then left for Oslo."
    both = {p.actor_id for m in mentions(text, date(2021, 5, 1)) if m.kind == "person" for p in m.parties}
    assert len(both) == 1


def test_an_unknown_name_behind_an_office_and_its_state_has_both() -> None:
    quote = "Trade Minister of Peru Rosa Quispe"
    (party,) = parties(f"The {quote} came too.".replace("The ", ""), quote, date(2021, 5, 1))
    assert (party.name, party.state, party.office) == ("Rosa Quispe", "PER", "Trade minister")


def test_a_spokesman_of_an_organ_is_not_its_one_known_spokesperson() -> None:
    quote = "White House spokesman Judd Marlow"
    (party,) = parties(f"{quote} said talks went on.", quote, date(2020, 2, 5))
    assert (party.name, party.state, party.office, party.office_id) == ("Judd Marlow", "USA", "Spokesman", None)


def test_an_office_of_an_organ_beside_a_name_goes_before_the_one_known() -> None:
    quote = "National Security Office Director Cho Tae-yong"
    (party,) = parties(f"{quote} arrived.", quote, date(2024, 2, 10))
    assert (party.office, party.office_id) == ("National Security Office Director", None)


def test_junior_is_not_his_father() -> None:
    (party,) = parties("Donald Trump Jr. arrived in Nuuk.", "Donald Trump Jr.", date(2025, 3, 1))
    assert (party.name, party.office_id) == ("Donald Trump Jr.", None)


@pytest.mark.parametrize("text", ["The Bureau of Indian Affairs closed.", "He comes from New Jersey."])
def test_part_of_another_name_is_no_state(text: str) -> None:
    assert not [m for m in mentions(text, date(2020, 2, 5)) if m.kind == "state"]


@pytest.mark.parametrize(
    ("quote", "state"), [("Queen Elizabeth II", "GBR"), ("The Queen of Canada, Elizabeth II", "CAN")]
)
def test_a_monarch_of_many_realms_is_of_the_one_told_else_of_her_own(quote: str, state: str) -> None:
    (party,) = parties(f"{quote}, toured Barbados.", quote, date(2015, 7, 5))
    assert (party.name, party.state) == ("Elizabeth II", state)


def test_the_queen_is_no_king() -> None:
    assert not parties("Queen Elizabeth II spoke. The King left.", "The King", date(2015, 7, 5))


def test_people_of_some_states_are_called_by_their_given_names() -> None:
    text = "Ethiopian Prime Minister Abiy Ahmed won a prize. Abiy thanked Ana Ruiz, and he wept."
    (party,) = parties(text, "Abiy", date(2019, 10, 11))
    assert party.office_id == "ETH:prime_minister"


@pytest.mark.parametrize("surname", ["Frederiksen", "Rasmussen"])
def test_the_state_after_of_is_no_part_of_a_name(surname: str) -> None:
    text = f"The president met with Prime Minister {surname} of Denmark in Paris."
    (found,) = parties(text, f"Prime Minister {surname}", date(2023, 6, 5))
    assert found.state == "DNK"
    assert "Denmark" not in found.name
