"""The nouns of the record: frozen dataclasses that every stage takes and gives.

This module imports nothing of ours but the error tree. Offsets are code points into ``Document.text``, half-open.
Days are ``datetime.date``; ranges include both ends. ``None`` or an empty tuple means "not stated"; nothing is invented.

Example:
    >>> Evidence.of("Dar called Rubio.", 4, 10, "event")
    Evidence(field='event', start=4, end=10, quote='called')
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Generic, Literal, TypeVar

from legation.errors import EvidenceError

T = TypeVar("T")

Span = tuple[int, int]
"""Half-open offsets (start, end) in code points of the document's text."""

Basis = Literal["metadata", "url", "text", "inferred", "unknown"]
Status = Literal["occurred", "ongoing", "planned", "called_for", "hypothetical", "negated", "denied"]
Verdict = Literal["same", "different", "unsure"]
Precision = Literal[
    "time", "day", "weekday", "week", "month", "quarter", "season", "year", "decade", "interval", "order"
]
Anchor = Literal["absolute", "published", "narrative", "dateline", "event", "none"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
MentionKind = Literal["person", "state", "organisation", "office", "group", "place", "collective", "pronoun"]
CueKind = Literal["speech", "thought", "stance"]
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


# -- words ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Evidence:
    """Verbatim words of one document that carry one field of a record: ``text[start:end] == quote``."""

    field: str
    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if self.start < 0 or self.end <= self.start or self.end - self.start != len(self.quote):
            raise EvidenceError(f"evidence {self.start}:{self.end} cannot hold {self.quote!r}: a quote is as long as its span")

    @classmethod
    def of(cls, text: str, start: int, end: int, field: str) -> Evidence:
        """The words at ``text[start:end]`` as evidence for ``field``."""
        return cls(field, start, end, text[start:end])

    def check(self, text: str) -> Evidence:
        """This evidence, or ``EvidenceError`` when ``text`` has other words at its span."""
        if text[self.start : self.end] != self.quote:
            found = text[self.start : self.end]
            raise EvidenceError(f"evidence {self.start}:{self.end} says {self.quote!r}, the text there reads {found!r}")
        return self


@dataclass(frozen=True, slots=True)
class Noise:
    """A stretch of a document that is not the report's body (menu, ticker, promo), and the rule that says so."""

    start: int
    end: int
    kind: str
    rule: str


# -- documents ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Published:
    """The day or range of days on which a document was published, and what that rests on."""

    first: date | None = None
    last: date | None = None
    basis: Basis = "unknown"
    evidence: tuple[Evidence, ...] = ()

    @property
    def day(self) -> date | None:
        """The single day, if it is known to be one."""
        return self.first if self.first is not None and self.first == self.last else None


@dataclass(frozen=True, slots=True)
class RawDocument:
    """What a reader found in a file, before anything is judged: the bytes' text or HTML and the fields beside it.

    ``name`` is the file name or ``file#line`` and takes part in the id where no id or URL is given.
    Exactly one of ``text`` and ``html`` is set.
    """

    name: str
    text: str | None = None
    html: str | None = None
    id: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    language: str | None = None
    published: str | None = None
    retrieved: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not become a document, and why. The run goes on."""

    name: str
    stage: str
    reason: str
    remedy: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One report as one outlet printed it. ``text`` never changes once read; noise is marked, never cut."""

    id: str
    name: str
    text: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    language: str | None = None
    published: Published = Published()
    retrieved: str | None = None
    noise: tuple[Noise, ...] = ()
    copy_of: str | None = None
    copy_kind: str | None = None
    sha256: str = ""
    dateline: Evidence | None = None


# -- one document's parse -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a parsed sentence. ``index`` and ``head`` count within the sentence; the root is its own head."""

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    ent: str = ""
    morph: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its parse. ``children[i]`` are the token indices that depend on token ``i``, in order."""

    index: int
    paragraph: int
    start: int
    end: int
    text: str
    tokens: tuple[Token, ...] = ()
    children: tuple[tuple[int, ...], ...] = ()

    @property
    def root(self) -> Token | None:
        """The first token that is its own head."""
        return next((t for t in self.tokens if t.head == t.index), None)

    def head(self, token: Token) -> Token:
        """The token that ``token`` depends on (itself for a root)."""
        return self.tokens[token.head]

    def child_tokens(self, token: Token, *deps: str) -> list[Token]:
        """The direct dependants of ``token``, those with one of ``deps`` only, if given."""
        found = (self.tokens[i] for i in self.children[token.index])
        return [t for t in found if not deps or t.dep in deps]

    def subtree(self, token: Token) -> list[Token]:
        """``token`` and all that depends on it, in text order."""
        waiting, found = [token.index], set[int]()
        while waiting:
            index = waiting.pop()
            if index not in found:
                found.add(index)
                waiting.extend(self.children[index])
        return [self.tokens[i] for i in sorted(found)]

    def ancestors(self, token: Token) -> list[Token]:
        """The chain of heads above ``token``, nearest first."""
        found: list[Token] = []
        while token.head != token.index and len(found) <= len(self.tokens):
            token = self.tokens[token.head]
            found.append(token)
        return found

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """The tokens that touch the span ``start:end`` of the document."""
        return [t for t in self.tokens if t.start < end and t.end > start]

    def span_head(self, start: int, end: int) -> Token | None:
        """The token of the span whose head stands outside it."""
        inside = self.tokens_in(start, end)
        indices = {t.index for t in inside}
        return next((t for t in inside if t.head not in indices or t.head == t.index), None)


# -- who ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, state, organisation or group of the knowledge. ``id`` is a Wikidata id where known, else our own."""

    id: str
    kind: Literal["person", "state", "organisation", "igo", "group", "company", "organ"]
    name: str
    names: tuple[str, ...] = ()
    state: str | None = None
    sector: str | None = None
    wikidata: str | None = None
    wikipedia: str | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """A post that people hold in turn, such as foreign minister of Pakistan."""

    id: str
    title: str
    state: str
    sector: str = "GOV"
    seniority: int | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Tenure:
    """Who held an office from when to when. ``last`` None: open when the source was last checked."""

    office_id: str
    actor_id: str
    first: date | None
    last: date | None
    basis: str
    attested: bool = False


@dataclass(frozen=True, slots=True)
class Party:
    """Someone who takes part in a claim, in the office held on that day. ``name`` is canonical, never a bare surname."""

    name: str
    actor_id: str | None = None
    person: bool = False
    wikidata: str | None = None
    wikipedia: str | None = None
    office_id: str | None = None
    office: str | None = None
    state: str | None = None
    sector: str | None = None
    seniority: int | None = None
    role: str | None = None
    initiator: bool = False
    host: bool = False
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a document that mean one or several actors.

    ``parties`` is empty when nothing in knowledge or document says who is meant; several for "the two leaders".
    ``candidates`` holds actor ids that fit when more than one does (then ``parties`` is empty).
    ``head`` is the index of the head token in its sentence. ``flags`` hold slips such as ``"then-office-is-current"``.
    """

    sentence: int
    start: int
    end: int
    quote: str
    kind: MentionKind
    head: int
    parties: tuple[Party, ...] = ()
    candidates: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer, or just a name in the text."""

    name: str
    id: str | None = None
    country: str | None = None
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    evidence: tuple[Evidence, ...] = ()


# -- when -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class When:
    """The days that words can mean. "A Saturday, not before August 2025" is weekday 6 and ``not_before``.

    Both of ``first`` and ``last`` None: no day is known. ``anchor`` says what a relative expression was counted from.
    """

    first: date | None = None
    last: date | None = None
    weekday: int | None = None
    not_before: date | None = None
    not_after: date | None = None
    edtf: str | None = None
    precision: Precision = "day"
    text: str = ""
    anchor: Anchor = "none"
    inferred: bool = False
    chain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression in a text: its words, TIMEX3 type and value, and the days it can mean."""

    start: int
    end: int
    text: str
    type: TimeType
    value: str | None
    when: When


# -- how much -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount: ``value``, or ``low`` and ``high`` of a range; never converted. ``unit``: ISO 4217, percent or a noun."""

    id: str
    start: int
    end: int
    quote: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    approx: bool = False
    change: str = "="
    measure: str | None = None
    period: str | None = None
    baseline: str | None = None
    claim_id: str | None = None


# -- who says so ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: the words that name the speaker, the cue ("said", "according to") and the content.

    ``speaker`` is the resolved party or None; ``organ`` the organ's words ("Ministry of Foreign Affairs"), ``state`` its state.
    ``kind``: said ("said", "according to"), thought ("believes", "wants") or a stance on something ("criticized").
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    cue_text: str
    directness: Literal["direct", "indirect", "mixed"] = "indirect"
    speaker: Party | None = None
    organ: str | None = None
    state: str | None = None
    anonymous: bool = False
    opinion: bool = False
    via: Attribution | None = None
    evidence: tuple[Evidence, ...] = ()
    kind: CueKind = "speech"


# -- what happened, as one document tells it ------------------------------------------------------------------------


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


@dataclass(frozen=True, slots=True)
class AgreementMention:
    """What one claim says of an agreement: its kind, name, subject and how far it has come."""

    kind: str = "unspecified"
    title: str | None = None
    status: str | None = None
    subjects: tuple[str, ...] = ()


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


# -- across documents -----------------------------------------------------------------------------------------------


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
    """Whether two claims tell one event. A person's judgement outlives every rebuild; its quotes find moved claims."""

    id: str
    left: str
    right: str
    verdict: Verdict
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


@dataclass(frozen=True, slots=True)
class Conflict:
    """Where readings of one event differ, how badly, and why nothing was averaged."""

    id: str
    event_id: str
    field: str
    kind: Literal["value", "date", "status", "role", "form", "identity", "scope", "attachment", "office"]
    severity: Literal["granularity", "tension", "contradiction"]
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


@dataclass(frozen=True, slots=True)
class AgreementStatus:
    """One step in an agreement's history and the claims that tell it."""

    status: str
    when: When | None
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """A ledger entry: what was agreed between whom, for how much, and how far it has come."""

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
    """The whole record as ``reconcile`` gives it: everything that is rebuilt from documents, claims and people's judgements."""

    documents: tuple[Document, ...] = ()
    claims: tuple[Claim, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    origins: tuple[Origin, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    events: tuple[Event, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    storylines: tuple[Storyline, ...] = ()
