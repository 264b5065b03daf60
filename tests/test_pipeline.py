"""The pipeline over real stages, but for a small analysis of our own that needs no parser."""

from __future__ import annotations

import io
import itertools
import json
import re
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from legation.errors import UsageError
from legation.exporters import FIELDS, KINDS, rows, write_rows
from legation.knowledge import FOLDER_VARIABLE
from legation.pipeline import Stages, accept, build, forget, judge, rebuild, undo
from legation.pipeline.spool import Spool, settle_ids
from legation.pipeline.summary import Summary
from legation.records import Analysis, Claim, Document, Evidence, Party, RawDocument, When
from legation.store import Store
from legation.text import stable_id

REPORTS = {
    "a.txt": "Anna Berg called Ivo Kral on 2025-08-04. The ministers spoke of trade.",
    "b.txt": "Anna Berg called Ivo Kral on 2025-08-04, the foreign ministry said.",
    "c.txt": "Anna Berg called Ivo Kral on 2025-09-13 to speak of trade once more.",
}
PARTIES = {"Anna Berg": ("Q1", "NOR"), "Ivo Kral": ("Q2", "SUD")}


def find_calls(document: Document) -> Analysis:
    """One claim for each "called", with the names and the day of its sentence."""
    claims = [
        _claim(document, m) for m in re.finditer(r"(Anna Berg) (called) (Ivo Kral) on ([\d-]{10})", document.text)
    ]
    if "BREAK" in document.text:
        raise ValueError("no such word")
    if "TOIL" in document.text:
        sum(range(10**9))
    if "FALSE" in document.text:
        claims = [Claim("c", document.id, "CONSULT", evidence=(Evidence("event", 0, 3, "lie"),))]
    return Analysis(document, tuple(claims))


def _claim(document: Document, m: re.Match[str]) -> Claim:
    parties = tuple(_party(document.text, m, group) for group in (1, 3))
    day = date.fromisoformat(m[4])
    trigger = Evidence.of(document.text, *m.span(2), "event")
    claim_id = stable_id("claim", document.id, *m.span(2), 0)
    when = When(day, day, text=m[4], anchor="absolute")
    dated = Evidence.of(document.text, *m.span(4), "when")
    return Claim(claim_id, document.id, "CONSULT", "phone", actors=parties, when=when, evidence=(trigger, dated))


def _party(text: str, m: re.Match[str], group: int) -> Party:
    actor_id, state = PARTIES[m[group]]
    return Party(m[group], actor_id, True, state=state, evidence=(Evidence.of(text, *m.span(group), "actor"),))


KILLED = """
import os, signal, sys
from tests.test_pipeline import Stages, build, find_calls
def stop(document):
    if document.id == "n20":
        os.kill(os.getpid(), signal.SIGKILL)
    return find_calls(document)
build([sys.argv[1]], sys.argv[2], workers=1, stages=Stages(analyse=stop))
"""
STAGES = Stages(analyse=find_calls, limit_seconds=0.5)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "reports"
    place.mkdir()
    for name, text in REPORTS.items():
        (place / name).write_text(text, encoding="utf-8")
    return place


def export_all(path: Path) -> str:
    """All that a record says; ids that events had in earlier builds are history, no part of it."""
    out = io.StringIO()
    with Store.open(path) as store:
        for kind in KINDS:
            found = ({k: v for k, v in row.items() if k != "former_ids"} for row in rows(kind, store))
            write_rows(found, [f for f in FIELDS[kind] if f != "former_ids"], out)
    return out.getvalue()


def events(path: Path) -> list[list[str]]:
    with Store.open(path) as store:
        names = {d.id: d.name for d in store.documents()}
        return sorted(sorted(names[d] for d in e.document_ids) for e in store.events())


def test_two_reports_of_one_call_are_one_event_and_another_call_another(folder: Path, tmp_path: Path) -> None:
    summary = build([folder], tmp_path / "r.db", workers=1, stages=STAGES)
    assert (summary.reports, summary.added, summary.failed, summary.events) == (3, 3, 0, 2)
    assert [len(told) for told in events(tmp_path / "r.db")] == [2, 1]


