"""The ``Knowledge`` class: look-ups over the tables of ``legation/data``, each table read when first needed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Literal, cast

from legation.knowledge.index import Index, read_index, read_person
from legation.knowledge.names import name_form
from legation.knowledge.own.facts import Own
from legation.knowledge.people import Person
from legation.knowledge.places import Gazetteer
from legation.knowledge.tables import first_day, has_table, last_day, read_table, split_names
from legation.knowledge.terms import Terms
from legation.records import Actor, Office, Party, Place, Tenure

ActorKind = Literal["organisation", "igo", "group", "company", "organ"]
KINDS = ("organisations", "companies", "groups")


class Knowledge:
    """States, people, offices, tenures, organisations and places. Looked up by folded name or id; none invents."""

    def __init__(self, own: Own | None = None, index: Index | None = None) -> None:
        """``own``: what a user adds, and ``index`` with it: see ``add_own``. By default what the package ships."""
        self.own, self._index = own or Own(), index

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
            k: defaultdict(set) for k in ("name", "adjective", "metonym", "place", "pair", "nickname")
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

    def nicknames(self, states: Collection[str]) -> dict[str, str]:
        """Short names of states that are understood where both states of a pair are told: folded words -> code.

        Example:
            >>> Knowledge().nicknames({"KOR", "PRK"})["north"]
            'PRK'
        """
        return {
            form: code
            for form, pair in self.state_words["nickname"].items()
            for code, other in [pair.split("/")]
            if code in states and other in states
        }

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
    def index(self) -> Index:
        """The compact index of people, offices and terms, under what the user adds."""
        return self._index or read_index()

    @cached_property
    def _terms(self) -> Terms:
        return Terms(self.index)

    @cached_property
    def _met(self) -> dict[str, Person | None]:
        return {}

    def person(self, actor_id: str) -> Person | None:
        """The person of an id."""
        if actor_id not in self._met:
            rows = self.index.people.get(actor_id)
            self._met[actor_id] = read_person(actor_id, rows[0]) if rows else None
        return self._met[actor_id]

    @cached_property
    def people(self) -> dict[str, Person]:
        """Everybody known, by id; reading all takes a moment."""
        return {key: read_person(key, row) for key, row in self.index.people.items()}

    @cached_property
    def offices(self) -> dict[str, Office]:
        """All offices by id, such as ``PAK:foreign_minister``; reading all takes a moment."""
        return {key: office for key, _ in self.index.offices.items() if (office := self._terms.office(key)) is not None}

    @cached_property
    def tenures(self) -> tuple[Tenure, ...]:
        """All terms of office; reading all takes a moment."""
        offices = dict.fromkeys(office for office, _ in self.index.terms.items())
        return tuple(tenure for office in offices for tenure, _ in self._terms.in_office(office))

    def actor(self, actor_id: str) -> Actor | None:
        """The state, person, organisation, company or group of an id."""
        if actor_id in self.states:
            return self.states[actor_id]
        person = self.person(actor_id)
        return person.actor() if person else self.organisations.get(actor_id)

    def people_named(self, words: str) -> tuple[Actor, ...]:
        """People of whom ``words`` are a full name, in a fixed order; several for namesakes."""
        return self._actors(self.index.named.get(name_form(words)))

    def people_surnamed(self, words: str) -> tuple[Actor, ...]:
        """People whose surname is ``words``."""
        return self._actors(self.index.surnamed.get(name_form(words)))

    def _actors(self, ids: tuple[str, ...]) -> tuple[Actor, ...]:
        people = map(self.person, " ".join(ids).split())
        return tuple(p.actor() for p in people if p is not None)

    @cached_property
    def given_names(self) -> dict[str, str]:
        """Gender by folded given name."""
        return {name_form(name): gender for name, gender in read_table("people", "given_names.tsv", columns=2)}

    def gender_of_name(self, name: str) -> str | None:
        """``m`` or ``f`` as the given name of a full name tells; None for a single word."""
        given = name.split()[:-1]
        return next((g for word in given if (g := self.given_names.get(name_form(word)))), None)

    def is_famous(self, actor_id: str) -> bool:
        """Whether somebody is of the everyday list and so may be named by surname alone."""
        return self.gender(actor_id) is not None

    def gender(self, actor_id: str) -> str | None:
        """``m`` or ``f`` where the knowledge says so."""
        person = self.person(actor_id)
        return person.gender if person else None

    def office(self, office_id: str) -> Office | None:
        """The office of an id."""
        return self._terms.office(office_id)

    def terms_in(self, office_id: str) -> tuple[Tenure, ...]:
        """All terms of an office, earliest first; unknown starts first."""
        terms = [tenure for tenure, _ in self._terms.in_office(office_id)]
        return tuple(sorted(terms, key=lambda t: (t.first or date.min, t.actor_id)))

    def terms_of(self, actor_id: str) -> tuple[Tenure, ...]:
        """All terms of a person, earliest first; unknown starts first."""
        terms = [tenure for tenure, _ in self._terms.of_person(actor_id)]
        return tuple(sorted(terms, key=lambda t: (t.first or date.min, t.office_id)))

    def holders(self, office_id: str, day: date | None) -> tuple[Actor, ...]:
        """Who held the office on ``day``; without a day, everybody who ever did. Terms of known dates hide attested
        ones.
        """
        return tuple(a for a in map(self.actor, self._terms.holders(office_id, day)) if a is not None)

    def is_held(self, office_id: str, day: date) -> bool:
        """Whether a term of known days says who holds an office on ``day``, so that words give it to nobody else."""
        held = [t for t in self.terms_in(office_id) if not t.attested and t.first and t.first <= day]
        return any(t.last is not None and day <= t.last for t in held)

    def roles_left(self, actor_id: str | None, day: date | None) -> set[tuple[str, str]]:
        """Role and state of the offices that somebody left before ``day``."""
        terms = self.terms_of(actor_id) if actor_id and day else ()
        offices = (self.office(t.office_id) for t in terms if day and t.last and t.last < day)
        return {(o.role, o.state) for o in offices if o is not None and o.role is not None}

    def offices_of(self, actor_id: str, day: date | None) -> tuple[Office, ...]:
        """The offices a person held on ``day``, highest first; without a day, all of them."""
        return self._terms.offices_of(actor_id, day)

    @cached_property
    def _leading(self) -> dict[str, tuple[str, date, date]]:
        rows = read_table("offices", "leaders.tsv", columns=4)
        return {code: (r, first_day(a) or date.min, last_day(z) or date.max) for code, r, a, z in rows}

    def leading_role(self, state: str, day: date) -> str | None:
        """The role of whoever leads a state whose head of state does not lead by name: ``prime_minister`` for Italy."""
        role, first, last = self._leading.get(state, (None, day, day))
        return role if first <= day <= last else None

    def party(self, actor_id: str, day: date | None, told: Collection[str] = ()) -> Party:
        """The party an actor is on ``day``: canonical name, office held that day, state, sector, seniority.

        A person without an office on that day but with earlier ones has sector ELI; an unknown id gives a party
        with the id as name. Of several offices of one rank, a monarch's of many realms, it is that of a state in
        ``told``, else of the person's own.
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
        alike = [o for o in offices if (o.role, o.seniority) == (offices[0].role, offices[0].seniority)]
        best = min(alike, key=lambda o: (o.state not in told, o.state != actor.state))
        body = self.organisations.get(best.state)
        state = best.state if body is None else party.state if best.role == "un_representative" else body.state
        return replace(
            party, office_id=best.id, office=best.title, state=state, sector=best.sector, seniority=best.seniority
        )

    # -- all names ----------------------------------------------------------------------------------------------------

    @cached_property
    def _other_names(self) -> frozenset[str]:
        named = (words for kind, words in self.state_words.items() if kind != "nickname")
        return frozenset(set[str]().union(*named) | set(self._organisations_by_name))

    def has_name(self, form: str) -> bool:
        """Whether a folded form is the name of a state, an organisation or a person (full names only)."""
        return form in self.index.named or form in self._other_names

    @cached_property
    def name_starts(self) -> dict[str, int]:
        """First word of every known name -> words in the longest name that begins with it."""
        found = {form: int(words) for form, words in self.index.starts.items()}
        for form in self._other_names:
            first, words = form.partition(" ")[0], form.count(" ") + 1
            if words > found.get(first, 0):
                found[first] = words
        return found

    # -- organisations, places, outlets -------------------------------------------------------------------------------

    @cached_property
    def organisations(self) -> dict[str, Actor]:
        """Organisations, organs, companies and groups by id."""
        found = {}
        for folder in KINDS:
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
        return found | {actor.id: actor for actor in self.own.organisations}

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
    def gazetteer(self) -> Gazetteer:
        """The places that are known."""
        return Gazetteer(self.states, self.state_words["name"])

    def place(self, words: str, states: Collection[str] = ()) -> Place | None:
        """The place that ``words`` name: a state, capital, seat or city; among namesakes the one that lies in
        ``states``, else the one that is by far the largest, else None.
        """
        return self.gazetteer.find(words, states)

    def capital(self, code: str) -> Place | None:
        """The capital of a state."""
        return self.gazetteer.capital(code)

    @cached_property
    def outlets(self) -> dict[str, Actor]:
        """Outlets by folded name, other name and domain; ``state`` is that of the head office."""
        found: dict[str, Actor] = {}
        for domain, name, names, state, _ in read_table("outlets", "outlets.tsv", columns=5):
            outlet = Actor(f"outlet:{domain}", "company", name, split_names(names), state or None, "JRN")
            for words in (domain, name, *outlet.names):
                found.setdefault(name_form(words), outlet)
        return found

    def outlet(self, words: str) -> Actor | None:
        """The outlet of a name or domain.

        Example:
            >>> Knowledge().outlet("BBC").state
            'GBR'
        """
        return self.outlets.get(name_form(words).removeprefix("the ")) or self.outlets.get(name_form(words))


def _settled(words: dict[str, set[str]], territories: set[str]) -> dict[str, str]:
    found = {}
    for form, codes in words.items():
        firm = codes - territories if len(codes) > 1 else codes
        if len(firm) == 1:
            found[form] = next(iter(firm))
    return found
