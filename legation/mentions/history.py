"""Who was meant where in a document so far, and what stands in quotation marks."""

from __future__ import annotations

from dataclasses import dataclass, field

from legation.records import Mention, Party, Sentence, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
QUESTIONS = frozenset({"Q", "QUESTION"})  # labels of a transcript for whoever asks
OPENING, CLOSING = frozenset({"“", "``"}), frozenset({"”", "''"})


@dataclass(frozen=True, slots=True)
class Told:
    """Who was meant at one place."""

    sentence: int
    paragraph: int
    head: int
    parties: tuple[Party, ...]
    kind: str
    is_subject: bool
    is_quoted: bool = False


@dataclass(frozen=True, slots=True)
class Quoted:
    """The tokens of a sentence that stand in quotation marks, and whether the marks are still open at its end."""

    inside: frozenset[int] = frozenset()
    is_open: bool = False
    paragraph: int = -1

    def after(self, sentence: Sentence) -> Quoted:
        """The same for the next sentence; a new paragraph closes what was left open."""
        is_open = self.is_open and sentence.paragraph == self.paragraph
        inside = set()
        for token in sentence.tokens:
            if token.text in OPENING or (token.text == '"' and not is_open):
                is_open = True
            elif token.text in CLOSING or token.text == '"':
                is_open = False
            elif is_open:
                inside.add(token.index)
        return Quoted(frozenset(inside), is_open, sentence.paragraph)


@dataclass
class History:
    """All that was resolved so far, in order, and the genders of people; ``voice``: who speaks by the last label of a
    transcript.
    """

    told: list[Told] = field(default_factory=list)
    genders: dict[str, str | None] = field(default_factory=dict)
    now: int = 0
    ahead: tuple[tuple[int, str], ...] = ()
    speaker: str = ""
    voice: str = ""
    before: Sentence | None = None
    current: Sentence | None = None
    quoted: Quoted = field(default_factory=Quoted)

    def begin(self, sentence: Sentence, ahead: tuple[tuple[int, str], ...] = ()) -> None:
        """Move on to a sentence; ``ahead``: the tokens and ids of the people that it names."""
        self.now, self.ahead = sentence.index, ahead
        self.before, self.current = self.current, sentence
        self.quoted = self.quoted.after(sentence)
        if sentence.tokens and sentence.tokens[0].text in QUESTIONS:
            self.voice = ""
        subjects = {t.index for t in sentence.tokens if t.dep in SUBJECTS and t.index not in self.quoted.inside}
        named = [(head, key) for head, key in ahead if head in subjects]
        main = (key for head, key in named if sentence.head(sentence.tokens[head]).dep == "ROOT")
        self.speaker = next(main, named[0][1] if named else self.speaker)

    def last_told(self, actor_id: str) -> Party | None:
        """Somebody as he was told last."""
        return next((p for t in reversed(self.told) for p in t.parties if p.actor_id == actor_id), None)

    def note(self, sentence: Sentence, mention: Mention, genders: dict[str, str | None]) -> None:
        """Remember a resolved mention."""
        self.genders.update({k: v for k, v in genders.items() if v or k not in self.genders})
        if mention.parties:
            token = sentence.tokens[mention.head]
            self.told.append(
                Told(
                    sentence.index,
                    sentence.paragraph,
                    mention.head,
                    mention.parties,
                    mention.kind,
                    _is_subject(sentence, token),
                    mention.head in self.quoted.inside,
                )
            )

    def people(self, sentence: Sentence, back: int) -> list[Party]:
        """People told in this sentence and ``back`` before it, once each, in order."""
        found = {p.actor_id: p for t in self.told if t.sentence >= sentence.index - back for p in t.parties if p.person}
        return list(found.values())

    def is_recent(self, actor_id: str, back: int) -> bool:
        """Whether somebody was told within ``back`` sentences."""
        return any(
            p.actor_id == actor_id for t in reversed(self.told) if t.sentence >= self.now - back for p in t.parties
        )

    def learn(self, party: Party, gender: str) -> None:
        """Keep the gender that a pronoun gave to the only one it could mean."""
        if party.actor_id and self.genders.get(party.actor_id) is None:
            self.genders[party.actor_id] = gender

    def compatible(self, party: Party, gender: str) -> bool:
        """Whether a person can be "he" or "she"; unknown gender is open to both."""
        known = self.genders.get(party.actor_id or "")
        return known is None or known == gender


def _is_subject(sentence: Sentence, token: Token) -> bool:
    """Whether a token is a clause's subject or joined to one: both of "Scholz and Macron met"."""
    while token.dep == "conj" and token.head < token.index:
        token = sentence.head(token)
    return token.dep in SUBJECTS


def pair_of(people: list[Party]) -> tuple[Party, ...]:
    """Exactly two people, of two states where both are known."""
    found = {p.actor_id: p for p in people}
    pair = tuple(found.values())
    if len(pair) == 2 and (pair[0].state is None or pair[0].state != pair[1].state):
        return pair
    return ()


def subject_above(sentence: Sentence, pronoun: Token) -> Token | None:
    """The subject of the nearest clause above a pronoun that has one before it.

    Example: of "it" in "Russia said it would leave": Russia.
    """
    verbs = [t for t in sentence.ancestors(pronoun) if t.pos in ("VERB", "AUX")]
    for verb in verbs[1:] if pronoun.dep in SUBJECTS else verbs:
        subject = next((c for c in sentence.child_tokens(verb, *SUBJECTS) if c.index < pronoun.index), None)
        if subject is not None:
            return subject
    return None
