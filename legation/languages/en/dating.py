"""English words that say which of several events a time belongs to."""

from __future__ import annotations

from typing import Final

from legation.languages.lists import words_of

JOURNEYS: Final = words_of("return travel fly visit arrive go head come")
ORDERING: Final = words_of("after before since until once having had")
SEQUELS: Final = words_of("then later subsequently afterward afterwards")
AT_ONCE: Final = words_of("while as when")
WITHIN: Final = words_of("in at during on")
"""Before a noun whose day is the verb's too: "spoke at Friday's summit"."""

ACCOUNTS: Final = words_of(
    "transcript readout record recording account video footage audio photo picture report memo summary detail details"
    " news minutes text copy reconstruction version hearing briefing debate vote resolution inquiry question speech"
)
"""What tells of a meeting on another day: "released a transcript of the call on Friday", "a hearing on the strike"."""

ABOUT: Final = words_of("of on about into over")
"""What stands between such an account and what it tells."""

MEANS: Final = words_of("by")
"""Before what one does in doing it: "responded on Monday by closing the border"."""

NAMING: Final = words_of("dub call name codename know title nickname")
"""Verbs of an aside that gives a name: "its offensive, dubbed Condor, on Monday"."""

DEEDS: Final = words_of("move step")
"""Nouns whose day is that of the deed they tell: "its move this week to close the border"."""

URGING: Final = words_of("urge ask call press tell order implore beseech beg appeal warn advise entreat caution")
"""Verbs before what others are to do: a day of the news behind it is that of the urging."""

FORMERLY: Final = words_of("formerly previously once")
"""Before a participle: it is over on the day told beside it, "welcomed men formerly held by Peru on Monday"."""

PRESENT: Final = words_of("visit speak meet arrive address appear stand attend travel tour talk testify gather land")
"""What one does while doing the rest: "visiting Paris on Friday, he met his host"."""

GOING: Final = words_of("attend go host join hold visit cover")
"""Verbs of taking part: the day of what one takes part in is theirs."""

OVER: Final = words_of("during over in")
"""Before a length that has days: "during the past week"."""

APART: Final = words_of("after before following since despite ahead until pending instead")
"""What stands behind these has a day of its own."""

REPLIES: Final = words_of(
    "response reaction retaliation wake aftermath light anniversary anticipation preparation protest eve lead run"
)
"""Nouns of phrases that set apart as "after" does: "in response to", "on the eve of"."""

CARRIERS: Final = words_of(
    "hold take schedule set plan occur happen begin start follow sign reach expect announce go come be have last slate "
    "due"
)
"""Verbs whose day is that of the event that they carry: "talks were held on Monday"."""

ASPECTS: Final = {
    "CONSULT": words_of("halt end stop resume conclude open continue collapse fail close break fall"),
    "ASSAULT": words_of("kill wound injure hit destroy damage leave"),
}
"""Type -> verbs that carry its nouns: "talks halted in May"; an accord outlives its day, so AGREE has none."""
