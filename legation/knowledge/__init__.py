"""Who is who on a day: states, people, offices and who held them, organisations, places; read from ``legation/data``.

Example:
    >>> [a.name for a in load_knowledge().holders("USA:foreign_minister", date(2019, 5, 1))]
    ['Mike Pompeo']
"""

from __future__ import annotations

import hashlib
import os
from datetime import date
from functools import cache
from pathlib import Path

from legation.knowledge.base import Knowledge
from legation.knowledge.layers import add_own
from legation.knowledge.names import name_form
from legation.knowledge.own import list_files, read_own

__all__ = ["FOLDER_VARIABLE", "Knowledge", "add_own", "date", "digest_own", "load_knowledge", "name_form", "read_own"]

FOLDER_VARIABLE = "LEGATION_KNOWLEDGE"
"""The environment variable that names a folder of the user's own knowledge; worker processes inherit it."""


@cache
def load_knowledge() -> Knowledge:
    """The knowledge of the package and of the user's folder, one per process; tables are read when first asked for.

    Raises:
        UsageError: the folder is not there or empty. KnowledgeError: a line of it is wrong.
    """
    folder = os.environ.get(FOLDER_VARIABLE)
    return add_own(read_own(Path(folder))) if folder else Knowledge()


def digest_own() -> str:
    """What tells one state of the user's folder from another: 16 hexadecimal digits, empty without a folder.

    Reports that were read under another digest were read with other knowledge.
    """
    folder = os.environ.get(FOLDER_VARIABLE)
    if not folder:
        return ""
    digest = hashlib.sha256()
    for path in list_files(Path(folder)):
        digest.update(f"{path.name}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]
