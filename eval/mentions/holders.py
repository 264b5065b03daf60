"""Check who held an office against facts that our tenures did not come from.

Usage: ``python -m eval.mentions.holders REFERENCE_FOLDER [--show]``. Four seeded samples: 300 rows in which a dated
report calls somebody by an office, against terms of lists alone; 300 heads of state or government as the Factbook
prints them, and British ministers, each against the rows of Wikidata alone, since their own are merged into nearly
every term of their offices; 200 trips of Presidents and Secretaries of State since 1990. The same person within sixty
days counts as right (for trips, the only holder on the day).
"""

from __future__ import annotations

import csv
import random
import sys
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path

from legation.knowledge import load_knowledge, name_form
from legation.knowledge.names import surnames
from legation.knowledge.tables import first_day
from tools.build_knowledge.factbook import factbook_rows
from tools.build_knowledge.facts import Row
from tools.build_knowledge.lists import british_rows, mended
from tools.build_knowledge.roles import find_role
from tools.build_knowledge.wikidata import wikidata_rows

RESPELT = 0.8  # likeness of two whole names that are one in two transliterations
SEED, SAMPLE, TRIPS, NEAR_DAYS = 2026, 300, 200, 60
FIRST, LAST = date(1990, 1, 1), date(2022, 6, 30)  # the lists of Wikidata are dense until then
CHIEF = frozenset(
    {"president", "prime_minister", "monarch", "foreign_minister", "defence_minister", "finance_minister"}
)
Case = tuple[str, str, date]  # office id, name, day


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def attestations(folder: Path) -> list[Case]:
    """Who is called by a chief office in a dated report: visitors, and those called by an adjective of their state.

    Without an adjective the row of a trip has the state of the place, not of the person, and is left out.
    """
    knowledge, found = load_knowledge(), []
    for row in read(folder / "office_attestations.csv"):
        code = knowledge.find_state(row["adjective"], "adjective") if row["adjective"] else None
        code = code or knowledge.find_state(row["country"], "name")
        if not row["adjective"] and not row["source"].startswith("visits"):
            continue
        role, day = find_role(row["role"]), first_day(row["date_start"])
        if role == "president" and knowledge.office(f"{code}:monarch") and not knowledge.office(f"{code}:president"):
            role = "prime_minister"  # the president of the government of a kingdom
        if code and role and day and row["name"] and knowledge.office(f"{code}:{role}"):
            found.append((f"{code}:{role}", row["name"], day))
    return found


def trips(folder: Path) -> list[Case]:
    """Trips of Presidents and Secretaries of State since 1990."""
    offices = {"president": "USA:president", "secretary": "USA:foreign_minister"}
    rows = [r for r in read(folder / "us_travels.csv") if r["start"] >= "1990" and r["role"] in offices]
    return [(offices[r["role"]], r["traveller"], date.fromisoformat(r["start"])) for r in rows]


def of_lists(rows: Iterable[Row]) -> list[Case]:
    """Those of a list's rows that begin on a day known, from 1990 to the end of the lists, in an office of ours."""
    days = ((first_day(r.first) if len(r.first) == 10 else None, r) for r in rows)
    return [(f"{r.state}:{r.role}", r.person, d) for d, r in days if d and r.role in CHIEF and FIRST <= d <= LAST]


def against_wikidata(label: str, cases: list[Case], rows: Iterable[Row], show: bool) -> None:
    """Print how many of a sample's cases Wikidata's rows tell alike, tell otherwise, or do not tell."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[f"{row.state}:{row.role}"].append(row)
    drawn = random.Random(SEED).sample(cases, min(SAMPLE, len(cases)))
    verdicts = [(case, is_told(case, found[case[0]])) for case in drawn]
    print_verdicts(label, verdicts, show)


def is_told(case: Case, rows: list[Row]) -> bool | None:
    """Whether a row has the person of a case beginning within sixty days; None where no row begins then."""
    near = [r for r in rows if (day := first_day(r.first)) and abs((day - case[2]).days) <= NEAR_DAYS]
    return any(is_one_name(case[1], r.person, r.state) for r in near) if near else None


def is_one_name(name: str, other: str, state: str) -> bool:
    """Whether two names can be one person's: two words are shared, or a surname of either, or nearly the same letters.

    Example:
        >>> is_one_name("Ali Bongo Ondimba", "Ali Bongo", "GAB"), is_one_name("Ali Bongo", "Ali Mroudjae", "GAB")
        (True, False)
        >>> is_one_name("Najib Miqati", "Najib Mikati", "LBN")
        True
    """
    words, others = set(name_form(name).split()), set(name_form(other).split())
    families = {*surnames(name, state), *surnames(other, state)}
    shared = {w for w in words & others if len(w) > 2}
    return len(shared) > 1 or bool(families & words & others) or _is_respelt(name_form(name), name_form(other))


def _is_respelt(name: str, other: str) -> bool:
    """Whether two whole names differ as two transliterations of one name do."""
    return SequenceMatcher(None, name, other).ratio() >= RESPELT


def is_same(case: Case, without: str, near_days: int) -> bool | None:
    """Whether the knowledge gives the named person at that day; None where no term of another source is known."""
    office, name, day = case
    terms = [t for t in load_knowledge().terms_in(office) if not t.attested and without not in t.basis.split(";")[0]]
    near = [
        t
        for t in terms
        if t.first and (t.first - day).days <= near_days and (t.last is None or (day - t.last).days <= near_days)
    ]
    if not near:
        return None
    people = (load_knowledge().person(t.actor_id) for t in near)
    state = office.partition(":")[0]
    return any(is_one_name(name, known, state) for p in people if p for known in (p.name, *p.names))


def report(label: str, cases: Iterable[Case], without: str, near_days: int, show: bool) -> None:
    """Print how many are the same, differ, or are not known."""
    print_verdicts(label, [(case, is_same(case, without, near_days)) for case in cases], show)


def print_verdicts(label: str, verdicts: list[tuple[Case, bool | None]], show: bool) -> None:
    """Print how many are the same, differ, or are not known, and which if asked."""
    same, differ = (sum(v is wanted for _, v in verdicts) for wanted in (True, False))
    known = same + differ
    print(f"{label}: {same} of {known} known the same ({same / max(1, known):.3f}); {len(verdicts) - known} not known")
    for case, verdict in verdicts if show else ():
        if verdict is not True:
            print("  ", "differs" if verdict is False else "not known", *case)


def main(folder: Path, show: bool) -> None:
    """Draw the samples and print the figures."""
    for label, cases, size, without, near in (
        ("attestations", attestations(folder), SAMPLE, "attested", NEAR_DAYS),
        ("trips", trips(folder), TRIPS, "attested", 0),
    ):
        drawn = random.Random(SEED).sample(cases, min(size, len(cases)))
        report(label, drawn, without, near, show)
    named = {code: state.name for code, state in load_knowledge().states.items()}
    wikidata = list(mended(wikidata_rows(folder, named)))
    for label, rows in (("Factbook", factbook_rows(folder, set())), ("British ministers", british_rows(folder))):
        against_wikidata(label, of_lists(rows), wikidata, show)


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--show" in sys.argv)
