"""What is shipped as numbers comes out of the training scripts again."""

from __future__ import annotations

import tomllib

from eval.training.certainty import TARGET, fit, load_readings, toml


def test_the_score_of_claims_comes_out_of_its_readings_again() -> None:
    readings = load_readings()
    weights, auc = fit(readings)
    again = tomllib.loads(toml(readings, weights, auc))
    assert again == tomllib.loads(TARGET.read_text(encoding="utf-8"))
