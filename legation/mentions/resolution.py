"""Phrases -> Mentions: each phrase of a document resolved in text order, with what was told before it in memory."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from legation.knowledge import Knowledge, name_form
from legation.mentions.cast import Cast, Member
from legation.mentions.lexicon import Lexicon, RoleWord
from legation.mentions.phrases import Phrase
from legation.mentions.references import History, resolve_collective, resolve_pronoun
from legation.mentions.stance import is_place
from legation.records import Evidence, Mention, MentionKind, Party, Sentence
from legation.text import stable_id

_INDEFINITE = frozenset(
    {"a", "an", "another", "any", "no", "every", "first", "next", "future", "last", "previous", "only", "elected"}
)
_DEFINITE = frozenset({"the", "this", "that"})


class Resolver:
    """Resolves the phrases of one document; ``history`` remembers who was meant where."""

    def __init__(
        self, knowledge: Knowledge, cast: Cast, states: Counter[str], lexicon: Lexicon, home: str | None = None
    ) -> None:
        """``home``: the state in which the report is at home."""
        self.knowledge, self.cast, self.states, self.lexicon = knowledge, cast, states, lexicon
        self.home = home
        self.history = History()
        self.based: list[tuple[int, str, str]] = []

    def resolve(self, text: str, sentence: Sentence, phrases: list[Phrase]) -> list[Mention]:
        """The mentions of one sentence in order."""
        self.history.begin(sentence, self._named_in(sentence, phrases))
        self._note_based(sentence)
        found: list[Mention] = []
        for phrase in phrases:
            mention = self._resolve(text, sentence, phrase)
            if mention is not None:
                found.append(mention)
                self.history.note(sentence, mention, self._genders(mention))
        return found

    def _named_in(self, sentence: Sentence, phrases: list[Phrase]) -> tuple[tuple[int, str], ...]:
        """Tokens and ids of the people whom a sentence names."""
        found = []
        for phrase in phrases:
            member = self.cast.find(phrase) if phrase.kind == "person" else None
            if member is not None:
                low, high = (sentence.tokens[i] for i in phrase.name_at)
                head = sentence.span_head(low.start, high.end)
                found.append((head.index if head else phrase.last, member.key))
        return tuple(found)

    def _resolve(self, text: str, sentence: Sentence, phrase: Phrase) -> Mention | None:
        if phrase.kind == "person":
            return self._person(text, sentence, phrase)
        if phrase.kind == "role":
            return self._role(text, sentence, phrase)
        if phrase.kind == "group":
            return self._make(
                text,
                sentence,
                phrase,
                "organisation" if phrase.group and phrase.group.key else "group",
                self._group(phrase),
            )
        if phrase.kind == "organisation":
            return self._organisation(text, sentence, phrase)
        if phrase.kind == "collective":
            return self._make(
                text,
                sentence,
                phrase,
                "collective",
                resolve_collective(self.history, sentence, phrase.code, self.knowledge),
            )
        if phrase.kind == "pronoun":
            parties, candidates = resolve_pronoun(self.history, sentence, phrase)
            return self._make(text, sentence, phrase, "pronoun", parties, candidates) if parties or candidates else None
        return self._state(text, sentence, phrase)

    # -- people -------------------------------------------------------------------------------------------------------

    def _person(self, text: str, sentence: Sentence, phrase: Phrase) -> Mention | None:
        member = self.cast.find(phrase)
        if member is None:
            candidates = tuple(self.cast.by_form.get(name_form(phrase.name), ()))
            return self._make(text, sentence, phrase, "person", (), candidates)
        if (
            member.actor_id is None
            and " " not in name_form(member.name)
            and not phrase.roles
            and not phrase.gender
            and member.count < 2
        ):
            return None
        return self._make(
            text, sentence, phrase, "person", (self.cast.party(member),), flags=self._office_flags(member, phrase)
        )

    def _office_flags(self, member: Member, phrase: Phrase) -> tuple[str, ...]:
        """``office: …`` where the text says "then-" or "former" of an office that is held on the day."""
        if not phrase.past or self.cast.day is None or member.actor_id is None:
            return ()
        roles = {r for row in phrase.roles for w in row for r in w.roles}
        held = [o for o in self.knowledge.offices_of(member.actor_id, self.cast.day) if o.role in roles]
        return (f"office: {member.name} is {held[0].title} on that day, the report says otherwise",) if held else ()

    # -- offices without a name ---------------------------------------------------------------------------------------

    def _role(self, text: str, sentence: Sentence, phrase: Phrase) -> Mention | None:
        if phrase.plural:
            parties = tuple(
                p
                for state in phrase.states
                for p in (_are_of_more_states(sentence, phrase) and self._held(phrase, state))
                or (self._unnamed(phrase, state, True),)
            )
            return self._make(text, sentence, phrase, "office", parties)
        if phrase.past == "past":
            return None
        state = phrase.states[0] if phrase.states else None
        parties = () if _is_indefinite(sentence, phrase) else self._held(phrase, state)
        if not parties:
            parties = self._just_told(sentence, phrase, state)
        if not parties and state and not (_is_indefinite(sentence, phrase) and self._words(phrase, state).rank == 1):
            parties = (self._unnamed(phrase, state, False),)
        return self._make(text, sentence, phrase, "office", parties)

    def _words(self, phrase: Phrase, state: str | None) -> RoleWord:
        row = phrase.roles[0]
        if state:
            return next((w for w in row if state in w.states), next((w for w in row if not w.states), row[0]))
        fits = [w for w in row if w.states and any(self.states[s] for s in w.states)]
        return next((w for w in row if not w.states), fits[0] if fits else row[0])

    def _held(self, phrase: Phrase, state: str | None) -> tuple[Party, ...]:
        """The holder of an office: whom the document names so, else whom the knowledge gives for the day."""
        word = self._words(phrase, state)
        if not word.roles:
            return ()
        if state is None and len(word.states) == 1:
            state = word.states[0]
        named = self._one(self.cast.with_role(word.roles, state))
        if named is None and state is None and self.home is not None:
            named = self._one(self.cast.with_role(word.roles, self.home))
        if named is not None:
            return (self.cast.party(named),)
        if state is None or self.cast.day is None:
            return ()
        for role in word.roles:
            holders = self.knowledge.holders(f"{state}:{role}", self.cast.day)
            if len(holders) == 1:
                return (self.knowledge.party(holders[0].id, self.cast.day),)
            if holders:
                return ()
        return ()

    def _one(self, members: list[Member]) -> Member | None:
        """The only member, or the only one told in this or the last two sentences, or the one who leads by far."""
        if len(members) <= 1:
            return members[0] if members else None
        ranked = sorted(members, key=lambda m: (-m.count, m.key))
        if ranked[0].count >= 2 * ranked[1].count:
            return ranked[0]
        recent = [m for m in members if self.history.is_recent(m.key, 2)]
        return recent[0] if len(recent) == 1 else None

    def _just_told(self, sentence: Sentence, phrase: Phrase, state: str | None) -> tuple[Party, ...]:
        """ "the US official", "the minister": the only person of that state and rank told in this sentence or the
        last.
        """
        first = sentence.tokens[phrase.first].text.lower()
        if first != "the":
            return ()
        word = self._words(phrase, state)
        if word.words not in self.lexicon.generic:
            return ()
        for back in (0, 1):
            people = self.history.people(sentence, back)
            fits = {
                p.actor_id: p
                for p in people
                if (state is None or p.state == state) and p.actor_id and _is_rank(p, word)
            }
            if fits:
                return tuple(fits.values()) if len(fits) == 1 else ()
        return ()

    def _unnamed(self, phrase: Phrase, state: str, plural: bool) -> Party:
        """An office-holder without a name: ``foreign minister of Turkey``."""
        word = self._words(phrase, state)
        name = f"{word.words} of {self._state_name(state)}"
        return Party(
            name,
            f"{state}:{word.words.replace(' ', '_')}",
            not plural,
            office=name,
            state=self._code(state),
            sector=word.sector or None,
            seniority=word.rank,
        )

    def _state_name(self, state: str) -> str:
        actor = self.knowledge.actor(state)
        return f"the {actor.name}" if actor and actor.name.startswith("United ") else actor.name if actor else state

    def _code(self, state: str) -> str | None:
        actor = self.knowledge.actor(state)
        return actor.state if actor else state

    # -- groups, organisations, states --------------------------------------------------------------------------------

    def _group(self, phrase: Phrase) -> tuple[Party, ...]:
        group = phrase.group
        if group is None:
            return ()
        if phrase.owner:
            member = self.cast.find(replace(phrase, kind="person", name=phrase.owner))
            return (self.knowledge.party(member.state, None),) if member and member.state else ()
        states = phrase.states or ((group.state,) if group.state else self._home_of(group.key))
        found = []
        for state in states:
            if not group.key and group.name == "leaders":
                continue
            if group.key == "government":
                found.append(self.knowledge.party(state, None))
                continue
            key = f"{state}:{group.key or group.name.replace(' ', '_')}"
            found.append(
                Party(
                    f"{group.name} of {self._state_name(state)}",
                    key,
                    False,
                    state=self._code(state),
                    sector=group.sector,
                )
            )
        return tuple(found)

    def _home_of(self, key: str) -> tuple[str, ...]:
        """The state of an organ named without one: that of the cast's minister whose organ it is, or the dateline's."""
        if not key.endswith(("_ministry", "_office", "presidency")):
            return ()
        role = {
            "foreign_ministry": "foreign_minister",
            "prime_ministers_office": "prime_minister",
            "presidency": "president",
        }.get(key, key.replace("ministry", "minister"))
        special = {g.state for g in self.lexicon.groups.values() if g.key == key and g.state}
        members = list(self.cast.with_role((role,), None))
        states = {s for m in members for s in (m.state,) if s and s not in special}
        if len(states) == 1:
            return tuple(states)
        ranked = [(s, n) for s, n in self.states.most_common() if s not in special]
        return (ranked[0][0],) if ranked and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]) else ()

    def _organisation(self, text: str, sentence: Sentence, phrase: Phrase) -> Mention:
        ids = phrase.ids
        if not ids:
            return self._make(text, sentence, phrase, "organisation", (self._company(phrase.name),))
        if len(ids) > 1:
            actors = [a for a in map(self.knowledge.actor, ids) if a]
            near = tuple(a.id for a in actors if a.state and self.states[a.state])
            ids = near if len(near) == 1 else ids
        parties = (self.knowledge.party(ids[0], self.cast.day),) if len(ids) == 1 else ()
        kind: MentionKind = "group" if parties and parties[0].sector == "REB" else "organisation"
        flags = self._state_flags(sentence, phrase, parties)
        return self._make(text, sentence, phrase, kind, parties, () if parties else ids, flags)

    def _company(self, name: str) -> Party:
        """An organisation that only this document knows; its state is that of a state's word in its name, else
        unknown.
        """
        first = name.split()[0]
        return Party(
            name,
            stable_id("organisation", name_form(name)),
            False,
            state=self.knowledge.find_state(first, "name", "adjective"),
        )

    def _state_flags(self, sentence: Sentence, phrase: Phrase, parties: tuple[Party, ...]) -> tuple[str, ...]:
        """``state: …`` where the text bases a company in another state than the knowledge ("US-based")."""
        if not parties or parties[0].state is None or parties[0].sector not in ("BUS", "MIL"):
            return ()
        told = [b for b in self.based if sentence.index - 1 <= b[0] <= sentence.index]
        words = next((w for _, code, w in reversed(told) if code != parties[0].state), None)
        if words is None or any(code == parties[0].state for _, code, _ in told):
            return ()
        home = self._state_name(parties[0].state)
        return (f"state: {parties[0].name} is of {home}, the report says {words}-based",)

    def _note_based(self, sentence: Sentence) -> None:
        """Remember "two US-based companies": whichever are named in this sentence or the next are meant."""
        tokens = sentence.tokens
        for k in range(2, len(tokens) - 1):
            if tokens[k].text.lower() == "based" and tokens[k - 1].text == "-":
                code = self.knowledge.find_state(tokens[k - 2].text)
                if code and any(t.lemma.lower() in self.lexicon.companies for t in tokens[k + 1 : k + 4]):
                    self.based.append((sentence.index, code, tokens[k - 2].text))

    def _state(self, text: str, sentence: Sentence, phrase: Phrase) -> Mention:
        code = phrase.states[0]
        if len(phrase.states) > 1:
            return self._make(
                text, sentence, phrase, "state", tuple(self.knowledge.party(c, None) for c in phrase.states)
            )
        if (
            phrase.kind == "place"
            or is_place(sentence, phrase.first, phrase.last, phrase.kind)
            or self._follows_its_city(sentence, phrase.first, code)
        ):
            return self._make(text, sentence, phrase, "place", (), (code,))
        return self._make(text, sentence, phrase, "state", (self.knowledge.party(code, None),))

    def _follows_its_city(self, sentence: Sentence, first: int, code: str) -> bool:
        """ "Davos, Switzerland": a state's name after a city of it says where, not who."""
        tokens = sentence.tokens
        if first < 2 or tokens[first - 1].text != "," or not tokens[first - 2].text[:1].isupper():
            return False
        words = tokens[first - 2].text
        place = self.knowledge.place(words, {code})
        return place is not None and place.country == code != place.id and self.knowledge.find_state(words) != code

    # -- making -------------------------------------------------------------------------------------------------------

    def _genders(self, mention: Mention) -> dict[str, str | None]:
        return {
            p.actor_id: self.cast.members[p.actor_id].gender
            if p.actor_id in self.cast.members
            else self.knowledge.gender(p.actor_id)
            for p in mention.parties
            if p.actor_id and p.person
        }

    def _make(
        self,
        text: str,
        sentence: Sentence,
        phrase: Phrase,
        kind: MentionKind,
        parties: tuple[Party, ...],
        candidates: tuple[str, ...] = (),
        flags: tuple[str, ...] = (),
    ) -> Mention:
        start, end = sentence.tokens[phrase.first].start, sentence.tokens[phrase.last].end
        low, high = (
            sentence.tokens[i]
            for i in (phrase.name_at if phrase.name_at[1] >= phrase.name_at[0] else (phrase.first, phrase.last))
        )
        head = sentence.span_head(low.start, high.end)
        evidence = Evidence.of(text, start, end, "actor")
        parties = tuple(replace(p, evidence=(evidence,)) for p in parties)
        return Mention(
            sentence.index,
            start,
            end,
            text[start:end],
            kind,
            head.index if head else phrase.last,
            parties,
            candidates,
            flags,
        )


