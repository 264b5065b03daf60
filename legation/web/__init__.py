"""The record as pages: served on this machine, or written out as files that open from disk.

Pages are made on the server, read without JavaScript, and ask nothing of any other host.
"""

from __future__ import annotations

from legation.web.app import create_app
from legation.web.site import write_site

__all__ = ["create_app", "write_site"]
