"""What the documents say together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from legation.records.claims import Claim
from legation.records.documents import Document
from legation.records.evidence import Evidence
from legation.records.parties import Party, Place
from legation.records.values import Quantity, When

T = TypeVar("T")

Verdict = Literal["same", "different", "unsure"]

ConflictKind = Literal["value", "date", "status", "role", "form", "identity", "scope", "attachment", "office"]

Severity = Literal["granularity", "tension", "contradiction"]

OriginKind = Literal[
    "official_statement",
    "readout",
    "press_release",
    "named_speaker",
    "anonymous_officials",
    "wire",
    "own_reporting",
    "unattributed",
]


@dataclass(frozen=True, slots=True)
class Origin:
    """One statement or text that documents and claims go back to. Unattributed origins are never counted as known."""

    id: str
    kind: OriginKind
    issuer: Party | None = None
    state: str | None = None
    document_ids: tuple[str, ...] = ()
    claim_ids: tuple[str, ...] = ()
    basis: Literal["attribution", "echo", "copy", "url", "none"] = "attribution"
    echo_score: float | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether two claims tell one event. A person's judgement outlives every rebuild; its quotes find moved claims.

    ``accept``: what the claim ``left`` gives for a field is to be shown; ``right`` is then the field, ``=``, the value.
    """

    id: str
    left: str
    right: str
    verdict: Verdict | Literal["accept"]
    score: float = 1.0
    by: str = "rule"
    reasons: tuple[str, ...] = ()
    left_quote: str = ""
    right_quote: str = ""
    at: str | None = None
    undone_by: str | None = None


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """One value that some claims give a field of an event. None = nobody says, one = agreed, several = differ."""

    value: T
    claim_ids: tuple[str, ...]
    origin_ids: tuple[str, ...] = ()
    display: bool = True


def shown(readings: Sequence[Reading[Any]]) -> Any:
    """The value to display: that of the first reading marked so, else the first; None where nobody says any.

    Example:
        >>> shown((Reading("planned", ("c1",), display=False), Reading("occurred", ("c2",))))
        'occurred'
    """
    chosen = next((r for r in readings if r.display), readings[0] if readings else None)
    return chosen.value if chosen else None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Where readings of one event differ, how badly, and why nothing was averaged."""

    id: str
    event_id: str
    field: str
    kind: ConflictKind
    severity: Severity
    readings: tuple[Reading[str], ...] = ()
    note: str = ""
    resolution: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """How an event stands to another without being it: part of it, the same occasion, following it."""

    to: str
    type: Literal["part_of", "same_occasion", "follows", "realises", "presupposes", "perhaps_same", "not_same_as"]
    reason: str
    claim_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Corroboration:
    """How many known origins an event rests on; unattributed and background claims are told apart."""

    origins: int = 0
    unattributed: int = 0
    background: int = 0
    sides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Elaboration:
    """A sentence beyond the statement that its report relays: in no telling of it, in no other report of the event.

    ``origin_id``: the statement; ``fields``: what the sentence gives of its claims ("event", "when", "quantity" …).
    """

    document_id: str
    origin_id: str
    evidence: Evidence
    fields: tuple[str, ...]
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """What the claims of one event say together. Every field is a tuple of readings."""

    id: str
    event_type: str
    mode: str | None = None
    former_ids: tuple[str, ...] = ()
    label: str = ""
    contexts: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    storyline_id: str | None = None
    when: tuple[Reading[When], ...] = ()
    place: tuple[Reading[Place], ...] = ()
    status: tuple[Reading[str], ...] = ()
    actors: tuple[Reading[Party], ...] = ()
    recipients: tuple[Reading[Party], ...] = ()
    amount: tuple[Reading[Quantity], ...] = ()
    claim_ids: tuple[str, ...] = ()
    document_ids: tuple[str, ...] = ()
    n_documents: int = 0
    n_outlets: int = 0
    corroboration: Corroboration = Corroboration()
    conflicts: tuple[Conflict, ...] = ()
    relations: tuple[Relation, ...] = ()
    elaborations: tuple[Elaboration, ...] = ()


AGREEMENT_STEPS = (
    "negotiating",
    "announced",
    "agreed_in_principle",
    "concluded",
    "initialled",
    "signed",
    "ratified",
    "in_force",
    "paused",
    "suspended",
    "breached",
    "terminated",
    "lapsed",
    "denied",
)
"""How far an agreement can have come, in this order; the last six end or halt it."""


@dataclass(frozen=True, slots=True)
class AgreementStatus:
    """One step in an agreement's history and the claims that tell it."""

    status: str  # of AGREEMENT_STEPS
    when: When | None
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """A ledger entry: what was agreed between whom, for how much, and how far it has come.

    ``relations``: the entries of several agreements told of together that it is a part of.
    """

    id: str
    title: str
    kind: str = "unspecified"
    parties: tuple[Party, ...] = ()
    signatories: tuple[Party, ...] = ()
    topics: tuple[str, ...] = ()
    binding: Literal["yes", "no", "unknown"] = "unknown"
    amounts: tuple[Reading[str], ...] = ()
    status: tuple[AgreementStatus, ...] = ()
    event_ids: tuple[str, ...] = ()
    claim_ids: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class Commitment:
    """What somebody promised, in which event, and what later reports say of it."""

    id: str
    by: tuple[Party, ...]
    to: tuple[Party, ...]
    text: str
    made_in: str | None
    status: Literal["open", "kept", "partly", "broken", "unknown"] = "unknown"
    follow_ups: tuple[str, ...] = ()
    claim_ids: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Storyline:
    """A chain of events among the same states on the same matter."""

    id: str
    label: str
    states: tuple[str, ...]
    topics: tuple[str, ...]
    event_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """The whole record: everything that is rebuilt from documents, claims and people's judgements.

    ``quantity_documents``: (quantity id, id of the document that it quotes), for those without a claim too.
    """

    documents: tuple[Document, ...] = ()
    claims: tuple[Claim, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    origins: tuple[Origin, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    events: tuple[Event, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    storylines: tuple[Storyline, ...] = ()
    quantity_documents: tuple[tuple[str, str], ...] = ()
