"""Which rows are of one person: by Wikidata id, by a fitting name in the state, by one office at one time."""

from __future__ import annotations

import re
from collections import defaultdict
from difflib import SequenceMatcher

from legation.text import fold, stable_id
from tools.build_knowledge.facts import DATA, Row, read_table
from tools.build_knowledge.roles import SINGLE
from tools.build_knowledge.spans import near

ENGLISH = frozenset({"USA", "GBR", "CAN", "AUS", "NZL", "IRL"})  # states whose people go by English short names
FATHERS = frozenset({"bin", "ibn", "bint"})  # words between a child's name and the father's, which no order may turn
RESPELT = 0.8  # likeness of given names
RESPELT_WHOLE = 0.82  # likeness of whole names of one office and time


def name_key(name: str) -> frozenset[str]:
    """The words of a name without initials, for matching across sources."""
    words = re.findall(r"[^\W\d_]+", fold(name.replace("-", " ")))
    return frozenset(w for w in words if len(w) > 1 and w not in {"al", "bin", "ibn", "the", "of", "de", "jr", "sr"})


def is_turned_about(a: str, b: str) -> bool:
    """Whether two names say of each other's father that he is the child: "Salman bin Abdulaziz" is another than
    "Abdulaziz bin Salman", though the words are the same.
    """
    one, other = _line(a), _line(b)
    return bool(one and other) and one[0] != other[0] and one[0] in other[1:] and other[0] in one[1:]


def _line(name: str) -> list[str]:
    """The given names from child to father and on, of a name that tells the father; empty for others."""
    words = fold(name.replace("-", " ")).split()
    return [w for w in words if w not in FATHERS] if set(words) & FATHERS else []


def formal_key(name: str, short: dict[str, str]) -> frozenset[str]:
    """The words of a name with the given name in full: "Jen Psaki" -> {"jennifer", "psaki"}."""
    first, _, rest = fold(name).partition(" ")
    return name_key(f"{short.get(first, first)} {rest}")


def alike(a: str, b: str) -> bool:
    """Whether two names can be two spellings of one: a long word shared, or nearly the same letters."""
    if {w for w in name_key(a) if len(w) > 3} & {w for w in name_key(b) if len(w) > 3}:
        return True
    return SequenceMatcher(None, fold(a), fold(b)).ratio() >= 0.7


def everyday_ids(qids: dict[str, str]) -> dict[tuple[str, str], str]:
    """Id of every everyday spelling by state and folded name: a Wikidata id of one of the spellings, else our own."""
    found: dict[tuple[str, str], str] = {}
    for row in read_table(DATA / "people" / "everyday.tsv"):
        names = [fold(n) for n in (row["name"], *row["names"].split("|")) if n]
        person = next((qids[n] for n in names if n in qids), stable_id("person", row["state"], names[0]))
        found |= {(row["state"], n): person for n in names}
    return found


def _is_respelt(a: str, b: str) -> bool:
    """Whether two names end alike and begin nearly so: ``Benyamin`` and ``Benjamin`` of one family, in one office."""
    one, other = fold(a).split(), fold(b).split()
    if len(one) < 2 or len(other) < 2 or one[-1] != other[-1] or one[0][0] != other[0][0]:
        return False
    return SequenceMatcher(None, one[0], other[0]).ratio() >= RESPELT


def _is_spelling_of(a: Row, b: Row) -> bool:
    """Whether one row is only attested, on days within the term of the other, under nearly the same name: a trip's
    "Michel Sleiman" while Michel Suleiman is president.
    """
    if not (a.attested or b.attested) or not (_holds(a, b) or _holds(b, a)):
        return False
    return SequenceMatcher(None, fold(a.person), fold(b.person)).ratio() >= RESPELT_WHOLE


def _holds(term: Row, other: Row) -> bool:
    """Whether a term of known days covers another's."""
    if term.attested or not term.first or not other.first:
        return False
    return term.first <= other.first and (other.last or other.first) <= (term.last or term.checked)


class Merger:
    """Gives each row's person an id: the Wikidata id, that of a person of the state with a fitting name, or our own."""

    def __init__(self, qids: dict[str, str]) -> None:
        self.by_state: dict[str, dict[frozenset[str], str]] = defaultdict(dict)
        self.by_word: dict[tuple[str, str], set[frozenset[str]]] = defaultdict(set)
        self.by_office: dict[tuple[str, str], list[tuple[str, str, Row]]] = defaultdict(list)
        self.by_formal: dict[tuple[str, frozenset[str]], set[str]] = defaultdict(set)
        self.roles: dict[str, set[str | None]] = defaultdict(set)
        self.short = {row["short"]: row["full"] for row in read_table(DATA / "people" / "short_names.tsv")}
        self.same = everyday_ids(qids)
        self.spelt: dict[str, set[str]] = defaultdict(set)

    def _in_office(self, row: Row) -> str | None:
        """Who took the same office at the same time under a like name: another transliteration."""
        same_time = [x for x in self.by_office[row.state, row.role or ""] if near(x[0], row.first)]
        fits = {x[1] for x in same_time if alike(x[2].person, row.person)}
        others = self.by_office[row.state, row.role or ""]
        fits = fits or {x[1] for x in others if _is_respelt(x[2].person, row.person)}
        fits = fits or {x[1] for x in others if _is_spelling_of(x[2], row)}
        return fits.pop() if len(fits) == 1 else None

    def identify(self, row: Row) -> str:
        key = name_key(row.person)
        known = self.by_state[row.state]
        found = (
            (self.same.get((row.state, fold(row.person))) if row.role in SINGLE else None)
            or row.qid
            or self.same.get((row.state, fold(row.person)))
            or self._unless_turned(row, known.get(key))
            or self._unless_turned(row, self._fitting(row.state, key))
            or self._unless_turned(row, self._in_office(row))
            or self._of_short_name(row)
        )
        found = found or stable_id("person", row.state, fold(row.person))
        known.setdefault(key, found)
        self.spelt[found].add(row.person)
        self.roles[found].add(row.role)
        if row.state in ENGLISH:
            self.by_formal[row.state, formal_key(row.person, self.short)].add(found)
        if row.role in SINGLE:
            self.by_office[row.state, row.role].append((row.first, found, row))
        for word in key:
            self.by_word[row.state, word].add(key)
        return found

    def _unless_turned(self, row: Row, person: str | None) -> str | None:
        """A person found, unless one of his names is that of the row with child and father changed about."""
        is_other = person is not None and any(is_turned_about(row.person, name) for name in self.spelt[person])
        return None if is_other else person

    def _of_short_name(self, row: Row) -> str | None:
        """The only person of an English-speaking state whose name is the same with the given name in full; where a
        middle name is written, of the same office too, since Tom Foley may be another than Thomas C. Foley.
        """
        found = self.by_formal[row.state, formal_key(row.person, self.short)] if row.state in ENGLISH else set()
        only = next(iter(found)) if len(found) == 1 else ""
        is_plain = len(row.person.split()) == 2
        return only if only and (is_plain or row.role in self.roles[only]) else None

    def _fitting(self, state: str, key: frozenset[str]) -> str | None:
        near = {k for word in key for k in self.by_word[state, word]}
        fits = {self.by_state[state][k] for k in near if len(k & key) >= 2 and (k <= key or key <= k)}
        return fits.pop() if len(fits) == 1 else None
