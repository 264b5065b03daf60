"""Say where the names, ids and home states of organisations, companies and groups can be read.

Usage: ``python tools/source_organisations.py REFERENCE_FOLDER``. Looks each row of the three tables up in the reference
facts and writes into it which of them tell it, with the Wikidata id where one is known; rows that none tells are named
as written by hand. A source that somebody wrote into a row stays.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from pathlib import Path

from legation.knowledge import name_form

DATA = Path(__file__).resolve().parent.parent / "legation" / "data"
TABLES = ("organisations/organisations.tsv", "companies/companies.tsv", "groups/groups.tsv")
FACTBOOK = "CIA World Factbook (public domain), 2026-01"
PHOENIX = "Phoenix dictionaries of the Open Event Data Alliance (MIT), 2018-08"
HAND = "by hand, in none of the reference lists; 2026-11-22"
ABROAD = frozenset({"IGO", "NGO", "UNO", "EUR", "ISM"})
Names = dict[str, set[str]]


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", errors="replace") as lines:
        return list(csv.DictReader(lines))


def factbook_bodies(folder: Path) -> set[str]:
    """Folded names of bodies that states belong to, and of armed groups."""
    bodies = {re.sub(r" \(.*?\)", "", r["igo"]) for r in read(folder / "factbook_igo_memberships.csv")}
    groups = {r[field] for r in read(folder / "factbook_armed_groups.csv") for field in ("group", "alias")}
    return {name_form(n) for n in bodies | groups if n}


def factbook_organs(folder: Path) -> dict[str, str]:
    """What the Factbook writes of a state's legislature and forces, folded, by state."""
    rows = read(folder / "factbook_states.csv")
    return {r["iso3"]: name_form(f"{r['legislature']} {r['military_forces']}") for r in rows if r["iso3"]}


def phoenix_names(folder: Path) -> Names:
    """States by folded name."""
    found: Names = defaultdict(set)
    for r in read(folder / "phoenix_country_actors_mit.csv"):
        for name in (r["name"], *r["synonyms"].split(" | ")):
            found[name_form(name)].add(r["cameo_code"][:3])
    return found


def wikidata_ids(folder: Path) -> dict[str, str]:
    """Wikidata id by folded name of an international body; names of several are left out."""
    found: Names = defaultdict(set)
    for r in read(folder / "igos_crosscheck_ccbysa.csv"):
        if r["wikidata"]:
            found[name_form(r["name"])].add(r["wikidata"])
    return {name: ids.pop() for name, ids in found.items() if len(ids) == 1}


def main(folder: Path) -> None:
    """Write the sources into the tables."""
    bodies, organs = factbook_bodies(folder), factbook_organs(folder)
    phoenix, ids = phoenix_names(folder), wikidata_ids(folder)
    for table in TABLES:
        path, told = DATA / table, 0
        lines = path.read_text("utf-8").split("\n")
        for i, line in enumerate(lines):
            cells = line.split("\t")
            if len(cells) != 8 or cells[0] == "id" or line.startswith("#"):
                continue
            _, kind, name, names, state, _, wikidata, source = cells
            forms = {name_form(n) for n in (re.sub(r" \(.*?\)", "", name), *names.split("|")) if len(n) > 2}
            cells[6] = wikidata or (ids.get(name_form(name), "") if kind == "igo" else "")
            found = [FACTBOOK] if forms & bodies or _is_organ(forms, organs.get(state, "")) else []
            found += [PHOENIX] if state not in ABROAD and any(state in phoenix.get(f, ()) for f in forms) else []
            found += [f"Wikidata (CC0) {cells[6]}"] if cells[6] else []
            told += bool(found)
            if source.startswith(("own knowledge", "names: CIA", "by hand")):
                cells[7] = f"{'; '.join(found)}; sector by hand; checked 2026-11-22" if found else HAND
            lines[i] = "\t".join(cells)
        path.write_text("\n".join(lines), "utf-8")
        print(table, told, "told by the reference")


def _is_organ(forms: set[str], words: str) -> bool:
    return any(f" {form} " in f" {words} " for form in forms if len(form) > 4)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
