"""Whom "his Turkish counterpart" means: the holder of the same office in the other state."""

from __future__ import annotations

from dataclasses import replace

from legation.mentions.phrase import Phrase
from legation.mentions.scene import Scene
from legation.records import Office, Party, Sentence

_OWNERS = ("PRP$", "POS")
_HEADS = ("president", "prime_minister", "supreme_leader")


def office_of_owner(scene: Scene, sentence: Sentence, phrase: Phrase) -> Office | None:
    """The office of the one whose counterpart is told, from the possessive before the words; None where it is unknown.

    Example:
        "the Dutch foreign minister met her Turkish counterpart" -> the office NLD:foreign_minister
    """
    owner = sentence.tokens[phrase.first - 1] if phrase.first > 0 else None
    if owner is None or owner.tag not in _OWNERS:
        return None
    heads = (owner.index,) if owner.tag == "PRP$" else (owner.head, owner.index - 1)
    told = next((t for t in reversed(scene.history.told) if t.sentence == sentence.index and t.head in heads), None)
    if told is None or len(told.parties) != 1 or told.parties[0].office_id is None:
        return None
    return scene.knowledge.office(told.parties[0].office_id)


def as_counterpart(scene: Scene, sentence: Sentence, phrase: Phrase, party: Party) -> Party:
    """ "her German counterpart Jens Vogt": a named counterpart of unknown office holds hers in his own state."""
    is_mirror = any(w.words in scene.lexicon.mirrors for row in phrase.roles for w in row)
    if party.office_id is not None or not is_mirror or not phrase.states:
        return party
    own = office_of_owner(scene, sentence, phrase)
    office = scene.knowledge.office(f"{phrase.states[0]}:{own.role}") if own and own.role else None
    if own is None or office is None or own.state == office.state:
        return party
    rank = office.seniority
    return replace(
        party, office_id=office.id, office=office.title, state=office.state, sector=office.sector, seniority=rank
    )


def holder_in(scene: Scene, office: Office, state: str) -> tuple[Party, ...]:
    """Who holds the same office in another state on the day, if exactly one does and heads of both lead alike."""
    day, knowledge = scene.cast.day, scene.knowledge
    if day is None or office.role is None or office.state == state:
        return ()
    if office.role in _HEADS and (knowledge.leading_role(state, day) or office.role) != office.role:
        return ()
    held = knowledge.holders(f"{state}:{office.role}", day)
    return (knowledge.party(held[0].id, day),) if len(held) == 1 else ()
