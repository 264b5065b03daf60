"""Make the knowledge files of ``legation/data`` from collected reference facts.

Usage: ``python -m tools.build_knowledge REFERENCE_FOLDER``. Facts are merged by person, role and state; each tenure
keeps its source and the day that source was last checked. Hand-written files (``everyday.tsv``, ``attested.tsv``,
``organisations.tsv`` …) are read, never written.
"""

from __future__ import annotations
