from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from legation.agreements import find_gaps, make_agreements, make_commitments, make_figures
from legation.records import (
    AgreementMention,
    Claim,
    Corroboration,
    Document,
    Event,
    Evidence,
    Party,
    Quantity,
    Reading,
    Record,
    When,
)

NORWAY = Party("Norway", actor_id="NOR", state="NOR")
SWEDEN = Party("Sweden", actor_id="SWE", state="SWE")
ACME = Party("Acme Mining", actor_id="SWE:acme", state="SWE", sector="BUS")
BERG = Party("Berg Logistics", actor_id="SWE:berg", state="SWE", sector="BUS")
ANN = Party("Ann Berg", actor_id="Q1", person=True, state="NOR")
BO = Party("Bo Ek", actor_id="Q2", person=True, state="SWE")


def day(d: int, month: int = 5) -> When:
    return When(first=date(2024, month, d), last=date(2024, month, d))


def told(
    name: str,
    document: str,
    *sides: Party,
    kind: str = "agreement",
    status: str | None = "signed",
    subjects: tuple[str, ...] = ("trade",),
    when: When | None = None,
    words: str = "signed an agreement",
    title: str = "agreement",
    claim_status: str = "occurred",
) -> Claim:
    return Claim(
        id=name,
        document_id=document,
        event_type="SUPPORT",
        status=claim_status,  # type: ignore[arg-type]
        actors=sides,
        when=when,
        agreement=AgreementMention(kind, title, status, subjects),
        evidence=(Evidence("event", 10, 10 + len(words), words),),
    )


def money(claim: str, value: int, *, approx: bool = False) -> Quantity:
    return Quantity(f"q-{claim}", 0, 4, "$500", Decimal(value), unit="USD", approx=approx, claim_id=claim)


def kinds(claims: list[Claim], *amounts: Quantity) -> list[set[str]]:
    return [{c.kind for c in a.conflicts} for a in make_agreements((), claims, amounts)]


def test_reports_of_one_agreement_make_one_entry() -> None:
    claims = [told("a", "1", NORWAY, SWEDEN), told("b", "2", NORWAY, SWEDEN, status="announced")]
    (entry,) = make_agreements((), claims, ())
    assert {s.status for s in entry.status} == {"signed", "announced"}
    assert [p.name for p in entry.parties] == ["Norway", "Sweden"]


def test_two_memoranda_signed_on_one_day_stay_two() -> None:
    claims = [
        told("a", "1", NORWAY, ACME, kind="mou", when=day(4)),
        told("b", "1", NORWAY, BERG, kind="mou", when=day(4)),
    ]
    assert len(make_agreements((), claims, ())) == 2


def test_two_agreements_signed_on_other_days_stay_two() -> None:
    claims = [told("a", "1", NORWAY, SWEDEN, when=day(4)), told("b", "2", NORWAY, SWEDEN, when=day(20))]
    assert len(make_agreements((), claims, ())) == 2


def test_agreements_on_other_subjects_stay_two() -> None:
    claims = [told("a", "1", NORWAY, SWEDEN), told("b", "2", NORWAY, SWEDEN, subjects=("cyber",))]
    assert len(make_agreements((), claims, ())) == 2


def test_a_ceasefire_is_no_trade_agreement() -> None:
    truce = told("b", "2", NORWAY, SWEDEN, kind="ceasefire", status=None, subjects=("ceasefire_peace",))
    claims = [told("a", "1", NORWAY, SWEDEN), truce]
    assert len(make_agreements((), claims, ())) == 2


def test_a_company_signs_and_its_state_is_the_party() -> None:
    (entry,) = make_agreements((), [told("a", "1", NORWAY, ACME, kind="mou")], ())
    assert [p.name for p in entry.signatories] == ["Norway", "Acme Mining"]
    assert {p.state for p in entry.parties} == {"NOR", "SWE"}


