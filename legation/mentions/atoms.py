"""Sentence -> Atoms: the smallest stretches that mean something: a name, a state's word, an office, a title, a
pronoun.
"""

from __future__ import annotations

from dataclasses import replace

from legation.knowledge import Knowledge, name_form
from legation.knowledge.names import SUFFIXES
from legation.mentions.atom import Atom, AtomKind, Local
from legation.mentions.lexicon import Lexicon, load_lexicon
from legation.mentions.persons import OWN, bracketed_at, nickname_at, person_at, speaker_at
from legation.mentions.titled import end_of_titled
from legation.records import Sentence, Token

_STATE_KINDS: dict[str, AtomKind] = {
    "pair": "state",
    "name": "state",
    "adjective": "adjective",
    "metonym": "metonym",
    "place": "place",
}
_PAIR_STARTS = frozenset({"the", "two", "both"})
LONGEST = 9  # tokens of a name
MOST_GIVEN = 3  # words of a name that the tagger may have cut off
Fixed = dict[int, Atom | None]  # of a sentence: token -> the atom there that the rest of the report cannot change


def find_atoms(
    text: str, sentence: Sentence, knowledge: Knowledge, lexicon: Lexicon, local: Local, fixed: Fixed
) -> list[Atom]:
    """Atoms of one sentence in order, none overlapping; ``fixed`` is filled in the first reading, used in the next."""
    found: list[Atom] = []
    i = 0
    while i < len(sentence.tokens):
        if i not in fixed:
            fixed[i] = _fixed_at(text, sentence, i, knowledge, lexicon)
        atom = fixed[i]
        if atom is None:
            near = (_local_at(text, sentence, i, knowledge, lexicon, local), _titled_at(text, sentence, i, found))
            atom = max((a for a in near if a is not None), key=lambda a: a.last, default=None)
        if atom is None:
            i += 1
        else:
            found.append(_with_given_names(text, sentence, found, atom, knowledge))
            i = atom.last + 1
    return found


def _titled_at(text: str, sentence: Sentence, i: int, found: list[Atom]) -> Atom | None:
    """A name that neither the knowledge nor the tagger has, right behind an office."""
    last = end_of_titled(sentence, i, found)
    return None if last is None else Atom("person", i, last, text[sentence.tokens[i].start : sentence.tokens[last].end])


def _with_given_names(text: str, sentence: Sentence, found: list[Atom], atom: Atom, knowledge: Knowledge) -> Atom:
    """A name with the capitalised words between it and the title before it, which the tagger cut off."""
    before = found[-1] if found else None
    if atom.kind != "person" or before is None or before.plural:
        return atom
    if _is_cut_in_two(found, before, atom):
        found.pop()
        words = f"{before.words} {atom.words}"
        return replace(atom, first=before.first, words=words, ids=tuple(p.id for p in knowledge.people_named(words)))
    if before.kind not in ("role", "title"):
        return atom
    between = sentence.tokens[before.last + 1 : atom.first]
    cut = 0 < len(between) <= MOST_GIVEN and all(
        t.pos == "PROPN" and t.text.istitle() and t.text.isalpha() for t in between
    )
    if not cut:
        return atom
    words = text[between[0].start : sentence.tokens[atom.last].end]
    return replace(atom, first=between[0].index, words=words, ids=tuple(p.id for p in knowledge.people_named(words)))


def _is_cut_in_two(found: list[Atom], before: Atom, atom: Atom) -> bool:
    """Whether two unknown names of two words stand side by side after an office: one that the tagger cut."""
    title = found[-2] if len(found) > 1 else None
    beside = before.kind == "person" and before.last + 1 == atom.first and not before.ids and not atom.ids
    after = title is not None and title.kind in ("role", "title") and title.last + 1 == before.first
    return beside and after and " " in before.words and "(" not in atom.words


def _fixed_at(text: str, sentence: Sentence, i: int, knowledge: Knowledge, lexicon: Lexicon) -> Atom | None:
    """The name or the words at a token that the knowledge and the lexicon have, the longer of both."""
    named = _named_at(text, sentence, i, knowledge, lexicon) if sentence.tokens[i].text[:1].isupper() else None
    worded = _worded_at(text, sentence, i, lexicon)
    if named is None or worded is None:
        return named or worded
    return max(named, worded, key=lambda a: (a.last, a.kind != "role"))


