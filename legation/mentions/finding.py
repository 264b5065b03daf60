"""``find_mentions``: atoms, phrases, the document's cast, then every phrase resolved in text order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from legation.knowledge import Knowledge, name_form
from legation.mentions.atom import Local
from legation.mentions.atoms import Fixed, find_atoms
from legation.mentions.cast import Cast
from legation.mentions.lexicon import load_lexicon
from legation.mentions.persons import SPEAKER
from legation.mentions.phrase import Phrase
from legation.mentions.phrases import find_phrases
from legation.mentions.resolution import resolve_sentence
from legation.mentions.scene import Scene
from legation.records import Document, Mention, Sentence, Token

_SEATS = ("metonym", "place")
Parsed = list[tuple[Sentence, list[Phrase]]]


def find_mentions(document: Document, sentences: Sequence[Sentence], knowledge: Knowledge) -> tuple[Mention, ...]:
    """All mentions of a document in text order, none overlapping.

    Names, offices, organs, groups, metonyms, pronouns and collectives. A place ("in Washington") has kind ``place``,
    no parties, and the code of its state in ``candidates``. Mentions that nothing resolves have no parties.

    Example:
        "Mr Dar had earlier met Mr Rubio" -> two mentions of kind person, with the full names of the document's cast.
    """
    lexicon = load_lexicon()
    day = document.published.day or document.published.first
    fixed: list[Fixed] = [{} for _ in sentences]
    first = zip(sentences, fixed, strict=True)
    atoms = [find_atoms(document.text, s, knowledge, lexicon, Local(), kept) for s, kept in first]
    parsed = [(s, find_phrases(s, found, lexicon)) for s, found in zip(sentences, atoms, strict=True)]
    states = _count_states(document, parsed, knowledge)
    organ = _organ(document, knowledge)
    home = organ or _home(document, knowledge)
    cast = _make_cast(parsed, Cast(knowledge, day, states, organ))
    if day is None:
        day = office_day(cast, knowledge)
        cast = _make_cast(parsed, Cast(knowledge, day, states, organ)) if day else cast
    _add_prominent(cast, sentences, parsed)
    told = frozenset(code for code, count in states.items() if count)
    sure = {form: _is_sure(cast, keys) for form, keys in cast.by_form.items() if " " not in form}
    sure = {form: False for form in cast.given_names() if form in knowledge.given_names} | sure
    local = Local(sure, knowledge.nicknames(told), told)
    named = frozenset(s for _, found in parsed for p in found if p.kind not in _SEATS for s in p.states)
    scene = Scene(knowledge, cast, states, lexicon, home, organ is not None, named)
    mentions: list[Mention] = []
    for (sentence, phrases), before, kept in zip(parsed, atoms, fixed, strict=True):
        found = find_atoms(document.text, sentence, knowledge, lexicon, local, kept)
        again = phrases if found == before else find_phrases(sentence, found, lexicon)
        mentions.extend(resolve_sentence(scene, document.text, sentence, again))
    return tuple(mentions)


def _organ(document: Document, knowledge: Knowledge) -> str | None:
    """The state whose organ prints a text itself: "The White House"."""
    words = (document.outlet or "").removeprefix("The ")
    return knowledge.find_state(words, "metonym") if words else None


def _home(document: Document, knowledge: Knowledge) -> str | None:
    """The state in which a report is at home, so that "the president" is its own: of the dateline, else the outlet."""
    if document.dateline is not None:
        code = knowledge.find_state(document.dateline.quote.title(), "metonym", "name", "place")
        if code:
            return code
    outlet = knowledge.outlet(document.outlet) if document.outlet else None
    return outlet.state if outlet else None


def _count_states(document: Document, parsed: Parsed, knowledge: Knowledge) -> Counter[str]:
    """How often each state is named, by any word; the dateline's counts three times."""
    counts: Counter[str] = Counter()
    for _, phrases in parsed:
        for phrase in phrases:
            counts.update(s for s in phrase.states if s in knowledge.states)
    if document.dateline is not None:
        code = knowledge.find_state(document.dateline.quote.title(), "metonym", "name", "place")
        counts.update({code: 3} if code else {})
    return counts


def _is_sure(cast: Cast, keys: list[str]) -> bool:
    """Whether a surname's bearer is known, or told so often, that even an odd tag cannot hide the name."""
    members = [cast.members[k] for k in keys]
    return sum(m.count for m in members) >= 2 or any(m.actor_id and m.rank == 1 for m in members)


def _make_cast(parsed: Parsed, cast: Cast) -> Cast:
    """The cast filled from full names, then from single names, so that a bare surname finds its full name anywhere."""
    people = [p for _, phrases in parsed for p in phrases if p.kind == "person"]
    for phrase in sorted(people, key=lambda p: -len(p.name.split())):
        if " " in name_form(phrase.name):
            cast.add(phrase)
    for phrase in people:
        if " " not in name_form(phrase.name):
            if phrase.roles or phrase.states or phrase.code == SPEAKER:
                cast.add(phrase)
            else:
                cast.count(phrase)
    return cast


def _add_prominent(cast: Cast, sentences: Sequence[Sentence], parsed: Parsed) -> None:
    """Learn of those in high office whom only a headline's bare surname names: "PM Sharif meets Rubio"."""
    known = {word for form in cast.by_form for word in form.split()}
    for sentence, phrases in parsed:
        taken = {k for p in phrases for k in range(p.name_at[0], p.name_at[1] + 1)}
        for token in sentence.tokens:
            if token.pos != "PROPN" or token.index in taken or not token.text.istitle():
                continue
            form = name_form(token.text)
            if form not in known:
                known.add(form)
                if _stands_by_itself(sentence, token, taken) and _is_no_place(token, cast):
                    cast.add_prominent(Phrase("person", token.index, token.index, token.text))


def _stands_by_itself(sentence: Sentence, token: Token, taken: set[int]) -> bool:
    """Whether no other capitalised word that means nothing stands beside a token."""
    around = [sentence.tokens[k] for k in (token.index - 1, token.index + 1) if 0 <= k < len(sentence.tokens)]
    return not any(t.pos == "PROPN" and t.index not in taken for t in around)


def _is_no_place(token: Token, cast: Cast) -> bool:
    """Whether the tagger sees nothing, or one word for a place of no state that the document tells."""
    if token.ent not in ("B-GPE", "B-LOC"):
        return not token.ent
    place = cast.knowledge.place(token.text, cast.states)
    return place is None or place.country not in +cast.states


def office_day(cast: Cast, knowledge: Knowledge) -> date | None:
    """A day on which everybody held the office that an undated report gives them; None when no such day is known.

    Example:
        A report that calls Marco Rubio Secretary of State cannot be older than 2025-01-21.
    """
    first, last = date.min, date.max
    for member in cast.members.values():
        for role, state in member.said:
            terms = [
                t
                for t in knowledge.terms_of(member.key)
                if t.office_id == f"{state}:{role}" and t.first and not t.attested
            ]
            if len(terms) == 1 and terms[0].first:
                first = max(first, terms[0].first)
                last = min(last, terms[0].last or date.max)
    return first if date.min < first <= last else None
