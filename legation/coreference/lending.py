"""Which telling of an event lends it its day: a near one, never one far below or one of what is over to a plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from legation.coreference.grouping import Group
from legation.drafts.drafting import Draft
from legation.drafts.scene import party_key
from legation.triggers.clauses import is_verb

FAR = 1000  # code points between two tellings that may well be of two events
NEWS_DAYS = 3
OLD_DAYS = 45  # what ended longer ago than this is no news
_OPEN = ("planned", "called_for", "hypothetical")
_REPEATED = ("CONSULT", "ASSAULT", "SANCTION", "COERCE", "MOBILIZE", "COMMENT")


def with_lent_days(groups: Sequence[Group], published: date | None) -> None:
    """Retellings that may be of another event lose their day, and its words, before the event is dated by them.

    Example: "The two met at the summit. ..." and, a page below, "they had met last week": the first has no day.
    """
    for group in groups:
        lead = group.lead
        group.drafts[1:] = [d if _lends(d, lead, published) else _undated(d) for d in group.drafts[1:]]


def _lends(draft: Draft, lead: Draft, published: date | None) -> bool:
    """Whether a retelling's day is surely that of the event as the lead tells it."""
    when = draft.when
    if when is None or draft.sentence.index == lead.sentence.index:
        return True
    over = published is not None and when.last is not None and when.last < published
    if lead.status in _OPEN and over:
        return False
    if abs(draft.hit.token.start - lead.hit.token.start) <= FAR:
        return True
    if draft.status in _OPEN and lead.status in _OPEN:
        return True
    if _is_old(draft, published) or (draft.background and lead.background):
        return draft.event_type != "CONSULT" or _points_back(draft)  # a treaty stands; people meet more than once
    if draft.status != lead.status or draft.background != lead.background:
        return False
    return _points_back(draft) or _is_once(draft, lead) or _is_news(draft, lead, published)


def _points_back(draft: Draft) -> bool:
    """A far telling that takes the event up by a pointing noun: "their meeting in June"."""
    return draft.hit.definite and not is_verb(draft.hit.token)


def _is_once(draft: Draft, lead: Draft) -> bool:
    """What the same side does once in a report, of one named kind: it withdraws, it calls the summit off."""
    return draft.mode is not None and draft.mode == lead.mode and draft.event_type not in _REPEATED


def _is_old(draft: Draft, published: date | None) -> bool:
    last = draft.when.last if draft.when is not None else None
    return last is not None and published is not None and (published - last).days > OLD_DAYS


def _is_news(draft: Draft, lead: Draft, published: date | None) -> bool:
    """One of the last days, told of the same people."""
    day = draft.when.first if draft.when is not None else None
    if day is None or published is None or draft.when is None or draft.when.last != day:
        return False
    both = {party_key(p) for p in draft.parties if p.person} & {party_key(p) for p in lead.parties if p.person}
    return len(both) >= 2 and 0 <= (published - day).days <= NEWS_DAYS


def _undated(draft: Draft) -> Draft:
    return replace(draft, when=None, evidence=tuple(e for e in draft.evidence if e.field != "when"))
