"""What one claim says of one agreement, made comparable: sides, organisations, kind, subjects, amounts, days, step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from legation.languages.en.agreements import GENERIC, NOUNS, PLURALS, STATUS_WORDS
from legation.quantities import find_quantities
from legation.quantities.units import is_money
from legation.records import Claim, Event, Party, Quantity, Reading
from legation.text import fold

AmountKey = tuple[Decimal | None, Decimal | None, str | None]
_NO_AGREEMENT = frozenset({"CONSULT", "COMMENT", "ACCUSE"})
_REFUSALS = frozenset({"REJECT", "SANCTION", "THREATEN"})
_UNREAL = frozenset({"hypothetical", "called_for", "negated"})
_LONGEST_ACRONYM = 6
_STRONG_WORDS = frozenset({"denied", "breached", "terminated", "lapsed", "suspended", "paused", "initialled"})
_STATE_SECTORS = frozenset({None, "GOV", "LEG", "JUD", "SPY", "COP"})


@dataclass(frozen=True, slots=True)
class AgreementClaim:
    """A claim as the ledger compares it.

    ``plural``: it speaks of several agreements at once; ``homeless``: nobody tells the state of one of its bodies;
    ``name``: a proper title, folded; ``matter``: single words of what it is about;
    ``formers``: the sums that its amounts take the place of ("from $20 million to $35 million").
    """

    claim: Claim
    event_id: str
    states: frozenset[str]
    organisations: frozenset[str]
    kind: str
    subjects: tuple[str, ...]
    amounts: frozenset[AmountKey]
    days: tuple[date, date] | None
    status: str
    plural: bool
    homeless: bool = False
    name: str | None = None
    matter: frozenset[str] = frozenset()
    formers: frozenset[Decimal] = frozenset()

    @property
    def order(self) -> tuple[str, int, str]:
        """Where the claim stands: document, offset, id."""
        return self.claim.document_id, self.claim.start, self.claim.id


def read_mentions(
    events: Sequence[Event], claims: Sequence[Claim], quantities: Sequence[Quantity]
) -> tuple[AgreementClaim, ...]:
    """The claims that tell of a particular agreement, in the order of documents and offsets."""
    homes = {c: e.id for e in events for c in e.claim_ids}
    amounts: dict[str, list[Quantity]] = {}
    for quantity in quantities:
        if quantity.claim_id is not None and is_money(quantity.unit):
            amounts.setdefault(quantity.claim_id, []).append(quantity)
    found = [_read_mention(c, homes.get(c.id, ""), amounts) for c in claims if is_told(c)]
    return tuple(sorted((m for m in found if is_particular(m)), key=lambda m: m.order))


def is_particular(mention: AgreementClaim) -> bool:
    """Whether two sides or a sum are told, and more than the bare word: step, subject, sum, body or kind."""
    told = mention.claim.agreement
    sides = {party_key(p) if is_organisation(p) else (p.state or party_key(p)) for p in sides_of(mention.claim)}
    sides |= states_between(mention.claim)
    if told is None or (len(sides) < 2 and not mention.amounts):
        return False
    if mention.plural and told.status is None:
        return False
    lone = told.status or told.subjects or mention.amounts or mention.organisations
    return bool(lone) or mention.kind in {"ceasefire", "treaty"}


def is_told(claim: Claim) -> bool:
    """Whether the claim is of an agreement that somebody made, makes or ends; no wish, opinion or "such deals"."""
    mention = claim.agreement
    if mention is None or claim.opinion or claim.event_type in _NO_AGREEMENT or claim.status in _UNREAL:
        return False
    if claim.event_type in _REFUSALS and mention.status is None and claim.status != "occurred":
        return False
    if (mention.title or "").isupper() and len(mention.title or "") > _LONGEST_ACRONYM:
        return False  # a heading of the page, "MEMORANDUM FOR THE SECRETARY"
    return not GENERIC & set((mention.title or "").lower().split())


def _read_mention(claim: Claim, event_id: str, amounts: Mapping[str, list[Quantity]]) -> AgreementClaim:
    mention = claim.agreement
    assert mention is not None
    parties = sides_of(claim)
    when = claim.event_when or claim.when
    days = (when.first, when.last) if when is not None and when.first is not None and when.last is not None else None
    return AgreementClaim(
        claim=claim,
        event_id=event_id,
        states=frozenset(p.state for p in parties if p.state) | states_between(claim),
        organisations=frozenset(party_key(p) for p in parties if is_organisation(p)),
        kind=kind_of(claim),
        subjects=mention.subjects or claim.topics,
        amounts=frozenset(amount_key(q) for q in amounts.get(claim.id, [])),
        days=days,
        status=status_of(claim),
        plural=bool(PLURALS & set((mention.title or "").lower().split())),
        homeless=any(p.state is None for p in parties),
        name=proper_name(mention.title),
        matter=frozenset(matter_of(claim)),
        formers=frozenset(v for q in amounts.get(claim.id, []) for v in former_values(q)),
    )


def matter_of(claim: Claim) -> tuple[str, ...]:
    """What the claim says that its agreement is about, in its words."""
    return claim.agreement.matter if claim.agreement is not None else ()


def kind_of(claim: Claim) -> str:
    """The kind the claim tells; a truce on tariffs is an agreement, no ceasefire."""
    mention = claim.agreement
    assert mention is not None
    peaceful = mention.kind == "ceasefire" and bool({"trade", "tariffs"} & set(mention.subjects))
    return "agreement" if peaceful else mention.kind


def proper_name(title: str | None) -> str | None:
    """The title folded, if it is a name ("Abraham Accords"): two words or more, all but small ones with a capital."""
    words = [w for w in (title or "").split() if len(w) > 3]
    return fold(title or "") if len(words) > 1 and all(w[0].isupper() for w in words) else None


def amount_key(quantity: Quantity) -> AmountKey:
    """Value and unit; a range by its ends."""
    if quantity.value is not None:
        return quantity.value.normalize(), None, quantity.unit
    return quantity.low, quantity.high, quantity.unit


def former_values(quantity: Quantity) -> tuple[Decimal, ...]:
    """The earlier level that stands beside an amount, as a value: 20000000 for "$20 million"; "20" takes its scale."""
    found = find_quantities(quantity.baseline) if quantity.baseline else ()
    values = [q.value for q in found if q.value is not None]
    scales = [Decimal(10) ** n for n in (3, 6, 9, 12)] if quantity.value is not None and quantity.value >= 1000 else []
    plain = [v * s for v in values if v < 1000 for s in scales if v * s < 1000 * (quantity.value or 0)]
    return tuple(v.normalize() for v in (*values, *plain))


def read_amount(told: Sequence[Quantity], formers: AbstractSet[Decimal]) -> Reading[str]:
    """The reading of one amount by its first telling's id, not displayed where a later one took its place.

    Args:
        told: the tellings, at least one.
        formers: values that others say were before theirs, of ``former_values``.
    """
    first = told[0]
    claims = tuple(sorted({q.claim_id for q in told if q.claim_id}))
    return Reading(first.id, claims, display=first.value is None or first.value.normalize() not in formers)


def is_rate(quantity: Quantity) -> bool:
    """Whether a quantity is the rate of a tariff."""
    return quantity.measure == "tariff_rate" and quantity.unit == "percent"


def sides_of(claim: Claim) -> tuple[Party, ...]:
    """Who agrees with whom: actors, recipients, named signatories, and who denies it; mediators are none.

    Where the words name the states between which it is ("the truce between A and B"), nobody of another is a side.
    """
    signing = tuple(p for p in claim.others if p.role == "signatory")
    speaker = claim.attribution.speaker if claim.status == "denied" and claim.attribution is not None else None
    denying = (speaker,) if speaker is not None and speaker.state is not None else ()
    told = (*claim.actors, *claim.recipients, *signing, *denying)
    sides = tuple(p for p in told if p.state is not None or not set(fold(p.name).split()[-1:]) & NOUNS)
    between = states_between(claim)
    return tuple(p for p in sides if p.state is None or p.state in between) if between else sides


def states_between(claim: Claim) -> frozenset[str]:
    """The two or more states that the words of the agreement name as its sides; empty where they name none."""
    return frozenset(claim.agreement.between) if claim.agreement is not None else frozenset()


def party_key(party: Party) -> str:
    """The party's id, else its name."""
    return party.actor_id or party.name.casefold()


