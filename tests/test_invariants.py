"""Invariants of shards and of people's words, over made dossiers."""

from __future__ import annotations

from itertools import combinations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from legation.events import find_choices
from legation.reconciliation import reconcile
from legation.records import Analysis, Judgement
from legation.store.codec import pack, unpack
from tests.test_reconciliation import Row, dossiers, make, together

Dossier = list[tuple[str | None, list[Row]]]


@settings(max_examples=60, deadline=None)
@given(dossiers, st.data())
def test_any_shards_in_any_order_give_one_record(dossier: Dossier, data: st.DataObject) -> None:
    analyses = make(dossier)
    homes = data.draw(st.lists(st.integers(0, 3), min_size=len(analyses), max_size=len(analyses)))
    shards = [[pack(a) for a, home in zip(analyses, homes, strict=True) if home == shard] for shard in range(4)]
    read_back = [unpack(a, Analysis) for shard in data.draw(st.permutations(shards)) for a in shard]
    assert reconcile(read_back) == reconcile(analyses)


@settings(max_examples=60, deadline=None)
@given(dossiers, st.data())
def test_no_third_claim_joins_what_a_person_told_apart(dossier: Dossier, data: st.DataObject) -> None:
    record = reconcile(make(dossier))
    pairs = [pair for e in record.events for pair in combinations(e.claim_ids, 2)]
    assume(pairs)
    left, right = data.draw(st.sampled_from(sorted(pairs)))
    parted = reconcile(make(dossier), [Judgement("p-1", left, right, "different", by="person", at="2031-10-01")])
    assert not [part for part in together(parted) if {left, right} <= part]


@settings(max_examples=60, deadline=None)
@given(dossiers, st.data())
def test_accepting_a_reading_shows_it_and_moves_no_claim(dossier: Dossier, data: st.DataObject) -> None:
    before = reconcile(make(dossier))
    choices = [(e.id, v, ids[0]) for e in before.events for v, ids in find_choices(e).get("when", [])]
    assume(choices)
    event_id, value, claim_id = data.draw(st.sampled_from(choices))
    accepted = Judgement("p-1", claim_id, f"when={value}", "accept", by="person", at="2031-10-01")
    after = reconcile(make(dossier), [accepted])
    assert together(after) == together(before)
    (event,) = (e for e in after.events if e.id == event_id)
    assert next(v for v, _ in find_choices(event)["when"]) == value
    assert [r.display for r in event.when] == [True, *[False] * (len(event.when) - 1)]
