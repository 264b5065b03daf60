"""FollowTheMoney entities (followthemoney.tech), one JSON object a line: Person, Position, Occupancy."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from legation.knowledge.own.facts import Fact, Line, check_day, check_order

REMEDY = "export Person, Position and Occupancy entities together, one JSON object a line"
Entity = tuple[dict[str, list[str]], Line]


def read_ftm(path: Path) -> list[Fact]:
    """A term for every Occupancy; people without one are left out.

    Raises:
        KnowledgeError: a line is no entity, or an Occupancy points at nobody.
    """
    entities: dict[str, Entity] = {}
    held: list[Entity] = []
    for number, text in enumerate(path.read_text("utf-8").split("\n"), 1):
        if text.strip():
            key, schema, properties = _entity(text, Line(path, number))
            entities[key] = (properties, Line(path, number))
            held += [entities[key]] if schema == "Occupancy" else []
    return [_fact(properties, line, entities) for properties, line in held]


def _entity(text: str, line: Line) -> tuple[str, str, dict[str, list[str]]]:
    try:
        entity: Any = json.loads(text)
        properties = {k: [str(v) for v in values] for k, values in entity["properties"].items()}
        return str(entity["id"]), str(entity["schema"]), properties
    except (ValueError, KeyError, TypeError, AttributeError):
        raise line.error("no FollowTheMoney entity", REMEDY) from None


def _fact(properties: dict[str, list[str]], line: Line, entities: dict[str, Entity]) -> Fact:
    holder, post = (_linked(properties, field, line, entities) for field in ("holder", "post"))
    first, last = (check_day(_first(properties, field), line, field) for field in ("startDate", "endDate"))
    check_order(first, last, line)
    countries = [post.get("country"), holder.get("country"), holder.get("nationality"), holder.get("citizenship")]
    return Fact(
        line,
        _first(holder, "name"),
        next((q for q in holder.get("wikidataId", []) if re.fullmatch(r"Q\d+", q)), ""),
        (*holder.get("name", [])[1:], *holder.get("alias", [])),
        {"male": "m", "female": "f"}.get(_first(holder, "gender"), ""),
        next((c[0] for c in countries if c), ""),
        _first(post, "name"),
        first,
        last,
        check_day(_first(properties, "date") or _first(properties, "retrievedAt"), line, "retrievedAt"),
        _first(properties, "sourceUrl") or _first(properties, "publisher") or "FollowTheMoney",
    )


def _linked(
    properties: dict[str, list[str]], field: str, line: Line, entities: dict[str, Entity]
) -> dict[str, list[str]]:
    key = _first(properties, field)
    if key not in entities or not _first(entities[key][0], "name"):
        raise line.error(f"the {field} {key!r} of this Occupancy is not in the file or has no name", REMEDY)
    return entities[key][0]


def _first(properties: dict[str, list[str]], field: str) -> str:
    return next(iter(properties.get(field, [])), "")
