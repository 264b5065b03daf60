"""Judgements on pairs of claims: vetoes first, then the score; people's judgements are kept as they are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from legation.judgements.blocking import find_pairs
from legation.judgements.ceilings import find_ceiling, find_floor
from legation.judgements.facts import Facts, make_facts
from legation.judgements.repeats import is_one_lost
from legation.judgements.scores import Setting, may_be_one_saying, may_be_said_anew, order_reasons, weigh_pair
from legation.judgements.tables import level_of, threshold
from legation.judgements.vetoes import find_veto
from legation.records import Claim, Document, Judgement, Quantity, Verdict
from legation.text import shorten, stable_id

STEP = 0.0001  # between two scores as they are kept
Pair = tuple[str, str]
Rarity = Mapping[tuple[str, frozenset[str]], float]
Rule = Callable[[Mapping[str, Facts]], tuple[Judgement, ...]]
NEWS_FOR_FULL_SHARE = 3  # so many events in common make two reports tell the same news


def judge_pairs(
    claims: Sequence[Claim],
    documents: Sequence[Document],
    earlier: Sequence[Judgement] = (),
    *,
    quantities: Sequence[Quantity] = (),
    facts: Mapping[str, Facts] | None = None,
    rule: Rule | None = None,
) -> tuple[Judgement, ...]:
    """Judgements on all pairs that could be one event, people's first, by (left, right).

    Pairs of the block that are surely different are judged too, so that pages can say why.

    Args:
        rule: who judges what nobody has decided, where it is not ``judge_facts`` in this process.
    """
    known = facts if facts is not None else make_facts(claims, documents, quantities)
    kept = keep_judgements(earlier, claims)
    decided = {frozenset((j.left, j.right)) for j in kept if j.undone_by is None}
    ruled = (j for j in (rule or judge_facts)(known) if frozenset((j.left, j.right)) not in decided)
    return (*kept, *ruled)


def judge_facts(facts: Mapping[str, Facts]) -> tuple[Judgement, ...]:
    """The rules' judgements, in two rounds: the second knows how much news two reports share."""
    rarity = find_rarity(facts.values())
    return judge_again(judge_alone(find_pairs(facts), facts, rarity), facts, rarity)


def judge_alone(pairs: Iterable[Pair], facts: Mapping[str, Facts], rarity: Rarity) -> dict[Pair, Judgement]:
    """The first round: each pair by itself, so that pairs may be judged anywhere, in any order."""
    found: dict[Pair, Judgement] = {}
    open_pairs: list[Pair] = []
    for left, right in pairs:
        veto = find_veto(facts[left], facts[right])
        if veto is None:
            open_pairs.append((left, right))
        elif is_tempting(facts[left], facts[right]):
            found[left, right] = _judgement(facts[left], facts[right], "different", 0.0, (veto,))
    worth = (p for p in open_pairs if _may_be_kept(facts[p[0]], facts[p[1]]))
    return found | _score(worth, facts, Setting(rarity, None))


def judge_again(first: Mapping[Pair, Judgement], facts: Mapping[str, Facts], rarity: Rarity) -> tuple[Judgement, ...]:
    """The second round: pairs of reports that share news are weighed once more; all judgements, in order."""
    scored = {pair: judgement for pair, judgement in first.items() if judgement.verdict != "different"}
    shared = find_shared_news(scored.values(), facts)
    again = set(_open_pairs_of(shared, facts))
    again |= {p for p in scored if is_one_lost(facts[p[0]], facts[p[1]])}  # a doubt: what was left out stays out
    found = {pair: judgement for pair, judgement in first.items() if pair not in again}
    found |= _score(sorted(again), facts, Setting(rarity, shared))
    return tuple(found[pair] for pair in sorted(found))


def _open_pairs_of(documents: Iterable[Pair], facts: Mapping[str, Facts]) -> Iterator[Pair]:
    """The pairs of claims of these pairs of reports that are compared and that nothing forbids."""
    claims: dict[str, list[str]] = defaultdict(list)
    for key, fact in facts.items():
        claims[fact.claim.document_id].append(key)
    for one, two in documents:
        for left, right in find_pairs({key: facts[key] for key in (*claims[one], *claims[two])}):
            if find_veto(facts[left], facts[right]) is None:
                yield left, right


def _may_be_kept(a: Facts, b: Facts) -> bool:
    """Whether the first round could keep a pair: most are ruled out before they are weighed."""
    return find_ceiling(a, b) >= find_floor() or may_be_one_saying(a, b)


