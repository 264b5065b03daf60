"""What an agreement is to: "agreed to lift the tariffs" is one accord, not an accord and a retreat to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.drafts.drafting import Draft
from legation.drafts.scene import party_key

_PROMISED = ("RETREAT", "CONCEDE")


def fold_promises(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts in order, each yielding to come that an agreement is to put into the agreement's draft.

    Example: "The two leaders agreed to halt new tariffs" -> the accord, with "halt new tariffs" among its words.
    """
    kept = list(drafts)
    for promise in drafts:
        holder = next((k for k, d in enumerate(kept) if _is_to(promise, d)), None)
        if holder is not None:
            kept[holder] = _with_promise(kept[holder], promise)
            kept = [d for d in kept if d is not promise]
    return kept


def _is_to(promise: Draft, accord: Draft) -> bool:
    """Whether a draft is what those who agree say they will do."""
    if accord.sentence is not promise.sentence or promise.event_type not in _PROMISED or promise.status != "planned":
        return False
    verb = promise.hit.token
    hangs = verb.dep == "xcomp" and verb.head == accord.hit.token.index
    same = {party_key(p) for p in promise.actors} <= {party_key(p) for p in accord.actors}
    return hangs and same and accord.event_type == "AGREE" and accord.status == "occurred"


def _with_promise(accord: Draft, promise: Draft) -> Draft:
    """The accord with the words and amounts of what was promised; the promise's day is not the accord's."""
    words = tuple(e for e in promise.evidence if e.field != "when")
    told = replace(promise, event_type="AGREE", mode=None, status=accord.status, cue=None, when=None, evidence=words)
    return replace(accord, purposes=(*accord.purposes, told))
