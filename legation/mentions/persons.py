"""Names of people, and short names of states, that the document or the tagger makes known."""

from __future__ import annotations

import re
from collections.abc import Mapping

from legation.knowledge import name_form
from legation.mentions.atom import Atom
from legation.mentions.lexicon import Lexicon
from legation.records import Sentence, Token

_GLUED = re.compile(r"[a-z]{4}[A-Z][a-z]")  # "TrumpTrump": a headline ran into the name
SPEAKER = "speaker"  # code of a name that is the label of a transcript
_LONGEST_LABEL = 6  # tokens of a label before the name
OWN = frozenset({"'s", "’s", "'", "’"})


def bracketed_at(tokens: tuple[Token, ...], i: int) -> Atom | None:
    """ "[Shinzo] Abe": a given name that the editor put in is part of the name."""
    if tokens[i].text not in "[(" or i + 3 >= len(tokens) or tokens[i + 2].text not in "])":
        return None
    given, family = tokens[i + 1], tokens[i + 3]
    if not (given.text.istitle() and family.text.istitle() and "PROPN" in (given.pos, family.pos)):
        return None
    if tokens[i].text == "(" and not family.ent.endswith("PERSON"):
        return None
    return Atom("person", i, i + 3, f"{given.text} {family.text}")


def speaker_at(text: str, tokens: tuple[Token, ...], i: int) -> Atom | None:
    """ "MS. PSAKI:", "LAVROV:": the label of a transcript, a surname in capitals that a colon ends."""
    is_begun = i < _LONGEST_LABEL and all(_is_capital(t) or t.text == "." for t in tokens[:i])
    if not is_begun or not _is_capital(tokens[i]):
        return None
    last = i
    while last + 2 < len(tokens) and tokens[last + 1].text == "-" and _is_capital(tokens[last + 2]):
        last += 2
    if last + 1 >= len(tokens) or tokens[last + 1].text != ":":
        return None
    return Atom("person", i, last, text[tokens[i].start : tokens[last].end], SPEAKER)


def _is_capital(token: Token) -> bool:
    return token.text.isupper() and token.text.isalpha() and len(token.text) > 1


def nickname_at(tokens: tuple[Token, ...], i: int, nicknames: Mapping[str, str]) -> Atom | None:
    """ "the North", "Southern officials": a short name of a state of this document."""
    code = nicknames.get(name_form(tokens[i].text)) if tokens[i].text[:1].isupper() else None
    if code is None or (i + 1 < len(tokens) and tokens[i + 1].pos == "PROPN" and tokens[i + 1].text[0].isupper()):
        return None
    owns = i + 1 < len(tokens) and tokens[i + 1].text in OWN
    if tokens[i].dep in ("amod", "compound", "nmod") and tokens[i].head > i and not owns:
        return Atom("adjective", i, i, tokens[i].text, code)
    around = {tokens[k].text.lower() for k in (i - 1, i + 1) if 0 <= k < len(tokens)}
    return Atom("state", i, i, tokens[i].text, code) if owns or around & {"the", "-", "–"} else None


def person_at(text: str, sentence: Sentence, i: int, lexicon: Lexicon, surnames: Mapping[str, bool]) -> Atom | None:
    """A person whom the tagger finds, or a surname of this document."""
    tokens = sentence.tokens
    token = tokens[i]
    if not token.text[:1].isupper() or _is_heading(token, lexicon):
        return None
    if (token.ent == "B-ORG" and token.text.lower() != "the") or (
        token.ent == "I-ORG" and tokens[i - 1].text.lower() == "the"
    ):
        company = _company_at(text, tokens, i, lexicon)
        if company is not None:
            return company
    if token.ent.endswith("PERSON") and not _is_agency(tokens, i):
        last = _end_of_name(tokens, i, lexicon)
        if last > i and len({t.text for t in tokens[i : last + 1]}) == 1:
            last = i
        words = text[token.start : tokens[last].end]
        if _is_name(words, lexicon):
            return Atom("person", i, last, words)
    if (
        name_form(token.text) in surnames
        and len(token.text) > 1
        and (
            token.pos == "PROPN"
            or token.ent[2:] in ("PERSON", "ORG", "GPE", "NORP", "PRODUCT", "WORK_OF_ART")
            or (token.ent[2:] not in ("DATE", "TIME") and surnames[name_form(token.text)])
        )
    ):
        return Atom("person", i, i, token.text)
    return None


