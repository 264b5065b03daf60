"""Who the words of a source mean: party, organ, state; whether nobody is named, whether it is an opinion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from legation.languages.en import attributions as words
from legation.records import Mention, Party, Sentence, Span, Token
from legation.text import overlaps


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks. All None and ``anonymous``: nobody is named."""

    party: Party | None = None
    organ: str | None = None
    state: str | None = None
    anonymous: bool = False
    opinion: bool = False


def find_speaker(
    text: str,
    sentence: Sentence,
    source: Sequence[Span],
    head: int | None,
    mentions: Sequence[Mention],
    last: Speaker | None,
) -> Speaker:
    """The speaker that source words name; ``last``, an earlier organ, serves for "the statement added"."""
    if not source or head is None:
        return Speaker(anonymous=True)
    token = next((t for t in sentence.tokens if t.start == head), None)
    near = [m for m in mentions if m.sentence == sentence.index and any(overlaps(s, (m.start, m.end)) for s in source)]
    aside = _aside(sentence, token)
    near = [m for m in near if m.head not in aside]
    heading = [m for m in mentions if m.sentence == sentence.index and m.start <= head < m.end]
    inside = [t for s in source for t in sentence.tokens_in(*s)]
    party = _single(heading) or _spoken_for(token, near)
    joint = _joint(sentence, token, near)
    if joint:
        return Speaker(None, None, _state_of_all(near), False, False)
    organ = _organ(text, sentence, inside)
    state = _state([*heading, *near])
    if _is_text_anaphor(sentence, token, organ, party) and last is not None:
        return Speaker(last.party, last.organ, last.state, False, False)
    opinion = any(t.lemma.lower() in words.OPINION or t.text.lower() in words.OPINION for t in _up_to_clause(inside))
    return Speaker(party, organ, state, _is_unnamed(token, inside, party), opinion)


def _aside(sentence: Sentence, token: Token | None) -> frozenset[int]:
    """The words of a clause behind the speaker: of "an official who had talks with Peru" Peru does not speak."""
    clauses = sentence.child_tokens(token, "relcl") if token is not None else []
    return frozenset(t.index for c in clauses for t in sentence.subtree(c))


def _single(mentions: Sequence[Mention]) -> Party | None:
    """The one party of the shortest mention that has exactly one."""
    sure = [m for m in mentions if len(m.parties) == 1]
    return min(sure, key=lambda m: (m.end - m.start, m.start)).parties[0] if sure else None


def _spoken_for(token: Token | None, near: Sequence[Mention]) -> Party | None:
    """Whose a statement or an unnamed spokesperson's words are: "a statement by the Foreign Office"."""
    if token is None or not (token.lemma.lower() in words.MEDIA_SOURCES or token.text.lower() in words.SPOKESPEOPLE):
        return None
    organs = [m for m in near if m.kind in ("organisation", "state", "group")]
    parties = {m.parties[0].name: m.parties[0] for m in organs if len(m.parties) == 1}
    return next(iter(parties.values())) if len(parties) == 1 else None


def _joint(sentence: Sentence, token: Token | None, near: Sequence[Mention]) -> bool:
    """Whether two speak together ("Ruiz and Okafor said"): then no single party is the speaker."""
    others = sentence.child_tokens(token, "conj") if token is not None else []
    return any(m.parties and m.start <= o.start < m.end for o in others for m in near)


def _state_of_all(mentions: Sequence[Mention]) -> str | None:
    """The one state that all parties named belong to, if it is one."""
    states = {p.state for m in mentions for p in m.parties}
    return states.pop() if len(states) == 1 else None


def _state(mentions: Sequence[Mention]) -> str | None:
    """The state all parties of the first mention that has any belong to."""
    for mention in mentions:
        states = {p.state for p in mention.parties if p.state}
        if len(states) == 1:
            return states.pop()
    return None


def _organ(text: str, sentence: Sentence, inside: Sequence[Token]) -> str | None:
    """The words of the organ in the source: "Ministry of Foreign Affairs", "State Department"."""
    heads = [t for t in inside if t.lemma.lower() in words.ORGANS and not t.lemma.lower().startswith("spokes")]
    if not heads:
        return None
    head = heads[0]
    kept = ("compound", "amod", "poss", "case", "prep", "pobj", "nmod", "cc", "conj", "nummod")
    waiting, found = [head], [head]
    while waiting:
        for child in sentence.child_tokens(waiting.pop()):
            if child.dep in kept and child.text.lower() not in ("in", "on", "at", "during", "by"):
                waiting.append(child)
                found.append(child)
    run = sorted(found, key=lambda t: t.index)
    return _contiguous(text, run, head)


def _contiguous(text: str, run: list[Token], head: Token) -> str:
    place = run.index(head)
    low = high = place
    while low > 0 and run[low].index - run[low - 1].index <= 1:
        low -= 1
    while high + 1 < len(run) and run[high + 1].index - run[high].index <= 2:
        high += 1
    start = run[low].start
    while start > 0 and text[start - 1 : start] and not text[start - 1].isspace() and text[start - 1] not in '(“"':
        start -= 1
    found = text[start : run[high].end]
    first, _, rest = found.partition(" ")
    return rest if first.lower() in words.ARTICLES else found


def _is_text_anaphor(sentence: Sentence, token: Token | None, organ: str | None, party: Party | None) -> bool:
    """Whether the source is a text already spoken of: "the statement", "it said" is left to the mentions."""
    if token is None or organ is not None or party is not None or token.lemma.lower() not in words.STATEMENTS:
        return False
    if any(t.pos == "PROPN" for t in sentence.child_tokens(token)):
        return False  # "the latest Gallup poll" is nobody's statement spoken of before
    return any(t.text.lower() in words.POINTING for t in sentence.child_tokens(token, "det", "poss"))


def _up_to_clause(inside: Sequence[Token]) -> list[Token]:
    kept: list[Token] = []
    for token in inside:
        if token.pos in ("VERB", "AUX"):
            break
        kept.append(token)
    return kept


def _is_unnamed(token: Token | None, inside: Sequence[Token], party: Party | None) -> bool:
    if token is None or (party is not None and party.person):
        return False
    named = any(t.ent[2:] == "PERSON" for t in inside)
    return token.lemma.lower() in words.ANONYMOUS and not named
