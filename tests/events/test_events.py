from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import combinations

from legation.events import dating, fuse, infer_published
from legation.judgements import cluster, judge_pairs
from legation.origins import find_origins
from legation.origins.bodies import read_bodies
from legation.records import AgreementMention, Claim, Document, Event, Judgement, Quantity, When
from tests.judgements.builders import ANN, BO, CY, cites, claim, on, report, state, weekday


def events(claims: list[Claim], documents: list[Document], quantities: tuple[Quantity, ...] = ()) -> tuple[Event, ...]:
    judgements = judge_pairs(claims, documents, quantities=quantities)
    parts = cluster(claims, judgements)
    origins = find_origins(documents, claims, parts)
    return fuse(claims, parts, judgements, origins, documents, quantities)


def reports(*keys: str) -> list[Document]:
    return [report(k, f"Report {k} tells it.") for k in keys]


def test_an_event_has_the_id_of_its_least_claim() -> None:
    claims = [claim("b", when=on("2031-08-04")), claim("a", when=on("2031-08-04"))]
    (event,) = events(claims, [report("a", published="2031-08-06"), report("b", published="2031-08-05")])
    assert event.id == claims[0].id.replace("claim-", "event-")


def test_two_reports_of_one_statement_are_one_origin_of_one_side() -> None:
    said = cites("Foreign Office", "AAA")
    claims = [claim(k, when=on("2031-08-04"), attribution=said) for k in "ab"] + [claim("c", when=on("2031-08-04"))]
    (event,) = events(claims, reports("a", "b", "c"))
    assert (event.corroboration.origins, event.corroboration.unattributed) == (1, 1)
    assert event.corroboration.sides == ("AAA",)


def test_background_never_corroborates() -> None:
    claims = [claim("a", when=on("2031-08-04")), claim("b", when=on("2031-08-04"), background=True)]
    (event,) = events(claims, reports("a", "b"))
    assert (event.corroboration.unattributed, event.corroboration.background) == (1, 1)


def test_a_month_and_a_day_in_it_are_no_conflict() -> None:
    claims = [claim("a", when=on("2031-07-25")), claim("b", when=on("2031-07-01", "2031-07-31"))]
    (event,) = events(claims, reports("a", "b"))
    assert [c.kind for c in event.conflicts] == []
    assert [r.value.first for r in event.when if r.display] == [date(2031, 7, 25)]


def test_two_looks_back_to_neighbouring_months_are_one_event_with_a_date_conflict() -> None:
    told = {"mode": "meeting", "background": True}
    claims = [
        claim("a", when=on("2031-06-01", "2031-06-30", "In June"), **told),
        claim("b", when=on("2031-07-01", "2031-07-31", "last month"), **told),
    ]
    (event,) = events(claims, reports("a", "b"))
    assert [(c.kind, c.severity) for c in event.conflicts] == [("date", "contradiction")]


def test_a_plan_and_its_act_are_one_event_without_conflict() -> None:
    claims = [claim("a", when=on("2031-08-04"), status="planned"), claim("b", when=on("2031-08-04"))]
    (event,) = events(claims, reports("a", "b"))
    assert [r.value for r in event.status] == ["occurred", "planned"]
    assert event.conflicts == ()


def test_around_five_hundred_and_five_hundred_agree_and_seven_hundred_does_not() -> None:
    def money(key: str, value: int, approx: bool = False) -> Quantity:
        return Quantity(key, 0, 1, "x", Decimal(value), unit="USD", measure="pledge", approx=approx)

    def told(*values: Quantity) -> tuple[Event, ...]:
        claims = [claim(d, when=on("2031-08-04"), quantities=(q.id,)) for d, q in zip("ab", values, strict=True)]
        return events(claims, reports("a", "b"), values)

    (agreed,) = told(money("q1", 500), money("q2", 500, True))
    (differ,) = told(money("q1", 500), money("q2", 700))
    assert [c.kind for c in agreed.conflicts] == []
    assert [c.kind for c in differ.conflicts] == ["value"]


def test_an_office_slip_becomes_a_conflict_of_the_event() -> None:
    flagged = claim("a", flags=("office: 'then-President' holds the office on that day",))
    (event,) = events([flagged], reports("a"))
    assert [(c.kind, c.severity) for c in event.conflicts] == [("office", "contradiction")]


def test_an_ordinal_presupposes_an_event_that_no_report_tells() -> None:
    (event,) = events([claim("a", when=on("2031-08-04"), ordinal=2)], reports("a"))
    assert [(r.type, r.to) for r in event.relations] == [("presupposes", "")]


def test_twins_are_not_to_be_confused_and_follow_each_other() -> None:
    claims = [claim("a", when=on("2031-08-04")), claim("b", when=on("2031-09-13"))]
    first, second = sorted(events(claims, reports("a", "b")), key=lambda e: str(e.when[0].value.first))
    assert {r.type for r in second.relations} == {"follows", "not_same_as"}
    assert [r.to for r in second.relations] == [first.id, first.id]


def test_a_meeting_is_part_of_the_visit_around_it() -> None:
    visit = claim("a", mode="visit", actors=(ANN,), recipients=(state("BBB"),), when=on("2031-07-24", "2031-07-26"))
    meeting = claim("b", mode="meeting", when=on("2031-07-25"))
    found = {e.mode: e for e in events([visit, meeting], reports("a", "b"))}
    assert [(r.type, r.to) for r in found["meeting"].relations] == [("part_of", found["visit"].id)]


