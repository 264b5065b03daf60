"""Function words that triggers, drafts and coreference read: what joins names, points back, tells an occasion."""

from __future__ import annotations

from typing import Final

from legation.languages.lists import words_of

POINTING: Final = words_of("the this that these those their his her its both")
"""Determiners that point at an event already told: "the call"."""

RELATIVES: Final = words_of("who whom which that whose")
"""Pronouns that open a relative clause."""

NO_CHAINS: Final = words_of("according due thanks owing contrary prior")
"""Prepositions of two words: in "according to Peru" there is no "to"."""

FOCUSES: Final = words_of("focus emphasis eye")
"""Nouns behind "with" before the matter of talks: "met them with a focus on Peru"."""

GRIEVANCES: Final = words_of("over about")
"""Prepositions before what one complains of."""

CLAUSE_OPENERS: Final = words_of("since as after before until till")
"""Conjunctions that the parser takes for prepositions: "since Peru closed it"."""

LIST_JOINTS: Final = frozenset((",", ";", "and", "&"))
"""What stands between the names of a list."""

MATTER_LINKS: Final = words_of("on for of about in to over covering")
"""Prepositions before what an agreement is about."""

AGREED_ON: Final = words_of("on to upon")
"""Prepositions after "agreed": "agreed on a deal"."""

ABOUT: Final = words_of("on over about regarding concerning")
"""Prepositions before the matter of talks."""

PARTNERS: Final = words_of("with between by")
"""Prepositions before those who agree."""

WITHIN_PLACE: Final = words_of("in into")
"""Before the place at which a journey ends: "arrived in Chile", not "in a Chilean jet"."""

WHITHER: Final = words_of("to into")
"""Prepositions before where a journey goes."""

AIMS: Final = words_of("at for")
"""Prepositions before what a contact was for: "a call aimed at discussing it"."""

WHERE: Final = words_of("in at near on")
"""Prepositions before a place."""

BURDENS: Final = words_of("on against")
"""Prepositions before who bears a sanction or a charge."""

OWNERS: Final = words_of("by of from")
"""Prepositions before whose a visit is."""

AT_VICTIMS: Final = words_of("into against")
"""Prepositions before whom an attack hits, who is not the one blamed for it."""

AT_BURDENED: Final = words_of("on upon")
"""Prepositions before who bears it: "asked to lift the ban on Peru"."""

CIRCUMSTANCES: Final = words_of("during at after before amid following ahead since while in despite")
"""Words before the occasion on which a thing was said."""

JOINTS: Final = frozenset(("and", ",", ", and", "&", "as well as", "and the"))
"""What joins two names in the text."""

INNER_PREPOSITIONS: Final = words_of("of from between by with against")
"""Prepositions inside a phrase that names a side: "officials of both sides"."""

BESIDE: Final = words_of("with to")
"""Prepositions before those with whom a thing is done."""

BESIDE_OCCASION: Final = words_of("to of from among")
"""Prepositions of a verb that name no side of the occasion at which it was done."""

WITHIN: Final = words_of("during at in")
"""Prepositions before an occasion that holds others: "during his visit"."""

AFTER: Final = words_of("after following")
"""Prepositions before what came first."""

SEQUELS: Final = words_of("after before following during since until")
"""Prepositions of time, whose object is another event than their verb's."""

AHEAD: Final = words_of("ahead before")
"""Words before what is still to come: "said ahead of the talks"."""

OFTEN: Final = words_of("times twice thrice repeatedly often")
"""Adverbs of what happened more than once."""

BESIDES: Final = words_of("also separately")
"""Adverbs that put one event beside another: "also called him"."""

ENDS: Final = words_of("order bid effort")
"""Nouns of what a thing is done for: "in order to discuss"."""

COUNTED_OF: Final = words_of("of in")
"""Prepositions between a measure and what it counts: "months of talks"."""

OF_SEVERAL: Final = words_of("their")
"""Owners that are several: "in their call"."""

DURING: Final = words_of("in during")
"""Prepositions before a contact that tell when a thing was said."""

HONOURS: Final = words_of("honor honour")
"""Nouns between an occasion and its guest: "a dinner in honour of Diouf"."""

OWN_ACTS: Final = words_of("would will 'll 'd")
"""Auxiliaries of what one says one is going to do: "warned that it would"."""

MADE: Final = words_of("made built owned produced flagged registered")
"""Participles after whose a thing is: "Peruvian-made goods"."""

LEADING: Final = words_of("led")
"""Participles after who leads: "a Saudi-led airstrike"."""

ORDERING: Final = words_of("do")
"""Auxiliaries that an order may have: "do not shoot"."""

CEREMONIES: Final = words_of("ceremony funeral parade rally concert inauguration")
"""Gatherings by no name of which one speaks again of a meeting: "staying for the ceremony on Sunday"."""
