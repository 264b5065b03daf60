"""Looks whether any pinned package has a known weakness: ``requirements.lock`` against advisories that lie on disk.

    python -m tools.audit_lock ADVISORIES [--ignore ID …]

ADVISORIES is a file, a folder or a zip of advisories in the OSV format (https://ossf.github.io/osv-schema/), such as
the archive of all of PyPI's that OSV publishes. Nothing is fetched.
1 if a pinned version is affected, 2 if no advisory could be read.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packaging.version import InvalidVersion, Version

from tools.write_supply import LOCK, read_lock

Advisory = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Weakness:
    """A pinned version that an advisory names, and the versions that mend it."""

    name: str
    version: str
    ids: tuple[str, ...]
    fixed: tuple[str, ...]
    summary: str


def read_advisories(path: Path) -> Iterator[Advisory]:
    """The advisories of a JSON file, of all those in a folder, or of those in a zip; one or a list in each."""
    if path.is_dir():
        texts: Iterable[str] = (p.read_text(encoding="utf-8") for p in sorted(path.rglob("*.json")))
    elif zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as held:
            texts = [held.read(name).decode("utf-8") for name in sorted(held.namelist()) if name.endswith(".json")]
    else:
        texts = [path.read_text(encoding="utf-8")]
    for text in texts:
        told = json.loads(text)
        yield from told if isinstance(told, list) else [told]


def find_weaknesses(pinned: Iterable[tuple[str, str]], advisories: Iterable[Advisory]) -> list[Weakness]:
    """The pinned versions that are affected, by name; withdrawn advisories are left out."""
    versions: dict[str, set[str]] = defaultdict(set)
    for name, version in pinned:
        versions[plain(name)].add(version)
    found = {
        Weakness(name, version, _ids(advisory), tuple(_events(affected, "fixed")), advisory.get("summary", ""))
        for advisory in advisories
        if not advisory.get("withdrawn")
        for affected in advisory.get("affected", ())
        for name in [plain(affected.get("package", {}).get("name", ""))]
        if affected.get("package", {}).get("ecosystem") == "PyPI"
        for version in versions.get(name, ())
        if is_affected(version, affected)
    }
    return sorted(found, key=lambda w: (w.name, w.version, w.ids))


def is_affected(version: str, affected: Mapping[str, Any]) -> bool:
    """Whether a version is listed, or lies in a range: from one introduced up to before the next fixed.

    Example:
        >>> events = [{"introduced": "0"}, {"fixed": "3.1.4"}]
        >>> is_affected("3.1.2", {"ranges": [{"type": "ECOSYSTEM", "events": events}]})
        True
    """
    if version in affected.get("versions", ()):
        return True
    ranges = (r for r in affected.get("ranges", ()) if r.get("type") in ("ECOSYSTEM", "SEMVER"))
    return any(_lies_within(Version(version), r["events"]) for r in ranges)


def _lies_within(version: Version, events: Iterable[Mapping[str, str]]) -> bool:
    inside = False
    for kind, at in sorted((e for event in events for e in event.items()), key=lambda e: _version(e[1])):
        if kind == "introduced" and _version(at) <= version:
            inside = True
        elif (kind == "fixed" and _version(at) <= version) or (kind == "last_affected" and _version(at) < version):
            inside = False
    return inside


def _version(text: str) -> Version:
    """The version; one that is none counts as the first, so that nothing is overlooked."""
    try:
        return Version(text)
    except InvalidVersion:
        return Version("0")


def _ids(advisory: Advisory) -> tuple[str, ...]:
    return (advisory["id"], *sorted(advisory.get("aliases", ())))


def _events(affected: Mapping[str, Any], kind: str) -> list[str]:
    return sorted({e[kind] for r in affected.get("ranges", ()) for e in r.get("events", ()) if kind in e}, key=_version)


def plain(name: str) -> str:
    """A package's name as the index compares it.

    Example:
        >>> plain("Typing_Extensions")
        'typing-extensions'
    """
    return re.sub(r"[-_.]+", "-", name).lower()


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line a weakness, and how much was looked at."""
    parser = argparse.ArgumentParser(prog="audit_lock", description=__doc__)
    parser.add_argument("advisories", type=Path)
    parser.add_argument("--lock", type=Path, default=LOCK)
    parser.add_argument("--ignore", nargs="+", default=(), metavar="ID", help="advisories that were looked into")
    given = parser.parse_args(arguments)
    advisories = list(read_advisories(given.advisories))
    pinned = [(p.name, p.version) for p in read_lock(given.lock.read_text(encoding="utf-8"))]
    found = [w for w in find_weaknesses(pinned, advisories) if not set(w.ids) & set(given.ignore)]
    for w in found:
        print(f"{w.name} {w.version}: {', '.join(w.ids)}; mended in {', '.join(w.fixed) or 'no version'}: {w.summary}")
    print(f"{len(pinned)} pinned packages, {len(advisories):,} advisories, {len(found)} weaknesses", file=sys.stderr)
    return 1 if found else 0 if advisories else 2


if __name__ == "__main__":
    raise SystemExit(main())
