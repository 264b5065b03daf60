"""Find who is called by which office in dated official statements: evidence of a tenure where lists of holders have
ended.

Usage: ``python tools/attest_offices.py STATEMENTS.jsonl.gz TRIPS.csv``. Writes
``legation/data/offices/attested_found.tsv``:
state, office, person, first and last day on which a statement says so, and how many do. Facts only; no text is kept.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
import sys
from collections import defaultdict
from pathlib import Path

from legation.knowledge import Knowledge, load_knowledge, name_form
from legation.knowledge.checks import begins_as_name

TARGET = Path(__file__).resolve().parent.parent / "legation" / "data" / "offices" / "attested_found.tsv"
ROLES = {
    "President": "president",
    "Prime Minister": "prime_minister",
    "Chancellor": "prime_minister",
    "Premier": "prime_minister",
    "King": "monarch",
    "Emir": "monarch",
    "Amir": "monarch",
    "Sultan": "monarch",
    "Crown Prince": "crown_prince",
    "Vice President": "vice_president",
    "Deputy Prime Minister": "deputy_prime_minister",
    "Foreign Minister": "foreign_minister",
    "Minister of Foreign Affairs": "foreign_minister",
    "Minister for Foreign Affairs": "foreign_minister",
    "External Affairs Minister": "foreign_minister",
    "Foreign Secretary": "foreign_minister",
    "Defense Minister": "defence_minister",
    "Minister of Defense": "defence_minister",
    "Finance Minister": "finance_minister",
    "National Security Advisor": "security_adviser",
    "National Security Adviser": "security_adviser",
}
_ROLE = "|".join(sorted(ROLES, key=len, reverse=True))
_WORD = r"(?:[A-Z][\w’'-]+|[A-Z]\.|al-[A-Z]\w+|bin|von|van|der|de|da|al|el)"
_NAME = rf"[A-Z][\w’'-]+(?: {_WORD}){{1,4}}"
AFTER = re.compile(
    rf"\b({_ROLE}) ({_NAME}) of (?:the )?((?:[A-Z][\w’'-]+|of|and|the)(?: (?:[A-Z][\w’'-]+|of|and|the)){{0,3}})"
)
BEFORE = re.compile(rf"\b([A-Z][\w-]+(?: [A-Z][\w-]+)?)(?:’s|'s)? ({_ROLE}) ({_NAME})")
Key = tuple[str, str, str]


def statements(path: Path) -> dict[Key, list[str]]:
    """Days of statements by (state, role, person); the state stands in the words."""
    knowledge, found = Knowledge(), defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            day = (record.get("published") or "")[:10]
            for state, role, name in _read(knowledge, record["text"]):
                if day:
                    found[state, role, name].append(day)
    return found


def _read(knowledge: Knowledge, text: str) -> set[Key]:
    found: set[Key] = set()
    for match in AFTER.finditer(text):
        role, name, words = match.groups()
        parts = words.split()
        codes = (knowledge.find_state(" ".join(parts[:n]), "name") for n in range(len(parts), 0, -1))
        code = next((c for c in codes if c), None)
        if code:
            found.add((code, ROLES[role], clean_name(name)))
    for match in BEFORE.finditer(text):
        words, role, name = match.groups()
        code = knowledge.find_state(words, "name", "adjective") or knowledge.find_state(
            words.split()[-1], "name", "adjective"
        )
        if code:
            found.add((code, ROLES[role], clean_name(name)))
    return {k for k in found if k[2] and not (k[0] == "USA" and k[1] == "foreign_minister")}


def clean_name(name: str) -> str:
    """The name alone, without titles and what stands behind it; empty for what is no full name of a person."""
    if not begins_as_name(name.strip()):
        return ""
    first = re.split(r"(?<=\w{3})\. | of | and ", name)[0].rstrip(".")
    words = re.sub(r"^(Sheikh|Dr\.?|General|Gen\.|Sir|Lord|Ms\.|Mr\.) ", "", first).split()
    while words and (words[-1] in ("and", "of", "de", "al", "bin", "The", "In", "On") or len(words[-1]) < 2):
        words.pop()
    joined = " ".join(words).removesuffix("’s").removesuffix("'s")
    return (
        joined
        if len(joined.split()) > 1
        and not set(joined.split()) & {"Minister", "President", "House", "Council", "Department"}
        else ""
    )


def trips(path: Path) -> dict[Key, list[str]]:
    """Days of trips and visits; countries of the adjective, else of the place."""
    knowledge, found = Knowledge(), defaultdict(list)
    with path.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            role = ROLES.get(row["role"])
            code = (
                knowledge.find_state(row["adjective"], "adjective")
                if row["adjective"]
                else knowledge.find_state(row["country"], "name")
            )
            name = clean_name(row["name"])
            if role and code and code != "USA" and name:
                found[code, role, name].extend([row["date_start"], row["date_end"]])

    return found


def _is_of_another_state(key: Key) -> bool:
    """Whether the only person of that name is known to be of another state: a slip of the statement's reading."""
    people = load_knowledge().people_named(key[2])
    return bool(people) and all(p.state != key[0] for p in people)


def main(texts: Path, table: Path) -> None:
    """Read both, keep what is said on two days or by two statements, write the table."""
    rows: dict[Key, tuple[str, str, int, str]] = {}
    for source, found in (
        ("statements of the White House (public domain)", statements(texts)),
        ("HistoryAtState trips and visits (CC0)", trips(table)),
    ):
        for key, days in found.items():
            if len(set(days)) >= 2 and not _is_of_another_state(key):
                old = rows.get(key)
                first, last = min([*days, *([old[0]] if old else [])]), max([*days, *([old[1]] if old else [])])
                rows[key] = (first, last, len(days) + (old[2] if old else 0), f"{old[3]}, {source}" if old else source)
    same: dict[tuple[str, str, str], Key] = {}
    for key in sorted(rows):
        same.setdefault((key[0], key[1], name_form(key[2])), key)
    out = [
        f"{k[0]}\t{k[1]}\t{k[2]}\t{rows[k][0]}\t{rows[k][1]}\t{rows[k][2]}\tattested: {rows[k][3]}"
        for k in sorted(same.values())
    ]
    TARGET.write_text(
        "# Holders of offices as dated official statements and trips name them; checked 2026-11-21\n"
        "state\trole\tperson\tfirst\tlast\ttimes\tbasis\n" + "\n".join(out) + "\n",
        "utf-8",
    )
    print(len(out), "attested holders")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
