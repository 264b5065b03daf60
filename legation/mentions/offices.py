"""Who is meant by an office without a name: "the South Korean president", "the minister", "foreign ministers of A and
B".
"""

from __future__ import annotations

from dataclasses import replace

from legation.knowledge import name_form
from legation.mentions.counterparts import holder_in, office_of_owner
from legation.mentions.lexicon import RoleWord
from legation.mentions.member import Member
from legation.mentions.owners import ORGAN
from legation.mentions.phrase import Phrase
from legation.mentions.phrases import is_leaning
from legation.mentions.scene import Scene
from legation.records import Party, Sentence, Token

_LATELY = 4  # sentences in which somebody was told, so that "the president" can be he
_FRESH = 400  # days in which somebody is new in an office
_ENVOY = 4  # rank of those whom a state sends
_SHORT = 4  # letters of an office's initials: "PM", "COAS"


def resolve_office(scene: Scene, sentence: Sentence, phrase: Phrase) -> tuple[Party, ...] | None:
    """The parties of an office without a name; empty where nobody is meant or several fit, None where the words are no
    mention.
    """
    if _is_title_of_unknown(sentence, phrase):
        return ()
    if phrase.plural:
        return tuple(p for state in phrase.states for p in _several(scene, sentence, phrase, state))
    if phrase.past == "then" and scene.cast.day is not None:
        return _former_holder(scene, sentence, phrase) or ()
    if phrase.past == "past":
        return _former_holder(scene, sentence, phrase)
    state = phrase.states[0] if phrase.states else None
    if state is None and _is_form_of_address(scene, sentence, phrase):
        addressed = _other_speaker(scene, phrase)
        if addressed is not None:
            return addressed
    if phrase.past == "coming" or (state is None and _is_of_another(scene, sentence, phrase)):
        return ()
    if phrase.code == ORGAN:
        return _just_told(scene, sentence, phrase, state)
    if state is not None and phrase.roles[0][0].words in scene.lexicon.mirrors:
        return _counterpart(scene, sentence, phrase, state)
    if state is not None and state not in scene.knowledge.states and _word(scene, phrase, state).rank == _ENVOY:
        state = scene.home if scene.is_official else None
        phrase = replace(phrase, states=(state,) if state else ())
    indefinite = _is_indefinite(scene, sentence, phrase)
    parties = () if indefinite else find_holder(scene, phrase, state)
    if parties and state is None and _is_stale(scene, sentence, phrase, parties[0]):
        return ()
    parties = parties or _just_told(scene, sentence, phrase, state)
    if parties or state is None or (indefinite and _word(scene, phrase, state).rank == 1):
        return parties
    return (_unnamed(scene, phrase, state, False),)


def _is_form_of_address(scene: Scene, sentence: Sentence, phrase: Phrase) -> bool:
    """ "Mr. President", "Madam Prime Minister": an office behind a title, as one calls somebody to his face."""
    return name_form(sentence.tokens[phrase.first].text) in scene.lexicon.titles


def _other_speaker(scene: Scene, phrase: Phrase) -> tuple[Party, ...] | None:
    """In a transcript whom the one who speaks can call so: the only other speaker of that office; nobody where two fit
    or none does. None outside transcripts.
    """
    roles = _word(scene, phrase, None).roles
    speakers = [m for m in scene.cast.members.values() if m.speaks]
    if not speakers:
        return None
    fits = [m for m in scene.cast.with_role(roles, None) if m.speaks and m.key != scene.history.voice]
    return (scene.cast.party(fits[0]),) if len(fits) == 1 else ()


def _is_title_of_unknown(sentence: Sentence, phrase: Phrase) -> bool:
    """ "President Nnamdi of …": an office in capitals without an article right before a name that nothing has."""
    first, after = sentence.tokens[phrase.first], phrase.last + 1
    if phrase.plural or phrase.states or after >= len(sentence.tokens) or not first.text.istitle():
        return False
    follows = sentence.tokens[after]
    return follows.pos == "PROPN" and follows.text.istitle() and first.text.lower() != "the"


def _counterpart(scene: Scene, sentence: Sentence, phrase: Phrase, state: str) -> tuple[Party, ...]:
    """ "his Turkish counterpart": the holder of his own office there, told or known; else somebody of that office."""
    office = office_of_owner(scene, sentence, phrase)
    if office is None or office.state == state:
        return (_unnamed(scene, replace(phrase, roles=(scene.lexicon.roles["official"],)), state, False),)
    member = _one(scene, (office.role,), state) if office.role else None
    held = (scene.cast.party(member),) if member else holder_in(scene, office, state)
    rows = (rows for rows in scene.lexicon.roles.values() if office.role and rows[0].roles[:1] == (office.role,))
    row = next(rows, scene.lexicon.roles["official"])
    return held or (_unnamed(scene, replace(phrase, roles=(row,)), state, False),)


