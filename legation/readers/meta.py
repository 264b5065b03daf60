"""``--meta``: a table of fields, joined to the files by their names.

Example:
    ``file,url,outlet,title,published`` / ``a.txt,,Example Times,,2025-08-05``
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from legation.errors import InputError, UsageError
from legation.readers.fields import FIELDS, failure, listed, with_fields
from legation.readers.sources import find_sources
from legation.readers.tables import read_rows
from legation.records import Failure, RawDocument


@dataclass(slots=True)
class Meta:
    """The rows of a table of fields by file name, and which of them found a file."""

    name: str
    rows: dict[str, Mapping[str, Any]]
    used: set[str] = field(default_factory=set)

    def join(self, document: RawDocument) -> RawDocument:
        """``document`` with the fields of its row: by path, else by bare file name; the table goes before the file."""
        file, _, _ = document.name.partition("#")
        for key in (document.name, file, file.rsplit("/", 1)[-1]):
            if key in self.rows:
                self.used.add(key)
                return with_fields(document, self.rows[key])
        return document

    def unused(self) -> Iterator[Failure]:
        """One failure for every row whose file was not in the input."""
        for key in self.rows:
            if key not in self.used:
                yield Failure(
                    key, "meta", f"{self.name} has a row for {key!r}, no such file was read", "correct its name"
                )


def load_meta(path: Path) -> Meta:
    """The table at ``path``.

    Raises:
        UsageError: it cannot be read, has no column ``file``, or no column that says anything of a report.
    """
    try:
        columns, rows = read_rows(next(find_sources(path)))
        found = list(rows)
    except (OSError, InputError) as error:
        reason = failure(str(path), error)
        raise UsageError(f"--meta {path}: {reason.reason}", reason.remedy) from error
    if "file" not in columns:
        raise UsageError(
            f'--meta {path}: no column "file"; found: {listed(columns)}', "name the column of file names file"
        )
    if not any(c in FIELDS for c in columns):
        raise UsageError(
            f"--meta {path}: no column of {listed(FIELDS)}; found: {listed(columns)}", "name its columns so"
        )
    return Meta(path.name, {str(row["file"]).strip(): row for _, row in found if str(row["file"]).strip()})
