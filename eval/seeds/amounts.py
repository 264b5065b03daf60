"""Every amount of the seeds' gold beside the record: value, unit, measure, period, sides, and whether it is rounded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from eval.seeds.exported import Row, Seeds

_PLEDGED = frozenset({"pledge", "commitment"})


@dataclass(frozen=True)
class Wanted:
    """One amount of the gold and the stretches of reports that tell it; ``None`` where the gold says nothing."""

    name: str
    value: float
    unit: str
    measures: frozenset[str]
    pieces: tuple[Row, ...]
    period: str | None = None
    sides: frozenset[str] | None = None
    on: str | None = None
    rounded_in: str | None = None


def judge_amounts(seeds: Seeds) -> dict[str, str]:
    """Each amount of the gold -> "" where every report of it is read so, else what is wrong."""
    return {w.name: "; ".join(f"{p['doc']}: {e}" for p in w.pieces for e in errors(seeds, w, p)) for w in wanted(seeds)}


def wanted(seeds: Seeds) -> Iterator[Wanted]:
    """The amounts of events, then those of figures, one each for a value and its period."""
    for event in seeds.gold["events"]:
        for q in event["quantities"]:
            yield of_event(event, q)
    for f in seeds.gold["figures"]:
        for v in f["values"]:
            name, sides = f"{f['id']} {v['period']}", frozenset(f["parties"])
            pieces, measures = tuple(f["evidence"]), frozenset({f["measure"]})
            yield Wanted(name, v["value"], v["unit"], measures, pieces, v["period"], sides)


def of_event(event: Row, q: Row) -> Wanted:
    """A rate with the side that it is on ("from Peru"), or a pledge with the report that rounds it ("around (003)")."""
    pieces = tuple(p for p in event["evidence"] if {"rate", "amount"} & set(p["field"].split("+")))
    is_rate = "tariff" in q.get("what", "")
    measures = frozenset({"tariff_rate"}) if is_rate else _PLEDGED
    on = q["what"].partition(" from ")[2] if is_rate else None
    rounded = q.get("approx", "").partition("(")[2].rstrip(")") or None
    return Wanted(event["id"], q["value"], q["unit"], measures, pieces, on=on, rounded_in=rounded)


def errors(seeds: Seeds, want: Wanted, piece: Row) -> Iterator[str]:
    """What the record has wrong of one telling; nothing where all is right."""
    document = seeds.document(piece["doc"]).get("id")
    here = [q for q in seeds.rows["quantities"] if q["document_id"] == document and stands_in(q, piece)]
    found = next((q for q in here if (q["value"], q["unit"]) == (want.value, want.unit)), None)
    if found is None:
        yield "not found"
        return
    ours, theirs = ({p["state"] for p in found[side]} for side in ("actors", "recipients"))
    names = {p["name"] for p in found["recipients"]}
    if found["measure"] not in want.measures:
        yield f"measures {found['measure']}"
    if want.period is not None and found["period"] != want.period:
        yield f"of {found['period']}"
    if want.sides is not None and ours | theirs != want.sides:
        yield f"of {sorted(ours | theirs)}"
    if want.on is not None and (want.on not in names or not ours - theirs):
        yield f"of {sorted(ours)} on {sorted(theirs)}"
    if want.rounded_in is not None and bool(found["approx"]) != (want.rounded_in == piece["doc"]):
        yield "rounded or not"


def stands_in(quantity: Row, piece: Row) -> bool:
    """Whether the amount's words lie in the gold's."""
    return any(piece["start"] <= e["start"] and e["end"] <= piece["end"] for e in quantity["evidence"])
