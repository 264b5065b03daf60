"""What the verb above it says of an event that is its subject: that it will be, may be, goes on."""

from __future__ import annotations

from legation.languages.en import statuses as words
from legation.records import Sentence, Token
from legation.statuses.effects import Effect, effect, is_definite, mood


def above_subject(sentence: Sentence, noun: Token, verb: Token) -> tuple[Token | None, list[Effect]]:
    """The subject of happening shares its mood: "the summit will take place", "a visit is possible"."""
    lemma = verb.lemma.lower()
    if lemma in words.HAPPENING:
        complements = sentence.child_tokens(verb, "acomp", "attr", "oprd")
        found = [
            effect(words.ADJECTIVES[c.lemma.lower()], c, "predicate")
            for c in complements
            if words.ADJECTIVES.get(c.lemma.lower(), "called_for") != "called_for"
        ]
        found += [effect("ongoing", t, "under way") for t in _under_way(sentence, verb)]
        moods = [] if lemma == "be" and not complements and not found else list(mood(sentence, verb))
        if lemma == "be" and not found and any(c.dep in ("attr", "acomp") for c in complements):
            moods = [e for e in moods if e.status == "planned"]  # "the visit could be a disaster" does not doubt it
        return verb, [*found, *moods]
    if noun.lemma.lower() in words.OCCASION_NOUNS:
        return None, [e for e in mood(sentence, verb) if e.status == "planned"]
    return None, _unreal(sentence, noun, verb)


def _unreal(sentence: Sentence, noun: Token, verb: Token) -> list[Effect]:
    """ "A hasty withdrawal would only benefit Peru" tells of none; "Peru's withdrawal could" of one that was."""
    pointed = is_definite(sentence, noun) or bool(sentence.child_tokens(noun, "poss"))
    return [] if pointed else [e for e in mood(sentence, verb) if e.word.text.lower() in words.UNREAL
                               and e.status == "hypothetical"]  # fmt: skip


def _under_way(sentence: Sentence, verb: Token) -> list[Token]:
    """ "are underway", "are under way"."""
    plain = [t for t in sentence.child_tokens(verb, "advmod", "acomp") if t.text.lower() in words.UNDER_WAY]
    unders = [p for p in sentence.child_tokens(verb, "prep") if p.text.lower() == "under"]
    return plain + [t for p in unders for t in sentence.child_tokens(p, "pobj") if t.text.lower() == "way"]
