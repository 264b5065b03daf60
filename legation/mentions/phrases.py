"""Atoms -> Phrases: a name with the state, offices and titles that stand around it, or an office or group without a
name.

"Pakistan's Deputy Prime Minister and Foreign Minister, Senator Ishaq Dar" is one phrase: a person of state PAK with
two offices.
"""

from __future__ import annotations

from dataclasses import replace

from legation.knowledge import name_form
from legation.mentions.atom import Atom
from legation.mentions.lexicon import Lexicon, RoleWord, load_lexicon
from legation.mentions.owners import is_envoy, is_organ, with_master, with_of, with_post
from legation.mentions.phrase import Phrase, PhraseKind, words_between
from legation.mentions.titled import names_organ, organ_before, spelt
from legation.records import Sentence

_OWNERS = ("state", "adjective", "metonym")
_MOST_BETWEEN = 12  # tokens between two parts of one phrase
_LOOSE = frozenset({"-", "–", ".", "the", "elect", "(", ")", "[", "]"})


def find_phrases(sentence: Sentence, atoms: list[Atom], lexicon: Lexicon) -> list[Phrase]:
    """Phrases of one sentence in order."""
    phrases: list[Phrase] = []
    i = 0
    while i < len(atoms):
        run = [atoms[i]]
        while i + 1 < len(atoms) and _joined(sentence, run, atoms[i + 1], lexicon):
            i += 1
            run.append(atoms[i])
        free_from = atoms[i - len(run)].last + 1 if i >= len(run) else 0
        phrases.extend(_with_organ(sentence, run, free_from, p) for p in _phrases_of(sentence, run, lexicon))
        i += 1
    shared = _share_noun(sentence, with_post(sentence, with_of(sentence, phrases)))
    return _share_plural(sentence, with_master(sentence, _with_apposition(sentence, shared)))


def _with_organ(sentence: Sentence, run: list[Atom], free_from: int, phrase: Phrase) -> Phrase:
    """A named person with the organ whose office stands before the name: "Energy Board Director …"."""
    offices = [a for a in run if a.kind in ("role", "title")]
    if phrase.kind != "person" or not offices or not offices[0].words[:1].isupper():
        return phrase
    after = run[0].last + 1 if run[0] is not offices[0] else free_from
    start = organ_before(sentence, offices[0].first, after)
    if start == offices[0].first or (run[0] is not offices[0] and run[0].kind not in _OWNERS):
        return phrase
    words = spelt(sentence.tokens[start : offices[0].last + 1])
    roles = tuple(tuple(replace(w, roles=(), rank=3, states=()) for w in row) for row in phrase.roles)
    return replace(phrase, office=words, roles=roles, first=min(start, phrase.first))


def _joined(sentence: Sentence, run: list[Atom], after: Atom, lexicon: Lexicon) -> bool:
    """Whether an atom goes on the phrase: state + office, office + office, office or title + name."""
    last = run[-1]
    if is_leaning(sentence, last.first):
        return False
    if after.first - last.last > _MOST_BETWEEN or last.kind in ("pronoun", "collective"):
        return False
    gap = words_between(sentence, last.last, after.first)
    words = [w for w in gap if w.lower() not in lexicon.before and w not in _LOOSE]
    if "(" in gap and last.kind in ("state", "adjective") and last.code == after.code:
        return True
    if last.kind == "person":
        return after.kind == "group" and not gap and name_form(after.words) in lexicon.governments
    if last.kind == "group":
        return after.kind == "group" and not gap and name_form(last.words) in lexicon.governments
    if last.kind in ("state", "adjective", "metonym"):
        words = words if gap[:1] != [")"] else words[1:] if words[:1] == [")"] else words
        if after.kind == "role" and _is_owner(sentence, last, after):
            return True
        if after.kind in ("role", "title") and after.words[:1].isupper() and gap[:1] in (["'s"], ["’s"]):
            return not words[1:] or names_organ(gap[1:])
        return after.kind in ("role", "group", "title") and (not words or words in (["'s"], ["’s"], ["'"], ["’"]))
    if last.kind == "organisation":
        own = not gap or (bool(last.code) and words in (["'s"], ["’s"]))
        return after.kind in ("role", "title") and own and len(last.ids) == 1
    if last.kind in ("role", "title"):
        if after.kind in ("role", "title") and not last.plural:
            more = words in (["and"], [","], ["&"], ["/"]) and "the" not in [w.lower() for w in gap]
            return not words or (more and (after.kind == "role" or last.words[:1].isupper()))
        if after.kind == "person":
            return (
                (not words or (words == [","] and last.kind == "role" and _comma_name(sentence, last, after)))
                and not last.plural
            ) or (last.plural and not words)
    return False


