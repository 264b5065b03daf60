"""What words without a name refer to: pronouns, "the two leaders", "both sides". Abstains when two fit."""

from __future__ import annotations

from dataclasses import dataclass, field

from legation.knowledge import Knowledge
from legation.mentions.phrases import Phrase
from legation.records import Mention, Party, Sentence

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_OPENING, _CLOSING = frozenset({"“", "``"}), frozenset({"”", "''"})
_PLURAL = frozenset({"group", "office", "collective"})
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


@dataclass(frozen=True, slots=True)
class Quoted:
    """The tokens of a sentence that stand in quotation marks, and whether the marks are still open at its end."""

    inside: frozenset[int] = frozenset()
    is_open: bool = False
    paragraph: int = -1

    def after(self, sentence: Sentence) -> Quoted:
        """The same for the next sentence; a new paragraph closes what was left open."""
        is_open = self.is_open and sentence.paragraph == self.paragraph
        inside = set()
        for token in sentence.tokens:
            if token.text in _OPENING or (token.text == '"' and not is_open):
                is_open = True
            elif token.text in _CLOSING or token.text == '"':
                is_open = False
            elif is_open:
                inside.add(token.index)
        return Quoted(frozenset(inside), is_open, sentence.paragraph)


@dataclass
class History:
    """All that was resolved so far, in order, and the genders of people."""

    told: list[Told] = field(default_factory=list)
    genders: dict[str, str | None] = field(default_factory=dict)
    now: int = 0
    ahead: tuple[tuple[int, str], ...] = ()
    speaker: str = ""
    quoted: Quoted = field(default_factory=Quoted)

    def begin(self, sentence: Sentence, ahead: tuple[tuple[int, str], ...] = ()) -> None:
        """Move on to a sentence; ``ahead``: the tokens and ids of the people that it names."""
        self.now, self.ahead = sentence.index, ahead
        self.quoted = self.quoted.after(sentence)
        subjects = {t.index for t in sentence.tokens if t.dep in _SUBJECTS and t.index not in self.quoted.inside}
        self.speaker = next((key for head, key in ahead if head in subjects), self.speaker)

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
        return _plural_pronoun(history, sentence, phrase), ()
    ahead = _named_ahead(history, sentence, phrase)
    if ahead is not None:
        return ahead, ()
    is_object = sentence.tokens[phrase.first].dep in ("dobj", "pobj", "dative", "iobj")
    bound = _bound(history, sentence, phrase)
    barred = _barred(history, sentence, phrase)
    if bound is not None and not is_object and bound.actor_id not in barred:
        return (bound,), ()
    if bound is not None:
        barred |= {bound.actor_id or ""}
    for back in (0, 1, 2):
        told = [t for t in history.told if t.sentence == sentence.index - back]
        people = [p for p in _singles(history, told, phrase.code) if (p.actor_id or "") not in barred]
        if (
            len(people) == 1
            and history.speaker in barred
            and not any(t.is_subject and people[0] in t.parties for t in told)
        ):
            return (), ()
        if len(people) == 1:
            history.learn(people[0], phrase.code)
            return (people[0],), ()
        subjects = [
            p
            for p in _singles(history, [t for t in told if t.is_subject], phrase.code)
            if (p.actor_id or "") not in barred
        ]
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


def _named_ahead(history: History, sentence: Sentence, phrase: Phrase) -> tuple[Party, ...] | None:
    """ "For his part, Mr Kerry said": whom the clause names as its subject, nobody if he was not told before; None for
    other pronouns.
    """
    token = sentence.tokens[phrase.first]
    noun = sentence.head(token)
    before = sentence.head(noun)
    if token.dep != "poss" or before.dep != "prep" or sentence.head(before).index < token.index:
        return None
    subjects = {t.index for t in sentence.child_tokens(sentence.head(before), *_SUBJECTS)}
    key = next((key for head, key in history.ahead if head in subjects), None)
    if key is None:
        return None
    told = (p for t in reversed(history.told) for p in t.parties if p.actor_id == key)
    return tuple(p for p in [next(told, None)] if p is not None)


def _barred(history: History, sentence: Sentence, phrase: Phrase) -> set[str]:
    """Who a pronoun cannot be: the speaker inside his own words, and whom its own clause goes on to name."""
    token = sentence.tokens[phrase.first]
    barred = {history.speaker} if token.index in history.quoted.inside else set()
    if token.dep in _SUBJECTS:
        clause = sentence.head(token)
        for head, key in history.ahead:
            if head > token.index and clause in sentence.ancestors(sentence.tokens[head]):
                barred.add(key)
    return barred


def _bound(history: History, sentence: Sentence, phrase: Phrase) -> Party | None:
    """The subject of the nearest clause above the pronoun: "Moon said: Kim expressed his wish" -> Kim; "Kim met him"
    -> not Kim.
    """
    token = sentence.tokens[phrase.first]
    above = sentence.ancestors(token)
    verbs = [t for t in above if t.pos in ("VERB", "AUX")]
    if token.dep in (*_SUBJECTS, "dobj", "pobj", "dative", "iobj") and verbs:
        verbs = verbs[1:]
    if token.dep == "poss" and sentence.head(token).dep == "attr":
        verbs = verbs[1:]
    here = {t.head: t for t in history.told if t.sentence == sentence.index and t.is_subject and len(t.parties) == 1}
    for verb in verbs:
        subject = next((c for c in sentence.child_tokens(verb, *_SUBJECTS) if c.index < token.index), None)
        if subject is None:
            continue
        told = here.get(subject.index)
        if told is None and subject.tag == "WP" and verb.dep == "relcl":
            told = next((t for t in history.told if (t.sentence, t.head) == (sentence.index, verb.head)), None)
        if told is None or len(told.parties) != 1:
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


def _plural_pronoun(history: History, sentence: Sentence, phrase: Phrase) -> tuple[Party, ...]:
    """ "They": whom a plural noun before it in the sentence means, else the collective just told, else the two people
    (of two states) of this or the last sentence. Nobody, where the plural noun means things or people unknown.
    """
    here = {t.head: t for t in history.told if t.sentence == sentence.index}
    last = max(here, default=-1)
    nouns = [t.index for t in sentence.tokens[: phrase.first] if t.tag == "NNS" and (t.index > last or t.index in here)]
    if nouns:
        told = here.get(nouns[-1])
        return told.parties if told is not None and (len(told.parties) > 1 or told.kind in _PLURAL) else ()
    for back in (0, 1):
        recent = [t for t in history.told if t.sentence == sentence.index - back]
        groups = [t for t in recent if t.kind == "collective" and len(t.parties) > 1]
        if groups:
            return groups[-1].parties
        pair = _pair([p for t in recent for p in t.parties if p.person])
        if pair and (not back or sentence.text[:1] not in "\"“'‘"):
            return pair
        if any(p.person for t in recent for p in t.parties):
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
    return tuple(_side(told, c, knowledge) for c in codes if c) if len(codes) == 2 else None


def _side(told: list[Told], code: str, knowledge: Knowledge) -> Party:
    """A side of a pair: the state, or the armed group when nobody else of that state is told."""
    found = {p.actor_id: p for t in told for p in t.parties if p.state == code}
    only = next(iter(found.values())) if len(found) == 1 else None
    return only if only is not None and only.sector == "REB" and not only.person else knowledge.party(code, None)


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
