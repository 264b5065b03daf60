"""What one marked actor does to another: the same triggers and roles that claims use, on two given spans."""

from __future__ import annotations

from legation.claims.roles import find_fillers, is_verb
from legation.claims.triggers import Hit, find_hits
from legation.event_types import load_event_types
from legation.records import Sentence, Span, Token
from legation.sentences import parse_text


def classify_pair(text: str, actor: Span | None, recipient: Span | None) -> tuple[str | None, str | None, float]:
    """Event type, mode and score of what ``actor`` does to ``recipient``; (None, None, 0.0) where no trigger stands.

    Args:
        actor: span in code points of ``text``; spans may nest or cut words.

    Example:
        >>> classify_pair("Ghana accused Togo of spying.", (0, 5), (14, 18))[:2]
        ('ACCUSE', 'allege')
    """
    ranked = [
        (_closeness(s, h, actor, recipient), -n, h)
        for s in parse_text(text)
        for n, h in enumerate(find_hits(s))
        if not h.trigger.weak
    ]
    if not ranked:
        return None, None, 0.0
    score, _, hit = max(ranked, key=lambda r: (r[0], r[1]))
    return hit.trigger.event_type, hit.trigger.mode, score


def classify_sentence(text: str) -> tuple[str | None, float]:
    """The event type that a sentence tells with no sides marked; None where it tells none."""
    event_type, _, score = classify_pair(text, None, None)
    return event_type, score


def quad_of(event_type: str) -> str | None:
    """PLOVER's quad of a type: V-COOP, M-COOP, V-CONF or M-CONF; None for COMMENT."""
    return load_event_types().quads.get(event_type)


def _closeness(sentence: Sentence, hit: Hit, actor: Span | None, recipient: Span | None) -> float:
    """0 to 1: whether the marked sides fill the roles of a hit, and how high in the sentence it stands."""
    frame = hit.trigger.frame
    score = 0.2 if is_verb(hit.token) else 0.1
    score += 0.3 * _fills(sentence, hit, frame.actors, actor)
    score += 0.3 * _fills(sentence, hit, frame.recipients or frame.actors, recipient)
    return score + 0.2 / (1 + len(sentence.ancestors(hit.token)))


def _fills(sentence: Sentence, hit: Hit, slots: tuple[str, ...], span: Span | None) -> bool:
    if span is None:
        return False
    holders = [hit.token] if hit.noun is None else [hit.token, hit.noun]
    fillers = [t for slot in slots for holder in holders for t in find_fillers(sentence, holder, slot)]
    return any(_touches(sentence, t, span) for t in fillers)


def _touches(sentence: Sentence, token: Token, span: Span) -> bool:
    return any(t.start < span[1] and span[0] < t.end for t in sentence.subtree(token))
