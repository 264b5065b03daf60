"""Attribution -> issuer: which organ, person or unnamed officials of which state a claim rests on.

Example:
    "the Foreign Office" and "the Ministry of Foreign Affairs" of one state: both ``organ:foreign_ministry:XXX``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from legation.knowledge.tables import read_table
from legation.records import Attribution, Claim, Document, OriginKind, Party
from legation.text import fold, read_toml

_FILE = Path(__file__).with_name("organs.toml")
CREDIT_REACH = 400  # characters at either end of a text where an agency's credit stands


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issued what a claim rests on. ``key`` is equal for two names of one issuer."""

    key: str
    kind: OriginKind
    party: Party | None = None
    state: str | None = None


@cache
def load_organs() -> dict[str, Any]:
    """The table of organs, agencies and government hosts.

    Raises:
        KnowledgeError: the file is missing or no TOML.
    """
    return read_toml(_FILE)


def find_issuer(claim: Claim) -> Issuer | None:
    """The issuer that the claim's attribution names, or None for words of the outlet itself."""
    return issuer_of(claim.attribution) if claim.attribution is not None else None


def issuer_of(attribution: Attribution) -> Issuer | None:
    """The last link of the attribution's chain: "officials, the agency reported" rests on the officials."""
    if attribution.opinion and attribution.speaker is None and attribution.organ is None:
        return None
    speaker = attribution.speaker
    state = attribution.state or (speaker.state if speaker else None)
    if attribution.organ:
        return _organ(attribution.organ, state, speaker)
    if speaker is not None and speaker.person:
        return Issuer(f"person:{speaker.actor_id or fold(speaker.name)}", "named_speaker", speaker, state)
    if attribution.anonymous:
        return Issuer(f"officials:{state}", "anonymous_officials", None, state) if state else None
    if speaker is not None:
        return _organ(speaker.name, state, speaker)
    return None


def _organ(words: str, state: str | None, party: Party | None) -> Issuer:
    kind = organ_kind(words)
    key = f"organ:{kind}:{state}" if kind and state else f"organ:{fold(words)}:{state}"
    issuer = party if party is not None and not party.person else Party(name=words, state=state)
    return Issuer(key, "official_statement", issuer, state)


@cache
def organ_kind(words: str) -> str | None:
    """The kind of organ that the words name, by the longest phrase of the table that they hold."""
    folded = f" {re.sub(r'[^a-z0-9-]+', ' ', fold(words).replace(chr(39) + 's', 's'))} "
    found = [
        (len(phrase), kind)
        for kind, phrases in load_organs()["organs"].items()
        for phrase in phrases
        if f" {phrase.replace(chr(39) + 's', 's')} " in folded
    ]
    return max(found)[1] if found else None


@cache
def _credits() -> re.Pattern[str]:
    names = "|".join(re.escape(n) for n in sorted(load_organs()["wires"]["agencies"], key=lambda n: (-len(n), n)))
    return re.compile(rf"\(({names})\)|(?:^|\n)\s*(?:By )?({names})\s*[-–—:]\s")


def find_wire(document: Document) -> Issuer | None:
    """The news agency whose credit stands at the head or foot of the text."""
    head, foot = document.text[:CREDIT_REACH], document.text[-CREDIT_REACH:]
    match = _credits().search(head) or _credits().search(foot)
    if match is None:
        return None
    name = match.group(1) or match.group(2)
    return Issuer(f"wire:{fold(name)}", "wire", Party(name=name))


def find_host(document: Document) -> Issuer | None:
    """The government that publishes the page itself, by its host; else the outlet of what its title calls a readout."""
    host = (urlsplit(document.url or "").hostname or "").lower()
    title = fold(document.title or "")
    readout = title.startswith(tuple(load_organs()["readouts"]["titles"]))
    kind: OriginKind = "readout" if "readout" in title else "official_statement"
    if is_government(host):
        state = state_of_host(host)
        return Issuer(f"host:{'.'.join(host.split('.')[-3:])}", kind, Party(host, state=state), state)
    if readout and document.outlet:
        return Issuer(f"outlet:{fold(document.outlet)}", kind, Party(document.outlet))
    return None


@cache
def is_government(host: str) -> bool:
    """Whether a state's government or a body of states publishes under this host: "mofa.go.jp", not "news.go.com"."""
    table, labels = load_organs(), host.split(".")
    if _listed(host) is not None or f"state.{labels[-1]}" in table["hosts"]:
        return True
    return (
        len(labels) > 1 and labels[-1] in _countries() and bool(set(labels[-3:-1]) & set(table["hosts"]["government"]))
    )


@cache
def state_of_host(host: str) -> str | None:
    """The state whose host it is: by the table, else by the code of the country that it ends with."""
    last = host.rpartition(".")[2]
    own: str | None = load_organs()["hosts"].get(f"state.{last}")
    return _listed(host) or own or _countries().get(last)


def _listed(host: str) -> str | None:
    sites: dict[str, str] = load_organs()["sites"]
    return next((state for site, state in sites.items() if host == site or host.endswith(f".{site}")), None)


@cache
def _countries() -> dict[str, str]:
    """Code of a country as hosts end with it -> state."""
    codes = {two.lower(): three for two, three in read_table("states", "alpha2.tsv", columns=2)}
    return codes | {"uk": codes["gb"]} if "gb" in codes else codes
