"""What a headline says of the text below it: whose words they are, and that its sides spoke by phone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from legation.drafts.drafting import Draft, governing_verb
from legation.drafts.scene import party_key, with_evidence
from legation.languages.en import headlines as words
from legation.records import Document, Mention, Party
from legation.text import fold
from legation.triggers.clauses import is_verb, surface_subjects

LEAD_SENTENCES = 5  # the call that a headline tells of stands at the head of its text
_STATEMENT_OF = re.compile(words.STATEMENT_OF, re.IGNORECASE)
_CALL_WITH = re.compile(words.CALL_WITH, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Headline:
    """``owner``: whose statement the text is. ``called``: the folded words of a headline that tells of a call."""

    owner: Party | None = None
    called: frozenset[str] = frozenset()


def read_headline(document: Document, mentions: Iterable[Mention]) -> Headline:
    """What the headline says, the title of the report or else its first line.

    Example: "Statement from President Diouf on his Call with President Keita" -> Diouf's words, of a call.
    """
    first = document.text.lstrip().partition("\n")[0]
    title = document.title or first
    found = frozenset(re.findall(r"\w+", fold(title)))
    called = found if _CALL_WITH.search(title) and not found & words.NO_PHONE else frozenset()
    return Headline(_owner(document.text, title, mentions), called)


def _owner(text: str, title: str, mentions: Iterable[Mention]) -> Party | None:
    """The person whom "Statement by" names, where the headline stands in the text."""
    opening, start = _STATEMENT_OF.match(title), text.find(title)
    if opening is None or start < 0:
        return None
    at = start + opening.end()
    named = (m for m in mentions if m.start <= at < m.end and m.kind in ("person", "office"))
    people = ((m, m.parties[0]) for m in named if len(m.parties) == 1 and m.parties[0].person)
    return next((with_evidence(party, text, mention, "actor") for mention, party in people), None)


def with_headline(draft: Draft, headline: Headline) -> Draft:
    """The draft with its speaker ("I spoke with Keita") and its phone, where the headline tells them."""
    if draft.event_type != "CONSULT" or not is_verb(draft.hit.token):
        return draft
    return _by_phone(_with_first_person(draft, headline.owner), headline.called)


def _with_first_person(draft: Draft, owner: Party | None) -> Draft:
    if owner is None or draft.attribution is not None or not draft.hit.trigger.frame.mutual:
        return draft
    subjects = surface_subjects(draft.sentence, governing_verb(draft.sentence, draft.hit))
    if not any(t.text == "I" for t in subjects) or party_key(owner) in {party_key(p) for p in draft.parties}:
        return draft
    return replace(draft, actors=(owner, *draft.actors))


def _by_phone(draft: Draft, called: frozenset[str]) -> Draft:
    """ "spoke with Keita" below "Readout of the President's Call with Keita" tells of that call."""
    plain = draft.mode is None and draft.hit.trigger.frame.name == "conversation" and draft.status == "occurred"
    if not plain or draft.background or draft.sentence.index > LEAD_SENTENCES:
        return draft
    named = [p for p in draft.parties if set(fold(p.name).split()[-1:]) & called]
    return replace(draft, mode="phone") if named else draft