def test_building_again_changes_nothing(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    build([folder], path, workers=1, stages=STAGES)
    before = export_all(path)
    again = build([folder], path, workers=1, stages=STAGES)
    assert (again.added, again.unchanged) == (0, 3)
    assert export_all(path) == before
    with Store.open(path) as store:
        assert store.counts()["runs"] == 1


def test_rebuilding_changes_nothing_where_the_rules_are_the_same(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    build([folder], path, workers=1, stages=STAGES)
    before = export_all(path)
    assert rebuild(path, workers=1, stages=STAGES).added == 3
    assert export_all(path) == before


def test_any_order_and_any_number_of_workers_give_the_same_record(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("legation.engines.local.FEW", 0)
    files = sorted(folder.iterdir())
    found = set()
    for number, order in enumerate(itertools.permutations(files)):
        build(list(order), tmp_path / f"{number}.db", workers=2 if number == 1 else 1, stages=STAGES)
        found.add(export_all(tmp_path / f"{number}.db"))
    assert len(found) == 1


def test_a_killed_build_goes_on_where_it_was(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": f"n{i:02}", "text": f"Anna Berg called Ivo Kral on 2025-08-{i:02}."}) for i in range(1, 29)
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")
    words = [sys.executable, "-c", KILLED, str(tmp_path / "in.jsonl"), str(tmp_path / "r.db")]
    killed = subprocess.run(words, cwd=Path(__file__).parents[1], check=False)
    assert killed.returncode == -signal.SIGKILL
    with Store.open(tmp_path / "r.db") as store:
        assert (len(store.digests()), store.counts()["events"]) == (16, 0)
    summary = build([tmp_path / "in.jsonl"], tmp_path / "r.db", workers=1, stages=STAGES)
    assert (summary.added, summary.unchanged) == (12, 16)
    build([tmp_path / "in.jsonl"], tmp_path / "whole.db", workers=1, stages=STAGES)
    assert export_all(tmp_path / "r.db") == export_all(tmp_path / "whole.db")


def test_one_report_after_another_gives_the_record_of_all_at_once(folder: Path, tmp_path: Path) -> None:
    for file in sorted(folder.iterdir(), reverse=True):
        build([file], tmp_path / "one.db", workers=1, stages=STAGES)
    build(sorted(folder.iterdir()), tmp_path / "all.db", workers=1, stages=STAGES)
    assert export_all(tmp_path / "one.db") == export_all(tmp_path / "all.db")


@pytest.mark.parametrize(
    ("text", "reason"),
    [("BREAK it", "ValueError in .*: no such word"), ("TOIL long", "longer than"), ("FALSE words", "0:3.*'lie'")],
)
def test_a_bad_report_is_a_failure_and_the_others_are_built(
    folder: Path, tmp_path: Path, text: str, reason: str
) -> None:
    (folder / "bad.txt").write_text(text, encoding="utf-8")
    summary = build([folder], tmp_path / "r.db", workers=1, stages=STAGES)
    assert (summary.reports, summary.failed) == (3, 1)
    assert summary.line().endswith("1 report failed: see `legation failures`")
    with Store.open(tmp_path / "r.db") as store:
        (failure,) = store.failures()
    assert failure.name.endswith("bad.txt")
    assert re.search(reason, failure.reason)


def test_a_report_that_is_mended_is_no_failure_any_more(folder: Path, tmp_path: Path) -> None:
    (folder / "bad.txt").write_text("BREAK", encoding="utf-8")
    build([folder], tmp_path / "r.db", workers=1, stages=STAGES)
    (folder / "bad.txt").write_text("All is well in this report now.", encoding="utf-8")
    assert build([folder], tmp_path / "r.db", workers=1, stages=STAGES).failed == 0
    with Store.open(tmp_path / "r.db") as store:
        assert list(store.failures()) == []


def test_a_persons_word_joins_and_parts_events_and_can_be_taken_back(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    build([folder], path, workers=1, stages=STAGES)
    before = export_all(path)
    with Store.open(path) as store:
        ids = [e.id for e in store.events()]
    made = judge(path, "same", *(i[:12] for i in ids), "one call, a misprint", by="Ann", stages=STAGES)
    assert len(made) == 2
    assert len(events(path)) == 1
    assert rebuild(path, workers=1, stages=STAGES).events == 1
    assert undo(path, made[0].id, by="Ann", stages=STAGES) == 2
    assert len(events(path)) == 2
    after = [line for line in export_all(path).splitlines() if '"by":"Ann"' not in line]
    assert after == before.splitlines()


def test_an_accepted_reading_is_shown_after_every_rebuild_until_it_is_taken_back(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    build([folder], path, workers=1, stages=STAGES)
    with Store.open(path) as store:
        ids = [e.id for e in store.events()]
    judge(path, "same", *ids, "one call, one date is a slip", stages=STAGES)
    (joined, days, conflict) = shown_days(path)
    assert days == [date(2025, 8, 4), date(2025, 9, 13)]
    assert conflict is None
    (word,) = accept(path, f"{joined}:when:2", "the ministry's own date", stages=STAGES)
    for _ in range(2):
        (same, days, conflict) = shown_days(path)
        assert (same, days) == (joined, [date(2025, 9, 13), date(2025, 8, 4)])
        assert conflict is not None
        assert "the ministry's own date" in conflict
        rebuild(path, workers=1, stages=STAGES)
    undo(path, word.id, stages=STAGES)
    assert shown_days(path)[1:] == ([date(2025, 8, 4), date(2025, 9, 13)], None)
    with Store.open(path) as store:
        assert [j.undone_by for j in store.decisions() if j.verdict == "accept"] == ["person"]


def shown_days(path: Path) -> tuple[str, list[date | None], str | None]:
    """The only event: its id, its days as shown, and how the conflict on them was settled."""
    with Store.open(path) as store:
        (event,) = store.events()
    (conflict,) = (c for c in event.conflicts if c.field == "when")
    assert [r.display for r in event.when] == [True, False]
    return event.id, [r.value.first for r in event.when], conflict.resolution


def test_a_reading_that_is_none_cannot_be_accepted(folder: Path, tmp_path: Path) -> None:
    build([folder], tmp_path / "r.db", workers=1, stages=STAGES)
    for reading in ("nothing", "event-0:when:1", "a:b", "event-0:when:first"):
        with pytest.raises(UsageError, match=r"no (reading|id begins with '(nothing|event-0|a)')"):
            accept(tmp_path / "r.db", reading, "seen", stages=STAGES)


def test_judging_a_claim_against_itself_or_nothing_is_wrong_usage(folder: Path, tmp_path: Path) -> None:
    build([folder], tmp_path / "r.db", workers=1, stages=STAGES)
    with Store.open(tmp_path / "r.db") as store:
        event = next(store.events()).id
    with pytest.raises(UsageError, match="one already"):
        judge(tmp_path / "r.db", "same", event, event, "why not", stages=STAGES)
    with pytest.raises(UsageError, match="no id begins with 'nothing'"):
        judge(tmp_path / "r.db", "same", event, "nothing", "why not", stages=STAGES)


def test_forgetting_a_report_leaves_the_record_of_the_others(folder: Path, tmp_path: Path) -> None:
    build([folder], tmp_path / "r.db", workers=1, stages=STAGES)
    with Store.open(tmp_path / "r.db") as store:
        third = next(d.id for d in store.documents() if d.name.endswith("c.txt"))
    forget(tmp_path / "r.db", third, stages=STAGES)
    (folder / "c.txt").unlink()
    build([folder], tmp_path / "other.db", workers=1, stages=STAGES)
    assert export_all(tmp_path / "r.db") == export_all(tmp_path / "other.db")


def test_another_text_under_one_id_is_a_version_whatever_the_order() -> None:
    def made(text: str) -> tuple[RawDocument, Document]:
        return RawDocument("x", text), Document("given", "x", text, sha256=stable_id("", text)[1:])

    one, two = made("first text"), made("second text")
    found = settle_ids([one, two, one])
    assert found == settle_ids([two, one])
    assert sorted(d.copy_kind or "" for _, d in found) == ["", "version"]
    assert len({d.id for _, d in found}) == 2


def test_documents_wait_on_disk_and_come_back_by_id() -> None:
    found = [(RawDocument(name, text="x"), Document(name, name, "x", sha256=name)) for name in "cab"]
    with Spool() as spool:
        for raw, document in found:
            spool.add(raw, document)
        assert list(spool) == sorted(found, key=lambda m: m[1].id)
        assert spool.count == 3
    assert spool.file.closed


def test_a_report_with_a_day_that_is_none_is_kept_and_told(tmp_path: Path) -> None:
    line = '{"text": "The ministers of two states met in the capital on Monday.", "published": "soon"}\n'
    (tmp_path / "a.jsonl").write_text(line, encoding="utf-8")
    summary = build([tmp_path / "a.jsonl"], tmp_path / "r.db", workers=1, stages=STAGES)
    assert (summary.reports, summary.failed) == (1, 0)
    with Store.open(tmp_path / "r.db") as store:
        assert [(f.stage, "no day" in f.reason) for f in store.failures()] == [("published", True)]


def test_metadata_that_came_later_is_taken_up(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    build([folder], path, workers=1, stages=STAGES)
    (tmp_path / "meta.csv").write_text("file,outlet,published\na.txt,Daily Sun,2025-08-05\n", encoding="utf-8")
    summary = build([folder], path, meta=tmp_path / "meta.csv", workers=1, stages=STAGES)
    assert (summary.reports, summary.added, summary.unchanged) == (3, 1, 2)
    with Store.open(path) as store:
        assert "Daily Sun" in {d.outlet for d in store.documents()}


def test_jsonl_inputs_keep_their_ids(tmp_path: Path) -> None:
    lines = [json.dumps({"id": f"n{i}", "text": text}) for i, text in enumerate(REPORTS.values())]
    (tmp_path / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")
    build([tmp_path / "in.jsonl"], tmp_path / "r.db", workers=1, stages=STAGES)
    with Store.open(tmp_path / "r.db") as store:
        assert [d.id for d in store.documents()] == ["n0", "n1", "n2"]


def test_lines_in_another_order_give_the_same_claims_and_events(tmp_path: Path) -> None:
    lines = [json.dumps({"id": f"n{i}", "text": text}) for i, text in enumerate(REPORTS.values())]
    for name, order in (("a", lines), ("b", lines[::-1])):
        (tmp_path / f"{name}.jsonl").write_text("\n".join(order), encoding="utf-8")
        build([tmp_path / f"{name}.jsonl"], tmp_path / f"{name}.db", workers=1, stages=STAGES)
    with Store.open(tmp_path / "a.db") as a, Store.open(tmp_path / "b.db") as b:
        assert list(a.claims()) == list(b.claims())
        assert list(a.events()) == list(b.events())


def test_the_summary_names_what_there_is() -> None:
    kinds = {("CONSULT", "phone"): 3, ("CONSULT", "visit"): 1, ("AGREE", None): 2}
    line = Summary(reports=5, storylines=2, conflicts=11, agreements=1, kinds=kinds, failed=2).line()
    assert line == (
        "5 reports, 2 storylines, 3 calls, 1 meeting or visit, 1 agreement, 2 other events, 11 conflicts, "
        "2 reports failed: see `legation failures`"
    )


def test_a_judgement_wants_a_reason(folder: Path, tmp_path: Path) -> None:
    build([folder], tmp_path / "r.db", workers=1, stages=STAGES)
    with Store.open(tmp_path / "r.db") as store:
        left, right = (c.id for c in list(store.claims())[:2])
    with pytest.raises(UsageError, match="without a reason"):
        judge(tmp_path / "r.db", "same", left, right, " ", stages=STAGES)


def test_the_summary_tells_lost_days_and_other_languages() -> None:
    line = Summary(reports=9, undated=4, unread=1).line()
    assert (
        line
        == "9 reports, 1 not in English and not analysed, 4 days of publication not believed: see `legation failures`"
    )


def test_a_report_in_another_language_is_told(tmp_path: Path) -> None:
    words = "Die beiden Minister trafen sich am Samstag in der Hauptstadt und sprachen über den Handel mit Stahl."
    (tmp_path / "a.txt").write_text(words, encoding="utf-8")
    assert build([tmp_path / "a.txt"], tmp_path / "r.db", workers=1).unread == 1


def test_a_contact_of_unknown_kind_is_counted_apart() -> None:
    kinds = {("CONSULT", "phone"): 1, ("CONSULT", "video"): 1, ("CONSULT", None): 11, ("CONSULT", "talks"): 2}
    assert Summary(reports=12, kinds=kinds).line() == "12 reports, 2 calls, 2 meetings and visits, 11 other contacts"


def test_a_failed_file_is_named_with_its_folder(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for path in ("empty.txt", "deep/empty.txt"):
        (tmp_path / path).write_text("", encoding="utf-8")
    build([tmp_path], tmp_path / "r.db", workers=1, stages=STAGES)
    build([tmp_path / "deep" / "empty.txt"], tmp_path / "s.db", workers=1, stages=STAGES)
    with Store.open(tmp_path / "r.db") as all_, Store.open(tmp_path / "s.db") as one:
        assert [f.name for f in all_.failures()] == ["deep/empty.txt", "empty.txt"]
        assert [f.name for f in one.failures()] == [str(tmp_path / "deep" / "empty.txt")]
    (tmp_path / "deep" / "empty.txt").write_text("Anna Berg spoke.", encoding="utf-8")
    build([tmp_path / "deep" / "empty.txt"], tmp_path / "s.db", workers=1, stages=STAGES)
    with Store.open(tmp_path / "s.db") as store:
        assert list(store.failures()) == []


def test_reports_are_analysed_again_when_the_users_knowledge_changes(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "knowledge"
    own.mkdir()
    (own / "desk.yaml").write_text("tenures: []\n", encoding="utf-8")
    monkeypatch.setenv(FOLDER_VARIABLE, str(own))
    first = build([folder], tmp_path / "r.db", workers=1, stages=STAGES)
    assert build([folder], tmp_path / "r.db", workers=1, stages=STAGES).added == 0
    (own / "desk.yaml").write_text("# checked\ntenures: []\n", encoding="utf-8")
    assert build([folder], tmp_path / "r.db", workers=1, stages=STAGES).added == first.added
