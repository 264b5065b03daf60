"""Event types as data: PLOVER's sixteen and our COMMENT, one readable file each under ``data/event_types``.

A verb is written ``"lemma|lemma particle|preposition = object|object < subject|subject"``, a noun
``"modifier|modifier head preposition|preposition"``; everything but the (last) lemma may be left out. ``_frames.toml``
says which dependants are actors and recipients. Codes and scores: PLOVER 2.0 draft, CC BY-SA 4.0; the wording is ours.

Example:
    >>> [t.event_type for t in load_event_types().verbs["ratify"]]
    ['SUPPORT']
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from legation.errors import KnowledgeError

_NEEDS = ("pair", "one", "actor", "both")


@dataclass(frozen=True, slots=True)
class Frame:
    """Which dependants of a trigger take which role; ``hosts`` are places or states visited."""

    name: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    needs: Literal["pair", "one", "actor", "both"] = "one"

    @property
    def mutual(self) -> bool:
        """Whether all sides are actors."""
        return not self.recipients


@dataclass(frozen=True, slots=True)
class Trigger:
    """One way to tell an event type: a lemma and what must stand beside it.

    ``status``: what the words make of the act, however plainly they stand ("floated exports" are hypothetical).
    ``only``: the statuses under which the words tell an event at all; empty for any.
    ``not_ends``: what must not follow the verb's preposition ("sent tanks to the border" is no gift).
    ``alone``: the type that the words tell of one state alone (its drills are a show of force).
    ``ahead``: the type that the words tell of what is still to come ("will retaliate" threatens).
    ``people_only``: somebody who is no whole state must act ("no ship may visit Peru" is no visit).
    """

    event_type: str
    mode: str | None
    form: Literal["verb", "noun"]
    lemma: str
    frame: Frame
    after: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    not_objects: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()
    particle_needed: bool = False
    party_objects: bool = False
    weak: bool = False
    pattern: str = ""
    status: str | None = None
    only: frozenset[str] = frozenset()
    people_only: bool = False
    not_ends: frozenset[str] = frozenset()
    alone: str | None = None
    ahead: str | None = None

    @property
    def specificity(self) -> int:
        """How much must be there for a match; the most specific trigger of a word wins."""
        return 4 * bool(self.objects) + 4 * bool(self.subjects) + 2 * bool(self.after) + 3 * bool(self.before)


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of our own that a type must match (or, as a counter-example, must not)."""

    event_type: str
    text: str
    mode: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    counter: bool = False


@dataclass(frozen=True, slots=True)
class EventTypes:
    """All triggers by lemma, the examples that test them and the word lists that roles need.

    ``deliberating_verbs`` carry a noun that is new ("considers sanctions"), not one that is there ("the agreement").
    """

    verbs: dict[str, tuple[Trigger, ...]] = field(default_factory=dict)
    nouns: dict[str, tuple[Trigger, ...]] = field(default_factory=dict)
    examples: tuple[Example, ...] = ()
    names: tuple[str, ...] = ()
    quads: dict[str, str] = field(default_factory=dict)
    prepositions: frozenset[str] = frozenset()
    light_verbs: frozenset[str] = frozenset()
    light_prepositions: frozenset[str] = frozenset()
    deliberating_verbs: frozenset[str] = frozenset()


@cache
def load_event_types() -> EventTypes:
    """The event types of the package, read once.

    Raises:
        KnowledgeError: a file lacks its type or names an unknown frame.
    """
    folder = files("legation") / "data" / "event_types"
    tables = {
        p.name: tomllib.loads(p.read_text(encoding="utf-8")) for p in folder.iterdir() if p.name.endswith(".toml")
    }
    shared = tables.pop("_frames.toml")
    words: dict[str, list[str]] = shared.pop("words")
    frames = {name: _make_frame(name, row) for name, row in shared.items()}
    prepositions = frozenset(words["prepositions"])
    triggers = [t for name in sorted(tables) for t in _make_triggers(name, tables[name], frames, prepositions)]
    return EventTypes(
        verbs=_by_lemma(t for t in triggers if t.form == "verb"),
        nouns=_by_lemma(t for t in triggers if t.form == "noun"),
        examples=tuple(e for name in sorted(tables) for e in _make_examples(tables[name])),
        names=tuple(sorted(table["type"] for table in tables.values())),
        quads={table["type"]: table["quad"] for table in tables.values() if "quad" in table},
        prepositions=prepositions,
        light_verbs=frozenset(words["light_verbs"]),
        light_prepositions=frozenset(words["light_prepositions"]),
        deliberating_verbs=frozenset(words["deliberating_verbs"]),
    )


