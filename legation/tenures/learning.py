"""Attestations of many reports -> learnt tenures: attested between two days, with their quotes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from legation.knowledge import Knowledge, name_form
from legation.records import Actor
from legation.tenures.attesting import Attestation

LEAST_DOCUMENTS = 2
Verdict = Literal["silent", "agrees", "earlier", "contradicts"]


@dataclass(frozen=True, slots=True)
class Learnt:
    """Somebody whom reports call by an office on days from ``first`` to ``last``.

    ``verdict`` compares with the knowledge: it is silent on those days, agrees, has the person in that office on other
    days (a title kept by courtesy, or history), or has somebody else, ``known``.
    """

    office_id: str
    title: str
    state: str
    person: str
    actor_id: str | None
    first: date
    last: date
    verdict: Verdict
    known: tuple[str, ...]
    attestations: tuple[Attestation, ...]

    @property
    def documents(self) -> int:
        """How many reports say so, copies left out."""
        return len({a.document_id for a in self.attestations})


def learn_tenures(
    attestations: Iterable[Attestation], knowledge: Knowledge, least_documents: int = LEAST_DOCUMENTS
) -> tuple[Learnt, ...]:
    """What at least ``least_documents`` reports say, by office, then by day; the order of the reports has no part.

    Spellings that share all words of the shorter one are one person. An office whose state the words do not tell only
    counts where the knowledge agrees.
    """
    by_office: dict[str, list[Attestation]] = defaultdict(list)
    for told in sorted(set(attestations), key=_place):
        if told.is_explicit or compare(told, knowledge)[0] == "agrees":
            by_office[told.office_id].append(told)
    found = [_learn(group, knowledge) for office in sorted(by_office) for group in _by_person(by_office[office])]
    kept = (t for t in found if t.documents >= least_documents)
    return tuple(sorted(kept, key=lambda t: (t.office_id, t.first, t.person)))


def _place(told: Attestation) -> tuple[date, str, int]:
    return told.day, told.document_id, told.evidence.start


def _by_person(attestations: list[Attestation]) -> list[list[Attestation]]:
    """Attestations of one person together; longer names are placed first, so that shorter ones find them."""
    groups: list[tuple[str | None, frozenset[str], list[Attestation]]] = []
    for told in sorted(attestations, key=lambda a: (-len(a.person.split()), a.person, *_place(a))):
        words = frozenset(name_form(told.person).split())
        fits = [g for key, known, g in groups if (told.actor_id and told.actor_id == key) or words <= known]
        if len(fits) == 1:
            fits[0].append(told)
        elif not fits:
            groups.append((told.actor_id, words, [told]))
    return [sorted(group, key=_place) for _, _, group in groups]


def _learn(group: list[Attestation], knowledge: Knowledge) -> Learnt:
    person = next((a for a in group if a.actor_id), max(group, key=lambda a: (len(a.person), a.person)))
    compared = [compare(a, knowledge) for a in group]
    verdicts = {verdict for verdict, _ in compared}
    verdict = next(v for v in ("agrees", "earlier", "contradicts", "silent") if v in verdicts)
    known = tuple(sorted({name for _, names in compared for name in names}))
    return Learnt(
        person.office_id,
        max(group, key=lambda a: (len(a.title), a.title)).title,
        person.state,
        person.person,
        person.actor_id,
        group[0].day,
        group[-1].day,
        verdict,
        () if verdict == "agrees" else known,
        tuple(group),
    )


def compare(told: Attestation, knowledge: Knowledge) -> tuple[Verdict, tuple[str, ...]]:
    """Whether the knowledge has the attested person in that office on that day, or only on others, or somebody else, or
    nobody; and whom it has.
    """
    holders = knowledge.holders(told.office_id, told.day)
    if any(_is_same(told, h) for h in holders):
        return "agrees", ()
    names = tuple(h.name for h in holders)
    if any(_is_same(told, h) for h in knowledge.holders(told.office_id, None)):
        return "earlier", names
    return ("contradicts", names) if holders else ("silent", ())


def _is_same(told: Attestation, holder: Actor) -> bool:
    """Whether a holder is the attested person: one id, or two words of a name shared."""
    words = set(name_form(told.person).split())
    names = (set(name_form(n).split()) for n in (holder.name, *holder.names))
    return holder.id == told.actor_id or any(len(words & n) >= 2 for n in names)
