"""One check a row of SEEDS.md: a function of the exported record that says whether the row holds and what it rests on.

Taking out what a verdict rests on must break its row; a test shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from eval.seeds.exported import Row, Seeds

HALF_BILLION = 500_000_000


@dataclass
class Verdict:
    """Whether a row holds, why, and the ids of the exported rows that carry it."""

    ok: bool
    note: str
    rests_on: set[str] = field(default_factory=set)


def verdict(rests_on: Iterable[Row], **facts: object) -> Verdict:
    """Holds when every fact is truthy; the note names those that are not."""
    missing = [name.replace("_", " ") for name, holds in facts.items() if not holds]
    note = "all facts found" if not missing else "missing: " + "; ".join(missing)
    return Verdict(not missing, note, {r["id"] for r in rests_on if r.get("id")})


def check_calls(seeds: Seeds) -> Verdict:
    """Row 1: the calls stay apart, each holds its own reports, with the reason."""
    august = [c for n in ("001", "002") for c in seeds.claims("E02", n)[:1]]
    saturday = [c for n in ("000", "003", "004") for c in seeds.claims("E03", n)[:1]]
    first, second = event_ids(august), event_ids(saturday)
    when = (seeds.event(next(iter(second), None)).get("when") or [{}])[0].get("value") or {}
    return verdict(
        august + saturday,
        august_call_in_001_and_002=len(august) == 2,
        saturday_call_in_000_003_004=len(saturday) == 3,
        one_event_each=len(first) == 1 and len(second) == 1,
        never_merged=not first & second,
        no_other_report_in_them=told_by(seeds, first) == 2 and told_by(seeds, second) == 3,
        the_reason_is_given=parted_with_reason(seeds, first, second),
        the_first_call_is_presupposed=presupposed(seeds, first),
        the_day=is_13_september(when) if seeds.dated else is_a_saturday(when),
    )


def is_13_september(when: Row) -> bool:
    return bool(when.get("first") == when.get("last") == "2025-09-13")


def is_a_saturday(when: Row) -> bool:
    bound = when.get("not_before") or when.get("first") or ""
    return when.get("weekday") == 6 and bound >= "2025-08-01" and when.get("first") != "2025-09-13"


def parted_with_reason(seeds: Seeds, left: set[str], right: set[str]) -> bool:
    """A `different` judgement or a not_same_as relation between the two events, with words."""
    relations = [
        r
        for e in seeds.rows["events"]
        if e["id"] in left | right
        for r in e["relations"]
        if r["type"] == "not_same_as" and r["to"] in left | right and r["reason"]
    ]
    return bool(relations)


def presupposed(seeds: Seeds, events: set[str]) -> bool:
    """The call that "second" presupposes: its own event or a relation."""
    own = event_ids(seeds.claims("E01"))
    relations = [r for e in events for r in seeds.event(e).get("relations", []) if r["type"] == "presupposes"]
    return bool(own - events) or bool(relations)


def check_meeting_in_visit(seeds: Seeds) -> Verdict:
    """Row 2: the meeting of 25 July, told in two reports, within the visit of a third."""
    told = [c for n in ("002", "003") for c in seeds.claims("E04", n)[:1]]
    visit = seeds.claims("E05")
    meeting, stay = event_ids(told), event_ids(visit)
    linked = [
        r
        for e in seeds.rows["events"]
        if e["id"] in meeting | stay
        for r in e["relations"]
        if r["type"] == "part_of" and r["to"] in meeting | stay
    ]
    days = [r["value"] for e in meeting for r in seeds.event(e).get("when", [])]
    return verdict(
        told + visit,
        meeting_in_002_and_003=len(told) == 2,
        one_meeting=len(meeting) == 1,
        the_visit_in_001=visit,
        visit_and_meeting_not_merged=not meeting & stay,
        relation_part_of=linked,
        the_day=any(w.get("first") == "2025-07-25" for w in days),
    )


def check_tariff_agreement(seeds: Seeds) -> Verdict:
    """Row 3: a ledger entry with 19 per cent and more than one status."""
    claims = seeds.claims("E08")
    entries = ledger_of(seeds, claims)
    rates = [
        q
        for q in seeds.rows["quantities"]
        if q.get("unit") == "percent" and q.get("value") == 19 and q.get("measure") == "tariff_rate"
    ]
    statuses = {s["status"] for a in entries for s in a["status"]}
    days = [r["value"] for i in event_ids(claims) for r in seeds.event(i).get("when", [])]
    in_time = any((w.get("last") or w.get("not_after") or "9999") <= "2025-08-05" for w in days)
    priced = {q for a in entries for r in a["amounts"] for q in as_list(r["value"])}
    return verdict(
        [*entries, *rates],
        ledger_entry=entries,
        between_the_two_states=any({"PAK", "USA"} <= states(a["parties"]) for a in entries),
        tariff_of_19_percent=len({q["claim_id"] for q in rates}) >= 2,
        the_rate_is_on_the_ledger=priced & {q["id"] for q in rates},
        status_disputed=len(statuses) >= 2,
        told_in_three_reports=len({c["document_id"] for c in claims}) >= 3,
        the_days=in_time or not seeds.dated,
    )


def check_half_billion(seeds: Seeds) -> Verdict:
    """Row 4: one pledge of 500 million, around in one report, attached here to one and there to two agreements."""
    amounts = [q for q in seeds.rows["quantities"] if q.get("unit") == "USD" and q.get("value") == HALF_BILLION]
    documents = {c["document_id"] for c in seeds.rows["claims"] if c["id"] in {q["claim_id"] for q in amounts}}
    attachment = conflicts_of(seeds, seeds.claims("E11"), "attachment")
    summed = [q for q in seeds.rows["quantities"] if q.get("value") == 3 * HALF_BILLION]
    return verdict(
        amounts,
        in_three_reports=len(documents) == 3,
        pledged=amounts and all(q.get("measure") in {"pledge", "commitment"} for q in amounts),
        around_in_one=sum(bool(q.get("approx")) for q in amounts) == 1,
        attachment_conflict=attachment,
        never_summed=not summed,
    )


def check_memoranda(seeds: Seeds) -> Verdict:
    """Row 5: two memoranda with their signatories; the short company name is the same memorandum."""
    left, right = seeds.claims("E11"), seeds.claims("E12", "003")
    first, second = ledger_of(seeds, seeds.claims("E11", "003")), ledger_of(seeds, right)
    joined = {a["id"] for a in ledger_of(seeds, seeds.claims("E11", "000"))}
    return verdict(
        [*first, *second],
        first_entry=first,
        second_entry=second,
        two_entries=not {a["id"] for a in first} & {a["id"] for a in second},
        first_signatories=any(len(organisations(a)) >= 2 for a in first),
        second_signatories=any(len(organisations(a)) >= 2 for a in second),
        short_name_is_the_same=joined & {a["id"] for a in first},
        both_signed=left and right,
    )


def check_oil(seeds: Seeds) -> Verdict:
    """Row 6: the oil announcement is planned and attributed, apart from the deal in one report."""
    plan, exports = seeds.claims("E10", types=("AGREE", "COOPERATE", "COMMENT")), seeds.claims("E23")
    return verdict(
        [*plan, *exports],
        announced=plan,
        announced_as_planned=any(c["status"] == "planned" or c["event_type"] == "AGREE" for c in plan),
        attributed=any(c.get("attribution") for c in plan),
        exports_hypothetical=any(c["status"] == "hypothetical" for c in exports),
        scope_conflict=conflicts_of(seeds, plan + seeds.claims("E08"), "scope"),
    )


def check_topics(seeds: Seeds) -> Verdict:
    """Row 7: the five topics of the dyad; exploring is no agreement."""
    wanted = {"critical_minerals", "digital_assets", "real_estate", "technology", "agriculture"}
    claims = [c for c in seeds.rows["claims"] if wanted & set(c["topics"])]
    exploring = seeds.claims("E19", types=("AGREE", "COMMENT", "COOPERATE", "CONSULT"))
    return verdict(
        claims,
        all_topics=wanted <= {t for c in claims for t in c["topics"]},
        exploring_is_no_agreement=not ledger_of(seeds, exploring),
    )


def check_trade(seeds: Seeds) -> Verdict:
    """Row 8: two figures of goods trade for two years, no conflict."""
    figures = [q for q in seeds.rows["quantities"] if q.get("measure") == "trade_goods" and q.get("unit") == "USD"]
    periods = {q["value"]: q.get("period") for q in figures}
    disputed = [c for c in all_conflicts(seeds) for r in c["readings"] if "7.3" in str(r) or "6.9" in str(r)]
    return verdict(
        figures,
        this_year=str(periods.get(7_300_000_000)) == "2024",
        year_before=str(periods.get(6_900_000_000)) == "2023",
        no_conflict=not disputed,
    )


def check_may(seeds: Seeds) -> Verdict:
    """Row 9: escalation and ceasefire are background events of May 2025, two accounts of the broker."""
    fight = seeds.claims("E15", types=("ASSAULT", "MOBILIZE", "COERCE", "THREATEN"))
    truce = seeds.claims("E16", types=("CONCEDE", "RETREAT", "CONSULT", "AGREE"))
    days = [c.get("event_when") or c.get("when") or {} for c in fight + truce]
    return verdict(
        fight + truce,
        escalation=fight,
        ceasefire=truce,
        background=all(c["background"] for c in fight + truce),
        not_merged=not event_ids(fight) & event_ids(truce),
        in_may=any(str(w.get("first")).startswith("2025-05") for w in days),
        role_conflict=conflicts_of(seeds, truce, "role"),
    )


def check_single_report(seeds: Seeds) -> Verdict:
    """Row 10: what one report alone says; the praise is told of two occasions."""
    arms, leaving = seeds.claims("E20", types=("AGREE", "COMMENT", "REQUEST", "CONSULT")), seeds.claims("E17")
    praise, other = seeds.claims("E18a"), seeds.claims("E18b")
    return verdict(
        arms + leaving + praise + other,
        arms_left_behind=arms,
        withdrawal=any(str((c.get("when") or {}).get("first")).startswith("2021") for c in leaving),
        praise_in_both=praise and other,
        not_merged=not event_ids(praise) & event_ids(other),
        conflict_shown=conflicts_of(seeds, praise + other, "scope")
        or [r for i in event_ids(praise) for r in seeds.event(i)["relations"] if r["type"] == "perhaps_same"],
    )


def check_army_chief(seeds: Seeds) -> Verdict:
    """Row 11: one White House visit with a date conflict; the August visit apart, with its three parts."""
    told = [c for n in ("000", "001", "003", "004") for c in seeds.claims("E06", n)[:1]]
    august = seeds.claims("E07", types=("CONSULT", "COMMENT"))
    parts = distinct(seeds, "E07b", "E21", "E22")
    first, later = event_ids(told), event_ids(august)
    dated = [c for c in all_conflicts(seeds) if c["kind"] == "date" and c["event_id"] in first]
    return verdict(
        told + august + parts,
        told_four_times=len(told) == 4,
        one_visit=len(first) == 1,
        date_conflict=dated,
        august_apart=august and not first & later,
        three_parts=len(parts) == 3,
        parts_related=related(seeds, event_ids(parts) | later, "part_of"),
    )


def check_premier(seeds: Seeds) -> Verdict:
    """Row 12: the prime minister's meeting with those present, on the occasion of the memoranda."""
    meeting = seeds.claims("E13", types=("CONSULT",))
    present = {p["name"] for c in meeting for p in [*c["actors"], *c["recipients"], *c["others"]]}
    days = [c.get("event_when") or c.get("when") or {} for c in meeting]
    day = any(w.get("first") == w.get("last") == "2025-09-08" for w in days)
    return verdict(
        meeting,
        meeting=meeting,
        those_present=len(present) >= 4,
        same_occasion=related(seeds, event_ids(meeting), "same_occasion"),
        the_day=day if seeds.dated else any(w.get("weekday") == 1 for w in days),
    )


