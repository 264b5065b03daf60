"""Who is meant by organs, groups and organisations: "Turkish officials", "the Foreign Office", a company of the
document.
"""

from __future__ import annotations

from dataclasses import replace

from legation.knowledge import name_form
from legation.mentions.phrase import Phrase
from legation.mentions.scene import Scene
from legation.records import Party, Sentence
from legation.text import stable_id

_MINISTERS = {
    "foreign_ministry": "foreign_minister",
    "prime_ministers_office": "prime_minister",
    "presidency": "president",
}


def resolve_group(scene: Scene, phrase: Phrase) -> tuple[Party, ...]:
    """One party a state for people in a group or an organ; "Obama administration" is his state."""
    group = phrase.group
    if group is None:
        return ()
    if phrase.owner:
        member = scene.cast.find(replace(phrase, kind="person", name=phrase.owner))
        if member and member.state:
            return (_body(scene, phrase, member.state),)
    states = phrase.states or _own_state(scene, phrase)
    if not group.key and group.name == "leaders":
        return ()
    return tuple(_body(scene, phrase, state) for state in states)


def _body(scene: Scene, phrase: Phrase, state: str) -> Party:
    group = phrase.group
    assert group is not None
    if group.key == "government" or state not in scene.knowledge.states:
        return scene.knowledge.party(state, None)
    key = f"{state}:{group.key or group.name.replace(' ', '_')}"
    name = f"{group.name} of {scene.name_of_state(state)}"
    return Party(name, key, False, state=scene.code_of(state), sector=group.sector)


def _own_state(scene: Scene, phrase: Phrase) -> tuple[str, ...]:
    """The state of a group named without one: the one that its words belong to, where a government's words need that
    the document tells of it.
    """
    group = phrase.group
    assert group is not None
    if phrase.code and (phrase.code == scene.home or scene.states[phrase.code]):
        return (phrase.code,)
    if group.state and (group.key != "government" or group.state == scene.home or scene.states[group.state]):
        return (group.state,)
    if group.state:
        return ()
    found = _home_of(scene, group.key)
    return found if not found or found[0] == scene.home else _if_told_last(scene, found)


def _if_told_last(scene: Scene, found: tuple[str, ...]) -> tuple[str, ...]:
    """The state of an organ named without one, unless only others were told last."""
    told = [t for t in scene.history.told if any(p.state in scene.knowledge.states for p in t.parties)]
    last = {p.state for t in told if t.sentence == told[-1].sentence for p in t.parties} - {None}
    return found if not last or found[0] in last else ()


def _home_of(scene: Scene, key: str) -> tuple[str, ...]:
    """The state of an organ named without one: that of the cast's minister whose organ it is, or the dateline's."""
    if not key.endswith(("_ministry", "_office", "presidency")):
        return ()
    role = _MINISTERS.get(key, key.replace("ministry", "minister"))
    special = {g.state for g in scene.lexicon.groups.values() if g.key == key and g.state}
    members = scene.cast.with_role((role,), None)
    states = {s for m in members for s in (m.state,) if s and s not in special}
    if len(states) == 1:
        return tuple(states)
    ranked = [(s, n) for s, n in scene.states.most_common() if s not in special]
    return (ranked[0][0],) if ranked and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]) else ()


def near_ids(scene: Scene, ids: tuple[str, ...]) -> tuple[str, ...]:
    """The one of several organisations of a name whose state the document tells; else all."""
    actors = [a for a in map(scene.knowledge.actor, ids) if a]
    near = tuple(a.id for a in actors if a.state and scene.states[a.state])
    return near if len(near) == 1 else ids


def company_of(scene: Scene, name: str) -> Party:
    """An organisation that only this document knows; its state is that of a state's word in its name, else unknown."""
    state = scene.knowledge.find_state(name.split()[0], "name", "adjective")
    return Party(name, stable_id("organisation", name_form(name)), False, state=state)


def state_flags(scene: Scene, sentence: Sentence, party: Party | None) -> tuple[str, ...]:
    """``state: …`` where the text bases a company in another state than the knowledge ("US-based")."""
    if party is None or party.state is None or party.sector not in ("BUS", "MIL"):
        return ()
    told = [b for b in scene.based if sentence.index - 1 <= b[0] <= sentence.index]
    words = next((w for _, code, w in reversed(told) if code != party.state), None)
    if words is None or any(code == party.state for _, code, _ in told):
        return ()
    home = scene.name_of_state(party.state)
    return (f"state: {party.name} is of {home}, the report says {words}-based",)


def note_based(scene: Scene, sentence: Sentence) -> None:
    """Remember "two US-based companies": whichever are named in this sentence or the next are meant."""
    tokens = sentence.tokens
    for k in range(2, len(tokens) - 1):
        if tokens[k].text.lower() == "based" and tokens[k - 1].text == "-":
            code = scene.knowledge.find_state(tokens[k - 2].text)
            if code and any(t.lemma.lower() in scene.lexicon.companies for t in tokens[k + 1 : k + 4]):
                scene.based.append((sentence.index, code, tokens[k - 2].text))
