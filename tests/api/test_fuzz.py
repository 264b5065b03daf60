"""Whatever is asked of the API, it answers: no address and no value of a parameter makes it fail."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from legation.web import create_app

ODD = ("", "0", "-1", "1e9", "2025-02-31", "9999-12-31", "0000-00-00", "PAK,USA", "CONSULT/phone", "event-", "a:b:c",
       "';--", '"', "%00", "../..", "\u0000", "\ud7ff", "é" * 300, "[]", "NaN", "true")  # fmt: skip
values = st.sampled_from(ODD) | st.integers(-(2**65), 2**65).map(str) | st.text(max_size=20)
bodies = st.recursive(
    st.none() | st.booleans() | st.integers() | values, lambda inner: st.dictionaries(values, inner, max_size=4)
)
SOME = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def asked(
    example_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[TestClient, list[tuple[str, str, list[str]]]]:
    """The server, and each address of its own description: method, path, names of its parameters."""
    path = shutil.copyfile(example_path, tmp_path_factory.mktemp("fuzz") / "record.db")
    client = TestClient(create_app(path, token="t"), base_url="http://127.0.0.1", raise_server_exceptions=False)
    paths: dict[str, dict[str, Any]] = client.get("/api/openapi.json").json()["paths"]
    return client, [
        (method, path, [p["name"] for p in told.get("parameters", ()) if p["in"] == "query"])
        for path, methods in sorted(paths.items())
        for method, told in sorted(methods.items())
    ]


@SOME
@given(data=st.data())
def test_every_address_answers_whatever_is_asked(
    asked: tuple[TestClient, list[tuple[str, str, list[str]]]], data: st.DataObject
) -> None:
    client, addresses = asked
    method, path, names = data.draw(st.sampled_from(addresses))
    while "{" in path:
        path = path[: path.index("{")] + data.draw(values).replace("{", "") + path[path.index("}") + 1 :]
    address = "/api" + "".join(c for c in path if c.isprintable() and c not in "?#\\")
    query = {name: data.draw(values) for name in names if data.draw(st.booleans())}
    body = json.dumps(data.draw(bodies)) if method == "post" else None
    key = {"Authorization": "Bearer t"} if data.draw(st.booleans()) else {}
    answer = client.request(method.upper(), address, params=query, content=body, headers=key)
    assert answer.status_code < 500, (method, address, query, body, answer.text[:200])
