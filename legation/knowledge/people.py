"""People of the knowledge: the table of all office-holders and the everyday names laid over it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from legation.knowledge.names import name_form
from legation.knowledge.tables import read_table, split_names
from legation.records import Actor


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody known. ``names`` are other spellings; ``surname`` is set where a source marks it."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    state: str | None = None
    surname: str = ""
    gender: str | None = None
    wikipedia: str | None = None

    def actor(self) -> Actor:
        """This person as an actor; a Wikidata id is one of Q and digits."""
        wikidata = self.id if self.id[0] == "Q" else None
        return Actor(self.id, "person", self.name, self.names, self.state, None, wikidata, self.wikipedia)


def read_people() -> dict[str, Person]:
    """Everybody by id, with canonical names, genders and pages from ``everyday.tsv``."""
    everyday = list(read_table("people", "everyday.tsv", columns=5))
    wanted = {s.lower() for _, name, names, _, _ in everyday for s in (name, *split_names(names))}
    found: dict[str, Person] = {}
    by_name: dict[tuple[str, str], str] = {}
    for key, name, names, state, surname in read_table("people", "people.tsv.gz", columns=5):
        person = Person(key, name, split_names(names), state, surname)
        found[key] = person
        for spelling in (name, *person.names):
            if spelling.lower() not in wanted:
                continue
            by_name.setdefault((state, name_form(spelling)), key)
            by_name.setdefault(("", name_form(spelling)), key)
    for state, name, names, gender, wikipedia in everyday:
        spellings = (name, *split_names(names))
        keys = [by_name.get((state, name_form(s))) or by_name.get(("", name_form(s))) for s in spellings]
        known = next((k for k in keys if k), None)
        if known:
            old = found[known]
            merged = tuple(dict.fromkeys((*spellings[1:], old.name, *old.names)))
            found[known] = replace(
                old, name=name, names=merged, state=state, gender=gender or None, wikipedia=wikipedia or None
            )
    return found
