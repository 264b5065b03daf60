"""Which words of a report tell the state of an organisation: the rule behind the sources of our tables."""

from __future__ import annotations

import pytest

from tools.attest_organisations import Finder

FINDER = Finder({"NOR:acme": ("NOR", ("Acme", "House of Acme"))})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Norwegian ferry giant Acme sold two ferries.", "Norwegian ferry giant Acme"),
        ("Officials met Acme, Norway's largest ferry line, in May.", "Acme, Norway's largest ferry line"),
        ("A deal with Acme of Norway is near.", "Acme of Norway"),
    ],
)
def test_words_beside_a_name_tell_its_state(text: str, words: str) -> None:
    assert list(FINDER.find(text)) == [("NOR:acme", words, "NOR")]


@pytest.mark.parametrize(
    "text",
    [
        "He told Norway of any new Acme plans.",
        "Acme in Norway sells ferries built elsewhere.",
        "Norway said that Acme would pay.",
    ],
)
def test_words_that_only_stand_near_tell_nothing(text: str) -> None:
    assert list(FINDER.find(text)) == [("NOR:acme", "", "NOR")]
