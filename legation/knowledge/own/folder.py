"""A folder of the user: every .yaml, .yml, .csv and .jsonl file in it, in the order of their names."""

from __future__ import annotations

from pathlib import Path

from legation.errors import UsageError
from legation.knowledge.own.facts import Fact, Own
from legation.knowledge.own.ftm import read_ftm
from legation.knowledge.own.wikidata_csv import read_csv
from legation.records import Actor

FACT_READERS = {".csv": read_csv, ".jsonl": read_ftm, ".json": read_ftm}
YAML = (".yaml", ".yml")


def list_files(folder: Path) -> list[Path]:
    """The files of ``folder`` that are read, in order of their names; none where there is no such folder."""
    found = folder.glob("*") if folder.is_dir() else ()
    return sorted(p for p in found if p.is_file() and p.suffix.lower() in (*FACT_READERS, *YAML))


def read_own(folder: Path) -> Own:
    """All that the files of ``folder`` say; other files are left alone.

    Raises:
        UsageError: no such folder, or none of its files can be read. KnowledgeError: a line is wrong.
    """
    paths = list_files(folder)
    if not paths:
        raise UsageError(f"no knowledge in {folder}", "give a folder with .yaml, .csv or .jsonl files")
    facts: list[Fact] = []
    organisations: list[Actor] = []
    for path in paths:
        if path.suffix.lower() in YAML:
            # here, since it brings PyYAML, which few need and all would wait for
            from legation.knowledge.own.yaml_files import read_yaml

            more, bodies = read_yaml(path)
            facts, organisations = facts + more, organisations + bodies
        else:
            facts += FACT_READERS[path.suffix.lower()](path)
    return Own(tuple(facts), tuple(organisations))
