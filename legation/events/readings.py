"""Claims of one event -> readings: one for each distinct value of a field, with the claims and origins behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from legation.judgements.facts import Aliases, Facts, party_key
from legation.records import Party, Place, Quantity, Reading, When

V = TypeVar("V")
Origins = Mapping[str, str]
"""Claim id -> origin id."""


def read_values(
    pairs: Iterable[tuple[str, V, str]], origins: Origins, best: Callable[[V], object]
) -> tuple[Reading[V], ...]:
    """Readings of (key, value, claim id) triples: one a key; its value is the least by ``best``.

    Order: most origins first, then most claims, then key. Nothing is averaged and nothing dropped.
    """
    values: dict[str, list[V]] = defaultdict(list)
    claims: dict[str, set[str]] = defaultdict(set)
    for key, value, claim_id in pairs:
        values[key].append(value)
        claims[key].add(claim_id)
    readings = []
    for key in sorted(values):
        ids = tuple(sorted(claims[key]))
        found = tuple(sorted({origins[i] for i in ids if i in origins}))
        readings.append(
            (-len(found), -len(ids), key, Reading(min(values[key], key=lambda v: str(best(v))), ids, found))
        )
    return tuple(r for *_, r in sorted(readings, key=lambda r: r[:3]))


def read_when(members: Sequence[Facts], origins: Origins) -> tuple[Reading[When], ...]:
    """Readings of the day; shown is the narrowest that most agree with, the others stay beside it."""
    told = [(_day_key(f.when), f.when, f.claim.id) for f in members if f.when is not None]
    readings = read_values(told, origins, lambda w: (not w.text, w.text))
    ordered = sorted(enumerate(readings), key=lambda r: (_vagueness(r[1].value), r[0]))
    return tuple(Reading(r.value, r.claim_ids, r.origin_ids, i == 0) for i, (_, r) in enumerate(ordered))


def _day_key(when: When) -> str:
    if when.first or when.last:
        return f"{when.first}/{when.last}"
    return f"?/{when.weekday}/{when.not_before}/{when.not_after}/{'' if when.weekday else when.text.lower()}"


def _vagueness(when: When) -> tuple[bool, bool, int]:
    soft = when.inferred or when.anchor in ("narrative", "event")
    if when.first is None or when.last is None:
        return True, False, (0 if when.not_before else 1) if when.weekday else 2
    return False, soft, (when.last - when.first).days


def read_parties(
    members: Sequence[Facts], role: Callable[[Facts], Iterable[Party]], origins: Origins, aliases: Aliases
) -> tuple[Reading[Party], ...]:
    """Readings of one role, one a party; the fullest form of the party is kept."""
    told = [(party_key(p, aliases), p, f.claim.id) for f in members for p in role(f)]
    return read_values(told, origins, lambda p: (p.actor_id is None, p.office is None, not p.person, p.name))


def read_places(members: Sequence[Facts], origins: Origins) -> tuple[Reading[Place], ...]:
    """Readings of the place by its name."""
    told = [(f.claim.place.name, f.claim.place, f.claim.id) for f in members if f.claim.place is not None]
    return read_values(told, origins, lambda p: (p.id is None, p.name))


def read_status(members: Sequence[Facts], origins: Origins) -> tuple[Reading[str], ...]:
    """Readings of the status; an act planned and done is one event with a history, shown as done."""
    told = [(f.claim.status, f.claim.status, f.claim.id) for f in members]
    readings = sorted(read_values([(k, str(v), c) for k, v, c in told], origins, str), key=_how_done)
    return tuple(Reading(r.value, r.claim_ids, r.origin_ids, i == 0) for i, r in enumerate(readings))


STATUS_ORDER = ("occurred", "ongoing", "denied", "negated", "planned", "called_for", "hypothetical")


def _how_done(reading: Reading[str]) -> int:
    return STATUS_ORDER.index(reading.value)


def read_amounts(
    members: Sequence[Facts], quantities: Mapping[str, Quantity], origins: Origins
) -> tuple[Reading[Quantity], ...]:
    """Readings of the amounts, one for every value, unit and period; "around 500" is a reading of 500."""
    told = [
        (_amount_key(quantities[q]), quantities[q], f.claim.id)
        for f in members
        for q in f.claim.quantities
        if q in quantities
    ]
    return read_values(told, origins, lambda q: (q.approx, q.id))


def _amount_key(q: Quantity) -> str:
    number = f"{q.value.normalize():f}" if q.value is not None else f"{q.low}..{q.high}"
    return f"{q.unit}|{number}|{q.period or ''}|{q.change if q.change in ('up', 'down') else ''}"
