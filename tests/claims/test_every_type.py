"""Each event type as news puts it: active, passive, headline, noun; done, planned, denied, called for."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from legation.event_types import load_event_types
from legation.records import Party
from tests.claims.builders import claims_of

TABLE = Path(__file__).with_name("every_type.tsv")


Told = tuple[str, list[str], list[str]]


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def acts() -> dict[tuple[str, str], list[Told]]:
    """What is told of each type by each sentence: one row an act, two rows for "arrived for talks"."""
    found: dict[tuple[str, str], list[Told]] = {}
    for row in rows():
        told = (row["status"], sorted(row["actors"].split()), sorted(row["recipients"].split()))
        found.setdefault((row["type"], row["sentence"]), []).append(told)
    return found


def sides(parties: tuple[Party, ...]) -> list[str]:
    return sorted({p.state or p.name for p in parties})


@pytest.mark.parametrize(("key", "expected"), acts().items(), ids=[sentence[:60] for _, sentence in acts()])
def test_the_sentence_tells_its_type_sides_and_status_and_no_more(key: tuple[str, str], expected: list[Told]) -> None:
    event_type, sentence = key
    told = [(c.status, sides(c.actors), sides(c.recipients)) for c in claims_of(sentence, event_type)]
    assert sorted(told) == sorted(expected)


def test_every_type_but_comment_has_its_sentences() -> None:
    assert {row["type"] for row in rows()} == set(load_event_types().names) - {"COMMENT"}
