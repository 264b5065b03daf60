"""What reports and their claims rest on in the end: whose statement, or which text, and on whose side that stands.

Example:
    two outlets that each cite "a statement from the Foreign Ministry" for one call: two documents, one origin.
"""

from __future__ import annotations

from legation.origins.copies import find_copies, mark_copies
from legation.origins.issuers import find_issuer
from legation.origins.statements import KNOWN, find_origins

__all__ = ["KNOWN", "find_copies", "find_issuer", "find_origins", "mark_copies"]
