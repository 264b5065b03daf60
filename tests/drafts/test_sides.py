"""Who takes part: visitors told of elsewhere in the sentence, matters that are no sides, what stays at home."""

from __future__ import annotations

import pytest

import legation
from legation.claims.inserts import find_inserts
from legation.records import Claim, RawDocument

Told = tuple[str, list[str], list[str]]


def claims_of(text: str) -> list[Claim]:
    document = legation.make_document(RawDocument("a.txt", text=text, published="2019-05-07"))
    return list(legation.analyse(document, gate=False).claims)


def told(text: str) -> list[Told]:
    return [(c.event_type, [p.name for p in c.actors], [p.name for p in c.recipients]) for c in claims_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        "During a visit to Peru, President Macron said he would send engineers.",
        "President Macron returned on Thursday after a three-day visit to Peru.",
    ],
)
def test_a_visit_of_nobody_else_is_that_of_the_one_told_of(text: str) -> None:
    assert ("CONSULT", ["Emmanuel Macron", "Peru"], []) in told(text)


def test_who_is_quoted_without_a_subject_did_it_himself() -> None:
    text = "“Also spoke to Prime Minister Shinzo Abe of Japan,” Emmanuel Macron tweeted."
    assert ("CONSULT", ["Emmanuel Macron", "Shinzo Abe"], []) in told(text)


@pytest.mark.parametrize("text", ["Kenya vowed not to attack Somalia.", "Kenya promised never to bomb Somalia."])
def test_a_vow_to_do_no_harm_is_no_threat(text: str) -> None:
    assert "THREATEN" not in [kind for kind, _, _ in told(text)]


def test_a_vow_of_harm_is_a_threat() -> None:
    assert ("THREATEN", ["Kenya"], ["Somalia"]) in told("Kenya vowed to retaliate against Somalia.")
    assert told("Kenya vowed to send engineers to Somalia.")[0][0] == "AGREE"


def test_a_state_before_a_probe_is_its_matter() -> None:
    assert not [t for t in told("The Peru probe reached Chile on Monday.") if "Peru" in t[1]]
    assert ("ACCUSE", ["Peru"], ["Chile"]) in told("Peru's investigation of Chile began on Monday.")


def test_whose_burden_is_criticised_is_not_criticised() -> None:
    assert ("ACCUSE", ["Kenya"], ["Somalia"]) not in told("Kenya criticised the sanctions on Somalia.")
    assert ("ACCUSE", ["Kenya"], ["Uganda"]) in told("Kenya criticised Uganda over the sanctions on Somalia.")


def test_troops_belong_to_who_builds_them_up() -> None:
    text = "A buildup of Kenyan troops on the border of Somalia worries diplomats."
    assert [(t[2]) for t in told(text) if t[0] == "MOBILIZE"] == [["Somalia"]]


def test_an_offensive_is_aimed_at_whom_it_is_to_stop() -> None:
    assert ("ASSAULT", ["Kenya"], ["Somalia"]) in told("Kenya launched an offensive to stop rockets from Somalia.")


def test_a_journey_within_one_state_is_no_visit() -> None:
    text = "Emmanuel Macron arrived in Lyon. Peru and France held talks."
    assert not [c for c in claims_of(text) if c.mode == "visit"]


def test_a_bare_refusal_at_home_is_no_affair_between_states() -> None:
    schools = "France has many schools. French schools are old. Most teachers of France want a bill. "
    text = "Emmanuel Macron met the president of Peru. " + schools + "Mr Macron refused to sign the bill."
    assert not [t for t in told(text) if t[0] == "REJECT"]


def test_a_court_that_is_asked_to_press_a_state_is_not_that_state() -> None:
    assert not [t for t in told("Kenya asked a court to press Somalia.") if t[0] == "REQUEST" and "Somalia" in t[2]]


def test_a_headline_before_a_colon_says_it_and_does_not_do_it() -> None:
    text = "Emmanuel Macron: Shelling of Peru a crime."
    assert not [t for t in told(text) if t[0] == "ASSAULT" and "Emmanuel Macron" in t[1]]


def test_headlines_glued_into_a_sentence_tell_nothing() -> None:
    text = (
        "Senator Ann Boyle Ann Mary BoyleKenya accuses Somalia of spying Talks between Peru and Chile fail MORE "
        "praised Kenya and Somalia on Monday."
    )
    assert text[slice(*find_inserts(text)[0])].startswith("Kenya accuses")
    assert not [t for t in told(text) if t[0] in ("ACCUSE", "CONSULT", "REJECT")]


def test_a_glued_headline_may_begin_with_a_year() -> None:
    text = "Senator Ann Boyle Ann Boyle2020 rivals split on Peru Talks fail MORE praised Kenya."
    assert text[slice(*find_inserts(text)[0])] == "2020 rivals split on Peru Talks fail MORE"


def test_a_name_with_a_capital_inside_is_no_insert() -> None:
    assert find_inserts("Mitch McConnell said that MORE was needed.") == ()


def test_topics_and_contexts_are_those_of_the_clause() -> None:
    text = "Peru praised Chile for its lithium mines, and Chile recalled its ambassador to Bolivia over the refugees."
    found = {c.event_type: (c.topics, c.contexts) for c in claims_of(text)}
    assert found["SUPPORT"][0] == ("critical_minerals",)
    assert "asylum" in found["SANCTION"][1]
    assert "asylum" not in found["SUPPORT"][1]


def test_what_most_of_a_people_think_is_no_act_of_their_state() -> None:
    assert not told("Most Kenyans would agree that Somalia is dangerous.")
    assert told("The Kenyans agreed that Somalia may join.")[0][:2] == ("AGREE", ["Kenya"])


def test_with_whom_a_war_is_discussed_is_not_its_target() -> None:
    found = told("The president of Kenya will discuss Russia's war against Ukraine with Peru.")
    assert ("ASSAULT", ["Russia"], ["Ukraine"]) in found


def test_who_receives_an_invitation_or_a_promise_does_not_give_it() -> None:
    assert ("AGREE", ["Peru"], ["Chile"]) in told("Chile received assurances from Peru on the border.")
    text = "President Macron received an invitation from Prime Minister Shinzo Abe."
    assert ("AGREE", ["Shinzo Abe"], ["Emmanuel Macron"]) in told(text)


def test_who_invites_is_the_host() -> None:
    claims = claims_of("President Macron invited Prime Minister Shinzo Abe to Paris.")
    hosts = [[p.name for p in c.actors if p.host] for c in claims if c.mode == "visit"]
    assert hosts == [["Emmanuel Macron"]]


def test_a_visit_with_somebody_is_paid_to_him() -> None:
    text = "During a visit with Prime Minister Shinzo Abe, President Macron praised the gardens."
    assert ("CONSULT", ["Emmanuel Macron", "Shinzo Abe"], []) in told(text)