def test_a_sum_told_of_several_agreements_is_kept_once_with_a_conflict() -> None:
    claims = [
        told("a", "1", NORWAY, ACME, kind="mou"),
        told("b", "2", NORWAY, SWEDEN, title="investment agreements"),
    ]
    (entry,) = make_agreements((), claims, [money("a", 500), money("b", 500, approx=True)])
    assert len(entry.amounts) == 1
    assert "attachment" in {c.kind for c in entry.conflicts}


def test_steps_on_following_days_are_no_conflict() -> None:
    claims = [
        told("a", "1", NORWAY, SWEDEN, status="announced", when=day(4)),
        told("b", "2", NORWAY, SWEDEN, status="signed", when=day(9)),
        told("c", "3", NORWAY, SWEDEN, status="ratified", when=day(1, 6)),
    ]
    (entry,) = make_agreements((), claims, ())
    assert [s.status for s in entry.status] == ["announced", "signed", "ratified"]
    assert "status" not in {c.kind for c in entry.conflicts}


def test_undated_steps_that_differ_are_a_conflict() -> None:
    claims = [told("a", "1", NORWAY, SWEDEN, status="signed"), told("b", "2", NORWAY, SWEDEN, status="announced")]
    assert kinds(claims) == [{"status"}]


def test_a_denial_beside_a_signing_is_a_contradiction() -> None:
    claims = [told("a", "1", NORWAY, SWEDEN), told("b", "2", NORWAY, SWEDEN, status=None, claim_status="denied")]
    (entry,) = make_agreements((), claims, ())
    assert [c.severity for c in entry.conflicts if c.kind == "status"] == ["contradiction"]


@pytest.mark.parametrize(
    ("words", "kind", "binding"),
    [
        ("signed a memorandum", "mou", "unknown"),
        ("signed a non-binding memorandum", "mou", "no"),
        ("signed a legally binding accord", "agreement", "yes"),
    ],
)
def test_binding_force_is_unknown_unless_stated(words: str, kind: str, binding: str) -> None:
    (entry,) = make_agreements((), [told("a", "1", NORWAY, SWEDEN, kind=kind, words=words)], ())
    assert entry.binding == binding


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("initialled the accord", "initialled"),
        ("suspended the treaty", "suspended"),
        ("violated the truce", "breached"),
        ("scrapped; the pact was terminated", "terminated"),
    ],
)
def test_words_tell_the_step(words: str, status: str) -> None:
    (entry,) = make_agreements((), [told("a", "1", NORWAY, SWEDEN, words=words)], ())
    assert [s.status for s in entry.status] == [status]


def test_wishes_and_such_deals_are_no_entries() -> None:
    claims = [
        told("a", "1", NORWAY, SWEDEN, claim_status="hypothetical"),
        told("b", "1", NORWAY, SWEDEN, title="such deals"),
        told("c", "1", NORWAY),
    ]
    assert make_agreements((), claims, ()) == ()


def test_headings_and_unnamed_plurals_are_no_entries() -> None:
    claims = [
        told("a", "1", NORWAY, SWEDEN, title="MEMORANDUM", kind="mou"),
        told("b", "1", NORWAY, SWEDEN, title="trade deals", status=None),
    ]
    assert make_agreements((), claims, ()) == ()


def test_a_proper_name_joins_what_no_subject_does() -> None:
    claims = [
        told("a", "1", NORWAY, SWEDEN, kind="treaty", title="North Border Treaty", subjects=(), status=None),
        told("b", "2", NORWAY, SWEDEN, kind="treaty", title="North Border Treaty", subjects=(), status="ratified"),
    ]
    (entry,) = make_agreements((), claims, ())
    assert entry.binding == "yes"


def test_the_order_of_claims_never_matters() -> None:
    claims = [
        told("a", "1", NORWAY, ACME, kind="mou"),
        told("b", "2", NORWAY, SWEDEN),
        told("c", "3", NORWAY, BERG, kind="mou"),
        told("d", "4", SWEDEN, NORWAY, status="announced"),
    ]
    assert make_agreements((), claims, ()) == make_agreements((), claims[::-1], ())