def test_an_undated_report_is_dated_by_the_neighbour_that_tells_the_same() -> None:
    words = "Ann Alpha called Bo Beta about the harbour dispute and the fishing quota on Saturday."
    documents = [report("a", words, "2031-09-14"), report("b", words + " They spoke long."), report("c", "Rain fell.")]
    claims = [claim("a", when=on("2031-09-13")), claim("b", when=weekday(6)), claim("c", "PROTEST", "demo")]
    found = infer_published(documents, claims)
    assert set(found) == {"b"}
    assert found["b"].basis == "inferred"
    assert found["b"].first == date(2031, 9, 13)


def test_an_undated_report_is_dated_by_its_own_full_date() -> None:
    found = infer_published([report("a")], [claim("a", when=on("2031-08-04"))])
    assert (found["a"].first, found["a"].basis) == (date(2031, 8, 4), "inferred")


def test_the_label_says_what_and_who() -> None:
    (event,) = events([claim("a")], reports("a"))
    assert event.label == "Phone call: Ann Alpha – Bo Beta"


def test_a_role_told_in_two_ways_is_granularity() -> None:
    mediator = replace(ANN, role="mediator")
    claims = [
        claim("a", mode="meeting", when=on("2031-08-04")),
        claim("b", mode="meeting", when=on("2031-08-04"), actors=(BO,), others=(mediator,)),
    ]
    found = [c for e in events(claims, reports("a", "b")) for c in e.conflicts]
    assert {c.severity for c in found} <= {"granularity"}


def test_an_undated_when_is_kept_as_a_reading() -> None:
    (event,) = events([claim("a", when=When(text="recently", anchor="published"))], reports("a"))
    assert [r.value.text for r in event.when] == ["recently"]


def test_a_meeting_told_right_after_a_deal_is_its_occasion() -> None:
    deal = claim("a", "SUPPORT", "sign", quote="signed", when=on("2031-09-08"), agreement=AgreementMention("mou"))
    meeting = claim("a", mode="meeting", quote="met", at="x" * 90)
    found = {e.event_type: e for e in events([deal, meeting], reports("a"))}
    assert ("same_occasion", found["SUPPORT"].id) in [(r.type, r.to) for r in found["CONSULT"].relations]


def test_the_only_recent_meeting_is_part_of_a_recent_visit() -> None:
    visit = claim("a", mode="visit", actors=(ANN,), recipients=(state("BBB"),), when=When(text="recent"))
    meeting = claim("b", mode="meeting", when=on("2031-07-25"))
    told = [report("a", published="2031-08-05"), report("b", published="2031-08-05")]
    found = {e.mode: e for e in events([visit, meeting], told)}
    assert [(r.type, r.to) for r in found["meeting"].relations] == [("part_of", found["visit"].id)]


def test_brokering_and_a_role_in_it_are_two_accounts_of_one_mediator() -> None:
    told = {"a": "brokered", "b": "role"}
    claims = [
        claim(d, mode="third-party", quote=q, when=on("2031-05-01", "2031-05-31"), actors=(CY,), recipients=(ANN, BO))
        for d, q in told.items()
    ]
    (event,) = events(claims, reports("a", "b"))
    assert [(c.kind, c.severity) for c in event.conflicts] == [("role", "granularity")]


def test_one_praise_told_of_the_call_and_of_an_old_meeting_is_a_conflict_of_scope() -> None:
    told = {"mode": "praise", "topics": ("trade",), "actors": (ANN,), "recipients": (state("BBB"),)}
    claims = [
        claim("a", "CONSULT", mode="phone", when=on("2031-08-04")),
        claim("a", "SUPPORT", at="-" * 90, when=on("2031-08-04"), **told),
        claim("b", "CONSULT", mode="meeting", when=on("2031-07-01", "2031-07-31")),
        claim("b", "SUPPORT", at="-" * 90, **told),
    ]
    documents = [report("a", published="2031-08-05"), report("b", published="2031-08-20")]
    found = [c for e in events(claims, documents) for c in e.conflicts]
    assert [(c.field, c.kind, c.severity, len(c.readings)) for c in found] == [("occasion", "scope", "tension", 2)]


def test_two_reports_are_as_like_whichever_is_asked_first() -> None:
    words = [f"word{n * n % 397}" for n in range(200)]
    told = [report(str(n), " ".join(words[n : 60 + 9 * n : 1 + n % 3])) for n in range(9)]
    likeness = dating._Likeness(read_bodies(told))
    for one, two in combinations([r.id for r in told], 2):
        assert likeness.of(one, [two]) == likeness.of(two, [one])


def test_what_one_pair_of_claims_keeps_apart_is_nowhere_perhaps_the_same() -> None:
    claims = [claim(k, when=on("2031-08-04")) for k in "ab"] + [claim(k, when=on("2031-08-05")) for k in "cd"]
    pairs = [("a", "b", "same"), ("c", "d", "same"), ("a", "c", "different"), ("b", "d", "unsure")]
    ids = dict(zip("abcd", (c.id for c in claims), strict=True))
    judged = tuple(Judgement(x + y, ids[x], ids[y], verdict, 0.9) for x, y, verdict in pairs)
    documents = reports(*"abcd")
    parts = cluster(claims, judged)
    first, second = fuse(claims, parts, judged, find_origins(documents, claims, parts), documents, ())
    assert "perhaps_same" not in {r.type for e in (first, second) for r in e.relations}
    assert "not_same_as" in {r.type for r in first.relations}
