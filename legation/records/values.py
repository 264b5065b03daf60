"""When, how much, and who says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from legation.records.evidence import Evidence
from legation.records.parties import Party

Span = tuple[int, int]
"""Half-open offsets (start, end) in code points of the document's text."""

Precision = Literal[
    "time", "day", "weekday", "week", "month", "quarter", "season", "year", "decade", "interval", "order"
]

Anchor = Literal["absolute", "published", "narrative", "dateline", "event", "none"]

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]

CueKind = Literal["speech", "thought", "stance"]


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

    @property
    def earliest(self) -> date | None:
        """The first day that it can mean; None where nothing bounds it from below."""
        return self.first or self.not_before

    @property
    def latest(self) -> date | None:
        """The last day that it can mean; None where nothing bounds it from above."""
        return self.last or self.not_after

    @property
    def is_bounded(self) -> bool:
        """Whether it says on which days the event can lie: "a Saturday, not before August" alone does not."""
        return self.earliest is not None and self.latest is not None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression in a text: its words, TIMEX3 type and value, and the days it can mean."""

    start: int
    end: int
    text: str
    type: TimeType
    value: str | None
    when: When


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount: ``value``, or ``low`` and ``high`` of a range, never converted.

    ``unit``: ISO 4217, percent or a noun; a name that several states share ("rupee") where nothing tells whose, with
    the codes that it can be in ``candidates``. ``actors`` and ``recipients`` say whose the amount is: the tariff of
    actors on goods of recipients, the pledge of actors to recipients; what is mutual, such as trade, has both sides in
    ``actors``. ``when`` holds the days of ``period``.
    """

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
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    when: When | None = None
    candidates: tuple[str, ...] = ()

    @property
    def evidence(self) -> Evidence:
        """The words that tell the amount."""
        return Evidence("quantity", self.start, self.end, self.quote)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: the words that name the speaker, the cue ("said", "according to") and the content.

    ``speaker`` is the resolved party or None; ``organ`` its words ("Ministry of Foreign Affairs"), ``state`` its
    state.
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