TEXT = "Ann Berg phoned Bo Ek, agreeing to keep in contact, he said."


def contact(name: str, when: When, sides: tuple[str, ...] = ()) -> Event:
    actors = tuple(Reading(p, (name,)) for p in (ANN, BO))
    return Event(
        id=f"event-{name}",
        event_type="CONSULT",
        mode="phone",
        when=(Reading(when, (name,)),),
        status=(Reading("occurred", (name,)),),
        actors=actors,
        claim_ids=(name,),
        corroboration=Corroboration(sides=sides),
    )


def call_and_promise() -> tuple[Claim, Claim]:
    call = Claim("call", "1", "CONSULT", "phone", actors=(ANN, BO), evidence=(Evidence.of(TEXT, 9, 15, "event"),))
    at = TEXT.index("agreeing")
    promise = Claim("promise", "1", "AGREE", actors=(ANN, BO), evidence=(Evidence.of(TEXT, at, at + 8, "event"),))
    return call, promise


def test_a_promise_of_contact_is_made_in_the_call_and_later_contacts_follow() -> None:
    events = (contact("call", day(4)), contact("later", day(20)), contact("before", day(1)))
    (made,) = make_commitments(events, call_and_promise(), (Document("1", "1", TEXT),))
    assert (made.text, made.made_in, made.status) == ("keep in contact", "event-call", "open")
    assert made.follow_ups == ("event-later",)
    assert all(e.check(TEXT) for e in made.evidence)


def test_a_promise_not_to_act_keeps_its_not() -> None:
    text = "Ann Berg told reporters that she agreed not to raise duties on goods from the U.S. and Canada. Talks go on."
    at = text.index("agreed")
    claim = Claim("p", "1", "AGREE", actors=(ANN,), evidence=(Evidence.of(text, at, at + 6, "event"),))
    (made,) = make_commitments((), [claim], (Document("1", "1", text),))
    assert made.text == "not to raise duties on goods from the U.S. and Canada"


def test_a_truce_on_tariffs_is_no_ceasefire() -> None:
    truce = told("a", "1", NORWAY, SWEDEN, kind="ceasefire", status=None, subjects=("tariffs", "trade"))
    assert [a.kind for a in make_agreements((), [truce], ())] == ["agreement"]


def test_gaps_name_the_silent_side_and_the_unknown_caller() -> None:
    gaps = find_gaps(Record(events=(contact("call", day(4), ("NOR",)),)))
    assert {g.kind for g in gaps} == {"other_side", "initiator"}
    assert "SWE" in gaps[0].missing


def test_gaps_ask_for_text_and_force_of_a_memorandum_that_matters() -> None:
    claims = [told("a", "1", NORWAY, ACME, kind="mou")]
    (passing,), (weighty,) = make_agreements((), claims, ()), make_agreements((), claims, [money("a", 500)])
    assert {g.kind for g in find_gaps(Record(agreements=(weighty,)))} == {"text", "binding"}
    assert not find_gaps(Record(agreements=(passing,)))


def test_the_gap_to_ask_about_first_comes_first() -> None:
    gaps = find_gaps(Record(events=(contact("call", day(4), ("NOR",)),)))
    assert [g.kind for g in gaps] == ["other_side", "initiator"]
    assert gaps[0].weight > gaps[1].weight


def test_agreements_on_other_matters_stay_two_without_topics() -> None:
    def on(name: str, *matter: str) -> Claim:
        claim = told(name, name, NORWAY, SWEDEN, subjects=())
        return replace(claim, agreement=AgreementMention("mou", "memorandum", "signed", (), matter))

    entries = make_agreements((), [on("a", "water"), on("b", "tourism"), on("c", "water", "supply")], ())
    assert sorted(len(e.claim_ids) for e in entries) == [1, 2]


