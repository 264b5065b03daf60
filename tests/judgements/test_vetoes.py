from __future__ import annotations

from dataclasses import replace
from datetime import date

from legation.judgements import find_veto, judge_pairs, make_facts
from legation.judgements.pairs import keep_judgements
from legation.records import Claim, Document, Judgement, Place, When
from tests.judgements.builders import ANN, BO, CY, body, claim, on, person, report, state, weekday


def veto(a: Claim, b: Claim, *documents: Document) -> str | None:
    facts = make_facts([a, b], documents)
    return find_veto(facts[a.id], facts[b.id])


def test_two_calls_of_other_days_stay_two_events() -> None:
    assert "days" in str(veto(claim("a", when=on("2031-08-04")), claim("b", when=on("2031-09-13"))))


def test_a_weekday_that_does_not_fit_the_day_is_a_veto() -> None:
    found = veto(claim("a", when=on("2031-08-04")), claim("b", when=weekday(6)))
    assert found is not None
    assert "Monday" in found
    assert "Saturday" in found


def test_a_call_is_no_meeting_even_on_one_day() -> None:
    assert veto(claim("a", when=on("2031-08-04")), claim("b", mode="meeting", when=on("2031-08-04")))


def test_the_second_call_is_not_the_first() -> None:
    assert "number 2" in str(veto(claim("a", ordinal=2), claim("b", ordinal=1)))


def test_other_people_of_one_side_are_a_veto() -> None:
    other = claim("b", actors=(person("Di Delta", "AAA"), BO))
    assert "AAA" in str(veto(claim("a"), other))


def test_a_counterpart_of_another_state_is_a_veto() -> None:
    assert "counterparts" in str(veto(claim("a"), claim("b", actors=(ANN, CY))))


def test_a_visit_is_not_the_meeting_within_it() -> None:
    visit = claim("a", mode="visit", actors=(ANN,), recipients=(state("BBB"),), when=on("2031-07-25"))
    meeting = claim("b", mode="meeting", when=on("2031-07-25"))
    assert "visit" in str(veto(visit, meeting))


def test_duties_of_one_on_the_other_are_not_the_reply() -> None:
    first = claim("a", "SANCTION", None, actors=(state("AAA"),), recipients=(state("BBB"),))
    reply = claim("b", "SANCTION", None, actors=(state("BBB"),), recipients=(state("AAA"),))
    assert "direction" in str(veto(first, reply))


def test_two_memoranda_of_one_day_stay_two_by_their_signatories() -> None:
    one = claim("a", "SUPPORT", "sign", actors=(body("Alpha Works", "AAA"), body("Beta Metals", "BBB")))
    two = claim("b", "SUPPORT", "sign", actors=(body("Alpha Freight", "AAA"), body("Beta Roads", "BBB")))
    assert "signatories" in str(veto(one, two))


def test_what_is_told_as_past_is_not_what_comes_after() -> None:
    told = claim("a", status="occurred")
    later = claim("b", when=on("2031-09-13"))
    assert "told as past" in str(veto(told, later, report("a", published="2031-08-05"), report("b")))


def test_meetings_in_two_countries_are_two() -> None:
    one = claim("a", mode="meeting", place=Place("Alphaville", country="AAA"))
    assert "countries" in str(veto(one, claim("b", mode="meeting", place=Place("Betaburg", country="BBB"))))


def test_two_claims_of_one_report_are_two_events() -> None:
    assert veto(claim("a"), claim("a", quote="rang up"))


def test_a_report_may_tell_one_act_twice_but_not_a_plan_and_its_act_or_two_days() -> None:
    first = claim("a", "REJECT", "meet", "called off", when=on("2031-05-24"))
    again = replace(first, id="claim-again", mode=None, when=on("2031-05-21", "2031-05-27"))
    later = replace(again, evidence=tuple(replace(e, start=e.start + 900, end=e.end + 900) for e in first.evidence))
    assert veto(first, again)  # told beside each other
    assert veto(first, later) is None
    assert veto(first, replace(later, status="planned"))
    assert veto(first, replace(later, when=on("2031-05-30")))


def test_a_report_may_tell_a_meeting_of_this_week_as_planned_and_as_held() -> None:
    planned = claim("a", mode="meeting", when=on("2031-05-24"), status="planned")
    held = replace(planned, id="claim-held", when=on("2031-05-19", "2031-05-25"), status="occurred")
    later = replace(held, evidence=tuple(replace(e, start=e.start + 900, end=e.end + 900) for e in held.evidence))
    assert veto(planned, later) is None
    assert veto(planned, replace(later, when=on("2031-05-26", "2031-05-31")))
    assert veto(planned, replace(later, actors=(ANN,)))


def test_every_veto_reads_the_same_from_both_sides() -> None:
    pairs = [
        (claim("a", when=on("2031-08-04")), claim("b", when=weekday(6))),
        (claim("a"), claim("b", actors=(ANN, CY))),
    ]
    assert all((veto(x, y) is None) == (veto(y, x) is None) for x, y in pairs)


