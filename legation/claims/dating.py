"""Which time expression dates which event: the one that hangs on the trigger or its clause, never on "said"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.claims.drafts import governing_verb
from legation.claims.roles import is_verb
from legation.claims.triggers import Hit
from legation.records import Sentence, TimeExpression, Token
from legation.times import resolve_words

_KINDS = ("DATE", "TIME")
_INHERITING = ("conj", "advcl", "xcomp", "acl")
_NO_ANCHORS = ("aux", "auxpass", "nsubj", "nsubjpass", "dobj", "pobj", "amod", "compound")
_JOURNEYS = {"return", "travel", "fly", "visit", "arrive", "go", "head", "come"}
_ORDERING = {"after", "before", "since", "until", "once", "having", "had"}
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
    best = min(ranked, key=lambda pair: (pair[0], *_vagueness(inside[pair[1]], hit)))
    chosen = inside[best[1]]
    if chosen.when.anchor == "absolute" and _since_after(sentence, governing_verb(sentence, hit), chosen):
        month = resolve_words(chosen.text, None)  # the month itself, not all since
        return chosen if month is None else replace(chosen, when=replace(month, anchor="event", inferred=True))
    return chosen


def _vagueness(time: TimeExpression, hit: Hit) -> tuple[bool, bool, int, int]:
    """Among equally close expressions: a known day, then a weekday, then the narrower, then the nearer one."""
    when = time.when
    width = (when.last - when.first).days if when.first is not None and when.last is not None else 0
    return when.first is None, when.weekday is None and when.first is None, width, abs(time.start - hit.token.start)


def _rank(sentence: Sentence, hit: Hit, time: TimeExpression, speech: frozenset[int]) -> int | None:
    """How closely a time belongs to a hit: 0 on itself, 1 on its carrier, 2 on the clause it goes on from."""
    head = sentence.span_head(time.start, time.end)
    if head is None:
        return None
    if _since_after(sentence, governing_verb(sentence, hit), time):
        return 2
    own = {hit.token.index} | ({hit.noun.index} if hit.noun is not None else set())
    first = _first_anchor(sentence, head, own)
    if first is None:
        return None
    if first.index in speech and first.index not in own and first.index != governing_verb(sentence, hit).index:
        return None
    if first.index in own:
        if hit.noun is not None and first.index == hit.noun.index:
            return 1 if hit.trigger.frame.name not in ("cancelled", "broken") else None
        return 0
    if first.index == governing_verb(sentence, hit).index:
        return 1
    if _carries(sentence, hit, first):
        return 1
    if first.index in _clause_chain(sentence, hit):
        return 2
    return 2 if _opens(sentence, hit, time) else None


def _opens(sentence: Sentence, hit: Hit, time: TimeExpression) -> bool:
    """ "met in July, where he praised": the time that a relative clause hangs on is its time too."""
    verb = governing_verb(sentence, hit)
    head = sentence.head(verb)
    return verb.dep == "relcl" and time.start <= head.start < time.end


def _since_after(sentence: Sentence, verb: Token, time: TimeExpression) -> bool:
    """ "an upswing since May, after he brokered a truce": what ties have changed since is what they changed after."""
    marks = {t.text.lower() for t in sentence.child_tokens(verb, "mark")}
    head = sentence.head(verb)
    holders = [head, *sentence.child_tokens(head, "dobj")]
    since = [p for h in holders for p in sentence.child_tokens(h, "prep") if p.text.lower() == "since"]
    return verb.dep == "advcl" and "after" in marks and any(
        time.start <= o.start < time.end for p in since for o in sentence.child_tokens(p, "pobj")
    )


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
        head = sentence.head(token)
        if not is_verb(head) or marks & _ORDERING:
            break
        if "to" in marks and head.lemma.lower() not in _JOURNEYS:  # "returned in August to attend" is all in August
            break
        chain.add(head.index)
        token = head
    return chain
