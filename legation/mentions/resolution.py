"""Phrases -> Mentions: each phrase of a document resolved in text order, with what was told before it in memory."""

from __future__ import annotations

from dataclasses import replace

from legation.knowledge import name_form
from legation.mentions.bodies import company_of, near_ids, note_based, resolve_group, state_flags
from legation.mentions.collectives import resolve_collective
from legation.mentions.counterparts import as_counterpart
from legation.mentions.member import Member
from legation.mentions.offices import find_holder, resolve_office
from legation.mentions.persons import SPEAKER
from legation.mentions.phrase import Phrase
from legation.mentions.phrases import is_leaning
from legation.mentions.pronouns import resolve_pronoun
from legation.mentions.scene import Scene
from legation.mentions.stance import is_language, is_place
from legation.records import Evidence, Mention, MentionKind, Party, Sentence


def resolve_sentence(scene: Scene, text: str, sentence: Sentence, phrases: list[Phrase]) -> list[Mention]:
    """The mentions of one sentence in order; ``scene.history`` learns of each."""
    scene.history.begin(sentence, _named_in(scene, sentence, phrases))
    note_based(scene, sentence)
    found: list[Mention] = []
    for phrase in phrases:
        mention = _resolve(scene, text, sentence, phrase)
        if mention is not None:
            found.append(mention)
            scene.history.note(sentence, mention, _genders(scene, mention))
    return found


def _named_in(scene: Scene, sentence: Sentence, phrases: list[Phrase]) -> tuple[tuple[int, str], ...]:
    """Tokens and ids of the people whom a sentence names, or calls by an office that only one of them holds."""
    found = []
    for phrase in phrases:
        key = None
        if phrase.kind == "person":
            member = scene.cast.find(phrase)
            key = member.key if member else None
        elif phrase.kind == "role" and not phrase.plural and not phrase.past:
            held = find_holder(scene, phrase, phrase.states[0] if phrase.states else None)
            key = held[0].actor_id if held else None
        if key is not None:
            found.append((_head(sentence, phrase), key))
    return tuple(found)


def _head(sentence: Sentence, phrase: Phrase) -> int:
    """The token of a phrase that the rest of the sentence hangs on."""
    low, high = phrase.name_at if phrase.name_at[1] >= phrase.name_at[0] else (phrase.first, phrase.last)
    span = sentence.tokens[low : high + 1]
    return next((t.index for t in span if not low <= t.head <= high or t.head == t.index), phrase.last)


def _resolve(scene: Scene, text: str, sentence: Sentence, phrase: Phrase) -> Mention | None:
    if phrase.kind == "person":
        return _person(scene, text, sentence, phrase)
    if phrase.kind == "role":
        holders = resolve_office(scene, sentence, phrase)
        return _make(text, sentence, phrase, "office", holders) if holders is not None else None
    if phrase.kind == "group":
        kind: MentionKind = "organisation" if phrase.group and phrase.group.key else "group"
        return _make(text, sentence, phrase, kind, resolve_group(scene, phrase))
    if phrase.kind == "organisation":
        return _organisation(scene, text, sentence, phrase)
    if phrase.kind == "collective":
        pair = resolve_collective(scene.history, sentence, phrase, scene.knowledge)
        return _make(text, sentence, phrase, "collective", pair)
    if phrase.kind == "pronoun":
        parties, candidates = resolve_pronoun(scene.history, sentence, phrase, scene.lexicon.saying)
        return _make(text, sentence, phrase, "pronoun", parties, candidates) if parties or candidates else None
    if phrase.kind == "adjective" and is_language(sentence, phrase.first, phrase.last):
        return None
    return _state(scene, text, sentence, phrase)


def _person(scene: Scene, text: str, sentence: Sentence, phrase: Phrase) -> Mention | None:
    member = scene.cast.find(phrase)
    if member is None and phrase.code == SPEAKER:
        return None
    if member is None:
        candidates = tuple(scene.cast.by_form.get(name_form(phrase.name), ()))
        return _make(text, sentence, phrase, "person", (), candidates)
    if _is_stray(member, phrase):
        return None
    if phrase.code == SPEAKER:
        scene.history.voice = member.key
    party = as_counterpart(scene, sentence, phrase, scene.cast.party(member))
    return _make(text, sentence, phrase, "person", (party,), flags=_office_flags(scene, member, phrase))


