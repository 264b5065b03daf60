from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from legation.judgements import cluster, judge_pairs
from legation.records import Claim, Judgement
from tests.judgements.builders import claim, on, report, weekday


def clusters(claims: list[Claim], extra: tuple[Judgement, ...] = ()) -> set[frozenset[str]]:
    documents = [report(c.document_id) for c in claims]
    return {frozenset(part) for part in cluster(claims, judge_pairs(claims, documents, extra))}


def three_calls() -> list[Claim]:
    first = claim("a", when=on("2031-08-04"), ordinal=2)
    return [first, claim("b", when=on("2031-08-04")), claim("c", when=weekday(6)), claim("d", when=on("2031-09-13"))]


def test_three_calls_are_never_merged_in_any_order() -> None:
    found = {frozenset(clusters(list(order))) for order in permutations(three_calls())}
    assert len(found) == 1
    (parts,) = found
    ids = [c.id for c in three_calls()]
    assert frozenset(ids[:2]) in parts
    assert not any(ids[0] in part and ids[2] in part for part in parts)


def test_an_undated_claim_joins_the_only_anchor() -> None:
    claims = [claim("a", when=on("2031-08-04")), claim("b", when=on("2031-08-04")), claim("c", ordinal=2)]
    claims[0] = replace(claims[0], ordinal=2)
    assert len(clusters(claims)) == 1


def test_an_undated_claim_between_two_anchors_stays_open() -> None:
    claims = [claim("a", when=on("2031-08-04")), claim("b", when=on("2031-09-13")), claim("c")]
    assert len(clusters(claims)) == 3


def test_a_third_claim_never_joins_what_is_different() -> None:
    month = on("2031-08-01", "2031-08-31")
    claims = [claim("a", when=on("2031-08-04")), claim("b", when=on("2031-08-09")), claim("c", when=month)]
    parts = clusters(claims)
    assert not any({claims[0].id, claims[1].id} <= part for part in parts)


def test_two_tellings_of_one_report_do_not_part_the_event_among_other_reports() -> None:
    first = claim("a", "REJECT", "meet", "called off", when=on("2031-05-24"))
    moved = tuple(replace(e, start=e.start + 900, end=e.end + 900) for e in first.evidence)
    again = replace(first, id="claim-again", evidence=moved)
    others = [replace(first, id=f"claim-{d}", document_id=d) for d in "bc"]
    assert len(clusters([first, again, *others])) == 1


def test_a_person_joins_what_the_rules_keep_apart_and_parts_what_they_join() -> None:
    claims = [claim("a", when=on("2031-08-04")), claim("b", when=on("2031-08-05"))]
    together = Judgement("j1", claims[0].id, claims[1].id, "same", by="desk")
    assert len(clusters(claims)) == 2
    assert len(clusters(claims, (together,))) == 1
    same = [claim("a", when=on("2031-08-04")), claim("b", when=on("2031-08-04"))]
    apart = Judgement("j2", same[0].id, same[1].id, "different", by="desk")
    assert len(clusters(same, (apart,))) == 2


def test_a_person_different_beats_two_person_sames() -> None:
    claims = [claim(x, when=on("2031-08-04")) for x in "abc"]
    a, b, c = (x.id for x in claims)
    said = (Judgement("1", a, b, "same", by="desk"), Judgement("2", b, c, "same", by="desk"),
            Judgement("3", a, c, "different", by="desk"))  # fmt: skip
    assert not any({a, c} <= part for part in clusters(claims, said))


def test_a_claim_that_a_person_took_from_an_event_needs_more_to_join_the_next() -> None:
    claims = [claim("a", when=on("2031-08-04")), claim("b", when=on("2031-08-09")), claim("c")]
    weak = [Judgement(f"j{i}", claims[2].id, claims[i].id, "same", score=0.66 + 0.2 * (i == 0)) for i in (0, 1)]
    apart = Judgement("p", claims[2].id, claims[0].id, "different", by="desk")
    ids = frozenset(c.id for c in claims)
    assert {frozenset(p) for p in cluster(claims, weak)} == {ids - {claims[1].id}, frozenset({claims[1].id})}
    assert len(cluster(claims, (*weak[1:], apart))) == 3


def test_a_plan_without_a_day_is_not_the_meeting_of_another_season() -> None:
    plan = claim("a", mode="meeting", quote="see each other again", status="planned")
    documents = [report("a", published="2031-06-01"), report("b", published="2031-07-20")]
    late = claim("b", mode="meeting", when=on("2031-07-20"))
    assert len(cluster([plan, late], judge_pairs([plan, late], documents))) == 2


def test_what_a_readout_tells_without_a_day_is_no_meeting_of_months_ago() -> None:
    talk, old = claim("a", mode=None, quote="discussed", at="x" * 700), claim("b", when=on("2031-03-05"))
    long = replace(report("a", "word " * 800, "2031-07-20"), title="Readout of a call")
    assert len(cluster([talk, old], judge_pairs([talk, old], [long, report("b", published="2031-03-05")]))) == 2
