"""The latest events, of one dyad or of all, as an Atom feed (RFC 4287) with the words that they rest on."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TextIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from legation.exporters.safe import web_address, xml_words
from legation.exporters.selection import Selection
from legation.records import Event, shown
from legation.views.quotes import Quote, Reports
from legation.views.words import conflict_words, corroboration_words, when_words

NAMESPACE = "http://www.w3.org/2005/Atom"
MOST_ENTRIES = 200
MIDNIGHT = "T00:00:00Z"
LOSES = f"the latest {MOST_ENTRIES} events by day; values are words in the entry"


def write_feed(selection: Selection, out: TextIO) -> int:
    """One feed, the latest event first; how many entries."""
    store = selection.store
    latest = Selection(store, replace(selection.query, oldest_first=False), selection.dyad)
    ids = store.catalogue.event_ids(latest.query, MOST_ENTRIES)
    run = store.catalogue.last_run()
    built = f"{run.at[:19]}Z" if run else f"1970-01-01{MIDNIGHT}"
    between = " – ".join(selection.dyad)
    feed = Element("feed", xmlns=NAMESPACE)
    _add(feed, "id", f"urn:legation:feed:{':'.join(p.replace(' ', '_') for p in selection.query.parties) or 'all'}")
    _add(feed, "title", f"Legation: {between or 'all events'}")
    _add(feed, "updated", built)
    _add(SubElement(feed, "author"), "name", "Legation")
    reports = Reports(store)
    for event in store.catalogue.events(ids):
        feed.append(entry(event, reports, built))
    ElementTree.indent(feed)
    out.write('<?xml version="1.0" encoding="utf-8"?>\n')
    out.write(ElementTree.tostring(feed, encoding="unicode") + "\n")
    return len(ids)


def entry(event: Event, reports: Reports, built: str) -> Element:
    """One event: its label, the day of its latest report, its quotes, and links to the reports that have addresses."""
    quotes = reports.quotes(event.claim_ids)
    documents = [d for d in map(reports.document, event.document_ids) if d is not None]
    days = [str(d.published.last) for d in documents if d.published.last]
    element = Element("entry")
    _add(element, "id", f"urn:legation:event:{event.id}")
    _add(element, "title", f"{when_words(shown(event.when))}: {event.label}")
    _add(element, "updated", f"{max(days)}{MIDNIGHT}" if days else built)
    for term in (event.event_type, *event.topics):
        SubElement(element, "category", term=term)
    for document in documents:
        if url := web_address(document.url):
            title = xml_words(document.printed_by)
            SubElement(element, "link", rel="related", href=xml_words(url), title=title)
    _add(element, "content", _content(event, quotes, reports), type="html")
    return element


def _content(event: Event, quotes: tuple[Quote, ...], reports: Reports) -> str:
    """The entry as HTML, everything from reports escaped."""
    status = str(shown(event.status) or "not stated").replace("_", " ")
    head = f"{event.event_type}, {status}; {corroboration_words(event.corroboration)}"
    lines = [f"<p>{escape(head)}</p>", *(f"<blockquote>{_quoted(q)}</blockquote>" for q in quotes)]
    lines += [f"<p>disputed: {escape(conflict_words(c, reports.labels))}</p>" for c in event.conflicts]
    return "\n".join(lines)


def _quoted(q: Quote) -> str:
    words = f"{escape(q.before)}<strong>{escape(q.words)}</strong>{escape(q.after)}"
    return f"“{words}” — {escape(q.outlet)}, {escape(q.published)}"


def _add(parent: Element, tag: str, words: str, **attributes: str) -> None:
    SubElement(parent, tag, attributes).text = xml_words(words)
