"""What one marked actor does to another: the patterns that claims use, and the trained scorer, on two given spans."""

from __future__ import annotations

from dataclasses import replace

from legation.event_types import load_event_types
from legation.records import Sentence, Span, Token
from legation.scoring import Heads, Pair, score_pairs
from legation.sentences import parse_text
from legation.triggers.clauses import is_verb
from legation.triggers.matching import Hit, find_hits
from legation.triggers.roles import find_fillers

YIELDING = ("CONCEDE", "RETREAT")  # what the scorer calls YIELD


def classify_pair(
    text: str, actor: Span | None, recipient: Span | None, heads: Heads | None = None
) -> tuple[str | None, str | None, float]:
    """Event type, mode and score of what ``actor`` does to ``recipient``; (None, None, 0.0) without any.

    The scorer says the type; the patterns say the mode, and whether what gives way is said (CONCEDE) or done (RETREAT).

    Args:
        actor: span in code points of ``text``; spans may nest or cut words.
        heads: other weights than the package's.

    Example:
        >>> classify_pair("Ghana accused Togo of spying.", (0, 5), (14, 18))[:2]
        ('ACCUSE', 'allege')
    """
    pair = make_pair(text, actor, recipient)
    shares = score_pairs([pair], "types", heads)[0] if pair.sentences else {}
    if not shares:
        return _by_patterns(pair)
    answer = _likeliest(shares)
    wanted = YIELDING if answer == "YIELD" else (answer,)
    told = [h for s in pair.sentences for h in find_hits(s) if h.trigger.event_type in wanted]
    return (*_type_and_mode(told, wanted), shares[answer])


def classify_sentence(text: str, heads: Heads | None = None) -> tuple[str, float]:
    """The quad of the event that a sentence tells with no sides marked, or NONE, and how sure that is."""
    pair = make_pair(text, None, None)
    shares = score_pairs([pair], "relevance", heads)[0] if pair.sentences else {}
    if not shares:
        event_type, _, score = _by_patterns(pair)
        return (quad_of(event_type) if event_type else None) or "NONE", score
    answer = max(shares, key=lambda name: shares[name])
    return answer, shares[answer]


def make_pair(text: str, actor: Span | None, recipient: Span | None) -> Pair:
    """A text parsed, with its two sides."""
    return Pair(text, tuple(parse_text(text)), actor, recipient)


def pair_in(sentence: Sentence, actor: Span | None, recipient: Span | None) -> Pair:
    """The same for a sentence of a report, its spans given in the report's offsets."""
    shift = sentence.start
    tokens = tuple(replace(t, start=t.start - shift, end=t.end - shift) for t in sentence.tokens)
    moved = replace(sentence, start=0, end=sentence.end - shift, tokens=tokens)
    sides = [(s[0] - shift, s[1] - shift) if s else None for s in (actor, recipient)]
    return Pair(sentence.text, (moved,), sides[0], sides[1])


def quad_of(event_type: str) -> str | None:
    """PLOVER's quad of a type: V-COOP, M-COOP, V-CONF or M-CONF; None for COMMENT."""
    return load_event_types().quads.get(event_type)


def _likeliest(shares: dict[str, float]) -> str:
    """The likeliest type of the likeliest quad: an accusation and a threat of .3 each outweigh one agreement of .4."""
    quads = {name: quad_of(YIELDING[-1] if name == "YIELD" else name) for name in shares}
    best = max(quads.values(), key=lambda quad: sum(shares[name] for name in shares if quads[name] == quad))
    return max((name for name in shares if quads[name] == best), key=lambda name: shares[name])


def _type_and_mode(told: list[Hit], wanted: tuple[str, ...]) -> tuple[str, str | None]:
    """Of the first trigger of the wanted type: its type and mode; without one the last of the wanted types."""
    best = next((h.trigger for h in told if h.trigger.mode), told[0].trigger if told else None)
    return (best.event_type, best.mode) if best else (wanted[-1], None)


def _by_patterns(pair: Pair) -> tuple[str | None, str | None, float]:
    ranked = [
        (_closeness(s, h, pair.actor, pair.recipient), -n, h)
        for s in pair.sentences
        for n, h in enumerate(find_hits(s))
        if not h.trigger.weak
    ]
    if not ranked:
        return None, None, 0.0
    score, _, hit = max(ranked, key=lambda r: (r[0], r[1]))
    return hit.trigger.event_type, hit.trigger.mode, score


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
