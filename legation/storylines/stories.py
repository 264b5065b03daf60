"""Reports -> stories: which reports tell of one thing that happened, by their texts alone, in whatever order."""

from __future__ import annotations

from collections.abc import Sequence

from legation.origins.likeness import measure_likeness
from legation.origins.linkage import link

APART = 0.82  # 1 minus likeness from which two groups of reports tell other stories


def group_documents(texts: Sequence[str]) -> tuple[int, ...]:
    """The number of each text's story, counted from 0 in the order of the texts.

    Example:
        >>> group_documents(["A quake shook Alphaville.", "Alphaville quake: 3 dead.", "Betaland votes on Sunday."])
        (0, 0, 1)
    """
    order = sorted(range(len(texts)), key=lambda i: texts[i])
    homes = link(1 - measure_likeness([texts[i] for i in order]), APART, weighted=True)
    stories = {order[k]: home for k, home in enumerate(homes)}
    numbers: dict[int, int] = {}
    return tuple(numbers.setdefault(stories[i], len(numbers)) for i in range(len(texts)))
