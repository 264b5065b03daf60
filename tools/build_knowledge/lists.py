"""British ministers, and our own tables of holders known from dated reports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tools.build_knowledge.facts import DATA, Row, read, read_table
from tools.build_knowledge.roles import NAMES, find_role

UK_CHECKED = "2026-06-12"


def british_rows(folder: Path) -> Iterator[Row]:
    """British ministers (Institute for Government, CC BY 4.0)."""
    for r in read(folder / "uk_ministers.csv"):
        role = find_role(r["position"])
        if role == "prime_minister" and r["position"] != "Prime Minister":
            role = None
        yield Row("GBR", role, r["position"], r["person"], "", r["start"], r["end"], UK_CHECKED, "ifg")


def attested_rows() -> Iterator[Row]:
    """Our own table of holders known from dated reports, written by hand."""
    for r in read_table(DATA / "offices" / "attested.tsv"):
        told = r["title"], r["person"], r["wikidata"], r["first"], r["last"], r["checked"], r["basis"]
        yield Row(r["state"], r["role"] or None, *told, attested=r["basis"].startswith("attested"))


def found_rows() -> Iterator[Row]:
    """Holders that dated reports and trips name (``attest_offices.py``)."""
    for r in read_table(DATA / "offices" / "attested_found.tsv"):
        title = NAMES.get(r["role"], r["role"].replace("_", " ").title())
        told = title, r["person"], "", r["first"], r["last"], r["last"], r["basis"]
        yield Row(r["state"], r["role"], *told, attested=True)
