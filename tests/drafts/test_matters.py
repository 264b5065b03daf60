"""What a complaint, a concern or a rule is about: no act, and nobody's side."""

from __future__ import annotations

import pytest

import legation
from legation.records import Claim, RawDocument


def claims_of(text: str) -> list[Claim]:
    document = legation.make_document(RawDocument("a.txt", text=text, published="2018-06-01"))
    return list(legation.analyse(document, gate=False).claims)


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Germany expressed concern about sending employees to Iraq.", "ACCUSE"),
        ("Yemen received only broken ceasefires from Saudi Arabia.", "AGREE"),
        ("Thousands of Iranians rallied around the flag in Tehran after the American strike.", "PROTEST"),
        ("Resolutions bar North Korea from testing ballistic missiles near Japan.", "MOBILIZE"),
        ("Peru's foreign minister said there was no point in talks with Chile.", "CONSULT"),
        ("China said it complained to Japan over a phone call with Taiwan's leader.", "CONSULT"),
    ],
)
def test_what_words_are_about_is_not_told_as_done(text: str, absent: str) -> None:
    assert absent not in {c.event_type for c in claims_of(text)}


def test_concern_about_what_another_does_still_accuses() -> None:
    (claim,) = (c for c in claims_of("Canada voiced alarm about Peru sending troops to Chile.") if c.mode != "troops")
    assert (claim.event_type, [p.name for p in claim.recipients]) == ("ACCUSE", ["Peru"])


def test_who_puts_the_blame_on_somebody_accuses_him() -> None:
    (claim,) = claims_of("The White House puts the blame on Russia for the collapse of the treaty.")
    assert (claim.event_type, [p.name for p in claim.recipients]) == ("ACCUSE", ["Russia"])


def test_who_complains_of_a_call_is_no_party_of_it() -> None:
    text = "China lodged a protest over a phone call between President Trump and Taiwan's leader Tsai Ing-wen."
    (call,) = (c for c in claims_of(text) if c.event_type == "CONSULT")
    assert [p.name for p in call.actors] == ["Donald Trump", "Tsai Ing-wen"]


def test_the_focus_of_a_meeting_is_no_side() -> None:
    text = "Mike Pence met with leaders from Egypt and Jordan with a focus on the region and Syria in particular."
    (meeting,) = claims_of(text)
    assert {p.state for p in meeting.actors} == {"USA", "EGY", "JOR"}


def test_who_tells_of_missiles_is_not_hit_by_them() -> None:
    text = "Iran has launched two cruise missiles into the gulf off its coast - according to Iraq and Kuwait."
    assert not [p.name for c in claims_of(text) for p in c.recipients]


@pytest.mark.parametrize("opening", ["It is unlikely", "It seems unlikely"])
def test_what_is_said_to_be_unlikely_is_not_planned(opening: str) -> None:
    (talk,) = claims_of(f"{opening} that Chancellor Merkel will speak with President Erdogan.")
    assert talk.status == "negated"
