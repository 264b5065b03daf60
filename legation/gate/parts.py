"""What the plain words of one block of a report show: sides, people, and words that can tell an event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from legation.event_types import Trigger, load_event_types
from legation.knowledge import Knowledge, name_form
from legation.languages.en.attributions import SPEECH
from legation.mentions.lexicon import load_lexicon
from legation.sentences import possible_lemmas

LONGEST_NAME = 9  # words
_WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?;][\"”’')]{0,3}\s+(?=[\"“‘'(]?[A-Z])")
_QUOTE = re.compile(r"[\"“]")
_STATE_WORDS = ("name", "adjective", "metonym", "pair")


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one sentence, how many sides it names (None: no name at all), whether a role stands in it, and the
    words that may be a trigger there.
    """

    words: tuple[str, ...]
    sides: int | None
    meant: bool
    telling: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What the words of one block show: sides it names, and whether a telling word stands near a name or an office.

    ``surnames``: of the people whom it names in full; ``told``: the capitalised words of its sentences that tell.
    """

    sides: frozenset[str]
    named: bool
    tells_named: bool
    tells_meant: bool
    surnames: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    lines: tuple[Line, ...] = ()


def read_part(text: str, knowledge: Knowledge) -> Part:
    """What one block shows."""
    sides, surnames, told, lines = set[str](), set[str](), set[str](), list[Line]()
    named = tells_named = tells_meant = False
    quoted = bool(_QUOTE.search(text))
    start = 0
    for end in (*(m.end() for m in _SENTENCE_END.finditer(text)), len(text)):
        words = _WORD.findall(text, start, end)
        found = _sides(words, knowledge, surnames)
        named = named or found is not None
        sides |= found or set()
        meant = any(map(_is_role, words))
        telling = tuple(telling_words(words))
        lines.append(Line(tuple(words), None if found is None else len(found), meant, telling))
        if (found is not None or meant or _has_capital(words)) and not (named and tells_named and tells_meant):
            tells = bool(telling) or _quotes(quoted, words)
            told.update(_capitals(words) if tells else ())
            tells_named = tells_named or tells
            tells_meant = tells_meant or (tells and (meant or found is not None))
        start = end
    return Part(frozenset(sides), named, tells_named, tells_meant, frozenset(surnames), frozenset(told), tuple(lines))


def _capitals(words: Sequence[str]) -> set[str]:
    return {_bare(word) for word in words if word[0].isupper()}


def _has_capital(words: Sequence[str]) -> bool:
    return any(word[0].isupper() for word in words[1:])


def _sides(words: Sequence[str], knowledge: Knowledge, surnames: set[str]) -> set[str] | None:
    """States and bodies that a sentence names, by their own words or by their people; None: no name at all.

    The last words of the people's names are put into ``surnames``.
    """
    found: set[str] | None = None
    after = 0
    for i in (i for i, word in enumerate(words) if word[0].isupper()):
        if i < after:
            continue
        longest, parts = _starts(words[i], knowledge)
        length, sides = _name_at(words, i, longest, parts, knowledge) if longest or parts else (0, frozenset())
        if length:
            found = (found or set()) | sides
            surnames |= _capitals(words[i + length - 1 : i + length]) if length > 1 else set()
        after = i + length
    return found


@lru_cache(maxsize=100_000)
def _starts(word: str, knowledge: Knowledge) -> tuple[int, tuple[str, ...]]:
    """How many words the longest known name that begins with a word has; the capitalised parts of a hyphened word."""
    first = name_form(_bare(word)).split(" ")[0]
    parts = tuple(part for part in word.split("-") if part[:1].isupper()) if "-" in word else ()
    return min(knowledge.name_starts.get(first, 0), LONGEST_NAME), parts


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _name_at(
    words: Sequence[str], i: int, longest: int, parts: Sequence[str], knowledge: Knowledge
) -> tuple[int, frozenset[str]]:
    """The length of the longest known name that begins at a word, and whose side it tells; also "Peruvian-made"."""
    for length in range(min(longest, len(words) - i), 0, -1):
        sides = _sides_of(name_form(_bare(" ".join(words[i : i + length]))), knowledge)
        if sides is not None:
            return length, sides
    found = [_sides_of(name_form(part), knowledge) for part in parts]
    known = [sides for sides in found if sides is not None]
    return int(bool(known)), frozenset().union(*known)


@lru_cache(maxsize=100_000)
def _sides_of(form: str, knowledge: Knowledge) -> frozenset[str] | None:
    for kind in _STATE_WORDS:
        code = knowledge.state_words[kind].get(form)
        if code is not None:
            return frozenset({code})
    if not knowledge.has_name(form):
        return None
    people = {p.state for p in knowledge.people_named(form) if p.state} if " " in form else set()
    return frozenset(people or {a.state or a.id for a in knowledge.organisations_named(form)})


@lru_cache(maxsize=100_000)
def _is_role(word: str) -> bool:
    lexicon = load_lexicon()
    form = name_form(word)
    return form in lexicon.starts or form in lexicon.pronouns


def _quotes(quoted: bool, words: Sequence[str]) -> bool:
    """Whether a word of speech stands in a sentence of a part with marks of quotation."""
    return quoted and any(not SPEECH.isdisjoint(possible_lemmas(w.lower())) for w in words)


def telling_words(words: Sequence[str]) -> Iterator[str]:
    """The words that may be a trigger and stand with the words that such a trigger needs beside it."""
    telling = [word for word, needs in zip(words, map(_needs_of, words), strict=True) if needs]
    around = set[str]().union(*map(lemmas_of, words)) if telling else set[str]()
    for word in telling:
        if any(not any(map(around.isdisjoint, needs)) for needs in _needs_of(word)):
            yield word


@lru_cache(maxsize=100_000)
def _needs_of(word: str) -> tuple[tuple[frozenset[str], ...], ...]:
    """For each trigger that a word may be: the sets of words of each of which one must stand beside it."""
    types = _triggers()
    found = [trigger for lemma in lemmas_of(word) for trigger in types.get(lemma, ())]
    needs = ((t.after, t.objects, t.subjects, t.before) for t in found)
    return tuple(tuple(frozenset(need) for need in row if need) for row in needs)


@lru_cache(maxsize=100_000)
def lemmas_of(word: str) -> tuple[str, ...]:
    """What a word, and the parts of a hyphened one, may be a form of."""
    low = word.lower().replace("’", "'")
    return tuple(dict.fromkeys(lemma for part in (low, *low.split("-")) for lemma in possible_lemmas(part)))


@cache
def _triggers() -> dict[str, tuple[Trigger, ...]]:
    types = load_event_types()
    return {key: (*types.verbs.get(key, ()), *types.nouns.get(key, ())) for key in {*types.verbs, *types.nouns}}
