"""List the SHA-256 of every shipped model anew, as the package expects it: the last step of every training.

python -m eval.training.checksums
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from legation.weights import list_checksums

MODELS = Path(__file__).resolve().parents[2] / "legation" / "data" / "models"


def write_checksums(folder: Path = MODELS) -> None:
    """Write ``SHA256SUMS`` of all ``.json``, ``.npz`` and ``.onnx`` files of ``folder``, by name."""
    found = sorted(p for p in folder.iterdir() if p.suffix in (".json", ".npz", ".onnx"))
    rows = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in found]
    (folder / "SHA256SUMS").write_text("".join(rows), encoding="ascii")
    list_checksums.cache_clear()


if __name__ == "__main__":
    write_checksums()
