"""What a verb tells of a decision that it is said of: whether it was, and whether it came to anything."""

from __future__ import annotations

from legation.languages.en import statuses as words
from legation.records import Sentence, Token
from legation.statuses.effects import mood


def is_told(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb tells what was, with no modal, negation or condition: "suffered", "has angered", "was a blow"."""
    tenses = {t.tag for t in sentence.child_tokens(verb, "aux")}
    present = any(t.tag in ("VBZ", "VBP") for t in sentence.child_tokens(verb, "auxpass"))
    past = verb.tag in ("VBD", "VBN") and not tenses & {"MD", "TO"} and not present
    return past and next(mood(sentence, verb), None) is None


def leaves_open(sentence: Sentence, noun: Token, verb: Token) -> bool:
    """Whether what a verb tells undoes or awaits a noun: "depended on it", "it fell through", "it was unlikely"."""
    lemma = verb.lemma.lower()
    if noun.dep == "nsubj":
        beside = sentence.child_tokens(verb, "prt", "advmod", "prep")
        predicates = sentence.child_tokens(verb, "acomp", "oprd")
    else:
        beside, predicates = [t for t in sentence.ancestors(noun) if t.index > verb.index], []
    low = [t.lemma.lower() for t in beside]
    return (
        lemma in words.LEAVING_OPEN
        or any((lemma, t) in words.PARTICLES or words.PREPOSITIONS.get(t, "occurred") != "occurred" for t in low)
        or any(t.lemma.lower() in words.ADJECTIVES for t in predicates)
    )
