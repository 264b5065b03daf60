"""What "the two leaders", "both sides" and "the two countries" refer to: the two parties told last, or nobody."""

from __future__ import annotations

from legation.knowledge import Knowledge
from legation.mentions.history import CLOSING, OPENING, History, Told, pair_of
from legation.mentions.lexicon import load_lexicon
from legation.mentions.phrase import Phrase
from legation.records import Party, Sentence

_WINDOW = 3  # sentences looked back


def resolve_collective(history: History, sentence: Sentence, phrase: Phrase, knowledge: Knowledge) -> tuple[Party, ...]:
    """ "the two leaders", "both sides", "the two countries": the two parties told last, if they are exactly two. Who
    speaks of "both sides" in his own words is none of them.
    """
    pair = _find_pair(history, sentence, phrase, knowledge)
    is_cited = phrase.code == "sides" and phrase.first in history.quoted.inside
    is_own = is_cited and any(p.person and p.actor_id == history.speaker for p in pair)
    here = [t for t in history.told if t.sentence == sentence.index]
    return () if is_own and not _told_together(here, pair) else pair


def _find_pair(history: History, sentence: Sentence, phrase: Phrase, knowledge: Knowledge) -> tuple[Party, ...]:
    value = phrase.code
    if _is_cited(sentence, phrase) or _is_of_parliament(history, sentence, phrase):
        return ()
    for back in range(_WINDOW + 1):
        told = [t for t in history.told if t.sentence >= sentence.index - back]
        people = pair_of([p for t in told for p in t.parties if p.person])
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


def _is_cited(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether the words alone stand in quotation marks: words at issue, not parties."""
    marks = [sentence.tokens[k].text for k in (phrase.first - 1, phrase.last + 1) if 0 <= k < len(sentence.tokens)]
    return len(marks) == 2 and marks[0] in OPENING | {'"'} and marks[1] in CLOSING | {'"'}


def _is_of_parliament(history: History, sentence: Sentence, phrase: Phrase) -> bool:
    """Whether "both parties" are those of a parliament: its words stand in this sentence or the last."""
    if sentence.tokens[phrase.last].text.lower() != "parties":
        return False
    near = (*(history.before.tokens if history.before else ()), *sentence.tokens)
    return any(t.lemma.lower() in load_lexicon().partisan for t in near)


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
