"""Nothing is measured on weights that have seen it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from eval.folds import body_weights, factuality_head, fold_of, item_key, read_folds, write_folds
from legation.documents.body import load_weights
from legation.statuses.scores import load_head

NAMES = ("body_text", "body_page", "factuality")


def test_an_item_gets_the_weights_of_the_fold_that_left_it_out(tmp_path: Path) -> None:
    write_folds("x", 7, {"a": 1, "b": 0}, [{"w": np.array([0.0, 0.5])}, {"w": np.array([1.0, 1.5])}], tmp_path)
    folds, weights = read_folds("x", tmp_path)
    assert weights[folds[item_key("a")]]["w"].tolist() == [1.0, 1.5]
    assert weights[folds[item_key("b")]]["w"].tolist() == [0.0, 0.5]


def test_what_was_never_trained_on_is_left_to_the_shipped_weights() -> None:
    assert body_weights("a page of tomorrow") is None
    assert factuality_head("The envoys of tomorrow will have met .") is None


def test_one_group_is_never_in_two_folds() -> None:
    assert len({fold_of("example.org", 7, 6) for _ in range(3)}) == 1
    assert len({fold_of(f"site{n}.example", 7, 6) for n in range(60)}) == 6


@pytest.mark.parametrize("name", NAMES)
def test_every_fold_leaves_a_fair_share_out(name: str) -> None:
    folds, weights = read_folds(name)
    shares = np.bincount(list(folds.values()), minlength=len(weights)) / len(folds)
    assert len(shares) == len(weights) >= 5
    assert shares.min() > 0.05
    assert shares.max() < 0.4


def test_fold_weights_have_the_shape_of_the_shipped_ones() -> None:
    text, page, head = (read_folds(name)[1][0] for name in NAMES)
    shipped, shipped_head = load_weights(), load_head()
    assert shipped_head is not None
    assert text["hidden"].shape == shipped.text.hidden.shape
    assert page["hidden"].shape == shipped.page.hidden.shape
    assert head["report"].shape == shipped_head.report.shape


@pytest.mark.parametrize("name", NAMES)
def test_shipped_weights_are_told_from_those_of_every_fold(name: str) -> None:
    weights = read_folds(name)[1]
    key = "report" if name == "factuality" else "hidden"
    shipped = load_head() if name == "factuality" else getattr(load_weights(), name.removeprefix("body_"))
    assert not any(np.allclose(fold[key], getattr(shipped, key), atol=1e-3) for fold in weights)
