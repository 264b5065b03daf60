"""Which states a report names where: what tells foreign affairs from a state's own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from legation.claims.drafts import Draft, states_of
from legation.records import Mention, Sentence, Span

NEAR_SENTENCES = 2
WORLDLY = 0.4  # share of the sentences that name a state; measured: domestic news below .35, the dossiers above .65


class Surroundings:
    """The states that each sentence of a report names. Read-only once made."""

    def __init__(self, sentences: Sequence[Sentence], mentions: Iterable[Mention]) -> None:
        self._bounds = [(s.start, s.end, s.index) for s in sentences]
        named: dict[int, set[str]] = {}
        for mention in mentions:
            for party in mention.parties:
                if party.state:
                    named.setdefault(mention.sentence, set()).add(party.state)
        self._states = named

    def names_another(self, home: set[str], index: int, reach: int = 0) -> bool:
        """Whether a sentence, or one at most ``reach`` away, names a state that is not of ``home``."""
        return any(self._states.get(i, set()) - home for i in range(index - reach, index + reach + 1))

    def is_worldly(self, home: set[str]) -> bool:
        """Whether the report is on more than the affairs of ``home``: many of its sentences name another state."""
        others = sum(bool(named - home) for named in self._states.values())
        return others >= WORLDLY * max(1, len(self._states))

    def see(self, draft: Draft) -> Draft:
        """The draft with whether another state than those of its sides stands in its sentence, near it, in many."""
        home, index = states_of(draft.parties), draft.sentence.index
        here, near = self.names_another(home, index), self.names_another(home, index, NEAR_SENTENCES)
        return replace(draft, foreign=here, abroad=near, worldly=self.is_worldly(home))

    def speaks_abroad(self, home: str, spans: Iterable[Span]) -> bool:
        """Whether words said for ``home`` are on foreign affairs: their sentences, or most of the report, are."""
        touched = {i for a, b in spans for start, end, i in self._bounds if start < b and a < end}
        return self.is_worldly({home}) or any(self.names_another({home}, i) for i in touched)
