from __future__ import annotations

import pytest

from legation.claims import classify_pair, classify_sentence, quad_of
from legation.claims.pairs import _likeliest


@pytest.mark.parametrize(
    ("text", "actor", "recipient", "event_type"),
    [
        ("Ghana accused Togo of spying.", "Ghana", "Togo", "ACCUSE"),
        ("Kenya refused to withdraw its soldiers from Somalia.", "Kenya", "Somalia", "REJECT"),
        ("Kenya agreed to withdraw its soldiers from Somalia.", "Kenya", "Somalia", "AGREE"),
        ("Chile threatened to expel the Peruvian ambassador.", "Chile", "the Peruvian ambassador", "THREATEN"),
        ("Chile will meet Peru on Friday.", "Chile", "Peru", "AGREE"),
        ("Police arrested a Danish reporter in the capital.", "Police", "a Danish reporter", "COERCE"),
    ],
)
def test_direction_and_modality_decide(text: str, actor: str, recipient: str, event_type: str) -> None:
    sides = [(text.index(s), text.index(s) + len(s)) for s in (actor, recipient)]
    assert classify_pair(text, sides[0], sides[1])[0] == event_type


def test_what_gives_way_is_said_or_done() -> None:
    text = "The junta released two British reporters."
    assert classify_pair(text, (0, 9), (19, 40))[0] in ("CONCEDE", "RETREAT")


def test_mere_comment_is_no_event() -> None:
    assert classify_sentence("The minister declined to comment on the reports.")[0] == "NONE"
    assert classify_sentence("Warplanes bombed a rebel town on Sunday, killing nine people.")[0] == "M-CONF"


def test_missing_sides_and_empty_texts_are_no_trap() -> None:
    assert classify_pair("", None, None)[2] >= 0
    assert classify_pair("Rain.", None, (0, 4))[2] >= 0


def test_every_answer_but_comment_has_a_quad() -> None:
    assert quad_of("RETREAT") == "M-COOP"
    assert quad_of("COMMENT") is None


def test_the_likeliest_quad_decides_before_the_likeliest_type() -> None:
    assert _likeliest({"AGREE": 0.4, "ACCUSE": 0.3, "THREATEN": 0.3}) == "ACCUSE"
