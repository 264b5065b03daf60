"""The error tree. Every message says what was found, where, what was expected and what to do.

::

    LegationError
    ├── UsageError          the command or an option is wrong (exit code 2)
    ├── InputError          a file or document cannot be read (becomes a row in ``failures``)
    ├── EvidenceError       a quote is not in its text (a defect of a stage, never stored)
    ├── KnowledgeError      a file under data/ is broken
    ├── ModelError          the parser's model or a file of weights is missing or another
    └── StoreError          the database is broken, locked or of a newer version (exit code 1)
"""

from __future__ import annotations


class LegationError(Exception):
    """Anything that Legation itself refuses. ``remedy`` tells what to do about it."""

    def __init__(self, message: str, remedy: str | None = None) -> None:
        super().__init__(message)
        self.remedy = remedy


class UsageError(LegationError):
    """The command line or an argument is wrong."""


class InputError(LegationError):
    """A file or one of its documents cannot be read."""


class EvidenceError(LegationError, ValueError):
    """A quote does not stand where its evidence says."""


class KnowledgeError(LegationError):
    """A file of the knowledge base does not have its expected form."""


class ModelError(LegationError):
    """The parser's language model, or a file of trained weights, is missing or not the one expected."""


class StoreError(LegationError):
    """The record's database cannot be opened, written or understood."""
