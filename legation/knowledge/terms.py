"""Offices and who held them when: terms of known dates, and terms that dated reports attest."""

from __future__ import annotations

from datetime import date, timedelta

from legation.knowledge.index import FIELD, Index
from legation.knowledge.tables import first_day, last_day
from legation.records import Office, Tenure

GRACE_DAYS = 366  # an open term is still believed this long after its source was last checked
Term = tuple[Tenure, date | None]  # with the day on which its source was last checked
_NAMING = ("supreme_leader", "president", "prime_minister", "foreign_minister")


class Terms:
    """Look-ups over the index, rows read when first asked for. Ids only; ``Knowledge`` turns them into actors."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._made: dict[str, tuple[Term, ...]] = {}
        self._offices: dict[str, Office | None] = {}

    def office(self, office_id: str) -> Office | None:
        """The office of an id."""
        if office_id not in self._offices:
            rows = self._index.offices.get(office_id)
            self._offices[office_id] = _make_office(office_id, rows[0]) if rows else None
        return self._offices[office_id]

    def in_office(self, office_id: str) -> tuple[Term, ...]:
        """All terms of an office in the order of the table."""
        if office_id not in self._made:
            self._made[office_id] = tuple(_make_term(office_id, r) for r in self._index.terms.get(office_id))
        return self._made[office_id]

    def of_person(self, actor_id: str) -> tuple[Term, ...]:
        """All terms of a person, by office."""
        offices = " ".join(self._index.held.get(actor_id)).split()
        return tuple(t for office in offices for t in self.in_office(office) if t[0].actor_id == actor_id)

    def holders(self, office_id: str, day: date | None) -> tuple[str, ...]:
        """Ids of the holders on ``day``, of all days without one; a known term hides an attested one."""
        held = [t for t, checked in self.in_office(office_id) if day is None or holds(t, checked, day)]
        best = min((doubt(t, day) for t in held), default=0)
        return tuple(dict.fromkeys(t.actor_id for t in held if day is None or doubt(t, day) == best))

    def offices_of(self, actor_id: str, day: date | None) -> tuple[Office, ...]:
        """The offices a person held on ``day``, highest first; without a day, all."""
        held = [t for t, checked in self.of_person(actor_id) if day is None or holds(t, checked, day)]
        held = [t for t in held if day is None or doubt(t, day) <= 1 or not self._is_taken(t, day)]
        found = {t.office_id: t for t in held}
        order = sorted(found, key=lambda i: (self._rank(i), _order(i), -(found[i].first or date.min).toordinal(), i))
        return tuple(office for i in order if (office := self.office(i)) is not None)

    def _is_taken(self, tenure: Tenure, day: date) -> bool:
        """Whether somebody else is known to hold the office on a day that an attestation only comes near to."""
        others = (t for t, checked in self.in_office(tenure.office_id) if holds(t, checked, day))
        return any(t.actor_id != tenure.actor_id and doubt(t, day) < doubt(tenure, day) for t in others)

    def _rank(self, office_id: str) -> int:
        office = self.office(office_id)
        return office.seniority if office and office.seniority else 5


def doubt(tenure: Tenure, day: date | None) -> int:
    """0 for a term of known dates, 1 for one attested around the day, else more with every day between."""
    if not tenure.attested or day is None:
        return 0
    first, last = tenure.first or day, tenure.last or day
    return 1 + max(0, (first - day).days, (day - last).days)


def holds(tenure: Tenure, checked: date | None, day: date) -> bool:
    """Whether a term covers ``day``; an attested or open one with a year's grace at its open ends."""
    grace = timedelta(days=GRACE_DAYS)
    if tenure.attested:
        first, last = tenure.first or tenure.last, tenure.last or checked
        return bool(first and first - grace <= day) and bool(last is None or day <= last + grace)
    if tenure.first is None and tenure.last is None:
        return False
    if tenure.first and day < tenure.first:
        return False
    if tenure.last:
        return day <= tenure.last
    return checked is None or day <= checked + grace


def _order(office_id: str) -> int:
    """Which of two offices of one rank names its holder: head of state before government, foreign minister before
    deputy.
    """
    role = office_id.partition(":")[2]
    return _NAMING.index(role) if role in _NAMING else len(_NAMING)


def _make_term(office_id: str, row: str) -> Term:
    person, first, last, checked, source = row.split(FIELD)
    words = f"{source}; checked {checked}"
    return Tenure(office_id, person, first_day(first), last_day(last), words, source.startswith("attested")), last_day(
        checked
    )


def _make_office(office_id: str, row: str) -> Office:
    title, state, sector, rank, role = row.split(FIELD)
    return Office(office_id, title, state, sector, int(rank) if rank else None, role or None)
