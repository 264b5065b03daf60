"""Promises that are threats: what is vowed is harm, or an answer in kind."""

from __future__ import annotations

from dataclasses import replace

from legation.drafts.reaching import complement_parties
from legation.drafts.scene import Scene, states_of
from legation.event_types import load_event_types
from legation.languages.en import links
from legation.languages.en.statuses import NEGATIVE_WORDS
from legation.records import Party, Sentence, Token
from legation.triggers.clauses import ends_of, is_verb, objects_of, with_conjuncts
from legation.triggers.matching import Hit, match_verb
from legation.triggers.words import load_words

_HOSTILE = ("ASSAULT", "SANCTION", "THREATEN")
_AT_SOMEBODY = ("COERCE",)  # a threat where another state is hit: "vowed to arrest smugglers" threatens none
_OF_A_SIDE = ("amod", "compound", "nmod", "poss")


def is_threat(scene: Scene, hit: Hit, actors: tuple[Party, ...]) -> bool:
    """Whether a promise threatens: "vowed to bomb Peru", "promised a harsh response", "its vow to retaliate".

    Example: "Chad pledged to strike back" is a threat, "Chad pledged to strike a deal" or "to defeat hunger" none.
    """
    promises = (hit.trigger.event_type, hit.trigger.mode) == ("AGREE", None) and hit.trigger.frame.name == "directed"
    if not promises or hit.token.lemma.lower() not in _table("vows") or is_denied(scene.sentence, hit.token):
        return False
    if any(_is_hard_answer(scene, t) for t in _promised_things(scene.sentence, hit.token)):
        return True
    home = {a.state for a in actors}
    return any(_is_harm(scene, verb, home) for verb in _promised_acts(scene.sentence, hit.token))


def threatened(scene: Scene, hit: Hit, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """Whom a promised harm would meet: of "vowed to respond harshly to strikes by Chile" Chile."""
    return complement_parties(scene, replace(hit, trigger=replace(hit.trigger, event_type="THREATEN")), actors)


def is_denied(sentence: Sentence, verb: Token) -> bool:
    """ "vowed never to bomb Peru" is no threat."""
    return any(t.text.lower() in NEGATIVE_WORDS for t in sentence.child_tokens(verb))


def _table(name: str) -> list[str]:
    words: list[str] = load_words()["threats"][name]
    return words


def _promised_acts(sentence: Sentence, promise: Token) -> list[Token]:
    """The verbs of what is promised: "to find and bomb them", "that it would bomb them"."""
    acts = sentence.child_tokens(promise, "xcomp", "acl")
    acts += [c for c in sentence.child_tokens(promise, "ccomp") if _is_to_come(sentence, c)]
    acts += [c for t in acts for c in sentence.child_tokens(t, "conj")]
    return [t for t in acts if is_verb(t) and not is_denied(sentence, t)]


def _is_to_come(sentence: Sentence, verb: Token) -> bool:
    return any(t.text.lower() in links.OWN_ACTS for t in sentence.child_tokens(verb, "aux"))


def _promised_things(sentence: Sentence, promise: Token) -> list[Token]:
    return with_conjuncts(sentence, objects_of(sentence, promise)) if is_verb(promise) else []


def _is_harm(scene: Scene, verb: Token, home: set[str | None]) -> bool:
    lemma, sentence = verb.lemma.lower(), scene.sentence
    if lemma in _table("blows") or (lemma in _table("returned") and _is_back(sentence, verb)):
        return True
    if lemma in _table("answers") and _is_harsh(scene, verb):
        return True
    promised = match_verb(sentence, verb)
    if promised is not None and promised.trigger.event_type not in (*_HOSTILE, *_AT_SOMEBODY):
        return False
    if promised is not None and promised.trigger.event_type in _HOSTILE and not promised.trigger.weak:
        return True
    told = promised is not None or lemma in _table("harms")
    return told and any(_is_of_another(scene, t, home) for t in objects_of(sentence, verb))


def _is_back(sentence: Sentence, verb: Token) -> bool:
    return any(t.text.lower() == "back" for t in sentence.child_tokens(verb, "prt", "advmod"))


def _is_harsh(scene: Scene, verb: Token) -> bool:
    """ "respond harshly", "respond with strikes", "respond to the attack"."""
    sentence = scene.sentence
    if any(t.text.lower() in _table("manners") for t in sentence.child_tokens(verb, "advmod", "acomp", "prep")):
        return True
    ends = ends_of(sentence, verb)
    return any(_is_hostile_noun(t) or t.lemma.lower() in _table("manners") for t in with_conjuncts(sentence, ends))


def _is_hard_answer(scene: Scene, noun: Token) -> bool:
    """ "a harsh response", "a response to the strikes"; a swift response to a flood is none."""
    sentence = scene.sentence
    if noun.lemma.lower() not in _table("answer_nouns"):
        return False
    if any(t.lemma.lower() in _table("hard") for t in sentence.child_tokens(noun, "amod", "compound")):
        return True
    ends = ends_of(sentence, noun)
    return any(_is_hostile_noun(t) for t in ends)


def _is_hostile_noun(noun: Token) -> bool:
    types = {t.event_type for t in load_event_types().nouns.get(noun.lemma.lower(), ())}
    return bool(types & {*_HOSTILE, *_AT_SOMEBODY}) or noun.lemma.lower() in _table("provocations")


def _is_of_another(scene: Scene, thing: Token, home: set[str | None]) -> bool:
    """Whether what is hit is somebody of another state, or stands under his name: "Danish bases", "Peru's attack"."""
    marks = scene.sentence.child_tokens(thing, *_OF_A_SIDE)
    sides = [p for t in [thing, *marks] if (m := scene.covering(t)) is not None for p in m.parties]
    return bool(states_of(p for p in sides if p.state not in home))
