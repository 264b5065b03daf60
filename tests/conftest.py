from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import legation
from legation.store import Store

COMING = """---
outlet: Fjord Daily
published: 2025-10-02
url: https://fjord.example/2025/visit
title: Minister to visit Warsaw
---
Norwegian Foreign Minister Espen Barth Eide will visit Warsaw on 14 October 2025 for talks with Polish Foreign Minister
Radoslaw Sikorski; trade & energy are on the agenda, the Norwegian foreign ministry said on Thursday.

On 1 October 2025 Eide met Sikorski in Oslo.
"""
EXAMPLE = Path(__file__).parents[1] / "examples" / "pakistan-us-2025" / "reports"


@pytest.fixture(scope="session")
def example_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example dossier and one more report, built once; it is only read."""
    path = tmp_path_factory.mktemp("example") / "record.db"
    coming = path.with_name("coming.txt")
    coming.write_text(COMING, encoding="utf-8")
    legation.build([EXAMPLE, coming], path, workers=1)
    return path


@pytest.fixture
def example(example_path: Path) -> Iterator[Store]:
    with Store.open(example_path) as store:
        yield store
