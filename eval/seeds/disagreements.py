"""Whether the record of the seeds disagrees where the gold says so, and nowhere else.

Each of the gold's conflicts takes one exported conflict of its kind on its event or on that event's ledger entry; what
no gold conflict takes is an other. One told of by a relation to another event is shown, but not found.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from eval.seeds.checks import all_conflicts, event_ids, ledger_of
from eval.seeds.exported import Row, Seeds

MOST_OTHERS = 3
HALF_BILLION = "500000000"


@dataclass(frozen=True)
class Tally:
    """Ids of the gold's conflicts that are found, shown as a relation only, or missing; notes of others; false ones."""

    found: tuple[str, ...]
    shown: tuple[str, ...]
    missing: tuple[str, ...]
    others: tuple[str, ...]
    false: tuple[str, ...]

    def line(self) -> str:
        """The tally in one line, what is amiss by name."""
        listed = len(self.found) + len(self.shown) + len(self.missing)
        parts = [f"{len(self.found)} of {listed} conflicts found"]
        parts += [f"told as a relation only: {', '.join(self.shown)}"] if self.shown else []
        parts += [f"missing: {', '.join(self.missing)}"] if self.missing else []
        parts.append(f"{len(self.others)} others, at most {MOST_OTHERS} wanted: {'; '.join(self.others)}")
        parts.append(f"taken for conflicts and none: {'; '.join(self.false) or 'nothing'}")
        return "\n   ".join(parts)


def tally(seeds: Seeds) -> Tally:
    """Compare the record's conflicts with the gold's."""
    free = {c["id"]: c for c in all_conflicts(seeds)}
    found: list[str] = []
    shown: list[str] = []
    missing: list[str] = []
    for wanted in seeds.gold["conflicts"]:
        fitting = [key for key, row in free.items() if fits(seeds, wanted, row)]
        if fitting:
            del free[max(fitting, key=lambda key: (documents_in_common(seeds, wanted, free[key]), key))]
            found.append(wanted["id"])
        else:
            (shown if is_related(seeds, wanted) else missing).append(wanted["id"])
    others = sorted(f"{row['kind']}: {row['note']}" for row in free.values())
    false = [words for words, is_told in zip(seeds.gold["not_conflicts"], NOT_CONFLICTS, strict=True) if is_told(seeds)]
    return Tally(tuple(found), tuple(shown), tuple(missing), tuple(others), tuple(false))


def fits(seeds: Seeds, wanted: Row, row: Row) -> bool:
    """Whether the row is of the wanted kind, on the wanted event or its ledger entry, and quotes a wanted report."""
    claims = seeds.claims(wanted["event"])
    homes = event_ids(claims) | {a["id"] for a in ledger_of(seeds, claims)}
    at_home = bool(homes & {row.get("event_id"), row.get("agreement_id")})
    return at_home and row["kind"] == wanted["kind"] and documents_in_common(seeds, wanted, row) > 0


def documents_in_common(seeds: Seeds, wanted: Row, row: Row) -> int:
    """How many of the wanted reports the readings quote."""
    names = {number: seeds.document(number).get("id") for group in wanted["docs"] for number in group}
    home = {c["id"]: c["document_id"] for c in seeds.rows["claims"]}
    quoted = {home.get(i) for reading in row["readings"] for i in reading["claim_ids"]}
    return len(set(names.values()) & quoted - {None})


def is_related(seeds: Seeds, wanted: Row) -> bool:
    """Whether the occasion of one saying is in doubt, and its event says of another that it is perhaps the same."""
    if wanted["kind"] != "scope":
        return False
    told = [seeds.event(i) for i in event_ids(seeds.claims(wanted["event"]))]
    return any(r["type"] == "perhaps_same" for e in told for r in e.get("relations", []))


# -- what agrees, in the order of the gold's ``not_conflicts`` ------------------------------------------------------


def values_of(row: Row) -> list[str]:
    return [str(reading["value"]) for reading in row["readings"]]


def tells_roundness(seeds: Seeds) -> bool:
    """An amount told once with and once without "around"."""
    return any(c["kind"] == "value" and HALF_BILLION in " ".join(values_of(c)) for c in all_conflicts(seeds))


def tells_direction(seeds: Seeds) -> bool:
    """One tariff, told by who exports and by who imports."""
    home = {a["id"] for a in ledger_of(seeds, seeds.claims("E08"))} | event_ids(seeds.claims("E08"))
    told = [c for c in all_conflicts(seeds) if home & {c.get("event_id"), c.get("agreement_id")}]
    return any(c["kind"] in ("role", "value", "identity") for c in told)


def tells_years(seeds: Seeds) -> bool:
    """Figures of two years."""
    told = " ".join(value for c in all_conflicts(seeds) if c["kind"] == "value" for value in values_of(c))
    return "7300000000" in told or "6900000000" in told


def tells_evening(seeds: Seeds) -> bool:
    """A day and an hour of it."""
    second = event_ids(seeds.claims("E03"))
    return any(c["kind"] == "date" and c["event_id"] in second for c in all_conflicts(seeds))


def tells_ministry(seeds: Seeds) -> bool:
    """Two names of one ministry."""
    names = ("Foreign Office", "Ministry of Foreign Affairs")
    return any(all(n in " ".join(values_of(c)) for n in names) for c in all_conflicts(seeds))


def tells_short_name(seeds: Seeds) -> bool:
    """A company by its short name and by its full one."""
    told = [" and ".join(values_of(c)).split(" and ") for c in all_conflicts(seeds) if c["kind"] == "identity"]
    return any(two.endswith(f" {one}") for names in told for one in names for two in names)


NOT_CONFLICTS: tuple[Callable[[Seeds], bool], ...] = (
    tells_roundness,
    tells_direction,
    tells_years,
    tells_evening,
    tells_ministry,
    tells_short_name,
)
