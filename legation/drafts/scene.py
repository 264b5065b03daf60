"""The mentions of one sentence by token, and what makes two parties one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from legation.languages.en import links
from legation.records import Evidence, Mention, Party, Sentence, Token
from legation.text import fold
from legation.triggers.clauses import is_verb, with_conjuncts
from legation.triggers.words import load_words

DEEPEST = 3  # steps below a word at which a side is still looked for
_INNER = ("poss", "compound", "amod", "nmod", "appos")


class Scene:
    """The mentions of one sentence, found by token. Read-only once made."""

    def __init__(
        self, text: str, sentence: Sentence, mentions: Iterable[Mention], grounds: Mapping[str, Party] | None = None
    ) -> None:
        self.text = text
        self.grounds = grounds or {}
        self.sentence = sentence
        self.mentions = [m for m in mentions if m.sentence == sentence.index]

    def covering(self, token: Token) -> Mention | None:
        """The mention whose head is ``token``, else the longest one that covers it."""
        chances = [m for m in self.mentions if m.start <= token.start and token.end <= m.end]
        heads = [m for m in chances if m.head == token.index]
        return max(heads or chances, key=lambda m: (bool(m.parties), m.end - m.start), default=None)

    def is_matter(self, token: Token) -> bool:
        """ "the Peru probe", "the Peru war": a state's name before such a noun is what it is about; "Peruvian" acts."""
        noun, mention = self.sentence.head(token), self.covering(token)
        if token.dep not in ("compound", "nmod") or noun.lemma.lower() not in load_words()["matters"]["nouns"]:
            return False
        joined = self.sentence.tokens[max(0, token.index - 1)].dep == "punct"  # "the Peru-Chile war"
        named = mention is not None and any(fold(p.name) == fold(mention.quote) for p in mention.parties)
        return named and not joined and token.index == noun.index - 1

    def coordinated(self, mention: Mention, token: Token) -> list[Mention]:
        """Mentions before this one that "and" or a comma joins to it, where the parse hangs them below it."""
        below = {t.index for t in self.sentence.subtree(token)}
        before = [m for m in self.mentions if m.end <= mention.start and m.head in below]
        near = [m for m in before if self.text[m.end : mention.start].strip() in links.JOINTS]
        return [*self.coordinated(near[-1], token), near[-1]] if near else []

    def parties(
        self, token: Token, role: str, *, places: bool = False, depth: int = 0, barred: Sequence[str] = ()
    ) -> tuple[Party, ...]:
        """Who a filler means: its own mention, else the mentions inside its noun phrase ("officials of both sides").

        ``barred``: prepositions inside the phrase that name nobody ("troops from Peru", whom they leave).
        """
        mention = self.covering(token)
        if mention is not None and mention.parties and (places or mention.kind != "place"):
            around = [m for m in self.coordinated(mention, token) if m.parties and (places or m.kind != "place")]
            return unique(with_evidence(p, self.text, m, role) for m in [*around, mention] for p in m.parties)
        if mention is not None and places and mention.quote in self.grounds:
            return (with_evidence(self.grounds[mention.quote], self.text, mention, role),)
        if depth >= DEEPEST or token.lemma.lower() in load_words()["others_of"]["words"]:
            return ()
        named = [p for t in self.sentence.child_tokens(token, "appos") for p in self.parties(t, role, depth=depth + 1)]
        if named and not token.tag.endswith("S"):
            return unique(named)
        if self._is_against_state(token):
            return ()
        inner = [t for t in self.sentence.child_tokens(token, *_INNER) if not self.is_matter(t)]
        inner += [o for t in inner if t.text.lower() in links.MADE for o in self.sentence.child_tokens(t)]
        by = any(p.text.lower() == "by" for p in self.sentence.child_tokens(token, "prep"))
        owned = by or any(t.dep == "poss" for t in inner)  # "Peru's war against Chile" means Peru
        inner += [
            o
            for p in self.sentence.child_tokens(token, "prep")
            if p.text.lower() in links.INNER_PREPOSITIONS
            and p.text.lower() not in barred
            and not (owned and p.text.lower() == "against")
            for o in self.sentence.child_tokens(p, "pobj")
        ]
        inner = with_conjuncts(self.sentence, inner)
        found = [p for t in inner if not is_verb(t) for p in self.parties(t, role, places=places, depth=depth + 1)]
        return unique(found)

    def _is_against_state(self, token: Token) -> bool:
        """ "Peruvian rebel commanders": who fights a state, or stands up to it, does not act for it."""
        words = load_words()["against_states"]["words"]
        return any(t.lemma.lower() in words for t in [token, *self.sentence.child_tokens(token, "compound", "amod")])


def with_evidence(party: Party, text: str, mention: Mention, role: str) -> Party:
    """The party with the words of this claim that name it."""
    return replace(party, evidence=(Evidence.of(text, mention.start, mention.end, role),))


def party_key(party: Party) -> str:
    """What makes two parties of a document one: the actor's id, else the folded name."""
    return party.actor_id or fold(party.name)


def unique(parties: Iterable[Party]) -> tuple[Party, ...]:
    """The parties in order, each actor once."""
    found: dict[str, Party] = {}
    for party in parties:
        found.setdefault(party_key(party), party)
    return tuple(found.values())


def states_of(parties: Iterable[Party]) -> set[str]:
    """The states for which parties act; a party without state stands for itself."""
    return {(p.state or party_key(p)).partition(":")[0] for p in parties}  # "USA:fbi" is of the United States