def _local_at(
    text: str, sentence: Sentence, i: int, knowledge: Knowledge, lexicon: Lexicon, local: Local
) -> Atom | None:
    """What the tagger, and the rest of the report, make of a token. In small letters it can only be a pronoun."""
    token = sentence.tokens[i]
    if token.text.islower():
        code = lexicon.pronouns.get(token.text)
        return Atom("pronoun", i, i, token.text, code) if code else None
    person = (
        bracketed_at(sentence.tokens, i)
        or speaker_at(text, sentence.tokens, i)
        or person_at(text, sentence, i, lexicon, local.surnames)
        or nickname_at(sentence.tokens, i, local.nicknames)
    )
    if person is not None:
        return _without_state(text, sentence.tokens, person, knowledge)
    form = name_form(token.text)
    if form in lexicon.pronouns and not (token.pos == "PROPN" and token.text.isupper()):
        return Atom("pronoun", i, i, token.text, lexicon.pronouns[form])
    return _city_at(text, sentence.tokens, i, knowledge, local.states)


def _without_state(text: str, tokens: tuple[Token, ...], person: Atom, knowledge: Knowledge) -> Atom:
    """ "Prime Minister Okoye of Togo": the tagger's name without the state, which owns the office."""
    of = next((k for k in range(person.first + 1, person.last) if tokens[k].text == "of"), None)
    if of is None or person.kind != "person":
        return person
    after = name_form(text[tokens[of].end : tokens[person.last].end]).removeprefix("the ")
    if after not in knowledge.state_words["name"]:
        return person
    return replace(person, last=of - 1, words=text[tokens[person.first].start : tokens[of - 1].end])


def _city_at(text: str, tokens: tuple[Token, ...], i: int, knowledge: Knowledge, states: frozenset[str]) -> Atom | None:
    """A city or region of the gazetteer where the tagger sees a place; it lies in a state that the document tells."""
    if tokens[i].ent not in ("B-GPE", "B-LOC") or not tokens[i].text[0].isupper() or tokens[i].tag == "DT":
        return None
    last = i
    while last + 1 < len(tokens) and tokens[last + 1].ent in ("I-GPE", "I-LOC") and tokens[last + 1].text not in OWN:
        last += 1
    words = text[tokens[i].start : tokens[last].end]
    place = knowledge.place(words, states)
    if place is None or place.country not in states:
        return None
    return Atom("place", i, last, words, place.country)


def _named_at(text: str, sentence: Sentence, i: int, knowledge: Knowledge, lexicon: Lexicon) -> Atom | None:
    """The longest name of the knowledge that starts at token ``i``."""
    tokens = sentence.tokens
    longest = knowledge.name_starts.get(name_form(tokens[i].text).split(" ")[0] if tokens[i].text else "", 0)
    if not longest:
        return None
    for last in range(min(i + 2 * longest, i + LONGEST, len(tokens) - 1), i - 1, -1):
        if not tokens[last].text[0].isalnum() or tokens[last].text in ("s",):
            continue
        words = text[tokens[i].start : tokens[last].end]
        atom = _look_up(words, i, last, knowledge, sentence)
        if atom is not None:
            return _with_suffix(text, tokens, atom) if atom.kind == "person" else atom
    return None


def _with_suffix(text: str, tokens: tuple[Token, ...], atom: Atom) -> Atom:
    """A name with "Jr." behind it is another's than the name without."""
    after = next((t for t in tokens[atom.last + 1 : atom.last + 3] if t.text != ","), None)
    if after is None or name_form(after.text) not in SUFFIXES:
        return atom
    return Atom("person", atom.first, after.index, f"{atom.words} {text[after.start : after.end]}")


