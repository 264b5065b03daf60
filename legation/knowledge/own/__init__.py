"""What users add to the knowledge: a folder of YAML files, Wikidata tables and FollowTheMoney entities.

Example:
    >>> Knowledge(read_own(Path("desk/knowledge"))).holders("NOR:foreign_minister", date(2026, 3, 1))  # doctest: +SKIP
"""

from __future__ import annotations

from legation.knowledge.own.facts import Fact, Own
from legation.knowledge.own.folder import list_files, read_own

__all__ = ["Fact", "Own", "list_files", "read_own"]
