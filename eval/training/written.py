"""Sentences of our own writing, with marked sides and the type each tells: the material that types are trained on.

``sentences/*.txt`` hold one sentence a line, ``[actor]`` and ``<recipient>`` marked, under lines ``== TYPE``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "sentences"
_SIDES = re.compile(r"[\[\]<>]")


@dataclass(frozen=True)
class Written:
    """One sentence, where its sides stand, and its type; NONE where it tells no event."""

    text: str
    actor: tuple[int, int]
    recipient: tuple[int, int]
    event_type: str


def read_sentences(folder: Path = FOLDER) -> list[Written]:
    """All sentences in the order of the files' names and lines."""
    found: list[Written] = []
    for path in sorted(folder.glob("*.txt")):
        event_type = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("== "):
                event_type = line[3:].strip()
            elif line.strip() and not line.startswith("#"):
                found.append(read_line(line.strip(), event_type))
    return found


def read_line(line: str, event_type: str) -> Written:
    """One marked line.

    Example:
        >>> read_line("[Ghana] accused <Togo>.", "ACCUSE").recipient
        (14, 18)
    """
    places = {m.group(): m.start() - n for n, m in enumerate(_SIDES.finditer(line))}
    return Written(_SIDES.sub("", line), (places["["], places["]"]), (places["<"], places[">"]), event_type)
