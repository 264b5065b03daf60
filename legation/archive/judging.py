"""Pairs of claims judged block by block on an engine: the same judgements as in one process, in the same order.

A block holds the claims that share a family and a pair of sides (``judgements.blocking``). What one claim says, its
Facts, travels to the workers as bytes, once for each group of blocks that it stands in; what comes back are the
judgements that each pair bears by itself. The second round, on reports that share other news, looks at few pairs and
stays in this process, as does the clustering.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from legation.engines import Engine
from legation.errors import LegationError
from legation.judgements import Facts
from legation.judgements.blocking import Block, find_blocks, has_pairs, pairs_within
from legation.judgements.pairs import Rarity, find_rarity, judge_again, judge_alone, party_pairs
from legation.records import Judgement

PAIRS_TOGETHER = 20_000  # possible pairs in a group of blocks: half a second of work, well above what sending it costs


@dataclass(frozen=True, slots=True)
class PackedBlock:
    """A block as it travels: its group, the ids and packed Facts of its claims, how rare their parties are."""

    group: int
    block: Block
    keys: tuple[str, ...]
    facts: tuple[bytes, ...]
    rarity: tuple[tuple[str, frozenset[str], float], ...]


def judge_in_blocks(facts: Mapping[str, Facts], engine: Engine) -> tuple[Judgement, ...]:
    """``judge_facts`` on the workers of an engine.

    Example:
        >>> reconcile(analyses, rule=partial(judge_in_blocks, engine=make_engine("local", 8)))      # doctest: +SKIP

    Raises:
        LegationError: a group of blocks ended its worker twice.
    """
    rarity = find_rarity(facts.values())
    first = {}
    for packed in engine.group_map(judge_blocks, pack_blocks(facts, rarity), _group_of, _give_up):
        first.update({(j.left, j.right): j for j in _judgements().decode(packed)})
    return judge_again(first, facts, rarity)


def _give_up(blocks: Sequence[PackedBlock]) -> bytes:
    claims = len({key for block in blocks for key in block.keys})
    remedy = "give it more memory, or judge in one process: --workers 1"
    raise LegationError(f"the worker that judged {claims} claims died twice", remedy)


def judge_blocks(blocks: Sequence[PackedBlock]) -> bytes:
    """The judgements that the pairs of these blocks bear by themselves, packed."""
    known = {packed: _facts().decode(packed) for block in blocks for packed in block.facts}
    facts = {key: known[packed] for block in blocks for key, packed in zip(block.keys, block.facts, strict=True)}
    rarity = {(family, parties): share for block in blocks for family, parties, share in block.rarity}
    pairs = {pair for block in blocks for pair in pairs_within(block.block, block.keys, facts)}
    return msgspec.msgpack.encode(list(judge_alone(sorted(pairs), facts, rarity).values()))


def pack_blocks(facts: Mapping[str, Facts], rarity: Rarity) -> Iterator[PackedBlock]:
    """The blocks in which claims are compared; neighbours share claims, so they make groups."""
    packed: dict[str, bytes] = {}
    group, held = 0, 0
    for block, keys in find_blocks(facts).items():
        if not has_pairs(block, keys, facts):
            continue
        for key in keys:
            if key not in packed:
                packed[key] = msgspec.msgpack.encode(facts[key])
        yield PackedBlock(group, block, keys, tuple(packed[k] for k in keys), _rarity_of(keys, facts, rarity))
        held += len(keys) * (len(keys) - 1) // 2
        if held >= PAIRS_TOGETHER:
            group, held = group + 1, 0


def _rarity_of(
    keys: Iterable[str], facts: Mapping[str, Facts], rarity: Rarity
) -> tuple[tuple[str, frozenset[str], float], ...]:
    found = {parties for key in keys for parties in party_pairs(facts[key])}
    return tuple((family, pair, rarity[family, pair]) for family, pair in sorted(found, key=_by_words))


def _by_words(parties: tuple[str, frozenset[str]]) -> tuple[str, list[str]]:
    return parties[0], sorted(parties[1])


def _group_of(block: PackedBlock) -> int:
    return block.group


@cache
def _facts() -> msgspec.msgpack.Decoder[Facts]:
    return msgspec.msgpack.Decoder(Facts)


@cache
def _judgements() -> msgspec.msgpack.Decoder[list[Judgement]]:
    return msgspec.msgpack.Decoder(list[Judgement])
