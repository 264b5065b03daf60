from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from legation.errors import UsageError
from legation.exporters import FIELDS, KINDS, rows, write_rows
from legation.exporters.parts import number
from legation.exporters.rows import event_row, origin_row
from legation.records import Event, Origin, Relation
from legation.store import Store
from tests.store import made


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "record.db", create=True) as opened:
        opened.add_analyses(made.kept(), "0")
        opened.write_record(made.record(), "print", "0", "2025-01-01T00:00:00+00:00")
        yield opened


def test_every_row_has_exactly_the_fields_of_the_dictionary(store: Store) -> None:
    assert set(FIELDS) == set(KINDS)
    for kind in KINDS:
        assert FIELDS[kind], f"{kind} has no fields in fields.tsv"
        assert all(tuple(row) == FIELDS[kind] for row in rows(kind, store))


def test_the_page_of_fields_is_up_to_date() -> None:
    writer = Path(__file__).parents[2] / "tools" / "write_field_docs.py"
    done = subprocess.run([sys.executable, str(writer), "--check"], check=False)
    assert done.returncode == 0, "describe fields in exporters/fields.tsv, then: python tools/write_field_docs.py"


def test_claims_are_joined_with_event_origin_and_agreement(store: Store) -> None:
    joined = [(c["event_id"], c["origin_id"], c["agreement_id"]) for c in rows("claims", store)]
    assert joined == [("e1", "o1", None), ("e2", None, "a1"), ("e3", "o1", None)]


def test_exported_quotes_stand_in_the_exported_text(store: Store) -> None:
    texts = {d["id"]: d["text"] for d in rows("documents", store)}
    for claim in rows("claims", store):
        assert claim["evidence"]
        assert all(texts[claim["document_id"]][e["start"] : e["end"]] == e["quote"] for e in claim["evidence"])


def test_amounts_are_numbers_and_days_are_iso(store: Store) -> None:
    out = io.StringIO()
    write_rows(rows("quantities", store), FIELDS["quantities"], out)
    assert '"value":7300000' in out.getvalue()
    call = next(iter(rows("claims", store)))
    assert (call["when"]["first"], call["when"]["precision"]) == ("2025-08-04", "day")
    assert call["place"] is None
    assert call["others"] == []


def test_what_is_unknown_of_an_origin_or_a_relation_is_null() -> None:
    assert origin_row(Origin("o", "unattributed", basis="none"))["basis"] is None
    assert origin_row(Origin("o", "wire", basis="copy"))["basis"] == "copy"
    lost = Relation("", "presupposes", "a second call has one before it", ("c1",))
    row = event_row(Event("e", "CONSULT", relations=(lost, replace(lost, to="e1"))))
    assert [r["to"] for r in row["relations"]] == [None, "e1"]


@pytest.mark.parametrize("words", ["7.3", "0.1", "500000000", "19", "1.23456789012345678901"])
def test_numbers_keep_their_digits(words: str) -> None:
    assert Decimal(str(number(Decimal(words)))) == Decimal(words)


def test_csv_holds_nested_values_as_json(store: Store) -> None:
    out = io.StringIO()
    assert write_rows(rows("events", store), FIELDS["events"], out, "csv") == 3
    read = list(csv.DictReader(io.StringIO(out.getvalue())))
    assert [row["id"] for row in read] == ["e1", "e2", "e3"], "by day, those of no stated day last"
    assert json.loads(read[0]["corroboration"])["sides"] == ["SUD"]
    assert read[1]["mode"] == "sign"


def test_unknown_kinds_and_formats_are_refused(store: Store) -> None:
    with pytest.raises(UsageError, match="nothing called 'calls'"):
        next(rows("calls", store))
    with pytest.raises(UsageError, match="no format 'xml'"):
        write_rows([], (), io.StringIO(), "xml")
