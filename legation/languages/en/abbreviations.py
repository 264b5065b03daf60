"""English abbreviations whose stop need not end a sentence, and words that begin the next one after those that may.

Example:
    >>> "Gen" in BEFORE_NAMES, "Nov" in MAY_END, "No" in BEFORE_NUMBERS
    (True, True, True)
"""

from __future__ import annotations

from typing import Final

from legation.languages.lists import words_of

BEFORE_NAMES: Final[frozenset[str]] = words_of(
    "Mr Mrs Ms Mx Dr Prof Rev Hon Fr St Messrs Gov Lt Col Gen Maj Capt Cmdr Cpl Sgt Adm Brig Cllr "
    "Sen Rep Reps Sens Pres Amb Supt Insp Det vs approx Mt e.g i.e Lt.-Gen Maj.-Gen Lt.-Col"
)
"""Titles and the like: more words of the sentence always follow."""

BEFORE_NUMBERS: Final[frozenset[str]] = words_of("No no Nos nos Art art Fig fig Vol vol pp p ch sec")
"""More follows if it is a figure."""

MAY_END: Final[frozenset[str]] = words_of(
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun "
    "Jr Sr etc al Inc Ltd Co Corp Plc Dept Govt Bros est a.m p.m A.M P.M B.C A.D Ph.D "
    "Ala Ariz Ark Calif Colo Conn Fla Ga Ill Kan Ky Mass Md Mich Minn Mo Mont Neb Nev Okla Ore Pa "
    "Tenn Tex Va Vt Wash Wis Wyo"
)
"""Words that are cut short within a sentence and at its end alike, as are letters with stops (U.S.)."""

STARTERS: Final[frozenset[str]] = words_of(
    "The A An This That These Those He She It They We I You His Her Its Their Our There Here In On At As After Before "
    "During While When Since Although Though If But And So Yet However Meanwhile Later Earlier Then By For From With "
    "Under Both Many Some Most Such What Who Why How Asked Speaking"
)
"""Words which, after one that may end a sentence, begin another."""
