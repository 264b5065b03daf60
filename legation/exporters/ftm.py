"""FollowTheMoney (MIT, followthemoney.tech): events, those who take part and the reports, as entities or as statements.

A statement is one value of one property. Its dataset is the outlet that printed it, its origin the report, its original
value the report's words, so that nomenklatura and OpenSanctions' tools keep who says what apart.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, TextIO

from legation.exporters.lines import write_csv
from legation.exporters.parts import Row
from legation.exporters.selection import Selection
from legation.knowledge import load_knowledge
from legation.knowledge.tables import read_table
from legation.plain import to_json
from legation.records import Claim, Document, Event, Party, Place, Reading, When
from legation.text import fold

OWN = "legation"
COLUMNS = ("canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin", "lang",
           "original_value", "external", "first_seen", "last_seen", "id")  # fmt: skip
PROPERTY_TYPES = {
    "author": "string", "country": "country", "date": "date", "endDate": "date", "involved": "entity",
    "keywords": "string", "location": "address", "name": "name", "position": "string", "proof": "entity",
    "publishedAt": "date", "publisher": "string", "recordId": "string", "sourceUrl": "url", "startDate": "date",
    "summary": "text", "title": "string", "wikidataId": "identifier",
}  # fmt: skip
SCHEMAS = {"state": "PublicBody", "organ": "PublicBody", "igo": "Organization", "company": "Company"}
LOSES = (
    "types and modes become the event's summary, readings become several values of one property; conflicts, amounts "
    "and judgements are left out"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """One value of one property of one entity, and who says so in which words."""

    entity_id: str
    schema: str
    prop: str
    value: str
    dataset: str = OWN
    document_id: str | None = None
    quote: str | None = None

    @property
    def id(self) -> str:
        """The key by which FollowTheMoney knows it."""
        key = f"{self.dataset}.{self.entity_id}.{self.prop}.{self.value}"
        return hashlib.sha1(key.encode("utf-8"), usedforsecurity=False).hexdigest()


def write_statements(selection: Selection, out: TextIO) -> int:
    """All statements as FollowTheMoney's CSV; how many."""
    return write_csv((_statement_row(s) for found in _entities(selection) for s in _once(found)), COLUMNS, out)


def write_entities(selection: Selection, out: TextIO) -> int:
    """One entity a line: events, then those who take part, then the reports; how many."""
    count = 0
    for found in _entities(selection):
        count += 1
        properties: dict[str, dict[str, None]] = {}
        for s in found:
            properties.setdefault(s.prop, {})[s.value] = None
        datasets = sorted({s.dataset for s in found})
        values = {prop: list(values) for prop, values in properties.items()}
        row = {"id": found[0].entity_id, "schema": found[0].schema, "properties": values, "datasets": datasets}
        out.write(to_json(row) + "\n")
    return count


def _statement_row(s: Statement) -> Row:
    given = {"canonical_id": s.entity_id, "entity_id": s.entity_id, "prop": s.prop, "schema": s.schema,
             "prop_type": PROPERTY_TYPES[s.prop], "value": s.value, "dataset": s.dataset, "origin": s.document_id,
             "original_value": s.quote, "external": "f", "id": s.id}  # fmt: skip
    return dict.fromkeys(COLUMNS) | given


def _once(statements: list[Statement]) -> Iterator[Statement]:
    """Each statement once: an outlet that says the same twice says it once."""
    yield from {s.id: s for s in reversed(statements)}.values()


def _entities(selection: Selection) -> Iterator[list[Statement]]:
    """The statements of one entity after the other."""
    parties: dict[str, dict[str, Statement]] = {}
    documents: dict[str, None] = {}
    for event in selection.events():
        claims = {c.id: c for c in selection.store.catalogue.claims(event.claim_ids)}
        outlets = {i: dataset_of(head[0]) for i, head in selection.store.catalogue.document_heads(
            c.document_id for c in claims.values()).items()}  # fmt: skip
        yield list(_event_statements(event, claims, outlets))
        documents.update(dict.fromkeys(event.document_ids))
        for reading in (*event.actors, *event.recipients):
            for s in _party_statements(reading, claims, outlets):
                parties.setdefault(s.entity_id, {}).setdefault(s.id, s)
    yield from (list(found.values()) for found in parties.values())
    for document in filter(None, map(selection.store.document, documents)):
        yield list(_document_statements(document))


