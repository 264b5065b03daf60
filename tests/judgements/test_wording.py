"""Words of several reports that name one event."""

from __future__ import annotations

from legation.judgements.wording import Wording, group_wordings, read_wording
from legation.sentences import parse_text

REPORTS = {
    "a": ("Gunmen killed the mayor of Alphaville on Monday.", "killed"),
    "b": ("The killing of the mayor by gunmen shocked Alphaville.", "killing"),
    "c": ("Heavy rain flooded the delta.", "flooded"),
}


def wordings() -> list[Wording]:
    found = []
    for key, (text, word) in REPORTS.items():
        (sentence,) = parse_text(text)
        start = text.index(word)
        found.append(read_wording(key, sentence, start, start + len(word)))
    return found


def test_a_verb_and_its_noun_name_one_event() -> None:
    assert group_wordings(wordings(), dict.fromkeys(REPORTS, 0)) == (0, 0, 2)


def test_two_stories_share_no_event() -> None:
    assert group_wordings(wordings(), {"a": 0, "b": 1, "c": 1}) == (0, 1, 2)


def test_partners_are_the_words_bound_to_the_head() -> None:
    first = wordings()[0]
    assert (first.lemma, first.partners) == ("kill", {"gunman", "mayor", "monday"})
