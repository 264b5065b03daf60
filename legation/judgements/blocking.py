"""Which pairs of claims are compared at all: same family, a shared pair of parties, and days that come near.

A claim without a day ("open time") reaches over the days that its report allows; without those, over its whole block.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from itertools import combinations

from legation.judgements.facts import Facts

REACH = timedelta(days=35)  # dated claims farther apart are different without being compared
LOOK_BACK = timedelta(days=150)  # how far back an undated claim of history may reach to be compared
LOOK_AHEAD = timedelta(days=60)
PAIR = 2
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
    blocks = find_blocks(facts).items()
    yield from sorted({pair for block, keys in blocks for pair in pairs_within(block, keys, facts)})


def pairs_within(block: Block, keys: Sequence[str], facts: Mapping[str, Facts]) -> Iterator[tuple[str, str]]:
    """Unordered pairs of one block, in no order; two claims that share three sides meet in three blocks."""
    for left, right in _near_pairs(keys, facts, _wanted(block, keys, facts)):
        if facts[left].claim.document_id != facts[right].claim.document_id:
            yield (left, right) if left < right else (right, left)


def has_pairs(block: Block, keys: Sequence[str], facts: Mapping[str, Facts]) -> bool:
    """Whether any two claims of the block are compared in it."""
    return bool(_wanted(block, keys, facts))


def _wanted(block: Block, keys: Sequence[str], facts: Mapping[str, Facts]) -> set[str]:
    return {k for k in keys if len(facts[k].sides) < PAIR} if block[2] == "" else set(keys)


def _near_pairs(keys: Iterable[str], facts: Mapping[str, Facts], wanted: AbstractSet[str]) -> Iterator[tuple[str, str]]:
    """Pairs with one of ``wanted`` whose reaches touch; claims without any day or report day are compared with all.

    In the block of one side only those that name no second side are wanted: others meet in the blocks of two sides.
    """
    placed: list[tuple[date, date, str]] = []
    lost: list[str] = []
    for key in keys:
        reach = _reach(facts[key])
        if reach is None:
            lost.append(key)
        else:
            placed.append((*reach, key))
    yield from ((one, two) for one, two in combinations(lost, 2) if one in wanted or two in wanted)
    yield from ((one, two) for one in lost for *_, two in placed if one in wanted or two in wanted)
    placed.sort()
    open_now: dict[bool, list[tuple[date, str]]] = {True: [], False: []}
    for first, last, key in placed:
        for kind in (True, False) if key in wanted else (True,):
            open_now[kind] = [(end, other) for end, other in open_now[kind] if end >= first]
            yield from ((other, key) for _, other in open_now[kind])
        open_now[key in wanted].append((last, key))


def _reach(fact: Facts) -> tuple[date, date] | None:
    """The days around which the same event may be told: its own days, else those that its report allows."""
    if fact.days is not None:
        return _moved(fact.days[0], -REACH / 2), _moved(fact.days[1], REACH / 2)
    if fact.published.first is None or fact.published.last is None:
        return None
    back = LOOK_BACK if fact.window[0] is None or not fact.leads else REACH
    return _moved(fact.published.first, -back), _moved(fact.published.last, LOOK_AHEAD)


def _moved(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day
