"""No false quote gets in: every piece of evidence is compared with its document's text before a row is written."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from legation.errors import EvidenceError, StoreError
from legation.records import Analysis, Claim, Document, Evidence, Quantity

_PLAIN = frozenset({type(None), bool, int, float, str, date, Decimal})
"""What holds no evidence: most of what a record is made of."""


def check_analysis(analysis: Analysis) -> None:
    """Raise ``StoreError`` naming document and span if any quote of the analysis is not in its text."""
    check_document(analysis.document)
    ids = [claim.id for claim in analysis.claims] + [quantity.id for quantity in analysis.quantities]
    if len(set(ids)) < len(ids):
        twice = next(i for i in ids if ids.count(i) > 1)
        raise StoreError(f"document {analysis.document.id} has two records with the id {twice}")
    for claim in analysis.claims:
        check_claim(claim, analysis.document)
    for quantity in analysis.quantities:
        check_quantity(quantity, analysis.document)
    found = [(m.start, m.end, m.quote) for m in analysis.mentions] + [(t.start, t.end, t.text) for t in analysis.times]
    for start, end, words in found:
        if analysis.document.text[start:end] != words:
            raise StoreError(f"document {analysis.document.id}: {words!r} does not stand at {start}:{end}")


def check_document(document: Document) -> None:
    """The quotes of a document's own fields: dateline and publication day."""
    for evidence in find_evidence((document.published, document.dateline)):
        _check(evidence, document)
    for noise in document.noise:
        if not 0 <= noise.start < noise.end <= len(document.text):
            raise StoreError(f"document {document.id}: noise {noise.start}:{noise.end} lies outside its text")


def check_claim(claim: Claim, document: Document) -> None:
    """Every quote of a claim: its own, its parties', its place's and its attribution's."""
    if claim.document_id != document.id:
        raise StoreError(f"claim {claim.id} says it is of {claim.document_id}, found with document {document.id}")
    for evidence in find_evidence(claim):
        _check(evidence, document)


def check_quantity(quantity: Quantity, document: Document) -> None:
    """The words of a quantity."""
    if quantity.end - quantity.start != len(quantity.quote):
        raise StoreError(f"document {document.id}: quantity {quantity.id} {quantity.start}:{quantity.end} is no quote")
    _check(Evidence("quantity", quantity.start, quantity.end, quantity.quote), document)


def find_evidence(record: Any) -> Iterator[Evidence]:
    """All evidence within a record, however deep, in field order."""
    if isinstance(record, Evidence):
        yield record
        return
    parts = record if isinstance(record, tuple) else [getattr(record, name) for name in _fields_of(record.__class__)]
    for part in parts:
        if type(part) not in _PLAIN:
            yield from find_evidence(part)


@cache
def _fields_of(kind: Any) -> tuple[str, ...]:
    """The names of a record's fields; of what is no record, none."""
    return tuple(field.name for field in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else ()


def _check(evidence: Evidence, document: Document) -> None:
    try:
        evidence.check(document.text)
    except EvidenceError as error:
        where = f"document {document.id} ({document.name}), span {evidence.start}:{evidence.end}"
        raise StoreError(
            f"{where}: {error}", "a stage gave words that are not in the text; nothing was written"
        ) from None
