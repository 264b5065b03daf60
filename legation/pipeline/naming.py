"""What failed inputs are called."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def name_with_folder(name: str, inputs: Sequence[Path | str]) -> str:
    """What a failure is called: what is in a folder relative to it, a file that was named by itself as it was given.

    Example:
        >>> name_with_folder("a.jsonl#2", ["reports/a.jsonl", "more"])
        'reports/a.jsonl#2'
    """
    files = sorted({str(i) for i in inputs if str(i) != "-" and not Path(i).is_dir()})
    homes = [f for f in files if name == Path(f).name or name.startswith((f"{Path(f).name}#", f"{Path(f).name}/"))]
    return " or ".join(homes) + name.removeprefix(Path(homes[0]).name) if homes else name


def is_of_store(name: str, inputs: Sequence[Path | str], store: Path) -> bool:
    """Whether an input is the record itself, which may lie among the reports."""
    own = {store.resolve().with_name(store.name + tail) for tail in ("", "-wal", "-shm", "-journal")}
    return any((Path(i) / name).resolve() in own for i in inputs if str(i) != "-")
