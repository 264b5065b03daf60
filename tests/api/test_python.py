from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import polars
import pytest

import legation
from legation.api import OpenRecord
from legation.errors import StoreError, UsageError
from legation.extras import load_extra


@pytest.fixture
def record(example_path: Path) -> Iterator[OpenRecord]:
    with legation.open(example_path) as opened:
        yield opened


def test_a_dyad_in_one_line_of_pandas(record: OpenRecord) -> None:
    frame = record.timeline("PAK", "United States", since="2025-08-01", type="CONSULT").to_pandas()
    assert len(frame) > 0
    assert set(frame["event_type"]) == {"CONSULT"}
    assert str(frame["first"].dtype).startswith("datetime64")
    assert all(quote["words"] for quote in frame["quote"])


def test_every_question_gives_a_table_that_polars_reads(record: OpenRecord) -> None:
    some = (record.events(), record.timeline(), record.dyad("PAK", "USA"), record.ledger(), record.conflicts())
    for table in (*some, record.search("tariff"), record.rows("claims"), some[0][:2], record.events("NOR", "PAK")):
        frame = polars.DataFrame(table)
        assert frame.height == len(table)
        assert tuple(frame.columns) == table.names
        assert table.to_polars().equals(frame)


def test_duckdb_asks_a_table_as_it_is(record: OpenRecord) -> None:
    events = record.events()
    found = duckdb.sql("SELECT event_type, count(*) FROM events GROUP BY ALL").fetchall()
    assert sum(n for _, n in found) == len(events)


def test_a_notebook_shows_the_words_that_a_row_rests_on(record: OpenRecord) -> None:
    html = record.timeline("NOR", "POL")._repr_html_()
    assert "Fjord Daily" in html
    assert "<b>" in html
    assert "nothing on record" in record.timeline("NOR", "PAK")._repr_html_()


def test_an_event_is_shown_by_the_beginning_of_its_id(record: OpenRecord) -> None:
    first = record.events()[0]
    assert record.show(first["id"]).row.id == first["id"]  # type: ignore[union-attr]


def test_days_and_words_that_nobody_knows_are_refused(record: OpenRecord) -> None:
    assert len(record.events(since=date(2025, 10, 1))) == len(record.events(since="2025-10-01"))
    for asked in ({"since": "yesterday"}, {"type": "CONSULTS"}, {"status": "happened"}):
        with pytest.raises(UsageError):
            record.events(**asked)
    with pytest.raises(UsageError):
        record.rows("calls")
    with pytest.raises(StoreError, match="no record at"):
        legation.open("nowhere.db")


def test_a_missing_package_is_named_with_what_to_install() -> None:
    with pytest.raises(UsageError, match="needs the package no_such_package") as refused:
        load_extra("no_such_package.part", "exports")
    assert refused.value.remedy == "pip install 'legation[exports]'"
