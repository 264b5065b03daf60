"""Who: actors, offices, tenures, mentions, and places."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from legation.records.evidence import Evidence

MentionKind = Literal["person", "state", "organisation", "office", "group", "place", "collective", "pronoun"]


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, state, organisation or group of the knowledge. ``id`` is a Wikidata id where known, else our own."""

    id: str
    kind: Literal["person", "state", "organisation", "igo", "group", "company", "organ"]
    name: str
    names: tuple[str, ...] = ()
    state: str | None = None
    sector: str | None = None
    wikidata: str | None = None
    wikipedia: str | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """A post that people hold in turn, such as foreign minister of Pakistan."""

    id: str
    title: str
    state: str
    sector: str = "GOV"
    seniority: int | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Tenure:
    """Who held an office from when to when. ``last`` None: open when the source was last checked."""

    office_id: str
    actor_id: str
    first: date | None
    last: date | None
    basis: str
    attested: bool = False


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes part in a claim, in the office held on that day; ``name`` is canonical, never a bare surname."""

    name: str
    actor_id: str | None = None
    person: bool = False
    wikidata: str | None = None
    wikipedia: str | None = None
    office_id: str | None = None
    office: str | None = None
    state: str | None = None
    sector: str | None = None
    seniority: int | None = None
    role: str | None = None
    initiator: bool = False
    host: bool = False
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a document that mean one or several actors.

    ``parties`` is empty when nothing in knowledge or document says who is meant; several for "the two leaders".
    ``candidates`` holds actor ids that fit when more than one does (then ``parties`` is empty).
    ``head`` is the index of the head token in its sentence. ``flags`` hold slips such as ``"then-office-is-current"``.
    """

    sentence: int
    start: int
    end: int
    quote: str
    kind: MentionKind
    head: int
    parties: tuple[Party, ...] = ()
    candidates: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer, or just a name in the text."""

    name: str
    id: str | None = None
    country: str | None = None
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    evidence: tuple[Evidence, ...] = ()
