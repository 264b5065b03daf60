"""A brief on two sides for a desk: what happened, what was agreed, who says so, what is disputed, planned and open.

``make_brief`` gathers it once; ``write_brief`` renders it as Markdown, HTML or DOCX. Every line has a footnote that
quotes: report, outlet, day, words.
"""

from __future__ import annotations

from legation.exporters.brief.content import Brief, Line, Note, Section, make_brief
from legation.exporters.brief.rendering import RENDERINGS, write_brief

__all__ = ["RENDERINGS", "Brief", "Line", "Note", "Section", "make_brief", "write_brief"]
