"""What a person's word names, found in the store, and the judgements that it makes."""

from __future__ import annotations

from legation.errors import UsageError
from legation.events import find_choices
from legation.records import Claim, Judgement, Verdict
from legation.store import Store
from legation.views.show import find_id


def person_says(
    judgement_id: str, left: Claim, right: Claim, verdict: Verdict, reason: str, by: str, at: str
) -> Judgement:
    """A person's word on two claims, with both quotes."""
    quotes = left.words, right.words
    return Judgement(judgement_id, left.id, right.id, verdict, 1.0, by, (_given(reason),), *quotes, at)


def _given(reason: str) -> str:
    """A reason with words in it; a judgement without one could not be read again."""
    if not reason.strip():
        raise UsageError("a judgement without a reason", 'say why, as in --reason "both name the July visit"')
    return reason.strip()


def claims_of(store: Store, given: str) -> list[Claim]:
    """The claim of that id, or all of that event, by the beginning of the id too; ``UsageError`` for neither."""
    wanted = find_id(store, given)
    event = store.event(wanted)
    found = [store.claim(i) for i in (event.claim_ids if event else (wanted,))]
    claims = [c for c in found if c is not None]
    if not claims:
        raise UsageError(f"no claim or event {given} in {store.path}", "legation show gives the ids")
    return claims


def id_of(claim: Claim) -> str:
    """What claims are sorted by."""
    return claim.id


def find_reading(store: Store, reading: str) -> tuple[str, str, tuple[str, ...]]:
    """Field, value in words and claims of a reading."""
    given, field, number = (*reading.rsplit(":", 2), "", "")[:3]
    about_id = find_id(store, given)
    about = store.event(about_id) or store.catalogue.agreement(about_id)
    values = find_choices(about).get(field, []) if about else []
    if not number.isdigit() or not 1 <= int(number) <= len(values):
        raise UsageError(f"no reading {reading} in {store.path}", "legation judge readings EVENT prints them")
    return field, *values[int(number) - 1]


def accept_claims(
    store: Store, act: str, field: str, value: str, claim_ids: tuple[str, ...], reason: str, by: str, at: str
) -> tuple[Judgement, ...]:
    """A person's word on a reading: one judgement a claim that gives it."""
    claims = [c for c in map(store.claim, claim_ids) if c is not None]
    return tuple(
        Judgement(f"{act}-{n}", c.id, f"{field}={value}", "accept", 1.0, by, (_given(reason),), c.words, at=at)
        for n, c in enumerate(claims, 1)
    )
