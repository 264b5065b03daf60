"""``resolve_actor``: who is meant by a few words on a day: state, sector, page, office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ActorAnswer:
    """What is known of the words: ISO code or IGO, UNO, EUR; PLOVER sectors; Wikipedia title; office. Empty: nothing."""

    state: str = ""
    sector: str = ""
    sector2: str = ""
    wikipedia: str = ""
    office: str = ""


def resolve_actor(words: str, day: date | None = None, context: str | None = None, country: str | None = None) -> ActorAnswer:
    """Who is meant by ``words`` on ``day``; ``context`` is a word or two of the surroundings, ``country`` a code known beforehand."""
    return ActorAnswer()
