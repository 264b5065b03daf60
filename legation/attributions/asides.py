"""Cues put into, before or after the clause that they report: "Talks, he said Friday, had failed"."""

from __future__ import annotations

from legation.attributions.drafts import cover, descendants
from legation.languages.en import attributions as words
from legation.records import Sentence, Span, Token

_OPENING = ("“", "‘", '"', "`", "'")
_CLOSING = " \"”'’"


def both_sides(sentence: Sentence, verb: Token, cue: Span, content: list[Span], text: str) -> list[Span]:
    """Content of a cue set between commas, as far as it reaches on both sides.

    "Too often, he said, talks fail" says "Too often" too, and "Talks failed, he said, until Friday" goes on to its end;
    'Speaking in Oslo, he said, "..."' says the quotation alone.
    """
    place = _said_by(sentence, verb, cue)
    if place is None or not content:
        return content
    low, high = place
    before, after = text[sentence.start : low].rstrip(), text[high : sentence.end].lstrip()
    if not after.startswith(",") or not before.rstrip(_CLOSING).endswith(","):
        return content
    if before.endswith(",") and after[1:].lstrip().startswith(_OPENING) and not _is_clause(sentence, low):
        return [span for span in content if span[0] >= high] or content
    left = [] if any(s < low for s, _ in content) else [(sentence.start, low)]
    right = [] if any(e > high for _, e in content) or not _goes_on(sentence, high) else [(high, sentence.end)]
    return [*left, *content, *right]


def _is_clause(sentence: Sentence, low: int) -> bool:
    """Whether what stands before the inserted cue has a subject of its own."""
    return any(t.dep in ("nsubj", "nsubjpass", "expl") for t in sentence.tokens if t.end <= low)


def _goes_on(sentence: Sentence, high: int) -> bool:
    """Whether what follows the inserted cue goes on with the clause before it."""
    after = [t for t in sentence.tokens if t.start >= high and t.pos != "PUNCT"]
    return bool(after) and after[0].lemma.lower() in words.GOING_ON


def _said_by(sentence: Sentence, verb: Token, cue: Span) -> Span | None:
    """From the first to the last character of "he said"; None for a cue that may not stand between commas."""
    subjects = sentence.child_tokens(verb, "nsubj")
    if verb.lemma.lower() not in words.CORE or not subjects:
        return None
    subject = sentence.subtree(subjects[0])
    return min(subject[0].start, cue[0]), max(subject[-1].end, cue[1])


def host_clause(sentence: Sentence, verb: Token, cue: Span, text: str) -> list[Span]:
    """For a cue put into or after its clause ("Talks, he said Friday, failed"): that clause around the cue."""
    host = sentence.head(verb)
    if verb.dep == "relcl" and sentence.child_tokens(verb, "dobj"):
        return []
    asides = verb.dep in ("parataxis", "ccomp") or (verb.dep == "advcl" and _has_as(sentence, verb))
    if not asides or host.index == verb.index or host.pos not in ("VERB", "AUX", "NOUN"):
        return []
    low, high = _aside(sentence, verb)
    tokens = descendants(sentence, host, frozenset({verb.index}))
    before = cover(t for t in tokens if t.index < low)
    after = cover(t for t in tokens if t.index > high)
    return [s for s in (before, after) if s is not None] if _set_off(sentence, low, text) else []


def _set_off(sentence: Sentence, low: int, text: str) -> bool:
    """Whether the aside that begins at token ``low`` opens the sentence or follows a comma or quotation mark."""
    if low == 0 or sentence.tokens[low].pos == "PUNCT":
        return True
    return sentence.tokens[low - 1].text[-1:] in ",\"”'"


def around_aside(sentence: Sentence, verb: Token, cue: Span, text: str) -> list[Span]:
    """What stands on both sides of "he said" between commas, whatever the parser made of the sentence."""
    place = _said_by(sentence, verb, cue)
    if place is None:
        return []
    low, high = place
    before, after = text[sentence.start : low].rstrip(), text[high : sentence.end].lstrip()
    if not before.endswith(",") or not (after[:1] in (",", ".", "") or len(after) < 2):
        return []
    return [s for s in ((sentence.start, low), (high, sentence.end)) if s[0] < s[1]]


def _has_as(sentence: Sentence, verb: Token) -> bool:
    return any(t.lemma.lower() == "as" for t in sentence.child_tokens(verb, "mark", "advmod"))


def _aside(sentence: Sentence, verb: Token) -> tuple[int, int]:
    indices = [t.index for t in sentence.subtree(verb)]
    return indices[0], indices[-1]
