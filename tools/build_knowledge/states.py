# ruff: noqa: E501  (patterns are read as lines)
"""States and territories with their names, adjectives and capitals."""

from __future__ import annotations

import re
from pathlib import Path

from tools.build_knowledge.facts import read, unique

_NOTE = re.compile(r" \([^()]*,[^()]*\)")  # "(Brazzaville)" belongs to a name, a sentence in brackets does not


def make_states(folder: Path) -> list[list[str]]:
    """Code, kind, name, names, adjectives, capitals, Wikidata id of every state and territory with an ISO code."""
    codes = {r["ISO3166-1-Alpha-3"]: r for r in read(folder / "country_codes.csv")}
    seen: dict[str, list[str]] = {}
    for r in read(folder / "factbook_states.csv"):
        code = r["iso3"]
        if not code:
            continue
        c = codes.get(code, {})
        name = r["short_name"] if r["short_name"] not in ("none", "") else r["long_name"].split(";")[0]
        name = _NOTE.sub("", {"Burma": "Myanmar"}.get(name, name))
        long = r["long_name"].split(";")[0].split(" (")[0]
        names = [
            name,
            long if long != "none" else "",
            c.get("CLDR display name", ""),
            c.get("UNTERM English Short", "").split(" (")[0],
            c.get("official_name_en", "").split(" (")[0],
        ]
        names += re.split(r" or |, ", re.sub(r"\(.*?\)", "", r["abbreviation"]))
        capital = re.sub(r"\(.*?\)", "", r["capital"]).split(";")[0].split(",")[0].strip()
        kind = "territory" if r["dependency_status"] else "state"
        qid = c.get("wikidata_id", "").rsplit("/", 1)[-1]
        seen[code] = [
            code,
            kind,
            name,
            "|".join(unique(names)),
            "|".join(adjectives(r)),
            "" if capital == "none" else capital,
            qid,
        ]
    for code, c in codes.items():
        if code not in seen:
            seen[code] = [
                code,
                "territory",
                c["CLDR display name"],
                c["CLDR display name"],
                "",
                c["Capital"],
                c["wikidata_id"].rsplit("/", 1)[-1],
            ]
    return sorted(seen.values())


def adjectives(r: dict[str, str]) -> list[str]:
    """Adjectives and nouns of nationality: ``Pakistani(s)`` gives Pakistani and Pakistanis."""
    found: list[str] = []
    for words in (r["adjective"], r["demonym_noun"]):
        for word in re.split(
            r",| or |;",
            re.sub(
                r"\((singular|plural|collective|male|female|singular and plural|or|collective plural|feminine|masculine).*?\)",
                "",
                words,
            ),
        ):
            word = re.sub(r"\(or (.*?)\)", r"", word).strip()
            if word.endswith("(s)"):
                found += [word[:-3], word[:-3] + "s"]
            elif word and "note" not in word and len(word) < 30:
                found.append(word.replace("(", "").replace(")", ""))
    return [w for w in unique(found) if w[0].isupper()]


def make_codes(folder: Path) -> list[list[str]]:
    """ISO 3166 codes of two and of three letters, and those in use for Kosovo."""
    rows = read(folder / "country_codes.csv")
    codes = [[r["ISO3166-1-Alpha-2"], r["ISO3166-1-Alpha-3"]] for r in rows if r["ISO3166-1-Alpha-2"]]
    return sorted([*codes, ["XK", "XKX"]])
