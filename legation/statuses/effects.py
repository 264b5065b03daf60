"""What single words do to the status of the event they stand beside or above."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from legation.languages.en import statuses as words
from legation.languages.en.factuality import FACTUALITY
from legation.records import Sentence, Status, Token

_FINITE_NOW = ("VBZ", "VBP")


@dataclass(frozen=True, slots=True)
class Effect:
    """One word's say on an event: the status it gives and, where known, how certain the event is below it."""

    status: Status
    word: Token
    reason: str
    factuality: float | None = None


def effect(status: str, word: Token, reason: str, key: str | None = None) -> Effect:
    """An effect with the factuality that the table knows for the word (or ``key``)."""
    known: Status = next(s for s in STATUSES if s == status)
    return Effect(known, word, f"{reason}: {word.text}", FACTUALITY.get(key or word.lemma.lower()))


STATUSES: tuple[Status, ...] = ("occurred", "ongoing", "planned", "called_for", "hypothetical", "negated", "denied")


# -- the mood of a verb -------------------------------------------------------------------------------------------


def mood(sentence: Sentence, verb: Token) -> Iterator[Effect]:
    """Negation, modal, condition, future and progressive of a verb, as its dependants tell them."""
    yield from _negations(sentence, verb)
    yield from _modals(sentence, verb)
    for mark in sentence.child_tokens(verb, "mark", "advmod"):
        if mark.lemma.lower() in words.CONDITIONS and mark.index < verb.index:
            yield effect("hypothetical", mark, "condition", "if")
        if mark.lemma.lower() == "when" and _is_awaited(sentence, verb):
            yield effect("planned", mark, "still to come", "if")
        status = words.STILL_TO_COME.get(mark.lemma.lower())
        if status is not None and verb.tag in _FINITE_NOW and mark.dep == "mark":
            yield effect(status, mark, "condition" if status == "hypothetical" else "still to come", "if")
    yield from _forms(sentence, verb)


def _is_awaited(sentence: Sentence, verb: Token) -> bool:
    """ "Expected to learn more when he arrives": the present after "when" beside another tense is to come."""
    above = sentence.head(verb)
    apart = above.tag not in _FINITE_NOW and not any(t.tag in _FINITE_NOW for t in sentence.child_tokens(above, "aux"))
    return verb.tag in _FINITE_NOW and verb.dep == "advcl" and apart and not sentence.child_tokens(verb, "aux")


def _negations(sentence: Sentence, verb: Token) -> Iterator[Effect]:
    if _is_done(sentence, verb):
        return
    for child in sentence.child_tokens(verb):
        low = child.text.lower()
        if child.dep == "neg" or (child.dep in ("advmod", "preconj") and low in words.NEGATIVE_WORDS):
            if low != "no" or child.dep == "neg":
                yield effect("negated", child, "negation")
        elif low == "longer" and any(t.text.lower() == "no" for t in sentence.child_tokens(child)):
            yield effect("negated", child, "negation")
        elif _shares_negation(child, verb):
            yield from _negative_subject(sentence, child)


def _shares_negation(noun: Token, verb: Token) -> bool:
    """Whether "no" before this noun negates the verb too: a subject before it, the object of a light verb."""
    if noun.dep == "dobj":
        return verb.lemma.lower() in words.LIGHT
    return noun.dep in ("nsubj", "nsubjpass") and noun.index < verb.index


def _negative_subject(sentence: Sentence, subject: Token) -> Iterator[Effect]:
    if subject.text.lower() in words.NEGATIVE_SUBJECTS:
        yield effect("negated", subject, "negation")
    for det in sentence.child_tokens(subject, "det", "neg"):
        if det.text.lower() in words.NEGATIVE_DETERMINERS:
            yield effect("negated", det, "negation")


def _modals(sentence: Sentence, verb: Token) -> Iterator[Effect]:
    for aux in sentence.child_tokens(verb, "aux"):
        low = aux.text.lower()
        status = words.MODALS.get(low)
        if low == "had" and verb.dep == "advcl" and _stands_before_subject(sentence, verb, aux):
            yield effect("hypothetical", aux, "not so", "if")  # "Had they met, ..."
        if status is None or (low == "'d" and verb.tag == "VBN"):
            continue
        if low == "should" and _is_done(sentence, verb):
            continue  # "should not have asked": he did
        if low in ("would", "'d") and any(t.lemma.lower() == "have" for t in sentence.child_tokens(verb, "aux")):
            yield effect("hypothetical", aux, "not so", "if")
        elif low == "should" and _stands_before_subject(sentence, verb, aux):
            yield effect("hypothetical", aux, "condition", "if")
        elif low in ("would", "'d") and (is_reported(sentence, verb) or _is_dated_by_when(sentence, verb)):
            yield effect("planned", aux, "future told in the past", "will")
        else:
            yield effect(status, aux, "modal", low)


def _is_dated_by_when(sentence: Sentence, verb: Token) -> bool:
    """ "picked a week when the king would be hosting them": the future of a time told in the past."""
    opened = any(t.text.lower() == "when" for t in sentence.child_tokens(verb, "advmod", "mark"))
    sure = not any(a.tag == "MD" for a in sentence.child_tokens(sentence.head(verb), "aux"))
    return opened and sure and verb.dep in ("advcl", "relcl")


