"""Where a time hangs in its sentence: the verb or trigger above it, or the noun that it stands before."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from legation.languages.en import dating as words
from legation.records import Sentence, Token
from legation.triggers.clauses import is_verb

BEFORE_NOUN = ("compound", "amod", "nmod", "poss", "nummod")
SUBJECTS = ("nsubj", "nsubjpass")
_NO_ANCHORS = ("aux", "auxpass", "nsubj", "nsubjpass", "dobj", "pobj", "amod", "compound")


@dataclass(frozen=True, slots=True)
class Hold:
    """Where a time hangs: the first trigger word or verb above it, and whether a subject stands between."""

    anchor: Token
    by_subject: bool = False


def find_hold(sentence: Sentence, head: Token, own: set[int], apart: AbstractSet[str]) -> Hold | None:
    """Going up from a time: the first trigger word or verb, unless "in response to" or "after" stands between."""
    by_subject = False
    head = bare_on(sentence, head) or head
    for token in [head, *sentence.ancestors(head)]:
        holds = token.index in own or (is_verb(token) and token.dep not in _NO_ANCHORS)
        if holds and not _is_aside(sentence, token, head):
            return Hold(token, by_subject)
        by_subject = token.dep in SUBJECTS
        parts = token.text.lower() in apart and token.dep in ("prep", "advmod", "pcomp")
        if token is not head and (token.lemma.lower() in words.REPLIES or (parts and head.head != token.index)):
            return None  # before the time itself "after" is only a bound
    return None


def owner_of(sentence: Sentence, head: Token) -> Token | None:
    """The noun that a time stands before: "this week's attack", "the 2008 accord"; none after a bare "on"."""
    noun = sentence.head(head)
    if bare_on(sentence, head) is not None:
        return None
    if head.dep not in BEFORE_NOUN or noun.start < head.start or is_verb(noun):
        return None
    return owner_of(sentence, noun) or noun


def bare_on(sentence: Sentence, head: Token) -> Token | None:
    """The "On" of "On Tuesday Peru signed", where the parser takes the day into the name that goes before its verb."""
    before = sentence.tokens[head.index - 1] if head.index else head
    name = sentence.head(head)
    taken = head.dep == "compound" and name.pos == "PROPN" and name.dep in ("nsubj", "nsubjpass", "poss", "compound")
    return before if taken and before.text.lower() == "on" and not sentence.child_tokens(before, "pobj") else None


def _is_aside(sentence: Sentence, verb: Token, head: Token) -> bool:
    """ "Its offensive, dubbed Condor, on Monday": the name between commas has no day."""
    if verb.tag != "VBN" or verb.dep not in ("acl", "advcl") or verb.lemma.lower() not in words.NAMING:
        return False
    opens = sentence.head(head) if head.dep == "pobj" else head
    around = [sentence.tokens[i - 1].text for i in (verb.index, opens.index) if i]
    return opens.start > verb.end and around == [",", ","]
