"""An event as event-data projects code it: one type, one mode, one day, a direction. What that takes away is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from legation.records import HAPPENED, Event, Party, Place, When, shown
from legation.text import read_toml

TO_AGREE = ("CONSULT", "SUPPORT", "COOPERATE", "AID")
_FILE = Path(__file__).with_name("plover.toml")


@dataclass(frozen=True, slots=True)
class Coded:
    """One directed act. ``mode`` is one of PLOVER's or None; ``day`` the first possible one."""

    event: Event
    number: int
    event_type: str
    mode: str | None
    status: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    when: When | None
    place: Place | None

    @property
    def id(self) -> str:
        """The event's id, and the number of the direction where there are several."""
        return f"{self.event.id}.{self.number}" if self.number else self.event.id

    @property
    def day(self) -> date | None:
        """The first day on which it can have been."""
        return self.when.earliest if self.when else None

    @property
    def quad(self) -> int:
        """1 verbal, 2 material cooperation; 3 verbal, 4 material conflict."""
        return int(scale()[self.event_type]["quad"])

    @property
    def score(self) -> float:
        """PLOVER's score of the mode, else of the type: -10 to 10."""
        row = scale()[self.event_type]
        return float(row.get("modes", {}).get(self.mode, row["score"]))


def code_event(event: Event) -> Iterator[Coded]:
    """The acts of an event, one a direction; none for what PLOVER does not code.

    Done acts keep their type. A planned meeting, support, cooperation or aid is AGREE, as PLOVER has it. What is
    called for, hypothetical, negated or denied, other plans, and mere comments are not coded. A guest acts on the host;
    what sides do together goes each way.
    """
    status = str(shown(event.status) or "")
    event_type, mode = event.event_type, event.mode
    if status == "planned" and event_type in TO_AGREE:
        event_type, mode = "AGREE", None
    elif status not in HAPPENED:
        return
    if event_type not in scale():
        return
    mode = mode if mode in scale()[event_type].get("modes", {}) else None
    when, place = shown(event.when), shown(event.place)
    pairs = list(directions(event))
    for number, (actors, recipients) in enumerate(pairs, 1):
        yield Coded(event, number if len(pairs) > 1 else 0, event_type, mode, status, actors, recipients, when, place)


def directions(event: Event) -> Iterator[tuple[tuple[Party, ...], tuple[Party, ...]]]:
    """Who acts on whom: told so, or guests on hosts, or each side on the others where it was done together."""
    actors = tuple(r.value for r in event.actors if r.display)
    recipients = tuple(r.value for r in event.recipients if r.display)
    hosts = tuple(p for p in actors if p.host)
    guests = tuple(p for p in actors if not p.host)
    if recipients:
        yield actors, recipients
    elif hosts and guests:
        yield guests, hosts
    else:
        sides = by_side(actors)
        if len(sides) < 2:
            yield actors, ()
        for own in sides:
            yield from ((own, other) for other in sides if other is not own)


def by_side(parties: Sequence[Party]) -> list[tuple[Party, ...]]:
    """The parties by the state that they act for, in their order; one without a state stands alone."""
    found: dict[str, list[Party]] = {}
    for party in parties:
        found.setdefault(party.state or f"name:{party.name}", []).append(replace(party, evidence=()))
    return [tuple(side) for side in found.values()]


@cache
def scale() -> dict[str, Any]:
    """Type -> quad, score, modes with their scores."""
    return read_toml(_FILE)
