"""Invariants of the whole record: order, repetition, copies, removal, and what is different."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from legation.judgements import find_veto, make_facts
from legation.reconciliation import reconcile
from legation.records import AgreementMention, Analysis, Claim, Quantity, Record
from legation.text import stable_id
from tests.judgements.builders import ANN, BO, CY, cites, claim, on, report, state, weekday

TEXTS = ["Ann Alpha called Bo Beta on the harbour dispute.", "The two ministers met and signed a fishing accord."]
WHENS = [None, on("2031-08-04"), on("2031-08-05"), on("2031-08-01", "2031-08-31"), weekday(6), on("2031-09-13")]
PARTIES = [(ANN, BO), (ANN, CY), (BO, CY), (state("AAA"), state("BBB"))]
KINDS = [("CONSULT", "phone"), ("CONSULT", "meeting"), ("CONSULT", None), ("AGREE", None), ("SUPPORT", "sign")]
CITED = [None, cites("Foreign Office", "AAA"), cites("Ministry of Foreign Affairs", "AAA"), cites("Treasury", "BBB")]

Row = tuple[int, int, int, int, bool]
rows = st.tuples(*(st.integers(0, n - 1) for n in (len(KINDS), len(WHENS), len(PARTIES), len(CITED))), st.booleans())
dossiers = st.lists(
    st.tuples(st.sampled_from([None, "2031-08-06", "2031-09-14"]), st.lists(rows, min_size=1, max_size=3)),
    min_size=1,
    max_size=6,
)


def make(dossier: list[tuple[str | None, list[Row]]]) -> list[Analysis]:
    made = []
    for i, (day, told) in enumerate(dossier):
        key = f"doc-{i}"
        text = f"Report {i} of {i * 7}. {TEXTS[i % 2]}"
        claims = tuple(_claim(key, k, row) for k, row in enumerate(told))
        made.append(Analysis(report(key, text, day), claims))
    return made


def _claim(key: str, place: int, row: Row) -> Claim:
    kind, when, parties, cited, background = row
    event_type, mode = KINDS[kind]
    made = claim(key, event_type, mode, quote=TEXTS[0][:10], when=WHENS[when], actors=PARTIES[parties],
                 attribution=CITED[cited], background=background)  # fmt: skip
    return replace(made, id=stable_id("claim", key, place))


def together(record: Record) -> set[frozenset[str]]:
    return {frozenset(e.claim_ids) for e in record.events}


@settings(max_examples=60, deadline=None)
@given(dossiers, st.randoms(use_true_random=False))
def test_shuffling_changes_nothing(dossier: list[tuple[str | None, list[Row]]], chance: random.Random) -> None:
    analyses = make(dossier)
    record = reconcile(analyses)
    chance.shuffle(analyses)
    assert reconcile(analyses) == record


@settings(max_examples=40, deadline=None)
@given(dossiers)
def test_a_second_run_changes_nothing(dossier: list[tuple[str | None, list[Row]]]) -> None:
    analyses = make(dossier)
    record = reconcile(analyses)
    assert reconcile(analyses + analyses, record.judgements) == record


@settings(max_examples=60, deadline=None)
@given(dossiers)
def test_what_is_different_is_never_joined(dossier: list[tuple[str | None, list[Row]]]) -> None:
    record = reconcile(make(dossier))
    apart = {frozenset((j.left, j.right)) for j in record.judgements if j.verdict == "different"}
    assert not any(pair <= part for pair in apart for part in together(record))
    facts = make_facts(record.claims, record.documents, record.quantities)
    for part in together(record):
        members = sorted(part)
        assert not any(find_veto(facts[a], facts[b]) for a in members for b in members if a < b)


@settings(max_examples=60, deadline=None)
@given(dossiers, st.integers(0, 5))
def test_a_copy_never_raises_corroboration(dossier: list[tuple[str | None, list[Row]]], which: int) -> None:
    analyses = make(dossier)
    original = analyses[which % len(analyses)]
    copied = tuple(replace(c, document_id="copy", id=stable_id("claim", "copy", c.id)) for c in original.claims)
    copy = Analysis(replace(original.document, id="copy", name="copy", outlet="another"), copied)
    before, after = reconcile(analyses), reconcile([*analyses, copy])
    assert sum(d.copy_of is not None for d in after.documents) == 1
    new = {c: e for e in after.events for c in e.claim_ids}
    for event in before.events:
        found = new[event.claim_ids[0]].corroboration
        if set(event.claim_ids) == set(new[event.claim_ids[0]].claim_ids) - {c.id for c in copied}:
            assert found.origins <= event.corroboration.origins
            assert found.unattributed <= event.corroboration.unattributed
            assert found.sides == event.corroboration.sides


@settings(max_examples=40, deadline=None)
@given(dossiers, st.integers(0, 5))
def test_nothing_is_left_of_a_removed_document(dossier: list[tuple[str | None, list[Row]]], which: int) -> None:
    analyses = make(dossier)
    gone = analyses.pop(which % len(analyses))
    record = reconcile(analyses)
    whole = reconcile([*analyses, gone])
    removed = {c.id for c in gone.claims}
    kept = [replace(c, event_when=None) for c in whole.claims if c.id not in removed]
    assert [replace(c, event_when=None) for c in record.claims] == kept
    rests = {c for e in record.events for c in e.claim_ids} | {c for o in record.origins for c in o.claim_ids}
    assert not rests & removed


def test_every_claim_has_one_event() -> None:
    record = reconcile(make([(None, [(0, 1, 0, 0, False)]), ("2031-08-06", [(0, 1, 0, 0, False), (1, 0, 0, 0, True)])]))
    told = sorted(c for e in record.events for c in e.claim_ids)
    assert told == sorted(c.id for c in record.claims)


def test_a_day_flows_back_to_an_undated_claim_and_says_from_where() -> None:
    dated = Analysis(report("a", TEXTS[0], "2031-08-05"), (claim("a", when=on("2031-08-04"), ordinal=2),))
    bare = Analysis(report("b", TEXTS[1], "2031-08-05"), (claim("b", ordinal=2),))
    record = reconcile([bare, dated])
    found = next(c for c in record.claims if c.document_id == "b")
    assert found.when is None
    assert found.event_when is not None
    assert (found.event_when.inferred, found.event_when.chain) == (True, (dated.claims[0].id,))
    assert found.event_when.first == on("2031-08-04").first


def test_a_person_judgement_survives_a_rebuild() -> None:
    analyses = [Analysis(report(k, f"{k} {TEXTS[0]}"), (claim(k, when=on("2031-08-04")),)) for k in "ab"]
    record = reconcile(analyses)
    mine = replace(record.judgements[0], verdict="different", by="desk", reasons=("two calls that day",))
    again = reconcile(analyses, (mine,))
    assert len(together(record)) == 1
    assert len(together(again)) == 2
    assert mine in again.judgements


def test_undated_news_lies_in_the_week_of_its_report_and_says_that_this_is_inferred() -> None:
    (told,) = reconcile([Analysis(report("a", TEXTS[0], "2031-08-06"), (claim("a"),))]).claims
    assert told.when is None
    assert told.event_when is not None
    assert told.event_when.inferred
    assert (str(told.event_when.first), str(told.event_when.last)) == ("2031-07-31", "2031-08-06")


def test_undated_history_stays_without_a_day() -> None:
    (told,) = reconcile([Analysis(report("a", TEXTS[0], "2031-08-06"), (claim("a", background=True),))]).claims
    assert told.event_when is None


def test_what_the_ledger_disagrees_on_is_told_once() -> None:
    parties = (state("AAA"), state("BBB"))
    steps = [("x", "announced", "mou"), ("y", "signed", "deal")]
    analyses = [
        Analysis(
            report(d, TEXTS[1], "2031-08-06"),
            (
                claim(
                    d,
                    "AGREE",
                    at=d,
                    actors=parties,
                    when=on("2031-08-05"),
                    agreement=AgreementMention(kind, None, step),
                ),
            ),
        )
        for d, step, kind in steps
    ]
    record = reconcile(analyses)
    told = [k.kind for e in record.events for k in e.conflicts] + [
        k.kind for a in record.agreements for k in a.conflicts
    ]
    assert sorted(told) == ["form", "status"]


def test_every_quantity_keeps_the_document_that_it_quotes() -> None:
    sums = (Quantity("q2", 0, 1, TEXTS[0][:1], claim_id="a"), Quantity("q1", 1, 2, TEXTS[0][1:2]))
    record = reconcile([Analysis(report("a", TEXTS[0], "2031-08-06"), (claim("a"),), sums)])
    assert record.quantity_documents == (("q1", "a"), ("q2", "a"))


def calls(published: str, *keys: str) -> list[Analysis]:
    """Reports of one call, each in words of its own."""
    return [Analysis(report(k, f"{k} {TEXTS[0]}", published), (claim(k, when=on("2031-08-04")),)) for k in keys]


def test_reports_of_another_matter_leave_events_and_their_ids_as_they_were() -> None:
    (before,) = reconcile(calls("2031-08-05", "b", "c")).events
    other = replace(claim("a", "SANCTION"), actors=(state("CCC"),), recipients=(state("DDD"),))
    added = Analysis(report("a", "Cecland bars the ships of Dedland.", "2031-08-02"), (other,))
    after = reconcile([*calls("2031-08-05", "b", "c"), added]).events
    assert len(after) == 2
    assert before in after


def test_a_later_report_of_an_event_leaves_its_id() -> None:
    (before,) = reconcile(calls("2031-08-05", "b", "c")).events
    (after,) = reconcile([*calls("2031-08-05", "b", "c"), *calls("2031-08-09", "a")]).events
    assert before.id == after.id
    assert set(before.claim_ids) < set(after.claim_ids)


def test_what_a_report_tells_first_as_ruled_out_is_of_its_days_and_what_it_denies_of_none() -> None:
    tariffs = {"actors": (state("AAA"),), "recipients": (state("BBB"),)}
    told = {
        status: reconcile(
            [Analysis(report("a", TEXTS[0], "2031-08-06"), (claim("a", "SANCTION", None, status=status, **tariffs),))]
        )
        for status in ("negated", "denied")
    }
    days = {status: record.claims[0].event_when for status, record in told.items()}
    assert days["negated"] is not None
    assert days["negated"].inferred
    assert days["denied"] is None
