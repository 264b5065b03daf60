"""Offices with what stands behind them: "the president of France", "ambassador to NATO …", and the name after that."""

from __future__ import annotations

from dataclasses import replace

from legation.mentions.lexicon import RoleWord
from legation.mentions.phrase import Phrase, words_between
from legation.records import Sentence

_ENVOY = 4  # rank of those whom a state sends
ORGAN = "organ"  # code of an office that is not its state's but an organ's
_OF = ("state", "organisation", "adjective")
_FROM = (*_OF, "metonym")
_POSTS = ("state", "metonym", "organisation")


def with_of(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """ "the president of France", "President Vladimir Putin of Russia", "the foreign ministers of A and B"."""
    found: list[Phrase] = []
    skip = -1
    for k, phrase in enumerate(phrases):
        if k <= skip:
            continue
        if phrase.kind in ("role", "group", "person") and not phrase.states and (phrase.roles or phrase.group):
            owners, end = _owners(sentence, phrases, k)
            if owners:
                last = end.last if phrase.kind != "person" else phrase.last
                phrase, skip = replace(phrase, states=owners, last=last), phrases.index(end)
                if phrase.kind == "person" and end.kind == "organisation":
                    phrase = replace(phrase, states=(), body=owners[0])
                phrase = _of_organ(sentence, phrase)
                after = phrases[skip + 1] if skip + 1 < len(phrases) else None
                if after is not None and _is_named_after(phrase, end, after):
                    phrase, skip = _named(phrase, after, end), skip + 1
        found.append(phrase)
    return found


def _is_named_after(phrase: Phrase, end: Phrase, after: Phrase) -> bool:
    """Whether a name stands right behind an office with its state: "Prime Minister of Italy Mario Draghi"."""
    beside = after.kind == "person" and after.first == end.last + 1 and not after.roles and not after.states
    return beside and phrase.kind == "role" and not phrase.plural


def _named(phrase: Phrase, after: Phrase, end: Phrase) -> Phrase:
    """The person of the name with the office before it, of a state or of an organisation."""
    named = replace(after, first=phrase.first, roles=phrase.roles, past=phrase.past)
    return replace(named, body=phrase.states[0]) if end.kind == "organisation" else replace(named, states=phrase.states)


def _of_organ(sentence: Sentence, phrase: Phrase) -> Phrase:
    """An office whose owner is an organ of the state: "secretary-general of Peru's Energy Board"."""
    tokens, last = sentence.tokens, phrase.last + 1
    if phrase.kind != "role" or phrase.plural or last >= len(tokens) or tokens[last].text not in ("'s", "’s"):
        return phrase
    while last + 1 < len(tokens) and tokens[last + 1].pos == "PROPN" and tokens[last + 1].text[:1].isupper():
        last += 1
    if last == phrase.last + 1:
        return phrase
    roles = tuple(tuple(replace(w, roles=(), rank=3, states=()) for w in row) for row in phrase.roles)
    return replace(phrase, roles=roles, last=last, code=ORGAN)


def with_post(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """ "the Dutch ambassador to NATO Anna Visser": an envoy's office, where he is sent, and his name are one phrase."""
    found: list[Phrase] = []
    for phrase in phrases:
        envoy, post = (found[-2], found[-1]) if len(found) > 1 else (None, None)
        if envoy and post and envoy.kind == "role" and envoy.states and is_envoy(envoy.roles):
            gap = [w.lower() for w in words_between(sentence, envoy.last, post.first)]
            if gap in (["to"], ["to", "the"]) and _is_named_after(envoy, post, phrase) and post.kind in _POSTS:
                found[-2:] = []
                phrase = _named(envoy, phrase, envoy)
        found.append(phrase)
    return found


def with_master(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """ "Ana Visser, Spokesperson and Chief Adviser to the President of Peru": the person behind whose name such a title
    stands is of that state.
    """
    found = list(phrases)
    for k, (person, office, master) in enumerate(zip(phrases, phrases[1:], phrases[2:], strict=False)):
        if not (person.kind == "person" and not person.states and not person.body):
            continue
        if office.kind == master.kind == "role" and not office.states and len(master.states) == 1:
            title = words_between(sentence, person.last, office.first)
            if words_between(sentence, office.last, master.first) == ["to"] and _is_title(title):
                found[k] = replace(person, states=master.states)
    return found


def _is_title(words: list[str]) -> bool:
    """Whether nothing but a comma, words with capitals and "and" stand between a name and the end of its title."""
    return words[:1] == [","] and all(w.istitle() or w in ("and", "the") for w in words[1:])


def _owners(sentence: Sentence, phrases: list[Phrase], k: int) -> tuple[tuple[str, ...], Phrase]:
    """The states after "of", joined by commas and "and" if the office is in the plural."""
    owners: list[str] = []
    end = phrases[k]
    for other in phrases[k + 1 :]:
        gap = [w.lower() for w in words_between(sentence, end.last, other.first)]
        first = (
            not owners and gap in (["of"], ["of", "the"], ["of", "both"], ["from"], ["from", "the"])
            if phrases[k].kind != "person"
            else not owners and gap in (["of"], ["of", "the"])
        )
        more = owners and phrases[k].plural and not is_organ(phrases[k]) and set(gap) <= {",", "and", "the", "both"}
        kinds = _FROM if "from" in gap or (owners and end.kind == "metonym") else _OF
        if other.kind not in kinds or not (first or more):
            break
        owners.extend(other.states or other.ids[:1])
        end = other
    return tuple(owners), end


def is_organ(phrase: Phrase) -> bool:
    """Whether the words mean one organ of one state: "the Foreign Ministry of …"."""
    return phrase.group is not None and bool(phrase.group.key)


def is_envoy(roles: tuple[tuple[RoleWord, ...], ...]) -> bool:
    """Whether all the offices are those of somebody whom a state sends."""
    return bool(roles) and all(w.rank == _ENVOY for row in roles for w in row)
