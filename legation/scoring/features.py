"""Words, their order around the two marked sides and the dependency paths from them, as numbers below ``SIZE``.

Names are one word, so that what is learnt of one pair of states holds for the next.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from itertools import pairwise

from legation.records import Sentence, Span, Token

SIZE = 1 << 15
_NAMES = ("-PERSON", "-GPE", "-ORG", "-NORP", "-LOC")
_COUNTS = ("-DATE", "-TIME", "-CARDINAL", "-MONEY")
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Pair:
    """A text's sentences and its two sides (either may be None)."""

    text: str
    sentences: tuple[Sentence, ...]
    actor: Span | None = None
    recipient: Span | None = None


def number_words(pair: Pair) -> list[int]:
    """The numbers of all word and path features of a pair, repeated as often as they occur."""
    found: list[str] = []
    for sentence in pair.sentences:
        words, inside = _read_words(sentence, pair)
        found += inside + _orders(words) + _surroundings(words) + _paths(sentence, pair)
        head = span_head(sentence, pair.actor)
        if head is not None:
            found += _doings(sentence, governor(sentence, head))
    return [number(f) for f in found]


def number(feature: str) -> int:
    """The number of a feature, the same on every machine."""
    return zlib.crc32(feature.encode()) % SIZE


def span_head(sentence: Sentence, span: Span | None) -> Token | None:
    """The head word of a side, None where the side is not in this sentence."""
    return sentence.span_head(*span) if span else None


def governor(sentence: Sentence, token: Token) -> Token:
    """The verb above a word, or the last word above it."""
    while token.head != token.index and token.pos not in ("VERB", "AUX"):
        token = sentence.head(token)
    return token


def next_verb(sentence: Sentence, verb: Token) -> Token | None:
    """What hangs on a verb as its complement: "lift" of "agreed to lift"."""
    return next(iter(sentence.child_tokens(verb, "xcomp", "ccomp", "pcomp")), None)


def _side(token: Token, pair: Pair) -> str:
    """A or R for a word of a side; the inner of two nested sides wins."""
    actor = _within(token, pair.actor)
    recipient = _within(token, pair.recipient)
    if actor and recipient and pair.actor and pair.recipient:
        return "R" if pair.recipient[1] - pair.recipient[0] < pair.actor[1] - pair.actor[0] else "A"
    return "A" if actor else "R" if recipient else ""


def _within(token: Token, span: Span | None) -> bool:
    return span is not None and token.start < span[1] and token.end > span[0]


def _norm(token: Token) -> str:
    if token.pos == "PROPN" or token.ent.endswith(_NAMES):
        return "NAME"
    if token.pos == "NUM" or (token.ent.endswith(_COUNTS) and token.pos not in ("VERB", "NOUN")):
        return "NUM"
    return token.lemma.lower()


def _read_words(sentence: Sentence, pair: Pair) -> tuple[list[str], list[str]]:
    """The sentence's words with the sides as A and R, and what stands inside the sides."""
    words, inside = ["^"], list[str]()
    for token in sentence.tokens:
        side = _side(token, pair)
        if side:
            inside += [f"in{side}={token.lemma.lower()}"] if token.pos == "NOUN" else []
            inside += [f"ent{side}={token.ent.split('-')[-1]}"] if token.ent else []
        elif token.pos in ("PUNCT", "SPACE"):
            continue
        word = side or _norm(token)
        if word != words[-1] or word not in ("A", "R", "NAME", "NUM"):
            words.append(word)
    return [*words, "$"], inside


def _orders(words: list[str]) -> list[str]:
    singles = [f"w={w}" for w in words]
    twos = [f"b={a}_{b}" for a, b in pairwise(words)]
    return singles + twos + [f"t={a}_{b}_{c}" for a, b, c in zip(words, words[1:], words[2:], strict=False)]


def _surroundings(words: list[str]) -> list[str]:
    """Words after the actor, before and after the recipient, and between the two."""
    found: list[str] = []
    a = words.index("A") if "A" in words else None
    r = words.index("R") if "R" in words else None
    if a is not None:
        found += [f"afterA={w}" for w in words[a + 1 : a + 8]] + [f"beforeA={w}" for w in words[max(0, a - 3) : a]]
    if r is not None:
        found += [f"beforeR={w}" for w in words[max(0, r - 5) : r]] + [f"afterR={w}" for w in words[r + 1 : r + 5]]
    if a is not None and r is not None:
        order, (i, j) = ("AR" if a < r else "RA"), sorted((a, r))
        found += [f"btw{order}={w}" for w in words[i + 1 : j]]
        found += [f"btwb{order}={x}_{y}" for x, y in pairwise(words[i : j + 1])]
    return found


def _paths(sentence: Sentence, pair: Pair) -> list[str]:
    """What stands above each side in the parse, and how."""
    found: list[str] = []
    for side, span in (("A", pair.actor), ("R", pair.recipient)):
        head = span_head(sentence, span)
        if head is None:
            continue
        chain = [head, *sentence.ancestors(head)][: _DEEPEST + 1]
        for depth, (lower, upper) in enumerate(pairwise(chain)):
            found += [f"up{side}{depth}={lower.dep}_{_norm(upper)}", f"up{side}={_norm(upper)}"]
    return found


def _doings(sentence: Sentence, verb: Token) -> list[str]:
    """From the actor's verb down to what is done: "agree lift sanction on_NAME"."""
    chain: list[str] = []
    current: Token | None = verb
    last = verb
    for _ in range(_DEEPEST):
        if current is None:
            break
        last = current
        modals = "".join("~" + c.lemma for c in sentence.child_tokens(last, "aux") if c.tag == "MD")
        chain.append(last.lemma.lower() + ("~neg" if sentence.child_tokens(last, "neg") else "") + modals)
        current = next_verb(sentence, last)
    chain += _complements(sentence, last)
    passive = "pas" if sentence.child_tokens(verb, "nsubjpass", "auxpass") else "act"
    return [passive, *(f"ch={c}" for c in chain), *(f"chb={a}_{b}" for a, b in pairwise(chain))]


def _complements(sentence: Sentence, verb: Token) -> list[str]:
    objects = sentence.child_tokens(verb, "dobj", "attr", "prt", "acomp")
    found = [_norm(o) for o in objects]
    for prep in sentence.child_tokens(verb, "prep", "agent", "dative")[:3]:
        found += [f"{prep.lemma}_{_norm(o)}" for o in sentence.child_tokens(prep, "pobj", "pcomp")[:1]]
    for thing in objects:
        found += [_norm(c) for c in sentence.child_tokens(thing, "amod", "compound")]
        for prep in sentence.child_tokens(thing, "prep", "acl"):
            found += [f"{prep.lemma}_{_norm(q)}" for q in sentence.child_tokens(prep, "pobj") or [prep]]
    return found
