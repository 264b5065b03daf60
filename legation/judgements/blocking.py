"""Which pairs of claims are compared at all: same family, a shared pair of parties, and days that come near.

Claims without a day ("open time") are compared with all of their block.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import combinations

from legation.judgements.facts import Facts

REACH = timedelta(days=35)  # dated claims farther apart are different without being compared
LARGEST_PARTY_SET = 8  # a claim of more sides is blocked by its first ones
Block = tuple[str, str, str]


def find_blocks(facts: Mapping[str, Facts]) -> dict[Block, tuple[str, ...]]:
    """Claim ids by (family, party, party), both parties in order; a lone side blocks with itself."""
    blocks: dict[Block, list[str]] = defaultdict(list)
    for key in sorted(facts):
        for block in _blocks_of(facts[key]):
            blocks[block].append(key)
    return {block: tuple(keys) for block, keys in sorted(blocks.items()) if len(keys) > 1}


def _blocks_of(fact: Facts) -> Iterator[Block]:
    sides = sorted(fact.sides)[:LARGEST_PARTY_SET]
    for one, two in combinations(sides, 2):
        yield fact.family, one, two
    for side in sides:
        yield fact.family, side, ""


def find_pairs(facts: Mapping[str, Facts]) -> Iterator[tuple[str, str]]:
    """Unordered pairs (left < right) to be judged, each once, in order."""
    seen: set[tuple[str, str]] = set()
    for block, keys in find_blocks(facts).items():
        for left, right in _near_pairs(keys, facts):
            if block[2] == "" and not _lone_side(facts[left], facts[right]):
                continue
            pair = (left, right) if left < right else (right, left)
            if facts[left].claim.document_id != facts[right].claim.document_id:
                seen.add(pair)
    yield from sorted(seen)


def _lone_side(a: Facts, b: Facts) -> bool:
    """Whether at least one of the two names fewer than two sides, so that no pair of sides can join them."""
    return min(len(a.sides), len(b.sides)) < 2


def _near_pairs(keys: Iterable[str], facts: Mapping[str, Facts]) -> Iterator[tuple[str, str]]:
    dated: list[tuple[date, str]] = []
    open_time: list[str] = []
    for key in keys:
        days = facts[key].days
        if days is None:
            open_time.append(key)
        else:
            dated.append((days[0], key))
    dated.sort()
    yield from combinations(open_time, 2)
    yield from ((one, two) for one in open_time for _, two in dated)
    longest = max((_width(facts[key]) for _, key in dated), default=timedelta())
    for i, (first, key) in enumerate(dated):
        end = first + longest + REACH
        for other_first, other in dated[i + 1 :]:
            if other_first > end:
                break
            if other_first <= first + _width(facts[key]) + REACH:
                yield key, other


def _width(fact: Facts) -> timedelta:
    return fact.days[1] - fact.days[0] if fact.days else timedelta()
