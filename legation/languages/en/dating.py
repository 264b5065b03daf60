"""English words that say which of several events a time belongs to."""

from __future__ import annotations

from typing import Final


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


JOURNEYS: Final = _words("return travel fly visit arrive go head come")
ORDERING: Final = _words("after before since until once having had")
SEQUELS: Final = _words("then later subsequently afterward afterwards")
AT_ONCE: Final = _words("while as when")
WITHIN: Final = _words("in at during on")
"""Before a noun whose day is the verb's too: "spoke at Friday's summit"."""

GOING: Final = _words("attend go host join hold visit cover")
"""Verbs of taking part: the day of what one takes part in is theirs."""

OVER: Final = _words("during over in")
"""Before a length that has days: "during the past week"."""

APART: Final = _words("after before following since despite ahead until pending instead")
"""What stands behind these has a day of its own."""

REPLIES: Final = _words(
    "response reaction retaliation wake aftermath light anniversary anticipation preparation protest eve lead run"
)
"""Nouns of phrases that set apart as "after" does: "in response to", "on the eve of"."""

CARRIERS: Final = _words(
    "hold take schedule set plan occur happen begin start follow sign reach expect announce go come be have last slate "
    "due"
)
"""Verbs whose day is that of the event that they carry: "talks were held on Monday"."""

ASPECTS: Final = {
    "CONSULT": _words("halt end stop resume conclude open continue collapse fail close break fall"),
    "ASSAULT": _words("kill wound injure hit destroy damage leave"),
}
"""Type -> verbs that carry its nouns: "talks halted in May"; an accord outlives its day, so AGREE has none."""
