"""Clusters of claims -> Events: readings per field, corroboration, conflicts and relations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from legation.events.conflicts import find_conflicts, make_conflict
from legation.events.crossings import find_crossings
from legation.events.dating import share_days
from legation.events.elaborations import find_elaborations
from legation.events.labels import make_label
from legation.events.readings import read_amounts, read_parties, read_places, read_status, read_when
from legation.events.relations import Outline, find_relations
from legation.judgements.facts import Aliases, Facts, join_names, make_facts
from legation.origins import KNOWN
from legation.origins.bodies import Bodies
from legation.records import Claim, Corroboration, Document, Event, Judgement, Origin, Quantity


@dataclass(frozen=True, slots=True)
class Context:
    """What fusing one cluster needs of the whole."""

    documents: Mapping[str, Document]
    origins: Mapping[str, Origin]
    origin_of: Mapping[str, str]
    quantities: Mapping[str, Quantity]
    aliases: Aliases


def fuse(
    claims: Sequence[Claim],
    clusters: Sequence[Sequence[str]],
    judgements: Sequence[Judgement],
    origins: Sequence[Origin],
    documents: Sequence[Document],
    quantities: Sequence[Quantity],
    *,
    facts: Mapping[str, Facts] | None = None,
    bodies: Bodies | None = None,
) -> tuple[Event, ...]:
    """One event a cluster, by id. An event's id is its least claim's, with ``event-`` for ``claim-``."""
    known = facts if facts is not None else make_facts(claims, documents, quantities)
    context = Context(
        documents={d.id: d for d in documents},
        origins={o.id: o for o in origins},
        origin_of={c: o.id for o in origins for c in o.claim_ids},
        quantities={q.id: q for q in quantities},
        aliases=join_names(p for c in claims for p in c.actors + c.recipients),
    )
    members = {event_id(part, known): [known[k] for k in sorted(part)] for part in clusters if part}
    events = [_fuse_one(key, members[key], context) for key in sorted(members)]
    parts = {key: [f.claim for f in told] for key, told in members.items()}
    beyond = find_elaborations(parts, claims, origins, documents, bodies)
    events = [replace(e, elaborations=beyond[e.id]) if e.id in beyond else e for e in events]
    return _with_bonds(events, members, judgements, context)


def event_id(part: Sequence[str], facts: Mapping[str, Facts]) -> str:
    """The id of the least claim by (published or 9999, document id, start), as an event's."""
    least = min(part, key=lambda k: _age(facts[k]))
    return "event-" + least.removeprefix("claim-")


def _age(fact: Facts) -> tuple[date, str, int, str]:
    published = fact.published.first
    if fact.published.basis == "inferred" or published is None:
        published = date.max
    return published, fact.claim.document_id, fact.claim.start, fact.claim.id


def _fuse_one(key: str, members: Sequence[Facts], context: Context) -> Event:
    origins = context.origin_of
    claims = [f.claim for f in members]
    event_type, mode = _type_and_mode(members)
    actors = read_parties(members, lambda f: f.claim.actors, origins, context.aliases)
    recipients = read_parties(members, lambda f: f.claim.recipients, origins, context.aliases)
    where = tuple(sorted({c.document_id for c in claims}))
    return Event(
        id=key,
        event_type=event_type,
        mode=mode,
        label=make_label(event_type, mode, actors, recipients),
        contexts=tuple(sorted({x for c in claims for x in c.contexts})),
        topics=tuple(sorted({x for c in claims for x in c.topics})),
        when=read_when(members, origins),
        place=read_places(members, origins),
        status=read_status(members, origins),
        actors=actors,
        recipients=recipients,
        amount=read_amounts(members, context.quantities, origins),
        claim_ids=tuple(sorted(c.id for c in claims)),
        document_ids=where,
        n_documents=len(where),
        n_outlets=len({_outlet(context.documents.get(d), d) for d in where}),
        corroboration=corroborate(members, context),
        conflicts=find_conflicts(key, members, context.quantities, origins),
    )


def _outlet(document: Document | None, key: str) -> str:
    return (document.outlet if document is not None else None) or key


def _type_and_mode(members: Sequence[Facts]) -> tuple[str, str | None]:
    """The type and the mode that most claims give, news before history, then by name."""
    weights: Counter[str] = Counter()
    modes: Counter[str] = Counter()
    for fact in members:
        weight = 1 if fact.claim.background else 2
        weights[fact.claim.event_type] += weight
        if fact.claim.mode:
            modes[fact.claim.mode] += weight
    event_type = min(weights, key=lambda t: (-weights[t], t))
    return event_type, min(modes, key=lambda m: (-modes[m], m)) if modes else None


def corroborate(members: Sequence[Facts], context: Context) -> Corroboration:
    """Known origins, unattributed ones and background, each counted once; sides are the known issuers' states."""
    news = {o for f in members if not f.claim.background and (o := context.origin_of.get(f.claim.id))}
    known = {o for o in news if context.origins[o].kind in KNOWN}
    history = {o for f in members if f.claim.background and (o := context.origin_of.get(f.claim.id))}
    sides = sorted({s for o in known if (s := context.origins[o].state)})
    return Corroboration(len(known), len(news - known), len(history - news), tuple(sides))


def _with_bonds(
    events: Sequence[Event], members: Mapping[str, Sequence[Facts]], judgements: Sequence[Judgement], context: Context
) -> tuple[Event, ...]:
    outlines = [Outline(e.id, tuple(members[e.id]), share_days(members[e.id])[0]) for e in events]
    relations = find_relations(outlines, judgements)
    crossings = find_crossings(members, context.quantities, relations)
    joined = []
    for event in events:
        if event.id not in relations and event.id not in crossings:
            joined.append(event)
            continue
        more = tuple(make_conflict(event.id, d, context.origin_of) for d in crossings.get(event.id, ()))
        conflicts = event.conflicts + more
        joined.append(replace(event, relations=relations.get(event.id, ()), conflicts=conflicts))
    return tuple(joined)
