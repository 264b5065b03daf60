"""What a build did, in numbers and in one line."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

CALLS = ("phone", "video")
MEETINGS = ("meeting", "talks", "visit")


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did and what the record holds now. ``kinds`` counts events by (type, mode).

    ``undated`` reports gave a day of publication that was not believed; ``unread`` ones are not in English: they are
    kept, but not analysed.
    """

    reports: int = 0
    added: int = 0
    unchanged: int = 0
    failed: int = 0
    claims: int = 0
    storylines: int = 0
    conflicts: int = 0
    agreements: int = 0
    kinds: dict[tuple[str, str | None], int] = field(default_factory=dict)
    undated: int = 0
    unread: int = 0

    @property
    def events(self) -> int:
        """How many events the record holds."""
        return sum(self.kinds.values())

    def line(self, store: Path | None = None) -> str:
        """The summary in one line; where something failed, the command that says why of ``store``.

        Example:
            >>> Summary(reports=5, conflicts=11, kinds={("CONSULT", "phone"): 3}, failed=1).line()
            '5 reports, 3 calls, 11 conflicts, 1 report failed: see `legation failures`'
        """
        consults = {mode or "": n for (kind, mode), n in self.kinds.items() if kind == "CONSULT"}
        calls, meetings = (sum(consults.get(mode, 0) for mode in modes) for modes in (CALLS, MEETINGS))
        contacts = sum(consults.values())
        counts = [(self.reports, "report"), (self.storylines, "storyline"), (calls, "call")]
        counts += [(meetings, "meeting and visit"), (contacts - calls - meetings, "other contact")]
        counts += [(self.agreements, "agreement"), (self.events - contacts, "other event")]
        counts += [(self.conflicts, "conflict")]
        parts = [counted(n, noun) for n, noun in counts if n or noun == "report"]
        if self.unread:
            parts.append(f"{self.unread} not in English and not analysed")
        told = [f"{counted(self.failed, 'report')} failed"] if self.failed else []
        told += [f"{counted(self.undated, 'day')} of publication not believed"] if self.undated else []
        if told:
            command = f"legation failures --store {store}" if store else "legation failures"
            parts.append(f"{', '.join(told)}: see `{command}`")
        return ", ".join(parts)


def counted(n: int, noun: str) -> str:
    """``1 call``, ``3 calls``, ``2 meetings and visits``."""
    if n == 1:
        return f"1 {noun.replace(' and ', ' or ')}"
    return f"{n} " + " and ".join(f"{part}s" for part in noun.split(" and "))
