"""English words for offices, groups, titles and pronouns, from the tables of ``languages/en``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

from legation.errors import KnowledgeError
from legation.knowledge import name_form


@dataclass(frozen=True, slots=True)
class RoleWord:
    """Words for an office or occupation: keys of offices, PLOVER sector, rank, the states where the words mean it."""

    words: str
    roles: tuple[str, ...]
    sector: str
    rank: int | None
    states: tuple[str, ...]
    gender: str


@dataclass(frozen=True, slots=True)
class GroupWord:
    """Words for people in a group or an organ of a state; ``state`` where the words alone tell it."""

    words: str
    key: str
    sector: str
    state: str
    name: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables by folded words; several rows for words that mean different offices in different states."""

    roles: dict[str, tuple[RoleWord, ...]]
    groups: dict[str, GroupWord]
    titles: dict[str, tuple[str, str]]
    collectives: dict[str, str]
    pronouns: dict[str, str]
    before: dict[str, str]
    headings: frozenset[str]
    pair_nouns: dict[str, str]
    governments: frozenset[str]
    papers: frozenset[str]
    companies: frozenset[str]
    motion: frozenset[str]
    generic: frozenset[str]
    indefinite: frozenset[str]
    definite: frozenset[str]
    saying: frozenset[str]
    particles: frozenset[str]
    leanings: frozenset[str]
    forces: frozenset[str]
    whereabouts: frozenset[str]
    going: frozenset[str]
    loose_pairs: frozenset[str]
    partisan: frozenset[str]
    tongue: frozenset[str]
    tongue_nouns: frozenset[str]
    localities: frozenset[str]
    mirrors: frozenset[str]
    fresh: frozenset[str]
    continental: frozenset[str]
    regard: dict[str, str]
    realms: frozenset[str]
    starts: dict[str, int]


def fitting_word(row: tuple[RoleWord, ...], states: tuple[str, ...]) -> RoleWord:
    """Of words that mean different offices in different states, those of ``states``, else those of any."""
    return next((w for w in row if set(w.states) & set(states)), next((w for w in row if not w.states), row[0]))


@cache
def load_lexicon() -> Lexicon:
    """The English tables, read once per process."""
    roles: dict[str, list[RoleWord]] = {}
    for words, keys, sector, rank, states, gender in _rows("mentions_roles.tsv", 6):
        row = RoleWord(words, _split(keys), sector, int(rank) if rank else None, _split(states), gender)
        for form in (name_form(words), _plural(name_form(words))):
            roles.setdefault(form, []).append(row)
    groups = {
        name_form(w): GroupWord(w, k, s, "" if c == "-" else c, n) for w, k, s, c, n in _rows("mentions_groups.tsv", 5)
    }
    titles = {name_form(w): (g, s) for w, g, s in _rows("mentions_titles.tsv", 3)}
    classes: dict[str, dict[str, str]] = {}
    for kind, words, value in _rows("mentions_words.tsv", 3):
        classes.setdefault(kind, {})[name_form(words)] = value
    found = {k: tuple(v) for k, v in roles.items()}
    starts: dict[str, int] = {}
    for form in (*found, *groups, *titles, *classes["collective"]):
        first, *rest = form.split()
        starts[first] = max(starts.get(first, 1), 1 + len(rest))
    return Lexicon(
        found,
        groups,
        titles,
        classes["collective"],
        classes["pronoun"],
        classes["before"],
        frozenset(classes["heading"]),
        classes["pair_noun"],
        frozenset(classes["government"]),
        frozenset(classes["paper"]),
        frozenset(classes["company"]),
        frozenset(classes["motion"]),
        frozenset(classes["generic"]),
        frozenset(classes["indefinite"]),
        frozenset(classes["definite"]),
        frozenset(classes["saying"]),
        frozenset(classes["particle"]),
        frozenset(classes["leaning"]),
        frozenset(classes["force"]),
        frozenset(classes["where"]),
        frozenset(classes["going"]),
        frozenset(classes["loose_pair"]),
        frozenset(classes["partisan"]),
        frozenset(classes["tongue"]),
        frozenset(classes["tongue_noun"]),
        frozenset(classes["locality"]),
        frozenset(classes["mirror"]),
        frozenset(classes["fresh"]),
        frozenset(classes["continental"]),
        classes["regard"],
        frozenset(classes["realm"]),
        starts,
    )


def _plural(form: str) -> str:
    """The plural of an office's words: ``prime minister`` -> ``prime ministers``, ``secretary of state`` ->
    ``secretaries of state``.
    """
    head, of, rest = form.partition(" of ")
    if head.endswith("man"):
        head = head[:-3] + "men"
    elif head.endswith("y") and not head.endswith("ey"):
        head = head[:-1] + "ies"
    else:
        head += "s"
    return head + of + rest


def _split(words: str) -> tuple[str, ...]:
    return tuple(w for w in words.split(",") if w)


def _rows(name: str, columns: int) -> list[list[str]]:
    text = resources.files("legation").joinpath("languages", "en", name).read_text("utf-8")
    lines = [line for line in text.split("\n") if line and not line.startswith("#")][1:]
    rows = [line.split("\t") for line in lines]
    for row in rows:
        if len(row) < columns - 1 or len(row) > columns:
            raise KnowledgeError(f"languages/en/{name}: {columns} fields expected in {row!r}", "mend the row")
    return [row + [""] * (columns - len(row)) for row in rows]


@cache
def load_sectors() -> dict[str, tuple[str, int]]:
    """PLOVER sector and rank by folded words of occupation."""
    return {name_form(words): (sector, int(rank)) for words, sector, rank in _rows("mentions_sectors.tsv", 3)}