def _is_indefinite(sentence: Sentence, phrase: Phrase) -> bool:
    """ "a Southern leader", "the first North Korean leader": nobody in particular, or an ordinal."""
    head = sentence.tokens[phrase.last]
    words = {sentence.tokens[k].text.lower() for k in range(max(0, phrase.first - 1), phrase.last)}
    words |= {t.text.lower() for t in sentence.child_tokens(head, "det", "amod")}
    if words & _INDEFINITE:
        return True
    up = sentence.head(head)
    owned = phrase.states or any(t.dep == "poss" for t in sentence.child_tokens(head, "poss"))
    becomes = head.dep in ("attr", "oprd") and (up.lemma == "become" or not owned)
    return not words & _DEFINITE and (becomes or (head.dep == "pobj" and up.text.lower() in ("as", "for")))


def _are_of_more_states(sentence: Sentence, phrase: Phrase) -> bool:
    """ "the German and French leaders": one of each; "Turkish leaders" are several of one state."""
    return len(phrase.states) > 1 or (phrase.first > 0 and sentence.tokens[phrase.first - 1].text in ("and", ","))


def _is_rank(party: Party, word: RoleWord) -> bool:
    """Whether somebody can be called so: an "official" or "minister" is no head of state or government."""
    if party.seniority is None:
        return word.rank is None
    return party.seniority != 1 and (word.rank is None or party.seniority <= word.rank)
