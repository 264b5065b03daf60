from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import legation
from legation.store import Store

EXAMPLE = Path(__file__).parents[2] / "examples" / "pakistan-us-2025" / "reports"


@pytest.fixture(scope="session")
def example_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example dossier, built once; it is only read."""
    path = tmp_path_factory.mktemp("example") / "record.db"
    legation.build([EXAMPLE], path, workers=1)
    return path


@pytest.fixture
def example(example_path: Path) -> Iterator[Store]:
    with Store.open(example_path) as store:
        yield store
