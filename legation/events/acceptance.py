"""A person's word on a field: one reading is shown, and what it was disputed with is settled.

Such a judgement names a claim that gives the reading (``left``) and the field with its value (``right``), so that it
finds its reading again after any rebuild: by its value, else as what that claim now gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from legation.judgements.vetoes import say_days
from legation.records import Agreement, Conflict, Event, Judgement, Quantity, Reading, When

ACCEPT = "accept"
SHOWN_FIELDS = ("when", "place", "status", "amount")
"""Fields of which one reading is shown; parties are all shown, so only a conflict on them can be settled."""

Choices = dict[str, list[tuple[str, tuple[str, ...]]]]


def find_choices(about: Event | Agreement) -> Choices:
    """Field -> (value in words, the claims that give it): the readings of an event, and what is in conflict.

    Example:
        >>> find_choices(Event("e", "CONSULT", status=(Reading("occurred", ("c1",)),)))
        {'status': [('occurred', ('c1',))]}
    """
    found: Choices = {}
    if isinstance(about, Event):
        told = {name: getattr(about, name) for name in SHOWN_FIELDS}
        found = {name: [(say(r.value), r.claim_ids) for r in readings] for name, readings in told.items() if readings}
    for conflict in about.conflicts:
        if conflict.field not in found:
            found[conflict.field] = [(r.value, r.claim_ids) for r in conflict.readings]
    return found


def say(value: Any) -> str:
    """A reading's value in words that stay the same from build to build."""
    if isinstance(value, When):
        return say_days(value)
    if isinstance(value, Quantity):
        return value.quote
    return str(getattr(value, "name", value))


def accept_readings(
    events: Sequence[Event], agreements: Sequence[Agreement], judgements: Iterable[Judgement]
) -> tuple[tuple[Event, ...], tuple[Agreement, ...]]:
    """Events and agreements as people want them shown; of two words on one field the later holds."""
    standing = [j for j in judgements if j.verdict == ACCEPT and j.undone_by is None]
    latest = {(j.left, accepted(j)[0]): j for j in sorted(standing, key=lambda j: (j.at or "", j.id))}
    if not latest:
        return tuple(events), tuple(agreements)
    words: dict[str, list[Judgement]] = {}
    for (claim_id, _), judgement in latest.items():
        words.setdefault(claim_id, []).append(judgement)
    return tuple(_show(e, words) for e in events), tuple(_settle(a, words) for a in agreements)


def accepted(judgement: Judgement) -> tuple[str, str]:
    """The field that a person's word is on, and the value to show.

    Example:
        >>> accepted(Judgement("j", "claim-1", "place=Lima", ACCEPT))
        ('place', 'Lima')
    """
    field, _, value = judgement.right.partition("=")
    return field, value


def _on(about: Event | Agreement, words: Mapping[str, list[Judgement]]) -> dict[str, Judgement]:
    """Field -> the latest word on it by a claim of this event or agreement."""
    found = sorted((j for c in about.claim_ids for j in words.get(c, ())), key=lambda j: (j.at or "", j.id))
    return {accepted(j)[0]: j for j in found}


def _show(event: Event, words: Mapping[str, list[Judgement]]) -> Event:
    told = _on(event, words)
    changed: dict[str, Any] = {name: _chosen(getattr(event, name), told[name]) for name in SHOWN_FIELDS if name in told}
    return replace(event, conflicts=_settled(event.conflicts, told), **changed) if told else event


def _settle(agreement: Agreement, words: Mapping[str, list[Judgement]]) -> Agreement:
    told = _on(agreement, words)
    return replace(agreement, conflicts=_settled(agreement.conflicts, told)) if told else agreement


def _chosen(readings: Sequence[Reading[Any]], judgement: Judgement) -> tuple[Reading[Any], ...]:
    """The accepted reading shown and first; all as they were where nothing gives it any more."""
    value = accepted(judgement)[1]
    fitting = [r for r in readings if say(r.value) == value] or [r for r in readings if judgement.left in r.claim_ids]
    if not fitting:
        return tuple(readings)
    others = (replace(r, display=False) for r in readings if r is not fitting[0])
    return (replace(fitting[0], display=True), *others)


def _settled(conflicts: Sequence[Conflict], told: Mapping[str, Judgement]) -> tuple[Conflict, ...]:
    return tuple(replace(c, resolution=_resolution(told[c.field])) if _is_on(c, told) else c for c in conflicts)


def _is_on(conflict: Conflict, told: Mapping[str, Judgement]) -> bool:
    word = told.get(conflict.field)
    return word is not None and any(word.left in r.claim_ids for r in conflict.readings)


def _resolution(judgement: Judgement) -> str:
    value = accepted(judgement)[1]
    return f"{value}: accepted by {judgement.by}, because {'; '.join(judgement.reasons)}"