def check_american_voice(seeds: Seeds) -> Verdict:
    """Row 13: the only American words are the chargé's, direct and verbatim."""
    quoted = [c for c in seeds.claims("E14", types=("COMMENT", "SUPPORT")) if c.get("attribution")]
    direct = [c for c in quoted if c["attribution"]["directness"] in {"direct", "mixed"}]
    voices = [c for c in seeds.rows["claims"] if not c["background"] and spoken_for(c) == "USA" and c not in quoted]
    return verdict(
        direct,
        quoted=direct,
        no_other_american_statement=not [c for c in voices if c["attribution"]["directness"] == "direct"],
        by_an_american=any((c["attribution"].get("speaker") or {}).get("state") == "USA" for c in direct),
    )


def check_origins(seeds: Seeds) -> Verdict:
    """Row 14: August rests on one origin, Saturday on one and an unattributed echo; sides PAK alone."""
    first, second = best_event(seeds, "E02"), best_event(seeds, "E03")
    echoes = [o for o in seeds.rows["origins"] if o.get("basis") == "echo"]
    return verdict(
        [first, second],
        two_reports_and_three=(first["n_documents"], second["n_documents"]) == (2, 3),
        august_one_origin=first["corroboration"]["origins"] == 1,
        saturday_one_origin=second["corroboration"]["origins"] == 1,
        one_unattributed=second["corroboration"]["unattributed"] == 1,
        one_side=first["corroboration"]["sides"] == second["corroboration"]["sides"] == ["PAK"],
        an_echo=echoes,
    )


