"""Who of the knowledge can bear a name of a document: by state, office and day."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cached_property

from legation.knowledge import Knowledge, name_form
from legation.knowledge.names import SUFFIXES, is_respelt, surnames
from legation.mentions.persons import SPEAKER
from legation.mentions.phrase import Phrase
from legation.records import Actor

_MANY = 4  # namesakes in the same office of other states, from which on they are one person
PROMINENT = ("president", "prime_minister", "supreme_leader", "monarch", "foreign_minister", "vice_president")


class Namesakes:
    """Those of the knowledge who bear a name, on the day of a document that tells some states."""

    def __init__(self, knowledge: Knowledge, day: date | None, states: Counter[str], organ: str | None) -> None:
        self.knowledge, self.day, self.states, self.organ = knowledge, day, states, organ

    def find(self, phrase: Phrase) -> tuple[Actor, ...]:
        """All whom the name of a phrase can mean, whatever the state: "Lavrov" has one, "Kim" has many."""
        words = phrase.name.split()
        if len(words) == 1:
            people = self.knowledge.people_surnamed(phrase.name)
            if phrase.code == SPEAKER:
                return tuple(a for a in people if self._is_in_office_at_home(a, phrase))
            likely = self.reigning_as(phrase) or tuple(a for a in people if self.is_likely(a, phrase))
            return likely or tuple(a for a in people if self._is_famous(a, phrase)) or self._spelt_otherwise(phrase)
        found = self.knowledge.people_named(phrase.name)
        if not found and words[0].islower():
            found = tuple(a for a in self.knowledge.people_surnamed(phrase.name) if self.is_likely(a, phrase))
        if not found and name_form(words[-1]) in SUFFIXES:
            same = self.knowledge.people_named(" ".join(words[:-1]))
            return tuple(a for a in same if phrase.roles and self.is_likely(a, phrase))
        if not found and len(words) > 2:
            for shorter in (words[1:], [words[0], words[-1]], words[:-1]):
                found = self.knowledge.people_named(" ".join(shorter))
                found = tuple(a for a in found if self.is_likely(a, phrase))
                if found:
                    return found
        return found or self._holders_so_named(phrase)

    def reigning_as(self, phrase: Phrase) -> tuple[Actor, ...]:
        """For "King Salman": the monarchs of the day who reign under that name, whatever their sons are called."""
        if self.day is None or phrase.past or not any("monarch" in w.roles for row in phrase.roles for w in row):
            return ()
        form = name_form(phrase.name)
        return tuple(a for a in self._monarchs if name_form(a.name).partition(" ")[0] == form)

    @cached_property
    def _monarchs(self) -> tuple[Actor, ...]:
        """Whoever reigns anywhere on the day, once each."""
        found = (a for s in self.knowledge.states for a in self.knowledge.holders(f"{s}:monarch", self.day))
        return tuple({a.id: a for a in found}.values())

    def _is_in_office_at_home(self, actor: Actor, phrase: Phrase) -> bool:
        """Whether somebody holds an office of the state whose organ prints the text, or of one that it tells: there
        the office that the label names.
        """
        offices = self.knowledge.offices_of(actor.id, self.day) if self.day else ()
        roles = {r for row in phrase.roles for word in row for r in word.roles}
        told = [o for o in offices if self.states[o.state] > 0 and (self.organ is None or o.role in roles)]
        return bool(told) or any(o.state == self.organ for o in offices)

    def _spelt_otherwise(self, phrase: Phrase) -> tuple[Actor, ...]:
        """Those in high office of the states told one of whose other spellings has the bare surname."""
        if self.day is None:
            return ()
        form, states = name_form(phrase.name), phrase.states
        told = (a for s in states for r in PROMINENT for a in self.knowledge.holders(f"{s}:{r}", self.day))
        found = told if states else self._prominent
        fits = {a.id: a for a in found if any(form in surnames(name, a.state) for name in a.names)}
        return tuple(fits.values())

    @cached_property
    def _prominent(self) -> tuple[Actor, ...]:
        """Those in high office of the states told most."""
        states = [s for s, _ in self.states.most_common(4)]
        found = (a for s in states for r in PROMINENT for a in self.knowledge.holders(f"{s}:{r}", self.day))
        return tuple({a.id: a for a in found}.values())

    def _holders_so_named(self, phrase: Phrase) -> tuple[Actor, ...]:
        """Those who hold the office that the phrase names and whose names have all its words or nearly their letters;
        without an office, those in high office of the states told.
        """
        words = set(name_form(phrase.name).split())
        if self.day is None or phrase.past:
            return ()
        if not phrase.roles and not phrase.states:
            return tuple(a for a in self._prominent if is_respelt(phrase.name, a.name))
        keys = [r for row in phrase.roles for word in row for r in word.roles] or list(PROMINENT)
        found = [a for s in phrase.states for r in keys for a in self.knowledge.holders(f"{s}:{r}", self.day)]
        named = {a.id: a for a in found if phrase.roles and words <= set(name_form(a.name).split())}
        return tuple((named or {a.id: a for a in found if is_respelt(phrase.name, a.name)}).values())

    def is_likely(self, actor: Actor, phrase: Phrase) -> bool:
        """For a bare surname or a shortened name: holds an office now that the phrase names, or one that everybody
        knows.
        """
        offices = (
            self.knowledge.offices_of(actor.id, self.day) if self.day else self.knowledge.offices_of(actor.id, None)
        )
        roles = {key for row in phrase.roles for word in row for key in word.roles}
        states = set(phrase.states)
        for office in offices:
            if states and office.state not in states:
                continue
            if office.role in roles or (states and not roles and (office.seniority or 5) <= 2):
                return True
            if (
                not roles
                and self.day
                and office.role in PROMINENT
                and (self.states[office.state] > 0 or self.knowledge.gender(actor.id))
            ):
                return True
        return False

    def _is_famous(self, actor: Actor, phrase: Phrase) -> bool:
        """For a bare surname, spelt as he is called, of somebody of the everyday list who held office in the ten years
        before the day.
        """
        if (
            self.day is None
            or name_form(phrase.name) not in surnames(actor.name, actor.state)
            or not self.knowledge.is_famous(actor.id)
            or (phrase.states and actor.state not in phrase.states)
        ):
            return False
        return any(
            t.first and t.first <= self.day and (t.last is None or (self.day - t.last).days < 3660)
            for t in self.knowledge.terms_of(actor.id)
        )

    def pick(self, candidates: tuple[Actor, ...], phrase: Phrase) -> Actor | None:
        """The one candidate whom gender, state, office and day allow."""
        if phrase.gender:
            candidates = tuple(a for a in candidates if self.knowledge.gender(a.id) in (None, "", phrase.gender))
        if phrase.states:
            candidates = tuple(
                a
                for a in candidates
                if a.state in phrase.states
                or any(o.state in phrase.states for o in self.knowledge.offices_of(a.id, None))
            )
        if len(candidates) <= 1:
            return candidates[0] if candidates and self._timely(candidates[0]) else None
        if not phrase.states and self._reign_together(candidates):
            return None
        roles = {key for row in phrase.roles for word in row for key in word.roles}
        scored = sorted(((self._weight(a, roles), a.id, a) for a in candidates), key=lambda x: (-x[0], x[1]))
        return scored[0][2] if scored[0][0] > scored[1][0] else None

    def _reign_together(self, candidates: tuple[Actor, ...]) -> bool:
        """Whether namesakes of many states hold one office on the day: one monarch, listed for each of them."""
        held = Counter(o.role for a in candidates if self.day for o in self.knowledge.offices_of(a.id, self.day))
        return any(role and count >= _MANY for role, count in held.items())

    def _weight(self, actor: Actor, roles: set[str]) -> int:
        offices = self.knowledge.offices_of(actor.id, self.day) if self.day else ()
        weight = sum(8 for o in offices if o.role in roles)
        weight += 6 - min((o.seniority or 5) for o in offices) if offices else 0
        if not self.day:
            weight += sum(4 for o in self.knowledge.offices_of(actor.id, None) if o.role in roles)
        return weight + (2 if actor.state and self.states[actor.state] else 0)

    def _timely(self, actor: Actor) -> bool:
        """Whether a person of the knowledge can be in the news: in office, or begun within thirty years of the day."""
        day, terms = self.day, self.knowledge.terms_of(actor.id)
        if day is None or not terms:
            return True
        return any(not t.first or abs((day - t.first).days) < 11000 or t.first <= day <= (t.last or day) for t in terms)
