"""List the SHA-256 of every shipped model anew, as the package expects it: the last step of every training.

python -m eval.training.checksums
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from legation.weights import list_checksums

ROOT = Path(__file__).resolve().parents[2]
MODELS = ROOT / "legation" / "data" / "models"
DOCS = ROOT / "docs" / "models.md"


def write_checksums(folder: Path = MODELS, docs: Path = DOCS) -> None:
    """Write ``SHA256SUMS`` of all models of ``folder`` by name, and the same sums into the table of ``docs``."""
    found = sorted(p for p in folder.iterdir() if p.suffix in (".json", ".npz", ".onnx"))
    sums = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in found}
    (folder / "SHA256SUMS").write_text("".join(f"{sums[n]}  {n}\n" for n in sums), encoding="ascii")
    docs.write_text(fill_table(docs.read_text(encoding="utf-8"), sums), encoding="utf-8")
    list_checksums.cache_clear()


def fill_table(page: str, sums: dict[str, str]) -> str:
    """The page with each file's SHA-256 in the last cell of its row."""
    for name, digest in sums.items():
        page = re.sub(rf"(?m)^(\| `{re.escape(name)}` \|.*\| )`\w+` \|$", rf"\g<1>`{digest}` |", page)
    return page


if __name__ == "__main__":
    write_checksums()
