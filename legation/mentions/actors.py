"""``resolve_actor``: who is meant by a few words on a day: state, sector, page, office. Names first, then words of
occupation.

Sectors are those of PLOVER (see the table of sectors in ``languages/en``); states are ISO 3166 alpha-3 or IGO, UNO,
EUR.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from legation.knowledge import Knowledge, load_knowledge, name_form
from legation.mentions.lexicon import load_lexicon, load_sectors
from legation.records import Actor, Office

UNDATED = date(2022, 6, 30)  # the day to which the broad lists of office-holders reach
_BESIDE = {"defence": "MIL", "defense": "MIL"}


@dataclass(frozen=True, slots=True)
class ActorAnswer:
    """What is known of the words: ISO code or IGO, UNO, EUR; PLOVER sectors; page; office. Empty: nothing."""

    state: str = ""
    sector: str = ""
    sector2: str = ""
    wikipedia: str = ""
    office: str = ""


def resolve_actor(
    words: str, day: date | None = None, context: str | None = None, country: str | None = None
) -> ActorAnswer:
    """Who is meant by ``words`` on ``day``; ``context`` is a word or two of the surroundings, ``country`` a code
    known beforehand.

    Example:
        >>> resolve_actor("Turkish officials")
        ActorAnswer(state='TUR', sector='GOV', sector2='', wikipedia='', office='')
    """
    knowledge = load_knowledge()
    home = country or (knowledge.find_state(context) if context else None)
    plain = " ".join(words.split())
    for resolve in (_whole_name, _person_inside, _organisation_inside):
        answer = resolve(knowledge, plain, day, home)
        if answer is not None:
            return answer
    return _described(knowledge, plain, home)


def _whole_name(knowledge: Knowledge, words: str, day: date | None, home: str | None) -> ActorAnswer | None:
    """The words are the name of an organisation, a state or a capital, nothing more."""
    organisations = [a for a in knowledge.organisations_named(words) if home in (None, a.state)] or list(
        knowledge.organisations_named(words)
    )
    if len(organisations) == 1 and name_form(words) not in load_lexicon().roles:
        return _of_organisation(organisations[0])
    code = knowledge.find_state(words, "name")
    if code:
        return ActorAnswer(code, wikipedia=knowledge.states[code].name)
    seat = knowledge.find_state(words, "metonym")
    if seat:
        return ActorAnswer(seat, "GOV", wikipedia=words.title() if words.isupper() else words)
    place = knowledge.find_state(words, "place")
    return ActorAnswer(place, "CVL", wikipedia=words) if place else None


def _of_organisation(actor: Actor) -> ActorAnswer:
    sector = actor.sector or ""
    return ActorAnswer(actor.state or "", sector, wikipedia=actor.name.split(" (")[0])


def _person_inside(knowledge: Knowledge, words: str, day: date | None, home: str | None) -> ActorAnswer | None:
    """A known person's name, whole or behind titles; several namesakes are told apart by state and office."""
    parts = words.replace(",", " ,").split()
    stated = _states_in(knowledge, words) or ([home] if home else [])
    for start in range(len(parts)):
        for end in range(len(parts), start + 1, -1):
            people = knowledge.people_named(" ".join(parts[start:end]))
            person = _choose(knowledge, people, day, stated, parts[start].isupper())
            if person is not None:
                return _of_person(knowledge, person, day, words)
    if len(parts) == 1 and words[:1].isupper():
        person = _famous(knowledge, words, day or UNDATED)
        return _of_person(knowledge, person, day, words) if person else None
    return None


def _choose(
    knowledge: Knowledge, people: tuple[Actor, ...], day: date | None, states: list[str], shout: bool
) -> Actor | None:
    fits = [p for p in people if not states or p.state in states] or list(people)
    ranked = sorted(
        fits, key=lambda p: (-len(knowledge.offices_of(p.id, day or UNDATED)), -len(knowledge.terms_of(p.id)), p.id)
    )
    return ranked[0] if ranked else None


def _famous(knowledge: Knowledge, surname: str, day: date) -> Actor | None:
    """The one who is known by surname alone: in the everyday list, else a head of state or government of the day."""
    people = knowledge.people_surnamed(surname)
    known = [p for p in people if knowledge.gender(p.id)]
    heads = [p for p in people if any(o.seniority == 1 for o in knowledge.offices_of(p.id, day))]
    for found in (known, heads):
        if len(found) == 1:
            return found[0]
    return None


