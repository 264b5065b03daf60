"""The ``Knowledge`` class: look-ups over the tables of ``legation/data``, each table read when first needed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from typing import Literal, cast

from legation.knowledge.names import name_form, surnames
from legation.knowledge.people import Person, read_people
from legation.knowledge.tables import first_day, has_table, last_day, read_table, split_names
from legation.records import Actor, Office, Party, Place, Tenure

ActorKind = Literal["organisation", "igo", "group", "company", "organ"]
GRACE_DAYS = 366  # an open term is still believed this long after its source was last checked
_KINDS = ("organisations", "companies", "groups")


class Knowledge:
    """States, people, offices, tenures, organisations and places. Looked up by folded name or id; none invents."""

    # -- states -----------------------------------------------------------------------------------------------------

    @cached_property
    def states(self) -> dict[str, Actor]:
        """State or territory by ISO code, and bodies that act like one (EUR, UNO)."""
        found = {}
        for code, _, name, names, _, _, wikidata in read_table("states", "states.tsv", columns=7):
            found[code] = Actor(code, "state", name, split_names(names), code, None, wikidata or None, name)
        return found

    @cached_property
    def state_words(self) -> dict[str, dict[str, str]]:
        """For each of name, adjective, metonym and place: folded words -> state code. Ambiguous adjectives are left
        out.
        """
        words: dict[str, dict[str, set[str]]] = {
            k: defaultdict(set) for k in ("name", "adjective", "metonym", "place", "pair")
        }
        territories = set()
        for code, kind, name, names, adjectives, capital, _ in read_table("states", "states.tsv", columns=7):
            if kind == "territory":
                territories.add(code)
            for kind_, values in (
                ("name", (name, *split_names(names))),
                ("adjective", split_names(adjectives)),
                ("metonym", (capital,)),
            ):
                for value in values:
                    if len(value) > 2:
                        words[kind_][name_form(value)].add(code)
        everyday: dict[str, dict[str, str]] = {k: {} for k in words}
        for code, kind, values_ in read_table("states", "everyday.tsv", columns=3):
            everyday[kind] |= {name_form(v): code for v in split_names(values_)}
        return {kind: _settled(words[kind], territories) | everyday[kind] for kind in words}

    def state(self, code: str) -> Actor | None:
        """The state of an ISO 3166 alpha-3 code."""
        return self.states.get(code)

    def find_state(self, words: str, *kinds: str) -> str | None:
        """Code of the state that ``words`` name; ``kinds`` among name, adjective, metonym, place; without them the
        first three.

        Example:
            >>> Knowledge().find_state("Seoul", "metonym")
            'KOR'
        """
        form = name_form(words.removesuffix("’s").removesuffix("'s"))
        form = form.removeprefix("the ")
        for kind in kinds or ("name", "adjective", "metonym"):
            if form in self.state_words[kind]:
                return self.state_words[kind][form]
        return None

    # -- people and offices -------------------------------------------------------------------------------------------

    @cached_property
    def people(self) -> dict[str, Person]:
        """Everybody known, by id."""
        return read_people()

    @cached_property
    def _people_by_name(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for person in self.people.values():
            for name in (person.name, *person.names):
                form = name_form(name)
                if " " in form and person.id not in found[form]:
                    found[form].append(person.id)
        return dict(found)

    @cached_property
    def _people_by_surname(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for person in self.people.values():
            for name in (person.name, *person.names):
                for form in surnames(name, person.state, person.surname):
                    if person.id not in found[form]:
                        found[form].append(person.id)
        return dict(found)

    @cached_property
    def offices(self) -> dict[str, Office]:
        """Offices by id, such as ``PAK:foreign_minister``."""
        found = {}
        for office, title, state, sector, rank, role in read_table("offices", "offices.tsv.gz", columns=6):
            found[office] = Office(office, title, state, sector, int(rank) if rank else None, role or None)
        return found

    @cached_property
    def _rows(self) -> list[list[str]]:
        return list(read_table("offices", "tenures.tsv.gz", columns=6))

    @cached_property
    def tenures(self) -> tuple[Tenure, ...]:
        """All dated terms of office."""
        return tuple(_make_term(row)[0] for row in self._rows)

    @cached_property
    def _rows_by_office(self) -> dict[str, list[list[str]]]:
        return _grouped(self._rows, 0)

    @cached_property
    def _rows_by_person(self) -> dict[str, list[list[str]]]:
        return _grouped(self._rows, 1)

    def _terms_in(self, office_id: str) -> list[tuple[Tenure, date | None]]:
        if office_id not in self._made:
            self._made[office_id] = [_make_term(row) for row in self._rows_by_office.get(office_id, ())]
        return self._made[office_id]

    def _terms_of(self, actor_id: str) -> list[tuple[Tenure, date | None]]:
        if actor_id not in self._made:
            self._made[actor_id] = [_make_term(row) for row in self._rows_by_person.get(actor_id, ())]
        return self._made[actor_id]

    @cached_property
    def _made(self) -> dict[str, list[tuple[Tenure, date | None]]]:
        return {}

    def actor(self, actor_id: str) -> Actor | None:
        """The state, person, organisation, company or group of an id."""
        if actor_id in self.states:
            return self.states[actor_id]
        if actor_id in self.people:
            return self.people[actor_id].actor()
        return self.organisations.get(actor_id)

    def people_named(self, words: str) -> tuple[Actor, ...]:
        """People of whom ``words`` are a full name, in a fixed order; several for namesakes."""
        return tuple(self.people[i].actor() for i in self._people_by_name.get(name_form(words), ()))

    def people_surnamed(self, words: str) -> tuple[Actor, ...]:
        """People whose surname is ``words``."""
        return tuple(self.people[i].actor() for i in self._people_by_surname.get(name_form(words), ()))

    @cached_property
    def given_names(self) -> dict[str, str]:
        """Gender by folded given name."""
        return {name_form(name): gender for name, gender in read_table("people", "given_names.tsv", columns=2)}

    def is_famous(self, actor_id: str) -> bool:
        """Whether somebody is of the everyday list and so may be named by surname alone."""
        return self.gender(actor_id) is not None

    def gender(self, actor_id: str) -> str | None:
        """``m`` or ``f`` where the knowledge says so."""
        person = self.people.get(actor_id)
        return person.gender if person else None

    def office(self, office_id: str) -> Office | None:
        """The office of an id."""
        return self.offices.get(office_id)

    def terms_of(self, actor_id: str) -> tuple[Tenure, ...]:
        """All terms of a person, earliest first; unknown starts first."""
        terms = [tenure for tenure, _ in self._terms_of(actor_id)]
        return tuple(sorted(terms, key=lambda t: (t.first or date.min, t.office_id)))

    def holders(self, office_id: str, day: date | None) -> tuple[Actor, ...]:
        """Who held the office on ``day``; without a day, everybody who ever did. Terms of known dates come before
        attested ones.
        """
        terms = self._terms_in(office_id)
        held = [t for t, checked in terms if day is None or _holds(t, checked, day)]
        best = min((_doubt(t, day) for t in held), default=0)
        firm = [t for t in held if day is None or _doubt(t, day) == best]
        return tuple(a for a in map(self.actor, dict.fromkeys(t.actor_id for t in firm)) if a is not None)

    def offices_of(self, actor_id: str, day: date | None) -> tuple[Office, ...]:
        """The offices a person held on ``day``, highest first; without a day, all of them."""
        held = [t for t, checked in self._terms_of(actor_id) if day is None or _holds(t, checked, day)]
        held = [t for t in held if day is None or _doubt(t, day) <= 1 or not self._is_taken(t, day)]
        found = {t.office_id: t for t in held}
        order = sorted(found, key=lambda i: (self._rank(i), _order(i), -(found[i].first or date.min).toordinal(), i))
        return tuple(self.offices[i] for i in order if i in self.offices)

    def _is_taken(self, tenure: Tenure, day: date) -> bool:
        """Whether somebody else is known to hold the office on a day that an attestation only comes near to."""
        others = (t for t, checked in self._terms_in(tenure.office_id) if _holds(t, checked, day))
        return any(t.actor_id != tenure.actor_id and _doubt(t, day) < _doubt(tenure, day) for t in others)

    def _rank(self, office_id: str) -> int:
        office = self.offices.get(office_id)
        return office.seniority if office and office.seniority else 5

    def party(self, actor_id: str, day: date | None) -> Party:
        """The party an actor is on ``day``: canonical name, office held that day, state, sector, seniority.

        A person without an office on that day but with earlier ones has sector ELI; an unknown id gives a party
        with the id as name.
        """
        actor = self.actor(actor_id)
        if actor is None:
            return Party(name=actor_id, actor_id=actor_id)
        party = Party(
            actor.name,
            actor.id,
            actor.kind == "person",
            actor.wikidata,
            actor.wikipedia,
            state=actor.state,
            sector=actor.sector,
        )
        if not party.person:
            return replace(party, sector=actor.sector)
        offices = self.offices_of(actor_id, day) if day else ()
        if not offices:
            past = day and any(t.last and t.last < day for t in self.terms_of(actor_id))
            return replace(party, sector="ELI" if past else party.sector)
        best = offices[0]
        state = party.state if best.state in ("UNO", "EUR") else best.state
        return replace(
            party, office_id=best.id, office=best.title, state=state, sector=best.sector, seniority=best.seniority
        )

    # -- all names
    # ------------------------------------------------------------------------------------------------------

    @cached_property
    def known_names(self) -> frozenset[str]:
        """Folded forms of all names of states, organisations and people (full names only)."""
        words = set[str]().union(*self.state_words.values())
        return frozenset(words | set(self._organisations_by_name) | set(self._people_by_name))

    @cached_property
    def name_starts(self) -> dict[str, int]:
        """First word of every known name -> words in the longest name that begins with it."""
        found: dict[str, int] = {}
        for form in self.known_names:
            words = form.split(" ")
            found[words[0]] = max(found.get(words[0], 0), len(words))
        return found

    # -- organisations, places, outlets -------------------------------------------------------------------------------

    @cached_property
    def organisations(self) -> dict[str, Actor]:
        """Organisations, organs, companies and groups by id."""
        found = {}
        for folder in _KINDS:
            if not has_table(folder, f"{folder}.tsv"):
                continue
            for key, kind, name, names, state, sector, wikidata, _ in read_table(folder, f"{folder}.tsv", columns=8):
                page = name.split(" (")[0]
                found[key] = Actor(
                    key,
                    cast(ActorKind, kind),
                    name,
                    split_names(names),
                    state or None,
                    sector or None,
                    wikidata or None,
                    page,
                )
        return found

    @cached_property
    def _organisations_by_name(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for actor in self.organisations.values():
            for name in dict.fromkeys(map(name_form, (actor.name, *actor.names))):
                found[name].append(actor.id)
        return dict(found)

    def organisations_named(self, words: str) -> tuple[Actor, ...]:
        """Organisations, organs, companies and groups called ``words``."""
        return tuple(
            self.organisations[i] for i in self._organisations_by_name.get(name_form(words).removeprefix("the "), ())
        )

    @cached_property
    def _places(self) -> dict[str, Place]:
        found: dict[str, Place] = {}
        for code, _, _, _, _, capital, _ in read_table("states", "states.tsv", columns=7):
            if capital:
                found[name_form(capital)] = Place(capital, f"capital:{code}", code)
        for code, kind, words in read_table("states", "everyday.tsv", columns=3):
            if kind in ("metonym", "place"):
                found |= {name_form(w): Place(w, None, code) for w in split_names(words) if name_form(w) not in found}
        if has_table("places", "places.tsv"):
            for key, name, names, code, lat, lon in read_table("places", "places.tsv", columns=6):
                place = Place(name, f"geonames:{key}", code, int(key), float(lat), float(lon))
                found |= {name_form(w): place for w in (*split_names(names), name)}
        return found

    def place(self, words: str) -> Place | None:
        """The place that ``words`` name: a state, capital, seat or listed city."""
        form = name_form(words).removeprefix("the ")
        if form in self._places:
            return self._places[form]
        code = self.state_words["name"].get(form)
        return Place(self.states[code].name, code, code) if code in self.states and code else None

    def capital(self, code: str) -> Place | None:
        """The capital of a state."""
        return next((p for p in self._places.values() if p.id == f"capital:{code}"), None)

    @cached_property
    def outlets(self) -> dict[str, Actor]:
        """Outlets by folded name or domain, from ``data/outlets/outlets.tsv`` (domain or id, name, names, state,
        kind), if there.
        """
        return {}

    def outlet(self, words: str) -> Actor | None:
        """The outlet of a name or domain."""
        return self.outlets.get(name_form(words))


def _doubt(tenure: Tenure, day: date | None) -> int:
    """0 for a term of known dates, 1 for one attested around the day, else more with every day between."""
    if not tenure.attested or day is None:
        return 0
    first, last = tenure.first or day, tenure.last or day
    return 1 + max(0, (first - day).days, (day - last).days)


def _order(office_id: str) -> int:
    """Which of two offices of one rank names its holder: head of state before government, foreign minister before
    deputy.
    """
    role = office_id.partition(":")[2]
    order = ("supreme_leader", "president", "prime_minister", "foreign_minister")
    return order.index(role) if role in order else len(order)


def _make_term(row: list[str]) -> tuple[Tenure, date | None]:
    office, person, first, last, checked, source = row
    tenure = Tenure(
        office, person, first_day(first), last_day(last), f"{source}; checked {checked}", source.startswith("attested")
    )
    return tenure, last_day(checked)


def _grouped(rows: list[list[str]], column: int) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = defaultdict(list)
    for row in rows:
        found[row[column]].append(row)
    return dict(found)


def _settled(words: dict[str, set[str]], territories: set[str]) -> dict[str, str]:
    found = {}
    for form, codes in words.items():
        firm = codes - territories if len(codes) > 1 else codes
        if len(firm) == 1:
            found[form] = next(iter(firm))
    return found


def _holds(tenure: Tenure, checked: date | None, day: date) -> bool:
    """Whether a term covers ``day``; an attested or open one with a year's grace at its open ends."""
    grace = timedelta(days=GRACE_DAYS)
    if tenure.attested:
        first, last = tenure.first or tenure.last, tenure.last or checked
        return bool(first and first - grace <= day) and bool(last is None or day <= last + grace)
    if tenure.first is None and tenure.last is None:
        return False
    if tenure.first and day < tenure.first:
        return False
    if tenure.last:
        return day <= tenure.last
    return checked is None or day <= checked + grace