def is_tempting(a: Facts, b: Facts) -> bool:
    """Whether two different events are alike enough for a page to say "not to be confused"."""
    if a.family != b.family or a.family == "comment":
        return False
    return len((a.people & b.people) if level_of(a.family) == "people" else (a.sides & b.sides)) > 1


def _score(pairs: Iterable[Pair], facts: Mapping[str, Facts], setting: Setting) -> dict[Pair, Judgement]:
    found = {}
    for left, right in pairs:
        score, told = weigh_pair(facts[left], facts[right], setting)
        if may_be_said_anew(facts[left], facts[right]):
            score = min(score, threshold("same") - STEP)
        if may_be_one_saying(facts[left], facts[right]):
            score = max(score, threshold("unsure"))
        if score >= threshold("unsure"):
            verdict: Verdict = "same" if score >= threshold("same") else "unsure"
            reasons = order_reasons(told)
            found[left, right] = _judgement(facts[left], facts[right], verdict, round(score, 4), reasons)
    return found


def _judgement(a: Facts, b: Facts, verdict: Verdict, score: float, reasons: tuple[str, ...]) -> Judgement:
    return Judgement(
        id=stable_id("judgement", a.claim.id, b.claim.id),
        left=a.claim.id,
        right=b.claim.id,
        verdict=verdict,
        score=score,
        reasons=reasons,
        left_quote=first_quote(a.claim),
        right_quote=first_quote(b.claim),
    )


def first_quote(claim: Claim) -> str:
    """The claim's first event words, shortened."""
    events = sorted((e.start, e.quote) for e in claim.evidence if e.field == "event")
    return shorten(events[0][1], 120) if events else ""


def find_rarity(facts: Iterable[Facts]) -> dict[tuple[str, frozenset[str]], float]:
    """How rare each pair of parties is within its family: 1, falling with every month in which it is told."""
    months: dict[tuple[str, frozenset[str]], set[object]] = defaultdict(set)
    for fact in facts:
        month = fact.days[0].replace(day=1) if fact.days else None
        for parties in party_pairs(fact):
            months[parties].add(month)
    return {key: 1 / max(1, len(found - {None})) for key, found in months.items()}


def party_pairs(fact: Facts) -> Iterator[tuple[str, frozenset[str]]]:
    """Each pair of a claim's parties, with its family: what rarity is counted by."""
    parties = fact.people if level_of(fact.family) == "people" else fact.sides
    for pair in combinations(sorted(parties), 2):
        yield fact.family, frozenset(pair)


def find_shared_news(judgements: Iterable[Judgement], facts: Mapping[str, Facts]) -> dict[tuple[str, str], float]:
    """Share of "the same news" of two reports, by how many different events of both were judged the same."""
    counts: Counter[tuple[str, str]] = Counter()
    used: set[tuple[str, str]] = set()
    for judgement in sorted(judgements, key=lambda j: (-j.score, j.left, j.right)):
        one, two = facts[judgement.left].claim.document_id, facts[judgement.right].claim.document_id
        sides = {(judgement.left, two), (judgement.right, one)}
        if judgement.verdict == "same" and not sides & used:
            used |= sides
            counts[(one, two) if one <= two else (two, one)] += 1
    return {pair: min(1.0, (n - 1) / NEWS_FOR_FULL_SHARE) for pair, n in counts.items() if n > 1}


def keep_judgements(earlier: Sequence[Judgement], claims: Sequence[Claim]) -> tuple[Judgement, ...]:
    """People's judgements, each put on the claims that stand where its claims stood."""
    ids = {c.id for c in claims}
    quotes: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        for evidence in claim.evidence:
            if evidence.field == "event":
                quotes[shorten(evidence.quote, 120)].add(claim.id)
    kept = {}
    for judgement in earlier:
        if judgement.by != "rule":
            left = _find(judgement.left, judgement.left_quote, ids, quotes)
            right = _find(judgement.right, judgement.right_quote, ids, quotes)
            kept[judgement.id] = _moved(judgement, left, right)
    return tuple(kept[key] for key in sorted(kept))


def _find(claim_id: str, quote: str, ids: set[str], quotes: Mapping[str, set[str]]) -> str:
    """The claim of that id, else the only one told in these words, else the only one whose words overlap with them."""
    if claim_id in ids or not quote:
        return claim_id
    short = shorten(quote, 120)
    holders = quotes.get(short) or {
        key for other, keys in quotes.items() if short in other or other in short for key in keys
    }
    return min(holders) if len(holders) == 1 else claim_id


def _moved(judgement: Judgement, left: str, right: str) -> Judgement:
    return replace(judgement, left=left, right=right)
