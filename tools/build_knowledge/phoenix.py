"""Heads of state and government before 2011 from the Phoenix dictionaries (Open Event Data Alliance, MIT licence).

The dictionaries say who was in government from which day to which, but not in which office. A stint is given an office
only by its neighbours: it ends on the day on which a known holder begins, or begins on the day on which one ends. So a
chain is followed back from the holders that other lists know; where two offices fit, none is given.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from tools.build_knowledge.facts import FIRST_YEAR, Row, read
from tools.build_knowledge.people import alike, name_key

CHECKED = "2010-12-31"  # an open stint was open when the dictionary was compiled
CHIEF_ROLES = ("president", "monarch", "prime_minister", "supreme_leader")
SLACK_DAYS, HANDOVER_DAYS, NEAR_DAYS = 1, 31, 60
_PARTICLES = frozenset({"al", "bin", "ibn", "de", "da", "di", "du", "van", "von", "der", "la", "y", "e", "ul", "ud"})
_LATEST_YEAR = 18  # of two digits: 18 is 2018, 19 is 1919


@dataclass(frozen=True)
class Stint:
    """Somebody in government between two days.

    ``block`` numbers the runs of people in order of time, of which a state has one for each chief office; ``alone``
    says that the file tells one stint of the person only.
    """

    state: str
    person: str
    first: date
    last: date | None
    block: int = 0
    alone: bool = True


Holder = tuple[date | None, date | None, str]
Known = dict[str, list[Holder]]
"""By role: first day, last day and name of every known holder."""


def phoenix_rows(folder: Path, others: Iterable[Row]) -> Iterator[Row]:
    """The stints that the holders told by ``others`` give an office; those they tell themselves are left out."""
    listed, reported = _holders(r for r in others if not r.attested), _holders(r for r in others if r.attested)
    for state, stints in sorted(read_stints(folder).items()):
        told = {s for s in stints for holders in listed[state].values() if any(_is_told(s, *h) for h in holders)}
        found = settle(stints, listed[state])
        fresh = [(s, role) for s, role in found if s not in told]
        yield from _rows((pair for pair in fresh if not _clashes(*pair, listed[state])), "phoenix")
        settled = told | {s for s, _ in found}
        pairs = [(s, _reported(s, reported[state])) for s in stints if s not in settled]
        reports = [(s, roles[0]) for s, roles in pairs if len(roles) == 1]
        yield from _rows((pair for pair in reports if not _clashes(*pair, listed[state])), "phoenix+attested")


def _clashes(stint: Stint, role: str, known: Known) -> bool:
    """Whether somebody else is in the office at that time: then the chain has gone astray."""
    return any(_overlaps(stint, *holder) for holder in known[role])


def _reported(stint: Stint, reported: Known) -> list[str]:
    """The offices by which dated reports call somebody of that name, in the days of the stint only."""
    last = stint.last or date.fromisoformat(CHECKED)
    return [
        role
        for role, holders in reported.items()
        if any(f and t and stint.first <= f and t <= last and _is_one(stint.person, name) for f, t, name in holders)
    ]


def _holders(rows: Iterable[Row]) -> dict[str, Known]:
    """The holders of chief offices by state."""
    known: dict[str, Known] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if row.role in CHIEF_ROLES:
            known[row.state][row.role].append((_day(row.first), _day(row.last), row.person))
    return known


def _rows(found: Iterable[tuple[Stint, str]], source: str) -> Iterator[Row]:
    for stint, role in found:
        last = stint.last.isoformat() if stint.last else ""
        if not last or last >= FIRST_YEAR:
            title = role.replace("_", " ").title()
            yield Row(stint.state, role, title, stint.person, "", stint.first.isoformat(), last, CHECKED, source)


def settle(stints: list[Stint], known: Known) -> list[tuple[Stint, str]]:
    """Each stint that fits exactly one office, with that office; found ones make further ones known.

    Example:
        A stint to 1998-10-27 is the Chancellor's if the stint from that day is, and no other office changed that day.
    """
    labels = _label_blocks(stints, known)
    found: list[tuple[Stint, str]] = []
    waiting = list(stints)
    while True:
        settled = [(s, roles[0]) for s in waiting if len(roles := _roles(s, known, labels)) == 1]
        if not settled:
            return found
        for stint, role in settled:
            waiting.remove(stint)
            found.append((stint, role))
            known[role].append((stint.first, stint.last, stint.person))


def _label_blocks(stints: Iterable[Stint], known: Known) -> dict[int, str]:
    """The office of most people of a block, as far as other lists know them."""
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    for stint in stints:
        for role, holders in known.items():
            votes[stint.block][role] += any(_is_told(stint, *h) for h in holders)
    return {block: max(sorted(v), key=lambda r: v[r]) for block, v in votes.items() if any(v.values())}


def _roles(stint: Stint, known: Known, labels: Mapping[int, str]) -> list[str]:
    """The offices that a holder of the same name and time has, else those whose holders come before or after."""
    same = [role for role, holders in known.items() if any(_is_told(stint, *h) for h in holders)]
    is_placed = stint.alone and stint.block in labels
    slack = HANDOVER_DAYS // 2 if is_placed else SLACK_DAYS
    fits = [role for role, holders in known.items() if any(_follows(stint, *h, slack) for h in holders)]
    if is_placed:
        fits = [role for role in fits if role == labels[stint.block]]
    elif stint.last and (stint.last - stint.first).days <= HANDOVER_DAYS:
        fits = []
    return same or [role for role in fits if not any(_overlaps(stint, *h) for h in known[role])]


def _is_told(stint: Stint, first: date | None, last: date | None, name: str) -> bool:
    """Whether a known term is this stint: a like name, and a common end."""
    is_near = _close(stint.first, first, NEAR_DAYS) or _close(stint.last, last, NEAR_DAYS)
    return is_near and alike(stint.person, name)


def _follows(stint: Stint, first: date | None, last: date | None, name: str, slack: int) -> bool:
    """Whether another person's term begins where the stint ends, or ends where it begins."""
    return (_close(stint.last, first, slack) or _close(stint.first, last, slack)) and not _is_one(stint.person, name)


