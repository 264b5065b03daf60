"""Which events a page asks for, and the one SQL statement that finds them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from legation.records import Reading, When
from legation.store.reading import make_query

Condition = tuple[str, tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class EventQuery:
    """Conditions that all have to hold; an empty one holds always.

    ``parties``: keys of actors or codes of states, all of which take part. ``words``: as people search.
    ``origins``: that many known origins at least; ``only_one_origin``: one known origin and nothing else.
    ``changed_since``: a run after which the record says something else of the event, or has it first.
    """

    since: date | None = None
    until: date | None = None
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    outlet: str | None = None
    place: str | None = None
    words: str = ""
    origins: int = 0
    only_one_origin: bool = False
    in_conflict: bool = False
    storyline: str | None = None
    changed_since: int | None = None
    oldest_first: bool = False


@dataclass(frozen=True, slots=True)
class EventHead:
    """Of an event what its place on a timeline asks: its type and the readings of its days."""

    id: str
    event_type: str
    when: tuple[Reading[When], ...] = ()


ONCE = """ AND d.side = (SELECT min(side) FROM event_parties AS other
  WHERE other.key = d.key AND other.day = d.day AND other.event_id = d.event_id)"""
"""Who is both actor and recipient counts once."""
STATUS = """(e.status IN ({0}) OR EXISTS (
  SELECT 1 FROM readings AS r WHERE r.event_id = e.id AND r.field = 'status' AND r.value IN ({0})))"""
"""What one report denies counts as denied too, where another tells that it happened."""


def event_statement(query: EventQuery, dated: bool) -> tuple[str, list[object]]:
    """The statement that gives the ids of fitting events, those with or those without a day, and its values.

    It walks the table of the first condition that has one of its own: words, party, outlet, place, topic, else days;
    from the newest day, so that a count to a limit does not pass all days before ``since``.
    """
    driver, values, rest = _driver(query)
    conditions = [*rest, *_conditions(query)]
    where = " AND ".join([f"d.day {'<' if dated else '='} '9999-12-31'", *(text for text, _ in conditions)])
    values += [value for _, found in conditions for value in found]
    statement = f"SELECT d.event_id FROM {driver} CROSS JOIN events AS e ON e.id = d.event_id WHERE {where}"
    direction = "" if query.oldest_first else " DESC"
    by_day = f"d.day{direction}, d.event_id{direction}"  # words were written in the order of days
    order = f"event_words.rowid{direction}" if query.words.strip() else by_day
    return f"{statement} ORDER BY {order}", values


def _driver(query: EventQuery) -> tuple[str, list[object], list[Condition]]:
    """The table to walk, its values, and the conditions that are left for the others."""
    left = [*_parties(query), *_outlets(query), *_places(query), *_topics(query)]
    if query.words.strip():
        table = "event_words CROSS JOIN event_days AS d ON d.event_id = event_words.event_id"
        return table, [], [("event_words MATCH ?", (make_query(query.words),)), *left]
    tables = (("event_parties", "key", query.parties), ("event_outlets", "outlet", (query.outlet,)),
              ("event_places", "place", (query.place,)), ("event_topics", "topic", query.topics))  # fmt: skip
    for table, column, wanted in tables:
        chosen = [w for w in wanted if w]
        if len(chosen) == 1 or (chosen and table == "event_parties"):
            rest = [c for c in left if c[1] != (chosen[0],)]
            only = f"d.{column} = ?" + (ONCE if table == "event_parties" else "")
            return f"{table} AS d", [], [(only, (chosen[0],)), *rest]
    return "event_days AS d", [], left


def _conditions(query: EventQuery) -> Iterator[Condition]:
    if query.since:
        yield ("d.day < '9999-12-31' AND (SELECT until FROM event_days WHERE event_id = e.id) >= ?",
               (query.since.isoformat(),))  # fmt: skip
    if query.until:
        yield "d.day <= ?", (query.until.isoformat(),)
    if query.types:
        kinds = [_kind(word) for word in query.types]
        yield f"({' OR '.join(text for text, _ in kinds)})", tuple(value for _, found in kinds for value in found)
    if query.statuses:
        yield STATUS.format(_places_for(query.statuses)), (*query.statuses, *query.statuses)
    if query.origins:
        yield "e.origins >= ?", (query.origins,)
    if query.only_one_origin:
        yield "e.origins = 1 AND e.unattributed = 0", ()
    if query.in_conflict:
        yield "e.conflicts > 0", ()
    if query.storyline:
        yield "e.storyline_id = ?", (query.storyline,)
    if query.changed_since is not None:
        yield (
            "EXISTS (SELECT 1 FROM event_versions AS v WHERE v.event_id = e.id AND v.first_run > ?)",
            (query.changed_since,),
        )


def _kind(word: str) -> Condition:
    """``CONSULT``, ``phone`` or ``CONSULT/phone``; case does not matter."""
    kind, slash, mode = word.partition("/")
    if slash:
        return "(e.event_type = ? AND e.mode = ?)", (kind.upper(), mode.lower())
    return "(e.event_type = ? OR e.mode = ?)", (word.upper(), word.lower())


def _parties(query: EventQuery) -> Iterator[Condition]:
    for key in query.parties:
        yield "EXISTS (SELECT 1 FROM event_parties AS p WHERE p.event_id = e.id AND p.key = ?)", (key,)


def _outlets(query: EventQuery) -> Iterator[Condition]:
    if query.outlet:
        yield "EXISTS (SELECT 1 FROM event_outlets AS o WHERE o.event_id = e.id AND o.outlet = ?)", (query.outlet,)


def _places(query: EventQuery) -> Iterator[Condition]:
    if query.place:
        yield "e.id IN (SELECT event_id FROM event_places WHERE place = ?)", (query.place,)


def _topics(query: EventQuery) -> Iterator[Condition]:
    if query.topics:
        among = _places_for(query.topics)
        yield f"EXISTS (SELECT 1 FROM event_topics AS t WHERE t.event_id = e.id AND t.topic IN ({among}))", query.topics


def _places_for(values: tuple[str, ...]) -> str:
    return ",".join("?" * len(values))
