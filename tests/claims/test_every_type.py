"""Each event type as news puts it: active, passive, headline, noun; done, planned, denied, called for."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from legation.event_types import load_event_types
from tests.claims.builders import claims_of

TABLE = Path(__file__).with_name("every_type.tsv")


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["sentence"][:60])
def test_the_sentence_tells_its_type_sides_and_status(row: dict[str, str]) -> None:
    told = [
        (claim.status, {p.state or p.name for p in claim.actors}, {p.state or p.name for p in claim.recipients})
        for claim in claims_of(row["sentence"], row["type"])
    ]
    assert (row["status"], set(row["actors"].split()), set(row["recipients"].split())) in told


def test_every_type_but_comment_has_its_sentences() -> None:
    assert {row["type"] for row in rows()} == set(load_event_types().names) - {"COMMENT"}
