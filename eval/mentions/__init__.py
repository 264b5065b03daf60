"""Own labelled set of pronouns, offices and descriptions, and its check."""

from __future__ import annotations

import re

from legation.text import stable_id

_STATEMENT = re.compile(r"(wh-\d{4}-\d\d-\d\d)-.+")


def name_in_tables(report: str) -> str:
    """How our tables name a report: a statement, whose id repeats its title, by its day and a hash."""
    statement = _STATEMENT.fullmatch(report)
    return stable_id(statement[1], report) if statement else report
