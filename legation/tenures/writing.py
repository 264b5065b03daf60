"""Learnt tenures as a file of the user's knowledge: to be read, mended and used by ``--knowledge``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

import yaml

from legation.tenures.learning import Learnt

HEAD = (
    "# Holders of offices as dated reports name them, where the knowledge is silent; written by `legation knowledge"
    " learn`.\n# Read it, take out what is wrong, then: legation --knowledge FOLDER rebuild\n"
)
MOST_QUOTES = 3


def write_learnt(learnt: Iterable[Learnt], out: TextIO) -> int:
    """Write those on which the knowledge is silent, each with its first quotes; how many were written."""
    kept = [t for t in learnt if t.verdict == "silent"]
    out.write(HEAD)
    yaml.safe_dump({"tenures": [_entry(t) for t in kept]}, out, sort_keys=False, allow_unicode=True, width=110)
    return len(kept)


def _entry(learnt: Learnt) -> dict[str, object]:
    person = {"person": learnt.actor_id or learnt.person, "state": learnt.state, "office": learnt.office_id}
    days = {"first": str(learnt.first), "last": str(learnt.last), "attested": True}
    source = f"{learnt.documents} reports, {learnt.first} to {learnt.last}"
    quotes = [f"{a.document_id}[{a.evidence.start}:{a.evidence.end}] {a.evidence.quote}" for a in learnt.attestations]
    return {**person, **days, "source": source, "quotes": quotes[:MOST_QUOTES]}
