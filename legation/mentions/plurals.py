"""What "they", "them" and "their" mean: a group, a collective or a pair told before; nobody where things may be."""

from __future__ import annotations

from legation.mentions.history import SUBJECTS, History, Told, pair_of, subject_above
from legation.mentions.phrase import Phrase
from legation.records import Party, Sentence, Token

_PLURAL = frozenset({"group", "office", "collective"})
_NEAR = 3  # sentences looked back for a pair that is still told


def resolve_plural(history: History, sentence: Sentence, phrase: Phrase) -> tuple[Party, ...]:
    """ "They": whom a plural noun before it in the sentence means, else the collective just told, else the two people
    (of two states) of this or the last sentence. Nobody, where the plural noun means things or people unknown.
    """
    here = {t.head: t for t in history.told if t.sentence == sentence.index}
    last = max(here, default=-1)
    joined = _joined_subjects(sentence, phrase, here)
    if joined and sentence.tokens[phrase.first].dep == "poss":
        return joined
    group = _group_above(sentence, phrase, here) or _group_before(history, sentence, phrase, here)
    if group:
        return group
    nouns = [t.index for t in sentence.tokens[: phrase.first] if t.tag == "NNS" and (t.index > last or t.index in here)]
    if nouns:
        told = here.get(nouns[-1])
        return told.parties if told is not None and (len(told.parties) > 1 or told.kind in _PLURAL) else ()
    backs = (0,) if _has_other_subject(sentence, phrase, here) else (0, 1)
    for back in backs:
        recent = [t for t in history.told if t.sentence == sentence.index - back]
        groups = [t for t in recent if t.kind == "collective" and len(t.parties) > 1]
        if groups:
            return groups[-1].parties
        if back and _tells_of_things(history, sentence):
            return ()
        pair = pair_of([p for t in recent for p in t.parties if p.person])
        if pair and (not back or sentence.text[:1] not in "\"“'‘"):
            return pair
        if any(p.person for t in recent for p in t.parties):
            break
        if not back and any(len(t.parties) > 1 or t.is_subject for t in recent):
            return ()
    return _still_the_same(history, sentence) if len(backs) > 1 else ()


def _group_above(sentence: Sentence, phrase: Phrase, here: dict[int, Told]) -> tuple[Party, ...]:
    """The people of one state or body that are the subject of the clause above: "Turkish officials said they would"."""
    token = sentence.tokens[phrase.first]
    if token.dep != "poss" and token.dep not in SUBJECTS:
        return ()
    subject = subject_above(sentence, token)
    return _as_group(subject, here.get(subject.index)) if subject is not None else ()


def _group_before(history: History, sentence: Sentence, phrase: Phrase, here: dict[int, Told]) -> tuple[Party, ...]:
    """The group that is the subject of the sentence before, where "they" begins this one: "The delegation … They …"."""
    before = history.before
    if phrase.first > 0 or before is None or before.index != sentence.index - 1 or here:
        return ()
    if before.paragraph != sentence.paragraph:
        return ()
    told = {t.head: t for t in history.told if t.sentence == before.index}
    subjects = [c for t in before.tokens if t.dep == "ROOT" for c in before.child_tokens(t, *SUBJECTS)]
    return _as_group(subjects[0], told.get(subjects[0].index)) if len(subjects) == 1 else ()


def _as_group(subject: Token, told: Told | None) -> tuple[Party, ...]:
    """The parties of a subject that "they" can mean: officials of a state, a delegation; no people or party."""
    if told is None or any(p.person for p in told.parties):
        return ()
    is_many = subject.tag in ("NNS", "NNPS") or told.kind == "group"
    return told.parties if is_many and told.kind in _PLURAL else ()


def _has_other_subject(sentence: Sentence, phrase: Phrase, here: dict[int, Told]) -> bool:
    """Whether the sentence names somebody before the pronoun whom nothing resolves."""
    before = sentence.tokens[: phrase.first]
    return any(t.dep in SUBJECTS and t.tag in ("NNS", "NNP", "NNPS") and t.index not in here for t in before)


def _joined_subjects(sentence: Sentence, phrase: Phrase, here: dict[int, Told]) -> tuple[Party, ...]:
    """Those whom "and" joins as the subject above a pronoun: "Pakistan and India increased their contacts"."""
    for verb in sentence.ancestors(sentence.tokens[phrase.first]):
        subject = next((c for c in sentence.child_tokens(verb, *SUBJECTS) if c.index < phrase.first), None)
        if subject is None:
            continue
        if subject.tag == "WP" and verb.dep == "relcl":
            subject = sentence.head(verb)
        heads = [subject, *sentence.child_tokens(subject, "conj")]
        heads += [sentence.head(subject)] if subject.dep == "conj" else []
        told = [here[t.index] for t in sorted(heads, key=lambda t: t.index) if t.index in here]
        return tuple(p for t in told for p in t.parties) if len(told) == len(heads) > 1 else ()
    return ()


def _tells_of_things(history: History, sentence: Sentence) -> bool:
    """Whether the sentence before is about things in the plural: "The comments were … They …"."""
    before = history.before
    if before is None or before.index != sentence.index - 1:
        return False
    heads = {t.head for t in history.told if t.sentence == before.index}
    roots = [t for t in before.tokens if t.dep == "ROOT"]
    subjects = [c for root in roots for c in before.child_tokens(root, *SUBJECTS)]
    return any(t.tag in ("NNS", "NNPS") and t.index not in heads for t in subjects)


def _still_the_same(history: History, sentence: Sentence) -> tuple[Party, ...]:
    """The pair that "they" or "the two leaders" meant a little before, while nobody else has been told since."""
    since: set[str | None] = set()
    for told in reversed(history.told):
        if told.sentence < sentence.index - _NEAR:
            break
        people = {p.actor_id for p in told.parties if p.person}
        if told.kind in ("collective", "pronoun") and len(people) == 2:
            return told.parties if since <= people else ()
        since |= people
    return ()