def _make_frame(name: str, row: dict[str, Any]) -> Frame:
    if row.get("needs") not in _NEEDS:
        raise KnowledgeError(f"frame {name} of _frames.toml needs {row.get('needs')!r}; expected one of {_NEEDS}")
    return Frame(
        name, tuple(row["actors"]), tuple(row.get("recipients", ())), tuple(row.get("hosts", ())), row["needs"]
    )


def _make_triggers(
    name: str, table: dict[str, Any], frames: dict[str, Frame], prepositions: frozenset[str]
) -> list[Trigger]:
    found: list[Trigger] = []
    for number, row in enumerate(table.get("pattern", ())):
        if row["frame"] not in frames:
            raise KnowledgeError(
                f"pattern {number} of {name} names the frame {row['frame']!r}, which _frames.toml lacks"
            )
        common: dict[str, Any] = {
            "event_type": table["type"],
            "mode": row.get("mode"),
            "frame": frames[row["frame"]],
            "not_objects": frozenset(row.get("not_objects", ())),
            "not_before": frozenset(row.get("not_before", ())),
            "not_after": frozenset(row.get("not_after", ())),
            "party_objects": bool(row.get("party_objects", False)),
            "pattern": f"{name}:{number}",
            "status": row.get("status"),
            "only": frozenset(row.get("only", ())),
            "not_ends": frozenset(row.get("not_ends", ())),
            "alone": row.get("alone"),
            "ahead": row.get("ahead"),
            "people_only": row.get("party_actors") == "person",
        }
        everything = bool(row.get("all_weak", False))
        weak, particle = set(row.get("weak", ())) | set(row.get("weak_nouns", ())), set(row.get("particle_needed", ()))
        for spec in row.get("verbs", ()):
            found += _verb_triggers(spec, common, weak, particle, everything)
        for spec in row.get("nouns", ()):
            found += _noun_triggers(spec, common, weak, prepositions)
    return found


def _verb_triggers(
    spec: str, common: dict[str, Any], weak: set[str], particle: set[str], everything: bool
) -> list[Trigger]:
    spec, _, subjects = spec.partition(" < ")
    spec, _, objects = spec.partition(" = ")
    lemmas, _, after = spec.strip().partition(" ")
    return [
        Trigger(
            form="verb", lemma=lemma, after=_words(after), objects=_words(objects), subjects=_words(subjects),
            weak=everything or (lemma in weak and not objects), particle_needed=lemma in particle, **common,
        )
        for lemma in lemmas.split("|")
    ]  # fmt: skip


def _noun_triggers(spec: str, common: dict[str, Any], weak: set[str], prepositions: frozenset[str]) -> list[Trigger]:
    spec, _, objects = spec.partition(" = ")
    words = spec.split()
    after = _words(words.pop()) if len(words) > 1 and set(words[-1].split("|")) <= prepositions else frozenset()
    before = _words(words[0]) if len(words) > 1 else frozenset()
    lemma = words[-1]
    return [
        Trigger(
            form="noun", lemma=lemma, after=after, before=before, objects=_words(objects),
            weak=lemma in weak, **common,
        )
    ]  # fmt: skip


def _words(spec: str) -> frozenset[str]:
    return frozenset(w for w in spec.replace("|", " ").split() if w)


def _by_lemma(triggers: Iterable[Trigger]) -> dict[str, tuple[Trigger, ...]]:
    found: dict[str, list[Trigger]] = {}
    for trigger in triggers:
        found.setdefault(trigger.lemma, []).append(trigger)
    return {k: tuple(sorted(v, key=lambda t: -t.specificity)) for k, v in found.items()}


def _make_examples(table: dict[str, Any]) -> list[Example]:
    return [
        Example(
            table["type"], row["text"], row.get("mode"), tuple(row.get("actors", ())), tuple(row.get("recipients", ())),
            counter,
        )
        for key, counter in (("example", False), ("counter", True))
        for row in table.get(key, ())
    ]  # fmt: skip
