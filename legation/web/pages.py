"""Every page: a question to the views, and the template that shows the answer. None is the page that is not there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from legation.store import Store
from legation.views.actors import actor_view, office_view
from legation.views.browsing import PAGE, events_page
from legation.views.conflicts import conflict_rows, count_open, open_conflicts
from legation.views.documents import document_list, document_page, side_by_side
from legation.views.dyads import dyad_query, dyad_view, party_name
from legation.views.event_page import event_page
from legation.views.home import home
from legation.views.ledger_page import agreement_page, ledger_page
from legation.views.reviewing import decided, review_queue
from legation.views.search import search as find_reports
from legation.web.asking import choices, read_question
from legation.web.drawing import draw_lanes
from legation.web.world import draw_map

CARDS = 20
MOST_REPORTS = 20


@dataclass(frozen=True, slots=True)
class Page:
    """A template and what it shows."""

    template: str
    title: str
    context: Mapping[str, Any] = field(default_factory=dict)


Ask = Mapping[str, str]
Make = Callable[..., Page | None]


def home_page(store: Store, ask: Ask) -> Page:
    """What changed, what is disputed, what rests on one origin."""
    return Page("home.html", "The record", {"view": home(store)})


def search_page(store: Store, ask: Ask) -> Page:
    """Events that fit all fields, and the reports that have the words."""
    asked = read_question(ask, store)
    number = number_of(ask)
    events = events_page(store, asked.query, number)
    reports = find_reports(store, asked.query.words, limit=MOST_REPORTS) if asked.query.words and number == 1 else []
    title = f"Search: {asked.words['q']}" if asked.words["q"] else "Events"
    context = {"asked": asked, "events": events, "reports": reports, "choices": choices(store), "number": number,
               "pages": -(-events.total // PAGE)}  # fmt: skip
    return Page("search.html", title, context)


def show_event(store: Store, ask: Ask, event_id: str) -> Page | None:
    """One event with the words of every value."""
    view = event_page(store, event_id)
    return Page("event.html", view.row.label, {"view": view}) if view else None


def reports_page(store: Store, ask: Ask, event_id: str) -> Page | None:
    """The reports of an event side by side."""
    view = side_by_side(store, event_id)
    return Page("reports.html", f"Reports of {view.label}", {"view": view}) if view else None


def documents_page(store: Store, ask: Ask) -> Page:
    """All reports, the newest first."""
    number, total = number_of(ask), store.catalogue.count_documents()
    rows = document_list(store, PAGE, (number - 1) * PAGE)
    return Page("documents.html", "Reports", _paged({"rows": rows, "total": total}, number, total, PAGE))


def show_document(store: Store, ask: Ask, document_id: str) -> Page | None:
    """One report with its marked words."""
    view = document_page(store, document_id, _span_of(ask.get("words", "")))
    return Page("document.html", view.head.title or view.head.name, {"view": view}) if view else None


def conflicts_page(store: Store, ask: Ask) -> Page:
    """Cards of one severity, or of all, the gravest first."""
    wanted, number = ask.get("severity", ""), number_of(ask)
    with store.snapshot():
        counts = count_open(store)
        chosen = {s: n for s, n in counts.items() if not wanted or s == wanted}
        rows = conflict_rows(store, open_conflicts(store, chosen, CARDS, (number - 1) * CARDS))
    context = {"rows": rows, "counts": tuple(counts.items()), "severity": wanted}
    return Page("conflicts.html", "Conflicts", _paged(context, number, sum(chosen.values()), CARDS))


def dyads_page(store: Store, ask: Ask) -> Page:
    """Pairs of states, those of most events first."""
    number, total = number_of(ask), store.catalogue.count_dyads()
    rows = store.catalogue.dyads(PAGE, (number - 1) * PAGE)
    names = {code: party_name(store, code) for d in rows for code in (d.a, d.b)}
    return Page("dyads.html", "Dyads", _paged({"rows": rows, "names": names}, number, total, PAGE))


def dyad_page(store: Store, ask: Ask, a: str, b: str) -> Page | None:
    """Two sides over time; None where one of them is unknown."""
    asked = read_question({"a": a, "b": b, **{k: v for k, v in ask.items() if k not in "ab"}}, store)
    if len(asked.query.parties) < 2 or asked.problems:
        return None
    first, second = asked.query.parties
    view = dyad_view(store, first, second, asked.query.since, asked.query.until)
    number = number_of(ask)
    known = view.latest if asked.query == dyad_query(first, second, asked.query.since, asked.query.until) else ()
    events = events_page(store, asked.query, number, view.total, known)
    context = {"view": view, "drawing": draw_lanes(view.lanes), "events": events, "asked": asked}
    title = f"{view.a_name} – {view.b_name}"
    return Page("dyad.html", title, _paged(context, number, events.total, PAGE))


def show_ledger(store: Store, ask: Ask) -> Page:
    """Agreements, the latest first."""
    number, total = number_of(ask), store.catalogue.count_agreements()
    rows = ledger_page(store, CARDS, (number - 1) * CARDS)
    return Page("ledger.html", "Ledger of agreements", _paged({"rows": rows, "total": total}, number, total, CARDS))


def show_agreement(store: Store, ask: Ask, agreement_id: str) -> Page | None:
    """One agreement, its steps and sums."""
    view = agreement_page(store, agreement_id)
    return Page("agreement.html", view.row.title, {"view": view}) if view else None


def actors_page(store: Store, ask: Ask) -> Page:
    """People and states, or those of a name."""
    words = ask.get("q", "").strip()
    named = store.catalogue.actors_named(words, PAGE) if words else []
    people, others = store.catalogue.actors(True, PAGE), store.catalogue.actors(False, PAGE)
    names = {a.key: a.name or party_name(store, a.key) for a in (*named, *people, *others)}
    context = {"words": words, "named": named, "people": people, "others": others, "names": names}
    return Page("actors.html", "People and states", context)


def show_actor(store: Store, ask: Ask, key: str) -> Page | None:
    """One person, state or body."""
    number = number_of(ask)
    view = actor_view(store, key, number)
    if view is None:
        return None
    return Page("actor.html", view.name, _paged({"view": view, "events": view.events}, number, view.events.total, PAGE))


def show_office(store: Store, ask: Ask, office_id: str) -> Page | None:
    """An office and who held it."""
    view = office_view(store, office_id)
    return Page("office.html", view.title, {"view": view}) if view else None


def map_page(store: Store, ask: Ask) -> Page:
    """The world with states and places."""
    with store.snapshot():
        states, places = store.catalogue.states(), store.catalogue.places(200)
        names = {code: party_name(store, code) for code in states}
    counts = sorted(states.items(), key=lambda s: (-s[1], s[0]))
    context = {"world": draw_map(states, places), "states": counts, "places": places, "names": names}
    return Page("map.html", "Map", context)


def review_page(store: Store, ask: Ask) -> Page:
    """The pair that rules are least sure of, and what people said."""
    skipped = int(ask.get("skip", "0")) if ask.get("skip", "0").isdigit() else 0
    queue = review_queue(store, 1, skipped)
    context = {"pair": queue[0] if queue else None, "skipped": skipped, "decided": decided(store)}
    return Page("review.html", "Review", context)


def reading_page(store: Store, ask: Ask) -> Page:
    """What the words of the pages mean."""
    return Page("reading.html", "How to read this")


def number_of(ask: Ask) -> int:
    """The number of the page that is asked for, from 1."""
    given = ask.get("page", "1")
    return max(1, int(given)) if given.isdigit() and len(given) < 7 else 1


def _span_of(words: str) -> tuple[int, int] | None:
    """``12-20`` as offsets."""
    start, _, end = words.partition("-")
    return (int(start), int(end)) if start.isdigit() and end.isdigit() and len(words) < 20 else None


def _paged(context: dict[str, Any], number: int, total: int, size: int) -> dict[str, Any]:
    return {**context, "number": number, "pages": max(1, -(-total // size))}


PAGES: dict[str, Make] = {
    "home": home_page,
    "search": search_page,
    "event": show_event,
    "reports": reports_page,
    "documents": documents_page,
    "document": show_document,
    "conflicts": conflicts_page,
    "dyads": dyads_page,
    "dyad": dyad_page,
    "ledger": show_ledger,
    "agreement": show_agreement,
    "actors": actors_page,
    "actor": show_actor,
    "office": show_office,
    "map": map_page,
    "review": review_page,
    "reading": reading_page,
}
"""The page's name, as ``links.PATHS`` has it -> what makes it."""