def _is_stale(scene: Scene, sentence: Sentence, phrase: Phrase, party: Party) -> bool:
    """Whether "the new president" cannot be somebody because he has long been in office."""
    words = {t.text.lower() for t in sentence.tokens[phrase.first : phrase.last]}
    day = scene.cast.day
    if not words & scene.lexicon.fresh or day is None or party.actor_id is None:
        return False
    first = [t.first for t in scene.knowledge.terms_of(party.actor_id) if t.office_id == party.office_id and t.first]
    return bool(first) and all((day - f).days > _FRESH for f in first)


def _several(scene: Scene, sentence: Sentence, phrase: Phrase, state: str) -> tuple[Party, ...]:
    """One state's share of an office in the plural: its holder, several people of it, or the organisation itself."""
    if state not in scene.knowledge.states:
        return (scene.knowledge.party(state, None),)
    held = find_holder(scene, phrase, state) if _are_of_more_states(sentence, phrase) else ()
    return held or (_unnamed(scene, phrase, state, True),)


def _word(scene: Scene, phrase: Phrase, state: str | None) -> RoleWord:
    row = phrase.roles[0]
    if state:
        return next((w for w in row if state in w.states), next((w for w in row if not w.states), row[0]))
    fits = [w for w in row if w.states and any(scene.states[s] for s in w.states)]
    return next((w for w in row if not w.states), fits[0] if fits else row[0])


def find_holder(scene: Scene, phrase: Phrase, state: str | None) -> tuple[Party, ...]:
    """The holder of an office: who holds it on the day among those told, else whom the document names so, else whom
    the knowledge gives for the day.
    """
    word = _word(scene, phrase, state)
    if not word.roles:
        return ()
    if state is None and len(word.states) == 1:
        state = word.states[0]
    if state is None and scene.is_official and _is_title_at_home(scene, word):
        state = scene.home
    owners = (state,) if state or not scene.home else (None, scene.home)
    roles = _leading_first(scene, word.roles, state or scene.home)
    tried = [(r, owner) for r in ([roles[:1]] if roles != word.roles else []) + [roles] for owner in owners]
    named = next(
        (m for r, owner in tried if (m := _one(scene, r, owner)) and m.gender in (None, word.gender or m.gender)), None
    )
    if named is not None:
        return (scene.cast.party(named),)
    state = state or (scene.home if scene.is_official else None)
    if state is None or scene.cast.day is None:
        return ()
    for role in _leading_first(scene, word.roles, state):
        holders = scene.knowledge.holders(f"{state}:{role}", scene.cast.day)
        if len(holders) == 1:
            return (scene.knowledge.party(holders[0].id, scene.cast.day),)
        if holders:
            return ()
    return ()


def _is_title_at_home(scene: Scene, word: RoleWord) -> bool:
    """Whether a state's own text means its own by an office: "the President" in one of the White House."""
    office = scene.knowledge.office(f"{scene.home}:{word.roles[0]}")
    return office is not None and name_form(office.title).startswith(f"{word.words} of ")


def _leading_first(scene: Scene, roles: tuple[str, ...], state: str | None) -> tuple[str, ...]:
    """The offices that words like "leader" may mean, that of who leads the state first."""
    if state is None or scene.cast.day is None or roles[0] != "president" or "prime_minister" not in roles:
        return roles
    leading = scene.knowledge.leading_role(state, scene.cast.day)
    return (leading, *(r for r in roles if r != leading)) if leading else roles


def _one(scene: Scene, roles: tuple[str, ...], state: str | None) -> Member | None:
    """The only member who is told to hold an office, or the only one who does on the day, or was told in this or the
    last two sentences, or the one who leads by far, if the words tell his state, it is the report's home, or he was
    told lately.
    """
    members = scene.cast.with_role(roles, state)
    if len(members) <= 1:
        return members[0] if members else None
    members = [m for m in members if scene.cast.holds(m, roles, state)] or members
    ranked = sorted(members, key=lambda m: (-m.count, m.key))
    first = ranked[0]
    if len(ranked) == 1 or first.count >= 2 * ranked[1].count:
        is_at_hand = state is not None or first.state == scene.home or scene.history.is_recent(first.key, _LATELY)
        return first if is_at_hand else None
    recent = [m for m in members if scene.history.is_recent(m.key, 2)]
    return recent[0] if len(recent) == 1 else None


