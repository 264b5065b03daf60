"""The gate before the parse: which parts of a report could tell an event between states, by words alone.

Parsing is four fifths of the work, and most of a mixed archive is sport, trade and home affairs. A report that names
fewer than two states or bodies of states is not parsed at all; of others, only the parts in which a word that can tell
an event, or a quotation, stands near a name or an office. The gate reads plain words, so it lets through far more than
becomes a claim; what it keeps out told next to nothing (docs/performance.md has the figures).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from legation.event_types import Trigger, load_event_types
from legation.knowledge import Knowledge, name_form
from legation.languages.en.attributions import SPEECH
from legation.mentions.lexicon import load_lexicon
from legation.records import Document, Span
from legation.sentences import find_blocks, possible_lemmas

SHORT = 1_500  # characters; a report as short is parsed whole: it costs little, and every word of it may count
FEWEST_SIDES = 2
REACH = 2  # parts before one without a name, in which somebody named may be whom its pronoun means
LONGEST_NAME = 9  # words
_WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?;][\"”’')]{0,3}\s+(?=[\"“‘'(]?[A-Z])")
_NAME = re.compile(r"\b[A-Z][\w'’-]+")
_FULL_NAME = re.compile(r"\b([A-Z][\w'’-]+(?: [A-Z]\.)?) ([A-Z][\w-]+)")
_QUOTE = re.compile(r"[\"“]")
_STATE_WORDS = ("name", "adjective", "metonym", "pair")


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


def find_worthy(document: Document, knowledge: Knowledge) -> tuple[Span, ...]:
    """The blocks of a report that are worth a parse, in text order; empty if none is, all of a short report.

    Example:
        Of a page on the Dax, the weather and "France's minister met his German colleague.", the last is kept.
    """
    noise = tuple((n.start, n.end) for n in document.noise)
    blocks = list(find_blocks(document.text, noise))
    if sum(end - start for start, end in blocks) < SHORT:
        return tuple(blocks)
    parts = [read_part(document.text[start:end], knowledge) for start, end in blocks]
    sides = {side for part in parts for side in part.sides}
    if len(sides) < FEWEST_SIDES:
        return ()
    surnames = frozenset().union(*(part.surnames for part in parts))
    kept = [is_worthy(parts, i, surnames) for i in range(len(parts))]
    _keep_introductions([document.text[start:end] for start, end in blocks], kept)
    return tuple(block for block, is_kept in zip(blocks, kept, strict=True) if is_kept)


def _keep_introductions(texts: Sequence[str], kept: list[bool]) -> None:
    """Keep, too, the first part that gives in full a name of which the kept parts have the surname only."""
    full = {name for text, is_kept in zip(texts, kept, strict=True) if is_kept for name in _FULL_NAME.findall(text)}
    alone = {word for text, is_kept in zip(texts, kept, strict=True) if is_kept for word in _NAME.findall(text)}
    for i, text in enumerate(texts):
        if kept[i]:
            continue
        fresh = [name for name in _FULL_NAME.findall(text) if name[1] in alone and name not in full]
        if fresh:
            kept[i] = True
            full |= set(_FULL_NAME.findall(text))


def is_worthy(parts: Sequence[Part], i: int, surnames: frozenset[str] = frozenset()) -> bool:
    """Whether part ``i`` tells something of somebody named in it, if by ``surnames`` alone, or in a part before."""
    part = parts[i]
    if part.named:
        return part.tells_named
    if not surnames.isdisjoint(part.told):
        return True
    return part.tells_meant and any(p.named for p in parts[max(0, i - REACH) : i])


def read_part(text: str, knowledge: Knowledge) -> Part:
    """What one block shows."""
    sides, surnames, told = set[str](), set[str](), set[str]()
    named = tells_named = tells_meant = False
    start = 0
    for end in (*(m.end() for m in _SENTENCE_END.finditer(text)), len(text)):
        words = _WORD.findall(text, start, end)
        found = _sides(words, knowledge, surnames)
        named = named or found is not None
        sides |= found or set()
        meant = any(_is_role(word) for word in words)
        if (found is not None or meant or _has_capital(words)) and not (named and tells_named and tells_meant):
            tells = _tells(words) or _quotes(text, words)
            told.update(_capitals(words) if tells else ())
            tells_named = tells_named or tells
            tells_meant = tells_meant or (tells and (meant or found is not None))
        start = end
    return Part(frozenset(sides), named, tells_named, tells_meant, frozenset(surnames), frozenset(told))


def _capitals(words: Sequence[str]) -> set[str]:
    return {word.removesuffix("'s").removesuffix("’s") for word in words if word[0].isupper()}


def _has_capital(words: Sequence[str]) -> bool:
    return any(word[0].isupper() for word in words[1:])


def _sides(words: Sequence[str], knowledge: Knowledge, surnames: set[str]) -> set[str] | None:
    """States and bodies that a sentence names, by their own words or by their people; None: no name at all.

    The last words of the people's names are put into ``surnames``.
    """
    found: set[str] | None = None
    i = 0
    while i < len(words):
        length, sides = _name_at(words, i, knowledge) if words[i][0].isupper() else (0, set())
        if length:
            found = (found or set()) | sides
            surnames |= _capitals(words[i + length - 1 : i + length]) if length > 1 else set()
        i += max(length, 1)
    return found


def _name_at(words: Sequence[str], i: int, knowledge: Knowledge) -> tuple[int, set[str]]:
    """The length of the longest known name that begins at a word, and whose side it tells; also "Peruvian-made"."""
    first = name_form(words[i].removesuffix("'s").removesuffix("’s")).split(" ")[0]
    for length in range(min(knowledge.name_starts.get(first, 0), LONGEST_NAME, len(words) - i), 0, -1):
        form = name_form(" ".join(words[i : i + length]).removesuffix("'s").removesuffix("’s"))
        sides = _sides_of(form, knowledge)
        if sides is not None:
            return length, sides
    if "-" in words[i]:
        found = [_sides_of(name_form(part), knowledge) for part in words[i].split("-") if part[:1].isupper()]
        known = [sides for sides in found if sides is not None]
        return int(bool(known)), set().union(*known)
    return 0, set()


def _sides_of(form: str, knowledge: Knowledge) -> set[str] | None:
    for kind in _STATE_WORDS:
        code = knowledge.state_words[kind].get(form)
        if code is not None:
            return {code}
    if not knowledge.has_name(form):
        return None
    people = {p.state for p in knowledge.people_named(form) if p.state} if " " in form else set()
    return people or {a.state or a.id for a in knowledge.organisations_named(form)}


@lru_cache(maxsize=100_000)
def _is_role(word: str) -> bool:
    lexicon = load_lexicon()
    form = name_form(word)
    return form in lexicon.starts or form in lexicon.pronouns


def _quotes(text: str, words: Sequence[str]) -> bool:
    """Whether somebody is quoted."""
    return bool(_QUOTE.search(text)) and any(not SPEECH.isdisjoint(possible_lemmas(w.lower())) for w in words)


def _tells(words: Sequence[str]) -> bool:
    """Whether a trigger stands here with the words that it needs beside it."""
    if not any(_triggers_of(word) for word in words):
        return False
    around = {lemma for word in words for lemma in _lemmas(word)}
    return any(_is_met(trigger, around) for word in words for trigger in _triggers_of(word))


def _is_met(trigger: Trigger, around: set[str]) -> bool:
    needs = (trigger.after, trigger.objects, trigger.subjects, trigger.before)
    return all(not need or not need.isdisjoint(around) for need in needs)


@lru_cache(maxsize=100_000)
def _triggers_of(word: str) -> tuple[Trigger, ...]:
    types = _triggers()
    return tuple(trigger for lemma in _lemmas(word) for trigger in types.get(lemma, ()))


@lru_cache(maxsize=100_000)
def _lemmas(word: str) -> tuple[str, ...]:
    """What a word, and the parts of a hyphened one, may be a form of."""
    low = word.lower().replace("’", "'")
    return tuple(dict.fromkeys(lemma for part in (low, *low.split("-")) for lemma in possible_lemmas(part)))


@cache
def _triggers() -> dict[str, tuple[Trigger, ...]]:
    types = load_event_types()
    return {key: (*types.verbs.get(key, ()), *types.nouns.get(key, ())) for key in {*types.verbs, *types.nouns}}
