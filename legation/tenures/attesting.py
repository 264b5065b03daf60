"""Mentions -> Attestations: "Norway's Foreign Minister Erik Dahl" in a dated report says that he was in office."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from legation.knowledge import Knowledge, name_form
from legation.mentions.lexicon import RoleWord, load_lexicon
from legation.records import Document, Evidence, Mention

UNNAMED_ROLES = frozenset({"spokesperson", "foreign_spokesperson", "ambassador", "charge"})  # of many at one time
_OF = re.compile(r"(?:,? of|,? for) (?:the )?((?:[A-Z][\w’'-]+|of|and|the)(?: (?:[A-Z][\w’'-]+|of|and|the)){0,3})")
_WORD_BEFORE = re.compile(r"(\w+)[ -]$")
MOST_STATE_WORDS = 4


@dataclass(frozen=True, slots=True)
class Attestation:
    """That a report of ``day`` calls ``person`` by the office; ``evidence`` holds the words. ``title`` is the office in
    the report's own words, ``actor_id`` who that is in the knowledge, if known. ``is_explicit`` says that the words
    tell the state too: "Attorney General" alone may be of a province.
    """

    document_id: str
    outlet: str | None
    day: date
    office_id: str
    title: str
    state: str
    person: str
    actor_id: str | None
    evidence: Evidence
    is_explicit: bool = True


def find_attestations(document: Document, mentions: Iterable[Mention], knowledge: Knowledge) -> tuple[Attestation, ...]:
    """Who is called by which office of which state in a dated report, in the order of the text.

    Left out are former, coming and deputy holders, offices that several hold, and people without a full name. An
    undated report and a copy attest nothing.
    """
    day = document.published.day
    if day is None or document.copy_of is not None:
        return ()
    found = (_attest(document, day, m, knowledge) for m in mentions if m.kind == "person" and len(m.parties) == 1)
    return tuple(a for a in found if a is not None)


def _attest(document: Document, day: date, mention: Mention, knowledge: Knowledge) -> Attestation | None:
    party = mention.parties[0]
    told = _role_in(mention.quote)
    is_couple = "&" in mention.quote  # "Trade Representative & Mr. Ole Berg" of a list of guests
    if told is None or is_couple or " " not in name_form(party.name) or _is_over(document.text, mention):
        return None
    words, rows = told
    explicit = _state_of(document.text, mention, knowledge)
    state = explicit or (party.state if party.actor_id and knowledge.person(party.actor_id) else None)
    role = next((r.roles[0] for r in rows if state and len(r.roles) == 1 and (not r.states or state in r.states)), None)
    if state is None or role is None or role in UNNAMED_ROLES:
        return None
    evidence = Evidence.of(document.text, mention.start, mention.end, "actor")
    known = party.actor_id if party.actor_id and knowledge.person(party.actor_id) else None
    told_of = f"{state}:{role}", words, state, party.name, known
    return Attestation(document.id, document.outlet, day, *told_of, evidence, bool(explicit))


def _role_in(quote: str) -> tuple[str, tuple[RoleWord, ...]] | None:
    """The longest words for one office before a name; None where there is none, several or a plural."""
    lexicon, words = load_lexicon(), name_form(_plain(quote)).split()
    found: list[tuple[str, tuple[RoleWord, ...]]] = []
    i = 0
    while i < len(words) - 1:
        pieces = (" ".join(words[i:j]) for j in range(len(words) - 1, i, -1))
        piece = next((p for p in pieces if p in lexicon.roles), None)
        if piece is not None:
            found.append((piece, tuple(r for r in lexicon.roles[piece] if name_form(r.words) == piece)))
        i += piece.count(" ") + 1 if piece else 1
    return found[0] if len(found) == 1 and found[0][1] else None


def _is_over(text: str, mention: Mention) -> bool:
    """Whether the office is former, coming, or held for somebody else: "ex-president", "deputy foreign minister"."""
    before = _WORD_BEFORE.search(text[max(0, mention.start - 20) : mention.start])
    words = {*name_form(_plain(mention.quote)).split(), *([before[1].lower()] if before else [])}
    lexicon = load_lexicon()
    return any(lexicon.before.get(w) for w in words) or bool(words & {"deputy", "vice", "assistant", "shadow", "elect"})


def _state_of(text: str, mention: Mention, knowledge: Knowledge) -> str | None:
    """The state that the words themselves tell: in the quote or behind it ("of Norway")."""
    told = set(_states_in(_plain(mention.quote).split(), knowledge))
    after = _OF.match(text, mention.end)
    if after and not told:
        parts = after[1].split()
        codes = (knowledge.find_state(" ".join(parts[:n]), "name") for n in range(len(parts), 0, -1))
        told = {next((c for c in codes if c), "")} - {""}
    return told.pop() if len(told) == 1 else None


def _states_in(words: list[str], knowledge: Knowledge) -> Iterator[str]:
    """Codes of the states that runs of capitalised words name, the longest at each place."""
    i = 0
    while i < len(words):
        for size in range(min(MOST_STATE_WORDS, len(words) - i), 0, -1):
            piece = " ".join(words[i : i + size])
            code = knowledge.find_state(piece, "name", "adjective") if piece[:1].isupper() else None
            if code:
                yield code
                i += size - 1
                break
        i += 1


def _plain(words: str) -> str:
    """The words without possessives and commas."""
    return words.replace("’s", "").replace("'s", "").replace(",", " ")
