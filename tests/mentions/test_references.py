"""Who is meant by words without a name, and when nobody is."""

from __future__ import annotations

from datetime import date

import pytest

from legation.knowledge import load_knowledge
from legation.mentions import find_mentions
from legation.records import Document, Mention, Published
from legation.sentences import parse_document


def mentions(text: str, day: date, outlet: str | None = None) -> list[Mention]:
    document = Document("d", "d", text, outlet=outlet, published=Published(day, day, "metadata"))
    return list(find_mentions(document, parse_document(document), load_knowledge()))


def names(text: str, quote: str, day: date, outlet: str | None = None) -> list[list[str]]:
    return [[p.name for p in m.parties] for m in mentions(text, day, outlet) if m.quote == quote]


@pytest.mark.parametrize(
    "text",
    [
        "Vladimir Putin and François Hollande met in Paris. He praised the talks.",
        "Talks between Barack Obama and Vladimir Putin failed. He blamed the sanctions.",
    ],
)
def test_he_is_nobody_and_two_candidates_where_two_fit(text: str) -> None:
    (found,) = [m for m in mentions(text, date(2015, 6, 1)) if m.quote == "He"]
    assert found.parties == ()
    assert len(found.candidates) == 2


def test_he_said_after_a_quotation_is_the_speaker() -> None:
    text = 'John Kerry praised the accord. "Vladimir Putin has kept his word," he said.'
    assert names(text, "he", date(2015, 6, 1)) == [["John Kerry"]]


def test_him_is_not_the_subject_of_its_own_clause() -> None:
    assert ["Barack Obama"] not in names("Barack Obama thanked him.", "him", date(2015, 6, 1))


def test_they_are_nobody_where_things_were_told() -> None:
    text = "The remarks of Barack Obama angered Vladimir Putin. They came at a bad time."
    assert names(text, "They", date(2015, 6, 1)) in ([], [[]])


def test_their_is_of_the_states_that_and_joins() -> None:
    text = "Angela Merkel met Barack Obama. India and Pakistan increased their contacts."
    assert names(text, "their", date(2015, 6, 1)) == [["India", "Pakistan"]]


def test_the_president_is_the_holder_of_the_day_and_not_an_earlier_one() -> None:
    text = "Barack Obama signed the accord. Donald Trump left it. The president called the accord a mistake."
    assert names(text, "The president", date(2018, 6, 1), "Associated Press") == [["Donald Trump"]]


def test_the_former_president_is_the_one_told_who_left_office() -> None:
    text = "Donald Trump answered Barack Obama. The former president had called for calm."
    assert names(text, "The former president", date(2018, 6, 1)) == [["Barack Obama"]]


def test_a_white_house_text_means_its_own_vice_president() -> None:
    text = "The Vice President met President Alar Karis. She thanked him."
    day = date(2023, 2, 17)
    assert names(text, "The Vice President", day, "The White House") == [["Kamala Harris"]]
    assert names(text, "She", day, "The White House") == [["Kamala Harris"]]


def test_a_president_of_something_else_is_not_the_state_s() -> None:
    text = "Donald Trump spoke. The president of the Tveitdal Foundation disagreed."
    assert names(text, "The president", date(2018, 6, 1), "Associated Press") in ([], [[]])


def test_words_in_quotation_marks_alone_are_at_issue() -> None:
    text = 'Russia and Ukraine met. He spoke of blame on "both sides" again.'
    assert names(text, "both sides", date(2015, 6, 1)) == [[]]


def test_an_object_is_whoever_the_clause_above_speaks_of() -> None:
    text = "Angela Merkel said that Vladimir Putin had invited her."
    assert names(text, "her", date(2019, 4, 5)) == [["Angela Merkel"]]
    assert ["Barack Obama"] not in names("Barack Obama wanted to thank him.", "him", date(2015, 6, 1))


def test_the_speaker_is_the_subject_of_the_main_clause() -> None:
    text = 'While Sergey Lavrov kept silent, John Kerry spoke of peace. "We will go on," he said.'
    assert names(text, "he", date(2015, 6, 1)) == [["John Kerry"]]


def test_both_parties_of_a_parliament_are_no_states() -> None:
    text = "Pakistan and India signed it. Senators of both parties in Congress were glad."
    assert names(text, "both parties", date(2019, 4, 5)) == [[]]


def test_joined_adjectives_share_their_officials() -> None:
    text = "Turkish, Greek and Cypriot officials met in Geneva."
    (found,) = [m for m in mentions(text, date(2019, 4, 5)) if "officials" in m.quote]
    assert [p.state for p in found.parties] == ["TUR", "GRC", "CYP"]


@pytest.mark.parametrize("text", ["Jerusalem is the capital, they say.", "He recognised Jerusalem as the capital."])
def test_what_is_said_to_be_a_capital_is_a_place(text: str) -> None:
    (found,) = [m for m in mentions(text, date(2019, 4, 5)) if m.quote == "Jerusalem"]
    assert (found.kind, found.parties) == ("place", ())


@pytest.mark.parametrize("text", ["He spoke in English.", "She reads a French-language paper."])
def test_a_language_is_no_state(text: str) -> None:
    assert not any(p.state in ("GBR", "FRA") for m in mentions(text, date(2019, 4, 5)) for p in m.parties)


