"""PLOVER type, mode and context -> CAMEO code, where the published conversion has one."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from legation.records import Status

_DONE: tuple[Status, ...] = ("occurred", "ongoing")
Key = tuple[str, str, str, str]


def cameo_code(event_type: str, mode: str | None, contexts: Sequence[str], status: Status) -> str | None:
    """The CAMEO code of an event told as done, or of the intent where it is planned; None where CAMEO has none.

    What is called for, denied or merely possible has no code: CAMEO codes events.

    Example:
        >>> cameo_code("CONSULT", "phone", ("diplomatic",), "occurred"), cameo_code("CONSULT", "phone", (), "planned")
        ('041', '036')
    """
    if status not in (*_DONE, "planned"):
        return None
    told = "" if status in _DONE else status
    keys = [(event_type, m, c, told) for m in dict.fromkeys((mode or "", "")) for c in (*contexts, "")]
    return next((code for key in keys if (code := load_codes().get(key)) is not None), None)


@cache
def load_codes() -> dict[Key, str]:
    """The codes of ``data/event_types/cameo.tsv`` by type, mode, context and status."""
    text = (files("legation") / "data" / "event_types" / "cameo.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader((line for line in text.splitlines() if not line.startswith("#")), delimiter="\t")
    return {(r["type"], r["mode"], r["context"], r["status"]): r["code"] for r in rows}
