"""What became of a promise: later claims of the same sides on the same matter, done, done in part, or refused.

Example: "pledged to send howitzers" in March and "delivered howitzers" in May: kept. "Refused to open the border" after
"promised to open the border": broken. Two sums decide between kept and partly: 30 of 80 million are a part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from legation.languages.en.agreements import EMPTY
from legation.quantities import find_quantities
from legation.records import HAPPENED, Claim, Document
from legation.text import find_words

Outcome = Literal["open", "kept", "partly", "broken"]

_DOING = frozenset({"AID", "COOPERATE", "RETREAT", "SUPPORT", "CONCEDE", "SANCTION", "MOBILIZE", "CONSULT"})
_REFUSING = frozenset({"REJECT"})
_NOT_DONE = frozenset({"negated", "denied"})
_ENDS = re.compile(r"[.!?][”\"’)]?\s+(?=[A-Z“\"])|\n")
_LONGEST = 500
_FEWEST_SHARED = 2
_ENDINGS = ("ing", "ies", "ed", "es", "s", "y")


@dataclass(frozen=True, slots=True)
class Deed:
    """A claim as promises are compared with it: its day, its sentence and the stems of its words."""

    claim: Claim
    day: date
    sentence: str
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class Deeds:
    """The deeds of one state in the order of their days, and the places of those that hold a stem."""

    told: tuple[Deed, ...]
    places: Mapping[str, Sequence[int]]

    def near(self, wanted: Sequence[str]) -> Iterator[Deed]:
        """The deeds that could hold more than half of the stems: those with one of the rarest half of them."""
        rarest = sorted(wanted, key=lambda stem: (len(self.places.get(stem, ())), stem))[: (len(wanted) + 1) // 2]
        for place in sorted({p for stem in rarest for p in self.places.get(stem, ())}):
            yield self.told[place]


def read_deeds(claims: Sequence[Claim], documents: Sequence[Document]) -> dict[str, Deeds]:
    """State -> the dated claims of its actors that do or refuse something."""
    homes = {d.id: d for d in documents}
    found: dict[str, list[Deed]] = {}
    for claim in claims:
        document = homes.get(claim.document_id)
        if document is None or claim.background or claim.opinion or claim.event_type not in _DOING | _REFUSING:
            continue
        when = claim.event_when or claim.when
        day = (when.first if when is not None else None) or document.published.first
        if day is None:
            continue
        sentence = sentence_around(document.text, claim.start)
        deed = Deed(claim, day, sentence, frozenset(stems(sentence)))
        for state in {p.state for p in claim.actors if p.state}:
            found.setdefault(state, []).append(deed)
    return {state: _in_order(deeds) for state, deeds in found.items()}


def _in_order(deeds: Iterable[Deed]) -> Deeds:
    told = tuple(sorted(deeds, key=lambda d: (d.day, d.claim.id)))
    places: dict[str, list[int]] = {}
    for place, deed in enumerate(told):
        for stem in deed.stems:
            places.setdefault(stem, []).append(place)
    return Deeds(told, places)


def find_outcome(
    promise: Claim, words: str, made: date | None, deeds: Mapping[str, Deeds]
) -> tuple[Outcome, tuple[str, ...]]:
    """What the latest claim that bears on a promise makes of it, and the ids of all claims that do."""
    wanted = stems(words)
    bearing = [
        d
        for state in sorted({p.state for p in promise.actors if p.state})
        if state in deeds
        for d in deeds[state].near(wanted)
        if made is not None and d.day > made and _bears(promise, wanted, d)
    ]
    told = [(_outcome_of(d, words), d) for d in bearing]
    known = [(outcome, d) for outcome, d in told if outcome != "open"]
    if not known:
        return "open", ()
    return known[-1][0], tuple(dict.fromkeys(d.claim.id for _, d in known))


def _bears(promise: Claim, wanted: Sequence[str], deed: Deed) -> bool:
    """Whether a claim is on the matter of a promise: most of its words, and no other recipient."""
    theirs = {p.state for p in promise.recipients if p.state}
    others = {p.state for p in deed.claim.recipients if p.state}
    if theirs and others and not theirs & others:
        return False
    shared = deed.stems & set(wanted)
    return len(shared) >= min(_FEWEST_SHARED, len(wanted)) and 2 * len(shared) > len(wanted) > 0


def _outcome_of(deed: Deed, words: str) -> Outcome:
    claim = deed.claim
    if claim.event_type in _REFUSING or claim.status in _NOT_DONE:
        return "broken" if claim.status != "hypothetical" else "open"
    if claim.status not in HAPPENED:
        return "open"
    promised = {q.unit: q.value for q in find_quantities(words) if q.value is not None}
    given = {q.unit: q.value for q in find_quantities(deed.sentence) if q.value is not None}
    less = any(given[u] < v for u, v in promised.items() if u in given)
    return "partly" if less else "kept"


def stems(words: str) -> list[str]:
    """The words that carry meaning, without endings; numbers and small words are left out.

    Example:
        >>> stems("send 12 howitzers to the border")
        ['send', 'howitzer', 'border']
    """
    found = (w.lower() for _, _, w in find_words(words) if w.isalpha() and len(w) > 2 and w.lower() not in EMPTY)
    return list(dict.fromkeys(_stem(w) for w in found))


def _stem(word: str) -> str:
    ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) > 2), "")
    return word.removesuffix(ending)


def sentence_around(text: str, at: int) -> str:
    """The words between the ends of sentences around an offset."""
    low, high = max(0, at - _LONGEST), min(len(text), at + _LONGEST)
    start = max((m.end() for m in _ENDS.finditer(text, low, at)), default=low)
    behind = _ENDS.search(text, at, high)
    return text[start : behind.start() + 1 if behind is not None else high]
