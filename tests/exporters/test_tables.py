"""Every table format, read by the programs that people read such files with."""

from __future__ import annotations

import io
import json
import time
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pandas
import polars
import pytest

from legation.errors import UsageError
from legation.exporters import FORMATS, KINDS, Selection, rows, select, write_export
from legation.exporters.columnar import read_batches
from legation.exporters.dictionary import dictionary_rows, load_fields, members_of
from legation.exporters.formats import form_of
from legation.exporters.workbook import CUT, LONGEST_CELL, shorten_cell
from legation.plain import to_json
from legation.store import Store
from legation.views.filters import Filters


def written(store: Store, kind: str, form: str) -> io.BytesIO:
    out = io.BytesIO()
    write_export(kind, Selection(store), out, form)
    out.seek(0)
    return out


@pytest.mark.parametrize("kind", KINDS)
def test_one_line_of_pandas_reads_every_kind(example: Store, kind: str) -> None:
    wanted = [row.get("id", row.get("name")) for row in rows(kind, example)]
    for read in (pandas.read_csv(written(example, kind, "csv")),
                 pandas.read_json(written(example, kind, "jsonl"), lines=True)):  # fmt: skip
        assert len(read) == len(wanted)
        assert not wanted or list(read.iloc[:, 0].astype(str)) == wanted


@pytest.mark.parametrize("kind", KINDS)
def test_polars_reads_parquet_with_the_values_of_the_rows(example: Store, kind: str) -> None:
    told = [json.loads(to_json(row)) for row in rows(kind, example)]
    read = polars.read_parquet(written(example, kind, "parquet"))
    assert read.columns == [f.name for f in load_fields()[kind]]
    for got, want in zip(read.to_dicts(), told, strict=True):
        assert_holds(got, want)


def assert_holds(got: Any, want: Any) -> None:
    """What was read has all that was written: days may be dates, and keys left out are null."""
    if isinstance(want, dict) and isinstance(got, str):
        got = json.loads(got)
    if isinstance(want, dict):
        for key, value in want.items():
            assert_holds(got[key], value)
    elif isinstance(want, list):
        assert len(got) == len(want)
        for g, w in zip(got, want, strict=True):
            assert_holds(g, w)
    else:
        assert got == want or str(got) == want


def test_duckdb_asks_nested_columns(example: Store, tmp_path: Path) -> None:
    file = tmp_path / "claims.parquet"
    file.write_bytes(written(example, "claims", "parquet").read())
    query = f"SELECT count(*) FROM (SELECT unnest(evidence) AS e FROM '{file}') WHERE len(e.quote) = e.end - e.start"
    expected = sum(len(row["evidence"]) for row in rows("claims", example))
    assert duckdb.sql(query).fetchall() == [(expected,)]
    days = duckdb.sql(f"SELECT typeof(\"when\".first) FROM '{file}' LIMIT 1").fetchall()
    assert days == [("DATE",)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_workbook_has_its_rows_and_what_the_columns_mean(example: Store, kind: str) -> None:
    book = openpyxl.load_workbook(written(example, kind, "xlsx"))
    sheet, meanings = book.worksheets
    assert [c.value for c in sheet[1]] == [f.name for f in load_fields()[kind]]
    assert sheet.max_row - 1 == sum(1 for _ in rows(kind, example))
    assert meanings.max_row - 1 == len(load_fields()[kind])
    assert all(cell.data_type != "f" for row in sheet for cell in row), "words are never a formula"


def test_a_long_cell_says_that_it_was_cut() -> None:
    assert shorten_cell("w" * LONGEST_CELL) == "w" * LONGEST_CELL
    assert shorten_cell("w" * (LONGEST_CELL + 1)).endswith(CUT)
    assert len(shorten_cell("w" * 99_999)) == LONGEST_CELL


def test_every_type_of_the_dictionary_is_known() -> None:
    known = {"text", "whole", "number", "truth", "day", "json"}
    for row in dictionary_rows():
        inner = row["type"].strip("[]")
        assert inner in known or members_of(inner), f"{row['kind']}.{row['field']} has no type {inner}"
        assert row["meaning"]


def test_filters_choose_events_and_the_reports_that_tell_them(example: Store) -> None:
    asked = select(example, Filters(types=("CONSULT",)), ("PAK", "United States"))
    out = io.BytesIO()
    assert 0 < write_export("events", asked, out) < sum(1 for _ in rows("events", example))
    assert {json.loads(line)["event_type"] for line in out.getvalue().splitlines()} == {"CONSULT"}
    assert write_export("documents", asked, io.BytesIO()) == len(asked.document_ids())
    with pytest.raises(UsageError, match="claims cannot be chosen"):
        write_export("claims", asked, io.BytesIO())
    with pytest.raises(UsageError, match="nobody called"):
        select(example, None, ("PAK", "Nobody Known"))


def test_batches_are_read_as_they_are_asked_for() -> None:
    made = []

    def endless() -> Any:
        for number in range(10**9):
            made.append(number)
            yield {"id": f"g{number}", "about": "", "about_id": "", "kind": "text", "missing": "", "weight": number}

    start = time.process_time()
    reader = read_batches(endless(), load_fields()["gaps"])
    first = next(iter(reader))
    assert first.num_rows <= len(made) < 100_000
    assert time.process_time() - start < 5


def test_a_file_named_json_is_one_json_list(example: Store) -> None:
    found = json.loads(written(example, "events", form_of("events.json")).read())
    lines = written(example, "events", "jsonl").read().splitlines()
    assert found == [json.loads(line) for line in lines]
    assert found


def test_formats_are_known_by_what_they_hold_and_lose() -> None:
    assert all(f.meaning and set(f.kinds) <= {*KINDS, "dictionary"} for f in FORMATS.values())
    assert FORMATS["jsonl"].loses == ""
