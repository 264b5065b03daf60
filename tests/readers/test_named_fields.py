"""A field that was named is read under that name or told as missing; nothing else is taken in its place."""

from __future__ import annotations

import json
from pathlib import Path

from legation.readers import read_inputs
from legation.records import Failure, RawDocument

ROWS = [{"text": "Dar called Rubio.", "body": "Rubio called Dar.", "day": "2025-05-01"}, {"text": "No body here."}]


def read(folder: Path, fields: dict[str, str]) -> tuple[list[RawDocument], list[Failure]]:
    (folder / "a.jsonl").write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8")
    found = list(read_inputs([folder / "a.jsonl"], fields=fields))
    return [f for f in found if isinstance(f, RawDocument)], [f for f in found if isinstance(f, Failure)]


def test_the_named_words_are_read_and_no_others(tmp_path: Path) -> None:
    raws, failures = read(tmp_path, {"text": "body"})
    assert [raw.text for raw in raws] == ["Rubio called Dar."]
    assert [f.reason for f in failures] == ['line 2: no field "body"; found: text']


def test_a_field_that_some_reports_lack_is_no_failure(tmp_path: Path) -> None:
    raws, failures = read(tmp_path, {"published": "day"})
    assert ([raw.published for raw in raws], failures) == (["2025-05-01", None], [])


def test_a_named_field_that_no_report_has_is_told_with_those_found(tmp_path: Path) -> None:
    raws, failures = read(tmp_path, {"published": "datum"})
    assert len(raws) == 2
    assert [f.reason for f in failures] == ['no report has a field "datum"; found: text, body, day']


def test_a_field_that_is_there_and_empty_is_no_missing_field(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "Dar called Rubio.", "by": null}', encoding="utf-8")
    found = list(read_inputs([tmp_path / "a.jsonl"], fields={"author": "by"}))
    assert [isinstance(f, RawDocument) for f in found] == [True]
