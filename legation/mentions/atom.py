"""The smallest stretch of a sentence that means something, and what holds for one document when it is found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from legation.mentions.lexicon import GroupWord, RoleWord

AtomKind = Literal[
    "person",
    "state",
    "adjective",
    "metonym",
    "place",
    "organisation",
    "role",
    "group",
    "title",
    "collective",
    "pronoun",
]


@dataclass(frozen=True, slots=True)
class Atom:
    """Tokens ``first`` to ``last`` (inclusive) of a sentence and what they are; ``code`` is a state or collective
    value.
    """

    kind: AtomKind
    first: int
    last: int
    words: str
    code: str = ""
    ids: tuple[str, ...] = ()
    roles: tuple[RoleWord, ...] = ()
    group: GroupWord | None = None
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Local:
    """What holds for one document: single words that name somebody of it (True: whatever the tagger says), and short
    names of states that are told by their full names too ("the North"), and the states that are told at all.
    """

    surnames: Mapping[str, bool] = field(default_factory=dict)
    nicknames: Mapping[str, str] = field(default_factory=dict)
    states: frozenset[str] = frozenset()
