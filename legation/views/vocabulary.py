"""The words that filters know, so that a slip is told instead of matching nothing."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import get_args

from legation.errors import UsageError
from legation.event_types import load_event_types
from legation.records import AGREEMENT_STEPS, Status

AGREEMENT_KINDS = ("treaty", "agreement", "mou", "deal", "joint_statement", "ceasefire", "contract", "unspecified")

EVERYDAY = {"call": "phone", "calls": "phone", "phone call": "phone", "trip": "visit", "summit": "meeting"}
"""What people call a mode of contact, and its word here."""


@cache
def event_types() -> tuple[str, ...]:
    """CONSULT, AGREE …, in alphabetical order."""
    return load_event_types().names


@cache
def event_modes() -> tuple[str, ...]:
    """phone, visit …, in alphabetical order."""
    known = load_event_types()
    triggers = (t for found in (*known.verbs.values(), *known.nouns.values()) for t in found)
    return tuple(sorted({t.mode for t in triggers if t.mode}))


@cache
def topics() -> tuple[str, ...]:
    """trade, tariffs …, in the table's order."""
    return tuple(tomllib.loads((files("legation") / "data" / "topics" / "topics.toml").read_text(encoding="utf-8")))


def check_types(words: Iterable[str]) -> tuple[str, ...]:
    """``words`` if each is a type, a mode or both as ``CONSULT/phone``; ``UsageError`` with the allowed ones if not."""
    names, found = (*event_types(), *event_modes()), []
    for word in words:
        kind, slash, mode = word.partition("/")
        pair = (*_fitting("--type", kind, event_types()), *_fitting("--type", mode, event_modes())) if slash else ()
        found.append("/".join(pair) if slash else _fitting("--type", word, names)[0])
    return tuple(found)


def check_statuses(words: Iterable[str]) -> tuple[str, ...]:
    """The same for the statuses of events."""
    return check_words("--status", words, get_args(Status))


def check_topics(words: Iterable[str]) -> tuple[str, ...]:
    """The same for topics."""
    return check_words("--topic", words, topics())


def check_kinds(words: Iterable[str]) -> tuple[str, ...]:
    """The same for kinds of agreements."""
    return check_words("--type", words, AGREEMENT_KINDS)


def check_steps(words: Iterable[str]) -> tuple[str, ...]:
    """The same for how far agreements have come."""
    return check_words("--status", words, AGREEMENT_STEPS)


def check_words(option: str, words: Iterable[str], allowed: Sequence[str]) -> tuple[str, ...]:
    """``words`` as they are written in the record: ``Called for`` is ``called_for``.

    Raises:
        UsageError: one is none of ``allowed``, which it lists.
    """
    return tuple(_fitting(option, word, allowed)[0] for word in words)


def _fitting(option: str, word: str, allowed: Sequence[str]) -> tuple[str]:
    known = {_form(a): a for a in allowed}
    known |= {word: mode for word, mode in EVERYDAY.items() if mode in allowed}
    if _form(word) in known:
        return (known[_form(word)],)
    near = get_close_matches(_form(word), known, n=1)
    hint = f"did you mean {known[near[0]]}? " if near else ""
    raise UsageError(f"{option} {word}: no such word", f"{hint}allowed: {', '.join(allowed)}")


def _form(word: str) -> str:
    return word.strip().lower().replace("_", " ").replace("-", " ")
