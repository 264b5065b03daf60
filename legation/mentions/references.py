"""What words without a name refer to: pronouns, "the two leaders", "both sides". Abstains when two fit."""

from __future__ import annotations

from dataclasses import dataclass, field

from legation.knowledge import Knowledge
from legation.mentions.phrases import Phrase
from legation.records import Mention, Party, Sentence

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_WINDOW = 3  # sentences looked back for a collective


@dataclass(frozen=True, slots=True)
class Told:
    """Who was meant at one place."""

    sentence: int
    paragraph: int
    head: int
    parties: tuple[Party, ...]
    kind: str
    is_subject: bool


@dataclass
class History:
    """All that was resolved so far, in order, and the genders of people."""

    told: list[Told] = field(default_factory=list)
    genders: dict[str, str | None] = field(default_factory=dict)
    now: int = 0

    def begin(self, sentence: Sentence) -> None:
        """Move on to a sentence."""
        self.now = sentence.index

    def note(self, sentence: Sentence, mention: Mention, genders: dict[str, str | None]) -> None:
        """Remember a resolved mention."""
        self.genders.update({k: v for k, v in genders.items() if v or k not in self.genders})
        if mention.parties:
            token = sentence.tokens[mention.head]
            self.told.append(
                Told(
                    sentence.index,
                    sentence.paragraph,
                    mention.head,
                    mention.parties,
                    mention.kind,
                    token.dep in _SUBJECTS,
                )
            )

    def people(self, sentence: Sentence, back: int) -> list[Party]:
        """People told in this sentence and ``back`` before it, once each, in order."""
        found = {p.actor_id: p for t in self.told if t.sentence >= sentence.index - back for p in t.parties if p.person}
        return list(found.values())

    def is_recent(self, actor_id: str, back: int) -> bool:
        """Whether somebody was told within ``back`` sentences."""
        return any(
            p.actor_id == actor_id for t in reversed(self.told) if t.sentence >= self.now - back for p in t.parties
        )

    def learn(self, party: Party, gender: str) -> None:
        """Keep the gender that a pronoun gave to the only one it could mean."""
        if party.actor_id and self.genders.get(party.actor_id) is None:
            self.genders[party.actor_id] = gender

    def compatible(self, party: Party, gender: str) -> bool:
        """Whether a person can be "he" or "she"; unknown gender is open to both."""
        known = self.genders.get(party.actor_id or "")
        return known is None or known == gender


def resolve_pronoun(history: History, sentence: Sentence, phrase: Phrase) -> tuple[tuple[Party, ...], tuple[str, ...]]:
    """The parties of a pronoun, or the ids of those who fit when more than one does."""
    if phrase.code == "p":
        return _plural_pronoun(history, sentence), ()
    is_object = sentence.tokens[phrase.first].dep in ("dobj", "pobj", "dative", "iobj")
    bound = _bound(history, sentence, phrase)
    if bound is not None and not is_object:
        return (bound,), ()
    barred = bound.actor_id if bound else ""
    for back in (0, 1, 2):
        told = [t for t in history.told if t.sentence == sentence.index - back]
        people = [p for p in _singles(history, told, phrase.code) if p.actor_id != barred]
        if len(people) == 1:
            history.learn(people[0], phrase.code)
            return (people[0],), ()
        subjects = _singles(history, [t for t in told if t.is_subject], phrase.code)
        if len(subjects) == 1 and len(people) > 1:
            return (subjects[0],), ()
        if people:
            sure = [p for p in people if history.genders.get(p.actor_id or "") == phrase.code]
            return (
                ((sure[0],), ())
                if len(sure) == 1 and phrase.code == "f"
                else ((), tuple(p.actor_id or p.name for p in people))
            )
    return (), ()


def _bound(history: History, sentence: Sentence, phrase: Phrase) -> Party | None:
    """The subject of the nearest clause above the pronoun: "Moon said: Kim expressed his wish" -> Kim; "Kim met him"
    -> not Kim.
    """
    token = sentence.tokens[phrase.first]
    above = sentence.ancestors(token)
    verbs = [t for t in above if t.pos in ("VERB", "AUX")]
    if token.dep in (*_SUBJECTS, "dobj", "pobj", "dative", "iobj") and verbs:
        verbs = verbs[1:]
    here = {t.head: t for t in history.told if t.sentence == sentence.index and t.is_subject and len(t.parties) == 1}
    for verb in verbs:
        subject = next((c for c in sentence.child_tokens(verb, *_SUBJECTS) if c.index < token.index), None)
        if subject is None:
            continue
        told = here.get(subject.index)
        if told is None:
            return None
        party = told.parties[0]
        return party if party.person and history.compatible(party, phrase.code) else None
    return None


