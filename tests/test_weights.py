from __future__ import annotations

from pathlib import Path

import pytest

import legation.weights as weights
from legation.errors import ModelError

MODELS = Path(weights.__file__).parent / "data" / "models"


def test_every_model_is_listed_and_is_what_the_list_says() -> None:
    shipped = {p.name for p in MODELS.iterdir() if p.suffix in (".npz", ".onnx", ".json")}
    assert shipped == set(weights.list_checksums())
    assert all(weights.read_model(name) for name in sorted(shipped))


def test_a_changed_model_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "waves.npz").write_bytes(b"other numbers")
    monkeypatch.setattr(weights, "_FOLDER", tmp_path)
    weights.list_checksums()
    with pytest.raises(ModelError, match="SHA-256"):
        weights.read_model("waves.npz")


def test_a_model_that_is_not_shipped_is_none() -> None:
    assert weights.read_model("tomorrow.npz") is None