def _look_up(words: str, first: int, last: int, knowledge: Knowledge, sentence: Sentence) -> Atom | None:
    form = name_form(words)
    if not knowledge.has_name(form) or "\n" in words:
        return None
    if form == "us" and not words.replace(".", "").isupper():
        return None
    if len(form) < 5 and words.replace(".", "").islower():
        return None
    people = knowledge.people_named(words) if " " in form else ()
    if people and words[:1].isupper() and words.split()[-1][:1].isupper():
        return Atom("person", first, last, words, ids=tuple(p.id for p in people))
    organisations = knowledge.organisations_named(words)
    if organisations and (
        len(form) > 5
        or any(words.replace(".", "") == n.replace(".", "") for a in organisations for n in (a.name, *a.names))
    ):
        bodies = [a.id for a in organisations if a.kind == "igo"]
        if len(bodies) == len(organisations) and _is_of_longer_body(sentence, first, knowledge):
            return None
        body = bodies[0] if len(bodies) == len(organisations) == 1 else ""
        return Atom("organisation", first, last, words, body, tuple(a.id for a in organisations))
    if _inside_longer_name(sentence, first, last) or _is_field_of_body(sentence, first, last):
        return None
    for kind in _STATE_KINDS:
        code = knowledge.state_words[kind].get(form)
        if code and _is_named_anew(sentence, first, last, kind):
            return None
        if code and not (len(form) < 4 and not words.replace(".", "").isupper() and form not in ("pak", "uk")):
            both = kind == "name" and form in knowledge.state_words["adjective"] and _modifies(sentence, first, last)
            return Atom(
                "adjective" if both else _STATE_KINDS[kind], first, last, words, code, plural=words.endswith("s")
            )
    return None


def _is_of_longer_body(sentence: Sentence, first: int, knowledge: Knowledge) -> bool:
    """Whether the words end the name of a state's own body: "National Security Council", "Russian Security Council"."""
    before = sentence.tokens[first - 1] if first > 0 else None
    if before is None or not before.text[:1].isupper() or before.text.lower() in ("the", "a"):
        return False
    is_state_s = knowledge.find_state(before.text, "adjective") is not None and before.pos in ("ADJ", "PROPN")
    return is_state_s or (before.pos == "PROPN" and sentence.tokens[first].ent.startswith("I-"))


def _modifies(sentence: Sentence, first: int, last: int) -> bool:
    return sentence.tokens[last].dep in ("amod", "compound", "nmod")


def _is_named_anew(sentence: Sentence, first: int, last: int, kind: str) -> bool:
    """Whether the word before makes a state's word one of elsewhere: "New Jersey", "North American"."""
    before = sentence.tokens[first - 1] if first > 0 else None
    if before is None or not before.text.istitle():
        return False
    if before.text.lower() in load_lexicon().continental and kind == "adjective":
        return True
    if before.text.lower() not in load_lexicon().fresh:
        return False
    return before.pos == "PROPN" and first <= before.head <= last


def _is_field_of_body(sentence: Sentence, first: int, last: int) -> bool:
    """Whether an adjective says what a body deals with: "Bureau of Indian Affairs", all of it one name."""
    around = sentence.tokens[first - 2 : last + 2] if first > 1 else ()
    if len(around) < last - first + 4 or around[1].text != "of" or not _modifies(sentence, first, last):
        return False
    is_named = all(t.ent.endswith("-ORG") for t in around)
    return is_named and all(t.pos == "PROPN" and t.text.istitle() for t in (around[0], around[-1]))