def _singles(history: History, told: list[Told], gender: str) -> list[Party]:
    found = {
        p.actor_id: p
        for t in told
        if len(t.parties) == 1
        for p in t.parties
        if p.person and history.compatible(p, gender)
    }
    return list(found.values())


def _plural_pronoun(history: History, sentence: Sentence) -> tuple[Party, ...]:
    """ "They": the collective just told, else the two people (of two states) of this or the last sentence."""
    for back in (0, 1):
        told = [t for t in history.told if t.sentence == sentence.index - back]
        groups = [t for t in told if t.kind == "collective" and len(t.parties) > 1]
        if groups:
            return groups[-1].parties
        pair = _pair([p for t in told for p in t.parties if p.person])
        if pair and (not back or sentence.text[:1] not in "\"“'‘"):
            return pair
        if any(p.person for t in told for p in t.parties):
            return ()
    return ()


def resolve_collective(history: History, sentence: Sentence, value: str, knowledge: Knowledge) -> tuple[Party, ...]:
    """ "the two leaders", "both sides", "the two countries": the two parties told last, if they are exactly two."""
    for back in range(_WINDOW + 1):
        told = [t for t in history.told if t.sentence >= sentence.index - back]
        people = _pair([p for t in told for p in t.parties if p.person])
        if (
            people
            and back
            and not _told_together(told, people)
            and {p.actor_id for p in people} != {p.actor_id for p in _most_told(history, "people", knowledge)}
        ):
            people = ()
        states = _state_pair(told, knowledge) or _joined_pair(told, sentence, knowledge)
        if value in ("people", "two") and people:
            return people
        if (
            back
            and states
            and not any({p.state for p in states} <= _codes(told, i) for i in {t.sentence for t in told})
        ):
            states = None
        if value == "sides" and people and (states is None or len(states) != 2 or back == 0):
            return tuple(people)
        if value in ("states", "sides", "two") and states and len(states) == 2:
            return states
        if value == "states" and any(p.state in knowledge.states for t in told for p in t.parties) and back:
            break
    return _most_told(history, value, knowledge)


def _codes(told: list[Told], index: int) -> set[str | None]:
    return {p.state for t in told if t.sentence == index for p in t.parties}


def _told_together(told: list[Told], pair: tuple[Party, ...]) -> bool:
    """Whether one sentence tells both."""
    ids = {p.actor_id for p in pair}
    sentences = {t.sentence for t in told}
    return any(ids <= {p.actor_id for t in told if t.sentence == i for p in t.parties} for i in sentences)


def _joined_pair(told: list[Told], sentence: Sentence, knowledge: Knowledge) -> tuple[Party, ...] | None:
    """The last two states of this sentence that "and" joins: "the conflict between Pakistan and India"."""
    here = [t for t in told if t.sentence == sentence.index and t.kind == "state" and len(t.parties) == 1]
    for left, right in zip(reversed(here[:-1]), reversed(here[1:]), strict=True):
        token = sentence.tokens[right.head]
        if token.dep == "conj" and token.head == left.head and left.parties[0].state != right.parties[0].state:
            return left.parties[0], right.parties[0]
    return None


def _pair(people: list[Party]) -> tuple[Party, ...]:
    """Exactly two people, of two states where both are known."""
    found = {p.actor_id: p for p in people}
    pair = tuple(found.values())
    if len(pair) == 2 and (pair[0].state is None or pair[0].state != pair[1].state):
        return pair
    return ()


def _state_pair(told: list[Told], knowledge: Knowledge) -> tuple[Party, ...] | None:
    codes: dict[str | None, None] = dict.fromkeys(
        p.state for t in told for p in t.parties if p.state in knowledge.states
    )
    return tuple(knowledge.party(c, None) for c in codes if c) if len(codes) == 2 else None


def _most_told(history: History, value: str, knowledge: Knowledge) -> tuple[Party, ...]:
    """The two told most often in the document so far, if they stand out; else nobody."""
    counts: dict[str, int] = {}
    parties: dict[str, Party] = {}
    for told in history.told:
        for party in told.parties:
            key = party.actor_id if value == "people" else party.state
            if (
                not key
                or (value == "people") != (party.person and value == "people")
                or (value != "people" and key not in knowledge.states)
            ):
                continue
            counts[key] = counts.get(key, 0) + 1
            parties[key] = party if value == "people" else knowledge.party(key, None)
    ranked = sorted(counts, key=lambda k: (-counts[k], k))
    if len(ranked) < 2 or (len(ranked) > 2 and counts[ranked[2]] * 2 > counts[ranked[1]]):
        return ()
    if value == "people" and parties[ranked[0]].state == parties[ranked[1]].state:
        return ()
    return parties[ranked[0]], parties[ranked[1]]
