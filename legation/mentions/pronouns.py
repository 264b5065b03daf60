"""What pronouns refer to, by gender, number, role in the sentence and nearness; nobody where two fit."""

from __future__ import annotations

from legation.knowledge import name_form
from legation.mentions.history import SUBJECTS, History, Told
from legation.mentions.lexicon import load_lexicon
from legation.mentions.phrase import Phrase
from legation.mentions.plurals import resolve_plural
from legation.mentions.things import resolve_thing
from legation.records import Party, Sentence, Token

_OBJECTS = frozenset({"dobj", "pobj", "dative", "iobj"})
_NEAR = 3  # sentences looked back for one person; in the last only for a subject
_NEAR_OTHERS = 1  # the same for an object, an owner and words in quotation marks, and where a subject is one of several


def resolve_pronoun(
    history: History, sentence: Sentence, phrase: Phrase, saying: frozenset[str]
) -> tuple[tuple[Party, ...], tuple[str, ...]]:
    """The parties of a pronoun, or the ids of those who fit when more than one does; ``saying``: verbs of speech."""
    if _is_in_address(sentence, phrase):
        return (), ()
    if phrase.code == "n":
        return resolve_thing(history, sentence, phrase), ()
    if phrase.code == "p":
        return resolve_plural(history, sentence, phrase), ()
    ahead = _named_ahead(history, sentence, phrase)
    if ahead is not None:
        return ahead, ()
    speaker = _speaker_again(history, sentence, phrase, saying)
    if speaker is not None:
        return (speaker,), ()
    bound, is_closed = _bound(history, sentence, phrase)
    barred = _barred(history, sentence, phrase)
    if is_closed:
        return (), ()
    if bound is not None and bound.actor_id not in barred:
        rivals = _rivals(history, sentence, phrase, bound, barred)
        thanked = history.last_told(rivals[0]) if len(rivals) == 1 and _is_for_object(sentence, phrase) else None
        if thanked is not None:
            return (thanked,), ()
        if rivals:
            return (), (bound.actor_id or bound.name, *rivals)
        history.learn(bound, phrase.code)
        return (bound,), ()
    return _nearest(history, sentence, phrase, barred)


def _rivals(history: History, sentence: Sentence, phrase: Phrase, bound: Party, barred: set[str]) -> tuple[str, ...]:
    """Who else fits and stands between the subject above a pronoun and the pronoun: "Gowdy asked Strzok about texts in
    which he …", or is a subject too: "Kerry said Putin left as he …". In "Moon told Trump that he …" it is the subject.
    """
    token = sentence.tokens[phrase.first]
    if token.dep in _OBJECTS:
        return _told_since(history, sentence, phrase, bound, barred)
    if token.dep == "poss":
        return _objects_before(history, sentence, phrase, bound)
    verb = sentence.head(token)
    after_that = token.index > 0 and sentence.tokens[token.index - 1].text == "that"
    if token.dep not in SUBJECTS or verb.dep == "ccomp" or after_that:
        return ()
    here = [t for t in history.told if t.sentence == sentence.index]
    since = max((t.head for t in here if any(p.actor_id == bound.actor_id for p in t.parties)), default=-1)
    rivals = [t for t in here if t.head > since or (verb.dep == "advcl" and t.is_subject)]
    rivals = [t for t in rivals if not (verb.dep == "relcl" and t.head == verb.head)]
    people = _singles(history, rivals, phrase.code)
    return tuple(p.actor_id or p.name for p in people if p.actor_id not in barred and p.actor_id != bound.actor_id)


def _told_since(
    history: History, sentence: Sentence, phrase: Phrase, bound: Party, barred: set[str]
) -> tuple[str, ...]:
    """Who fits an object and was told after its subject above: "Putin said that since Snowden came they keep him"."""
    here = [t for t in history.told if t.sentence == sentence.index]
    since = max((t.head for t in here if any(p.actor_id == bound.actor_id for p in t.parties)), default=-1)
    people = _singles(history, [t for t in here if t.head > since and t.is_subject], phrase.code)
    return tuple(p.actor_id or p.name for p in people if p.actor_id not in barred and p.actor_id != bound.actor_id)


