"""No room, no right to write, a damaged page, no memory, a wrong clock: said plainly, and nothing kept is lost."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

import legation.pipeline
from legation.errors import StoreError
from legation.pipeline import Stages, build, judge
from legation.records import Analysis, Document
from legation.store import Store
from tests.faults.running import is_sound, run
from tests.faults.victim import STAGES, write_reports
from tests.test_pipeline import events, export_all, find_calls

ROOMS = (0, 20_000, 60_000, 120_000, 200_000, 300_000)  # bytes; the whole record takes some 700,000


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    return write_reports(tmp_path / "in.jsonl")


@pytest.mark.parametrize("room", ROOMS)
def test_a_build_that_runs_out_of_room_is_completed_once_there_is_some(room: int, inputs: Path, tmp_path: Path) -> None:
    store = tmp_path / "r.db"
    code, said = run("tight", inputs, store, room)
    assert code == 1
    assert "->" in said
    assert "Traceback" not in said
    if store.exists() and store.stat().st_size:
        assert is_sound(store)
    build([inputs], store, workers=1, stages=STAGES)
    build([inputs], tmp_path / "whole.db", workers=1, stages=STAGES)
    assert export_all(store) == export_all(tmp_path / "whole.db")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "disk"
    place.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", "size=600k", "none", str(place)]
    if os.geteuid() != 0 or subprocess.run(words, check=False, capture_output=True).returncode:
        pytest.skip("needs the right to mount")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_is_told_and_what_was_kept_stays(small_disk: Path, inputs: Path, tmp_path: Path) -> None:
    code, said = run("plain", inputs, small_disk / "r.db")
    assert code == 1
    assert "make room on the disk" in said
    for file in small_disk.iterdir():
        shutil.copy(file, tmp_path / file.name)
    assert is_sound(tmp_path / "r.db")
    build([inputs], tmp_path / "r.db", workers=1, stages=STAGES)
    build([inputs], tmp_path / "whole.db", workers=1, stages=STAGES)
    assert export_all(tmp_path / "r.db") == export_all(tmp_path / "whole.db")


@pytest.mark.parametrize("page", [2, 3, 5, 9, 20, 40, 80])
def test_a_damaged_page_is_told_or_changes_nothing(page: int, inputs: Path, tmp_path: Path) -> None:
    store = tmp_path / "r.db"
    build([inputs], store, workers=1, stages=STAGES)
    before = export_all(store)
    with sqlite3.connect(store) as db:
        size = db.execute("PRAGMA page_size").fetchone()[0]
    with store.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xa5" * size)
    with contextlib.suppress(StoreError):  # any other error fails the test, as does a record that differs
        assert export_all(store) == before


def test_a_folder_that_may_not_be_written_is_told(inputs: Path, tmp_path: Path) -> None:
    place = tmp_path / "sealed"
    place.mkdir()
    build([inputs], place / "r.db", workers=1, stages=STAGES)
    before = (place / "r.db").read_bytes()
    for file in (*place.iterdir(), place):
        file.chmod(0o555 if file == place else 0o444)
    for parent in (tmp_path, *tmp_path.parents[:3]):  # workers of pytest add one folder
        parent.chmod(parent.stat().st_mode | 0o055)
    code, said = run("sealed", inputs, place / "r.db")
    assert (code, "write-protected" in said) == (1, True)
    assert (place / "r.db").read_bytes() == before
    place.chmod(0o755)


def test_a_report_that_asks_for_too_much_memory_is_a_failure(inputs: Path, tmp_path: Path) -> None:
    def greedy(document: Document) -> Analysis:
        if document.id == "n0007":
            bytearray(1 << 60)
        return find_calls(document)

    assert build([inputs], tmp_path / "r.db", workers=1, stages=Stages(analyse=greedy)).failed == 1
    with Store.open(tmp_path / "r.db") as store:
        assert ["MemoryError" in f.reason for f in store.failures()] == [True]


def test_a_judgement_made_after_the_clock_was_set_back_still_counts(
    inputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Earlier(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:
            return datetime.fromisoformat("2001-01-01T00:00:00+00:00")

    store = tmp_path / "r.db"
    build([inputs], store, workers=1, stages=STAGES)
    with Store.open(store) as opened:
        left, right = [e.id for e in opened.events()][:2]
    count = len(events(store))
    made = judge(store, "same", left, right, "one call", stages=STAGES)
    assert len(events(store)) == count - 1
    monkeypatch.setattr(legation.pipeline, "datetime", Earlier)
    for judgement in made:
        judge(store, "different", judgement.left, judgement.right, "two calls after all", stages=STAGES)
    assert len(events(store)) == count
