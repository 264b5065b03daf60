"""The record over HTTP: ``create_api`` makes the application that ``legation serve`` mounts under ``/api``.

Reading needs nothing; a judgement needs the token that ``legation serve`` prints. docs/rest.md shows it with curl.
"""

from __future__ import annotations

from legation.rest.app import create_api

__all__ = ["create_api"]