def _former_holder(scene: Scene, sentence: Sentence, phrase: Phrase) -> tuple[Party, ...] | None:
    """ "the former vice president": the only one told who held the office before; None where nobody is."""
    words = {t.text.lower() for t in sentence.tokens[phrase.first : phrase.last]}
    if not words & scene.lexicon.definite:
        return None
    state = phrase.states[0] if phrase.states else None
    found = scene.cast.with_past_role(_word(scene, phrase, state).roles, state)
    return (scene.cast.party(found[0]),) if len(found) == 1 else None


def _just_told(scene: Scene, sentence: Sentence, phrase: Phrase, state: str | None) -> tuple[Party, ...]:
    """ "the US official", "the minister": the only person of that state and rank told in this sentence or the last."""
    if sentence.tokens[phrase.first].text.lower() != "the":
        return ()
    word = _word(scene, phrase, state)
    if word.words not in scene.lexicon.generic:
        return ()
    for back in (0, 1):
        people = scene.history.people(sentence, back)
        fits = {
            p.actor_id: p for p in people if (state is None or p.state == state) and p.actor_id and _is_rank(p, word)
        }
        if fits:
            return tuple(fits.values()) if len(fits) == 1 else ()
    return ()


def _unnamed(scene: Scene, phrase: Phrase, state: str, plural: bool) -> Party:
    """An office-holder without a name: ``foreign minister of Turkey``."""
    word = _word(scene, phrase, state)
    if len(word.words) <= _SHORT and word.roles:
        rows = (row for rows in scene.lexicon.roles.values() for row in rows)
        word = next(row for row in rows if row.roles[:1] == word.roles[:1])
    name = f"{word.words} of {scene.name_of_state(state)}"
    return Party(
        name,
        f"{state}:{word.words.replace(' ', '_')}",
        not plural,
        office=name,
        state=scene.code_of(state),
        sector=word.sector or None,
        seniority=word.rank,
    )


def _is_of_another(scene: Scene, sentence: Sentence, phrase: Phrase) -> bool:
    """ "president of the Council on …", "leader of the army": an office of something that is neither a state nor an
    organisation known.
    """
    tokens, after = sentence.tokens, phrase.last + 1
    if is_leaning(sentence, phrase.first - 1):
        return True
    if (
        after >= len(tokens)
        or tokens[after].text != "of"
        or not scene.lexicon.roles.get(name_form(_text(tokens, phrase)))
    ):
        return False
    objects = sentence.child_tokens(tokens[after], "pobj")
    is_leader = any(len(w.roles) > 1 for w in phrase.roles[0])
    return any(
        t.pos == "PROPN" or t.ent or (is_leader and t.pos == "NOUN" and t.lemma not in scene.lexicon.realms)
        for t in objects
    )


def _text(tokens: tuple[Token, ...], phrase: Phrase) -> str:
    return " ".join(t.text for t in tokens[phrase.name_at[0] : phrase.last + 1])


def _is_indefinite(scene: Scene, sentence: Sentence, phrase: Phrase) -> bool:
    """ "a Southern leader", "at the leader level": nobody in particular, an ordinal, or part of another word."""
    head = sentence.tokens[phrase.last]
    if head.dep == "compound" and head.head > head.index and head.text.islower():
        return True
    words = {sentence.tokens[k].text.lower() for k in range(max(0, phrase.first - 1), phrase.last)}
    words |= {t.text.lower() for t in sentence.child_tokens(head, "det", "amod")}
    if words & scene.lexicon.indefinite:
        return True
    up = sentence.head(head)
    whole = sentence.span_head(sentence.tokens[phrase.first].start, head.end) or head
    if whole.dep == "pobj" and sentence.head(whole).text.lower() == "as":
        return True
    owned = phrase.states or any(t.dep == "poss" for t in sentence.child_tokens(head, "poss"))
    becomes = head.dep in ("attr", "oprd") and (up.lemma == "become" or up.tag == "VB" or not owned)
    return not words & scene.lexicon.definite and (becomes or (head.dep == "pobj" and up.text.lower() == "for"))


def _are_of_more_states(sentence: Sentence, phrase: Phrase) -> bool:
    """ "the German and French leaders": one of each; "Turkish leaders" are several of one state."""
    return len(phrase.states) > 1 or (phrase.first > 0 and sentence.tokens[phrase.first - 1].text in ("and", ","))


def _is_rank(party: Party, word: RoleWord) -> bool:
    """Whether somebody can be called so: an "official" or "minister" is no head of state or government."""
    if party.seniority is None:
        return word.rank is None
    return party.seniority != 1 and (word.rank is None or party.seniority <= word.rank)
