"""What pages ask of the store: a few rows at a time, by index, the newest first."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from legation.records import Agreement, Claim, Commitment, Conflict, Event, Judgement, Origin, Quantity, Storyline
from legation.store.asking import EventHead, EventQuery, event_statement
from legation.store.codec import from_json
from legation.store.history import EventVersion, changed_versions, kept_runs
from legation.store.watching import heir_of

R = TypeVar("R")
UNDATED = "9999-12-31"
CHUNK = 400  # values bound in one statement
MOST_COUNTED = 500
MANY = 2_000  # of which a few are found sooner by walking the days than by sorting


@dataclass(frozen=True, slots=True)
class ActorCount:
    """Somebody of the record. ``key`` is an actor's id, a state's code, or ``name:`` and a name."""

    key: str
    name: str
    person: bool
    state: str | None
    sector: str | None
    office: str | None
    events: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class DyadCount:
    """Two states and how many events of the record have both."""

    a: str
    b: str
    events: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """A place and how many events of the record were there."""

    place: str
    country: str | None
    lat: float | None
    lon: float | None
    events: int


@dataclass(frozen=True, slots=True)
class Run:
    """When the record was last written, by which version, and how much it held then."""

    number: int
    version: str
    at: str
    documents: int
    claims: int
    events: int
    conflicts: int


DOUBTS_RANKED = 1000


class Catalogue:
    """Reads a store by its index tables. Get it from ``Store.catalogue``."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    # -- events -------------------------------------------------------------------------------------------------------

    def event_ids(self, query: EventQuery, limit: int, offset: int = 0) -> list[str]:
        """The ids of the events that fit, in the order of the query, undated ones last."""
        found = self._piece(query, True, limit, offset)
        if len(found) == limit:
            return found
        dated = offset + len(found) if found or not offset else self._count(query, True, offset)
        return found + self._piece(query, False, limit - len(found), max(0, offset - dated))

    def _piece(self, query: EventQuery, dated: bool, limit: int, offset: int) -> list[str]:
        statement, values = event_statement(self._rarest_first(query), dated)
        return [i for (i,) in self._db.execute(f"{statement} LIMIT ? OFFSET ?", (*values, limit, offset))]

    def _count(self, query: EventQuery, dated: bool, most: int) -> int:
        statement, values = event_statement(self._rarest_first(replace(query, oldest_first=False)), dated)
        return self._number(f"SELECT count(*) FROM ({statement} LIMIT ?)", *values, most)

    def count_events(self, query: EventQuery) -> int:
        """How many fit, counted to ``MOST_COUNTED`` at most unless all of the record or of one party are asked for."""
        if query == EventQuery(oldest_first=query.oldest_first):
            return self._number("SELECT count(*) FROM event_days")
        if len(query.parties) == 1 and query == EventQuery(parties=query.parties):
            actor = self.actor(query.parties[0])
            return actor.events if actor else 0
        found = self._count(query, True, MOST_COUNTED)
        return found if found == MOST_COUNTED else found + self._count(query, False, MOST_COUNTED - found)

    def _rarest_first(self, query: EventQuery) -> EventQuery:
        """The same question, begun with the party of fewest events."""
        if len(query.parties) < 2:
            return query
        events = {key: found.events if (found := self.actor(key)) else 0 for key in query.parties}
        return replace(query, parties=tuple(sorted(query.parties, key=lambda key: events[key])))

    def events(self, ids: Iterable[str]) -> tuple[Event, ...]:
        """The events of these ids that are there, in their order, each with the ids of earlier runs that lead to it."""
        found = self._records("events", Event, ids)
        former: dict[str, list[str]] = {}
        query = "SELECT event_id, former FROM former_ids WHERE event_id IN ({}) ORDER BY former"
        for event_id, earlier in self._each(query, (e.id for e in found)):
            former.setdefault(event_id, []).append(earlier)
        return tuple(replace(e, former_ids=tuple(former[e.id])) if e.id in former else e for e in found)

    def heads(self, ids: Iterable[str]) -> tuple[EventHead, ...]:
        """Type and days of the events of these ids, which is all that their order on a timeline asks."""
        return self._records("events", EventHead, ids)

    def heir(self, event_id: str) -> str | None:
        """The event that an id of an earlier run leads to: the one that now has most of its claims."""
        return heir_of(self._db, event_id)

    def heirs(self) -> list[tuple[str, str]]:
        """Every id of an earlier run with the event that it leads to."""
        return self._db.execute("SELECT former, event_id FROM former_ids ORDER BY former").fetchall()

    def homes(self, claim_ids: Iterable[str]) -> dict[str, str]:
        """Claim id -> event id."""
        query = "SELECT claim_id, event_id FROM event_claims WHERE claim_id IN ({})"
        return dict(self._each(query, claim_ids))

    def labels(self, ids: Iterable[str]) -> dict[str, str]:
        """What these ids of events and agreements are called."""
        wanted = list(ids)
        found = dict(self._each("SELECT id, label FROM events WHERE id IN ({})", wanted))
        return found | dict(self._each("SELECT id, title FROM agreements WHERE id IN ({})", wanted))

    def new_events(self, run: int, limit: int) -> list[str]:
        """Ids of the events that the record first held after a run, the latest day first."""
        by_run = """SELECT event_id FROM event_runs CROSS JOIN event_days USING (event_id)
                    WHERE run = ? AND day < ? ORDER BY day DESC, event_id DESC LIMIT ?"""
        by_day = """SELECT event_id FROM event_days CROSS JOIN event_runs USING (event_id)
                    WHERE run = ? AND day < ? ORDER BY day DESC, event_id DESC LIMIT ?"""
        query = by_day if self.count_new(run) > MANY else by_run
        return [i for (i,) in self._db.execute(query, (run, UNDATED, limit))]

    def count_new(self, run: int) -> int:
        """How many events the record first held after a run."""
        return self._number("SELECT count(*) FROM event_runs WHERE run = ?", run)

    def on_one_origin(self, limit: int, offset: int = 0) -> list[str]:
        """Ids of the events that one known origin alone tells, those in most reports first."""
        query = """SELECT id FROM events WHERE origins = 1 AND unattributed = 0 AND reports > 1
                   ORDER BY reports DESC, id LIMIT ? OFFSET ?"""
        return [i for (i,) in self._db.execute(query, (limit, offset))]

    # -- claims and what hangs on them --------------------------------------------------------------------------------

    def claims(self, ids: Iterable[str]) -> tuple[Claim, ...]:
        """The claims of these ids that are there, in their order."""
        return self._records("claims", Claim, ids)

    def origins_of(self, claim_ids: Iterable[str]) -> dict[str, Origin]:
        """Claim id -> the origin that it goes back to."""
        query = """SELECT claim_id, record FROM origin_claims JOIN origins ON origins.id = origin_id
                   WHERE claim_id IN ({})"""
        return {claim_id: from_json(record, Origin) for claim_id, record in self._each(query, claim_ids)}

    def origin_ids(self, claim_ids: Iterable[str]) -> dict[str, str]:
        """Claim id -> id of the origin that it goes back to."""
        return dict(self._each("SELECT claim_id, origin_id FROM origin_claims WHERE claim_id IN ({})", claim_ids))

    def quantities_of(self, claim_ids: Iterable[str]) -> tuple[Quantity, ...]:
        """The amounts of these claims."""
        query = "SELECT id, record FROM quantities WHERE claim_id IN ({}) ORDER BY id"
        return tuple(from_json(record, Quantity) for _, record in self._each(query, claim_ids))

    def amounts_in(self, document_id: str) -> tuple[Quantity, ...]:
        """The amounts of a report whose measure is known, in the order of its text."""
        query = "SELECT record FROM quantities WHERE document_id = ? AND measure IS NOT NULL"
        found = (from_json(record, Quantity) for (record,) in self._db.execute(query, (document_id,)))
        return tuple(sorted(found, key=lambda q: (q.start, q.end, q.id)))

    def quantities(self, ids: Iterable[str]) -> tuple[Quantity, ...]:
        """The amounts of these ids that are there, in their order."""
        return self._records("quantities", Quantity, ids)

    # -- conflicts, agreements, commitments, storylines ---------------------------------------------------------------

    def conflicts(self, severity: str, limit: int, offset: int = 0) -> list[tuple[Conflict, str | None]]:
        """Open conflicts of a severity, each with the id of its agreement or None."""
        query = """SELECT record, agreement_id FROM conflicts INDEXED BY conflicts_open
                   WHERE severity = ? AND resolution IS NULL ORDER BY id LIMIT ? OFFSET ?"""
        return [(from_json(r, Conflict), a) for r, a in self._db.execute(query, (severity, limit, offset))]

    def count_conflicts(self, severity: str) -> int:
        """How many conflicts of a severity are open."""
        return self._number("SELECT count(*) FROM conflicts WHERE severity = ? AND resolution IS NULL", severity)

    def agreement(self, agreement_id: str) -> Agreement | None:
        return next(iter(self._records("agreements", Agreement, [agreement_id])), None)

    def agreements(self, limit: int, offset: int = 0) -> tuple[Agreement, ...]:
        """Agreements by their first day, the latest first, undated ones last."""
        query = """SELECT agreement_id FROM agreement_days ORDER BY day = ?, day DESC, agreement_id
                   LIMIT ? OFFSET ?"""
        ids = [i for (i,) in self._db.execute(query, (UNDATED, limit, offset))]
        return self._records("agreements", Agreement, ids)

    def count_agreements(self) -> int:
        return self._number("SELECT count(*) FROM agreement_days")

    def agreements_of(self, event_ids: Iterable[str]) -> dict[str, list[str]]:
        """Event id -> ids of the agreements made or told in it."""
        found: dict[str, list[str]] = {}
        query = "SELECT event_id, agreement_id FROM event_agreements WHERE event_id IN ({}) ORDER BY agreement_id"
        for event_id, agreement_id in self._each(query, event_ids):
            found.setdefault(event_id, []).append(agreement_id)
        return found

    def commitments_of(self, event_id: str) -> tuple[Commitment, ...]:
        query = "SELECT record FROM commitments WHERE made_in = ? ORDER BY id"
        return tuple(from_json(r, Commitment) for (r,) in self._db.execute(query, (event_id,)))

    def commitments(self, limit: int, offset: int = 0) -> tuple[Commitment, ...]:
        query = "SELECT record FROM commitments ORDER BY id LIMIT ? OFFSET ?"
        return tuple(from_json(r, Commitment) for (r,) in self._db.execute(query, (limit, offset)))

    def storyline(self, storyline_id: str) -> Storyline | None:
        return next(iter(self._records("storylines", Storyline, [storyline_id])), None)

    # -- actors, dyads, places ----------------------------------------------------------------------------------------

    def actor(self, key: str) -> ActorCount | None:
        row = self._db.execute("SELECT * FROM actors WHERE key = ?", (key,)).fetchone()
        return ActorCount(*row) if row else None

    def actors(self, person: bool, limit: int, offset: int = 0) -> list[ActorCount]:
        """People, or all others, those of most events first."""
        query = "SELECT * FROM actors WHERE person = ? ORDER BY events DESC, key LIMIT ? OFFSET ?"
        return [ActorCount(*row) for row in self._db.execute(query, (int(person), limit, offset))]

    def actors_named(self, words: str, limit: int) -> list[ActorCount]:
        """Those whose name holds the words, those of most events first."""
        query = "SELECT * FROM actors WHERE instr(lower(name), lower(?)) ORDER BY events DESC, key LIMIT ?"
        return [ActorCount(*row) for row in self._db.execute(query, (words, limit))]

    def sides(self, limit: int) -> tuple[list[str], int]:
        """States by their codes and who acts for no state by name, of most events first, and how many there are."""
        where = "FROM actors WHERE key = state OR state IS NULL"
        query = f"SELECT coalesce(state, name) {where} ORDER BY events DESC, key LIMIT ?"
        return [name for (name,) in self._db.execute(query, (limit,))], self._number(f"SELECT count(*) {where}")

    def holders(self, office_id: str) -> list[tuple[str, str, str, int, str, str]]:
        """Who acts in an office: key, name, title, events, first and last day, by first day."""
        query = """SELECT key, max(name), max(office), count(DISTINCT event_id), min(day), max(day) FROM event_parties
                   WHERE office_id = ? GROUP BY key ORDER BY min(day), key"""
        return self._db.execute(query, (office_id,)).fetchall()

    def offices_of(self, key: str) -> list[tuple[str, str, int]]:
        """The offices in which somebody acts: id, title, events."""
        query = """SELECT office_id, max(office), count(DISTINCT event_id) FROM event_parties
                   WHERE key = ? AND office_id IS NOT NULL GROUP BY office_id ORDER BY 3 DESC, 1"""
        return self._db.execute(query, (key,)).fetchall()

    def partners(self, key: str, limit: int) -> list[tuple[str, int]]:
        """The states that share most events with somebody."""
        query = """SELECT other.key, count(DISTINCT other.event_id) FROM event_parties AS own
                   JOIN event_parties AS other USING (event_id)
                   WHERE own.key = ? AND other.key = other.state AND other.key <> own.key
                   AND other.key <> coalesce(own.state, '')
                   GROUP BY other.key ORDER BY 2 DESC, 1 LIMIT ?"""
        return self._db.execute(query, (key, limit)).fetchall()

    def dyads(self, limit: int, offset: int = 0, state: str | None = None) -> list[DyadCount]:
        """Pairs of states, those of most events first."""
        where, values = ("WHERE a = ? OR b = ?", (state, state)) if state else ("", ())
        query = f"SELECT * FROM dyads {where} ORDER BY events DESC, a, b LIMIT ? OFFSET ?"
        return [DyadCount(*row) for row in self._db.execute(query, (*values, limit, offset))]

    def count_dyads(self) -> int:
        return self._number("SELECT count(*) FROM dyads")

    def places(self, limit: int) -> list[PlaceCount]:
        """Places whose whereabouts are known, those of most events first."""
        query = "SELECT * FROM places WHERE lat IS NOT NULL ORDER BY events DESC, place LIMIT ?"
        return [PlaceCount(*row) for row in self._db.execute(query, (limit,))]

    def states(self) -> dict[str, int]:
        """State's code -> number of events in which it or those who act for it take part."""
        return dict(self._db.execute("SELECT key, events FROM actors WHERE key = state ORDER BY key").fetchall())

    def words_known(self, kind: str) -> list[str]:
        """The topics or outlets that events have, for filters."""
        column, table = {"topic": ("topic", "event_topics"), "outlet": ("outlet", "event_outlets")}[kind]
        found: list[str] = []
        query = f"SELECT min({column}) FROM {table} WHERE {column} > ?"
        while (word := self._db.execute(query, (found[-1] if found else "",)).fetchone()[0]) and len(found) < CHUNK:
            found.append(word)
        return found

    # -- documents, runs, judgements ----------------------------------------------------------------------------------

    def document_ids(self, limit: int, offset: int = 0) -> list[str]:
        """Reports by day of publication, the newest first, undated ones last."""
        query = "SELECT id FROM documents ORDER BY published_first DESC, id LIMIT ? OFFSET ?"
        return [i for (i,) in self._db.execute(query, (limit, offset))]

    def count_documents(self) -> int:
        return self._number("SELECT count(*) FROM documents")

    def copies_of(self, document_id: str) -> list[str]:
        query = "SELECT id FROM documents WHERE copy_of = ? ORDER BY id"
        return [i for (i,) in self._db.execute(query, (document_id,))]

    def document_heads(self, ids: Iterable[str]) -> dict[str, tuple[str, str | None, str | None]]:
        """Document id -> outlet (else the file's name), title, first day of publication: without its text."""
        query = "SELECT id, coalesce(outlet, name), title, published_first FROM documents WHERE id IN ({})"
        return {row[0]: row[1:] for row in self._each(query, ids)}

    def runs(self, limit: int) -> list[Run]:
        """The last runs, the newest first."""
        query = """SELECT number, version, at, documents, claims, events, conflicts FROM runs
                   ORDER BY number DESC LIMIT ?"""
        return [Run(*row) for row in self._db.execute(query, (limit,))]

    def last_run(self) -> Run | None:
        """The last run; None for a record that was never written."""
        return next(iter(self.runs(1)), None)

    def kept_runs(self) -> list[int]:
        """The runs that can be compared, the oldest first."""
        return kept_runs(self._db)

    def changed_versions(self, held: int, other: int) -> list[EventVersion]:
        """What the record said after run ``held`` and not, or not so, after ``other``; by event."""
        return list(changed_versions(self._db, held, other))

    def doubts(self, limit: int, offset: int = 0) -> list[Judgement]:
        """The rules' judgements that nobody has decided, those first on which most hangs; certain ones left out.

        What hangs on a pair: how unsure it is, times the reports and origins of the events that its claims stand in;
        of very many pairs the thousand least certain are ranked.
        """
        query = """SELECT (SELECT record FROM judgements AS whole WHERE whole.id = j.id) FROM
                     (SELECT id, "left", "right", 0.5 - abs(score - 0.5) AS doubt FROM judgements AS r
                      WHERE at IS NULL AND 0.5 - abs(score - 0.5) > 0.0001
                      AND NOT EXISTS (SELECT 1 FROM judgements AS p WHERE p."left" = r."left" AND p."right" = r."right"
                                      AND p.at IS NOT NULL AND p.undone_by IS NULL)
                      ORDER BY 0.5 - abs(score - 0.5) DESC, id LIMIT max(:ranked, :limit + :offset)) AS j
                   LEFT JOIN event_claims AS a ON a.claim_id = j."left" LEFT JOIN events AS one ON one.id = a.event_id
                   LEFT JOIN event_claims AS b ON b.claim_id = j."right" LEFT JOIN events AS two ON two.id = b.event_id
                   ORDER BY doubt * (coalesce(one.reports + one.origins, 1)
                     + CASE WHEN one.id = two.id THEN 0 ELSE coalesce(two.reports + two.origins, 1) END) DESC, j.id
                   LIMIT :limit OFFSET :offset"""
        found = self._db.execute(query, {"ranked": DOUBTS_RANKED, "limit": limit, "offset": offset})
        return [from_json(r, Judgement) for (r,) in found]

    def decisions(self, limit: int) -> list[Judgement]:
        """People's judgements, the latest first."""
        query = "SELECT record FROM judgements WHERE at IS NOT NULL ORDER BY at DESC, id LIMIT ?"
        return [from_json(r, Judgement) for (r,) in self._db.execute(query, (limit,))]

    def last_decision(self) -> str:
        """What changes with every judgement of a person: how many there are, how many undone, and the last time."""
        query = "SELECT count(*), count(undone_by), max(at) FROM judgements WHERE at IS NOT NULL"
        return " ".join(map(str, self._db.execute(query).fetchone()))

    # -- parts --------------------------------------------------------------------------------------------------------

    def _number(self, query: str, *values: Any) -> int:
        return int(self._db.execute(query, values).fetchone()[0])

    def _each(self, query: str, values: Iterable[str]) -> Iterator[tuple[Any, ...]]:
        """The rows of a statement that takes a list, asked in pieces."""
        wanted = list(dict.fromkeys(values))
        for start in range(0, len(wanted), CHUNK):
            piece = wanted[start : start + CHUNK]
            yield from self._db.execute(query.format(",".join("?" * len(piece))), piece)

    def _records(self, table: str, kind: type[R], ids: Iterable[str]) -> tuple[R, ...]:
        wanted: Sequence[str] = list(dict.fromkeys(ids))
        found = dict(self._each(f"SELECT id, record FROM {table} WHERE id IN ({{}})", wanted))
        return tuple(from_json(found[i], kind) for i in wanted if i in found)