def check_analysts(seeds: Seeds) -> Verdict:
    """Row 15: what analysts expect is opinion and hypothetical, never an event that occurred."""
    types = ("AGREE", "COMMENT", "COOPERATE", "CONSULT", "SUPPORT")
    expected = seeds.claims("E24", types=types) + seeds.claims("E25", types=types)
    return verdict(
        expected,
        told=expected,
        opinion=all(c["opinion"] for c in expected),
        never_occurred=all(c["status"] in {"hypothetical", "planned"} for c in expected),
    )


def check_commitment(seeds: Seeds) -> Verdict:
    """Row 16: to maintain contact, open, with the later call as a follow-up."""
    calls, later = event_ids(seeds.claims("E02")), event_ids(seeds.claims("E03"))
    made = [k for k in seeds.rows["commitments"] if k.get("made_in") in calls]
    followed = [k for k in made if later & {f if isinstance(f, str) else f.get("event_id") for f in k["follow_ups"]}]
    words = any("contact" in k["text"] for k in made)
    return verdict(
        made,
        made_in_the_call=made,
        to_keep_contact=words,
        open=any(k["status"] == "open" for k in made),
        followed_up=followed,
    )


def check_noise(seeds: Seeds) -> Verdict:
    """Row 17: every gold stretch of boilerplate is marked; nothing is read from it."""
    documents, unmarked, read = [], [], []
    for piece in seeds.gold["noise"]:
        if "keep" in piece["kind"]:
            continue
        document = seeds.document(piece["doc"])
        documents.append(document)
        covered = sum(max(0, min(n["end"], piece["end"]) - max(n["start"], piece["start"])) for n in document["noise"])
        if covered < 0.8 * (piece["end"] - piece["start"]):
            unmarked.append(piece)
        read += [c for c in seeds.rows["claims"] if c["document_id"] == document["id"] and shares(c, piece)]
        read += [q for q in seeds.rows["quantities"] if of_document(q, document) and touches(q, piece)]
    return verdict(documents, boilerplate=documents, all_marked=not unmarked, nothing_read_from_it=not read)


