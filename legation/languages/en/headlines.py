"""Words of the headlines of a ministry's texts: whose words they head, and that they head the news of a call."""

from __future__ import annotations

from typing import Final

STATEMENT_OF: Final = r"\W*(?:statement|remarks|message|address)\s+(?:from|by|of)\s+(?:the\s+)?"
"""How the headline of somebody's own words begins: "Statement from President Diouf on the floods"."""

CALL_WITH: Final = r"\b(?:call|phone\s+conversation|telephone\s+conversation)s?\s+(?:with|between)\b"
"""How a headline tells that those named spoke by phone: "Readout of the Minister's Call with ..."."""

NO_PHONE: Final = frozenset(("video", "virtual", "conference"))
"""Words that make a call in a headline another than by phone."""