def _is_for_object(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether the owner of what somebody is thanked for is meant: "Biden thanked Trudeau for his help"."""
    up = sentence.head(sentence.head(sentence.tokens[phrase.first]))
    return up.dep == "prep" and load_lexicon().regard.get(sentence.head(up).lemma) == "object"


def _objects_before(history: History, sentence: Sentence, phrase: Phrase, bound: Party) -> tuple[str, ...]:
    """Whom an owner can be instead of the subject: those told after it in "Biden thanked Trudeau for his help", "Kelly
    assured Sessions that his job is safe" and "Biden met Lapid and praised his team".
    """
    token = sentence.tokens[phrase.first]
    head = sentence.head(token)
    up = sentence.head(head)
    verb = sentence.head(up) if up.dep == "prep" else up
    is_regard = verb.lemma in load_lexicon().regard
    is_told_so = verb.dep == "ccomp" and head.dep in SUBJECTS and sentence.head(verb).lemma not in load_lexicon().saying
    if not is_told_so and not (is_regard and (up.text.lower() in ("for", "on") or (up is verb and verb.dep == "conj"))):
        return ()
    here = [t for t in history.told if t.sentence == sentence.index]
    since = max((t.head for t in here if any(p.actor_id == bound.actor_id for p in t.parties)), default=-1)
    people = _singles(history, [t for t in here if t.head > since and not t.is_subject], phrase.code)
    return tuple(p.actor_id or p.name for p in people if p.actor_id != bound.actor_id)


def _nearest(
    history: History, sentence: Sentence, phrase: Phrase, barred: set[str]
) -> tuple[tuple[Party, ...], tuple[str, ...]]:
    """Who fits in the nearest sentence that tells anybody who does: the only one, else the only subject."""
    inside = phrase.first in history.quoted.inside
    is_unsure = inside and history.speaker in barred
    is_object = sentence.tokens[phrase.first].dep in _OBJECTS
    if inside and is_object:
        return (), ()
    is_leading = sentence.tokens[phrase.first].dep in SUBJECTS and not inside
    for back in range((_NEAR if is_leading else _NEAR_OTHERS) + 1):
        told = [t for t in history.told if t.sentence == sentence.index - back]
        told = [t for t in told if inside or not t.is_quoted] or told
        people = [p for p in _singles(history, told, phrase.code) if (p.actor_id or "") not in barred]
        subjects = _singles(history, [t for t in told if t.is_subject], phrase.code)
        subjects = [p for p in subjects if (p.actor_id or "") not in barred]
        if len(people) == 1 and not subjects and (is_unsure or back == _NEAR):
            return (), ()
        if len(people) == 1:
            history.learn(people[0], phrase.code)
            return (people[0],), ()
        if len(subjects) == 1 and len(people) > 1 and back <= (0 if is_object else _NEAR_OTHERS):
            return (subjects[0],), ()
        if people:
            sure = [p for p in people if history.genders.get(p.actor_id or "") == phrase.code]
            if len(sure) == 1 and phrase.code == "f":
                return (sure[0],), ()
            return (), tuple(p.actor_id or p.name for p in people)
    return (), ()


def _is_in_address(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether the word is part of a longer one: ``/in-his-first-state-of-the-union/``."""
    tokens, k = sentence.tokens, phrase.first
    if not 0 < k < len(tokens) - 1:
        return False
    before, here, after = tokens[k - 1 : k + 2]
    return (
        before.end == here.start and here.end == after.start and before.text[-1:] + after.text[:1] in ("--", "//", "/-")
    )


def _speaker_again(history: History, sentence: Sentence, phrase: Phrase, saying: frozenset[str]) -> Party | None:
    """ "'…,' he said": after a quotation, the one who spoke last."""
    token = sentence.tokens[phrase.first]
    inside = history.quoted.inside
    if token.dep not in SUBJECTS or token.index in inside or sentence.head(token).lemma not in saying:
        return None
    if not any(k < token.index for k in inside):
        return None
    party = history.last_told(history.speaker) if history.speaker else None
    return party if party is not None and history.compatible(party, phrase.code) else None


def _named_ahead(history: History, sentence: Sentence, phrase: Phrase) -> tuple[Party, ...] | None:
    """ "For his part, Mr Kerry said": whom the clause names as its subject, nobody if he was not told before; None for
    other pronouns.
    """
    token = sentence.tokens[phrase.first]
    noun = sentence.head(token)
    before = sentence.head(noun)
    if token.dep != "poss" or before.dep != "prep" or sentence.head(before).index < token.index:
        return None
    subjects = {t.index for t in sentence.child_tokens(sentence.head(before), *SUBJECTS)}
    key = next((key for head, key in history.ahead if head in subjects), None)
    if key is None:
        return None
    told = history.last_told(key)
    return (told,) if told is not None else ()


def _barred(history: History, sentence: Sentence, phrase: Phrase) -> set[str]:
    """Who a pronoun cannot be: the speaker inside his own words, and whom its own clause goes on to name."""
    token = sentence.tokens[phrase.first]
    barred = {history.speaker} if token.index in history.quoted.inside else set()
    barred |= {history.voice} if history.voice else set()
    if token.dep in _OBJECTS and not token.text.endswith("self"):
        own = _own_clause(sentence, token)
        subjects = {t.index for t in sentence.child_tokens(own[-1], *SUBJECTS)} if own else set()
        told = (t for t in history.told if t.sentence == sentence.index and t.head in subjects)
        barred |= {p.actor_id or "" for t in told for p in t.parties}
    if token.dep in SUBJECTS:
        clause = sentence.head(token)
        for head, key in history.ahead:
            if head > token.index and clause in sentence.ancestors(sentence.tokens[head]):
                barred.add(key)
    return barred


def _own_clause(sentence: Sentence, token: Token) -> list[Token]:
    """The verbs above an object up to the first that has a subject: "Moon wanted to meet him" is one clause."""
    found = []
    for verb in (t for t in sentence.ancestors(token) if t.pos in ("VERB", "AUX")):
        found.append(verb)
        if sentence.child_tokens(verb, *SUBJECTS):
            break
    return found


def _bound(history: History, sentence: Sentence, phrase: Phrase) -> tuple[Party | None, bool]:
    """The subject of the nearest clause above the pronoun: "Moon said: Kim expressed his wish" -> Kim; "Kim met him"
    -> not Kim. True: it is somebody whom nothing resolves, "a man who lost as his fortune collapsed",
    "he" of whom nobody is known.
    """
    token = sentence.tokens[phrase.first]
    above = sentence.ancestors(token)
    verbs = [t for t in above if t.pos in ("VERB", "AUX")]
    if token.dep in SUBJECTS and verbs:
        verbs = verbs[1:]
    if token.dep in _OBJECTS:
        verbs = verbs[len(_own_clause(sentence, token)) :]
    if token.dep == "poss" and sentence.head(token).dep == "attr":
        verbs = verbs[1:]
    here = {t.head: t for t in history.told if t.sentence == sentence.index and t.is_subject and len(t.parties) == 1}
    for verb in verbs:
        subject = next((c for c in sentence.child_tokens(verb, *SUBJECTS) if c.index < token.index), None)
        if subject is None:
            continue
        told = here.get(subject.index)
        if (
            told is None
            and subject.tag == "PRP"
            and load_lexicon().pronouns.get(name_form(subject.text)) == phrase.code
        ):
            return None, True
        if told is None and subject.tag == "WP" and verb.dep == "relcl":
            told = next((t for t in history.told if (t.sentence, t.head) == (sentence.index, verb.head)), None)
            if told is None:
                return None, True
        if told is None or len(told.parties) != 1:
            return None, False
        party = told.parties[0]
        return (party if party.person and history.compatible(party, phrase.code) else None), False
    return None, False


def _singles(history: History, told: list[Told], gender: str) -> list[Party]:
    found = {
        p.actor_id: p
        for t in told
        if len(t.parties) == 1
        for p in t.parties
        if p.person and history.compatible(p, gender)
    }
    return list(found.values())
