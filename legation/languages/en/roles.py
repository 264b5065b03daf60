"""Words by which a report tells that somebody had a part in an outcome without saying that it was his work."""

from __future__ import annotations

PART_WORDS = (
    frozenset({"role", "roles", "part", "help", "helps", "helped", "helping", "support", "supported", "supporting"})
    | frozenset({"effort", "efforts", "contribution", "contributed", "contributing"})
    | frozenset({"assist", "assisted", "assisting", "assistance"})
)
