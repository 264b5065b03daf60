"""People who speak for an organisation of states: "IAEA Director General Ruiz" is a side of his own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.knowledge import Knowledge
from legation.records import Mention

_LONGEST_NAME = 5  # words of an organisation's name before an office


def with_organisations(mentions: Sequence[Mention], knowledge: Knowledge) -> tuple[Mention, ...]:
    """The mentions, with the country slot of an organisation for each person whose title begins with its name.

    Later mentions of the same person have it too; people who have a state keep it.
    """
    slots: dict[str, str] = {}
    for mention in mentions:
        slot = _slot_of(mention, knowledge)
        if slot is not None:
            slots.setdefault(mention.parties[0].name, slot)
    return tuple(_with_slot(m, slots) for m in mentions) if slots else tuple(mentions)


def _slot_of(mention: Mention, knowledge: Knowledge) -> str | None:
    """The country slot (UNO, IGO, EUR) of the organisation that a person's mention begins with, if it does."""
    if mention.kind != "person" or len(mention.parties) != 1 or mention.parties[0].state is not None:
        return None
    words = mention.quote.removeprefix("the ").removeprefix("The ").split()
    for count in range(min(_LONGEST_NAME, len(words) - 2), 0, -1):
        found = knowledge.organisations_named(" ".join(words[:count]).removesuffix("'s").removesuffix("’s"))
        bodies = [o for o in found if o.kind == "igo"]
        if len(bodies) == 1:
            return bodies[0].state
    return None


def _with_slot(mention: Mention, slots: dict[str, str]) -> Mention:
    if not any(p.person and p.state is None and p.name in slots for p in mention.parties):
        return mention
    parties = (replace(p, state=slots[p.name]) if p.person and p.state is None and p.name in slots else p
               for p in mention.parties)  # fmt: skip
    return replace(mention, parties=tuple(parties))
