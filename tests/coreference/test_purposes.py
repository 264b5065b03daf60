"""What a contact is held for is no contact of its own."""

from __future__ import annotations

import pytest

from legation.triggers.words import find_topics
from tests.claims.builders import claims_of, read


@pytest.mark.parametrize(
    ("text", "mode", "status"),
    [
        ("Peru's President and Chile's President held a phone call on Monday to discuss fishing.", "phone", "occurred"),
        ("The foreign ministers of Peru and Chile will meet on Friday to discuss fishing.", "meeting", "planned"),
        ("The foreign ministers of Peru and Chile agreed to meet to exchange views on fishing.", "meeting", "planned"),
        ("Peru and Chile held a meeting on Monday aimed at discussing fishing.", "meeting", "occurred"),
        ("Peru and Chile held a call on Monday in order to discuss fishing.", "phone", "occurred"),
        ("Peru and Chile held a phone call to review ties and discuss fishing.", "phone", "occurred"),
    ],
)
def test_what_a_contact_is_for_is_told_within_it(text: str, mode: str, status: str) -> None:
    (contact,) = claims_of(text, "CONSULT")
    assert (contact.mode, contact.status) == (mode, status)
    assert len([e for e in contact.evidence if e.field == "event"]) == 2


def test_a_discussion_agreed_on_in_a_call_is_still_to_come() -> None:
    found = claims_of("Peru and Chile agreed during a phone call on Monday to discuss fishing.", "CONSULT")
    assert {(c.mode, c.status) for c in found} == {("phone", "occurred"), (None, "planned")}


def test_a_discussion_with_others_is_another_contact() -> None:
    text = "The ministers of Peru and Chile met on Monday to discuss trade with the ministers of Brazil."
    assert len(claims_of(text, "CONSULT")) == 2


def test_names_of_parties_tell_no_topic() -> None:
    (contract,) = claims_of("The Frontier Works Organisation signed a contract with Peru on Monday.", "SUPPORT")
    assert contract.topics == ()
    assert find_topics("The UN is under pressure over a border post", ["UN", "Border Mills"]) == ("border_security",)
    assert find_topics("the IAEA in Peru", ["IAEA"]) == ("nuclear",)


def test_status_place_amount_and_source_have_their_words() -> None:
    text = (
        "Kenya will impose a 20 percent tariff on goods from Uganda next week, the Ugandan foreign ministry said. "
        "Kenya and Uganda met in Nairobi on Monday."
    )
    told = {(e.field, e.quote) for c in read(text).claims for e in c.evidence}
    assert {("status", "will"), ("quantity", "20 percent"), ("attribution", "said"), ("place", "Nairobi")} <= told
    for claim in read(text).claims:
        for evidence in claim.evidence:
            evidence.check(text)
