from __future__ import annotations

import numpy as np
import pytest

from eval.folds import read_folds, type_heads
from eval.training.types import group_alike
from eval.training.written import read_line, read_sentences
from legation.scoring.heads import CLASSES, Question, load_heads


@pytest.mark.parametrize("question", sorted(CLASSES))
def test_every_fold_leaves_a_fair_share_out_and_is_not_the_shipped_one(question: Question) -> None:
    folds, weights = read_folds(f"event_{question}")
    shares = np.bincount(list(folds.values()), minlength=len(weights)) / len(folds)
    shipped = load_heads(question)
    assert shipped is not None
    assert shares.min() > 0.1
    assert not any(np.allclose(w["waves"], shipped.waves, atol=1e-3) for w in weights)


def test_what_was_never_trained_on_is_left_to_the_shipped_weights() -> None:
    assert type_heads("types", "An envoy of tomorrow accused nobody.") is None


def test_cut_copies_are_one_group() -> None:
    long = "The army of Chad said on Monday that it had freed nine miners."
    groups = group_alike(
        [long, "The army of Chad said on Monday that it had freed", "Rain fell on the coast all day long."]
    )
    assert len(set(groups.values())) == 2


def test_sentences_of_our_own_cover_every_answer() -> None:
    types = {w.event_type for w in read_sentences()}
    assert types == {*CLASSES["types"], "NONE"}


def test_marks_are_taken_out_of_a_sentence() -> None:
    written = read_line("[Ghana] accused <Togo>.", "ACCUSE")
    assert written.text == "Ghana accused Togo."
    assert written.text[slice(*written.actor)] == "Ghana"
    assert written.text[slice(*written.recipient)] == "Togo"
