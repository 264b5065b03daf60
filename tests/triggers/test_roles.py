"""Roles by dependency: passives, participles, control, light verbs."""

from __future__ import annotations

import pytest

from legation.sentences import parse_text
from legation.triggers.matching import find_hits
from legation.triggers.roles import find_fillers


def fillers(text: str, event_type: str, slot: str) -> list[str]:
    (sentence,) = parse_text(text)
    hit = next(h for h in find_hits(sentence) if h.trigger.event_type == event_type)
    return [t.text for t in find_fillers(sentence, hit.token, slot)]


@pytest.mark.parametrize(
    ("text", "event_type", "slot", "expected"),
    [
        ("Two Danes were arrested by Iran.", "COERCE", "subject", ["Iran"]),
        ("Two Danes were arrested by Iran.", "COERCE", "object", ["Danes"]),
        ("The tariffs that Brazil imposed on Chile hurt.", "SANCTION", "subject", ["Brazil"]),
        ("Brazil visited Chile, imposing sanctions on Peru.", "SANCTION", "subject", ["Brazil"]),
        ("Tunisia, which withdrew its troops, waited.", "RETREAT", "subject", ["Tunisia"]),
        ("Kenya told Uganda in a phone call that it was ready.", "CONSULT", "subject", ["Kenya"]),
        ("Kenya told Uganda in a phone call that it was ready.", "CONSULT", "object", ["Uganda"]),
        ("Ghana and Togo signed a treaty.", "SUPPORT", "subject", ["Ghana", "Togo"]),
        ("Kenya hosted a dinner in honour of Sudan.", "CONSULT", "with", ["Sudan"]),
    ],
)
def test_a_role_is_found(text: str, event_type: str, slot: str, expected: list[str]) -> None:
    assert fillers(text, event_type, slot) == expected


def test_a_verb_and_its_noun_are_one_hit() -> None:
    (sentence,) = parse_text("Norway imposed sanctions on Belarus and reached a deal with Serbia.")
    assert [h.trigger.event_type for h in find_hits(sentence)] == ["SANCTION", "AGREE"]


def test_retaliating_by_imposing_is_one_hit() -> None:
    (sentence,) = parse_text("Kenya retaliated by imposing duties on Uganda.")
    assert [h.token.text for h in find_hits(sentence)] == ["imposing"]


@pytest.mark.parametrize("text", ["Kenya called Sudan a bully.", "The trade war hurt Kenya and Sudan."])
def test_a_name_given_or_a_trade_war_is_no_event(text: str) -> None:
    (sentence,) = parse_text(text)
    assert find_hits(sentence) == []
