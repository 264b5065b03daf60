"""What the resolution of one document knows and remembers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from legation.knowledge import Knowledge
from legation.mentions.cast import Cast
from legation.mentions.history import History
from legation.mentions.lexicon import Lexicon


@dataclass
class Scene:
    """The cast and states of a document; ``home``: the state in which the report is at home, ``is_official``: it is
    that state's own text; ``named``: the states told by name or adjective; ``history``: who was meant where;
    ``based``: sentence, state and words of "two US-based companies".
    """

    knowledge: Knowledge
    cast: Cast
    states: Counter[str]
    lexicon: Lexicon
    home: str | None = None
    is_official: bool = False
    named: frozenset[str] = frozenset()
    history: History = field(default_factory=History)
    based: list[tuple[int, str, str]] = field(default_factory=list)

    def name_of_state(self, state: str) -> str:
        """A state's name as it stands in a sentence: ``the United States``."""
        actor = self.knowledge.actor(state)
        if actor is None:
            return state
        return f"the {actor.name}" if actor.name.startswith("United ") else actor.name

    def code_of(self, owner: str) -> str | None:
        """The code of a state or of the organisation that owns an office."""
        actor = self.knowledge.actor(owner)
        return actor.state if actor else owner
