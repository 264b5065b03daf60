"""Who is meant by a few words."""

from __future__ import annotations

from datetime import date

import pytest

from legation.mentions import resolve_actor


@pytest.mark.parametrize(
    ("words", "state", "sector"),
    [
        ("Turkish officials", "TUR", "GOV"),
        ("Kenyan police officers", "KEN", "COP"),
        ("Norwegian", "NOR", ""),
        ("fishermen", "", "AGR"),
        ("the Peruvian army", "PER", "MIL"),
        ("Qvarn Tveitdal", "", ""),
    ],
)
def test_words_tell_state_and_sector(words: str, state: str, sector: str) -> None:
    answer = resolve_actor(words)
    assert (answer.state, answer.sector) == (state, sector)


def test_a_person_has_the_sector_of_the_day() -> None:
    assert resolve_actor("Barack Obama", date(2012, 1, 1)).sector == "GOV"
    assert resolve_actor("Barack Obama", date(2021, 1, 1)).sector == "ELI"


def test_context_gives_the_state_that_the_words_lack() -> None:
    assert resolve_actor("the interior minister", context="Tunisia").state == "TUN"
