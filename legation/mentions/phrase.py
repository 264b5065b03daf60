"""What a name or an office and the words around it say together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from legation.mentions.lexicon import GroupWord, RoleWord
from legation.records import Sentence

PhraseKind = Literal[
    "person", "state", "adjective", "metonym", "place", "organisation", "role", "group", "collective", "pronoun"
]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens ``first`` to ``last`` and what they say. ``name`` are the words of the name alone; ``past``: "former",
    "then"; ``office``: the words of an office of an organ, "Energy Board Director"; ``is_sent``:
    speaks for a state at an organisation.
    """

    kind: PhraseKind
    first: int
    last: int
    name: str = ""
    name_at: tuple[int, int] = (0, 0)
    states: tuple[str, ...] = ()
    roles: tuple[tuple[RoleWord, ...], ...] = ()
    ids: tuple[str, ...] = ()
    group: GroupWord | None = None
    gender: str = ""
    sector: str = ""
    past: str = ""
    plural: bool = False
    code: str = ""
    owner: str = ""
    body: str = ""
    office: str = ""
    is_sent: bool = False


def words_between(sentence: Sentence, a: int, b: int) -> list[str]:
    """The words of the tokens after ``a`` and before ``b``."""
    return [sentence.tokens[k].text for k in range(a + 1, b)]
