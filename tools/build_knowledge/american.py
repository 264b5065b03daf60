"""Presidents, Secretaries of State, other principal officers and ambassadors of the United States.

Sources: unitedstates/congress-legislators (CC0), HistoryAtState pocom (CC0), CIA World Factbook (public domain).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tools.build_knowledge import factbook
from tools.build_knowledge.facts import FIRST_YEAR, Row, read
from tools.build_knowledge.roles import find_role

DIPLOMATS_CHECKED, EXECUTIVE_CHECKED = "2025-03-25", "2026-06-15"


def american_rows(folder: Path) -> Iterator[Row]:
    """All of them; later ambassadors from the Factbook."""
    yield from _executive(folder)
    yield from _officers(folder)
    yield from _ambassadors(folder)


def _executive(folder: Path) -> Iterator[Row]:
    """Presidents and Vice Presidents; a term that ends after the file's day is open."""
    for r in read(folder / "us_executive.csv"):
        if r["end"] < FIRST_YEAR:
            continue
        end = "" if r["end"] > EXECUTIVE_CHECKED else r["end"]
        title, source = r["position"], "congress-legislators"
        role = find_role(title)
        yield Row("USA", role, title, r["person"], r["person_qid"], r["start"], end, EXECUTIVE_CHECKED, source)


def _officers(folder: Path) -> Iterator[Row]:
    """Principal officers of the Department of State and chiefs of mission."""
    for r in read(folder / "us_diplomats.csv"):
        start = r["started"] or r["appointed"]
        title, role = r["position"], "foreign_minister" if r["position"] == "Secretary of State" else None
        if r["kind"] == "chief of mission":
            title, role = _mission(title, r["place"].replace("-", " ").title())
        if start and title:
            yield Row("USA", role, title, r["person"], "", start, r["ended"], DIPLOMATS_CHECKED, "pocom")


def _ambassadors(folder: Path) -> Iterator[Row]:
    for r in read(folder / "factbook_leaders.csv"):
        person, surname = factbook.factbook_name(r["person"])
        title, role = _mission(r["title"] or "none", r["state"])
        is_named = bool(surname) and len(person.split()) <= 5
        if r["role"] == "US chief of mission" and r["since"] and r["title"] and is_named:
            title, role = (title, role) if title else (f"Ambassador to {r['state']}", "ambassador")
            yield Row("USA", role, title, person, "", r["since"], "", factbook.CHECKED, "factbook", surname)


def _mission(words: str, place: str) -> tuple[str, str | None]:
    """Title and role of a chief of mission; an empty title for anything else."""
    if "harg" in words:
        return f"Chargé d’Affaires in {place}", "charge"
    return (f"Ambassador to {place}", "ambassador") if "mbassador" in words else ("", None)
