"""Writes what Legation rests on: ``docs/licences.md`` (package, licence) and ``sbom.cdx.json`` (CycloneDX 1.6).

    python tools/write_supply.py [--check]

Packages and versions are those of ``requirements.lock``; licences are what the installed packages say of themselves.
``--check`` writes nothing and fails where a licence is missing, not allowed or not in the table.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LOCK, TABLE, BILL = ROOT / "requirements.lock", ROOT / "docs" / "licences.md", ROOT / "sbom.cdx.json"
_PINNED = re.compile(r"^([A-Za-z0-9][\w.-]*)==([^\s;\\]+)", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_COPYLEFT = re.compile(r"\bA?GPL|General Public", re.IGNORECASE)
_LESSER = re.compile(r"\bLGPL|Lesser", re.IGNORECASE)
_BY_HAND = {"colorama": "BSD-3-Clause", "pywin32": "PSF-2.0", "daft": "Apache-2.0"}  # of other systems, or unsaid
_HEAD = """# Licences

What Legation needs at run time, with all extras of users, and the licence of each, as the package itself states it.
None is under the GPL or the AGPL alone; `tests/test_supply.py` holds that, and `python tools/write_supply.py` writes
this table from `requirements.lock`, together with `sbom.cdx.json`, a bill of materials in CycloneDX.

Whether a pinned version has a known weakness is looked up without the network, in advisories that lie on disk. Fetch
the archive of PyPI's advisories that OSV publishes (`all.zip` of its folder `PyPI`) where there is a network; then

    python -m tools.audit_lock all.zip

prints each pinned version that an advisory names, with the versions that mend it, and ends with 1 if there is one. No
package of the index carries these advisories, and an index that only hands out files does not answer `pip-audit`, so
no test looks them up. With the network, `pip-audit -r requirements.lock --require-hashes --disable-pip` does the same.

| package | licence |
| --- | --- |
"""


@dataclass(frozen=True, slots=True)
class Package:
    """One pinned package: its hashes in the lock, its licence, empty where it is not installed here."""

    name: str
    version: str
    hashes: tuple[str, ...]
    licence: str


def read_lock(text: str) -> Iterator[Package]:
    """The packages of a lock file in its order."""
    found = list(_PINNED.finditer(text))
    ends = [match.start() for match in found[1:]] + [len(text)]
    for match, end in zip(found, ends, strict=True):
        hashes = tuple(sorted(_HASH.findall(text, match.start(), end)))
        yield Package(match[1], match[2], hashes, licence_of(match[1]))


def licence_of(name: str) -> str:
    """What an installed package states: an expression, else a short text, else its classifiers; empty if nothing."""
    try:
        found: Distribution = distribution(name)
    except PackageNotFoundError:
        return ""
    stated = found.metadata
    classifiers = [c.split("::")[-1].strip() for c in stated.get_all("Classifier") or [] if c.startswith("License ::")]
    short = (stated.get("License") or "").strip()
    return stated.get("License-Expression") or (short if 0 < len(short) < 60 else " and ".join(classifiers))


def is_allowed(licence: str) -> bool:
    """Whether one may use the package without the GPL: of several licences to choose from, one is enough.

    Example:
        >>> is_allowed("MPL-1.1 OR GPL-2.0-only"), is_allowed("MIT AND GPL-3.0")
        (True, False)
    """
    choices = re.split(r"\bOR\b", licence)
    return any(choice.strip() and (_LESSER.search(choice) or not _COPYLEFT.search(choice)) for choice in choices)


def make_table(packages: Sequence[Package]) -> str:
    """The page of licences."""
    rows = dict.fromkeys(f"| {p.name} | {p.licence} |\n" for p in packages)  # one may be pinned for two Pythons
    return _HEAD + "".join(rows)


def make_bill(packages: Sequence[Package]) -> Mapping[str, Any]:
    """The bill of materials."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "legation", "licenses": [_licence("Apache-2.0")]}},
        "components": [
            {
                "type": "library",
                "name": p.name,
                "version": p.version,
                "purl": f"pkg:pypi/{p.name}@{p.version}",
                "licenses": [_licence(p.licence)],
            }
            for p in packages
        ],
    }


def _licence(stated: str) -> Mapping[str, Any]:
    return {"license": {"name": stated}}


def main(arguments: Sequence[str] | None = None) -> int:
    """Write both files, or check them."""
    parser = argparse.ArgumentParser(prog="write_supply", description=__doc__)
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args(arguments)
    stated = read_table(TABLE.read_text(encoding="utf-8")) if TABLE.exists() else {}
    packages = [
        Package(p.name, p.version, p.hashes, p.licence or stated.get(p.name) or _BY_HAND.get(p.name, ""))
        for p in read_lock(LOCK.read_text(encoding="utf-8"))
    ]
    wrong = [p.name for p in packages if not is_allowed(p.licence)]
    if given.check:
        wrong += [p.name for p in packages if p.name not in stated]
    else:
        TABLE.write_text(make_table(packages), encoding="utf-8")
        BILL.write_text(json.dumps(make_bill(packages), indent=1) + "\n", encoding="utf-8")
    for name in wrong:
        print(f"{name}: no licence that is allowed", file=sys.stderr)
    return int(bool(wrong))


def read_table(text: str) -> dict[str, str]:
    """Package -> licence, of the page of licences."""
    rows = (line.strip("| \n").split(" | ") for line in text.splitlines() if line.startswith("| "))
    return {row[0]: row[1] for row in rows if len(row) == 2 and row[0] not in ("package", "---")}


if __name__ == "__main__":
    raise SystemExit(main())
