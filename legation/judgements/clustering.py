"""Judged claims -> clusters, one an event: constrained agglomeration that no order of input can change.

Dated claims come first, best pair first; every merge narrows the days that the cluster can mean, and a merge that
leaves no day is refused. A claim without a day joins the one dated cluster that fits, or stays open. What is judged
``different`` is never joined by a third claim; what a person judged is never undone by a rule.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log

from legation.judgements.facts import Facts, make_facts
from legation.judgements.tables import threshold, tolerance_of
from legation.judgements.vetoes import find_veto
from legation.records import Claim, Judgement, When
from legation.times import intersect

CLEAR_LEAD = 0.6  # in log odds: by how much the best cluster must beat the next for an undated claim to join it
UNLIKE = -1.0  # log odds of a pair that no judgement names


def cluster(
    claims: Sequence[Claim], judgements: Sequence[Judgement], *, facts: Mapping[str, Facts] | None = None
) -> tuple[tuple[str, ...], ...]:
    """Partition of the claims' ids; every part sorted, parts by their least id."""
    known = facts if facts is not None else make_facts(claims)
    work = _Clusters(known, judgements)
    work.join_people()
    edges = sorted(_same_edges(judgements, known), key=lambda e: (-e[0], e[1], e[2]))
    dated = {key for key, fact in known.items() if fact.dated}
    work.join(e for e in edges if e[1] in dated and e[2] in dated)
    choices = work.attach(edges, dated)
    work.join(e for e in edges if not {e[1], e[2]} & dated and _one_choice(choices, e[1], e[2]))
    waiting = {key for key, parts in choices.items() if parts is None}
    work.attach([e for e in edges if {e[1], e[2]} & waiting], dated, patient=False)
    return work.parts()


def _one_choice(choices: Mapping[str, frozenset[str] | None], left: str, right: str) -> bool:
    """Whether two undated claims could join the same dated clusters, or one of them waits for the other."""
    one, two = choices.get(left, frozenset()), choices.get(right, frozenset())
    return one is None or two is None or one == two


Edge = tuple[float, str, str]


def _same_edges(judgements: Iterable[Judgement], facts: Mapping[str, Facts]) -> Iterable[Edge]:
    for j in judgements:
        if j.verdict == "same" and j.by == "rule" and j.left in facts and j.right in facts:
            yield log_odds(j.score), j.left, j.right


def log_odds(score: float) -> float:
    """The weighted sum behind a score, so that two scores near 1 can still be told apart."""
    bounded = min(max(score, 1e-4), 1 - 1e-4)
    return log(bounded / (1 - bounded))


