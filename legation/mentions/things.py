"""What "it" and "its" refer to: the state or body that is the subject of the clause above; nobody where two fit."""

from __future__ import annotations

from legation.mentions.history import SUBJECTS, History, Told, subject_above
from legation.mentions.phrase import Phrase
from legation.records import Party, Sentence, Token

_SAID = frozenset({"ccomp", "advcl"})  # clauses whose "it" can be the subject of the clause above


def resolve_thing(history: History, sentence: Sentence, phrase: Phrase) -> tuple[Party, ...]:
    """The state or body of a neuter pronoun, named as a subject before it in the sentence.

    Example:
        "Russia said it would withdraw its troops" -> Russia, both times; "it is clear that ..." -> nobody
    """
    token = sentence.tokens[phrase.first]
    if token.dep != "poss" and (token.dep not in SUBJECTS or _is_empty(sentence, token)):
        return ()
    told = _subject_above(history, sentence, token)
    if told is None or len(told.parties) != 1 or told.parties[0].person:
        return ()
    party = told.parties[0]
    between = (t for t in history.told if t.sentence == sentence.index and t.head > told.head)
    rivals = {p.actor_id for t in between if t.kind != "pronoun" for p in t.parties if not p.person}
    return told.parties if rivals <= {party.actor_id} else ()


def _is_empty(sentence: Sentence, token: Token) -> bool:
    """Whether a subject can stand for a clause: "it is clear that", "it was agreed"; or is not of a clause told."""
    verb = sentence.head(token)
    if verb.dep not in _SAID:
        return True
    parts = {c.dep for c in sentence.tokens if c.head == verb.index and c.index != verb.index}
    return verb.lemma in ("be", "seem", "appear", "become", "take") or ("auxpass" in parts and "ccomp" in parts)


def _subject_above(history: History, sentence: Sentence, token: Token) -> Told | None:
    """Who is told as the subject of the nearest clause above that has one before the pronoun."""
    here = {t.head: t for t in history.told if t.sentence == sentence.index and t.is_subject}
    subject = subject_above(sentence, token)
    return here.get(subject.index) if subject is not None else None