def test_one_call_told_by_two_reports_is_the_same_with_reasons() -> None:
    claims = [claim("a", when=on("2031-08-04")), claim("b", when=on("2031-08-04"))]
    (judgement,) = judge_pairs(claims, [report("a"), report("b")])
    assert judgement.verdict == "same"
    assert any("same day" in reason for reason in judgement.reasons)


def test_states_that_met_and_leaders_that_met_are_not_surely_one() -> None:
    claims = [claim("a", mode=None), claim("b", mode=None, actors=(state("AAA"), state("BBB")))]
    assert all(j.verdict != "same" for j in judge_pairs(claims, [report("a"), report("b")]))


def test_a_person_judgement_replaces_the_rule() -> None:
    claims = [claim("a", when=on("2031-08-04")), claim("b", when=on("2031-08-04"))]
    (rule,) = judge_pairs(claims, [])
    mine = replace(rule, verdict="different", by="desk")
    assert judge_pairs(claims, [], (mine,)) == (mine,)


def test_a_person_judgement_finds_claims_that_moved_by_their_words() -> None:
    one, two = claim("a", quote="held a phone call"), claim("b", quote="rang his counterpart")
    kept = Judgement("j", "claim-gone", "claim-lost", "different", by="Ann", left_quote="phone call",
                     right_quote="rang his counterpart")  # fmt: skip
    (moved,) = keep_judgements([kept], [one, two])
    assert (moved.left, moved.right) == (one.id, two.id)


def readout(key: str, published: str) -> Document:
    return replace(report(key, published=published), outlet="The Alpha House", title="Readout of a call")


def test_two_readouts_of_one_site_on_other_days_are_two_calls() -> None:
    dated, bare = claim("a", when=on("2031-03-05")), claim("b")
    found = veto(dated, bare, readout("a", "2031-03-05"), readout("b", "2031-03-11"))
    assert "each as its news" in str(found)


def test_a_later_readout_may_look_back_to_the_same_call() -> None:
    bare, dated = claim("a"), claim("b", when=on("2031-03-05", text="yesterday"))
    assert veto(bare, dated, readout("a", "2031-03-05"), readout("b", "2031-03-06")) is None


def test_two_outlets_may_tell_one_call_on_other_days() -> None:
    documents = readout("a", "2031-03-05"), replace(readout("b", "2031-03-06"), outlet="The Beta House")
    assert veto(claim("a", when=on("2031-03-05")), claim("b"), *documents) is None


def test_readouts_of_a_pair_and_of_a_round_on_one_day_are_two_meetings() -> None:
    pair, round_table = claim("a", mode="meeting"), claim("b", mode="meeting", actors=(ANN, BO, CY))
    documents = readout("a", "2031-03-05"), readout("b", "2031-03-05")
    assert "two readouts" in str(veto(pair, round_table, *documents))


def test_the_friday_of_an_announcement_is_not_the_day_of_the_meeting() -> None:
    said = When(date(2031, 6, 6), date(2031, 6, 6), precision="day", text="Friday", anchor="published")
    plan = claim("a", mode="meeting", status="planned", when=said)
    assert veto(plan, claim("b", mode="meeting", when=on("2031-06-12")), report("a", published="2031-06-07")) is None


def test_a_readout_titled_call_is_no_meeting_even_if_it_only_says_spoke() -> None:
    spoke, met = claim("a", mode=None, quote="spoke"), claim("b", mode="meeting", when=on("2031-03-05"))
    documents = readout("a", "2031-03-05"), report("b", published="2031-03-05")
    assert "forms" in str(veto(spoke, met, *documents))


def test_readouts_of_two_days_with_the_same_participants_are_two_calls() -> None:
    made = [claim(d, quote="Participants in the call were", at="x" * 700) for d in "ab"]
    days = ["2031-02-11", "2031-02-18"]
    titled = [
        replace(report(k, published=d), title="Readout of a Call", outlet="Office")
        for k, d in zip("ab", days, strict=True)
    ]
    assert "two readouts" in str(veto(made[0], made[1], *titled))
    one_day = [titled[0], replace(titled[1], published=titled[0].published)]
    assert veto(made[0], made[1], *one_day) is None


def test_words_told_days_apart_are_unsure_and_of_one_day_the_same() -> None:
    made = [claim(d, "ACCUSE", "condemn", actors=(ANN,), recipients=(state("CCC"),), topics=("trade",)) for d in "ab"]
    made[0] = replace(made[0], when=on("2031-02-21"))

    def judged(second: str) -> list[str]:
        documents = [report("a", published="2031-02-21"), report("b", published=second)]
        return [j.verdict for j in judge_pairs(made, documents)]

    assert judged("2031-02-26") == ["unsure"]
    assert judged("2031-02-21") == ["same"]