def _event_statements(e: Event, claims: dict[str, Claim], outlets: dict[str, str]) -> Iterator[Statement]:
    mode = f" ({e.mode})" if e.mode else ""
    own = [("name", e.label), ("recordId", e.id), ("summary", f"{e.event_type}{mode}")]
    own += [("keywords", topic) for topic in e.topics]
    yield from (Statement(e.id, "Event", prop, value) for prop, value in own)
    for field, readings in (("when", e.when), ("place", e.place), ("status", e.status), ("actor", e.actors),
                            ("recipient", e.recipients)):  # fmt: skip
        for reading in readings:
            for claim in (claims[i] for i in reading.claim_ids if i in claims):
                dataset, quote = outlets.get(claim.document_id, OWN), _quote(claim, field)
                for prop, value in _values(reading.value):
                    yield Statement(e.id, "Event", prop, value, dataset, claim.document_id, quote)
    for claim in claims.values():
        dataset = outlets.get(claim.document_id, OWN)
        document = entity_id(claim.document_id)
        yield Statement(e.id, "Event", "proof", document, dataset, claim.document_id, _quote(claim, "event"))


def _values(value: Any) -> Iterator[tuple[str, str]]:
    """The properties that a reading's value gives."""
    match value:
        case When(first=None) | When(last=None):
            return
        case When():
            same = value.first == value.last
            yield ("date" if same else "startDate"), str(value.first)
            if not same:
                yield "endDate", str(value.last)
        case Place():
            yield "location", value.name
        case Party():
            yield "involved", party_id(value)
            yield from (("country", code) for code in _country(value.state))
        case str():
            yield "summary", value.replace("_", " ")


def _party_statements(
    reading: Reading[Party], claims: dict[str, Claim], outlets: dict[str, str]
) -> Iterator[Statement]:
    p, schema = reading.value, _schema(reading.value)
    key = party_id(p)
    yield Statement(key, schema, "name", p.name)
    yield from (Statement(key, schema, "country", code) for code in _country(p.state))
    if p.wikidata or (p.actor_id or "").startswith("Q"):
        yield Statement(key, schema, "wikidataId", p.wikidata or p.actor_id or "")
    for claim in (claims[i] for i in reading.claim_ids if i in claims):
        if p.person and p.office:
            dataset = outlets.get(claim.document_id, OWN)
            yield Statement(key, schema, "position", p.office, dataset, claim.document_id, _quote(claim, "actor"))


def _document_statements(d: Document) -> Iterator[Statement]:
    given = (("title", d.title or d.name), ("publisher", d.outlet), ("author", d.author), ("sourceUrl", d.url),
             ("publishedAt", str(d.published.first) if d.published.first else None))  # fmt: skip
    for prop, value in given:
        if value:
            yield Statement(entity_id(d.id), "Article", prop, value, dataset_of(d.printed_by), d.id)


def party_id(party: Party) -> str:
    """The Wikidata id where one is known, so that other datasets meet; else one made of our id or the name."""
    if party.wikidata or (party.actor_id or "").startswith("Q"):
        return party.wikidata or party.actor_id or ""
    return entity_id(party.actor_id or f"{party.state or ''} {party.name}")


def entity_id(words: str) -> str:
    """An id that FollowTheMoney takes: letters, digits, dots and dashes; others become a hash.

    Example:
        >>> entity_id("document-5f0e")
        'document-5f0e'
    """
    if words and all(c.isascii() and (c.isalnum() or c in "-.") for c in words):
        return words if words[0].isalnum() and words[-1].isalnum() else f"lg{words}0"
    return f"lg-{hashlib.sha256(words.encode('utf-8')).hexdigest()[:16]}"


def dataset_of(outlet: str) -> str:
    """An outlet's name as a dataset's: ``dawn``, ``the_news``."""
    letters = "".join(c if c.isascii() and c.isalnum() else "_" for c in fold(outlet))
    return "_".join(filter(None, letters.split("_"))) or OWN


def _schema(party: Party) -> str:
    if party.person:
        return "Person"
    known = load_knowledge().actor(party.actor_id) if party.actor_id else None
    return SCHEMAS.get(known.kind if known else "", "LegalEntity")


def _quote(claim: Claim, field: str) -> str | None:
    """The claim's words for a field, else those that tell the event."""
    found = {e.field: e.quote for e in reversed(claim.evidence)}
    return found.get(field) or found.get("event")


def _country(state: str | None) -> tuple[str, ...]:
    """The two letters of a state, as FollowTheMoney writes countries."""
    code = _alpha2().get(state or "")
    return (code,) if code else ()


@cache
def _alpha2() -> dict[str, str]:
    return {code: short.lower() for short, code in read_table("states", "alpha2.tsv", columns=2)}
