"""Which language a text is in."""

from __future__ import annotations

from legation.documents.language import language_of
from legation.documents.lines import find_lines


def test_one_english_sentence_of_names_is_english() -> None:
    text = "Sergei Lavrov met Wang Yi on 5 August 2020 in Geneva."
    assert language_of(text, find_lines(text)) == "en"


def test_one_german_sentence_of_names_is_not_english() -> None:
    text = "Lawrow traf Wang Yi am 5. August 2020 in Genf zu einem kurzen Gespräch."
    assert language_of(text, find_lines(text)) != "en"
