"""Which states a report names where: what tells foreign affairs from a state's own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from legation.drafts.drafting import Draft, governing_verb
from legation.drafts.scene import states_of
from legation.records import Mention, Sentence, Span

# Shares of the sentences that name a state. Domestic news stay below .35, the dossiers on affairs between states above
# .65. OUTWARD was checked on eval/training/readings.tsv: of the claims that it refuses 10 were read as right and 5 as
# wrong, a third where it is a fourth of all. To ask more of a report's ties cost 4 right claims, spared no wrong one.
NEAR_SENTENCES = 2
WORLDLY = 0.4
OUTWARD = 0.65


class Surroundings:
    """The states that each sentence of a report names, and all of them as ``states``. Read-only once made.

    ``inserts``: spans of other reports' headlines.
    """

    def __init__(
        self, sentences: Sequence[Sentence], mentions: Iterable[Mention], inserts: Sequence[Span] = ()
    ) -> None:
        self._inserts = tuple(inserts)
        self._bounds = [(s.start, s.end, s.index) for s in sentences]
        self._named: dict[int, list[tuple[int, str]]] = {}
        for mention in mentions:
            told = [(mention.start, state) for p in mention.parties if p.state for state in states_of([p])]
            self._named.setdefault(mention.sentence, []).extend(told)
        self._states = {k: {state for _, state in told} for k, told in self._named.items() if told}
        self.states = frozenset(state for named in self._states.values() for state in named)

    def names_another(self, home: set[str], index: int, reach: int = 0) -> bool:
        """Whether a sentence, or one at most ``reach`` away, names a state that is not of ``home``."""
        return any(self._states.get(i, set()) - home for i in range(index - reach, index + reach + 1))

    def is_worldly(self, home: set[str], share: float = WORLDLY, granted: int = 0) -> bool:
        """Whether the report is on more than the affairs of ``home``: many of its sentences name another state.

        ``granted``: sentences taken to name another, since those of a short report are few.
        """
        others = sum(bool(named - home) for named in self._states.values())
        return others + granted >= share * (max(1, len(self._states)) + granted)

    def is_inserted(self, span: Span) -> bool:
        """Whether words belong to another report's headline that stands in the text (``legation.claims.inserts``)."""
        return any(a < span[1] and span[0] < b for a, b in self._inserts)

    def see(self, draft: Draft) -> Draft:
        """The draft with whether a state besides its sides' is named in its clause, near it, in most sentences."""
        home, index = states_of(draft.parties), draft.sentence.index
        near = self.names_another(home, index, NEAR_SENTENCES)
        outward = self.is_worldly(home, OUTWARD, granted=1)
        return replace(draft, foreign=self._below(draft, home), abroad=near, outward=outward)

    def _below(self, draft: Draft, home: set[str]) -> bool:
        """Whether another state is named in the clause of a draft's trigger, clauses beside it left out.

        A clause with a subject of its own tells another matter: "Peru vowed to pay while Chile was voting".
        """
        verb = governing_verb(draft.sentence, draft.hit)
        clause = draft.sentence.subtree(verb)
        beside = [t for t in draft.sentence.child_tokens(verb, "advcl") if draft.sentence.child_tokens(t, "nsubj")]
        apart = {t.index for c in beside for t in draft.sentence.subtree(c)}
        clause = [t for t in clause if t.index not in apart] or clause
        spans = [(t.start, t.end) for t in clause]
        low, high = min(a for a, _ in spans), max(b for _, b in spans)
        return any(low <= at < high and state not in home for at, state in self._named.get(draft.sentence.index, ()))

    def speaks_abroad(self, home: str, spans: Iterable[Span]) -> bool:
        """Whether words said for ``home`` are on foreign affairs: their sentences, or most of the report, are."""
        touched = {i for a, b in spans for start, end, i in self._bounds if start < b and a < end}
        reach = NEAR_SENTENCES if self.is_worldly({home}) else 0
        return any(self.names_another({home}, i, reach) for i in touched)
