"""The tools, asked as an assistant asks them: through the SDK's own client."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import mcp
import pytest

from legation.assistants import create_server
from legation.store import Store

TOOLS = {"search_events", "get_event", "dyad_timeline", "ledger", "conflicts"}


def ask(path: Path, tool: str, **arguments: Any) -> Any:
    async def call() -> Any:
        async with mcp.Client(create_server(path)) as client:
            return await client.call_tool(tool, arguments)

    answer = asyncio.run(call())
    assert not answer.is_error
    return answer.structured_content or json.loads(answer.content[0].text)


def test_the_tools_are_listed_with_what_they_do(example_path: Path) -> None:
    async def listed() -> Any:
        async with mcp.Client(create_server(example_path)) as client:
            return (await client.list_tools()).tools

    tools = asyncio.run(listed())
    assert {tool.name for tool in tools} == TOOLS
    assert all(tool.description for tool in tools)


@pytest.mark.parametrize(("tool", "arguments"), [
    ("search_events", {"words": "tariff"}),
    ("dyad_timeline", {"a": "Pakistan", "b": "USA"}),
    ("ledger", {"a": "PAK", "b": "USA"}),
])  # fmt: skip
def test_every_answer_carries_words_that_stand_in_its_reports(
    example_path: Path, tool: str, arguments: dict[str, str]
) -> None:
    found = ask(example_path, tool, **arguments)
    assert found["items"]
    with Store.open(example_path) as store:
        texts = {d.id: d.text for d in store.documents()}
    for item in found["items"]:
        assert item["quotes"]
        for q in item["quotes"]:
            assert texts[q["document_id"]][q["start"] : q["end"]] == q["words"]
            assert q["document_id"] in item["document_ids"]


def test_conflicts_quote_each_value(example_path: Path) -> None:
    found = ask(example_path, "conflicts", a="PAK")["items"]
    assert found
    assert all(r["quotes"] for item in found for r in item["readings"])


def test_an_event_is_found_by_its_id_and_a_wrong_one_told(example_path: Path) -> None:
    event_id = ask(example_path, "search_events", limit=1)["items"][0]["event_id"]
    assert ask(example_path, "get_event", event_id=event_id)["quotes"]
    assert "no event 'none'" in ask(example_path, "get_event", event_id="none")["problem"]
    assert "nobody called" in ask(example_path, "dyad_timeline", a="PAK", b="Nobody Known")["problem"]