def _inside_longer_name(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the words are only part of a name that the tagger sees: ``The Washington Post``, ``Michael Jordan``."""
    label = sentence.tokens[first].ent[2:]
    if label not in ("PERSON", "WORK_OF_ART", "ORG", "FAC", "EVENT", "PRODUCT"):
        return False
    low, high = first, last
    while low > 0 and sentence.tokens[low].ent.startswith("I-"):
        low -= 1
    while high + 1 < len(sentence.tokens) and sentence.tokens[high + 1].ent == f"I-{label}":
        high += 1
    inside = [t for t in sentence.tokens[low : high + 1] if t.text not in ("the", "The", "'s", "’s")]
    others = [t for t in inside if not first <= t.index <= last]
    if label == "ORG":
        return (
            bool(others)
            and low == first
            and others[0].pos == "PROPN"
            and others[0].index == last + 1
            and others[0].text.lower() in load_lexicon().papers
        )
    return bool(others) and all(t.pos == "PROPN" for t in inside) and "-" not in {t.text for t in inside}


def _worded_at(text: str, sentence: Sentence, i: int, lexicon: Lexicon) -> Atom | None:
    """The longest words for an office, group, title or collective that start at token ``i``."""
    tokens = sentence.tokens
    pair = _pair_at(text, sentence, i, lexicon)
    if pair is not None:
        return pair
    first = name_form(tokens[i].text)
    longest = lexicon.starts.get(first.split(" ")[0], 0) if first else 0
    if not longest:
        return None
    for last in range(min(i + 2 * longest, len(tokens) - 1), i - 1, -1):
        if not tokens[last].text[0].isalnum():
            continue
        words = text[tokens[i].start : tokens[last].end]
        form = name_form(words)
        if form in lexicon.collectives and _stands_alone(sentence, last, form, lexicon):
            return Atom("collective", i, last, words, lexicon.collectives[form])
        if form in lexicon.groups and not (
            form in lexicon.forces
            and tokens[last].dep in ("compound", "amod")
            and (tokens[last].head - last == 1 or tokens[tokens[last].head].pos == "PROPN")
        ):
            return Atom(
                "group", i, last, words, group=lexicon.groups[form], roles=lexicon.roles.get(form, ()), plural=True
            )
        if form in lexicon.titles and _before_name(tokens, last):
            return Atom("title", i, last, words, lexicon.titles[form][0], roles=lexicon.roles.get(form, ()))
        if form in lexicon.roles and tokens[last].pos in ("NOUN", "PROPN", "X") and words not in ("P.M.", "p.m."):
            plural = tokens[last].tag in ("NNS", "NNPS") or form not in {
                name_form(r.words) for r in lexicon.roles[form]
            }
            return Atom("role", i, last, words, roles=lexicon.roles[form], plural=plural)
        if form in lexicon.titles and words[:1].isupper():
            return Atom("title", i, last, words, lexicon.titles[form][0])
    return None


def _pair_at(text: str, sentence: Sentence, i: int, lexicon: Lexicon) -> Atom | None:
    """ "both sides", "the two nuclear-armed neighbours": two or both, up to five modifiers, a noun for parties."""
    tokens = sentence.tokens
    if tokens[i].text.lower() not in _PAIR_STARTS:
        return None
    start = i + 1 if tokens[i].text.lower() == "the" else i
    if start >= len(tokens) or tokens[start].text.lower() not in ("two", "both"):
        return None
    for last in range(start + 1, min(start + 7, len(tokens))):
        form = tokens[last].text.lower()
        if form in lexicon.pair_nouns and (
            last + 1 >= len(tokens) or tokens[last + 1].text.lower() not in ("of", "from", "-")
        ):
            bare = start == i and tokens[start].text.lower() == "two"
            told_whose = any(t.pos == "ADJ" and t.text[:1].isupper() for t in tokens[start + 1 : last])
            if bare and (form in lexicon.loose_pairs or told_whose):  # "two Peruvian diplomats" are new here
                return None
            return Atom("collective", i, last, text[tokens[i].start : tokens[last].end], lexicon.pair_nouns[form])
        if tokens[last].pos not in ("ADJ", "NOUN", "PROPN", "ADV", "PUNCT", "VERB") or tokens[last].text in (
            ",",
            ".",
            ";",
        ):
            return None
    return None


def _stands_alone(sentence: Sentence, last: int, form: str, lexicon: Lexicon) -> bool:
    """Whether words for parties told before are not told here: no "of …" after them, and "the two" no numeral before a
    noun.
    """
    tokens = sentence.tokens
    if last + 1 < len(tokens) and tokens[last + 1].text.lower() in ("of", "from", "who"):
        return False
    if form == "the two":
        return tokens[last].dep not in ("nummod", "quantmod", "compound", "det", "amod") and tokens[last].dep in (
            "nsubj",
            "nsubjpass",
            "dobj",
            "pobj",
            "conj",
        )
    return True


def _before_name(tokens: tuple[Token, ...], last: int) -> bool:
    """Whether a capitalised title is directly followed by a capitalised word."""
    after = last + 1
    if after < len(tokens) and tokens[after].text == ".":
        after += 1
    return (
        after < len(tokens)
        and tokens[after].text[:1].isupper()
        and tokens[last].text[:1].isupper()
        and tokens[after].text.isalpha()
    )
