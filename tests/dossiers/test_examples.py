"""The example dossiers say what their expected.yaml says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dossiers.expected import Dossier, Row, read_dossier

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
NAMES = sorted(p.parent.name for p in EXAMPLES.glob("*/expected.yaml"))


@pytest.fixture(scope="module", params=NAMES)
def dossier(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    return read_dossier(EXAMPLES / request.param, tmp_path_factory.mktemp("dossier"))


def test_every_expected_event_is_there(dossier: Dossier) -> None:
    missing = [name for name in dossier.expected["events"] if dossier.find_event(name) is None]
    assert not missing


def test_events_expected_apart_stay_apart(dossier: Dossier) -> None:
    for left, right in dossier.expected["apart"]:
        a, b = dossier.find_event(left), dossier.find_event(right)
        assert a is not None
        assert b is not None
        assert a["id"] != b["id"]


def test_corroboration_counts_origins_not_outlets(dossier: Dossier) -> None:
    for name, wanted in dossier.expected["events"].items():
        event = dossier.find_event(name)
        assert event is not None
        corroboration = event["corroboration"]
        assert corroboration["origins"] == wanted.get("origins", corroboration["origins"]), name
        assert corroboration["sides"] == wanted.get("sides", corroboration["sides"]), name


def test_expected_conflicts_are_shown(dossier: Dossier) -> None:
    for wanted in dossier.expected["conflicts"]:
        event = dossier.find_event(wanted["event"])
        assert event is not None
        assert wanted["kind"] in {c["kind"] for c in event["conflicts"]}


def test_ledger_has_its_entries(dossier: Dossier) -> None:
    for wanted in dossier.expected["ledger"]:
        entries = [a for a in dossier.rows["agreements"] if fits_entry(a, wanted)]
        assert len(entries) >= 1, wanted


def fits_entry(agreement: Row, wanted: Row) -> bool:
    told = str(agreement["signatories"]) + str(agreement["parties"])
    return (
        all(name in told for name in [*wanted.get("names", []), *wanted.get("states", [])])
        and wanted.get("status", "") in str(agreement["status"])
        and wanted.get("topic", "") in str(agreement["subject"])
    )


def test_copies_are_found(dossier: Dossier) -> None:
    for copy, first in dossier.expected["copies"].items():
        row = next(d for d in dossier.rows["documents"] if d["id"] == dossier.document_id(copy))
        assert row["copy_of"] == dossier.document_id(first)


def test_boilerplate_is_marked_and_kept(dossier: Dossier) -> None:
    for number, words in dossier.expected["noise"].items():
        row = next(d for d in dossier.rows["documents"] if d["id"] == dossier.document_id(number))
        marked = [row["text"][n["start"] : n["end"]] for n in row["noise"]]
        assert all(any(w in m for m in marked) for w in words)


def test_an_undated_report_stays_undated(dossier: Dossier) -> None:
    for number in dossier.expected["undated"]:
        row = next(d for d in dossier.rows["documents"] if d["id"] == dossier.document_id(number))
        assert row["published"]["basis"] in {"unknown", "inferred", "text"}


def test_every_quote_is_verbatim(dossier: Dossier) -> None:
    texts = {d["id"]: d["text"] for d in dossier.rows["documents"]}
    pieces = [(c["document_id"], e) for c in dossier.rows["claims"] for e in c["evidence"]]
    assert pieces
    assert all(texts[d][e["start"] : e["end"]] == e["quote"] for d, e in pieces)
