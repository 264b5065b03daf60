"""Say where the names, ids and home states of organisations, companies and groups can be read.

Usage: ``python tools/source_organisations.py REFERENCE_FOLDER``. Looks each row of the three tables up in the reference
facts and writes into those that are ``unsourced`` which of them tell it, with the Wikidata id where one is known. A
source that stands in a row stays. Where the package ``pytickersymbols`` is installed, firms are looked up in its lists
of stock exchanges too. What no list tells, dated reports may: ``tools/attest_organisations.py``.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from legation.knowledge import Knowledge, name_form
from legation.knowledge.tables import read_table, split_names

DATA = Path(__file__).resolve().parent.parent / "legation" / "data"
TABLES = ("organisations/organisations.tsv", "companies/companies.tsv", "groups/groups.tsv")
FACTBOOK = "CIA World Factbook (public domain), 2026-01"
PHOENIX = "Phoenix dictionaries of the Open Event Data Alliance (MIT), 2018-08"
OWN_NAME = "its own name tells the state"
LISTED = "state of the head office: pytickersymbols 1.17.10 (MIT)"
_LEGAL = re.compile(r"(?:,? (?:plc|inc\.?|corporation|corp\.?|holding|group|co\.?|ab|se|s\.a\.))+$", re.I)
CHECKED = "sector by hand; checked 2026-11-22"
UNSOURCED = "unsourced"
ABROAD = frozenset({"IGO", "NGO", "UNO", "EUR", "ISM"})
_WORDS_ABROAD = {
    "NGO": "international|global|independent|human rights|rights|aid|medical|humanitarian|advocacy|relief",
    "UNO": "U.N.|UN|United Nations",
    "EUR": "EU|E.U.|European Union|European",
    "IGO": "international|multilateral|BRICS",
}
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
        for name in (r["name"], *r["other_names"].split(" | ")):
            if r["wikidata"] and name != "None":
                found[name_form(name)].add(r["wikidata"])
    return {name: ids.pop() for name, ids in found.items() if len(ids) == 1}


def office_names(folder: Path) -> dict[tuple[str, str], str]:
    """Which list tells of an office of an organ, by state and folded words after "of" in the office's title."""
    found = {}
    for r in read(folder / "office_holders.csv"):
        for words in re.split(r" (?:of|for|to) (?:the )?", r["position"])[1:]:
            found[r["state"], name_form(words)] = f"Wikidata (CC0), office {r['position_qid']}"
    for r in read(folder / "uk_ministers.csv"):
        found["GBR", name_form(r["organisation"])] = "Institute for Government (CC BY 4.0), 2026-06"
    return found


@cache
def words_of_state(state: str) -> frozenset[str]:
    """What a state is called, its capital among it; for a body above states, what tells its kind."""
    if state in _WORDS_ABROAD:
        return frozenset(_WORDS_ABROAD[state].split("|"))
    words = set[str]()
    for code, _, name, names, adjectives, capital, _ in read_table("states", "states.tsv", columns=7):
        words |= {name, capital, *split_names(names), *split_names(adjectives)} if code == state else set()
    for code, kind, names in read_table("states", "everyday.tsv", columns=3):
        words |= set(split_names(names)) if code == state and kind in ("name", "adjective", "place") else set()
    return frozenset(w for w in words if w[:1].isupper() and not (w.endswith("s") and w[:-1] in words))


def own_names(name: str, names: str) -> tuple[str, ...]:
    """The name of a row and its other names of more than two letters, what stands in brackets left out."""
    return tuple(n for n in (re.sub(r" \(.*?\)", "", name), *names.split("|")) if n == name or len(n) > 2)


def listed_firms() -> dict[tuple[str, str], str]:
    """Which list tells the state of a firm, by state and folded name; empty where the package is not installed."""
    if find_spec("pytickersymbols") is None:
        return {}
    knowledge, found = Knowledge(), {}
    for firm in import_module("pytickersymbols").PyTickerSymbols().get_all_stocks():
        name = name_form(_LEGAL.sub("", firm["name"]))
        found[knowledge.find_state(firm.get("country") or "", "name") or "", name] = LISTED
    return found


class Lists:
    """The reference lists, and which of them tell an organisation of a state."""

    def __init__(self, folder: Path) -> None:
        self.bodies, self.organs = factbook_bodies(folder), factbook_organs(folder)
        self.phoenix, self.ids, self.offices = phoenix_names(folder), wikidata_ids(folder), office_names(folder)
        self.offices |= listed_firms()

    def tell(self, names: tuple[str, ...], state: str, wikidata: str) -> list[str]:
        """What to write as the source; empty where none of the lists has a name in that state."""
        forms = {name_form(n) for n in names}
        found = [FACTBOOK] if forms & self.bodies or _is_organ(forms, self.organs.get(state, "")) else []
        found += [PHOENIX] if state not in ABROAD and any(state in self.phoenix.get(f, ()) for f in forms) else []
        found += sorted({self.offices[state, f] for f in forms if (state, f) in self.offices})[:1]
        found += [f"Wikidata (CC0) {wikidata}"] if wikidata else []
        return found or ([OWN_NAME] if any(_names_state(n, state) for n in names) else [])


def main(folder: Path) -> None:
    """Write the sources into the tables."""
    lists = Lists(folder)
    for table in TABLES:
        path, told = DATA / table, 0
        lines = path.read_text("utf-8").split("\n")
        for i, line in enumerate(lines):
            cells = line.split("\t")
            if len(cells) != 8 or cells[0] == "id" or line.startswith("#"):
                continue
            if cells[1] in ("igo", "organisation"):
                cells[6] = cells[6] or lists.ids.get(name_form(cells[2]), "")
            found = lists.tell(own_names(cells[2], cells[3]), cells[4], cells[6])
            told += bool(found)
            if cells[7] == UNSOURCED:
                cells[7] = f"{'; '.join(found)}; {CHECKED}" if found else UNSOURCED
            lines[i] = "\t".join(cells)
        path.write_text("\n".join(lines), "utf-8")
        print(table, told, "told by the reference")


def _names_state(name: str, state: str) -> bool:
    """Whether a name has its own state in it: "Kuwait Petroleum Corporation"."""
    words = words_of_state(state) if state not in ABROAD - {"UNO"} else frozenset()
    return any(re.search(rf"(?<![\w-]){re.escape(w)}(?![\w-])", name) for w in words if len(w) > 1)


def _is_organ(forms: set[str], words: str) -> bool:
    return any(f" {form} " in f" {words} " for form in forms if len(form) > 4)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
