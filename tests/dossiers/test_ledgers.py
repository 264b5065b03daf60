"""Little dossiers: the reports of each file of ``ledger`` say what it expects, through the whole program."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml

from legation.agreements import Figure, make_figures
from legation.analysis import analyse
from legation.documents import make_document
from legation.reconciliation import reconcile
from legation.records import Agreement, Commitment, Party, Quantity, RawDocument, Record

Row = dict[str, Any]
FOLDER = Path(__file__).parent / "ledger"
PATHS = sorted(FOLDER.glob("*.yaml"))
KINDS = {"ledger", "figures", "commitments", "quantities", "never"}


class Dossier:
    """The record of a file's reports and what the file expects of it."""

    def __init__(self, path: Path) -> None:
        self.expected: Row = yaml.safe_load(path.read_text(encoding="utf-8"))
        raws = [
            RawDocument(f"{path.stem}-{k}", r["text"], outlet=r["outlet"], published=str(r["published"]))
            for k, r in enumerate(self.expected["reports"])
        ]
        self.record: Record = reconcile([analyse(make_document(raw)) for raw in raws])
        self.amounts = {q.id: q for q in self.record.quantities}

    def rows(self, kind: str) -> list[Row]:
        return list(self.expected.get(kind, []))

    def sums(self, readings: Iterable[Any], *, display: bool) -> list[str]:
        return sorted(amount_words(self.amounts[r.value]) for r in readings if r.display is display)


def amount_words(quantity: Quantity) -> str:
    values = [v for v in (quantity.value, quantity.low, quantity.high) if v is not None]
    return f"{' to '.join(f'{v.normalize():f}' for v in values)} {quantity.unit}"


def codes(parties: Iterable[Party]) -> set[str | None]:
    return {p.state for p in parties}


def fits_entry(entry: Agreement, wanted: Row) -> bool:
    parties = set(wanted.get("parties", codes(entry.parties)))
    signatories = {p.name for p in entry.signatories}
    return (
        codes(entry.parties) == parties
        and wanted.get("kind", entry.kind) == entry.kind
        and wanted.get("words", "") in entry.title
        and set(wanted.get("signatories", signatories)) == signatories
    )


def history(entry: Agreement, wanted: Row) -> list[list[str | None]]:
    """Steps with their day; a day that the file leaves open is left open."""
    steps = [(s.status, s.when) for s in entry.status]
    days = [str(w.first) if w is not None else None for _, w in steps]
    left = [d is None for _, d in wanted.get("history", [])] + [False] * len(steps)
    return [[s, None if is_open else d] for (s, _), d, is_open in zip(steps, days, left, strict=False)]


@pytest.fixture(scope="module", params=PATHS, ids=lambda p: p.stem)
def dossier(request: pytest.FixtureRequest) -> Dossier:
    return Dossier(request.param)


def test_each_file_expects_what_is_checked_and_each_check_has_a_file() -> None:
    expected = [set(yaml.safe_load(path.read_text(encoding="utf-8"))) - {"reports"} for path in PATHS]
    assert all(expected)
    assert set().union(*expected) == KINDS


def test_the_ledger_has_just_its_entries(dossier: Dossier) -> None:
    entries = list(dossier.record.agreements)
    for wanted in dossier.rows("ledger"):
        fits = [e for e in entries if fits_entry(e, wanted)]
        assert len(fits) == 1, [e.title for e in dossier.record.agreements]
        check_entry(dossier, fits[0], wanted)
    assert len(entries) == len(dossier.rows("ledger")), [e.title for e in entries]


def check_entry(dossier: Dossier, entry: Agreement, wanted: Row) -> None:
    told = {
        "history": history(entry, wanted),
        "amounts": dossier.sums(entry.amounts, display=True),
        "revised": dossier.sums(entry.amounts, display=False),
        "conflicts": sorted(c.kind for c in entry.conflicts),
        "part_of": [w for whole in wholes_of(dossier, entry) for w in dossier.sums(whole.amounts, display=True)],
    }
    steps = [[s, str(d) if d else None] for s, d in wanted.get("history", [])]
    expected = wanted | ({"history": steps} if steps else {})
    assert {k: v for k, v in told.items() if k in wanted} == {k: expected[k] for k in told if k in wanted}


def wholes_of(dossier: Dossier, entry: Agreement) -> list[Agreement]:
    return [a for a in dossier.record.agreements if a.id in {r.to for r in entry.relations}]


def test_figures_are_of_their_dyad_measure_and_period(dossier: Dossier) -> None:
    figures = make_figures(dossier.record)
    for wanted in dossier.rows("figures"):
        fits = [f for f in figures if fits_figure(f, wanted)]
        assert len(fits) == 1, wanted
        assert dossier.sums(fits[0].amounts, display=True) == sorted(wanted["values"])
        assert dossier.sums(fits[0].amounts, display=False) == wanted.get("revised", [])
        assert bool(fits[0].conflicts) is wanted["conflict"]


def fits_figure(figure: Figure, wanted: Row) -> bool:
    ours, theirs = codes(figure.actors), codes(figure.recipients)
    sides = {wanted["of"], wanted["to"]}
    right = ours == sides if wanted.get("mutual") else (ours, theirs) == ({wanted["of"]}, {wanted["to"]})
    return right and figure.measure == wanted["measure"] and wanted.get("period", figure.period) == figure.period


def test_promises_have_what_became_of_them(dossier: Dossier) -> None:
    for wanted in dossier.rows("commitments"):
        fits = [c for c in dossier.record.commitments if fits_commitment(c, wanted)]
        assert [c.status for c in fits] == [wanted["status"]], wanted
        assert bool(fits[0].follow_ups) is (wanted["status"] != "open")


def fits_commitment(commitment: Commitment, wanted: Row) -> bool:
    return wanted["by"] in codes(commitment.by) and wanted["words"] in commitment.text


def test_amounts_have_their_unit(dossier: Dossier) -> None:
    for wanted in dossier.rows("quantities"):
        assert [q.unit for q in dossier.record.quantities if q.quote == wanted["quote"]] == [wanted["unit"]]


def test_nothing_is_summed(dossier: Dossier) -> None:
    told = {amount_words(q) for q in dossier.record.quantities}
    assert not told & set(dossier.rows("never"))


def test_every_amount_is_verbatim(dossier: Dossier) -> None:
    texts = {d.id: d.text for d in dossier.record.documents}
    homes = dict(dossier.record.quantity_documents)
    assert all(texts[homes[q.id]][q.start : q.end] == q.quote for q in dossier.record.quantities)
