"""Ledger entries -> which of them are parts of others: one contract among "agreements worth $4 billion" of that day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from legation.agreements.mentions import AgreementClaim
from legation.records import Agreement, Relation

Entry = tuple[Agreement, Sequence[AgreementClaim]]
_SLACK_DAYS = 3
_LONGEST_DAYS = 2 * _SLACK_DAYS  # agreements "of last year" are no one occasion that others could be parts of
_REASON = "made when several agreements were told of together"


def link_parts(entries: Sequence[Entry]) -> list[Agreement]:
    """The entries, each with the entries that it is a part of; a part's sum is never added to its umbrella's.

    A part is of states of the umbrella and of its days, or few days from them, and has no greater sum in the same unit.
    """
    umbrellas: dict[str, list[Entry]] = {}
    for whole in entries:
        for state in {s for m in whole[1] for s in m.states} if is_umbrella(whole[1]) else ():
            umbrellas.setdefault(state, []).append(whole)
    return [replace(entry, relations=_wholes((entry, group), umbrellas)) for entry, group in entries]


def is_umbrella(group: Sequence[AgreementClaim]) -> bool:
    """Whether all claims of an entry speak of several agreements at once."""
    return all(m.plural for m in group)


def _wholes(part: Entry, umbrellas: Mapping[str, Sequence[Entry]]) -> tuple[Relation, ...]:
    """The umbrellas are kept by state: a part has a state of its whole."""
    if any(m.plural for m in part[1]):
        return ()
    near = {e[0].id: e for m in part[1] for state in m.states for e in umbrellas.get(state, ())}
    return tuple(
        Relation(entry.id, "part_of", _REASON, tuple(m.claim.id for m in group))
        for entry, group in (near[key] for key in sorted(near))
        if any(_holds(whole, one) for whole in group for one in part[1])
    )


def _holds(whole: AgreementClaim, one: AgreementClaim) -> bool:
    """Whether one of the agreements of ``whole`` can be ``one``: its states, its few days, a sum no greater."""
    if not one.states or not one.states <= whole.states or whole.days is None or one.days is None:
        return False
    if (whole.days[1] - whole.days[0]).days > _LONGEST_DAYS:
        return False
    apart = max((one.days[0] - whole.days[1]).days, (whole.days[0] - one.days[1]).days)
    return apart <= _SLACK_DAYS and one.kind != "ceasefire" and _fits(whole, one)


def _fits(whole: AgreementClaim, one: AgreementClaim) -> bool:
    """No sum of the part is greater than every sum of the whole in its unit."""
    for value, _, unit in one.amounts:
        totals = [total for total, _, money in whole.amounts if money == unit and total is not None]
        if value is not None and totals and value > max(totals):
            return False
    return True
