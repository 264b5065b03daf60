"""What is shipped as numbers comes out of the training scripts again."""

from __future__ import annotations

import tomllib

from eval.training.certainty import TARGET, fit, load_readings, toml
from eval.training.checksums import DOCS
from legation.weights import list_checksums


def test_the_score_of_claims_comes_out_of_its_readings_again() -> None:
    readings = load_readings()
    weights, auc = fit(readings)
    again = tomllib.loads(toml(readings, weights, auc))
    assert again == tomllib.loads(TARGET.read_text(encoding="utf-8"))


def test_every_model_stands_in_the_table_of_models_with_its_sum() -> None:
    page = DOCS.read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    for name, digest in list_checksums().items():
        assert any(row.startswith(f"| `{name}` |") and digest in row for row in rows), name
