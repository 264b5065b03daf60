# ruff: noqa: E501, SIM905  (patterns are read as lines)
"""The words in which reports name the holder of an office: "NATO chief Jens Stoltenberg", "Ole Berg, Minister of …"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from legation.knowledge import Knowledge
from tools.attest_offices import ROLES, _clean
from tools.build_knowledge.facts import DATA, read_table

_HEADS = frozenset(
    {"president", "prime_minister", "monarch", "crown_prince", "vice_president", "deputy_prime_minister"}
)
# Heads of state and government are told by the Factbook and by tools/attest_offices.py.
STATE_ROLES = {
    **{words: role for words, role in ROLES.items() if role not in _HEADS},
    "Minister of Finance": "finance_minister", "Minister of Defence": "defence_minister",
    "Defence Minister": "defence_minister", "Trade Minister": "trade_minister", "Minister of Trade": "trade_minister",
    "Minister of Commerce": "trade_minister", "Commerce Minister": "trade_minister",
    "Interior Minister": "interior_minister", "Minister of the Interior": "interior_minister",
    "Energy Minister": "energy_minister", "Minister of Energy": "energy_minister",
    "Chief of Army Staff": "army_chief", "Army Chief": "army_chief", "Army Chief of Staff": "army_chief",
    "Chief of the Army Staff": "army_chief", "Chief of Staff of the Army": "army_chief",
    "Chief of the Army": "army_chief", "Commander of the Land Forces": "army_chief",
    "Chief of Defence Staff": "defence_chief", "Chief of Defense Staff": "defence_chief",
    "Chief of the Defence Staff": "defence_chief", "Joint Chiefs Chairman": "defence_chief",
    "Chief of the General Staff": "defence_chief", "Chief of General Staff": "defence_chief",
    "Chief of Defence": "defence_chief", "Chief of Defense": "defence_chief",
    "Security Council Secretary": "security_adviser", "Presidential Spokesman": "spokesperson",
    "Presidential Spokesperson": "spokesperson", "Presidential Press Secretary": "spokesperson",
    "Government Spokesman": "spokesperson", "Government Spokesperson": "spokesperson",
    "Foreign Ministry Spokesman": "foreign_spokesperson", "Foreign Ministry Spokeswoman": "foreign_spokesperson",
    "Foreign Ministry Spokesperson": "foreign_spokesperson", "Foreign Office Spokesman": "foreign_spokesperson",
    "Foreign Office Spokesperson": "foreign_spokesperson", "Foreign Office Spokeswoman": "foreign_spokesperson",
}  # fmt: skip
_WORD = r"(?:[A-Z][\w’'-]+|[A-Z]\.|al-[A-Z]\w+|bin|von|van|der|de|da|al|el|dos|du)"
_NAME = rf"([A-Z][\w’'-]+(?: {_WORD}){{1,4}})"
_RANK = r"(?:(?:Gen|Lt|Maj|Adm|Col|Brig|Lieutenant|Major|General|Admiral|Field Marshal)\.? ){0,2}"
_PLACES = r"((?:[A-Z][\w’'-]+)(?: (?:and|of|the|[A-Z][\w’'-]+)){0,3})"
_OVER = re.compile(
    r"\b(?:former|ex|then|late|incoming|next|deputy|vice|assistant|nominee|candidate|designate)[ -]*$", re.I
)
_ENDS = re.compile(
    r"(?: (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day| (?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December)| (?:The|In|On|At|And|But|He|She|It|For|As|To|Mr|Read|Photo))\b.*$"
)  # fmt: skip
MOST_WORDS = 5
NO_NAMES = frozenset(
    "Party Union Forces Force Officer State Treasury Chancellor Ambassador Secretary Mr Mrs European United Commission"
    " Council Forum League Defense Defence Armed Warrant Politburo Major Prime General House Nations"
    " Special Envoy UN Foreign".split()
)  # capitalised words that stand next to offices and are no names
WINDOW = 120  # characters looked at on either side of a word that may belong to an office
Told = tuple[str, str, str, str]  # owner, role, title (empty for a role of ours), person


_OFFICE_WORDS = "Chief of|[Aa]rmy [Cc]hief|Council Secretary|[Pp]ress [Ss]ecretary|[Jj]oint [Cc]hiefs|[Ss]pokes\\w+|[Ee]nvoy|[Ss]pecial [Rr]epresentative"


def _any(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, each also with small first letters."""
    ordered = sorted(set(words), key=lambda w: (-len(w), w))
    return "|".join(f"(?i:{re.escape(w)})" for w in ordered)


