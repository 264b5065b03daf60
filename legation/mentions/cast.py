"""The people of one document: who is named, under which forms, with which office and state, resolved against the
knowledge.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from legation.knowledge import Knowledge, name_form
from legation.knowledge.names import SUFFIXES, name_orders, other_forms, surnames
from legation.knowledge.roles import MANY_HOLDERS
from legation.mentions.lexicon import fitting_word
from legation.mentions.member import Member
from legation.mentions.namesakes import Namesakes
from legation.mentions.persons import SPEAKER
from legation.mentions.phrase import Phrase
from legation.mentions.titled import is_same_office
from legation.records import Office, Party
from legation.text import stable_id

_LOW = 3  # rank from which on a title beside the name goes before the office that the knowledge has


class Cast:
    """The members of a document; built in a first pass over full names, asked in a second pass."""

    def __init__(self, knowledge: Knowledge, day: date | None, states: Counter[str], organ: str | None = None) -> None:
        self.knowledge, self.day, self.states, self.organ = knowledge, day, states, organ
        self.namesakes = Namesakes(knowledge, day, states, organ)
        self.members: dict[str, Member] = {}
        self.by_form: dict[str, list[str]] = {}

    # -- first pass ---------------------------------------------------------------------------------------------------

    def add(self, phrase: Phrase) -> Member | None:
        """The member that a person phrase names, new or known; None when several people fit and nothing decides."""
        member = self._known_member(phrase) or self._from_knowledge(phrase)
        if member is None:
            if self._ambiguous(phrase) or phrase.code == SPEAKER:
                return None
            member = self._unknown(phrase)
        self._learn(member, phrase)
        return member

    def add_prominent(self, phrase: Phrase) -> None:
        """Learn of the only holder of a high office whose surname a phrase is, if there is one."""
        fits = [a for a in self.namesakes.find(phrase) if self.namesakes.is_likely(a, phrase)]
        if len(fits) == 1:
            self.add(phrase)

    def count(self, phrase: Phrase) -> None:
        """Note that a bare surname names a member once more."""
        member = self._known_member(phrase)
        if member is not None:
            member.count += 1

    def _known_member(self, phrase: Phrase) -> Member | None:
        form = name_form(phrase.name)
        fits = [self.members[k] for k in self.by_form.get(form, ())]
        fits = [m for m in fits if self._agrees(m, phrase)] if len(fits) > 1 or phrase.states else fits
        fits = fits or self._begun_by(form) or self._called(phrase)
        fits = [m for m in fits if not self._is_of_other_gender(m, phrase)]
        if len(fits) == 1:
            return None if self._is_meant_of_another(fits[0], phrase) else fits[0]
        if len(fits) > 1:
            best = sorted(fits, key=lambda m: (m.rank or 5, -m.count))
            if (best[0].rank or 5) < (best[1].rank or 5) or best[0].count > 2 * best[1].count:
                return best[0]
        return None

    def _begun_by(self, form: str) -> list[Member]:
        """Members whose longer names begin with two words or more: "Hassan Sheikh" for "Hassan Sheikh Mohamud"."""
        if " " not in form:
            return []
        return [m for m in self.members.values() if any(f.startswith(f"{form} ") for f in m.forms)]

    def _called(self, phrase: Phrase) -> list[Member]:
        """The only member whose given name a bare name is, where nobody bears it as a surname: "Jared"."""
        form = name_form(phrase.name)
        if " " in form or phrase.roles or phrase.states or self.knowledge.people_surnamed(phrase.name):
            return []
        found = [m for m in self.members.values() if any(f.startswith(f"{form} ") for f in m.forms)]
        return found if len(found) == 1 else []

    def _is_meant_of_another(self, member: Member, phrase: Phrase) -> bool:
        """Whether a bare surname stands with an office that a namesake holds: "President Biden" where only Jill Biden
        was told.
        """
        roles = tuple(r for row in phrase.roles for word in row for r in word.roles)
        if " " in name_form(phrase.name) or not roles or phrase.past or self.day is None:
            return False
        reigning = [a.id for a in self.namesakes.reigning_as(phrase)]
        if reigning:
            return member.key not in reigning
        if self.holds(member, roles, None) or any(r in roles for r, _ in member.said):
            return False
        offices = {a.id: self.knowledge.offices_of(a.id, self.day) for a in self.namesakes.find(phrase)}
        holders = [i for i, held in offices.items() if any(o.role in roles for o in held)]
        return len(holders) == 1 and holders[0] != member.key

    def _is_of_other_gender(self, member: Member, phrase: Phrase) -> bool:
        """Whether a title beside a surname speaks against a person of the knowledge: "Mr. Clinton" is not Hillary."""
        known = self.knowledge.gender(member.actor_id) if member.actor_id else None
        return bool(known and phrase.gender and phrase.gender != known)

    def _ambiguous(self, phrase: Phrase) -> bool:
        form = name_form(phrase.name)
        return " " not in form and len(self.by_form.get(form, ())) > 1

    def _agrees(self, member: Member, phrase: Phrase) -> bool:
        """Whether the state and gender of a phrase do not speak against a member."""
        if phrase.states and member.state and member.state not in phrase.states:
            return any(o.state in phrase.states for o in self.offices(member))
        return not (phrase.gender and member.gender and phrase.gender != member.gender)

    def _from_knowledge(self, phrase: Phrase) -> Member | None:
        actor = self.namesakes.pick(self.namesakes.find(phrase), phrase)
        if actor is None:
            return None
        if actor.id in self.members:
            return self.members[actor.id]
        member = Member(actor.id, actor.name, actor.id, actor.state, self.knowledge.gender(actor.id))
        offices = self.knowledge.offices_of(actor.id, self.day) if self.day else ()
        member.rank = offices[0].seniority if offices else None
        self.members[actor.id] = member
        for name in (actor.name, *actor.names):
            self._index(member, name)
        return member

    def _unknown(self, phrase: Phrase) -> Member:
        key = stable_id("person", name_form(phrase.name))
        member = self.members.get(key) or Member(key, phrase.name)
        self.members[key] = member
        self._index(member, phrase.name)
        return member

    def _index(self, member: Member, name: str) -> None:
        forms = {name_form(name), *surnames(name, member.state), *other_forms(name, member.state)}
        words = name_form(name).split()
        if len(words) > 2 and words[-1] in SUFFIXES:
            forms.add(" ".join(words[-2:]))
        if len(words) == 2 and name_orders().get(member.state or "") == "either":
            forms.update(words)
        for form in forms:
            member.forms.add(form)
            keys = self.by_form.setdefault(form, [])
            if member.key not in keys:
                keys.append(member.key)

    def _learn(self, member: Member, phrase: Phrase) -> None:
        """What the phrase says of a member: state, office, gender, longer name."""
        member.count += 1
        member.body = member.body or phrase.body
        member.title = member.title or phrase.office
        member.is_sent = member.is_sent or phrase.is_sent
        member.speaks = member.speaks or phrase.code == SPEAKER
        if member.actor_id is None and len(phrase.name) > len(member.name):
            member.name = phrase.name
        if phrase.states and (member.state is None or member.actor_id is None):
            member.state = phrase.states[0]
            self._index(member, member.name)
        member.gender = (
            member.gender
            or phrase.gender
            or next((w.gender for row in phrase.roles for w in row if w.gender), None)
            or self.knowledge.gender_of_name(member.name)
        )
        if member.is_sent and member.state is None:
            member.state = self.organ  # of the state that prints the text itself
        for row in phrase.roles:
            word = fitting_word(row, phrase.states or ((member.state,) if member.state else ()))
            alone = word.states[0] if len(word.states) == 1 else ""
            if not member.body and not phrase.states and alone not in self.knowledge.states:
                member.body = alone
            state = phrase.states[0] if phrase.states else member.body or member.state or alone
            if phrase.past == "past":
                member.former = True
                member.said_past.extend((r, state) for r in word.roles[:1])
                continue
            if member.state is None and not member.body:
                member.state = alone or None
            member.sector = member.sector or word.sector
            if word.rank and (member.rank is None or word.rank < member.rank):
                member.rank, member.office_words = word.rank, word.words
            if state:
                member.said.extend((r, state) for r in word.roles[:1] if (r, state) not in member.said)

    def given_names(self) -> list[str]:
        """Single given names that only one member bears and that are nobody's surname here."""
        firsts = Counter(first for m in self.members.values() for first in {f.split()[0] for f in m.forms if " " in f})
        return [f for f, n in firsts.items() if n == 1 and f not in self.by_form]

    # -- questions ----------------------------------------------------------------------------------------------------

    def find(self, phrase: Phrase) -> Member | None:
        """The member whom a person phrase means, second pass."""
        return self._known_member(phrase) or self.add(phrase)

    def offices(self, member: Member) -> tuple[Office, ...]:
        """Offices held on the document's day; without a day, those that the text gives him."""
        if member.actor_id and self.day:
            return self.knowledge.offices_of(member.actor_id, self.day)
        said = (f"{state}:{role}" for role, state in member.said if role not in MANY_HOLDERS)
        found = (self.knowledge.office(key) for key in said if not (self.day and self.knowledge.is_held(key, self.day)))
        return tuple(o for o in found if o is not None)

    def with_role(self, roles: tuple[str, ...], state: str | None) -> list[Member]:
        """Members who hold or are said to hold one of ``roles`` (of ``state``)."""
        found = []
        for member in self.members.values():
            held = {(o.role, o.state) for o in self.offices(member)} | set(member.said)
            if any(r in roles and (state is None or s == state) for r, s in held):
                found.append(member)
        return found

    def holds(self, member: Member, roles: tuple[str, ...], state: str | None) -> bool:
        """Whether the knowledge gives a member one of ``roles`` (of ``state``) on the day."""
        if member.actor_id is None or self.day is None:
            return False
        offices = self.knowledge.offices_of(member.actor_id, self.day)
        return any(o.role in roles and state in (None, o.state) for o in offices)

    def with_past_role(self, roles: tuple[str, ...], state: str | None) -> list[Member]:
        """Members who held one of ``roles`` (of ``state``) before the day and do not hold it, or are said so."""
        found = []
        for member in self.members.values():
            held = set(member.said_past) | self.knowledge.roles_left(member.actor_id, self.day)
            now = {(o.role, o.state) for o in self.offices(member)}
            if any(r in roles and (state is None or s == state) for r, s in held - now):
                found.append(member)
        return found

    def party(self, member: Member) -> Party:
        """The member as a party in the office of the day, or the one that the text gives; who leads an organisation of
        states stands for it.
        """
        party = self._party(member)
        body = self.knowledge.actor(member.body) if member.body else None
        if body is None or member.former or party.state == body.state:
            return party
        words = member.office_words or "official"
        return replace(
            party,
            office_id=None,
            office=f"{words[:1].upper()}{words[1:]} of {body.name}",
            state=body.state,
            sector="GOV",
        )

    def _party(self, member: Member) -> Party:
        party = Party(member.name, member.key, True)
        if member.actor_id:
            party = self.knowledge.party(member.actor_id, self.day, [s for _, s in member.said])
        if member.title and (party.seniority or 5) >= _LOW and not is_same_office(member.title, party.office or ""):
            sector = member.sector or party.sector
            state = party.state or member.state
            return replace(party, office_id=None, office=member.title, state=state, sector=sector, seniority=_LOW)
        if party.office_id is None and not member.former:
            office = next(iter(sorted(self.offices(member), key=lambda o: o.seniority or 5)), None)
            if office is not None:
                rank = office.seniority or member.rank
                return replace(
                    party,
                    office_id=office.id,
                    office=office.title,
                    state=office.state,
                    sector=office.sector,
                    seniority=rank,
                )
            words = f"{member.office_words[:1].upper()}{member.office_words[1:]}" if member.office_words else None
            state = party.state or member.state
            return replace(
                party, office=words, state=state, sector=member.sector or party.sector, seniority=member.rank
            )
        return replace(party, state=party.state or member.state, sector=party.sector or member.sector)