def _is_one(one: str, other: str) -> bool:
    """Whether two names are surely one person's: two words shared, or one name within the other."""
    left, right = name_key(one), name_key(other)
    return len(left & right) >= 2 or left <= right or right <= left


def _overlaps(stint: Stint, first: date | None, last: date | None, name: str) -> bool:
    """Whether another person's term covers more than a month of the stint."""
    if first is None or last is None:
        return False
    common = min(last, stint.last or date.max) - max(first, stint.first)
    return common.days > HANDOVER_DAYS and not alike(stint.person, name)


def _close(one: date | None, other: date | None, days: int) -> bool:
    return one is not None and other is not None and abs((one - other).days) <= days


def read_stints(folder: Path) -> dict[str, list[Stint]]:
    """All stints in government by state that are dated to the day; those of whole months are of cabinet lists and
    left out.
    """
    found: dict[str, list[Stint]] = defaultdict(list)
    risen = ("", "")  # who was among the elites until which day: the mark of a chief, not of a minister
    for row in read(folder / "phoenix_country_actors_mit.csv"):
        days = re.fullmatch(r">?(\d{6,8})(?:-(\d{6,8}))?", row["dates"])
        if days and row["cameo_code"].endswith("ELI"):
            risen = (row["name"], days[2] or "")
        match = re.fullmatch(r"([A-Z]{3})GOV", row["cameo_code"])
        first, last = (_short_day(days[1]), _short_day(days[2] or "")) if days else (None, None)
        if match and days and first and (risen == (row["name"], days[1]) or not _is_of_months(first, last)):
            found[match[1]].append(Stint(match[1], usual_name(row["name"]), first, last))
    return {state: _in_blocks(stints) for state, stints in found.items()}


def _in_blocks(stints: list[Stint]) -> list[Stint]:
    """The stints with their blocks: a new one begins with a person who came before the one above."""
    counts = Counter(s.person for s in stints)
    placed: list[Stint] = []
    block, reached, person = 0, date.min, ""
    for stint in stints:
        if stint.person != person:
            block += stint.first < reached
            reached, person = stint.first, stint.person
        placed.append(replace(stint, block=block, alone=counts[stint.person] == 1))
    return placed


def usual_name(words: str) -> str:
    """``HELMUT KOHL`` in usual capitals, without a title before it."""
    plain = re.sub(r"^(\w+ )?(PRESIDENT|PRIME MINISTER|CHANCELLOR|KING|PREMIER) ", "", words)
    parts = [w.lower() if w.lower() in _PARTICLES else w.title() for w in plain.split()]
    return " ".join(p.upper() if re.fullmatch(r"[IVX]+", p, re.I) and i else p for i, p in enumerate(parts))


def _is_of_months(first: date, last: date | None) -> bool:
    return first.day == 1 and (last is None or (last + timedelta(days=2)).day <= 2)


def _short_day(digits: str) -> date | None:
    """``981027`` or ``19981027`` as a day; years of two digits reach from 1919 to 2018."""
    if len(digits) == 6:
        digits = ("20" if int(digits[:2]) <= _LATEST_YEAR else "19") + digits
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:])) if len(digits) == 8 else None
    except ValueError:
        return None


def _day(words: str) -> date | None:
    return date.fromisoformat(words[:10]) if re.match(r"\d{4}-\d\d-\d\d", words) else None
