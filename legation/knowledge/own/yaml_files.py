"""YAML files of the user: ``people``, ``tenures`` and ``organisations``, with ``source`` and ``checked`` for all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, cast

import yaml

from legation.knowledge.own.facts import Fact, Line, check_day, check_order
from legation.records import Actor

SECTIONS = {
    "people": frozenset({"name", "id", "names", "gender", "state"}),
    "tenures": frozenset(
        {
            "person",
            "id",
            "names",
            "gender",
            "state",
            "office",
            "first",
            "last",
            "checked",
            "source",
            "attested",
            "quotes",
        }
    ),
    "organisations": frozenset({"id", "kind", "name", "names", "state", "sector", "wikidata"}),
}
KINDS = ("organisation", "igo", "group", "company", "organ")
_LINE = "line of the file"
Entry = Mapping[str, Any]


class _Loader(yaml.SafeLoader):
    """Keeps the line of every mapping, and days as they are written."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        return {**super().construct_mapping(node, deep), _LINE: node.start_mark.line + 1}


_Loader.yaml_implicit_resolvers = {
    key: [(tag, pattern) for tag, pattern in found if not tag.endswith((":timestamp", ":int", ":float"))]
    for key, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _make_mapping(loader: _Loader, node: yaml.MappingNode) -> dict[Any, Any]:
    return loader.construct_mapping(node, deep=True)


_Loader.add_constructor("tag:yaml.org,2002:map", _make_mapping)


def read_yaml(path: Path) -> tuple[list[Fact], list[Actor]]:
    """The people, terms and organisations of one file.

    Raises:
        KnowledgeError: the file is no YAML, or an entry has an unknown field, no name or a wrong day.
    """
    top = _load(path)
    facts = [_person(e, line) for e, line in _entries(path, top, "people")]
    facts += [_tenure(e, line, top) for e, line in _entries(path, top, "tenures")]
    return facts, [_organisation(e, line) for e, line in _entries(path, top, "organisations")]


def _load(path: Path) -> Entry:
    try:
        top = yaml.load(path.read_text("utf-8"), Loader=_Loader)  # a safe loader
    except yaml.MarkedYAMLError as error:
        number = error.problem_mark.line + 1 if error.problem_mark else 1
        raise Line(path, number).error(f"no YAML: {error.problem}", "mend the line; see docs/knowledge.md") from None
    except UnicodeDecodeError:
        raise Line(path, 1).error("not UTF-8", "save the file as UTF-8") from None
    known = {*SECTIONS, "source", "checked", _LINE}
    if not isinstance(top, dict) or not set(top) <= known:
        wrong = sorted(map(str, set(top) - known)) if isinstance(top, dict) else [type(top).__name__]
        raise Line(path, 1).error(f"{', '.join(wrong)}: not known", f"sections: {', '.join(SECTIONS)}; source, checked")
    return top


def _entries(path: Path, top: Entry, section: str) -> Iterator[tuple[Entry, Line]]:
    """The entries of a section with their lines; unknown fields are refused, since a slip would lose a fact."""
    entries = top.get(section) or []
    if not isinstance(entries, list):
        raise Line(path, top[_LINE]).error(f"{section} is no list", f"begin each entry of {section} with a dash")
    for entry in entries:
        if not isinstance(entry, dict):
            raise Line(path, top[_LINE]).error(f"{entry!r} in {section} has no fields", "write 'field: value' lines")
        line = Line(path, entry[_LINE])
        wrong = sorted(set(entry) - SECTIONS[section] - {_LINE})
        if wrong:
            fields = ", ".join(sorted(SECTIONS[section]))
            raise line.error(f"{', '.join(wrong)}: no field of {section}", f"fields: {fields}")
        yield entry, line


def _words(entry: Entry, field: str) -> str:
    return str(entry.get(field) or "").strip()


def _names(entry: Entry) -> tuple[str, ...]:
    names = entry.get("names") or []
    return tuple(map(str, names if isinstance(names, list) else [names]))


def _needed(entry: Entry, line: Line, *fields: str) -> None:
    for field in fields:
        if not _words(entry, field):
            raise line.error(f"{field} is missing", f"add '{field}: …'")


def _person(entry: Entry, line: Line) -> Fact:
    _needed(entry, line, "name", "state")
    told = (_words(entry, "name"), _words(entry, "id"), _names(entry), _words(entry, "gender"), _words(entry, "state"))
    return Fact(line, *told)


def _tenure(entry: Entry, line: Line, top: Entry) -> Fact:
    _needed(entry, line, "person", "office")
    days = {f: check_day(entry.get(f), line, f) for f in ("first", "last")}
    checked = check_day(entry.get("checked") or top.get("checked"), line, "checked")
    check_order(days["first"], days["last"], line)
    return Fact(
        line,
        _words(entry, "person"),
        _words(entry, "id"),
        _names(entry),
        _words(entry, "gender"),
        _words(entry, "state"),
        _words(entry, "office"),
        **days,
        checked=checked,
        source=_words(entry, "source") or _words(top, "source"),
        attested=entry.get("attested") is True,
    )


def _organisation(entry: Entry, line: Line) -> Actor:
    _needed(entry, line, "id", "name")
    kind = _words(entry, "kind") or "organisation"
    if kind not in KINDS:
        raise line.error(f"kind {kind!r}", f"one of {', '.join(KINDS)}")
    told = (_words(entry, f) or None for f in ("state", "sector", "wikidata"))
    kind_ = cast(Literal["organisation", "igo", "group", "company", "organ"], kind)
    return Actor(_words(entry, "id"), kind_, _words(entry, "name"), _names(entry), *told)
