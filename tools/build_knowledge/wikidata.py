"""Office holders of Wikidata (CC0), by way of scraped lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tools.build_knowledge.facts import FIRST_YEAR, Row, read
from tools.build_knowledge.lists import british_role
from tools.build_knowledge.roles import find_role

CHECKED = "2022-07-31"
IGO_CODES = {
    "IGO:UN": "UNO",
    "IGO:COE": "COE",
    "IGO:WTO": "WTO",
    "IGO:ICJ": "ICJ",
    "IGO:OSCE": "OSCE",
    "IGO:ARAB-PARL": "ARAB-PARL",
}


def wikidata_rows(folder: Path, named: dict[str, str]) -> Iterator[Row]:
    """Office holders of Wikidata (CC0), by way of scraped lists."""
    for r in read(folder / "office_holders.csv"):
        if (r["end"] and r["end"] < FIRST_YEAR) or not r["person"] or (r["start"] < "1940" and not r["end"]):
            continue
        title = re.sub(r"^ambassador to the ambassador to", "ambassador to", r["position"])
        role = british_role(title) if r["state"] == "GBR" else find_role(title, named.get(r["state"], ""))
        if r["state"] == "IND" and title == "Minister of Foreign Affairs":
            role, title = "foreign_secretary", "Foreign Secretary"
        if title.startswith(("Supreme Commander-in-Chief", "President of the Federation of")):
            role = None  # the president beside his office; of an entity within the state
        state = IGO_CODES.get(r["state"], r["state"])
        yield Row(state, role, title, r["person"], r["person_qid"], r["start"], r["end"], CHECKED, "wikidata")
