"""What happened, as one document tells it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from legation.records.documents import Document
from legation.records.evidence import Evidence
from legation.records.parties import Mention, Party, Place
from legation.records.values import Attribution, Quantity, TimeExpression, When

Status = Literal["occurred", "ongoing", "planned", "called_for", "hypothetical", "negated", "denied"]

HAPPENED: tuple[Status, ...] = ("occurred", "ongoing")
"""The statuses of what is told as a fact: done, or going on."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One event as one document tells it. ``id`` hashes where it stands, never what was derived."""

    id: str
    document_id: str
    event_type: str
    mode: str | None = None
    cameo: str | None = None
    contexts: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    score: float = 1.0
    status: Status = "occurred"
    factuality: float | None = None
    background: bool = False
    opinion: bool = False
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    others: tuple[Party, ...] = ()
    when: When | None = None
    event_when: When | None = None
    place: Place | None = None
    quantities: tuple[str, ...] = ()
    attribution: Attribution | None = None
    ordinal: int | None = None
    agreement: AgreementMention | None = None
    flags: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def start(self) -> int:
        """Where the first trigger stands: the claim's place in its document."""
        return min((e.start for e in self.evidence if e.field == "event"), default=0)

    def evidence_for(self, field: str) -> Evidence | None:
        """The first words that give a field; None where no words do. Those of ``event`` are the trigger's."""
        return next((e for e in self.evidence if e.field == field), None)

    @property
    def words(self) -> str:
        """The words of the first trigger; empty where the claim has none."""
        trigger = self.evidence_for("event")
        return trigger.quote if trigger else ""


@dataclass(frozen=True, slots=True)
class AgreementMention:
    """What one claim says of an agreement: its kind, name, subject and how far it has come.

    ``matter``: single words of what it is about, lower case ("fisheries"; "debt", "restructuring"). ``between``: the
    states that the words "between A and B" name as its sides.
    """

    kind: str = "unspecified"
    title: str | None = None
    status: str | None = None
    subjects: tuple[str, ...] = ()
    matter: tuple[str, ...] = ()
    between: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that one document says. Pure result of ``analyse``; what the store keeps of a document."""

    document: Document
    claims: tuple[Claim, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    notes: tuple[str, ...] = ()
