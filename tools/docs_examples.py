"""For the documentation's reference: a docstring's ``Example:`` with prompts is shown as code."""

from __future__ import annotations

import re
from typing import Any

from griffe import Extension, Object

_HEADING = re.compile(r"^(\s*)Example:$", re.M)


class ExamplesAsCode(Extension):
    """Renames the section to the one that Google's style knows."""

    def on_object(self, *, obj: Object, **_: Any) -> None:
        """Called for everything that has a docstring."""
        if obj.docstring and ">>>" in obj.docstring.value:
            obj.docstring.value = _HEADING.sub(r"\1Examples:", obj.docstring.value)
