"""Read the reports, keep what is told often enough, write the table."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

from legation.knowledge import Knowledge, name_form
from legation.knowledge.tables import last_day
from legation.records import Actor
from tools.attest_reports.patterns import Patterns, Told
from tools.attest_reports.reports import Report, read_reports
from tools.build_knowledge.facts import DATA

TARGET = DATA / "offices" / "attested_reports.tsv"
LEAST = 2  # reports, and days, unless an official statement says so
MOST_APART = 731  # days between two reports of one term
SHOWN = 3  # reports named as the basis
HEAD = (
    "# Holders of offices as dated reports name them; found by tools/attest_reports; checked 2026-11-22;"
    " a statement of the White House is named by its day and a hash of its id\n"
    "state\trole\ttitle\tperson\tfirst\tlast\ttimes\tbasis\treports\n"
)
Office = tuple[str, str, str]


def collect(folder: Path, reference: Path, patterns: Patterns) -> dict[Told, dict[str, Report]]:
    """The reports, by their ids, in which each holder is told."""
    found: dict[Told, dict[str, Report]] = defaultdict(dict)
    for report in read_reports(folder, reference):
        for told in set(patterns.find(report.text)):
            found[told][report.id] = report
    return found


def unite(found: dict[Told, dict[str, Report]]) -> dict[Office, dict[str, dict[str, Report]]]:
    """By office and person; a name all of whose words are in a more frequent one's, or the other way, is that one."""
    by_office: dict[Office, dict[str, dict[str, Report]]] = defaultdict(dict)
    for (owner, role, title, name), reports in sorted(found.items(), key=lambda x: (-len(x[1]), x[0])):
        people = by_office[owner, role, title]
        words = set(name_form(name).split())
        same = [n for n in people if words <= set(name_form(n).split()) or set(name_form(n).split()) <= words]
        people.setdefault(same[0] if same else name, {}).update(reports)
    return by_office


def is_told_enough(reports: dict[str, Report]) -> bool:
    """Two reports of two days, or a statement of an organ of a state."""
    days = {r.day for r in reports.values()}
    return len(days) >= LEAST or any(r.home for r in reports.values())


def is_contradicted(knowledge: Knowledge, office: Office, name: str, reports: dict[str, Report]) -> bool:
    """Whether a term of known dates gives the office to somebody else on most of those days; one that was merely open
    when its source was checked last speaks against the reports of a single day only.
    """
    words, days = set(name_form(name).split()), [date.fromisoformat(r.day) for r in reports.values()]
    in_office = surely_in if len(set(days)) >= LEAST else Knowledge.holders
    told = [in_office(knowledge, f"{office[0]}:{office[1]}", day) for day in days]
    others = [
        h for h in told if h and not any(words & set(name_form(n).split()) for a in h for n in (a.name, *a.names))
    ]
    return 2 * len(others) >= len(told)


def surely_in(knowledge: Knowledge, office: str, day: date) -> tuple[Actor, ...]:
    """Who holds an office on a day by a term that a source knows until then; not by one merely open since."""
    terms = [t for t in knowledge.terms_in(office) if not t.attested and t.first and t.first <= day]
    known = [t for t in terms if day <= (t.last or last_day(t.basis.rpartition("checked ")[2]) or date.min)]
    return tuple(a for t in known if (a := knowledge.actor(t.actor_id)) is not None)


def by_years(reports: dict[str, Report]) -> list[dict[str, Report]]:
    """The reports in runs without a gap of more than two years: a holder may have come back."""
    runs: list[dict[str, Report]] = []
    last = date.min
    for report in sorted(reports.values(), key=lambda r: (r.day, r.id)):
        day = date.fromisoformat(report.day)
        if not runs or (day - last).days > MOST_APART:
            runs.append({})
        runs[-1][report.id] = report
        last = day
    return runs


def row(office: Office, name: str, reports: dict[str, Report]) -> str:
    """One line of the table."""
    ordered = sorted(reports.values(), key=lambda r: (r.day, r.id))
    outlets = ", ".join(o for o, _ in Counter(r.outlet for r in ordered).most_common(SHOWN))
    shown = dict.fromkeys((ordered[0], ordered[len(ordered) // 2], ordered[-1]))
    ids = ", ".join(f"{r.id} ({r.day})" for r in shown)
    told = (*office, name, ordered[0].day, ordered[-1].day, str(len(ordered)))
    return "\t".join((*told, f"attested: dated reports of {outlets}", ids))


def main(folder: Path, reference: Path) -> None:
    """Find, keep, write."""
    knowledge = Knowledge()
    patterns = Patterns(knowledge)
    rows = [
        row(office, name, run)
        for office, people in unite(collect(folder, reference, patterns)).items()
        for name, reports in people.items()
        for run in by_years(reports)
        if is_told_enough(run) and not is_contradicted(knowledge, office, name, run)
    ]
    TARGET.write_text(HEAD + "".join(f"{r}\n" for r in sorted(rows)), "utf-8")
    print(len(rows), "holders")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
