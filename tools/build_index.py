"""Make the compact index of ``legation/data/people`` and ``offices`` anew, after a table was changed.

Usage: ``python tools/build_index.py``.
"""

from __future__ import annotations

from pathlib import Path

from legation.knowledge.index import INDEX, make_index, write_index

DATA = Path(__file__).resolve().parent.parent / "legation" / "data"


def build_index() -> None:
    """Write the index beside the tables."""
    index = make_index()
    write_index(index, DATA / INDEX)
    print(sum(1 for _ in index.named.items()), "names", (DATA / INDEX).stat().st_size, "bytes")


if __name__ == "__main__":
    build_index()