def _is_owner(sentence: Sentence, state: Atom, office: Atom) -> bool:
    """Whether a state owns an office over words in small letters: "Chile's chief nuclear negotiator"."""
    between = sentence.tokens[state.last + 1 : office.first]
    if not between or between[0].text not in ("'s", "’s") or sentence.tokens[state.last].dep != "poss":
        return False
    is_plain = all(t.text.islower() and t.pos in ("ADJ", "NOUN") for t in between[1:])
    return is_plain and sentence.tokens[state.last].head == office.last


def is_leaning(sentence: Sentence, first: int) -> bool:
    """ "pro-Kremlin", "anti-Seoul": the state of the word is no owner of what follows."""
    before = [t.text.lower() for t in sentence.tokens[max(0, first - 2) : first]]
    return len(before) == 2 and before[1] in ("-", "–") and before[0] in load_lexicon().leanings


def _comma_name(sentence: Sentence, last: Atom, after: Atom) -> bool:
    """ "Secretary of State, Marco Rubio": a comma before a name right after a capitalised office."""
    return last.words[:1].isupper() and " " in after.words


def _phrases_of(sentence: Sentence, run: list[Atom], lexicon: Lexicon) -> list[Phrase]:
    """The phrases that one run of joined atoms is: one, or one a state where an office's words mean no office."""
    last = run[-1]
    states, roles = _states_and_roles(run)
    first = _first_token(sentence, run, lexicon)
    past = _past(sentence, run, lexicon)
    at, end = (last.first, last.last), last.last
    gender = next((a.code for a in run if a.kind == "title" and a.code), "")
    if last.kind == "person":
        several, body = any(a.plural for a in run[:-1]), _body_before(run)
        named = Phrase("person", first, end, last.words, at, states, roles, last.ids, None, gender, "", past, several)
        named = replace(named, code=last.code)
        if body and is_envoy(roles):
            return [replace(named, is_sent=True)]
        return [replace(named, body=body) if body else named]
    if last.kind in ("role", "title") and not roles:
        return [_plain(a) for a in run if a.kind in ("state", "adjective", "metonym")]
    if last.kind in ("role", "title"):
        at = (run[0].first, last.last)
        return [Phrase("role", first, end, "", at, states, roles, gender=gender, past=past, plural=last.plural)]
    if last.kind == "group":
        owner = next((a for a in run[:-1] if a.kind == "person"), None)
        cabinet = next((a.group.state for a in run[:-1] if a.group), "")
        if owner is not None:
            told = owner.words
            return [Phrase("group", first, end, told, at, states, ids=owner.ids, group=last.group, owner=told)]
        return [Phrase("group", first, end, "", at, states, group=last.group, past=past, plural=True, code=cabinet)]
    return [_plain(last)]


def _plain(atom: Atom) -> Phrase:
    """A phrase of one atom that nothing was joined to."""
    at = (atom.first, atom.last)
    if atom.kind in ("collective", "pronoun"):
        return Phrase(_kind(atom), *at, atom.words, at, code=atom.code)
    states = tuple(atom.code.split("+")) if atom.code and atom.kind != "organisation" else ()
    return Phrase(_kind(atom), *at, atom.words, at, states, ids=atom.ids)


def _states_and_roles(run: list[Atom]) -> tuple[tuple[str, ...], tuple[tuple[RoleWord, ...], ...]]:
    """The states and offices that a run tells; an organisation before an office is the office's owner, before a named
    person not.
    """
    coded = (a.code for a in run if a.kind in ("state", "adjective", "metonym"))
    states = tuple(dict.fromkeys(c for code in coded for c in code.split("+")))
    roles = tuple(a.roles for a in run if a.kind in ("role", "title") and a.roles)
    if run[0].kind != "organisation" or len(run) == 1:
        return states, roles
    if run[-1].kind == "person" and run[0].code:
        return (), roles
    if run[-1].kind == "person":
        return (), tuple(tuple(replace(w, roles=(), rank=3) for w in row) for row in roles)
    return run[0].ids, roles