def _is_heading(token: Token, lexicon: Lexicon) -> bool:
    """A button's or caption's word in capitals that ran into a name: "CLOSE", "MORE"."""
    return token.text.isupper() and name_form(token.text) in lexicon.headings


def _is_agency(tokens: tuple[Token, ...], i: int) -> bool:
    """A short word in capitals before a name in usual letters: the agency of a photo credit."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    return (
        len(tokens[i].text) in (2, 3, 4)
        and tokens[i].text.isupper()
        and after is not None
        and after.ent == "I-PERSON"
        and after.text[1:].islower()
        and after.text[:1].isupper()
        and tokens[i].ent.startswith("B")
        and i > 0
        and not tokens[i - 1].text[-1].isalnum()
    )


def _company_at(text: str, tokens: tuple[Token, ...], i: int, lexicon: Lexicon) -> Atom | None:
    """An organisation that the tagger finds and whose last word says that it is one, or that has a short form in
    brackets.
    """
    last = i
    while (
        last + 1 < len(tokens)
        and tokens[last + 1].ent == "I-ORG"
        and tokens[last + 1].text not in ("'s", "’s", "(", ",")
        and not (tokens[last + 1].text in ("and", "&") and tokens[last].text.lower().rstrip(".") in lexicon.companies)
    ):
        last += 1
    short = (
        last + 3 < len(tokens)
        and tokens[last + 1].text == "("
        and tokens[last + 2].text.isupper()
        and tokens[last + 3].text == ")"
    )
    if last > i and (tokens[last].text.lower().rstrip(".") in lexicon.companies or short):
        return Atom("organisation", i, last, text[tokens[i].start : tokens[last].end])
    return None


def _end_of_name(tokens: tuple[Token, ...], i: int, lexicon: Lexicon) -> int:
    """Last token of the name that starts at ``i``; hyphenated parts stay whole, a possessive and a hyphen between two
    people end it.
    """
    last = i
    while (
        last + 1 < len(tokens)
        and tokens[last + 1].ent == "I-PERSON"
        and tokens[last + 1].text not in ("'s", "’s", "-", "–", ",", "(", "/")
        and not _is_heading(tokens[last + 1], lexicon)
    ):
        last += 1
    last = _over_particles(tokens, last, lexicon)
    if last + 2 < len(tokens) and tokens[last + 1].text == "-" and tokens[last].end == tokens[last + 1].start:
        after = tokens[last + 2]
        longer = last > i or (
            last + 3 < len(tokens) and tokens[last + 3].ent == "I-PERSON" and tokens[last + 3].pos == "PROPN"
        )
        if (after.text[:1].islower() and after.pos == "PROPN") or (after.ent == "I-PERSON" and longer):
            return _end_of_name(tokens, last + 2, lexicon)
    return last


def _over_particles(tokens: tuple[Token, ...], last: int, lexicon: Lexicon) -> int:
    """The end of a name that the tagger cuts at its particles: "Ursula von" -> "Ursula von der Leyen"."""
    end = last
    while end + 1 < len(tokens) and tokens[end + 1].text in lexicon.particles:
        end += 1
    cut = end > last or tokens[end].text in lexicon.particles
    after = tokens[end + 1] if end + 1 < len(tokens) else None
    if not cut or after is None or not after.text[:1].isupper() or after.pos not in ("PROPN", "NOUN", "ADJ"):
        return last
    return end + 1


def _is_name(words: str, lexicon: Lexicon) -> bool:
    form = name_form(words)
    return (
        bool(form)
        and form not in lexicon.headings
        and form not in lexicon.roles
        and form not in lexicon.groups
        and any(c.isalpha() for c in words)
        and "\n" not in words
        and not any(c.isdigit() for c in words)
        and not _GLUED.search(words)
    )