class _Clusters:
    """Growing clusters with their constraints; lives only within ``cluster``."""

    def __init__(self, facts: Mapping[str, Facts], judgements: Sequence[Judgement]) -> None:
        self.facts = facts
        self.part_of = {key: key for key in sorted(facts)}
        self.members: dict[str, list[str]] = {key: [key] for key in sorted(facts)}
        self.apart: dict[str, set[str]] = defaultdict(set)
        self.together: set[frozenset[str]] = set()
        self.forbidden: set[frozenset[str]] = set()
        self.taken: set[str] = set()
        self.odds = {frozenset((j.left, j.right)): log_odds(j.score) for j in judgements if j.by == "rule"}
        self.vetoed: dict[tuple[str, str], bool] = {}
        for j in judgements:
            if j.undone_by is not None or j.left not in facts or j.right not in facts:
                continue
            pair = frozenset((j.left, j.right))
            if j.by != "rule" and j.verdict == "same":
                self.together.add(pair)
            elif j.verdict == "different":
                self.apart[j.left].add(j.right)
                self.apart[j.right].add(j.left)
                if j.by != "rule":
                    self.forbidden.add(pair)
                    self.taken |= pair

    def join_people(self) -> None:
        """Join what people judged the same, unless that would join what people judged different."""
        for pair in sorted(self.together, key=sorted):
            left, right = sorted(pair) if len(pair) == 2 else (next(iter(pair)),) * 2
            one, two = self.part_of[left], self.part_of[right]
            crossing = (frozenset((a, b)) for a in self.members[one] for b in self.members[two])
            if one != two and not any(c in self.forbidden for c in crossing):
                self._merge(one, two)

    def join(self, edges: Iterable[Edge]) -> None:
        """Agglomerate along the edges, best first, where nothing forbids it."""
        for _, left, right in edges:
            one, two = self.part_of[left], self.part_of[right]
            if one != two and self.may_merge(one, two):
                self._merge(one, two)

    def attach(self, edges: Sequence[Edge], dated: set[str], patient: bool = True) -> dict[str, frozenset[str] | None]:
        """Join every undated claim to the one dated cluster that clearly fits best; give what each could join.

        A claim that is clearly more like another undated one waits for that one instead (None), if ``patient``.
        """
        best: dict[str, dict[str, float]] = defaultdict(dict)
        equals: dict[str, float] = {}
        for score, left, right in edges:
            if left not in dated and right not in dated:
                equals.setdefault(left, score)
                equals.setdefault(right, score)
            for open_claim, anchor in ((left, right), (right, left)):
                if open_claim not in dated and anchor in dated:
                    part = self.part_of[anchor]
                    best[open_claim].setdefault(part, score)
        wishes = []
        choices: dict[str, frozenset[str] | None] = {}
        for key in sorted(best):
            near = ((score, part) for part, score in best[key].items() if score >= self._bar(key))
            fits = sorted((f for f in near if self.may_merge(self.part_of[key], f[1])), key=lambda f: (-f[0], f[1]))
            if patient and fits and fits[0][0] + CLEAR_LEAD < equals.get(key, -CLEAR_LEAD):
                choices[key] = None
                continue
            choices[key] = frozenset(part for _, part in fits)
            if fits and (len(fits) == 1 or fits[0][0] - fits[1][0] >= CLEAR_LEAD):
                wishes.append((fits[0][0], key, min(self.members[fits[0][1]])))
        for wish in sorted(wishes, key=lambda w: (-w[0], w[1])):
            if not dated & set(self.members[self.part_of[wish[1]]]):
                self.join([wish])
        return {key: parts for key, parts in choices.items() if parts is None or parts}

    def _bar(self, key: str) -> float:
        """Log odds from which an undated claim joins: higher for one that a person took from an event.

        Else it would fall to the next event that is nearly as like.
        """
        return log_odds(threshold("same")) + (CLEAR_LEAD if key in self.taken else 0.0)

    def may_merge(self, one: str, two: str) -> bool:
        """Whether no claim of one cluster is kept apart from one of the other and some day is left for all."""
        if not self._days_left(self.members[one] + self.members[two]) or not self._alike(one, two):
            return False
        return not any(self._kept_apart(a, b) for a in self.members[one] for b in self.members[two])

    def _alike(self, one: str, two: str) -> bool:
        """Whether the pairs that the merge would join are the same on average, not by one bridge alone."""
        crossing = [(a, b) for a in self.members[one] for b in self.members[two]]
        pairs = [frozenset(p) for p in crossing if not self._of_one_report(*p)]
        mean = sum(self.odds.get(pair, UNLIKE) for pair in pairs) / len(pairs)
        return mean >= log_odds(threshold("same")) or any(pair in self.together for pair in pairs)

    def _of_one_report(self, a: str, b: str) -> bool:
        return self.facts[a].claim.document_id == self.facts[b].claim.document_id

    def _kept_apart(self, a: str, b: str) -> bool:
        if frozenset((a, b)) in self.together:
            return False
        if b in self.apart[a]:
            return True
        pair = (a, b) if a < b else (b, a)
        if pair not in self.vetoed:
            self.vetoed[pair] = find_veto(self.facts[pair[0]], self.facts[pair[1]]) is not None
        return self.vetoed[pair]

    def _days_left(self, keys: Sequence[str]) -> bool:
        shared: When | None = None
        for key in sorted(keys):
            fact = self.facts[key]
            if fact.when is None or not fact.firm or tolerance_of(fact.family) or fact.when.precision == "month":
                continue
            shared = fact.when if shared is None else intersect(shared, fact.when)
            if shared is None:
                return False
        return True

    def _merge(self, one: str, two: str) -> None:
        keep, gone = sorted((one, two))
        for key in self.members.pop(gone):
            self.part_of[key] = keep
            self.members[keep].append(key)

    def parts(self) -> tuple[tuple[str, ...], ...]:
        """The clusters as they stand."""
        return tuple(sorted(tuple(sorted(keys)) for keys in self.members.values()))
