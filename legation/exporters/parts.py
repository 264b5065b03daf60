"""Parts of exported rows: evidence, parties, days, places, attributions, readings. Missing is null or an empty list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from legation.records import (
    Attribution,
    Conflict,
    Elaboration,
    Evidence,
    Party,
    Place,
    Published,
    Quantity,
    Reading,
    Relation,
    When,
)

Row = dict[str, Any]


def evidence_row(evidence: Evidence) -> Row:
    """Words and where they stand."""
    return {"field": evidence.field, "start": evidence.start, "end": evidence.end, "quote": evidence.quote}


def evidence_rows(evidence: Iterable[Evidence]) -> list[Row]:
    """Each piece of evidence, in its order."""
    return [evidence_row(e) for e in evidence]


def party_row(party: Party) -> Row:
    """A party; ``role``, ``initiator`` and ``host`` only where a report says so."""
    names = (
        "actor_id",
        "name",
        "person",
        "wikidata",
        "wikipedia",
        "office_id",
        "office",
        "state",
        "sector",
        "seniority",
    )
    row = {name: getattr(party, name) for name in names}
    if party.role:
        row["role"] = party.role
    row |= {name: True for name in ("initiator", "host") if getattr(party, name)}
    return row | {"evidence": evidence_rows(party.evidence)}


def party_rows(parties: Iterable[Party]) -> list[Row]:
    """Each party, in its order."""
    return [party_row(p) for p in parties]


def when_row(when: When | None, chain: bool = False) -> Row | None:
    """A day or range; with ``chain`` also the claims from which it was inferred."""
    if when is None:
        return None
    row: Row = {"first": day(when.first), "last": day(when.last), "weekday": when.weekday}
    row |= {"not_before": day(when.not_before), "not_after": day(when.not_after)}
    row |= {name: getattr(when, name) for name in ("edtf", "precision", "text", "anchor", "inferred")}
    return row | {"chain": list(when.chain)} if chain else row


def place_row(place: Place | None) -> Row | None:
    """A place; None where none is told."""
    if place is None:
        return None
    row = {name: getattr(place, name) for name in ("id", "name", "country", "geonames", "lat", "lon")}
    return row | {"evidence": evidence_rows(place.evidence)}


def attribution_row(said: Attribution | None) -> Row | None:
    """Who says so, and through whom; None where nobody is named."""
    if said is None:
        return None
    return {
        "speaker": party_row(said.speaker) if said.speaker else None,
        "organ": said.organ,
        "state": said.state,
        "cue": said.cue_text,
        "directness": said.directness,
        "via": attribution_row(said.via),
        "evidence": evidence_rows(said.evidence),
    }


def published_row(published: Published) -> Row:
    """The publication day and what it rests on."""
    row: Row = {"first": day(published.first), "last": day(published.last), "basis": published.basis}
    return row | {"evidence": evidence_rows(published.evidence)}


def amount_row(quantity: Quantity) -> Row:
    """An amount as the value of a reading."""
    row = {name: number(getattr(quantity, name)) for name in ("value", "low", "high")}
    return {"id": quantity.id, **row, "unit": quantity.unit, "approx": quantity.approx, "change": quantity.change}


def reading_row(reading: Reading[Any]) -> Row:
    """One value that some claims give, and the origins they go back to."""
    row: Row = {"value": value_row(reading.value), "claim_ids": list(reading.claim_ids)}
    return row | {"origin_ids": list(reading.origin_ids), "display": reading.display}


def value_row(value: Any) -> Any:
    """The value of a reading, by its kind."""
    match value:
        case When():
            return when_row(value, chain=True)
        case Place():
            return place_row(value)
        case Party():
            return party_row(value)
        case Quantity():
            return amount_row(value)
    return value


def reading_rows(readings: Iterable[Reading[Any]]) -> list[Row]:
    """Each reading, in its order."""
    return [reading_row(r) for r in readings]


def conflict_row(conflict: Conflict) -> Row:
    """A conflict without what it belongs to."""
    row: Row = {name: getattr(conflict, name) for name in ("id", "field", "kind", "severity")}
    return row | {
        "readings": reading_rows(conflict.readings),
        "note": conflict.note,
        "resolution": conflict.resolution,
    }


def elaboration_row(added: Elaboration) -> Row:
    """A sentence of a report that goes beyond the statement which it relays."""
    row: Row = {"document_id": added.document_id, "origin_id": added.origin_id, "fields": list(added.fields)}
    return row | {"claim_ids": list(added.claim_ids), "evidence": evidence_row(added.evidence)}


def relation_row(relation: Relation) -> Row:
    """How an event stands to another; ``to`` is null where no report tells the other one."""
    row: Row = {"to": relation.to or None, "type": relation.type, "reason": relation.reason}
    return row | {"claim_ids": list(relation.claim_ids)}


def day(value: date | None) -> str | None:
    """An ISO day."""
    return value.isoformat() if value is not None else None


def number(value: Decimal | None) -> int | float | Decimal | None:
    """An exact amount as a number that JSON writes with the same digits.

    Example:
        >>> number(Decimal("7.30")), number(Decimal("5E+8"))
        (7.3, 500000000)
    """
    if value is None or value != value.to_integral_value():
        exact = value is None or Decimal(repr(float(value))) == value
        return None if value is None else float(value) if exact else value
    return int(value)
