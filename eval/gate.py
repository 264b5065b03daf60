"""The gate: reached figures are pinned in floors.json; a run below a floor fails.

``floors.json`` holds, per task, ``floors`` (at least) and ``ceilings`` (at most) of the headline figures, rounded by a
hundredth to the easy side. Figures move a little between machines: ``SLACK`` is allowed beyond that. What was trained
on a development part is measured there out of fold (``eval.folds``).
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from pathlib import Path

from eval.tasks import Result

Floors = dict[str, dict[str, dict[str, float]]]

FLOORS = Path(__file__).resolve().parent / "floors.json"
SLACK = 0.002

AT_LEAST: dict[str, tuple[str, ...]] = {
    "actors": ("joint_acc", "dated_joint_acc"),
    "articles": ("f1",),
    "attributions": ("link_f1", "source_f1", "cue_f1", "content_f1"),
    "attributions_sentences": ("source_f1", "cue_f1", "content_f1"),
    "coreference": ("conll_f1", "lea_f1", "pairwise_precision", "pairwise_f1"),
    "event_relevance": ("macro_f1", "event_or_none_macro_f1"),
    "event_types": ("root_macro_f1", "quad_macro_f1", "binary_macro_f1"),
    "factuality": ("pearson_r_uw", "pearson_r_uds"),
    "plaintext": ("f1",),
    "published": ("accuracy",),
    "quantities": ("value_f1", "value_unit_f1", "money_percent_f1"),
    "record": (
        "claim_right",
        "mention_recall",
        "type_accuracy",
        "status_accuracy",
        "party_f1",
        "date_right",
        "link_f1",
        "link_precision",
        "link_recall",
        "in_quote_precision",
    ),
    "stories": ("bcubed_f1", "pairwise_f1"),
    "times": ("strict_f1", "relaxed_f1", "value_f1"),
}
"""The headline figures of each task; ``--raise-floors`` pins them."""

AT_MOST: dict[str, tuple[str, ...]] = {
    "factuality": ("mae_uw", "mae_uds"),
    "record": (
        "twin_wrong_merges",
        "state_twin_wrong_merges",
        "date_wrong",
        "own_date_wrong",
        "claims_per_distractor",
    ),
}
"""Headline figures of which less is better."""


def read_floors(path: Path = FLOORS) -> Floors:
    """The pinned figures: task -> floors | ceilings -> figure -> value."""
    floors: Floors = json.loads(path.read_text(encoding="utf-8"))
    return floors


def write_floors(floors: Floors, path: Path = FLOORS) -> None:
    """Save the floors, readable in a diff."""
    path.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def find_breaches(results: Sequence[Result], floors: Floors) -> list[str]:
    """One line for each failed task, and for each figure below its floor or above its ceiling."""
    breaches = []
    for result in results:
        if result.error:
            breaches.append(f"{result.task}: failed with {result.error}")
            continue
        pinned, figures = floors.get(result.task, {}), result.figures or {}
        for name, value in pinned.get("floors", {}).items():
            if figures.get(name, -math.inf) < value - SLACK:
                breaches.append(f"{result.task}: {name} is {figures.get(name)}, the floor is {value}")
        for name, value in pinned.get("ceilings", {}).items():
            if figures.get(name, math.inf) > value + SLACK:
                breaches.append(f"{result.task}: {name} is {figures.get(name)}, the ceiling is {value}")
    return breaches


def raised_floors(results: Sequence[Result], floors: Floors) -> Floors:
    """The floors with the headline figures of ``results``; none is moved to the easy side."""
    reached = moved_floors(results, floors)
    for task, kinds in floors.items():
        for name, value in kinds.get("floors", {}).items():
            reached[task]["floors"][name] = max(value, reached[task]["floors"].get(name, value))
        for name, value in kinds.get("ceilings", {}).items():
            reached[task]["ceilings"][name] = min(value, reached[task]["ceilings"].get(name, value))
    return reached


def moved_floors(results: Sequence[Result], floors: Floors) -> Floors:
    """The floors with the headline figures of ``results``, whichever way they moved; other tasks keep theirs."""
    moved: Floors = {t: {kind: dict(v) for kind, v in kinds.items()} for t, kinds in floors.items()}
    for result in results:
        if not result.figures:
            continue
        pinned = moved.setdefault(result.task, {})
        for kind, names, rounded in (("floors", AT_LEAST, math.floor), ("ceilings", AT_MOST, math.ceil)):
            wanted = [n for n in names.get(result.task, ()) if n in result.figures]
            new = {n: rounded(round(result.figures[n] * 100, 6)) / 100 for n in wanted}
            if new:
                pinned[kind] = {**pinned.get(kind, {}), **new}
    return moved
