"""Write docs/fields.md from legation/exporters/fields.tsv.

python tools/write_field_docs.py            write the page
python tools/write_field_docs.py --check    exit 1 if it is not up to date
"""

from __future__ import annotations

import sys
from pathlib import Path

from legation.exporters.dictionary import Field, load_fields
from legation.exporters.rows import KINDS

PAGE = Path(__file__).resolve().parents[1] / "docs" / "fields.md"
HEAD = """# The fields of the record

Written by `python tools/write_field_docs.py` from `legation/exporters/fields.tsv`; a test fails when it lags.
`legation export dictionary` gives the same as rows.

`legation export KIND` writes one row a record with these fields, in this order. Offsets are code points into the
document's `text`, half-open. Days are ISO, ranges include both ends. What nobody says is `null` or an empty list. In
CSV and in workbooks a nested value is JSON in its cell.

Types: text, whole (number), number, truth, day, json; the name of a part (below, under Parts); `[type]` for a list;
`reading:type` for one distinct value with the claims that give it: `value`, `claim_ids`, `origin_ids`, `display`.
"""


def write_page() -> str:
    """The whole page: kinds of records, then the parts of their fields."""
    fields = load_fields()
    kinds = [_section(f"## {kind}", fields[kind]) for kind in KINDS]
    parts = [_section(f"### {name}", found) for name, found in fields.items() if name not in KINDS]
    return "\n".join([HEAD, *kinds, "## Parts\n", *parts]).rstrip() + "\n"


def _section(title: str, fields: tuple[Field, ...]) -> str:
    rows = [f"| `{f.name}` | {f.type} | {f.meaning} |" for f in fields]
    return "\n".join([title, "", "| field | type | meaning |", "| --- | --- | --- |", *rows, ""])


def main() -> int:
    """Write, or check."""
    page = write_page()
    if "--check" in sys.argv:
        return 0 if PAGE.exists() and PAGE.read_text(encoding="utf-8") == page else 1
    PAGE.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