def _of_person(knowledge: Knowledge, person: Actor, day: date | None, words: str) -> ActorAnswer:
    offices = knowledge.offices_of(person.id, day or UNDATED)
    if not offices and day is None:
        offices = knowledge.offices_of(person.id, None)[:1]
    answer = ActorAnswer(person.state or "", wikipedia=person.wikipedia or person.name)
    if offices:
        office = offices[0]
        beside = "MIL" if office.role == "defence_minister" else ""
        return replace(answer, state=_land(office, person), sector=office.sector, sector2=beside, office=office.title)
    if _has_left(knowledge, person, day):
        return replace(answer, sector="ELI")
    described = _described(knowledge, words, None)
    return replace(answer, sector=described.sector)


def _land(office: Office, person: Actor) -> str:
    return office.state if office.state in load_knowledge().states else person.state or office.state


def _has_left(knowledge: Knowledge, person: Actor, day: date | None) -> bool:
    return any(t.last is not None and (day is None or t.last < day) for t in knowledge.terms_of(person.id))


def _organisation_inside(knowledge: Knowledge, words: str, day: date | None, home: str | None) -> ActorAnswer | None:
    """An organisation named inside a longer phrase: "members of SANDF", "Boko Haram gunmen"."""
    parts = words.replace(",", " ").replace("’s", "").replace("'s", "").split()
    for length in range(len(parts), 0, -1):
        for start in range(len(parts) - length + 1):
            piece = " ".join(parts[start : start + length])
            if not any(c.isupper() for c in piece) or knowledge.find_state(piece):
                continue
            found = knowledge.organisations_named(piece)
            exact = [a for a in found if len(piece) > 5 or piece in (a.name, *a.names)]
            if len(exact) == 1:
                answer = _of_organisation(exact[0])
                return answer if answer.sector else replace(answer, sector=_described(knowledge, words, None).sector)
    return None


def _described(knowledge: Knowledge, words: str, home: str | None) -> ActorAnswer:
    """State words and words of occupation: "Ukrainian farmers" -> UKR, AGR."""
    states = _states_in(knowledge, words)
    state = states[0] if states else home or ""
    sector = _sector(words)
    form = name_form(words).split()
    beside = next((_BESIDE[w] for w in form if w in _BESIDE), "") if sector == "GOV" else ""
    if sector == "GOV" and ("news" in form or "broadcaster" in form):
        beside = "JRN"
    return ActorAnswer(state, sector, beside)


def _states_in(knowledge: Knowledge, words: str) -> list[str]:
    """Codes of the states, peoples and places that capitalised words name, longest first at each place."""
    parts = words.replace(",", " , ").replace("-", " ").replace("’s", "").replace("'s", "").split()
    found: list[str] = []
    i = 0
    while i < len(parts):
        for length in range(min(5, len(parts) - i), 0, -1):
            piece = " ".join(parts[i : i + length])
            code = _state_of(knowledge, piece) if piece[:1].isupper() else None
            if code:
                found.append(code)
                i += length - 1
                break
        i += 1
    return found


def _state_of(knowledge: Knowledge, piece: str) -> str | None:
    if name_form(piece) == "us" and not piece.replace(".", "").isupper():
        return None
    code = knowledge.find_state(piece, "name", "adjective", "metonym", "place")
    if code:
        return code
    organisations = knowledge.organisations_named(piece)
    return (
        organisations[0].state
        if organisations and organisations[0].kind == "igo" and organisations[0].state in ("EUR", "UNO")
        else None
    )


@cache
def _longest() -> int:
    return max(len(w.split()) for w in load_sectors())


def _sector(words: str) -> str:
    """The sector of the word that counts most: lowest rank, then the longest, then the last."""
    table = load_sectors()
    parts = name_form(words.replace("'s", "").replace("’s", "").replace(",", " ")).split()
    best: tuple[int, int, int, str] | None = None
    for i in range(len(parts)):
        for length in range(1, min(_longest(), len(parts) - i) + 1):
            piece = " ".join(parts[i : i + length])
            row = table.get(piece) or (table.get(piece[:-1]) if piece.endswith("s") else None)
            if row is None:
                continue
            rank = (row[1], -length, -i, row[0])
            best = rank if best is None or rank < best else best
    return best[3] if best else ""
