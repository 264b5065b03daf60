"""What the record does not say: missing sides, texts, amounts, baselines."""

from __future__ import annotations

from dataclasses import dataclass

from legation.store import Store


@dataclass(frozen=True, slots=True)
class GapRow:
    """Something that a desk would ask next. ``about_id`` is an event or agreement."""

    id: str
    about: str
    about_id: str
    kind: str
    missing: str


def gaps(store: Store) -> list[GapRow]:
    """Gaps in the order of what they are about."""
    return []
