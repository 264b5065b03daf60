from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from legation.errors import StoreError, UsageError
from legation.exporters import rows
from legation.records import Analysis, Claim, Event, Evidence, Failure, Judgement, RawDocument
from legation.store import Store, from_json, to_json
from legation.store.opening import connect_to_read, read_only_error
from tests.store import made


@pytest.fixture
def store(tmp_path: Path) -> Store:
    with Store.open(tmp_path / "record.db", create=True) as opened:
        opened.add_analyses(made.kept(), "0")
        opened.write_record(made.record(), "print", "0", "2025-01-01T00:00:00+00:00")
        yield opened


def test_what_is_written_is_read_back_equal(store: Store) -> None:
    record = made.record()
    assert tuple(store.documents()) == record.documents
    assert tuple(store.claims()) == record.claims
    assert {e.id: e for e in store.events()} == {e.id: e for e in record.events}
    assert tuple(store.agreements()) == record.agreements
    assert tuple(store.quantities()) == record.quantities
    assert tuple(store.origins()) == record.origins
    assert list(store.analyses()) == made.analyses()
    assert [(t.document, t.claims, t.quantities) for t in store.tellings()] == [
        (a.document, a.claims, a.quantities) for a in made.analyses()
    ]


def test_a_quantity_without_a_claim_keeps_its_document(store: Store) -> None:
    loose = replace(made.quantity(), id="q2", claim_id=None)
    homes = (("q1", "doc-1"), ("q2", "doc-1"))
    record = replace(made.record(), quantities=(made.quantity(), loose), quantity_documents=homes)
    store.write_record(record, "x", "0", "now")
    assert store.quantity_documents() == dict(homes)
    assert store.record().quantity_documents == homes
    with pytest.raises(StoreError, match="q2 belongs to no document"):
        store.write_record(replace(record, quantity_documents=(("q2", "gone"),)), "x", "0", "now")


def test_writing_twice_leaves_the_same_rows(store: Store) -> None:
    before = store.counts() | {"runs": 2}
    store.write_record(made.record(), "print", "0", "2025-01-01T00:00:00+00:00")
    assert store.counts() == before


def test_a_false_quote_of_a_claim_is_refused_naming_document_and_span(store: Store) -> None:
    record = made.record()
    false = replace(record.claims[0], evidence=(Evidence("event", 0, 4, "Olga"),))
    with pytest.raises(StoreError, match=r"doc-1 .*0:4.*Olga"):
        store.write_record(replace(record, claims=(false, *record.claims[1:])), "x", "0", "now")
    assert tuple(store.claims()) == record.claims


def test_a_false_quote_in_an_analysis_is_refused_and_nothing_is_kept(tmp_path: Path) -> None:
    first, second = made.analyses()
    party = replace(made.BERG, evidence=(Evidence("actor", 1, 5, "Anna"),))
    broken = replace(second, claims=(replace(second.claims[0], actors=(party,)),))
    with Store.open(tmp_path / "r.db", create=True) as empty:
        with pytest.raises(StoreError, match="doc-2"):
            empty.add_analyses([(RawDocument("a"), first, "1"), (RawDocument("b"), broken, "2")], "0")
        assert empty.digests() == {}


def test_a_broken_record_leaves_the_one_before(store: Store) -> None:
    orphan = replace(made.record().events[0], id="e9", claim_ids=("no such claim",))
    with pytest.raises(StoreError, match="FOREIGN KEY"):
        store.write_record(replace(made.record(), events=(orphan,)), "x", "0", "now")
    assert store.counts()["events"] == 3


def test_a_reader_sees_the_record_before_while_another_is_written(store: Store) -> None:
    with Store.open(store.path) as reader, reader.snapshot():
        assert reader.counts()["claims"] == 3
        store.write_record(replace(made.record(), claims=(), events=(), judgements=(), quantities=()), "x", "0", "now")
        assert reader.counts()["claims"] == 3
    with Store.open(store.path) as reader:
        assert reader.counts()["claims"] == 0


def test_a_persons_judgement_survives_a_rebuild(store: Store) -> None:
    mine = Judgement("j9", "c1", "c3", "same", by="Ann", reasons=("I was there",), at="2025-09-01T00:00:00+00:00")
    store.add_judgements([mine])
    store.write_record(made.record(), "x", "0", "now")
    assert mine in store.decisions()
    assert [j.id for j in store.judgements()] == ["j1", "j9"]


def test_forgetting_a_report_drops_its_analysis_and_judgements_that_quote_it(store: Store) -> None:
    store.add_judgements([Judgement("j9", "c1", "c3", "same", by="Ann", at="2025-09-01")])
    store.forget("doc-2")
    assert list(store.digests()) == ["doc-1"]
    assert store.decisions() == ()
    with pytest.raises(UsageError, match="doc-2"):
        store.forget("doc-2")


def test_search_gives_the_place_of_the_words(store: Store) -> None:
    ((document_id, start, end),) = store.search("SPOKE")
    assert (document_id, made.SECOND[start:end]) == ("doc-2", "spoke")
    assert store.search("nowhere") == []
    assert [found[0] for found in store.search('"foreign ministry" kral')] == ["doc-2"]


def test_documents_that_left_the_record_are_no_longer_found(store: Store) -> None:
    record = made.record()
    store.write_record(replace(record, documents=record.documents[:1], claims=(), events=(), judgements=(),
                               quantities=()), "x", "0", "now")  # fmt: skip
    assert store.search("spoke") == []
    assert len(store.search("berg")) == 1


def test_what_was_read_is_kept_for_a_rebuild(store: Store) -> None:
    assert dict(store.raws())["doc-1"] == RawDocument("a.txt", made.FIRST)


def test_failures_of_an_input_are_replaced(store: Store) -> None:
    store.replace_failures(["a.txt"], [Failure("a.txt", "read", "no text"), Failure("b.txt", "read", "empty")])
    store.replace_failures(["a.txt"], [])
    assert [f.name for f in store.failures()] == ["b.txt"]


def test_records_survive_json() -> None:
    for record, kind in ((made.claims()[2], Claim), (made.record().events[1], Event), (made.analyses()[0], Analysis)):
        assert from_json(to_json(record), kind) == record


def test_no_record_and_other_files_are_refused_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no record at") as missing:
        Store.open(tmp_path / "none.db")
    assert "legation build" in str(missing.value.remedy)
    (tmp_path / "text.db").write_text("This is no database at all, but a long enough text file." * 30)
    with pytest.raises(StoreError, match=r"text\.db.*not a database"):
        Store.open(tmp_path / "text.db")
    sqlite3.connect(tmp_path / "other.db").executescript("CREATE TABLE films (title TEXT)")
    with pytest.raises(StoreError, match="another program"):
        Store.open(tmp_path / "other.db")


def test_rows_may_be_left_half_read(store: Store) -> None:
    claims, events = rows("claims", store), rows("events", store)
    assert (next(claims)["id"], next(events)["id"]) == ("c1", "e1")
    store.close()
    claims.close()


def test_a_record_that_cannot_be_written_is_still_read(tmp_path: Path) -> None:
    with Store.open(tmp_path / "r.db", create=True) as store:
        store.write_record(made.record(), "print", "0", "2025-01-01T00:00:00+00:00")
    reading = connect_to_read(tmp_path / "r.db")
    assert reading.execute("SELECT count(*) FROM events").fetchone() == (3,)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        reading.execute("DELETE FROM events")
    reading.close()
    assert "copy it" in str(read_only_error(tmp_path / "r.db").remedy)
