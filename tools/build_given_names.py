"""Make the table of given names and the gender of those who bear them, used only for "he" and "she".

Usage: ``python tools/build_given_names.py``, with Faker (MIT) installed. its lists by language are joined;
a name that only one list has, or lists of both genders, or that is a family name where those come first, is left out.
Names by hand stay.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter, defaultdict
from pathlib import Path
from types import ModuleType

from legation.knowledge import load_knowledge
from legation.knowledge.names import name_orders
from legation.text import fold

TARGET = Path(__file__).resolve().parent.parent / "legation" / "data" / "people" / "given_names.tsv"
HEAD = (
    '# Given names and who bears them; used only for "he" and "she". By hand, and from the lists of Faker (MIT);'
    " checked 2026-11-22"
)
SHORTEST = 3  # letters
LEAST = 2  # languages whose lists have a name
SURE = 0.9  # share of them that give one gender
GIVEN_TOO = frozenset({"SGP", "HKG", "MAC", "TWN"})  # many bear an English given name first
GENDERS = {"male": "m", "female": "f"}


def read_lists(package: ModuleType) -> dict[str, dict[str, set[str]]]:
    """For each name the lists, by language, that have it for each gender."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for language in sorted(m.name for m in pkgutil.iter_modules(package.__path__)):
        provider = importlib.import_module(f"{package.__name__}.{language}").Provider
        for word, gender in GENDERS.items():
            for name in filter(is_plain, getattr(provider, f"first_names_{word}", ())):
                found[fold(name)][gender].add(language)
    return found


def family_names() -> set[str]:
    """Family names of the people known in states where those stand first."""
    people = load_knowledge().people.values()
    states = {code for code, order in name_orders().items() if order == "family"} - GIVEN_TOO
    counts = Counter(fold(p.name).split()[0] for p in people if p.state in states)
    return {name for name, count in counts.items() if count > 1}


def is_plain(name: str) -> bool:
    """One word in Latin letters."""
    return len(name) >= SHORTEST and name.isalpha() and fold(name).isascii() and name.istitle()


def main() -> None:
    """Lay the names that were there over those of the lists, write the table."""
    lists, families = read_lists(importlib.import_module("faker.providers.person")), family_names()
    old = (line.split("\t") for line in TARGET.read_text("utf-8").splitlines()[2:])
    kept = dict(old)
    taken = set(map(fold, kept))
    for form, told in lists.items():
        gender = max(sorted(told), key=lambda g: len(told[g]))
        most, all_ = len(told[gender]), sum(map(len, told.values()))
        if most >= LEAST and most >= SURE * all_ and form not in families | taken:
            kept[form.title()] = gender
    lines = (f"{name}\t{gender}\n" for name, gender in sorted(kept.items()))
    TARGET.write_text(f"{HEAD}\nname\tgender\n{''.join(lines)}", "utf-8")
    print(len(kept), "given names")


if __name__ == "__main__":
    main()
