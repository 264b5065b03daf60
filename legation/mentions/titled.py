"""Names and offices that only the words before them give away: a title beside a name that nobody knows, and the organ
whose office it is.
"""

from __future__ import annotations

from legation.knowledge import name_form
from legation.mentions.atom import Atom
from legation.mentions.lexicon import load_lexicon
from legation.records import Sentence, Token

_CHIEF = 2  # rank of heads and ministers
_LEAST, _MOST = 2, 4  # words of a name that only its title makes known
_MOST_ORGAN = 6  # words of an organ's name
_SMALL = frozenset({"of", "and", "for", "on", "&"})
_NO_ORGAN = frozenset({"DATE", "TIME", "PERSON", "GPE", "NORP", "CARDINAL", "ORDINAL"})


def end_of_titled(sentence: Sentence, i: int, found: list[Atom]) -> int | None:
    """The last token of an unknown name at ``i`` right behind an office or an office with its state; None for none.

    Example:
        "Trade Minister of Peru Rosa Quispe" -> the token of "Quispe", though the tagger sees no person.
    """
    if not found or found[-1].last != i - 1 or not _ends_title(sentence, found):
        return None
    start = last = _over_particles(sentence, i)
    while last < len(sentence.tokens) and last - start < _MOST and _is_word_of_name(sentence.tokens[last]):
        last += 1
    follows = sentence.tokens[last] if last < len(sentence.tokens) else None
    is_cut = follows is not None and (follows.pos == "PROPN" or follows.text == "-")
    least = 1 if _is_chief(found[-1]) else _LEAST
    return last - 1 if last - start >= least and not is_cut else None


def _over_particles(sentence: Sentence, i: int) -> int:
    """The first token at or after ``i`` that is no small word of a name: "von der Leyen" -> that of "Leyen"."""
    while i < len(sentence.tokens) and sentence.tokens[i].text in load_lexicon().particles:
        i += 1
    return i


def _is_chief(office: Atom) -> bool:
    """Whether words are a chief office with capitals, behind which one word is enough for a name."""
    ranks = [w.rank for w in office.roles if w.rank]
    return office.words.istitle() and bool(ranks) and min(ranks) <= _CHIEF


def _ends_title(sentence: Sentence, found: list[Atom]) -> bool:
    before = found[-1]
    if before.kind == "role":
        return not before.plural and bool(before.roles)
    if before.kind != "state" or len(found) < 2 or found[-2].kind != "role" or found[-2].plural:
        return False
    gap = [t.text.lower() for t in sentence.tokens[found[-2].last + 1 : before.first]]
    return gap in (["of"], ["of", "the"])


def _is_word_of_name(token: Token) -> bool:
    plain = token.text.istitle() and token.text.isalpha() and len(token.text) > 1
    is_body = name_form(token.text) in load_lexicon().companies
    return plain and token.pos == "PROPN" and not is_body and token.ent[2:] not in ("DATE", "FAC", "EVENT", "NORP")


def organ_before(sentence: Sentence, first: int, free_from: int) -> int:
    """The first token of the organ whose name stands right before the office at ``first``; ``first`` itself for none.

    Example:
        "Energy Board Director" -> the token of "Energy". Words before ``free_from`` belong to others.
    """
    start = first
    while start > free_from and first - start < _MOST_ORGAN and _is_word_of_organ(sentence.tokens[start - 1]):
        start -= 1
    while start < first and sentence.tokens[start].text.lower() in _SMALL:
        start += 1
    return start if first - start > 1 else first


def _is_word_of_organ(token: Token) -> bool:
    if token.text.lower() in _SMALL:
        return True
    return token.pos in ("PROPN", "NOUN", "ADJ") and token.text.istitle() and token.ent[2:] not in _NO_ORGAN


def names_organ(words: list[str]) -> bool:
    """Whether the words between a state and an office name an organ: capitalised, small joining words aside."""
    rest = [w for w in words if w.lower() not in _SMALL]
    return 0 < len(rest) == len([w for w in rest if w[:1].isupper()]) and len(words) <= _MOST_ORGAN


def is_same_office(words: str, title: str) -> bool:
    """Whether an office's words are all in a title: "Trade Secretary" and "Secretary of Trade of …"."""
    return set(name_form(words).split()) <= set(name_form(title).split())


def spelt(tokens: tuple[Token, ...]) -> str:
    """The words of tokens with blanks where the text has them."""
    after = (*tokens[1:], None)
    return "".join(t.text + (" " if n and n.start > t.end else "") for t, n in zip(tokens, after, strict=True))
