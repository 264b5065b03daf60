"""What a brief says, before anything is written: sections of lines, each with the notes that carry it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from legation.exporters.selection import Selection, select
from legation.records import HAPPENED, Event, shown
from legation.store import Store
from legation.text import counted
from legation.views.conflicts import conflicts
from legation.views.dyads import party_name
from legation.views.filters import Filters
from legation.views.gaps import gaps
from legation.views.ledger import LedgerRow, ledger
from legation.views.quotes import Quote, Reports
from legation.views.words import amount_words, corroboration_words, is_telling, when_words

AHEAD = ("planned", "called_for")
MOST_NOTES, MOST_GAPS, MOST_EVENTS = 3, 12, 400
NO_DAY, INFERRED = "Day not stated", " (inferred)"
COMMENT = "COMMENT"


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: the words of one report."""

    number: int
    before: str
    words: str
    after: str
    outlet: str
    published: str
    title: str | None
    url: str | None
    document_id: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a brief. ``day`` heads it where it differs from the line before; ``aside`` says what it rests on."""

    text: str
    notes: tuple[int, ...] = ()
    aside: str = ""
    day: str = ""
    parts: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part; ``empty`` is what to say where there are no lines."""

    title: str
    lines: tuple[Line, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class Brief:
    """The whole brief."""

    title: str
    summary: str
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    record: str


@dataclass(slots=True)
class _Notebook:
    """Numbers quotes as they are cited; the same words of a report keep their number."""

    reports: Reports
    notes: dict[tuple[str, int, int], Note] = field(default_factory=dict)

    def cite(self, quotes: Iterable[Quote]) -> tuple[int, ...]:
        """The numbers of the first few quotes, one an outlet, news before background."""
        chosen: dict[str, Quote] = {}
        for q in sorted(quotes, key=lambda q: "background" in q.notes):
            if q.words:
                chosen.setdefault(q.outlet, q)
        return tuple(self._number(q) for q in list(chosen.values())[:MOST_NOTES])

    def cite_all(self, claim_ids: Iterable[str]) -> tuple[int, ...]:
        return self.cite(self.reports.quotes(claim_ids))

    def _number(self, q: Quote) -> int:
        key = (q.document_id, q.start, q.end)
        if key not in self.notes:
            d = self.reports.document(q.document_id)
            self.notes[key] = Note(
                len(self.notes) + 1, _flat(q.before), _flat(q.words), _flat(q.after), q.outlet, q.published,
                d.title if d else None, d.url if d else None, q.document_id,
            )  # fmt: skip
        return self.notes[key].number


def make_brief(store: Store, a: str, b: str, filters: Filters | None = None) -> Brief:
    """The brief on two sides: states, bodies or people. With days in ``filters`` undated events stay out.

    Raises:
        UsageError: the record knows nobody of that name.
    """
    filters = filters or Filters()
    with store.snapshot():
        selection = select(store, filters, (a, b))
        keys = selection.query.parties
        names = tuple(party_name(store, key) for key in keys)
        events = [e for e in _latest(selection) if e.event_type != COMMENT]
        book = _Notebook(Reports(store))
        book.reports.load(i for e in events for i in e.claim_ids)
        agreements = ledger(store, filters, names)
        ids = {e.id for e in events} | {r.id for r in agreements}
        sections = (
            Section("What happened", tuple(_happened(events, book)), "No event that took place is on record."),
            Section("Agreements and amounts", tuple(_agreed(agreements, book)), "No agreement is on record."),
            Section("Who says so", tuple(_voices(events, book)), "No report names whom it rests on."),
            Section("Where reports disagree", tuple(_disputed(store, filters, ids, book)), "The reports agree."),
            Section("Planned and called for", tuple(_coming(events, book)), "Nothing ahead is on record."),
            Section("Open questions", tuple(_open(store, ids)), "Nothing stands out."),
        )
        return Brief(_title(names, filters), _summary(events), sections, tuple(book.notes.values()), store.path.name)


def _latest(selection: Selection) -> list[Event]:
    """The events in order; of very many the last ones."""
    return list(selection.events())[-MOST_EVENTS:]


def _title(names: tuple[str, ...], filters: Filters) -> str:
    since = f", since {filters.since}" if filters.since else ""
    return f"{' – '.join(names)}{since}{f', until {filters.until}' if filters.until else ''}"


def _summary(events: list[Event]) -> str:
    """How much there is, and how well it is borne out."""
    done = [e for e in events if shown(e.status) in HAPPENED]
    documents = {i for e in events for i in e.document_ids}
    if not events:
        return "The record tells of nothing between these two sides."
    borne = sum(1 for e in done if e.corroboration.origins > 1)
    sides = sorted({s for e in events for s in e.corroboration.sides})
    heard = f"; heard: {', '.join(sides)}" if sides else "; no side is named as the origin"
    return (
        f"{counted(len(done), 'event')} that took place, {borne} of them borne out by more than one known origin, from "
        f"{counted(len(documents), 'report')}{heard}."
    )


def _happened(events: list[Event], book: _Notebook) -> Iterator[Line]:
    """Events that took place, under their days, undated ones last."""
    done = [e for e in events if shown(e.status) in HAPPENED and not _is_history(e, book)]
    for day, group in groupby(done, key=lambda e: _day(e)):
        for number, event in enumerate(group):
            yield _event_line(event, book, day if number == 0 else "")
    history = [e for e in events if shown(e.status) in HAPPENED and _is_history(e, book)]
    for number, event in enumerate(history):
        line = _event_line(event, book, "Told as background" if number == 0 else "")
        yield Line(f"{_day(event)}: {line.text}", line.notes, line.aside, line.day)


def _event_line(event: Event, book: _Notebook, day: str = "") -> Line:
    place = shown(event.place)
    where = f", {place.name}" if place and place.name not in event.label else ""
    amounts = dict.fromkeys(amount_words(r.value) for r in event.amount if r.display and is_telling(r.value))
    money = f" ({', '.join(amounts)})" if amounts else ""
    inferred = "; day inferred" if when_words(shown(event.when)).endswith(INFERRED) else ""
    disputed = "; disputed" if any(c.severity != "granularity" for c in event.conflicts) else ""
    aside = f"{corroboration_words(event.corroboration)}{inferred}{disputed}"
    return Line(f"{event.label}{where}{money}", book.cite_all(event.claim_ids), aside, day)


def _agreed(rows: list[LedgerRow], book: _Notebook) -> Iterator[Line]:
    for row in rows:
        signed = row.signatories or row.parties
        amounts = [f"{a.amount}{f' ({_words(a.measure)})' if a.measure else ''}, says {_list(a.outlets)}"
                   f"{'; revised since' if a.revised else ''}" for a in row.amounts]  # fmt: skip
        steps = [Line(f"{_words(s.status)}: {s.day}", (), _list(s.outlets)) for s in row.status]
        money = [Line(words) for words in amounts] or [Line("no amount stated")]
        binding = {"yes": "binding", "no": "not binding"}.get(row.binding, "whether binding: not stated")
        head = row.title if all(name in row.title for name in signed) else f"{row.title}: {_list(signed)}"
        disputes = [Line(f"disputed: {words}") for words in row.conflicts]
        yield Line(head, book.cite(row.quotes), f"{_words(row.kind)}, {binding}", "", (*steps, *money, *disputes))


def _voices(events: list[Event], book: _Notebook) -> Iterator[Line]:
    """Each known origin with how much rests on it, the most often heard first; then what nobody is named for."""
    told: dict[str, list[tuple[Event, Quote]]] = {}
    for event in events:
        for quote in book.reports.quotes(event.claim_ids):
            told.setdefault(quote.origin or "unattributed", []).append((event, quote))
    for origin, pairs in sorted(told.items(), key=lambda t: (t[0].startswith("unattributed"), -len(t[1]), t[0])):
        rest = {e.id: e for e, _ in pairs}
        outlets = list(dict.fromkeys(q.outlet for _, q in pairs))
        alone = sum(map(_rests_on_one, rest.values()))
        only = f", {alone} on a single origin" if alone and not origin.startswith("unattributed") else ""
        yield Line(f"{origin}: {counted(len(rest), 'event')}{only}", book.cite(q for _, q in pairs)[:1], _list(outlets))


def _rests_on_one(event: Event) -> bool:
    return event.corroboration.origins == 1 and not event.corroboration.unattributed


def _disputed(store: Store, filters: Filters, ids: set[str], book: _Notebook) -> Iterator[Line]:
    """Contradictions, then tensions; differences of mere detail stay out."""
    for row in conflicts(store, filters):
        event_id = row.event.id if row.event else row.about_id
        if row.severity != "granularity" and not ids.isdisjoint((row.about_id, event_id)):
            values = tuple(Line(r.value, book.cite(r.quotes), _list(dict.fromkeys(q.outlet for q in r.quotes)))
                           for r in row.readings)  # fmt: skip
            note = row.note or f"reports differ on the {_words(row.field)}"
            yield Line(f"{row.about}: {note}", (), row.resolution or row.severity, "", values)


def _coming(events: list[Event], book: _Notebook) -> Iterator[Line]:
    for event in events:
        status = str(shown(event.status) or "")
        if status in AHEAD:
            line = _event_line(event, book)
            yield Line(f"{_day(event)}: {line.text}", line.notes, f"{_words(status)}; {line.aside}")


def _open(store: Store, ids: set[str]) -> Iterator[Line]:
    found = [g for g in gaps(store) if g.about_id in ids]
    for _, group in groupby(found[:MOST_GAPS], key=lambda g: g.about_id):
        rows = list(group)
        head = f"{rows[0].about}, {rows[0].day}" if rows[0].day else rows[0].about
        yield Line(head, parts=tuple(Line(g.missing) for g in rows))


def _is_history(event: Event, book: _Notebook) -> bool:
    claims = book.reports.claims(event.claim_ids)
    return bool(claims) and all(c.background for c in claims)


def _day(event: Event) -> str:
    words = when_words(shown(event.when))
    return NO_DAY if words.startswith("day not stated") else words.removesuffix(INFERRED)


def _flat(words: str) -> str:
    return " ".join(words.split()) if words.strip() else ""


def _words(code: str) -> str:
    return code.replace("_", " ")


def _list(words: Iterable[str]) -> str:
    """``A, B and C``."""
    found = list(words)
    return " and ".join([", ".join(found[:-1]), found[-1]]) if len(found) > 1 else "".join(found)
