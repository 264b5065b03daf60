"""Two builds at once, a judgement during a build, a reader during a build."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from legation.pipeline import Stages, build, judge
from legation.reconciliation import reconcile
from legation.records import Analysis, Judgement, Record
from legation.store import Store
from tests.faults.running import is_sound, start
from tests.faults.victim import STAGES, write_reports
from tests.test_pipeline import events, export_all


def test_two_builds_at_once_give_the_record_of_both(tmp_path: Path) -> None:
    inputs, store = write_reports(tmp_path / "in.jsonl"), tmp_path / "r.db"
    lines = inputs.read_text("utf-8").split("\n")
    halves = [tmp_path / "a.jsonl", tmp_path / "b.jsonl"]
    for half, part in zip(halves, (lines[:100], lines[60:]), strict=True):
        half.write_text("\n".join(part), encoding="utf-8")
    rivals = [start("build", half, store, 1) for half in halves]
    assert [rival.wait(timeout=120) for rival in rivals] == [0, 0]
    for rival in rivals:
        rival.communicate()
    assert is_sound(store)
    build(halves, tmp_path / "whole.db", workers=1, stages=STAGES)
    with Store.open(store) as found, Store.open(tmp_path / "whole.db") as whole:
        assert list(found.claims()) == list(whole.claims())
        assert list(found.events()) == list(whole.events())


def test_a_judgement_made_while_the_record_is_rewritten_is_in_it(tmp_path: Path) -> None:
    inputs, store = write_reports(tmp_path / "in.jsonl", 6), tmp_path / "r.db"
    build([inputs], store, workers=1, stages=STAGES)
    with Store.open(store) as opened:
        left, right = [e.claim_ids[0] for e in opened.events()][:2]
    calls: list[int] = []

    def interrupted(analyses: Sequence[Analysis], earlier: Sequence[Judgement]) -> Record:
        if not calls:
            calls.append(1)
            judge(store, "same", left, right, "one call", stages=STAGES, rewrite=False)
        return reconcile(analyses, earlier)

    more = write_reports(tmp_path / "more.jsonl", 8)
    build([more], store, workers=1, stages=Stages(analyse=STAGES.analyse, reconcile=interrupted))
    with Store.open(store) as opened:
        home = opened.event_ids()
    assert home[left] == home[right]


def test_a_reader_during_a_build_sees_a_whole_record_each_time(tmp_path: Path) -> None:
    inputs, store = write_reports(tmp_path / "in.jsonl"), tmp_path / "r.db"
    few = write_reports(tmp_path / "few.jsonl", 10)
    build([few], store, workers=1, stages=STAGES)
    before, seen = export_all(store), set()
    process = start("build", inputs, store, 1)
    while process.poll() is None:
        with Store.open(store) as opened, opened.snapshot():
            counts = opened.counts()
            seen.add((counts["documents"], len(list(opened.claims())), len(list(opened.events()))))
    process.communicate()
    assert process.returncode == 0
    assert len(seen) <= 2
    assert export_all(store) != before
    assert len(events(store)) > 0
