"""Clusters of claims -> Agreement: parties and signatories, history, amounts, binding force."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from legation.agreements.conflicts import find_conflicts
from legation.agreements.matching import group_mentions
from legation.agreements.mentions import (
    AgreementClaim,
    amount_key,
    is_organisation,
    is_rate,
    is_state,
    matter_of,
    party_key,
    read_amount,
    read_mentions,
    sides_of,
    words_of,
)
from legation.agreements.umbrellas import link_parts
from legation.knowledge import load_knowledge
from legation.languages.en.agreements import BINDING, LABELS, NOT_BINDING
from legation.records import AGREEMENT_STEPS, Agreement, AgreementStatus, Claim, Event, Party, Quantity, Reading, When
from legation.text import stable_id

Paired = tuple[Agreement, Sequence[AgreementClaim]]
_SIGNING = frozenset({"signed", "initialled", "ratified"})
_KIND_RANK = ("treaty", "ceasefire", "contract", "mou", "joint_statement", "agreement", "deal", "unspecified")


def make_agreements(
    events: Sequence[Event],
    claims: Sequence[Claim],
    quantities: Sequence[Quantity],
    *,
    origins: Mapping[str, str] | None = None,
) -> tuple[Agreement, ...]:
    """The ledger: one entry an agreement, however many reports tell of it, in the order of their ids.

    Two memoranda signed on one day with other signatories are two entries; a sum told of "agreements" is not added to
    its parts but kept where the same sum stands, with a conflict of attachment.

    Args:
        origins: claim id -> origin id, for the origins behind each reading.
    """
    mentions = read_mentions(events, claims, quantities)
    groups = group_mentions(mentions)
    told = _by_claim(quantities)
    entries = [_make_entry(group, told) for group in groups]
    entries = link_parts(list(zip(entries, groups, strict=True)))
    paired = list(zip(entries, groups, strict=True))
    homes = _by_states(paired)
    whole = [(e, find_conflicts(e, group, _of_same_states(e, group, homes))) for e, group in paired]
    traced = (_trace(replace(entry, conflicts=found), origins or {}) for entry, found in whole)
    return tuple(sorted(traced, key=lambda a: a.id))


def _by_claim(quantities: Iterable[Quantity]) -> dict[str, list[Quantity]]:
    found: dict[str, list[Quantity]] = {}
    for quantity in quantities:
        if quantity.claim_id is not None:
            found.setdefault(quantity.claim_id, []).append(quantity)
    return found


def _by_states(paired: Iterable[Paired]) -> dict[frozenset[str], list[tuple[int, Paired]]]:
    """The entries, numbered, by all states that their claims name."""
    found: dict[frozenset[str], list[tuple[int, Paired]]] = {}
    for n, pair in enumerate(paired):
        found.setdefault(frozenset(s for m in pair[1] for s in m.states), []).append((n, pair))
    return found


def _of_same_states(
    entry: Agreement, group: Sequence[AgreementClaim], homes: Mapping[frozenset[str], list[tuple[int, Paired]]]
) -> list[Paired]:
    """The other entries of just the states that a claim of this one names, in the order of the ledger."""
    near = dict(pair for states in {m.states for m in group} for pair in homes.get(states, ()))
    return [near[n] for n in sorted(near) if near[n][0] is not entry]


def _trace(entry: Agreement, origins: Mapping[str, str]) -> Agreement:
    """The entry with the origins behind each reading of its amounts and conflicts."""

    def trace(readings: Sequence[Reading[str]]) -> tuple[Reading[str], ...]:
        found = (tuple(sorted({origins[c] for c in r.claim_ids if c in origins})) for r in readings)
        return tuple(replace(r, origin_ids=ids) for r, ids in zip(readings, found, strict=True))

    conflicts = tuple(replace(c, readings=trace(c.readings)) for c in entry.conflicts)
    return replace(entry, amounts=trace(entry.amounts), conflicts=conflicts)


def _make_entry(group: Sequence[AgreementClaim], told: Mapping[str, Sequence[Quantity]]) -> Agreement:
    first = min(group, key=lambda m: m.order)
    parties = _parties(group)
    signatories = _signatories(group)
    kind = min((m.kind for m in group), key=_kind_rank)
    subjects = tuple(dict.fromkeys(t for m in group for t in m.subjects))
    return Agreement(
        id=stable_id("agreement", first.claim.id),
        title=_title(_named_sides(parties, signatories), kind, _main_subjects(group)),
        kind=kind,
        parties=parties,
        signatories=signatories,
        topics=subjects,
        binding=_binding(group, kind),
        amounts=_amounts(group, [q for key in {m.claim.id for m in group} for q in told.get(key, ())]),
        status=_history(group),
        event_ids=tuple(sorted({m.event_id for m in group if m.event_id})),
        claim_ids=tuple(m.claim.id for m in group),
    )


def _kind_rank(kind: str) -> int:
    """The more particular kind first: a memorandum that others call a deal is a memorandum."""
    return _KIND_RANK.index(kind) if kind in _KIND_RANK else len(_KIND_RANK)


def _main_subjects(group: Sequence[AgreementClaim]) -> tuple[str, ...]:
    """What most claims say that it is about, in their words, else by topic; at most two."""
    told = [m for m in group if m.matter]
    words = [w for m in told for w in matter_of(m.claim)] if told else [t for m in group for t in m.subjects]
    ranked = sorted(dict.fromkeys(words), key=lambda w: -words.count(w))
    return tuple(ranked[:2])


def _named_sides(parties: Sequence[Party], signatories: Sequence[Party]) -> tuple[Party, ...]:
    """Who signed, and the states for which nobody is named."""
    homes = {p.state for p in signatories}
    strangers = sum(p.state is None for p in signatories)
    return (*signatories, *(p for p in parties if p.state not in homes)) if strangers < 2 else tuple(signatories)


def _title(parties: Sequence[Party], kind: str, subjects: Sequence[str]) -> str:
    """ "Pakistan – United States agreement (trade, tariffs)": who, what, on what."""
    names = " – ".join(p.name.removeprefix("The ") for p in parties[:3]) or "unnamed parties"
    topics = f" ({', '.join(t.replace('_', ' ') for t in subjects)})" if subjects else ""
    return f"{names} {LABELS.get(kind, kind)}{topics}"


def _parties(group: Sequence[AgreementClaim]) -> tuple[Party, ...]:
    """The states behind the agreement, as the reports name them or by knowledge, unions, and bodies of unknown home."""
    told: dict[str, Party] = {}
    for mention in group:
        for party in sides_of(mention.claim):
            if is_state(party) and party.state is not None:
                told.setdefault(party.state, party)
    codes = sorted({s for m in group for s in m.states})
    states = [s for s in codes if load_knowledge().state(s) is not None]
    unions = {party_key(p): p for m in group for p in sides_of(m.claim) if p.state in codes and p.state not in states}
    found = [*(told.get(s) or _state_party(s) for s in states), *(unions[k] for k in sorted(unions))]
    loose = {party_key(p): p for m in group for p in sides_of(m.claim) if is_organisation(p) and p.state is None}
    return (*found, *(loose[k] for k in sorted(loose)))


def _state_party(code: str) -> Party:
    actor = load_knowledge().state(code)
    if actor is None:
        return Party(code, state=code)
    return Party(actor.name, actor_id=actor.id, wikidata=actor.wikidata, wikipedia=actor.wikipedia, state=code)


def _signatories(group: Sequence[AgreementClaim]) -> tuple[Party, ...]:
    """Who signed: companies and bodies where any report names them, and the state only for a side without one."""
    found: dict[str, Party] = {}
    bodies = {party_key(p): p for m in group for p in sides_of(m.claim) if is_organisation(p)}
    homes = {p.state for p in bodies.values()}
    unknown = sum(p.state is None for p in bodies.values())
    for mention in group:
        for party in sides_of(mention.claim):
            signs = mention.status in _SIGNING or (bool(bodies) and is_state(party))
            if not signs or is_organisation(party):
                continue
            if party.state not in homes and not (bodies and unknown and len(bodies) > 1):
                found.setdefault(party_key(party), party)
    signed = bodies | found
    named = {p.state for p in signed.values() if is_named(p)}
    return tuple(signed[k] for k in sorted(signed) if is_named(signed[k]) or signed[k].state not in named)


def is_named(party: Party) -> bool:
    """Whether a party has a name of its own: a state, a person, "Acme Mining"; no "negotiators of Peru"."""
    return is_state(party) or party.name[:1].isupper()


def _binding(group: Sequence[AgreementClaim], kind: str) -> Literal["yes", "no", "unknown"]:
    """What the reports say of binding force; a treaty in force or ratified binds, a memorandum's force is unknown."""
    words = " ".join(words_of(m.claim) for m in group)
    if any(w in words for w in NOT_BINDING):
        return "no"
    holds = kind == "treaty" and any(m.status in {"ratified", "in_force"} for m in group)
    if holds or any(w in words for w in BINDING):
        return "yes"
    return "unknown"