class Patterns:
    """Finds holders of the posts of organisations and of the offices of states."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.posts: dict[tuple[str, str], tuple[str, str]] = {}
        words_of: dict[str, list[str]] = defaultdict(list)
        for row in read_table(DATA / "offices" / "posts.tsv"):
            for words in row["words"].split("|"):
                self.posts[row["body"], words.lower()] = (row["office"], row["title"])
                words_of[row["body"]].append(words)
        self.bodies = {n: b for b in words_of for n in _names(knowledge, b)}
        bodies = "|".join(re.escape(n) for n in sorted(self.bodies, key=lambda n: (-len(n), n)))
        roles = _any(w for words in words_of.values() for w in words)
        self.near = re.compile(
            rf"\b(?:{bodies}|[A-Z]\w+ [Mm]inister|[Mm]inister (?:of|for)|Foreign Secretary|Security Advis|{_OFFICE_WORDS})\b"
        )
        self.body_first = re.compile(rf"\b({bodies})(?:’s|'s)? (?:\([A-Z]+\) )?({roles}),? {_NAME}")
        self.body_last = re.compile(rf"\b({roles}) of (?:the )?({bodies}),? {_NAME}")
        self.name_first = re.compile(
            rf"\b{_NAME}, (?:the )?(?:({bodies})(?:’s|'s)? ({roles})|({roles}) of (?:the )?({bodies}))"
        )
        self.envoy = re.compile(
            rf"\b({bodies}|[A-Z][\w.-]+(?: [A-Z][\w-]+)?)(?:’s|'s)? (?i:special (?:presidential )?(?:envoy|representative)|envoy)"
            rf" (?i:for|to|on) (?:the )?{_PLACES}?,? {_NAME}"
        )  # fmt: skip
        state_roles = _any(STATE_ROLES)
        self.state_first = re.compile(
            rf"\b([A-Z][\w.-]+(?: [A-Z][\w-]+){{0,2}}?)(?:’s|'s)? ({state_roles}),? {_RANK}{_NAME}"
        )
        self.state_last = re.compile(
            rf"\b({state_roles}) {_RANK}{_NAME} of (?:the )?{_PLACES}|\b({state_roles}) of (?:the )?{_PLACES},? {_RANK}{_NAME}"
        )
        self.organ = re.compile(
            rf"\b([A-Z][a-zé]+(?: [A-Z][a-z]+)?)(?:’s|'s)? (?i:(?:chief )?spokes(?:man|woman|person)|press secretary),? {_NAME}"
        )
        self.lower = {words.lower(): role for words, role in STATE_ROLES.items()}

    def find(self, text: str) -> Iterator[Told]:
        """Every holder that a text names with office and owner."""
        for window in self._windows(text):
            yield from self._find(window)

    def _windows(self, text: str) -> Iterator[str]:
        """The stretches around words that may belong to an office, joined where they touch."""
        first, last = 0, -1
        for match in self.near.finditer(text):
            if match.start() - WINDOW > last:
                if last > 0:
                    yield text[first:last]
                first = max(0, match.start() - WINDOW)
            last = match.end() + WINDOW
        if last > 0:
            yield text[first:last]

    def _find(self, text: str) -> Iterator[Told]:
        for found in (self._posts(text), self._states(text), self._organs(text), self._envoys(text)):
            for start, owner, role, title, words in found:
                person = re.sub(r" (?:Al|Bin|Ibn)$", "", _ENDS.sub("", _clean(words)))
                if self._is_name(person) and not _OVER.search(text[max(0, start - 14) : start]):
                    yield owner, role, title, person

    def _is_name(self, words: str) -> bool:
        """Whether words can be a person's: no state, organisation, office or half a word among them."""
        parts = words.split()
        if len(parts) < 2 or len(parts) > MOST_WORDS or words.endswith("-") or set(parts) & NO_NAMES:
            return False
        pieces = [" ".join(parts[i:j]) for i in range(len(parts)) for j in range(i + 1, len(parts) + 1)]
        return not any(self.knowledge.find_state(p, "name", "adjective") for p in pieces) and not any(
            self.knowledge.organisations_named(p) for p in pieces if " " in p
        )

    def _posts(self, text: str) -> Iterator[tuple[int, str, str, str, str]]:
        for m in self.body_first.finditer(text):
            yield from self._post(m.start(), m[1], m[2], m[3])
        for m in self.body_last.finditer(text):
            yield from self._post(m.start(), m[2], m[1], m[3])
        for m in self.name_first.finditer(text):
            yield from self._post(m.start(), m[2] or m[5], m[3] or m[4], m[1])

    def _post(self, start: int, body: str, words: str, name: str) -> Iterator[tuple[int, str, str, str, str]]:
        post = self.posts.get((self.bodies[body], words.lower()))
        if post:
            owner, _, role = post[0].partition(":")
            yield start, owner, role, post[1], name

    def _states(self, text: str) -> Iterator[tuple[int, str, str, str, str]]:
        for m in self.state_first.finditer(text):
            code = self._state(m[1])
            if code:
                yield m.start(), code, self.lower[m[2].lower()], "", m[3]
        for m in self.state_last.finditer(text):
            code = self._state(m[3] or m[5], forwards=True)
            if code:
                yield m.start(), code, self.lower[(m[1] or m[4]).lower()], "", m[2] or m[6]

    def _organs(self, text: str) -> Iterator[tuple[int, str, str, str, str]]:
        """Who speaks for a head of state's seat or a foreign ministry that has a name of its own."""
        for m in self.organ.finditer(text):
            seat = self.knowledge.find_state(m[1], "metonym")
            organs = [a.id.partition(":") for a in self.knowledge.organisations_named(m[1])]
            ministries = [state for state, _, kind in organs if kind == "foreign_ministry"]
            if len(ministries) == 1 and m[1].split()[0] != "Foreign":
                yield m.start(), ministries[0], "foreign_spokesperson", "", m[2]
            elif seat and not ministries and self._speaks(seat, m[0]):
                yield m.start(), seat, "spokesperson", "", m[2]

    def _speaks(self, state: str, words: str) -> bool:
        """Whether words before a name mean the one who speaks for a seat, not one of several: the press secretary, or a
        spokesman where no list tells of the office.
        """
        listed = any(not t.attested for t in self.knowledge.terms_in(f"{state}:spokesperson"))
        capital = self.knowledge.capital(state)
        is_town = capital is not None and words.startswith(capital.name)
        return not is_town and ("press secretary" in words.lower() or not listed)

    def _state(self, words: str, forwards: bool = False) -> str | None:
        """The state that all words, their beginning or their end name."""
        parts = words.removesuffix("’s").removesuffix("'s").split()
        cuts = [parts[:n] for n in range(len(parts), 0, -1)] if forwards else [parts[n:] for n in range(len(parts))]
        found = (self.knowledge.find_state(" ".join(c), "name", "adjective") for c in cuts)
        return next((c for c in found if c), None)

    def _envoys(self, text: str) -> Iterator[tuple[int, str, str, str, str]]:
        for m in self.envoy.finditer(text):
            owner = {"UNO": "UNO", "EUR": "EUR"}.get(self.bodies.get(m[1], "")) or self._state(m[1])
            place = self._state(m[2] or "")
            if owner and place and owner != place:
                name = self.knowledge.states[place].name
                role = f"special_envoy_for_{re.sub(r'[^a-z]+', '_', name.lower()).strip('_')}"
                yield m.start(), owner, role, f"Special Envoy for {name}", m[3]


def _names(knowledge: Knowledge, body: str) -> list[str]:
    actor = knowledge.actor(body)
    return [actor.name, *actor.names] if actor else []
