"""Whether the name of a state, capital or seat stands for a place or for those who act: "in Washington" against
"Washington said".
"""

from __future__ import annotations

from legation.mentions.lexicon import load_lexicon
from legation.records import Sentence, Token


def is_place(sentence: Sentence, first: int, last: int, kind: str) -> bool:
    """Whether the tokens ``first`` to ``last`` name a place here. A state's name is one after "in" or "at" only; a
    seat also after words of motion.

    Example:
        "talks in Kiev" -> True; "relations between Islamabad and Washington" -> False
    """
    lexicon = load_lexicon()
    head = sentence.span_head(sentence.tokens[first].start, sentence.tokens[last].end) or sentence.tokens[last]
    if kind == "adjective":
        return False
    head = _top_of_list(sentence, head)
    up = sentence.head(head)
    if head.dep == "pobj" and up.pos in ("ADP", "SCONJ"):
        if up.text.lower() in ("to", "from", "into") and kind == "metonym":
            return sentence.head(up).lemma.lower() in lexicon.motion
        if kind == "metonym" and up.text.lower() == "of" and _is_name(sentence.head(up)):
            return True
        return up.text.lower() in lexicon.whereabouts
    if kind == "metonym" and _is_said_to_be(sentence, head, up, lexicon.localities):
        return True
    if head.dep in ("dobj", "obj") and kind == "metonym":
        return up.lemma in lexicon.going
    if kind == "metonym":
        return head.dep in ("compound", "nmod", "amod", "appos", "npadvmod", "ROOT", "dep") and not _is_hyphened(
            sentence, first, last
        )
    return False


def _is_name(noun: Token) -> bool:
    """Whether a noun begins a name, as in "Treaty of Rome", "Bishop of Lima"."""
    return noun.pos == "PROPN" and noun.text.istitle()


def _top_of_list(sentence: Sentence, head: Token) -> Token:
    while head.dep == "conj" and sentence.head(head).pos == "PROPN" and head.head != head.index:
        head = sentence.head(head)
    return head


def _is_hyphened(sentence: Sentence, first: int, last: int) -> bool:
    """ "Islamabad-Washington ties": both are parties."""
    tokens = sentence.tokens
    return any(0 <= k < len(tokens) and tokens[k].text in ("-", "–") for k in (first - 1, last + 1))


def _is_said_to_be(sentence: Sentence, head: Token, verb: Token, localities: frozenset[str]) -> bool:
    """ "Jerusalem is the capital", "recognise Jerusalem as the capital": a town is what is spoken of."""
    said = sentence.child_tokens(verb, "attr") if head.dep in ("nsubj", "nsubjpass") else []
    if head.dep in ("dobj", "obj", "nsubjpass"):
        said = [
            c
            for t in (verb, head)
            for p in sentence.child_tokens(t, "prep")
            if p.text == "as"
            for c in sentence.child_tokens(p, "pobj")
        ]
    return any(t.lemma.lower() in localities for t in said)


def is_language(sentence: Sentence, first: int, last: int) -> bool:
    """Whether an adjective of a state is a language here: "speak French", "a Russian-language channel"."""
    lexicon, tokens = load_lexicon(), sentence.tokens
    after = next((t for t in tokens[last + 1 : last + 3] if t.text not in ("-", "–")), None)
    if after is not None and after.lemma.lower() in lexicon.tongue_nouns:
        return True
    head = tokens[last]
    if head.dep not in ("pobj", "dobj", "npadvmod", "acomp") or tokens[max(0, first - 1)].tag == "DT":
        return False
    up = sentence.head(head)
    return up.text.lower() in ("in", "into") if head.dep == "pobj" else up.lemma.lower() in lexicon.tongue