def _amounts(group: Sequence[AgreementClaim], quantities: Sequence[Quantity]) -> tuple[Reading[str], ...]:
    """One reading a sum or rate; its value is the id of the first quantity that tells it. "around" makes no other.

    A sum that a later one takes the place of ("raised from $100 million to $150 million") is kept and not displayed.
    A tariff's rate ("a tariff of 19 percent") is what a deal comes to, but joins no claims, as a sum does.
    ``quantities`` are those of the claims.
    """
    keys = {k for m in group for k in m.amounts}
    formers = {v for m in group for v in m.formers}
    told: dict[object, list[Quantity]] = {}
    for quantity in sorted(quantities, key=lambda q: (q.approx, q.id)):
        if amount_key(quantity) in keys or is_rate(quantity):
            told.setdefault(amount_key(quantity), []).append(quantity)
    return tuple(read_amount(found, formers) for found in sorted(told.values(), key=lambda f: f[0].id))


def _history(group: Sequence[AgreementClaim]) -> tuple[AgreementStatus, ...]:
    """The steps in the order of their days, undated ones by how far they go; one row a step and day."""
    rows: dict[tuple[str, object], tuple[When | None, list[str]]] = {}
    for mention in (m for m in group if m.status):
        when = mention.claim.event_when or mention.claim.when
        key = (mention.status, mention.days)
        rows.setdefault(key, (when if mention.days else None, []))[1].append(mention.claim.id)
    steps = [AgreementStatus(status, when, tuple(ids)) for (status, _), (when, ids) in rows.items()]
    return tuple(sorted(steps, key=_step_order))


def _step_order(step: AgreementStatus) -> tuple[int, str, int]:
    rank = AGREEMENT_STEPS.index(step.status) if step.status in AGREEMENT_STEPS else len(AGREEMENT_STEPS)
    first = step.when.first if step.when is not None else None
    return (0, first.isoformat(), rank) if first is not None else (1, "", rank)
