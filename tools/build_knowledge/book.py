"""All rows put together: people identified, offices named."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from legation.text import fold
from tools.build_knowledge.facts import DATA, Book, Row, day, read_table
from tools.build_knowledge.people import Merger
from tools.build_knowledge.roles import NAMES, find_sector, seniority

MANY_REALMS = 4  # states that list one monarch, from which on those of one name are one person


def collect(rows: list[Row], states: dict[str, str]) -> Book:
    """All rows put into one book, offices named, people identified."""
    rows = [replace(r, first=day(r.first), last=day(r.last), checked=day(r.checked)) for r in rows]
    rows, homes = share_monarchs(rows)
    book, merger = Book(), Merger({fold(r.person): r.qid for r in reversed(rows) if r.qid})
    for row in rows:
        person = merger.identify(row)
        if row.person not in book.names[person]:
            book.names[person].append(row.person)
        if row.surname:
            book.surnames[person] = row.surname
        state = row.state if row.state in states or row.source == "wikidata" else ""
        book.states.setdefault(person, homes.get(person, state))
        office = office_id(row)
        if office not in book.offices:
            title = office_title(row, states.get(row.state, row.state))
            book.offices[office] = (
                title,
                row.state,
                find_sector(row.title, row.role),
                seniority(row.role, row.title),
                row.role,
            )
        book.tenures[office, person].append(row)
    return book


def share_monarchs(rows: Iterable[Row]) -> tuple[list[Row], dict[str, str]]:
    """The rows with one Wikidata id for a monarch whom many realms list, and the home state of each by that id."""
    realms: dict[str, set[str]] = defaultdict(set)
    ids: dict[str, str] = {}
    rows = list(rows)
    for row in rows:
        if row.role == "monarch":
            realms[fold(row.person)].add(row.state)
            if row.qid:
                ids.setdefault(fold(row.person), row.qid)
    shared = {name: ids[name] for name, states in realms.items() if len(states) >= MANY_REALMS and name in ids}
    told = {fold(r["name"]): r["state"] for r in read_table(DATA / "people" / "everyday.tsv")}
    homes = {qid: told[name] for name, qid in shared.items() if name in told}
    is_shared = (r.role == "monarch" and fold(r.person) in shared for r in rows)
    return [replace(r, qid=shared[fold(r.person)]) if s else r for r, s in zip(rows, is_shared, strict=True)], homes


def office_id(row: Row) -> str:
    """``PAK:foreign_minister`` for a role of ours, else state and title."""
    if row.role and row.role not in ("ambassador", "charge"):
        return f"{row.state}:{row.role}"
    return f"{row.state}:{re.sub(r'[^a-z0-9]+', '_', fold(row.title)).strip('_')}"


def office_title(row: Row, state: str) -> str:
    """The title with the state's name, unless it is in it or the office is abroad."""
    title = row.title if row.state in ("USA", "GBR") or row.role not in NAMES else NAMES[row.role]
    title = title[:1].upper() + title[1:]
    if (
        row.role in ("monarch", "prime_minister")
        and row.source == "wikidata"
        and fold(row.title).split()[0]
        in ("king", "queen", "emir", "sultan", "emperor", "pope", "chancellor", "federal", "taoiseach", "premier")
    ):
        title = re.sub(r"^Federal ", "", row.title)
    title = re.sub(r" of the (State Council|Republic|Swiss Confederation)$", "", title)
    state = (
        f"the {state}"
        if re.match(r"United |.*(lands|pines|dives|moros|helles|amas)$", state) and not state.startswith("The")
        else state
    )
    return (
        title
        if fold(state) in fold(title) or (" of " in title and row.role is None and row.state == "GBR")
        else f"{title} of {state}"
    )
