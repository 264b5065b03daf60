"""The words of an address or a form as a question to the record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import get_args

from legation.errors import UsageError
from legation.records import Status
from legation.store import EventQuery, Store
from legation.store.reading import make_query
from legation.views.sides import find_key
from legation.views.vocabulary import event_modes, event_types, topics

LONGEST = 300


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person filled in, as typed; ``query`` is what it means, ``problems`` what could not be understood."""

    words: Mapping[str, str]
    query: EventQuery
    problems: tuple[str, ...]


def read_question(given: Mapping[str, str], store: Store) -> Asked:
    """The fields ``q a b type status topic since until outlet origins only order`` as a query."""
    words = {name: given.get(name, "").strip()[:LONGEST] for name in FIELDS}
    problems: list[str] = []
    since, until = (_day(words, name, problems) for name in ("since", "until"))
    parties = tuple(p for name in ("a", "b") if words[name] and (p := _party(words[name], store, problems)))
    query = EventQuery(
        since=since,
        until=until,
        types=_known(words["type"], (*event_types(), *event_modes())),
        statuses=_known(words["status"], get_args(Status)),
        topics=_known(words["topic"], store.catalogue.words_known("topic")),
        parties=parties,
        outlet=words["outlet"] or None,
        words=words["q"] if _has_words(words["q"]) else "",
        origins=int(words["origins"]) if words["origins"].isdigit() else 0,
        only_one_origin=words["only"] == "one_origin",
        in_conflict=words["only"] == "in_conflict",
        storyline=words["storyline"] or None,
        oldest_first=words["order"] == "oldest",
    )
    return Asked(words, query, tuple(problems))


FIELDS = ("q", "a", "b", "type", "status", "topic", "since", "until", "outlet", "origins", "only", "order", "storyline")


def choices(store: Store) -> dict[str, tuple[str, ...]]:
    """What the filters offer."""
    told = set(store.catalogue.words_known("topic"))
    return {
        "type": event_types(),
        "mode": event_modes(),
        "status": get_args(Status),
        "topic": tuple(t for t in topics() if t in told) + tuple(sorted(told - set(topics()))),
        "outlet": tuple(store.catalogue.words_known("outlet")),
    }


def _party(words: str, store: Store, problems: list[str]) -> str:
    key = find_key(store, words)
    if key is None:
        problems.append(f"nobody called “{words}” in the record")
    return key or f"name:{words}"


def _day(words: Mapping[str, str], name: str, problems: list[str]) -> date | None:
    try:
        return date.fromisoformat(words[name]) if words[name] else None
    except ValueError:
        problems.append(f"{name} “{words[name]}” is no day: write it as YYYY-MM-DD")
        return None


def _known(word: str, allowed: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (word,) if word in allowed else ()


def _has_words(words: str) -> bool:
    try:
        return bool(words) and bool(make_query(words))
    except UsageError:
        return False