def check_slips(seeds: Seeds) -> Verdict:
    """Row 18: the office slip and the company's country are flagged, the words kept."""
    flagged = [c for c in seeds.rows["claims"] if any(f.startswith(("office", "state")) for f in c.get("flags") or [])]
    flags = {f.split(":")[0] for c in flagged for f in c["flags"]}
    return verdict(flagged, office_slip="office" in flags, company_country="state" in flags)


def check_gaps(seeds: Seeds) -> Verdict:
    """Row 19: no American account of either call, no baseline of the tariff, no text of the memoranda, who dialled."""
    told = " ".join(str(g).lower() for g in seeds.gaps)
    return verdict(
        seeds.gaps,
        other_side="account" in told,
        baseline="baseline" in told or "before" in told,
        binding_force="binding" in told,
        text_of_the_agreement="text" in told,
        who_dialled="initiat" in told or "dial" in told,
    )


def best_event(seeds: Seeds, event: str) -> Row:
    """The event that holds the most reports among those told on the gold event's words."""
    found = [seeds.event(i) for i in sorted(event_ids(seeds.claims(event)))]
    return max(found, key=lambda e: len(e["document_ids"]))


def event_ids(claims: list[Row]) -> set[str]:
    """The events that the claims belong to."""
    return {c["event_id"] for c in claims if c.get("event_id")}


