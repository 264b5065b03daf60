"""Which time expression dates which event: the one that hangs on the trigger or its clause, never on "said"."""

from __future__ import annotations

from collections.abc import Sequence

from legation.claims.drafts import governing_verb
from legation.claims.roles import is_verb
from legation.claims.triggers import Hit
from legation.records import Sentence, TimeExpression, Token

_KINDS = ("DATE", "TIME")
_INHERITING = ("conj", "advcl", "xcomp", "acl")
_NO_ANCHORS = ("aux", "auxpass", "nsubj", "nsubjpass", "dobj", "pobj", "amod", "compound")
_ORDERING = {"after", "before", "since", "until", "once"}
_CARRIERS = {"hold", "take", "schedule", "set", "plan", "occur", "happen", "begin", "start", "follow", "sign", "reach",
             "expect", "announce", "go", "come", "be", "have", "last", "slate", "due"}  # fmt: skip


def date_of(
    sentence: Sentence, hit: Hit, times: Sequence[TimeExpression], speech: frozenset[int]
) -> TimeExpression | None:
    """The expression that dates a hit, if one stands in its clause.

    Args:
        speech: token indices of reporting verbs in this sentence; their "on Saturday" dates the saying alone.

    Example: "Talks that fell apart in May, he said Saturday" gives "in May" for "fell apart" and nothing for "Talks".
    """
    inside = [t for t in times if t.type in _KINDS and sentence.start <= t.start and t.end <= sentence.end]
    ranked = [(rank, k) for k, t in enumerate(inside) if (rank := _rank(sentence, hit, t, speech)) is not None]
    if not ranked:
        return None
    best = min(
        ranked,
        key=lambda pair: (pair[0], inside[pair[1]].when.first is None, abs(inside[pair[1]].start - hit.token.start)),
    )
    return inside[best[1]]


def _rank(sentence: Sentence, hit: Hit, time: TimeExpression, speech: frozenset[int]) -> int | None:
    """How closely a time belongs to a hit: 0 on itself, 1 on its carrier, 2 on the clause it goes on from."""
    head = sentence.span_head(time.start, time.end)
    if head is None:
        return None
    own = {hit.token.index} | ({hit.noun.index} if hit.noun is not None else set())
    first = _first_anchor(sentence, head, own)
    if first is None or (first.index in speech and first.index not in own):
        return None
    if first.index in own:
        if hit.noun is not None and first.index == hit.noun.index:
            return 1 if hit.trigger.frame.name not in ("cancelled", "broken") else None
        return 0
    if first.index == governing_verb(sentence, hit).index:
        return 1
    if _carries(sentence, hit, first):
        return 1
    return 2 if first.index in _clause_chain(sentence, hit) else None


def _first_anchor(sentence: Sentence, head: Token, own: set[int]) -> Token | None:
    """Going up from a time: the first trigger word or verb."""
    for token in [head, *sentence.ancestors(head)]:
        if token.index in own or (is_verb(token) and token.dep not in _NO_ANCHORS):
            return token
    return None


def _carries(sentence: Sentence, hit: Hit, verb: Token) -> bool:
    """Whether ``verb`` tells when the noun took place: "the summit is set for", "a meeting, held on"."""
    noun = hit.noun if hit.noun is not None else hit.token
    if is_verb(noun):
        return False
    if hit.trigger.frame.name in ("cancelled", "broken") or verb.lemma not in _CARRIERS:
        return False
    if verb.dep in ("acl", "relcl") and sentence.head(verb).index == noun.index:
        return True
    return noun.dep in ("nsubj", "nsubjpass") and sentence.head(noun).index == verb.index


def _clause_chain(sentence: Sentence, hit: Hit) -> set[int]:
    """Verbs whose time a hit shares: what it is coordinated with, or goes along with as a participle."""
    chain: set[int] = set()
    token = governing_verb(sentence, hit)
    if not is_verb(token):
        token = next((t for t in sentence.ancestors(token) if is_verb(t)), token)
        chain.add(token.index)
    while token.dep in _INHERITING and len(chain) < 4:
        marks = {t.text.lower() for t in sentence.child_tokens(token, "mark", "aux")}
        if marks & _ORDERING or "to" in marks:
            break
        head = sentence.head(token)
        if not is_verb(head):
            break
        chain.add(head.index)
        token = head
    return chain
