# ruff: noqa: E501  (patterns are read as lines)
"""Heads of state and government and ambassadors of the CIA World Factbook (public domain)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from legation.text import fold
from tools.build_knowledge.facts import Row, read

CHECKED = "2026-01-22"
FACTBOOK_TITLES: tuple[tuple[str, str], ...] = (
    ("vice_president", r"\b(vice|deputy) president"),
    ("deputy_prime_minister", r"\b(deputy|vice) (prime minister|premier|chancellor)"),
    (
        "prime_minister",
        r"\bprime minister\b|^premier|^(federal )?chancellor|^taoiseach|chair\w* of the council of ministers|president of the (government|council of ministers)|^president of council of ministers",
    ),
    ("monarch", r"^(king|queen|emir|amir|sultan|emperor|grand duke|prince|pope)\b"),
    ("supreme_leader", r"^supreme leader|state affairs commission president"),
    ("president", r"\bpresident\b"),
)


def factbook_role(kind: str, title: str) -> str | None:
    """The role of a Factbook row from its title; ambassadors by its kind."""
    if kind == "chief of mission to the US":
        return "ambassador" if "mbassador" in title else None
    if kind == "US chief of mission":
        return None
    words = fold(title)
    return next((role for role, pattern in FACTBOOK_TITLES if re.search(pattern, words)), None)


def factbook_name(words: str) -> tuple[str, str]:
    """Name in usual capitals and the surname that the Factbook prints in capitals."""
    words = re.sub(
        r"[“\"].*?[”\"]|\(.*?\)|,.*$|^(Dr|Gen|Lt|Capt|Col|Field Marshal|Brig|Maj|Sir|Dame|Sheikh|ret)\b\.? ?(Gen\b\.?)?",
        "",
        words,
    ).strip()
    parts = words.split()
    caps = [p for p in parts if len(p) > 1 and p.isupper() and not re.fullmatch(r"[A-Z]\.|[IVX]+", p)]
    name = " ".join(_usual(p) if p in caps else p for p in parts)
    return name, " ".join(_usual(p) for p in caps)


def _usual(word: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda m: m.group()[:1] + m.group()[1:].lower(), word)


def factbook_rows(folder: Path, territories: set[str]) -> Iterator[Row]:
    """Heads of state and government and ambassadors (CIA World Factbook, public domain)."""
    current = {(r["iso3"], r["role"], r["person"], r["since"]) for r in read(folder / "factbook_leaders.csv")}
    for name in ("factbook_leaders.csv", "factbook_leaders_history.csv"):
        for r in read(folder / name):
            role = factbook_role(r["role"], r["title"])
            person, surname = factbook_name(r["person"])
            if (
                not role
                or not r["iso3"]
                or r["iso3"] in territories
                or not r["since"]
                or not surname
                or len(person.split()) > 6
            ):
                continue
            checked = r.get("last_changed") or CHECKED
            if (r["iso3"], r["role"], r["person"], r["since"]) in current:
                checked = CHECKED
            title = "ambassador to the United States" if role == "ambassador" else r["title"]
            yield Row(r["iso3"], role, title, person, "", r["since"], "", checked, "factbook", surname)
