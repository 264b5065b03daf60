"""Archives over the real stages; left out where the extra ``scale`` is not installed."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from bench.killed import read_rows
from legation.archive import Wanted, add, ask, take
from legation.archive.parts import find_parts, find_places
from legation.errors import UsageError
from legation.pipeline import build
from legation.records import Failure

pytest.importorskip("pyarrow", reason='the extra "scale" is not installed')
pytest.importorskip("duckdb", reason='the extra "scale" is not installed')

CALL = "Norwegian Foreign Minister Espen Barth Eide called Sudanese Prime Minister Kamil Idris on {} to discuss aid."
TALKS = "China and Japan signed a fisheries agreement in Tokyo on 3 March 2025."
REPORTS: list[dict[str, str]] = [
    {"id": "a", "published": "2025-08-05", "outlet": "Example Times", "text": CALL.format("4 August 2025")},
    {"id": "b", "published": "2025-03-04", "outlet": "Example Post", "text": TALKS},
    {"id": "c", "published": "2025-05-01", "outlet": "Example Post", "text": "The bakery on the corner won a prize."},
    {"id": "a", "published": "2025-08-06", "outlet": "Example Times", "text": CALL.format("3 August 2025")},
    {"id": "b", "published": "2025-03-04", "outlet": "Example Post", "text": TALKS},
]


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    lines = [json.dumps(r) for r in REPORTS]
    (folder / "one.jsonl").write_text("\n".join([*lines[:3], '{"text": ', *lines[4:]]) + "\n", encoding="utf-8")
    (folder / "two.jsonl").write_text(lines[3] + "\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def archive(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    assert add(folder, [str(reports)], workers=1, part_bytes=300).reports == 5
    return folder


def test_taking_all_makes_the_store_that_build_makes(reports: Path, archive: Path, tmp_path: Path) -> None:
    build([reports], tmp_path / "built.db", workers=1)
    assert take(archive, tmp_path / "taken.db") == 4
    assert take(archive, tmp_path / "by_two.db", workers=2) == 4
    rows = [list(read_rows(tmp_path / name)) for name in ("built.db", "taken.db", "by_two.db")]
    assert rows[0] == rows[1] == rows[2]


def test_finished_shards_stand_and_an_unfinished_one_is_made_anew(reports: Path, archive: Path) -> None:
    before = {p: p.read_bytes() for p in archive.rglob("*.parquet")}
    lost = sorted((archive / "documents").glob("*.parquet"))[0]
    lost.unlink()
    done = add(archive, [str(reports)], workers=1, part_bytes=300)
    assert (done.made, done.stood) == (1, len(before) // 3 - 1)
    assert {p: p.read_bytes() for p in archive.rglob("*.parquet")} == before


def test_a_changed_file_takes_the_place_of_its_former_shards(tmp_path: Path) -> None:
    report = tmp_path / "reports.jsonl"
    report.write_text(json.dumps(REPORTS[2]), encoding="utf-8")
    add(tmp_path / "archive", [str(report)], workers=1)
    report.write_text("\n".join(json.dumps(REPORTS[2] | {"id": n}) for n in "xyz"), encoding="utf-8")
    assert add(tmp_path / "archive", [str(report)], workers=1).outdated == 1
    assert [r["document_id"] for r in ask(tmp_path / "archive", "SELECT document_id FROM documents ORDER BY 1")] == [
        "x",
        "y",
        "z",
    ]


def test_parts_deal_out_each_report_once(reports: Path) -> None:
    whole = [item for part in find_parts([str(reports)]) for item in part.read()]
    parts = find_parts([str(reports)], part_bytes=100)
    dealt = [item for part in parts for item in part.read()]
    assert len({p.shard for p in parts}) == len(parts) > 4
    assert sorted(dealt, key=lambda i: i.name) == sorted(whole, key=lambda i: i.name)
    assert sum(isinstance(item, Failure) for item in dealt) == 1


def test_a_working_set_holds_the_reports_that_tell_of_its_parties_and_days(archive: Path, tmp_path: Path) -> None:
    assert take(archive, tmp_path / "one.db", Wanted(parties=("NOR", "SDN"))) == 2
    assert take(archive, tmp_path / "two.db", Wanted(since=date(2025, 3, 1), until=date(2025, 3, 31))) == 1
    assert take(archive, tmp_path / "three.db", Wanted(parties=("NOR",), until=date(2024, 1, 1))) == 0


def test_questions_are_answered_over_all_shards(archive: Path) -> None:
    assert {r["table"]: r["rows"] for r in ask(archive)}["documents"] == 5
    rows = ask(archive, "SELECT words FROM claims WHERE list_contains(states, 'JPN')")
    assert {r["words"] for r in rows} == {"signed a fisheries agreement"} or list(rows) == []
    with pytest.raises(UsageError, match="DuckDB"):
        list(ask(archive, "SELECT nonsense FROM claims"))


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no input"):
        find_parts([str(tmp_path / "nothing" / "*.jsonl")])
    with pytest.raises(UsageError, match="no archive"):
        list(ask(tmp_path))


def test_urls_are_listed_and_read_by_daft(reports: Path) -> None:
    pytest.importorskip("daft", reason='the extra "scale" is not installed')
    url = f"file://{reports}/*.jsonl"
    assert [p.name for p in find_places(url)] == ["one.jsonl", "two.jsonl"]
    found = [item for part in find_parts([url]) for item in part.read()]
    local = [item for part in find_parts([str(reports)]) for item in part.read()]
    assert sorted(found, key=lambda i: i.name) == sorted(local, key=lambda i: i.name)
