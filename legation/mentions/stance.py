"""Whether the name of a state, capital or seat stands for a place or for those who act: "in Washington" against "Washington said"."""

from __future__ import annotations

from legation.records import Sentence, Token

_PLACE_PREPOSITIONS = frozenset({"in", "at", "near", "outside", "inside", "across", "throughout", "around", "within", "into", "to", "via", "through", "onto"})
_STATE_PLACE = frozenset({"in", "at", "near", "inside", "across", "throughout", "around", "within", "outside", "through", "via"})
_GOING = frozenset({"visit", "leave", "reach", "tour", "enter", "depart"})
_PARTY_VERBS = frozenset({"be", "say", "tell"})


def is_place(sentence: Sentence, first: int, last: int, kind: str) -> bool:
    """Whether the tokens ``first`` to ``last`` name a place here. A state's name is one after "in" or "at" only; a seat also after "to" and going.

    Example:
        "talks in Kiev" -> True; "relations between Islamabad and Washington" -> False
    """
    head = sentence.span_head(sentence.tokens[first].start, sentence.tokens[last].end) or sentence.tokens[last]
    if kind == "adjective":
        return False
    head = _top_of_list(sentence, head)
    up = sentence.head(head)
    if head.dep == "pobj" and up.pos in ("ADP", "SCONJ"):
        words = _PLACE_PREPOSITIONS if kind == "metonym" else _STATE_PLACE
        return up.text.lower() in words and not _is_addressed(sentence, up, kind)
    if head.dep in ("dobj", "obj") and kind == "metonym":
        return up.lemma in _GOING
    if kind == "metonym":
        return head.dep in ("compound", "nmod", "amod", "appos", "npadvmod", "ROOT", "dep") and not _is_hyphened(sentence, first, last)
    return False


def _top_of_list(sentence: Sentence, head: Token) -> Token:
    while head.dep == "conj" and sentence.head(head).pos == "PROPN" and head.head != head.index:
        head = sentence.head(head)
    return head


def _is_addressed(sentence: Sentence, preposition: Token, kind: str) -> bool:
    """"said to Moscow", "offered to Beijing": words go to a party, not to a place."""
    return kind == "metonym" and preposition.text.lower() == "to" and sentence.head(preposition).lemma in ("say", "offer", "give", "sell", "grant", "pledge", "according", "message", "offer", "warning", "response", "aid", "assistance", "threat", "key")


def _is_hyphened(sentence: Sentence, first: int, last: int) -> bool:
    """"Islamabad-Washington ties": both are parties."""
    tokens = sentence.tokens
    return any(0 <= k < len(tokens) and tokens[k].text in ("-", "–") for k in (first - 1, last + 1))
