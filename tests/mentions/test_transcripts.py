"""Labels of transcripts, neuter pronouns, counterparts by name, and offices in a state's own text."""

from __future__ import annotations

from datetime import date

import pytest

from legation.knowledge import load_knowledge
from legation.mentions import find_mentions
from legation.records import Document, Mention, Party, Published
from legation.sentences import parse_document


def mentions(text: str, day: date, outlet: str | None = None) -> list[Mention]:
    document = Document("d", "d", text, outlet=outlet, published=Published(day, day, "metadata"))
    return list(find_mentions(document, parse_document(document), load_knowledge()))


def parties(text: str, quote: str, day: date, outlet: str | None = None) -> list[Party]:
    return [p for m in mentions(text, day, outlet) if m.quote == quote for p in m.parties]


def test_a_label_of_a_transcript_is_who_speaks() -> None:
    text = "MS. PSAKI:  Good morning.\n\nQ    Will the talks go on?\n\nMR. UNBEKANN:  Yes."
    found = [m for m in mentions(text, date(2022, 3, 18), "The White House") if m.kind == "person"]
    assert [(m.quote, m.parties[0].office_id) for m in found] == [("PSAKI", "USA:spokesperson")]


@pytest.mark.parametrize("label", ["FILE PHOTO", "SEE ALSO", "BREAKING", "GRAPHIC"])
def test_a_heading_in_capitals_is_nobody(label: str) -> None:
    assert not [m for m in mentions(f"{label}: Talks in Geneva.", date(2022, 3, 18)) if m.kind == "person"]


def test_who_speaks_by_a_label_is_not_whom_he_calls_he() -> None:
    text = "BLINKEN:  We met Sergey Lavrov. He agreed."
    (party,) = parties(text, "He", date(2022, 1, 21), "The White House")
    assert party.name == "Sergey Lavrov"


def test_the_president_of_a_state_s_own_text_is_its_own() -> None:
    text = "The President spoke with President Macron of France."
    (party,) = parties(text, "The President", date(2022, 3, 18), "The White House")
    assert party.office_id == "USA:president"


def test_it_and_its_are_the_state_that_speaks() -> None:
    text = "Peru said it would recall its envoy."
    found = {q: [p.state for p in parties(text, q, date(2022, 3, 18))] for q in ("it", "its")}
    assert found == {"it": ["PER"], "its": ["PER"]}


@pytest.mark.parametrize("text", ["Peru said it was clear that talks failed.", "Peru warned Chile about its fleet."])
def test_a_neuter_pronoun_of_nothing_or_of_two_is_left_open(text: str) -> None:
    assert not [m for m in mentions(text, date(2022, 3, 18)) if m.kind == "pronoun"]


def test_a_named_counterpart_holds_the_same_office() -> None:
    text = "US Treasury Secretary Janet Yellen met her Greek counterpart Nikos Petrakos in Athens."
    (party,) = [p for m in mentions(text, date(2022, 5, 19)) for p in m.parties if "Petrakos" in p.name]
    assert (party.office_id, party.state) == ("GRC:finance_minister", "GRC")


def test_a_head_of_government_is_known_in_another_spelling_where_his_state_is_told() -> None:
    text = "Talks went on in Iraq. Haidar al-Abadi rejected the vote, Iraq's army said."
    (party,) = parties(text, "Haidar al-Abadi", date(2016, 2, 1))
    assert party.office_id == "IRQ:prime_minister"


def test_the_capital_is_meant_though_a_small_town_of_a_told_state_bears_its_name() -> None:
    (found,) = [m for m in mentions("Canada's prime minister was in London.", date(2022, 3, 7)) if m.kind == "place"]
    assert found.candidates == ("GBR",)


def test_a_title_before_a_name_that_nobody_knows_is_no_one_else_s() -> None:
    text = "Prime Minister Fumio Kishida of Japan met Prime Minister Han of the Republic of Korea."
    found = [m.parties for m in mentions(text, date(2022, 11, 18)) if m.quote == "Prime Minister"]
    assert not any(found)


def test_who_leads_an_organisation_is_known_by_of_behind_the_name() -> None:
    text = "President von der Leyen of the European Commission spoke."
    (party,) = parties(text, "President von der Leyen", date(2022, 11, 18))
    assert (party.state, party.office) == ("EUR", "President of European Commission")


@pytest.mark.parametrize("text", ["He signed the Treaty of Rome.", "The North American fleet sailed."])
def test_a_seat_in_a_name_and_a_continent_are_no_parties(text: str) -> None:
    assert not [p for m in mentions(text, date(2019, 2, 5)) for p in m.parties]


def test_an_office_is_its_state_s_over_words_in_small_letters() -> None:
    text = "Chile's chief nuclear negotiator, Juan Ortega, left."
    (party,) = [p for m in mentions(text, date(2019, 2, 5)) for p in m.parties if p.person]
    assert (party.name, party.state) == ("Juan Ortega", "CHL")


def test_officials_from_two_capitals_are_of_both() -> None:
    text = "Talks between officials from Pyongyang and Washington broke off."
    found = [p.state for m in mentions(text, date(2019, 10, 6)) for p in m.parties]
    assert found == ["PRK", "USA"]


def test_mr_president_is_whom_the_speaker_of_a_transcript_talks_to() -> None:
    text = "PRESIDENT BIDEN:  Welcome to China Lake, Mr. President.\n\nPRESIDENT XI:  Thank you. China agrees."
    found = parties(text, "Mr. President", date(2023, 11, 15), "The White House")
    assert [p.name for p in found] == ["Xi Jinping"]


def test_mr_president_is_nobody_where_only_the_speaker_is_one() -> None:
    text = "PRESIDENT BIDEN:  Thank you, Mr. President, for this fine welcome."
    assert parties(text, "Mr. President", date(2023, 11, 15), "The White House") == []
