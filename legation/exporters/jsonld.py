"""The record as JSON-LD: events and claims under PROV-O, their words as Web Annotations on the reports.

Each piece of evidence is an annotation whose target has a TextPositionSelector and a TextQuoteSelector (W3C Web
Annotation Data Model, 2017), so that the words are found again even in a copy with other offsets. The context is in the
file: reading it needs no network.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO
from urllib.parse import quote as percent

from legation.exporters import parts
from legation.exporters.lines import write_listed
from legation.exporters.parts import Row
from legation.exporters.selection import Selection
from legation.plain import to_json
from legation.records import Claim, Document, Event, Evidence, Origin, Party, shown

BASE = "urn:legation:"
AROUND = 32  # characters before and after a quote, to find it again
CONTEXT: Row = {
    "@version": 1.1,
    "@vocab": f"{BASE}field:",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "as": "https://www.w3.org/ns/activitystreams#",
    "id": "@id",
    "type": "@type",
    "label": "schema:name",
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": "oa:hasTarget",
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": "oa:hasSelector",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "purpose": {"@id": "oa:motivatedBy", "@type": "@id"},
    "derived": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    "saidBy": {"@id": "prov:wasAttributedTo", "@type": "@id"},
    "madeBy": {"@id": "prov:wasGeneratedBy", "@type": "@id"},
    "party": {"@id": "schema:participant", "@type": "@id"},
    "startDate": {"@id": "schema:startDate", "@type": "xsd:date"},
    "endDate": {"@id": "schema:endDate", "@type": "xsd:date"},
    "published": {"@id": "schema:datePublished", "@type": "xsd:date"},
    "url": {"@id": "schema:url", "@type": "@id"},
    "outlet": "schema:publisher",
    "place": "schema:location",
    "about": {"@id": f"{BASE}field:event", "@type": "@id"},
}
LOSES = "amounts, agreements, judgements and the texts of the reports are left out; the quotes and offsets are there"


def write_graph(selection: Selection, out: TextIO) -> int:
    """One document with everything in its ``@graph``; how many nodes."""
    out.write(f'{{"@context": {to_json(CONTEXT)},\n"@graph": [')
    count = write_listed(nodes(selection), out)
    out.write("\n]}\n")
    return count


def nodes(selection: Selection) -> Iterator[Row]:
    """The build, then events with their claims and annotations, then origins, parties and reports."""
    store = selection.store
    run = store.catalogue.last_run()
    build = iri("build", str(run.number) if run else "0")
    ended = {"prov:endedAtTime": {"@value": run.at, "@type": "xsd:dateTime"}} if run else {}
    yield {"id": build, "type": "prov:Activity", **ended}
    origins: dict[str, Origin] = {}
    parties: dict[str, str] = {}
    documents: dict[str, None] = {}
    for event in selection.events():
        parties.update((_party_iri(r.value), r.value.name) for r in (*event.actors, *event.recipients))
        yield _event(event, build)
        said = store.catalogue.origins_of(event.claim_ids)
        origins.update((o.id, o) for o in said.values())
        for claim in store.catalogue.claims(event.claim_ids):
            documents[claim.document_id] = None
            yield _claim(claim, event, said.get(claim.id))
            yield from _annotations(claim, store.document(claim.document_id))
    yield from map(_origin, origins.values())
    yield from ({"id": key, "type": "prov:Agent", "label": name} for key, name in sorted(parties.items()))
    yield from (_document(d) for d in map(store.document, documents) if d)


def iri(kind: str, words: str) -> str:
    """A name for a thing of the record: ``urn:legation:event:event-1f0c``."""
    return f"{BASE}{kind}:{percent(words, safe='-._')}"


def _event(e: Event, build: str) -> Row:
    when, place = shown(e.when), shown(e.place)
    node: Row = {"id": iri("event", e.id), "type": ["prov:Entity", "schema:Event"], "label": e.label}
    node |= {"eventType": e.event_type, "mode": e.mode, "status": [r.value for r in e.status], "madeBy": build}
    node |= {"topic": list(e.topics), "party": [_party_iri(r.value) for r in (*e.actors, *e.recipients)]}
    node |= {"startDate": parts.day(when.first), "endDate": parts.day(when.last)} if when else {}
    node |= {"place": place.name} if place else {}
    return _told(node | {"derived": [iri("claim", i) for i in e.claim_ids], "origins": e.corroboration.origins})


def _claim(c: Claim, event: Event, origin: Origin | None) -> Row:
    node: Row = {"id": iri("claim", c.id), "type": "prov:Entity", "about": iri("event", event.id)}
    node |= {"status": c.status, "background": c.background, "opinion": c.opinion}
    node |= {"derived": iri("document", c.document_id), "saidBy": iri("origin", origin.id) if origin else None}
    return _told(node)


def _annotations(c: Claim, document: Document | None) -> Iterator[Row]:
    """The claim's evidence, each piece with where it stands and its words."""
    for number, e in enumerate(c.evidence):
        selectors = _selectors(e, document.text if document else "")
        target = {"source": iri("document", c.document_id), "selector": selectors}
        yield {"id": iri("annotation", f"{c.id}-{number}"), "type": "oa:Annotation", "purpose": "oa:identifying",
               "body": iri("claim", c.id), "carries": e.field, "target": target}  # fmt: skip


def _selectors(e: Evidence, text: str) -> list[Row]:
    words: Row = {"type": "oa:TextQuoteSelector", "exact": e.quote}
    words |= {"prefix": text[max(0, e.start - AROUND) : e.start], "suffix": text[e.end : e.end + AROUND]}
    return [{"type": "oa:TextPositionSelector", "start": e.start, "end": e.end}, words]


def _origin(o: Origin) -> Row:
    name = o.issuer.name if o.issuer else o.kind.replace("_", " ")
    return _told({"id": iri("origin", o.id), "type": "prov:Agent", "label": name, "kind": o.kind, "state": o.state})


def _document(d: Document) -> Row:
    node: Row = {"id": iri("document", d.id), "type": ["prov:Entity", "schema:NewsArticle"], "label": d.title or d.name}
    node |= {"outlet": d.outlet, "published": parts.day(d.published.day), "url": d.url, "sha256": d.sha256}
    return _told(node | {"derived": iri("document", d.copy_of) if d.copy_of else None})


def _party_iri(party: Party) -> str:
    key = party.wikidata or party.actor_id or party.name
    is_wikidata = key[:1] == "Q" and key[1:].isdigit()
    return f"http://www.wikidata.org/entity/{key}" if is_wikidata else iri("party", key)


def _told(node: Row) -> Row:
    """Without what nobody says."""
    return {key: value for key, value in node.items() if value not in (None, [])}
