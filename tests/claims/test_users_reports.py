"""Ways of telling that real reports use: long lists, money given, pacts not yet made, attacks that should stop."""

from __future__ import annotations

import pytest

from tests.claims.builders import claims_of, states

OPENING = "The talks were long. "


def test_the_last_of_a_long_list_takes_part() -> None:
    text = (
        "President Joe Biden held a video call today with President Emmanuel Macron of France, "
        "Chancellor Angela Merkel of Germany, and Prime Minister Boris Johnson of the United Kingdom."
    )
    (call,) = claims_of(text, "CONSULT")
    assert states(call) == {"USA", "FRA", "DEU", "GBR"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway gave Malawi $40 million.", "occurred"),
        ("Norway will provide Malawi with $40 million in direct budgetary aid.", "planned"),
        ("Norway announced $40 million in aid to Malawi.", "planned"),
    ],
)
def test_money_given_is_aid(text: str, status: str) -> None:
    (aid,) = claims_of(OPENING + text, "AID")
    assert (states(aid), aid.status) == ({"NOR", "MWI"}, status)
    assert aid.quantities


def test_importance_put_on_sealing_a_pact_seals_none() -> None:
    (pact,) = claims_of(OPENING + "Peru put great importance on sealing a trade pact with Chile.", "SUPPORT")
    assert pact.status == "hypothetical"
    assert pact.agreement is not None
    assert pact.agreement.status is None


def test_a_pact_to_be_signed_is_still_negotiated() -> None:
    (pact,) = claims_of(OPENING + "Peru and Chile plan to sign a trade pact.", "SUPPORT")
    assert pact.agreement is not None
    assert pact.agreement.status == "negotiating"


def test_pulling_out_of_a_pact_ends_it() -> None:
    (exit_,) = claims_of(OPENING + "Peru pulled out of a fishing pact with Chile.", "REJECT")
    assert exit_.agreement is not None
    assert exit_.agreement.status == "terminated"


def test_an_attack_that_should_stop_is_not_called_for() -> None:
    claims = claims_of(OPENING + "Chile said Peru should stop attacking its border posts.")
    assert "ASSAULT" not in {c.event_type for c in claims}
    assert [(c.mode, c.status) for c in claims if c.event_type == "RETREAT"] == [("ceasefire", "called_for")]


def test_a_letters_last_line_is_no_call() -> None:
    assert not claims_of('"Please do not hesitate to call me," Donald Trump wrote to Kim Jong Un.', "CONSULT")


def test_whom_unnamed_leaders_would_hold_to_account_agrees_to_nothing() -> None:
    assert not claims_of(OPENING + "The leaders agreed to hold Russia accountable and support Ukraine.", "AGREE")


def test_who_follows_by_after_an_active_verb_does_not_act() -> None:
    (support,) = claims_of(OPENING + "Norway stands by Ukraine.", "SUPPORT")
    assert [[p.state for p in side] for side in (support.actors, support.recipients)] == [["NOR"], ["UKR"]]


def test_a_request_withdrawn_is_no_retreat() -> None:
    assert not claims_of(OPENING + "Peru withdrew its request to Chile.", "RETREAT")


def test_what_the_sides_agree_on_a_call_attributes_the_call_to_nobody() -> None:
    text = (
        "President Joe Biden spoke today with Prime Minister Benjamin Netanyahu of Israel. "
        "The two leaders agreed to remain in regular consultation."
    )
    (call,) = claims_of(text, "CONSULT")
    assert call.attribution is None
    assert call.mode != "talks"


def test_the_head_of_an_organisation_is_a_side() -> None:
    text = "Iranian Foreign Minister Abbas Araghchi met IAEA Director General Rafael Grossi in Cairo on Tuesday."
    (meeting,) = claims_of(OPENING + text, "CONSULT")
    assert states(meeting) == {"IRN", "UNO"}


def test_those_by_whom_a_truce_is_agreed_upon_act() -> None:
    (truce,) = claims_of(OPENING + "The truce, agreed upon Monday by Mali and Niger, began at dawn.", "AGREE")
    assert {p.name for p in truce.actors} == {"Mali", "Niger"}


def test_two_diplomats_of_a_state_are_its_own_and_nobody_told_before() -> None:
    (expelled,) = claims_of("On Tuesday Greece expelled two Turkish diplomats after a row.", "SANCTION")
    assert [(p.state, p.person) for p in expelled.recipients] == [("TUR", False)]
    assert expelled.when is not None
    assert expelled.when.edtf == "2021-06-08"
