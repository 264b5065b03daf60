"""The gazetteer: states, capitals and seats, first-level units, cities and summit venues, with coordinates.

Cities and states are GeoNames' (CC BY 4.0, see the head of ``data/places/places.tsv.gz``). Where several places share a
name, the states of the document decide, then size; else the name stays unresolved.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from legation.knowledge.columns import Column
from legation.knowledge.names import name_form
from legation.knowledge.tables import read_bytes, read_table, split_names
from legation.records import Actor, Place

CLEARLY_LARGER = 2.5  # times the people of the next namesake
MUCH_LARGER = 10  # times the people of a namesake in a state that the report tells
LARGE_CITY = 250_000  # people; a smaller one gives way to a unit of its name, Ontario in Canada; a unit to a larger one
_RANK = {"state": 0, "capital": 1, "venue": 1, "unit": 2, "city": 3}


@dataclass(frozen=True, slots=True)
class _Entry:
    """One row of the table; ``people`` is the population, 0 where none is known."""

    place: Place
    kind: str
    people: int


class Gazetteer:
    """Places by folded name, ``capital:CODE`` and ``state:CODE``. Rows stay text until a name is asked for."""

    def __init__(self, states: Mapping[str, Actor], state_names: Mapping[str, str]) -> None:
        self._states, self._state_names = states, state_names
        self._column = Column(read_bytes("places", "places.tsv.gz"))
        self._parts = {
            name_form(word): (word, code)
            for code, kind, words in read_table("states", "everyday.tsv", columns=3)
            if kind in ("metonym", "place")
            for word in split_names(words)
        }

    def find(self, words: str, states: Collection[str] = ()) -> Place | None:
        """The place that ``words`` name, in ``states`` if there is one; None when nothing decides among namesakes.

        Example:
            ``find("Hyderabad", {"PAK"})`` is the one in Sindh; ``find("Hyderabad")`` the larger one in India.
        """
        form = name_form(words).removeprefix("the ")
        code = self._state_names.get(form)
        if code in self._states and code:
            return self._state(code)
        entries = [_make_entry(row) for row in self._column.get(form)]
        near = [e for e in entries if e.place.country in states]
        found = _settle(entries) if _is_outshone(near, entries) else _settle(near) or _settle(entries)
        if found is None and form in self._parts and not entries:
            word, code = self._parts[form]
            return Place(word, None, code)
        return found

    def capital(self, code: str) -> Place | None:
        """The capital of a state."""
        entries = map(_make_entry, self._column.get(f"capital:{code}"))
        return next((e.place for e in entries), None)

    def _state(self, code: str) -> Place:
        """A state as a place, without a point."""
        entries = map(_make_entry, self._column.get(f"state:{code}"))
        return Place(self._states[code].name, code, code, next((e.place.geonames for e in entries), None))


def _is_outshone(near: list[_Entry], entries: list[_Entry]) -> bool:
    """Whether a capital elsewhere is so much larger that it is meant even in a report on other states: London."""
    most = max((e.people for e in near), default=0)
    return any(e.kind == "capital" and e.people >= MUCH_LARGER * most > 0 for e in entries if e not in near)


def _settle(entries: list[_Entry]) -> Place | None:
    """The only place, the only capital, venue or unit without a large city, or the one that is clearly the largest."""
    if not entries:
        return None
    best = min(_RANK[e.kind] for e in entries)
    ranked = sorted(entries, key=lambda e: (_RANK[e.kind], -e.people, e.place.id or ""))
    top = [e for e in ranked if _RANK[e.kind] == best]
    if len(top) == 1 and (best < _RANK["unit"] or max(e.people for e in entries) < LARGE_CITY):
        return top[0].place
    sized = [e for e in entries if e.people] if max(e.people for e in entries) >= LARGE_CITY else entries
    ranked = sorted(sized, key=lambda e: (-e.people, e.place.id or ""))
    same_state = {e.place.country for e in ranked} == {ranked[0].place.country}
    if len(ranked) == 1 or same_state or ranked[0].people >= CLEARLY_LARGER * ranked[1].people > 0:
        return ranked[0].place
    return None


def _make_entry(row: str) -> _Entry:
    name, kind, geonames, code, people, lat, lon = row.split("\t")
    key = f"geonames:{geonames}" if geonames else f"{kind}:{code}:{name_form(name).replace(' ', '_')}"
    place = Place(
        name, key, code, int(geonames) if geonames else None, float(lat) if lat else None, float(lon) if lon else None
    )
    return _Entry(place, kind, int(people or 0))
