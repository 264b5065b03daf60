"""``kill -9`` at random moments: the store opens, nothing that was acknowledged is lost, the next run completes it."""

from __future__ import annotations

import random
import time
from contextlib import suppress
from itertools import combinations
from pathlib import Path
from threading import Timer

import httpx
import pytest

from legation.cli import app
from legation.pipeline import build, refresh
from legation.store import Store
from tests.faults.running import TRIALS, is_sound, kill, start
from tests.faults.victim import STAGES, TOKEN, write_reports
from tests.test_pipeline import export_all


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_reports(tmp_path_factory.mktemp("inputs") / "in.jsonl")


@pytest.fixture(scope="module")
def whole(inputs: Path) -> Path:
    """A store that nothing happened to."""
    store = inputs.with_name("whole.db")
    build([inputs], store, workers=1, stages=STAGES)
    return store


def wait_for_work(store: Path, log_bytes: int) -> None:
    """Until so much was written, or nothing more is."""
    log, deadline = store.with_name(f"{store.name}-wal"), time.monotonic() + 60
    while time.monotonic() < deadline:
        if log.exists() and log.stat().st_size >= log_bytes:
            return
        time.sleep(0.002)


@pytest.mark.parametrize("trial", range(TRIALS))
def test_a_build_killed_at_any_moment_is_completed_by_the_next(
    trial: int, inputs: Path, whole: Path, tmp_path: Path
) -> None:
    store, chance = tmp_path / "r.db", random.Random(trial)
    process = start("build", inputs, store, 1 + trial % 2)
    wait_for_work(store, 1)
    time.sleep(chance.uniform(0, 1.6))
    kill(process)
    assert is_sound(store)
    build([inputs], store, workers=1, stages=STAGES)
    assert is_sound(store)
    assert export_all(store) == export_all(whole)


@pytest.mark.parametrize("trial", range(max(1, TRIALS // 5)))
def test_no_judgement_that_was_acknowledged_is_lost(trial: int, inputs: Path, tmp_path: Path) -> None:
    store, chance = tmp_path / "r.db", random.Random(trial)
    build([inputs], store, workers=1, stages=STAGES)
    process = start("judge", store)
    assert process.stdout is not None
    first = process.stdout.readline().strip()
    time.sleep(chance.uniform(0, 0.4))
    told = [first, *kill(process).split("\n")[:-1]]
    assert is_sound(store)
    with Store.open(store) as opened:
        assert set(told) <= {j.id for j in opened.decisions()}
    refresh(store, STAGES)
    assert is_sound(store)


@pytest.mark.parametrize("trial", range(max(1, TRIALS // 5)))
def test_a_server_that_is_killed_loses_no_judgement_that_it_answered(trial: int, inputs: Path, tmp_path: Path) -> None:
    store, kept = tmp_path / "r.db", set[tuple[str, str]]()
    build([inputs], store, workers=1, stages=STAGES)
    with Store.open(store) as opened:
        pairs = iter(list(combinations([c.id for c in opened.claims()][:40], 2)))
    process, key = start("serve", store), {"Authorization": f"Bearer {TOKEN}"}
    assert process.stdout is not None
    killer = Timer(3 + random.Random(trial).uniform(0, 2), kill, [process])
    with httpx.Client(base_url=process.stdout.readline().strip(), timeout=60) as client, suppress(httpx.HTTPError):
        killer.start()
        while True:
            left, right = next(pairs)
            said = {"verdict": "different", "left": left, "right": right, "reason": "another day", "by": "Ann"}
            client.get("/api/events")
            if client.post("/api/judgements", json=said, headers=key).status_code == 201:
                kept.add((left, right))
    killer.join()
    assert kept
    assert is_sound(store)
    with Store.open(store) as opened:
        assert kept <= {(j.left, j.right) for j in opened.decisions()} | {(j.right, j.left) for j in opened.decisions()}


@pytest.mark.parametrize("trial", range(max(1, TRIALS // 10)))
def test_an_export_that_is_killed_leaves_a_whole_file_or_none(trial: int, whole: Path, tmp_path: Path) -> None:
    output, before = tmp_path / "events.jsonl", export_all(whole)
    process = start("export", whole, output)
    deadline = time.monotonic() + 60
    while not output.exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    time.sleep(random.Random(trial).uniform(0, 0.3))
    kill(process)
    assert is_sound(whole)
    assert export_all(whole) == before
    found = output.read_bytes()
    app(["export", "events", "--store", str(whole), "-o", str(output)], standalone_mode=False)
    assert output.read_bytes() == found


def test_a_worker_that_is_killed_once_takes_nothing_with_it(inputs: Path, whole: Path, tmp_path: Path) -> None:
    process = start("die", inputs, tmp_path / "r.db", tmp_path / "mark")
    assert process.wait(timeout=120) == 0
    kill(process)
    assert (tmp_path / "mark").exists()
    assert export_all(tmp_path / "r.db") == export_all(whole)
