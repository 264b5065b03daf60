"""The days of news whose report gives none: the week that ends with the day of publication."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from legation.claims.coreference import Group
from legation.claims.drafts import Draft, governing_verb
from legation.records import Document, When

LEAD = 0.3  # share of the text that brings the news; what comes after looks back as often
LEAST_LEAD = 600  # characters
NEWS_WEEK = timedelta(days=6)  # a report tells as news what happened in its week
_FINITE = ("VBD", "VBN", "VBZ", "VBP", "VBG", "NN", "NNS")


def with_news_days(document: Document, groups: Sequence[Group]) -> None:
    """Date what a report tells as news and gives no day, by the report: not after it, and not more than a week before.

    Marked inferred, anchored at the publication, without words: "Peru and Chile have signed a treaty" in a report of
    8 May lies between 2 and 8 May. History, opinion, things to come and reports without a day get nothing.
    """
    published = document.published
    if published.first is None or published.last is None or published.basis == "inferred":
        return
    when = When(published.first - NEWS_WEEK, published.last, precision="interval", anchor="published", inferred=True)
    lead_end = max(LEAD * len(document.text), LEAST_LEAD)
    for group in groups:
        leads = min(d.hit.span[0] for d in group.drafts) <= lead_end
        history = any(d.background for d in group.drafts)
        if leads and not history and not group.whens and _is_news(group.lead):
            group.drafts[0] = replace(group.lead, when=when)


def _is_news(draft: Draft) -> bool:
    """Told outright as done, by a verb or a noun that a verb carries."""
    verb = governing_verb(draft.sentence, draft.hit)
    return draft.status == "occurred" and not draft.opinion and verb.tag in _FINITE