def test_a_figure_of_two_periods_is_two_and_no_conflict() -> None:
    def trade(i: str, value: str, year: str) -> Quantity:
        return Quantity(i, 0, 4, value, Decimal(value), unit="USD", measure="trade_goods", period=year,
                        actors=(NORWAY, SWEDEN))  # fmt: skip

    record = Record(quantities=(trade("a", "7.3", "2024"), trade("b", "6.9", "2023"), trade("c", "7.26", "2024")))
    figures = make_figures(record)
    assert sorted(len(f.amounts) for f in figures) == [1, 2]
    assert not any(f.conflicts for f in figures)


def test_readings_of_an_agreement_name_the_origins_behind_them() -> None:
    claims = [told("a", "1", NORWAY, SWEDEN), told("b", "2", NORWAY, SWEDEN, status="announced")]
    origins = {"a": "o1", "b": "o2"}
    (entry,) = make_agreements((), claims, [money("a", 500), money("b", 500)], origins=origins)
    assert [r.origin_ids for r in entry.amounts] == [("o1", "o2")]
    assert {r.value: r.origin_ids for c in entry.conflicts if c.kind == "status" for r in c.readings} == {
        "announced": ("o2",),
        "signed": ("o1",),
    }


def test_the_rate_of_a_tariff_deal_is_one_of_its_amounts() -> None:
    claims = [told(i, i, NORWAY, SWEDEN, subjects=("tariffs",)) for i in ("a", "b")]
    rates = [Quantity(i, 0, 2, "12%", Decimal(12), unit="percent", measure="tariff_rate", claim_id=i) for i in "ab"]
    growth = Quantity("g", 0, 2, "4%", Decimal(4), unit="percent", claim_id="a")
    (entry,) = make_agreements((), claims, [*rates, growth])
    assert [(r.value, r.claim_ids) for r in entry.amounts] == [("a", ("a", "b"))]


def with_mention(claim: Claim, **fields: object) -> Claim:
    assert claim.agreement is not None
    return replace(claim, agreement=replace(claim.agreement, **fields))  # type: ignore[arg-type]


def test_a_bare_mention_tells_no_step() -> None:
    (entry,) = make_agreements((), [told("a", "1", NORWAY, SWEDEN, status=None, words="agreement")], ())
    assert entry.status == ()


def test_who_mediates_is_no_party_where_the_words_name_the_sides() -> None:
    mediated = with_mention(told("a", "1", Party("Qatar", actor_id="QAT", state="QAT")), between=("NOR", "SWE"))
    (entry,) = make_agreements((), [mediated], ())
    assert {p.state for p in entry.parties} == {"NOR", "SWE"}


def test_a_union_of_states_is_a_party_by_its_name() -> None:
    alliance = Party("NATO", actor_id="NATO", state="IGO")
    (entry,) = make_agreements((), [told("a", "1", NORWAY, alliance)], ())
    assert [p.name for p in entry.parties] == ["Norway", "NATO"]


def test_news_and_history_of_one_report_stay_two() -> None:
    news = with_mention(told("a", "1", NORWAY, SWEDEN, status="agreed_in_principle"), matter=("trade",))
    history = with_mention(told("b", "1", NORWAY, SWEDEN), matter=("investment", "customs"))
    assert len(make_agreements((), [news, replace(history, background=True)], ())) == 2


def test_a_lone_body_stands_beside_the_state_it_deals_with() -> None:
    (entry,) = make_agreements((), [told("a", "1", NORWAY, ACME, status="announced")], ())
    assert {p.name for p in entry.signatories} == {"Norway", "Acme Mining"}


def test_a_memorandum_is_no_trade_deal_for_its_subject_alone() -> None:
    claims = [told("a", "1", NORWAY, SWEDEN, kind="mou"), told("b", "1", NORWAY, SWEDEN, kind="deal")]
    assert len(make_agreements((), claims, ())) == 2
