"""The record for assistants that speak the Model Context Protocol: five tools to read it, none to write.

Every answer carries the reports' words and the ids of the documents, so that an assistant can cite instead of recall.
"""

from __future__ import annotations

from legation.assistants.server import create_server

__all__ = ["create_server"]
