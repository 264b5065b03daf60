"""The compact index of people, offices and terms: made once from the tables, searched as it stands at run time.

Names are folded when the index is made, rows stay text until somebody asks for them. One gzipped file of seven
sections, each a sorted column.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from dataclasses import dataclass, fields
from importlib import resources
from pathlib import Path

from legation.errors import KnowledgeError
from legation.knowledge.columns import Column, make_column
from legation.knowledge.names import name_form, other_forms, surnames
from legation.knowledge.people import Person, read_people
from legation.knowledge.tables import read_table

INDEX = "people/index.gz"
FIELD, SECTION = "\t", b"\x1d"


@dataclass(frozen=True, slots=True)
class Index:
    """Seven columns: folded name or id -> row.

    ``named`` and ``surnamed`` give ids with blanks between; ``starts``, for the first word of a full name, the words in
    the longest name that begins so; ``people`` and ``offices`` a row for an id; ``terms``, for an office, rows of
    person, first, last, checked, source; ``held``, for a person, office ids.
    """

    named: Column
    surnamed: Column
    starts: Column
    people: Column
    offices: Column
    terms: Column
    held: Column


def read_index() -> Index:
    """The index that the package ships.

    Raises:
        KnowledgeError: the file is missing or was not made by this version.
    """
    path = resources.files("legation").joinpath("data", *INDEX.split("/"))
    if not path.is_file():
        raise KnowledgeError(f"data/{INDEX} is missing", "run: python tools/build_index.py")
    sections = gzip.decompress(path.read_bytes()).split(SECTION)
    if len(sections) != len(fields(Index)):
        raise KnowledgeError(f"data/{INDEX} is of another version", "run: python tools/build_index.py")
    return Index(*map(Column, sections))


def write_index(index: Index, path: Path) -> None:
    """Write the index; the same index gives the same bytes."""
    columns = [getattr(index, field.name) for field in fields(Index)]
    path.write_bytes(gzip.compress(SECTION.join(c.to_bytes() for c in columns), compresslevel=9, mtime=0))


def make_index() -> Index:
    """The index that the tables of ``data/people`` and ``data/offices`` give."""
    people = sorted(read_people().values(), key=lambda p: p.id)
    named, surnamed = _ids_by_form(people)
    starts: dict[str, int] = {}
    for form in named:
        first = form.partition(" ")[0]
        starts[first] = max(starts.get(first, 0), form.count(" ") + 1)
    terms = list(read_table("offices", "tenures.tsv.gz", columns=6))
    held: dict[str, dict[str, None]] = {}
    for office, person, *_ in terms:
        held.setdefault(person, {})[office] = None
    return Index(
        make_column((f, " ".join(i)) for f, i in named.items()),
        make_column((f, " ".join(i)) for f, i in surnamed.items() if f),
        make_column((f, str(n)) for f, n in starts.items()),
        make_column((p.id, person_row(p)) for p in people),
        make_column((row[0], FIELD.join(row[1:])) for row in read_table("offices", "offices.tsv.gz", columns=6)),
        make_column((office, FIELD.join(rest)) for office, *rest in terms),
        make_column((person, " ".join(offices)) for person, offices in held.items()),
    )


def person_row(person: Person) -> str:
    """A person as the text of one row, without the id."""
    names = "|".join(person.names)
    return FIELD.join(
        (person.name, names, person.state or "", person.surname, person.gender or "", person.wikipedia or "")
    )


def read_person(key: str, row: str) -> Person:
    """The person of a row that ``person_row`` wrote."""
    name, names, state, surname, gender, page = row.split(FIELD)
    return Person(
        key, name, tuple(names.split("|")) if names else (), state or None, surname, gender or None, page or None
    )


def _ids_by_form(people: Iterable[Person]) -> tuple[dict[str, dict[str, None]], dict[str, dict[str, None]]]:
    """Ids by folded full name and by surname, in the order of ``people``."""
    named: dict[str, dict[str, None]] = {}
    surnamed: dict[str, dict[str, None]] = {}
    for person in people:
        for name in (person.name, *person.names):
            for form in (name_form(name), *other_forms(name, person.state)):
                if " " in form:
                    named.setdefault(form, {})[person.id] = None
            for short in surnames(name, person.state, person.surname):
                surnamed.setdefault(short, {})[person.id] = None
    return named, surnamed