def _is_done(sentence: Sentence, verb: Token) -> bool:
    """ "Should never have asked", "shouldn't have met": what is regretted was done."""
    have = any(t.lemma.lower() == "have" for t in sentence.child_tokens(verb, "aux"))
    never = any(t.dep == "neg" or t.text.lower() in words.NEGATIVE_WORDS for t in sentence.child_tokens(verb))
    should = any(t.text.lower() == "should" for t in sentence.child_tokens(verb, "aux"))
    return should and have and never and verb.tag == "VBN"


def _stands_before_subject(sentence: Sentence, verb: Token, aux: Token) -> bool:
    """Whether the subject stands after the auxiliary, as in a condition without "if"."""
    return any(t.index > aux.index for t in sentence.child_tokens(verb, "nsubj", "nsubjpass"))


def is_reported(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb stands in a clause below a reporting verb in the past ("said he would")."""
    current = verb
    for _ in range(4):
        above = sentence.head(current)
        if current.dep == "ccomp" and above.lemma.lower() in words.REPORTING:
            return above.tag in ("VBD", "VBN", "VBG")
        if current.dep not in ("conj", "xcomp", "ccomp"):
            return False
        current = above
    return False


def _forms(sentence: Sentence, verb: Token) -> Iterator[Effect]:
    """ "to meet" in a headline, "is meeting", "meets on Friday next week", "going to meet", questions, orders."""
    auxiliaries = sentence.child_tokens(verb, "aux", "auxpass")
    to = next((a for a in auxiliaries if a.tag == "TO"), None)
    finite = next((a for a in auxiliaries if a.tag in _FINITE_NOW), None)
    later = _later(sentence, verb)
    if to is not None and verb.dep in ("ROOT", "ccomp", "conj", "relcl", "parataxis"):
        if verb.dep == "relcl" and is_ranked(sentence, sentence.head(verb)):
            return
        yield effect("planned", to, "infinitive", "will")
    elif verb.tag in _FINITE_NOW and later is not None:
        yield effect("planned", later, "present with a later day", "will")
    elif verb.tag == "VBG" and finite is not None and finite.lemma.lower() == "be":
        if later is not None:
            yield effect("planned", later, "progressive with a later day", "will")
        elif verb.lemma.lower() in words.SETTING_OUT and sentence.child_tokens(verb, "prep"):
            yield effect("planned", verb, "future", "go")  # "is going to Italy"
        else:
            yield effect("ongoing", finite, "progressive")
    elif verb.tag == "VB" and not auxiliaries and verb.dep == "ROOT" and not sentence.child_tokens(verb, "nsubj"):
        yield effect("called_for", verb, "order", "urge")
    if sentence.text.rstrip("\"”'’ ").endswith("?") and verb.dep in ("ROOT", "ccomp"):
        yield effect("hypothetical", sentence.tokens[-1], "question", "if")


def _later(sentence: Sentence, verb: Token) -> Token | None:
    """A word among the verb's own adjuncts that puts it after the day of writing."""
    for child in sentence.child_tokens(verb, "npadvmod", "advmod", "prep"):
        if child.text.lower() in words.LATER:
            return child
        for token in sentence.subtree(child):
            if token.text.lower() in words.LATER_MODIFIERS and token.dep == "amod":
                unit = sentence.head(token)
                if unit.lemma.lower() in words.PAST_UNITS or unit.ent[2:] == "DATE":
                    return token
    return None


# -- the words around a noun --------------------------------------------------------------------------------------


def noun_effects(sentence: Sentence, noun: Token) -> Iterator[Effect]:
    """Adjectives, determiners and attached infinitives that tell whether a named event is real."""
    for child in sentence.child_tokens(noun, "amod", "compound", "det", "neg", "nmod", "acl", "preconj"):
        low = child.text.lower()
        if child.dep in ("det", "neg", "preconj") and low in words.NEGATIVE_DETERMINERS:
            yield effect("negated", child, "negation")
        elif low in words.MODIFIERS and child.index < noun.index:
            yield effect(words.MODIFIERS[low], child, "modifier")
        elif child.dep == "acl" and child.tag == "VBN":
            status = words.MODIFIERS.get(low) or words.ADJECTIVES.get(low)
            if status is not None:
                yield effect(status, child, "modifier")


def any_of(sentence: Sentence, noun: Token) -> list[Effect]:
    """ "any deal that they make" leaves open whether they make one."""
    words_of = sentence.child_tokens(noun, "det")
    return [effect("hypothetical", t, "modifier") for t in words_of if t.text.lower() == "any"]


def is_past(sentence: Sentence, token: Token) -> bool:
    """ "the past two truces" were, whatever stands above them."""
    return token.pos == "NOUN" and any(t.lemma.lower() in words.LONG_PAST for t in sentence.child_tokens(token, "amod"))


def is_ranked(sentence: Sentence, noun: Token) -> bool:
    """Whether what follows a noun is done already: "the first to sign", "the third president to visit"."""
    return noun.lemma.lower() in words.RANKS or any(
        t.lemma.lower() in words.RANKS for t in sentence.child_tokens(noun, "amod", "nummod", "advmod", "det")
    )


def is_definite(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun points at something known: "the truce", "their meeting", "Rubio's visit"."""
    owned = bool(sentence.child_tokens(noun, "poss"))
    return owned or any(t.text.lower() in words.DEFINITE for t in sentence.child_tokens(noun, "det"))
