"""Rows as a workbook for Excel, LibreOffice and Numbers: one sheet of rows, one that says what each column means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, BinaryIO

from legation.errors import UsageError
from legation.exporters.dictionary import Field
from legation.exporters.lines import cell
from legation.exporters.parts import Row
from legation.extras import load_extra

LONGEST_CELL = 32_767
MOST_ROWS = 1_048_575
CUT = " … cut: a workbook's cell holds no more"
_OPTIONS = {"constant_memory": True, "in_memory": False, "strings_to_formulas": False, "strings_to_urls": False,
            "strings_to_numbers": False}  # fmt: skip


def write_workbook(kind: str, rows: Iterable[Row], fields: Sequence[Field], out: BinaryIO) -> int:
    """Write an .xlsx; how many rows. Words are never taken for formulas; longer cells end with ``CUT``.

    Raises:
        UsageError: there are more rows than a sheet holds, or the package for workbooks is missing.
    """
    xlsxwriter = load_extra("xlsxwriter", "exports")
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet(kind[:31])
        sheet.freeze_panes(1, 1)
        sheet.write_row(0, 0, [f.name for f in fields], bold)
        count = _fill(sheet, rows, [f.name for f in fields])
        meanings = book.add_worksheet("what the columns mean")
        meanings.set_column(2, 2, 100)
        meanings.write_row(0, 0, ("field", "type", "meaning"), bold)
        for number, f in enumerate(fields, 1):
            meanings.write_row(number, 0, (f.name, f.type, f.meaning))
    return count


def _fill(sheet: Any, rows: Iterable[Row], names: Sequence[str]) -> int:
    count = 0
    for count, row in enumerate(rows, 1):
        if count > MOST_ROWS:
            raise UsageError(f"a sheet holds {MOST_ROWS:,} rows, and there are more", "export csv or parquet instead")
        for column, name in enumerate(names):
            value = cell(row[name])
            if isinstance(value, str):
                sheet.write_string(count, column, shorten_cell(value))
            else:
                sheet.write_number(count, column, value)
    return count


def shorten_cell(words: str) -> str:
    """The words, cut to what a cell holds and marked so."""
    return words if len(words) <= LONGEST_CELL else words[: LONGEST_CELL - len(CUT)] + CUT
