"""One document's parse: tokens and sentences."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a parsed sentence. ``index`` and ``head`` count within the sentence; the root is its own head."""

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    ent: str = ""
    morph: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its parse. ``children[i]`` are the token indices that depend on token ``i``, in order."""

    index: int
    paragraph: int
    start: int
    end: int
    text: str
    tokens: tuple[Token, ...] = ()
    children: tuple[tuple[int, ...], ...] = ()

    @property
    def root(self) -> Token | None:
        """The first token that is its own head."""
        return next((t for t in self.tokens if t.head == t.index), None)

    def head(self, token: Token) -> Token:
        """The token that ``token`` depends on (itself for a root)."""
        return self.tokens[token.head]

    def child_tokens(self, token: Token, *deps: str) -> list[Token]:
        """The direct dependants of ``token``, those with one of ``deps`` only, if given."""
        found = (self.tokens[i] for i in self.children[token.index])
        return [t for t in found if not deps or t.dep in deps]

    def subtree(self, token: Token) -> list[Token]:
        """``token`` and all that depends on it, in text order."""
        waiting, found = [token.index], set[int]()
        while waiting:
            index = waiting.pop()
            if index not in found:
                found.add(index)
                waiting.extend(self.children[index])
        return [self.tokens[i] for i in sorted(found)]

    def ancestors(self, token: Token) -> list[Token]:
        """The chain of heads above ``token``, nearest first."""
        found: list[Token] = []
        while token.head != token.index and len(found) <= len(self.tokens):
            token = self.tokens[token.head]
            found.append(token)
        return found

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """The tokens that touch the span ``start:end`` of the document."""
        return [t for t in self.tokens if t.start < end and t.end > start]

    def span_head(self, start: int, end: int) -> Token | None:
        """The token of the span whose head stands outside it."""
        inside = self.tokens_in(start, end)
        indices = {t.index for t in inside}
        return next((t for t in inside if t.head not in indices or t.head == t.index), None)