def _body_before(run: list[Atom]) -> str:
    """The organisation of states that a person leads or serves: "NATO Secretary-General Jens Stoltenberg"."""
    return run[0].code if run[0].kind == "organisation" and any(a.roles for a in run) else ""


def _kind(atom: Atom) -> PhraseKind:
    return atom.kind if atom.kind != "title" else "role"


def _past(sentence: Sentence, run: list[Atom], lexicon: Lexicon) -> str:
    """``past`` or ``then`` if a word before or inside the phrase says that the office is over."""
    near = (t.text.lower() for t in sentence.tokens[max(0, run[0].first - 2) : run[-1].last])
    return next((lexicon.before[w] for w in near if lexicon.before.get(w)), "")


def _first_token(sentence: Sentence, run: list[Atom], lexicon: Lexicon) -> int:
    """First token of the phrase with its article and adjectives."""
    first = run[0].first
    while (
        first > 0
        and _goes_before(sentence, first - 1, lexicon)
        and run[0].kind in ("role", "group", "adjective", "state", "metonym", "title")
    ):
        if (run[-1].kind == "person" and sentence.tokens[first - 1].text.lower() == "the") or (
            len(run) == 1 and run[0].kind not in ("role", "group")
        ):
            break
        first -= 1
    return first


def _goes_before(sentence: Sentence, k: int, lexicon: Lexicon) -> bool:
    word = sentence.tokens[k].text.lower()
    return (
        word == "the"
        or word in lexicon.before
        or (word == "-" and k > 0 and sentence.tokens[k - 1].text.lower() in lexicon.before)
    )


def _with_apposition(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """ "Ishaq Dar, Pakistan's foreign minister, …" and "the army chief, Asim Munir, …" become one phrase."""
    found: list[Phrase] = []
    for phrase in phrases:
        before = found[-1] if found else None
        gap = words_between(sentence, before.last, phrase.first) if before else []
        if (
            (
                before
                and before.kind == "person"
                and phrase.kind == "role"
                and not phrase.plural
                and gap in ([","], [",", "the"], [",", "a"], [",", "an"])
            )
            and not before.roles
            and _closes(sentence, phrase.last)
        ):
            found[-1] = replace(
                before, states=before.states or phrase.states, roles=phrase.roles, past=before.past or phrase.past
            )
            continue
        if (
            before
            and before.kind == "role"
            and phrase.kind == "person"
            and not before.plural
            and gap == [","]
            and not phrase.roles
            and _closes(sentence, phrase.last)
        ):
            found[-1] = replace(phrase, states=before.states, roles=before.roles, first=before.first, past=before.past)
            continue
        found.append(phrase)
    return found


def _share_noun(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """ "Turkish and Greek officials": people of each state, one phrase."""
    found: list[Phrase] = []
    for phrase in phrases:
        while found and _is_of_list(sentence, found[-1], phrase):
            phrase = replace(phrase, first=found[-1].first, states=(*found.pop().states, *phrase.states))
        found.append(phrase)
    return found


def _is_of_list(sentence: Sentence, before: Phrase, phrase: Phrase) -> bool:
    """Whether an adjective is joined to that of a group or of an office in the plural."""
    if before.kind != "adjective" or phrase.kind not in ("group", "role") or not phrase.plural or not phrase.states:
        return False
    gap = words_between(sentence, before.last, phrase.first)
    return gap in (["and"], [","], [",", "and"]) and not is_organ(phrase) and before.states[0] not in phrase.states


def _closes(sentence: Sentence, last: int) -> bool:
    """Whether a comma, a dash, a bracket or the sentence's end follows."""
    after = last + 1
    return after >= len(sentence.tokens) or sentence.tokens[after].text in (
        ",",
        ".",
        "—",
        "–",
        ")",
        ";",
        ":",
        "and",
        "said",
        "says",
        "told",
        "in",
        "who",
    )


def _share_plural(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """ "Presidents X and Y": the office of the first holds for the second."""
    found: list[Phrase] = []
    for phrase in phrases:
        before = found[-1] if found else None
        gap = [w.lower() for w in words_between(sentence, before.last, phrase.first)] if before else []
        two = before is not None and before.kind == phrase.kind == "person" and before.plural and not phrase.roles
        if before and two and gap in (["and"], [","], [",", "and"]):
            phrase = replace(phrase, roles=before.roles, plural=True)
        found.append(phrase)
    return found