def _is_stray(member: Member, phrase: Phrase) -> bool:
    """A single word that nothing else in the document makes a person of."""
    unknown = member.actor_id is None and " " not in name_form(member.name)
    return unknown and not phrase.roles and not phrase.gender and member.count < 2


def _office_flags(scene: Scene, member: Member, phrase: Phrase) -> tuple[str, ...]:
    """``office: …`` where the text says "then-" or "former" of an office that is held on the day."""
    if phrase.past not in ("past", "then") or scene.cast.day is None or member.actor_id is None:
        return ()
    roles = {r for row in phrase.roles for w in row for r in w.roles}
    held = [o for o in scene.knowledge.offices_of(member.actor_id, scene.cast.day) if o.role in roles]
    return (f"office: {member.name} is {held[0].title} on that day, the report says otherwise",) if held else ()


def _organisation(scene: Scene, text: str, sentence: Sentence, phrase: Phrase) -> Mention:
    if not phrase.ids:
        return _make(text, sentence, phrase, "organisation", (company_of(scene, phrase.name),))
    ids = near_ids(scene, phrase.ids) if len(phrase.ids) > 1 else phrase.ids
    party = scene.knowledge.party(ids[0], scene.cast.day) if len(ids) == 1 else None
    kind: MentionKind = "group" if party and party.sector == "REB" else "organisation"
    flags = state_flags(scene, sentence, party)
    return _make(text, sentence, phrase, kind, (party,) if party else (), () if party else ids, flags)


def _state(scene: Scene, text: str, sentence: Sentence, phrase: Phrase) -> Mention:
    code = phrase.states[0]
    where = len(phrase.states) == 1 and (
        phrase.kind == "place"
        or is_place(sentence, phrase.first, phrase.last, phrase.kind)
        or _follows_its_city(scene, sentence, phrase.first, code)
    )
    if where:
        return _make(text, sentence, phrase, "place", (), (_state_of_place(scene, phrase, code),))
    if is_leaning(sentence, phrase.first):
        return _make(text, sentence, phrase, "state", (), (code,))
    return _make(text, sentence, phrase, "state", tuple(scene.knowledge.party(c, None) for c in phrase.states))


def _state_of_place(scene: Scene, phrase: Phrase, code: str) -> str:
    """The state in which a seat's name lies here: Tripoli is Lebanon's where the report names Lebanon, not Libya."""
    if phrase.kind != "metonym" or code in scene.named or not scene.named:
        return code
    place = scene.knowledge.place(phrase.name, scene.named)
    return place.country if place is not None and place.country in scene.named else code


def _follows_its_city(scene: Scene, sentence: Sentence, first: int, code: str) -> bool:
    """ "Davos, Switzerland": a state's name after a city of it says where, not who."""
    tokens = sentence.tokens
    if first < 2 or tokens[first - 1].text != "," or not tokens[first - 2].text[:1].isupper():
        return False
    words = tokens[first - 2].text
    place = scene.knowledge.place(words, {code})
    if place is None or place.country != code or place.id == code:
        return False
    is_seat = scene.knowledge.find_state(words) == code
    return not is_seat or is_place(sentence, first - 2, first - 2, "metonym")


def _genders(scene: Scene, mention: Mention) -> dict[str, str | None]:
    people = [p.actor_id for p in mention.parties if p.actor_id and p.person]
    members = scene.cast.members
    return {i: members[i].gender if i in members else scene.knowledge.gender(i) for i in people}


def _make(
    text: str,
    sentence: Sentence,
    phrase: Phrase,
    kind: MentionKind,
    parties: tuple[Party, ...],
    candidates: tuple[str, ...] = (),
    flags: tuple[str, ...] = (),
) -> Mention:
    start, end = sentence.tokens[phrase.first].start, sentence.tokens[phrase.last].end
    evidence = Evidence.of(text, start, end, "actor")
    parties = tuple(replace(p, evidence=(evidence,)) for p in parties)
    head = _head(sentence, phrase)
    return Mention(sentence.index, start, end, text[start:end], kind, head, parties, candidates, flags)
