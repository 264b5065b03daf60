"""A record built from the example reports, served for tests on this machine."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from starlette.testclient import TestClient

from legation.pipeline import build
from legation.web import create_app

REPORTS = Path(__file__).resolve().parents[2] / "examples" / "pakistan-us-2025" / "reports"
TOKEN = "a-token-for-tests"


@dataclass(frozen=True)
class Served:
    """A record on a server of its own."""

    address: str
    store: Path
    app: FastAPI


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("web") / "record.db"
    build([REPORTS], path, workers=1)
    return path


@pytest.fixture
def store_path(built: Path, tmp_path: Path) -> Path:
    """A copy that a test may write to."""
    return Path(shutil.copyfile(built, tmp_path / "record.db"))


@pytest.fixture(scope="session")
def client(built: Path) -> TestClient:
    return TestClient(create_app(built, token=TOKEN), base_url="http://127.0.0.1")


@pytest.fixture
def served(store_path: Path) -> Iterator[Served]:
    app = create_app(store_path, token=TOKEN)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield Served(f"http://127.0.0.1:{port}", store_path, app)
    server.should_exit = True
    thread.join(10)
