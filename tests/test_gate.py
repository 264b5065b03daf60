"""The gate keeps what could tell an event between states, and leaves the rest of a long report unparsed."""

from __future__ import annotations

import pytest

from legation.analysis import analyse
from legation.documents import make_document
from legation.gate import SHORT, find_worthy, weigh_parts
from legation.knowledge import load_knowledge
from legation.records import Document, RawDocument

WEATHER = "Rain fell on the hills all morning, and the river rose by a foot before the clouds broke at last. " * 9
MARKET = "Shares closed higher on Monday as makers of chips and of cars reported better sales than in spring. " * 9
MEETING = "France's foreign minister met his German colleague in Geneva on Monday."


def document_of(*parts: str) -> Document:
    return make_document(RawDocument("report.txt", text="\n\n".join(parts)))


def kept(*parts: str) -> list[str]:
    document = document_of(*parts)
    return [document.text[start:end] for start, end in find_worthy(document, load_knowledge())]


def kept_by_rules(*parts: str) -> list[str]:
    document = document_of(*parts)
    blocks, kept = weigh_parts(document, load_knowledge(), learnt=False)
    return [document.text[start:end] for (start, end), is_kept in zip(blocks, kept, strict=True) if is_kept]


def test_of_a_long_report_only_what_could_tell_an_event_is_kept() -> None:
    assert kept(WEATHER, MARKET, MEETING, WEATHER, MARKET) == [MEETING]


def test_a_short_report_is_kept_whole() -> None:
    assert len(WEATHER) < SHORT
    assert kept(WEATHER.strip()) == [WEATHER.strip()]


def test_a_long_report_of_one_state_is_not_parsed() -> None:
    home = "Canada's parliament met on Monday and the minister announced that a new bridge would be built."
    assert kept(WEATHER, MARKET, home, WEATHER, MARKET) == []


def test_a_pronoun_is_kept_where_somebody_was_named_just_before() -> None:
    after = "He also called for sanctions."
    assert kept(WEATHER, MARKET, MEETING, after, WEATHER, MARKET) == [MEETING, after]
    assert after not in kept_by_rules(MEETING, WEATHER, MARKET, WEATHER, after)


def test_the_part_that_introduces_a_name_is_kept() -> None:
    first = "Much of the day belonged to Ilka Ottoberg."
    later = "Ottoberg met the ambassador of Chile and spoke with the ambassador of Peru."
    assert kept(WEATHER, MARKET, first, WEATHER, later) == [first, later]


def test_a_surname_of_somebody_named_in_full_elsewhere_is_a_name() -> None:
    said = "It is unfair to us, Macron said of the tariffs, and threatened to answer them."
    introduced = "Emmanuel Macron met his German colleague in Geneva on Monday."
    assert kept(WEATHER, MARKET, said, WEATHER, MARKET, introduced) == [said, introduced]
    assert said not in kept_by_rules(WEATHER, MARKET, said, WEATHER, MARKET, MEETING)


def test_a_state_within_a_hyphened_word_is_a_side() -> None:
    words = "Canada threatened tariffs on Chilean-made goods."
    assert kept(WEATHER, MARKET, words, WEATHER, MARKET) == [words]


def test_an_abbreviated_title_ends_no_sentence() -> None:
    words = "The visit of Mr. Ottoberg came before Chile and Peru had time to think of it."
    assert kept(WEATHER, MARKET, WEATHER, MARKET, words) == [words]


def test_what_the_rules_let_through_must_promise_a_claim() -> None:
    singer = (
        "“My mother was a dancer,” says the singer, who was born in Spain. She wrote the songs of her new album in a "
        "small house by the sea, where the band played games and cooked. The record is full of love, grief and guitars."
    )
    assert kept_by_rules(WEATHER, MARKET, MEETING, singer) == [MEETING, singer]
    assert kept(WEATHER, MARKET, MEETING, singer) == [MEETING]


@pytest.mark.parametrize("gate", [True, False])
def test_the_gate_takes_no_claim_away(gate: bool) -> None:
    found = analyse(document_of(WEATHER, MARKET, MEETING, WEATHER, MARKET), gate=gate).claims
    assert [(c.event_type, sorted(p.state or "" for p in c.actors)) for c in found] == [("CONSULT", ["DEU", "FRA"])]


def test_a_part_that_names_who_is_meant_next_is_kept_without_a_telling_word() -> None:
    named = "Germany's chancellor went much further on Tuesday."
    assert named in kept(WEATHER, MARKET, MEETING, named, "He will address the German parliament.", MARKET)
    assert named not in kept_by_rules(WEATHER, MARKET, MEETING, named, "He will address the German parliament.", MARKET)
