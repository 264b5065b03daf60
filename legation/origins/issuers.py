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
    """The government that publishes the page itself, by its host's labels."""
    host = (urlsplit(document.url or "").hostname or "").lower()
    labels = host.split(".")
    table = load_organs()["hosts"]
    if not set(labels[-3:]) & set(table["government"]):
        return None
    state = table.get(f"state.{labels[-1]}")
    readout = "readout" in fold(document.title or "")
    return Issuer(
        f"host:{'.'.join(labels[-3:])}", "readout" if readout else "official_statement", Party(host, state=state), state
    )
