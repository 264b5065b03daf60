"""What reads like an event and is none, and who is no side of one: classes of errors found by reading real reports."""

from __future__ import annotations

import pytest

from tests.claims.builders import claims_of, states

ABROAD = "Peru and Chile share a border. Relations between Peru and Chile are old. "


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("The pipeline from Peru to Chile started its commercial operation in May.", "ASSAULT"),
        ("Peru's revenue from Chile is used to fund the war.", "AID"),
        ("The envoy speaks Spanish, French and Portuguese in Peru and Chile.", "CONSULT"),
        ("The president of Peru attacked the judges in a speech on Chile.", "ASSAULT"),
        ("Peru and Chile take note of deals between Peruvian and Chilean companies.", "AGREE"),
        ("The paper lists all means to support Peru.", "SUPPORT"),
        ("Peru and Chile again occupy the last places of the index.", "COERCE"),
        ("The speech of Peru's president killed the deal with Chile.", "ASSAULT"),
        ("Soldiers of Peru and Chile marched in the parade through Lima.", "PROTEST"),
        ("The best year saw deals with Peru and Chile.", "AGREE"),
        ("Peru said that it would not meet Chile's request.", "CONSULT"),
    ],
)
def test_what_only_sounds_like_an_event_is_none(text: str, event_type: str) -> None:
    assert not claims_of(ABROAD + text, event_type)


def test_others_alone_are_no_sides() -> None:
    assert not claims_of("The clerks met with Peru's and Chile's ministers.", "CONSULT")


def test_a_topic_talked_about_is_no_side() -> None:
    assert not claims_of("But did Peru's foreign minister discuss Chile or Bolivia?", "CONSULT")


def test_all_of_a_long_list_take_part() -> None:
    text = "Peru's foreign minister met with ambassadors from Chile, Brazil, Kenya, Ghana and Togo on Friday."
    (claim,) = claims_of(text, "CONSULT")
    assert len(claim.actors) == 6


def test_a_fight_with_somebody_makes_him_no_victim() -> None:
    (claim,) = claims_of(ABROAD + "Two men died in clashes with soldiers of Chile near Peru's border.", "ASSAULT")
    assert [p.state for p in claim.actors] == ["CHL"]
    assert not claim.recipients


def test_an_attack_on_and_invasion_of_a_state_has_one_actor() -> None:
    claims = claims_of(ABROAD + "Prices rose because of Peru's unprovoked attack on and invasion of Chile.", "ASSAULT")
    assert claims
    assert all([p.state for p in c.actors] == ["PER"] for c in claims)


def test_a_place_before_a_purpose_does_not_meet() -> None:
    text = "Peru's foreign minister traveled to Arica, Chile to meet with Brazil's president."
    met = next(c for c in claims_of(text, "CONSULT") if c.mode == "meeting")
    assert {p.state for p in met.actors} == {"PER", "BRA"}


def test_who_was_held_beside_the_detained_held_nobody() -> None:
    text = "Chile freed Peruvians who had been wrongfully detained or held hostage in foreign countries."
    assert not [c for c in claims_of(ABROAD + text, "COERCE") if any(p.state == "PER" for p in c.actors)]


def test_whom_a_captor_holds_owns_no_occupation() -> None:
    text = "Peruvians claim the port - occupied by Chile in the war - as their own."
    assert all([p.state for p in c.actors] == ["CHL"] for c in claims_of(ABROAD + text, "COERCE"))


def test_troops_pulled_out_of_a_state_are_not_its_own() -> None:
    (claim,) = claims_of(ABROAD + "Peru pulled Peruvian troops out of Chile on Monday.", "RETREAT")
    assert "CHL" not in [p.state for p in claim.actors]


def test_who_is_called_out_is_criticised_and_not_phoned() -> None:
    (blame,) = claims_of("Kenya called out Togo over its fishing quotas.")
    assert (blame.event_type, blame.mode, states(blame)) == ("ACCUSE", "disapprove", {"KEN", "TGO"})


def test_who_is_called_a_friend_is_not_phoned() -> None:
    assert not claims_of("President William Ruto called Emmanuel Macron my brother.")
    assert claims_of("President William Ruto called his friend Emmanuel Macron.", "CONSULT")


@pytest.mark.parametrize(
    "text",
    [
        "The police of Kenya are investigating President William Ruto's ties to Togo.",
        "The parliament of Kenya demanded papers on President William Ruto's debts to Togo.",
    ],
)
def test_an_inquiry_at_home_into_ties_with_a_state_accuses_that_state_of_nothing(text: str) -> None:
    assert not [c for c in claims_of(text) if c.event_type in ("ACCUSE", "REQUEST")]


def test_whose_ties_are_criticised_is_the_one_meant() -> None:
    (blame,) = claims_of("Peru criticised Chile's ties to Bolivia.", "ACCUSE")
    assert [p.state for p in blame.recipients] == ["CHL"]


def test_what_is_called_unfair_is_not_phoned() -> None:
    assert not claims_of("Emmanuel Macron called Kenya's answer unacceptable.")
    assert claims_of("President Emmanuel Macron called William Ruto late on Monday.", "CONSULT")


def test_who_goes_to_a_vote_visits_nobody() -> None:
    text = "President Emmanuel Macron went to a vote in Kenya."
    assert not claims_of(ABROAD + text, "CONSULT")
    assert claims_of(ABROAD + text.replace("vote", "summit"), "CONSULT")


def test_whose_threats_one_is_backed_against_is_not_supported() -> None:
    (backing,) = claims_of("Peru's president backs Chile's defense against all threats from Bolivia.", "SUPPORT")
    assert [p.state for p in backing.recipients] == ["CHL"]


def test_those_met_while_blaming_are_not_blamed() -> None:
    text = "President Emmanuel Macron blamed the rebels in a meeting with envoys from Kenya."
    assert all("KEN" not in {p.state for p in c.recipients} for c in claims_of(text, "ACCUSE"))


def test_who_promises_to_stop_an_attack_plans_none() -> None:
    claims = claims_of("Kenya promised to stop assassinating officials of Togo.", "ASSAULT")
    assert {c.status for c in claims} <= {"negated"}


def test_talks_that_broke_down_are_not_told_as_held() -> None:
    (end,) = claims_of("The breakdown of talks between Peru and Chile worried the markets.")
    assert (end.event_type, states(end)) == ("REJECT", {"PER", "CHL"})
    assert not claims_of("Kenya's president lamented the breakdown of talks with Togo.", "CONSULT")


def test_with_whom_a_matter_is_shared_is_no_party_of_the_talk_on_it() -> None:
    text = "President Emmanuel Macron discussed trade with Peru and Chile with Prime Minister Mario Draghi of Italy."
    (talk,) = claims_of(text, "CONSULT")
    assert states(talk) == {"FRA", "ITA"}
