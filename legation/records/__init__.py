"""The nouns of the record: frozen dataclasses that every stage takes and gives.

This folder imports nothing of ours but the error tree. Offsets are code points into ``Document.text``, half-open.
Days are ``datetime.date``; ranges include both ends. ``None`` or an empty tuple means "not stated"; nothing is
invented.

Example:
    >>> Evidence.of("Dar called Rubio.", 4, 10, "event")
    Evidence(field='event', start=4, end=10, quote='called')
"""

from __future__ import annotations

from legation.records.claims import HAPPENED, AgreementMention, Analysis, Claim, Status
from legation.records.documents import Basis, Document, Failure, Noise, Published, RawDocument
from legation.records.events import (
    AGREEMENT_STEPS,
    Agreement,
    AgreementStatus,
    Commitment,
    Conflict,
    ConflictKind,
    Corroboration,
    Elaboration,
    Event,
    Judgement,
    Origin,
    OriginKind,
    Reading,
    Record,
    Relation,
    Severity,
    Storyline,
    Verdict,
    shown,
)
from legation.records.evidence import Evidence
from legation.records.parties import Actor, Mention, MentionKind, Office, Party, Place, Tenure
from legation.records.sentences import Sentence, Token
from legation.records.values import (
    Anchor,
    Attribution,
    CueKind,
    Precision,
    Quantity,
    Span,
    TimeExpression,
    TimeType,
    When,
)

__all__ = [
    "HAPPENED",
    "Actor",
    "Agreement",
    "AgreementMention",
    "AGREEMENT_STEPS",
    "AgreementStatus",
    "Analysis",
    "Anchor",
    "Attribution",
    "Basis",
    "Claim",
    "Commitment",
    "Conflict",
    "ConflictKind",
    "Corroboration",
    "CueKind",
    "Document",
    "Elaboration",
    "Event",
    "Evidence",
    "Failure",
    "Judgement",
    "Mention",
    "MentionKind",
    "Noise",
    "Office",
    "Origin",
    "OriginKind",
    "Party",
    "Place",
    "Precision",
    "Published",
    "Quantity",
    "RawDocument",
    "Reading",
    "Record",
    "Relation",
    "Sentence",
    "Severity",
    "Span",
    "Status",
    "Storyline",
    "Tenure",
    "TimeExpression",
    "TimeType",
    "Token",
    "Verdict",
    "When",
    "shown",
]
