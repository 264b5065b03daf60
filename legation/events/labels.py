"""Event -> label: a short English line built from its fields, such as ``Phone call: Ann Alpha – Bo Beta``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from legation.records import Party, Reading
from legation.text import read_toml

MOST_NAMES = 3
_FILE = Path(__file__).with_name("labels.toml")


@cache
def _words() -> dict[str, str]:
    labels: dict[str, str] = read_toml(_FILE)["labels"]
    return labels


def make_label(
    event_type: str, mode: str | None, actors: Sequence[Reading[Party]], recipients: Sequence[Reading[Party]]
) -> str:
    """The kind of event and its parties: equals joined by a dash, a recipient after an arrow."""
    kind = _words().get(f"{event_type}/{mode}", _words().get(event_type, event_type.capitalize()))
    line = " – ".join(_names(actors))
    if recipients:
        line = f"{line} → {' – '.join(_names(recipients))}" if line else f"→ {' – '.join(_names(recipients))}"
    return f"{kind}: {line}" if line else kind


def _names(readings: Sequence[Reading[Party]]) -> list[str]:
    people = [r.value for r in readings if r.value.person]
    states = {p.state for p in people}
    rest = [r.value for r in readings if not r.value.person and r.value.state not in states]
    named = sorted({p.name for p in people + rest})
    return named if len(named) <= MOST_NAMES else [*named[:MOST_NAMES], "others"]