def is_organisation(party: Party) -> bool:
    """Whether a party is a company, body or group of its own and neither a person, a state nor an organ of one."""
    if party.person or (party.actor_id is not None and party.actor_id == party.state):
        return False
    return party.state is None or party.sector not in _STATE_SECTORS


def is_state(party: Party) -> bool:
    """Whether a party is a state itself."""
    return not party.person and party.state is not None and party.actor_id in {party.state, None}


def status_of(claim: Claim) -> str:
    """The step a claim tells: its own, else by its words; a plan is never further than announced.

    "The treaty between A and B helps farmers" tells no step: empty.
    """
    mention = claim.agreement
    assert mention is not None
    if claim.status == "denied":
        return "denied"
    words = words_of(claim)
    told = next((s for s, cues in STATUS_WORDS.items() if any(c in words for c in cues)), None)
    strong = told if told in _STRONG_WORDS else None
    status = strong or mention.status or told or ("announced" if mention.kind == "ceasefire" else "")
    if claim.status == "planned" and status not in {"announced", "negotiating", ""}:
        return "negotiating" if mention.status is None else "announced"
    return status


def words_of(claim: Claim) -> str:
    """The claim's event words and the agreement's title in lower case."""
    mention = claim.agreement
    quotes = [e.quote for e in claim.evidence if e.field == "event"]
    return " ".join([*quotes, (mention.title or "") if mention is not None else ""]).lower() + " "
