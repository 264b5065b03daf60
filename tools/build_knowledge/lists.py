"""British ministers, and our own tables of holders known from dated reports."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from legation.text import fold
from tools.build_knowledge.facts import DATA, Row, read, read_table
from tools.build_knowledge.roles import NAMES, find_role

UK_CHECKED = "2026-06-12"


def british_rows(folder: Path) -> Iterator[Row]:
    """British ministers (Institute for Government, CC BY 4.0)."""
    for r in read(folder / "uk_ministers.csv"):
        yield Row(
            "GBR", british_role(r["position"]), r["position"], r["person"], "", r["start"], r["end"], UK_CHECKED, "ifg"
        )


def british_role(title: str) -> str | None:
    """The role of a British office; where a Secretary of State leads a department, its Ministers are junior. The Chief
    of the General Staff leads the army alone, below the Chief of the Defence Staff.
    """
    if title == "Chief of the General Staff":
        return "army_chief"
    role = find_role(title)
    is_junior = title.startswith("Minister") and role is not None and role != "prime_minister"
    return None if is_junior or (role == "prime_minister" and title != "Prime Minister") else role


def attested_rows() -> Iterator[Row]:
    """Our own table of holders known from dated reports, written by hand."""
    for r in read_table(DATA / "offices" / "attested.tsv"):
        told = r["title"], r["person"], r["wikidata"], r["first"], r["last"], r["checked"], r["basis"]
        yield Row(r["state"], r["role"] or None, *told, attested=r["basis"].startswith("attested"))


def report_rows(qids: Mapping[str, str]) -> Iterator[Row]:
    """Holders that dated reports name (``attest_reports``); who leads an organisation is known from a state's lists."""
    posts = {r["office"] for r in read_table(DATA / "offices" / "posts.tsv")}
    for r in read_table(DATA / "offices" / "attested_reports.tsv"):
        of_body = f"{r['state']}:{r['role']}" in posts or r["state"] in ("UNO", "EUR", "NATO")
        qid = qids.get(fold(r["person"]), "") if of_body else ""
        title = r["title"] or NAMES.get(r["role"], r["role"].replace("_", " ").title())
        told = title, r["person"], qid, r["first"], r["last"], r["last"], r["basis"]
        yield Row(r["state"], r["role"], *told, attested=True)


def head_rows(qids: Mapping[str, str]) -> Iterator[Row]:
    """Heads of international organisations after public pages (``heads.tsv``)."""
    titles = {r["office"]: r["title"] for r in read_table(DATA / "offices" / "posts.tsv")}
    for r in read_table(DATA / "offices" / "heads.tsv"):
        owner, _, role = r["office"].partition(":")
        qid = qids.get(fold(r["person"]), "")
        yield Row(owner, role, titles[r["office"]], r["person"], qid, r["first"], r["last"], r["last"], r["source"])


def mended(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows with the misprints of ``misprints.tsv`` put right, without the terms that never were."""
    table = read_table(DATA / "offices" / "misprints.tsv")
    right = {(r["office"], fold(r["person"]), r["first"]): (r["instead"], r["last"]) for r in table}
    for row in rows:
        first, last = right.get((f"{row.state}:{row.role}", fold(row.person), row.first), (row.first, ""))
        if first or not row.first:
            yield replace(row, first=first, last=last or row.last)


def found_rows(kingdoms: Collection[str]) -> Iterator[Row]:
    """Holders that dated reports and trips name (``attest_offices.py``); in a kingdom the president is of the
    government.
    """
    for r in read_table(DATA / "offices" / "attested_found.tsv"):
        role = "prime_minister" if r["role"] == "president" and r["state"] in kingdoms else r["role"]
        title = NAMES.get(role, role.replace("_", " ").title())
        told = title, r["person"], "", r["first"], r["last"], r["last"], r["basis"]
        yield Row(r["state"], role, *told, attested=True)