def test_the_leader_is_the_head_of_government_where_the_president_is_ceremonial() -> None:
    assert names("The Italian leader flew home.", "The Italian leader", date(2019, 4, 5)) == [["Giuseppe Conte"]]
    assert names("The French leader flew home.", "The French leader", date(2019, 4, 5)) == [["Emmanuel Macron"]]


def test_as_the_minister_is_what_somebody_is_not_who() -> None:
    text = "John Kerry followed. She was hailed as the secretary of state."
    assert ["John Kerry"] not in names(text, "the secretary of state", date(2014, 4, 5))


def test_a_counterpart_holds_the_office_of_whose_counterpart_he_is() -> None:
    text = "Iranian Foreign Minister Mohammad Javad Zarif met his Turkish counterpart."
    assert names(text, "Turkish counterpart", date(2016, 5, 1)) == [["Mevlüt Çavuşoğlu"]]
    unknown = "Nils Berg met his Turkish counterpart."
    assert names(unknown, "Turkish counterpart", date(2016, 5, 1)) == [["official of Turkey"]]


def test_an_organ_without_a_state_is_open_where_several_states_were_told_last() -> None:
    text = "Laurent Fabius spoke. Iran and the United States watched. The foreign ministry condemned the threats."
    assert names(text, "The foreign ministry", date(2013, 8, 5)) == [[]]


def test_the_new_president_is_nobody_who_has_long_been_in_office() -> None:
    text = "Barack Obama spoke of Iran. The new president went to New York."
    assert names(text, "The new president", date(2013, 9, 25)) == [[]]


def test_an_ambassador_at_the_un_is_of_the_state_that_sends() -> None:
    (found,) = mentions("U.N. Ambassador Nora Whitby spoke.", date(2019, 9, 25), "The White House")
    assert [(p.name, p.state) for p in found.parties] == [("Nora Whitby", "USA")]


def test_a_title_of_the_other_gender_is_not_of_the_namesake_told() -> None:
    text = "Hillary Clinton spoke in Ohio. Mr. Clinton waited outside."
    assert names(text, "Mr. Clinton", date(2015, 1, 20)) != [["Hillary Clinton"]]


def test_the_leader_of_an_army_is_not_the_leader_of_the_state() -> None:
    text = "Prime Minister Yingluck Shinawatra met the leader of the army in Thailand."
    assert ["Yingluck Shinawatra"] not in names(text, "the leader", date(2014, 1, 5))


def test_heads_of_state_without_a_state_are_nobody() -> None:
    text = "Donald Trump sat in the chair reserved for visiting heads of state."
    assert names(text, "visiting heads of state", date(2018, 10, 15)) in ([], [[]])


@pytest.mark.parametrize(
    ("text", "quote", "who"),
    [
        ("The Ukrainian delegation was pleased. They expressed thanks for the steps.", "They", "delegation of Ukraine"),
        ("Turkish officials said in notes on rules that they would wait.", "they", "officials of Turkey"),
    ],
)
def test_they_are_the_delegation_or_officials_of_the_clause_above(text: str, quote: str, who: str) -> None:
    assert names(text, quote, date(2018, 10, 15)) == [[who]]


def test_somebody_is_thanked_for_what_is_his_own() -> None:
    text = "Emmanuel Macron thanked Mark Rutte for his counsel."
    assert names(text, "his", date(2021, 6, 1)) == [["Mark Rutte"]]


@pytest.mark.parametrize(
    "text",
    ["Emmanuel Macron met Mark Rutte and praised his team.", "John Kelly assured Jeff Sessions that his job is safe."],
)
def test_his_is_open_where_subject_and_object_fit(text: str) -> None:
    assert [m.quote for m in mentions(text, date(2017, 8, 4)) if m.kind == "pronoun" and not m.parties] == ["his"]


def test_a_king_is_who_reigns_under_that_name_and_no_one_known_where_two_do() -> None:
    text = "Mohammed bin Salman came to Paris. Emmanuel Macron phoned King Salman."
    assert names(text, "King Salman", date(2018, 4, 10)) == [["Salman of Saudi Arabia"]]
    assert names("King Abdullah spoke.", "King Abdullah", date(2021, 4, 10)) == [["Abdullah"]]
    assert names("King Abdullah spoke in Jordan.", "King Abdullah", date(2021, 4, 10)) == [["Abdullah II of Jordan"]]
    assert names("Emir Tamim met King Hamad.", "King Hamad", date(2021, 4, 10)) == [["Hamad bin Isa Al Khalifa"]]


def test_who_advises_a_president_is_of_that_presidents_state() -> None:
    text = "Jake Sullivan met with Carlos Mendoza, Spokesperson and Chief Advisor to the President of Peru, on Monday."
    (found,) = [m for m in mentions(text, date(2022, 2, 1), "The White House") if m.quote == "Carlos Mendoza"]
    assert [(p.name, p.state) for p in found.parties] == [("Carlos Mendoza", "PER")]


def test_a_lone_surname_is_no_other_spelling_of_one_who_left_office() -> None:
    assert names("Omar spoke of Somalia.", "Omar", date(2019, 7, 22)) in ([], [[]], [["Omar"]])
