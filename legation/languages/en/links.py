"""Function words that triggers, drafts and coreference read: what joins names, points back, tells an occasion."""

from __future__ import annotations

from typing import Final


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


POINTING: Final = _words("the this that these those their his her its both")
"""Determiners that point at an event already told: "the call"."""

RELATIVES: Final = _words("who whom which that whose")
"""Pronouns that open a relative clause."""

NO_CHAINS: Final = _words("according due thanks owing contrary prior")
"""Prepositions of two words: in "according to Peru" there is no "to"."""

CLAUSE_OPENERS: Final = _words("since as after before until till")
"""Conjunctions that the parser takes for prepositions: "since Peru closed it"."""

LIST_JOINTS: Final = frozenset((",", ";", "and", "&"))
"""What stands between the names of a list."""

MATTER_LINKS: Final = _words("on for of about in to over covering")
"""Prepositions before what an agreement is about."""

AGREED_ON: Final = _words("on to upon")
"""Prepositions after "agreed": "agreed on a deal"."""

ABOUT: Final = _words("on over about regarding concerning")
"""Prepositions before the matter of talks."""

PARTNERS: Final = _words("with between by")
"""Prepositions before those who agree."""

WHITHER: Final = _words("to into")
"""Prepositions before where a journey goes."""

AIMS: Final = _words("at for")
"""Prepositions before what a contact was for: "a call aimed at discussing it"."""

WHERE: Final = _words("in at near on")
"""Prepositions before a place."""

BURDENS: Final = _words("on against")
"""Prepositions before who bears a sanction or a charge."""

OWNERS: Final = _words("by of from")
"""Prepositions before whose a visit is."""

AT_VICTIMS: Final = _words("into against")
"""Prepositions before whom an attack hits, who is not the one blamed for it."""

AT_BURDENED: Final = _words("on upon")
"""Prepositions before who bears it: "asked to lift the ban on Peru"."""

CIRCUMSTANCES: Final = _words("during at after before amid following ahead since while in despite")
"""Words before the occasion on which a thing was said."""

JOINTS: Final = frozenset(("and", ",", ", and", "&", "as well as", "and the"))
"""What joins two names in the text."""

INNER_PREPOSITIONS: Final = _words("of from between by with against")
"""Prepositions inside a phrase that names a side: "officials of both sides"."""

BESIDE: Final = _words("with to")
"""Prepositions before those with whom a thing is done."""

WITHIN: Final = _words("during at in")
"""Prepositions before an occasion that holds others: "during his visit"."""

AFTER: Final = _words("after following")
"""Prepositions before what came first."""

SEQUELS: Final = _words("after before following during since until")
"""Prepositions of time, whose object is another event than their verb's."""

AHEAD: Final = _words("ahead before")
"""Words before what is still to come: "said ahead of the talks"."""

OFTEN: Final = _words("times twice thrice repeatedly often")
"""Adverbs of what happened more than once."""

BESIDES: Final = _words("also separately")
"""Adverbs that put one event beside another: "also called him"."""

ENDS: Final = _words("order bid effort")
"""Nouns of what a thing is done for: "in order to discuss"."""

COUNTED_OF: Final = _words("of in")
"""Prepositions between a measure and what it counts: "months of talks"."""

OF_SEVERAL: Final = _words("their")
"""Owners that are several: "in their call"."""

DURING: Final = _words("in during")
"""Prepositions before a contact that tell when a thing was said."""

HONOURS: Final = _words("honor honour")
"""Nouns between an occasion and its guest: "a dinner in honour of Diouf"."""

ORDERING: Final = _words("do")
"""Auxiliaries that an order may have: "do not shoot"."""