def ledger_of(seeds: Seeds, claims: list[Row]) -> list[Row]:
    """The ledger entries that the claims belong to."""
    wanted = {c.get("agreement_id") for c in claims} - {None}
    return [a for a in seeds.rows["agreements"] if a["id"] in wanted]


def told_by(seeds: Seeds, events: set[str]) -> int:
    """How many reports tell the events."""
    return len({d for i in events for d in seeds.event(i)["document_ids"]})


def distinct(seeds: Seeds, *gold: str) -> list[Row]:
    """One claim a gold event, no claim for two of them."""
    chosen: dict[str, Row] = {}
    for event in gold:
        free = [c for c in seeds.claims(event, types=("CONSULT", "COMMENT")) if c["id"] not in chosen]
        chosen |= {c["id"]: c for c in free[:1]}
    return list(chosen.values())


def spoken_for(claim: Row) -> str | None:
    """The state of whoever the claim is attributed to."""
    attribution = claim.get("attribution") or {}
    speaker = attribution.get("speaker") or {}
    return attribution.get("state") or speaker.get("state")


def conflicts_of(seeds: Seeds, claims: list[Row], kind: str) -> list[Row]:
    """The conflicts of that kind on the claims' events or ledger entries."""
    homes = event_ids(claims) | {c.get("agreement_id") for c in claims} - {None}
    return [c for c in all_conflicts(seeds) if c["kind"] == kind and homes & {c.get("event_id"), c.get("agreement_id")}]


def as_list(value: object) -> list[object]:
    """A reading's value as a list."""
    return list(value) if isinstance(value, list | tuple) else [value]


def all_conflicts(seeds: Seeds) -> list[Row]:
    """The conflicts of events that are still there."""
    known = {e["id"] for e in seeds.rows["events"]} | {a["id"] for a in seeds.rows["agreements"]}
    return [c for c in seeds.rows["conflicts"] if c.get("event_id") in known or c.get("agreement_id") in known]


def related(seeds: Seeds, events: set[str], kind: str) -> bool:
    """Whether one of the events has a relation of that kind, either way."""
    return any(
        r["type"] == kind and (e["id"] in events or r["to"] in events)
        for e in seeds.rows["events"]
        for r in e["relations"]
    )


def states(parties: list[Row]) -> set[str]:
    """State codes of parties."""
    return {p["state"] for p in parties if p.get("state")}


def organisations(agreement: Row) -> set[str]:
    """Signatories that are neither people nor states."""
    return {p["name"] for p in agreement["signatories"] if not p.get("person") and p.get("actor_id") != p.get("state")}


def shares(claim: Row, piece: Row) -> bool:
    """Whether any evidence of the claim touches the piece."""
    return any(touches(e, piece) for e in claim["evidence"])


def touches(evidence: Row, piece: Row) -> bool:
    """Whether two spans overlap; a row may hold its span in ``evidence``."""
    span = evidence if "start" in evidence else (evidence.get("evidence") or [{"start": 0, "end": 0}])[0]
    return bool(span["start"] < piece["end"] and piece["start"] < span["end"])


def of_document(quantity: Row, document: Row) -> bool:
    """Whether the quantity stands in the document, of a claim or of none."""
    return bool(quantity["document_id"] == document["id"])


CHECKS: dict[int, Callable[[Seeds], Verdict]] = {
    1: check_calls,
    2: check_meeting_in_visit,
    3: check_tariff_agreement,
    4: check_half_billion,
    5: check_memoranda,
    6: check_oil,
    7: check_topics,
    8: check_trade,
    9: check_may,
    10: check_single_report,
    11: check_army_chief,
    12: check_premier,
    13: check_american_voice,
    14: check_origins,
    15: check_analysts,
    16: check_commitment,
    17: check_noise,
    18: check_slips,
    19: check_gaps,
}
