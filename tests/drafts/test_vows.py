"""What is promised is harm: a threat; an answer to harm is told by its means."""

from __future__ import annotations

import pytest

import legation
from legation.records import Claim, RawDocument


def claims_of(text: str) -> list[Claim]:
    document = legation.make_document(RawDocument("a.txt", text=text, published="2018-06-01"))
    return list(legation.analyse(document, gate=False).claims)


def told(text: str) -> list[tuple[str, str, list[str], list[str]]]:
    return [(c.event_type, c.status, [p.name for p in c.actors], [p.name for p in c.recipients])
            for c in claims_of(text)]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Turkey pledged to target Greek naval bases.", "Turkey", "Greece"),
        ("Syria vowed to strike Israel.", "Syria", "Israel"),
        ("Moscow promised to respond harshly to new sanctions by the European Union.", "Russia", "European Union"),
        ("Ethiopia vowed to repel an Eritrean attack.", "Ethiopia", "Eritrea"),
        ("Peru promised a tough response to Chilean strikes.", "Peru", "Chile"),
        ("Peru vowed it would retaliate for the killing of the general by Chile.", "Peru", "Chile"),
    ],
)
def test_a_vow_of_harm_is_a_threat(text: str, actor: str, recipient: str) -> None:
    assert ("THREATEN", "occurred", [actor], [recipient]) in told(text)
    assert "AGREE" not in {c.event_type for c in claims_of(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Japan vowed to strike a deal with India.",
        "Chad promised a swift response to the floods in Niger.",
        "Peru pledged to help Chile defeat hunger.",
        "Egypt promised Sudan that it would not retaliate.",
    ],
)
def test_a_vow_of_help_or_peace_is_no_threat(text: str) -> None:
    assert "THREATEN" not in {c.event_type for c in claims_of(text)}


def test_what_is_vowed_in_return_is_no_sanction_besides() -> None:
    assert [c.event_type for c in claims_of("India promised to retaliate against Pakistan.")] == ["THREATEN"]


@pytest.mark.parametrize("means", [" by", ","])
def test_an_answer_by_shelling_is_one_attack(means: str) -> None:
    text = f"Iraq retaliated against Turkey{means} firing a dozen missiles at Turkish bases."
    assert told(text) == [("ASSAULT", "occurred", ["Iraq"], ["Turkey"])]


def test_to_say_that_one_will_retaliate_is_to_threaten() -> None:
    text = "Iran said it will retaliate against Iraq for the killing of the general."
    assert told(text) == [("THREATEN", "occurred", ["Iran"], ["Iraq"])]


def test_what_retaliates_with_duties_is_a_sanction() -> None:
    (claim,) = claims_of("China retaliated with duties on goods from Australia.")
    assert (claim.event_type, claim.status) == ("SANCTION", "occurred")


def test_what_is_done_to_retaliate_is_told_by_itself() -> None:
    assert [c.event_type for c in claims_of("Peru expelled two Chilean diplomats to retaliate for the raid.")] == [
        "SANCTION"
    ]
