# ruff: noqa: E501  (patterns and messages are read as lines)
"""Make the knowledge files of ``legation/data`` from collected reference facts.

Usage: ``python tools/build_knowledge.py REFERENCE_FOLDER``. Facts are merged by person, role and state; each tenure
keeps its source and the day that source was last checked. Hand-written files (``everyday.tsv``, ``attested.tsv``,
``organisations.tsv`` …) are read, never written.
"""

from __future__ import annotations

import csv
import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from pathlib import Path

from legation.text import fold, stable_id

DATA = Path(__file__).resolve().parent.parent / "legation" / "data"
FIRST_YEAR = "1990"
WIKIDATA_CHECKED, FACTBOOK_CHECKED, UK_CHECKED, POCOM_CHECKED = "2022-07-31", "2026-01-22", "2026-06-12", "2025-03-25"
EXECUTIVE_CHECKED = "2026-06-15"
IGO_CODES = {
    "IGO:UN": "UNO",
    "IGO:COE": "COE",
    "IGO:WTO": "WTO",
    "IGO:ICJ": "ICJ",
    "IGO:OSCE": "OSCE",
    "IGO:ARAB-PARL": "ARAB-PARL",
}

# role: pattern over a folded national title. Order matters: the first that fits counts.
ROLES: tuple[tuple[str, str], ...] = (
    ("acting", r"^$"),
    ("first_lady", r"^first lady$"),
    ("crown_prince", r"^crown prin"),
    ("supreme_leader", r"^supreme leader|^state affairs commission president"),
    (
        "vice_president",
        r"^(first |second |executive )?(vice|co-vice)[- ]president\b(?!.* (of|for|as) )|^vice[- ]president of (the )?(republic|united states)",
    ),
    (
        "deputy_prime_minister",
        r"^(first |second |senior |senior )?(deputy|vice)[- ](prime minister|premier|chancellor)s?\b(?! of (?!the state council|russia|the ))",
    ),
    (
        "prime_minister",
        r"^(acting |interim |transition |caretaker )?(prime minister|premier|federal chancellor|chancellor|taoiseach|president of the government|chair\w* of the council of ministers|president of the council of ministers|minister of state|sultan and prime minister|chief adviser)( of the (state council|republic|government|transition))?$",
    ),
    (
        "foreign_minister",
        r"^(federal |acting )?(minister|secretary)( of| for)( state for)? (foreign|external)( and european| and (economic )?cooperation| and commonwealth| and expatriates?| and trade)?.{0,40}(affairs|relations|cooperation|trade|expatriates|emigrants|regional integration|worship|development)$|^secretary of state for foreign.*affairs$|^foreign (minister|secretary)$|^minister of foreign affairs|^minister for foreign affairs|^minister for europe and foreign affairs|^minister of europe and foreign affairs",
    ),
    (
        "defence_minister",
        r"^(federal )?(minister|secretary)( of| for)( state for)?( national)? defen[cs]e\b(?!.*(production|materiel|personnel|equipment|industr))|^minister of (the )?armed forces|^secretary of war$",
    ),
    (
        "finance_minister",
        r"^(federal )?(minister|secretary)( of| for) (finance|the treasury)\b|^minister of (the )?(national )?econom\w+ and financ|^chancellor of the exchequer|^treasurer$|^treasury secretary$",
    ),
    (
        "interior_minister",
        r"^(federal )?(minister|secretary)( of| for)( the)? (interior|home affairs|internal affairs)|^secretary of state for the home department|^home secretary",
    ),
    (
        "trade_minister",
        r"^(federal )?(minister|secretary)( of| for)( state for)?( the)?( international| foreign| external)? ?(trade|commerce)\b|^minister (of|for) (industry|economy)(,| and) (trade|commerce)|^minister of economy, trade and industry|^(united states )?trade representative",
    ),
    ("energy_minister", r"^(federal )?(minister|secretary)( of| for)( the)? (energy|petroleum|oil)\b"),
    ("justice_minister", r"^(federal )?(minister|secretary)( of| for)( state for)?( law and)? justice\b"),
    (
        "army_chief",
        r"^(chief of (the )?army staff|chief of staff of the army|chief of the army general staff|commander of the (armed forces|army)|chief of army)$",
    ),
    (
        "defence_chief",
        r"^(chief of (the )?(general staff|defence( staff| force|s forces)?|joint staff)( of the armed forces)?|chairman of the (joint chiefs of staff|general staff)|commander-in-chief of the armed forces|chief of staff of the (armed forces|defence forces))$",
    ),
    (
        "spokesperson",
        r"^(government|presidential) spokes|^spokesperson of the (government|president)|^white house press secretary|^press secretary$",
    ),
    ("security_adviser", r"^national security advis[eo]r"),
    (
        "intelligence_chief",
        r"^director of (national intelligence|the cia|the mossad|the foreign intelligence)|^director[- ]general of inter-services intelligence",
    ),
    ("un_representative", r"^(permanent representative|ambassador) to the united nations$"),
    ("ambassador", r"^ambassador to "),
    ("attorney_general", r"^attorney[- ]general$"),
    (
        "central_bank_governor",
        r"^governor of the (central|national|reserve|people's)? ?bank|^(chair\w*|president) of the (central bank|federal reserve)",
    ),
    (
        "parliament_speaker",
        r"^speaker of the (national assembly|house of representatives|knesset|parliament|islamic consultative|house of commons|lok sabha)|^president of the (national assembly|parliament)$",
    ),
    (
        "monarch",
        r"^(king|queen|emir|amir|sultan|emperor|grand duke|grand duchess|prince|sovereign prince|yang di-pertuan agong|pope)$",
    ),
    (
        "president",
        r"^(acting |interim |transitional? |executive )?president( of the (republic|state|swiss confederation|confederation|federation|united states|nation|presidency|transition|palestinian authority))?$|^state president|^chair\w* of the presidency",
    ),
    ("secretary_general", r"^secretary[- ]general of the (united nations|council of europe)|^secretary general$"),
)
NOT_PRESIDENT = re.compile(
    r"president of (senate|parliament|congress|the (senate|chamber|court|bank))|anjouan|crimea|abkhaz", re.I
)
SENIORITY = {
    "president": 1,
    "monarch": 1,
    "prime_minister": 1,
    "supreme_leader": 1,
    "crown_prince": 2,
    "vice_president": 2,
    "ambassador": 4,
    "un_representative": 4,
    "first_lady": None,
    "secretary_general": 1,
}
NAMES = {
    "president": "President", "monarch": "Monarch", "prime_minister": "Prime Minister", "vice_president": "Vice President",
    "deputy_prime_minister": "Deputy Prime Minister", "foreign_minister": "Foreign Minister", "defence_minister": "Defence Minister",
    "finance_minister": "Finance Minister", "trade_minister": "Trade Minister", "interior_minister": "Interior Minister",
    "energy_minister": "Energy Minister", "justice_minister": "Justice Minister", "army_chief": "Chief of Army Staff",
}  # fmt: skip
SECTORS: tuple[tuple[str, str], ...] = (
    ("GOV", r"^minister|^secretary of (state|the (navy|army|air force))|^secretary of|prime minister|^(federal|deputy) minister"),
    ("MIL", r"\b(army|navy|naval|air force|air staff|general staff|joint staff|joint chiefs|defence staff|defence force|chief of defence|commander|armed forces|military)\b"),
    ("COP", r"\bpolice\b|\bfbi\b|\bgendarmerie\b"),
    ("SPY", r"\b(intelligence|cia|mossad|security service|secret service)\b"),
    ("JUD", r"\b(court|chief justice|judge|justice of|prosecutor|attorney[- ]general|solicitor general)\b"),
    ("LEG", r"\b(speaker|senate|parliament|national assembly|congress|house of|chamber of|knesset|legislat|riigikogu|storting|leader of the opposition)\b|^member of the|^president of the (national|federal) council"),
    ("PTY", r"\b(communist party|party)\b"),
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One fact of a source: who held which office of which state from when to when."""

    state: str
    role: str | None
    title: str
    person: str
    qid: str
    first: str
    last: str
    checked: str
    source: str
    surname: str = ""
    attested: bool = False


@dataclass
class Book:
    """What has been collected: people by id, offices by id, tenures."""

    names: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    surnames: dict[str, str] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    offices: dict[str, tuple[str, str, str, int | None, str | None]] = field(default_factory=dict)
    tenures: dict[tuple[str, str], list[Row]] = field(default_factory=lambda: defaultdict(list))


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def read_table(path: Path) -> list[dict[str, str]]:
    """The rows of one of our own TSV files, comment lines left out."""
    lines = (
        [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
        if path.exists()
        else []
    )
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def find_role(title: str, state: str = "") -> str | None:
    """The role that a title of a national office names, if it is one of ours; ``state`` is cut off its end."""
    words = fold(title)
    if state:
        words = re.sub(rf" of (the )?{re.escape(fold(state))}$", "", words)
    if NOT_PRESIDENT.search(words):
        return None
    return next((role for role, pattern in ROLES if re.search(pattern, words)), None)


def find_sector(title: str, role: str | None) -> str:
    """PLOVER sector of an office by its title."""
    if role in ("army_chief", "defence_chief"):
        return "MIL"
    words = fold(title)
    return next((sector for sector, pattern in SECTORS if re.search(pattern, words)), "GOV")


# -- sources --------------------------------------------------------------------------------------------------------


def wikidata_rows(folder: Path, named: dict[str, str]) -> Iterator[Row]:
    """Office holders of Wikidata (CC0), by way of scraped lists."""
    for r in read(folder / "office_holders.csv"):
        if (r["end"] and r["end"] < FIRST_YEAR) or not r["person"] or (r["start"] < "1940" and not r["end"]):
            continue
        title = re.sub(r"^ambassador to the ambassador to", "ambassador to", r["position"])
        role = find_role(title, named.get(r["state"], ""))
        if r["state"] == "IND" and title == "Minister of Foreign Affairs":
            role, title = "foreign_secretary", "Foreign Secretary"
        if r["state"] == "RUS" and role == "prime_minister" and "Crimea" in title:
            role = None
        state = IGO_CODES.get(r["state"], r["state"])
        yield Row(state, role, title, r["person"], r["person_qid"], r["start"], r["end"], WIKIDATA_CHECKED, "wikidata")


FACTBOOK_TITLES: tuple[tuple[str, str], ...] = (
    ("vice_president", r"\bvice president"),
    ("deputy_prime_minister", r"\b(deputy|vice) (prime minister|premier|chancellor)"),
    (
        "prime_minister",
        r"\bprime minister\b|^premier|^(federal )?chancellor|^taoiseach|chair\w* of the council of ministers|president of the government",
    ),
    ("monarch", r"^(king|queen|emir|amir|sultan|emperor|grand duke|prince|pope)\b"),
    ("supreme_leader", r"^supreme leader|state affairs commission president"),
    ("president", r"\bpresident\b"),
)


def factbook_role(kind: str, title: str) -> str | None:
    """The role of a Factbook row from its title; ambassadors by its kind."""
    if kind == "chief of mission to the US":
        return "ambassador" if "mbassador" in title else None
    if kind == "US chief of mission":
        return None
    words = fold(title)
    return next((role for role, pattern in FACTBOOK_TITLES if re.search(pattern, words)), None)


def factbook_name(words: str) -> tuple[str, str]:
    """Name in usual capitals and the surname that the Factbook prints in capitals."""
    words = re.sub(
        r"[“\"].*?[”\"]|\(.*?\)|,.*$|^(Dr|Gen|Lt|Capt|Col|Field Marshal|Brig|Maj|Sir|Dame|Sheikh|ret)\b\.? ?(Gen\b\.?)?",
        "",
        words,
    ).strip()
    parts = words.split()
    caps = [p for p in parts if len(p) > 1 and p.isupper() and not re.fullmatch(r"[A-Z]\.|[IVX]+", p)]
    name = " ".join(_usual(p) if p in caps else p for p in parts)
    return name, " ".join(_usual(p) for p in caps)


def _usual(word: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda m: m.group()[:1] + m.group()[1:].lower(), word)


def factbook_rows(folder: Path, territories: set[str]) -> Iterator[Row]:
    """Heads of state and government and ambassadors (CIA World Factbook, public domain)."""
    current = {(r["iso3"], r["role"], r["person"], r["since"]) for r in read(folder / "factbook_leaders.csv")}
    for name in ("factbook_leaders.csv", "factbook_leaders_history.csv"):
        for r in read(folder / name):
            role = factbook_role(r["role"], r["title"])
            person, surname = factbook_name(r["person"])
            if (
                not role
                or not r["iso3"]
                or r["iso3"] in territories
                or not r["since"]
                or not surname
                or len(person.split()) > 6
            ):
                continue
            checked = r.get("last_changed") or FACTBOOK_CHECKED
            if (r["iso3"], r["role"], r["person"], r["since"]) in current:
                checked = FACTBOOK_CHECKED
            title = "ambassador to the United States" if role == "ambassador" else r["title"]
            yield Row(r["iso3"], role, title, person, "", r["since"], "", checked, "factbook", surname)


def us_rows(folder: Path) -> Iterator[Row]:
    """Presidents, Vice Presidents (unitedstates/congress-legislators) and principal officers (pocom)."""
    for r in read(folder / "us_executive.csv"):
        if r["end"] >= FIRST_YEAR:
            end = "" if r["end"] > EXECUTIVE_CHECKED else r["end"]
            yield Row(
                "USA",
                find_role(r["position"]),
                r["position"],
                r["person"],
                r["person_qid"],
                r["start"],
                end,
                EXECUTIVE_CHECKED,
                "congress-legislators",
            )
    for r in read(folder / "us_diplomats.csv"):
        start = r["started"] or r["appointed"]
        if not start:
            continue
        if r["kind"] != "chief of mission":
            role = "foreign_minister" if r["position"] == "Secretary of State" else None
            yield Row("USA", role, r["position"], r["person"], "", start, r["ended"], POCOM_CHECKED, "pocom")
        elif "mbassador" in r["position"] or "Charg" in r["position"]:
            title = ("Ambassador to " if "mbassador" in r["position"] else "Chargé d’Affaires in ") + r[
                "place"
            ].replace("-", " ").title()
            role = "ambassador" if "mbassador" in r["position"] else "charge"
            yield Row("USA", role, title, r["person"], "", start, r["ended"], POCOM_CHECKED, "pocom")
    for r in read(folder / "factbook_leaders.csv"):
        if r["role"] == "US chief of mission" and r["since"] and r["title"]:
            person, surname = factbook_name(r["person"])
            if surname and len(person.split()) <= 5:
                is_charge = "harg" in r["title"]
                title = ("Chargé d’Affaires in " if is_charge else "Ambassador to ") + r["state"]
                yield Row(
                    "USA",
                    "charge" if is_charge else "ambassador",
                    title,
                    person,
                    "",
                    r["since"],
                    "",
                    FACTBOOK_CHECKED,
                    "factbook",
                    surname,
                )


def uk_rows(folder: Path) -> Iterator[Row]:
    """British ministers (Institute for Government, CC BY 4.0)."""
    for r in read(folder / "uk_ministers.csv"):
        role = find_role(r["position"])
        if role == "prime_minister" and r["position"] != "Prime Minister":
            role = None
        yield Row("GBR", role, r["position"], r["person"], "", r["start"], r["end"], UK_CHECKED, "ifg")


def attested_rows() -> Iterator[Row]:
    """Our own table of holders known from dated reports."""
    for r in read_table(DATA / "offices" / "attested.tsv"):
        yield Row(
            r["state"],
            r["role"] or None,
            r["title"],
            r["person"],
            r["wikidata"],
            r["first"],
            r["last"],
            r["checked"],
            r["basis"],
            r.get("surname") or "",
            r["basis"].startswith("attested"),
        )


def found_rows() -> Iterator[Row]:
    """Holders that dated official statements and trips name (``attest_offices.py``)."""
    for r in read_table(DATA / "offices" / "attested_found.tsv"):
        title = NAMES.get(r["role"], r["role"].replace("_", " ").title())
        yield Row(r["state"], r["role"], title, r["person"], "", r["first"], r["last"], r["last"], r["basis"], "", True)


# -- merging --------------------------------------------------------------------------------------------------------


def day(words: str) -> str:
    """The year, month or day that ``words`` begin with; empty when they are none."""
    match = re.match(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?(?!\w)", words)
    return match.group() if match else ""


def name_key(name: str) -> frozenset[str]:
    """The words of a name without initials, for matching across sources."""
    words = re.findall(r"[^\W\d_]+", fold(name.replace("-", " ")))
    return frozenset(w for w in words if len(w) > 1 and w not in {"al", "bin", "ibn", "the", "of", "de", "jr", "sr"})


def alike(a: str, b: str) -> bool:
    """Whether two names can be two spellings of one: a long word shared, or nearly the same letters."""
    if {w for w in name_key(a) if len(w) > 3} & {w for w in name_key(b) if len(w) > 3}:
        return True
    return SequenceMatcher(None, fold(a), fold(b)).ratio() >= 0.7


def everyday_ids(qids: dict[str, str]) -> dict[tuple[str, str], str]:
    """Id of every everyday spelling by state and folded name: a Wikidata id that one of the spellings has, else our own."""
    found: dict[tuple[str, str], str] = {}
    for row in read_table(DATA / "people" / "everyday.tsv"):
        names = [fold(n) for n in (row["name"], *row["names"].split("|")) if n]
        person = next((qids[n] for n in names if n in qids), stable_id("person", row["state"], names[0]))
        found |= {(row["state"], n): person for n in names}
    return found


class Merger:
    """Gives each row's person an id: the Wikidata id, that of a person of the state with a fitting name, or our own."""

    def __init__(self, qids: dict[str, str]) -> None:
        self.by_state: dict[str, dict[frozenset[str], str]] = defaultdict(dict)
        self.by_word: dict[tuple[str, str], set[frozenset[str]]] = defaultdict(set)
        self.by_office: dict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
        self.same = everyday_ids(qids)

    def _in_office(self, row: Row) -> str | None:
        """Who took the same office at the same time under a like name: another transliteration."""
        same_time = [x for x in self.by_office[row.state, row.role or ""] if near(x[0], row.first)]
        fits = {x[1] for x in same_time if alike(x[2], row.person)}
        return fits.pop() if len(fits) == 1 else None

    def identify(self, row: Row) -> str:
        key = name_key(row.person)
        known = self.by_state[row.state]
        found = (
            row.qid
            or self.same.get((row.state, fold(row.person)))
            or known.get(key)
            or self._fitting(row.state, key)
            or self._in_office(row)
        )
        found = found or stable_id("person", row.state, fold(row.person))
        known.setdefault(key, found)
        if row.role in SINGLE:
            self.by_office[row.state, row.role].append((row.first, found, row.person))
        for word in key:
            self.by_word[row.state, word].add(key)
        return found

    def _fitting(self, state: str, key: frozenset[str]) -> str | None:
        near = {k for word in key for k in self.by_word[state, word]}
        fits = {self.by_state[state][k] for k in near if len(k & key) >= 2 and (k <= key or key <= k)}
        return fits.pop() if len(fits) == 1 else None


def collect(rows: list[Row], states: dict[str, str]) -> Book:
    """All rows put into one book, offices named, people identified."""
    rows = [replace(r, first=day(r.first), last=day(r.last), checked=day(r.checked)) for r in rows]
    book, merger = Book(), Merger({fold(r.person): r.qid for r in reversed(rows) if r.qid})
    for row in rows:
        person = merger.identify(row)
        if row.person not in book.names[person]:
            book.names[person].append(row.person)
        if row.surname:
            book.surnames[person] = row.surname
        book.states.setdefault(person, row.state)
        office = office_id(row)
        if office not in book.offices:
            title = office_title(row, states.get(row.state, row.state))
            book.offices[office] = (title, row.state, find_sector(row.title, row.role), seniority(row), row.role)
        book.tenures[office, person].append(row)
    return book


def office_id(row: Row) -> str:
    """``PAK:foreign_minister`` for a role of ours, else state and title."""
    if row.role and row.role not in ("ambassador", "charge"):
        return f"{row.state}:{row.role}"
    return f"{row.state}:{re.sub(r'[^a-z0-9]+', '_', fold(row.title)).strip('_')}"


def office_title(row: Row, state: str) -> str:
    """The title with the state's name, unless it is in it or the office is abroad."""
    title = row.title if row.state in ("USA", "GBR") or row.role not in NAMES else NAMES[row.role]
    title = title[:1].upper() + title[1:]
    if (
        row.role in ("monarch", "prime_minister")
        and row.source == "wikidata"
        and fold(row.title).split()[0]
        in ("king", "queen", "emir", "sultan", "emperor", "pope", "chancellor", "federal", "taoiseach", "premier")
    ):
        title = re.sub(r"^Federal ", "", row.title)
    title = re.sub(r" of the (State Council|Republic|Swiss Confederation)$", "", title)
    state = (
        f"the {state}"
        if re.match(r"United |.*(lands|pines|dives|moros|helles|amas)$", state) and not state.startswith("The")
        else state
    )
    return (
        title
        if fold(state) in fold(title) or (" of " in title and row.role is None and row.state == "GBR")
        else f"{title} of {state}"
    )


def seniority(row: Row) -> int | None:
    """1 head of state or government, 2 minister or deputy, 3 other official, 4 envoy."""
    if row.role in SENIORITY:
        return SENIORITY[row.role]
    return (
        2
        if re.match(r"(federal |deputy |first deputy )?(prime )?minister|(secretary (of|for)\b)|vice", fold(row.title))
        else 3
    )


def span_of(rows: list[Row]) -> list[tuple[str, str, str, str]]:
    """(first, last, checked, sources) of each term that the rows of one person in one office tell; overlapping ones are one."""
    terms: list[tuple[str, str, str, str]] = []
    order = {"wikidata": 0, "ifg": 0, "pocom": 0, "congress-legislators": 0}
    for row in sorted(rows, key=lambda r: (order.get(r.source, 1), r.first or "9999", r.last or "9999")):
        for i, (first, last, checked, source) in enumerate(terms):
            if near(row.first, first) or within(row.first, first, last or checked):
                best = min((x for x in (first, row.first) if x), key=lambda x: x + "~" * (10 - len(x)), default="")
                ended = (
                    max(last, row.last) if last and row.last and within(last, row.first, row.last) else last or row.last
                )
                ended = "" if not row.last and row.checked > (last or "9999") and row.first <= last else ended
                terms[i] = (
                    best,
                    ended,
                    max(checked, row.checked),
                    source if row.source in source else f"{source}+{row.source}",
                )
                break
        else:
            terms.append((row.first, row.last, row.checked, row.source))
    return terms


def without_attested(rows: list[Row]) -> list[Row]:
    """The rows without attestations of a term that a list of holders already tells; an open term is checked until the last of them."""
    firm = [r for r in rows if not r.attested]
    if not firm:
        return rows
    found = []
    for row in firm:
        later = [r.last for r in rows if r.attested and not row.last and r.last > row.checked]
        found.append(replace(row, checked=max([row.checked, *later])))
    ends = [r.last or "9999" for r in firm]
    return found + [r for r in rows if r.attested and r.first[:4] > max(ends)[:4]]


def near(a: str, b: str) -> bool:
    """Whether two starts mean one: equal to the shorter one's precision, or within the same two months."""
    if not a or not b:
        return True
    if a[: min(len(a), len(b))] == b[: min(len(a), len(b))]:
        return True
    if len(a) < 7 or len(b) < 7:
        return False
    return abs((int(a[:4]) * 12 + int(a[5:7])) - (int(b[:4]) * 12 + int(b[5:7]))) <= 2


def within(day: str, first: str, last: str) -> bool:
    """Whether a day falls into a term."""
    return bool(day and first) and first <= day <= (last or "9999")


SINGLE = {
    "president",
    "monarch",
    "prime_minister",
    "foreign_minister",
    "defence_minister",
    "finance_minister",
    "interior_minister",
    "trade_minister",
    "army_chief",
    "supreme_leader",
    "defence_chief",
    "foreign_secretary",
}


def close_open(tenures: list[list[str]], book: Book) -> None:
    """Give an open term of a one-person office the start of its successor as its end."""
    by_office: dict[str, list[list[str]]] = defaultdict(list)
    for t in tenures:
        by_office[t[0]].append(t)
    for office, rows in by_office.items():
        if book.offices[office][4] not in SINGLE and ":ambassador_to_" not in office:
            continue
        rows.sort(key=lambda t: t[2] or "0")
        for i, row in enumerate(rows):
            if row[3] or not row[2]:
                continue
            later = [r for r in rows[i + 1 :] if r[1] != row[1] and r[2] > row[2] and not r[5].startswith("attested")]
            if later:
                row[3], row[5] = later[0][2], row[5] + "+successor"


# -- states ---------------------------------------------------------------------------------------------------------


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
        name = {"Burma": "Myanmar"}.get(name, name)
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


def unique(words: list[str]) -> list[str]:
    """The words once each, in order, stripped of articles and blanks."""
    plain = (re.sub(r"^the ", "", w.strip()) for w in words if w)
    return list(dict.fromkeys(w for w in plain if len(w) > 1 and w != "none"))


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


# -- writing --------------------------------------------------------------------------------------------------------


def write(path: Path, head: str, columns: str, rows: list[list[str]]) -> None:
    """A TSV with a comment on origin, gzip'd without a time stamp where the name says so."""
    text = f"# {head}\n{columns}\n" + "".join("\t".join(r) + "\n" for r in rows)
    path.parent.mkdir(parents=True, exist_ok=True)
    data = text.encode("utf-8")
    path.write_bytes(gzip.compress(data, mtime=0) if path.suffix == ".gz" else data)


def main(folder: Path) -> None:
    """Read the reference, merge, write ``legation/data``."""
    states = make_states(folder)
    write(
        DATA / "states" / "states.tsv",
        "facts: CIA World Factbook (public domain), datasets/country-codes (PDDL); checked 2026-11-21",
        "code\tkind\tname\tnames\tadjectives\tcapital\twikidata",
        states,
    )
    named = {s[0]: s[2] for s in states}
    territories = {s[0] for s in states if s[1] == "territory"} - {"TWN", "PSE", "XKX"}
    rows = [
        r
        for source in (
            us_rows(folder),
            uk_rows(folder),
            wikidata_rows(folder, named),
            factbook_rows(folder, territories),
            attested_rows(),
            found_rows(),
        )
        for r in source
    ]
    rows.sort(key=lambda r: (r.source != "wikidata", not r.qid))
    book = collect(rows, named)
    tenures = [
        [office, person, first, last, checked, source]
        for (office, person), found in book.tenures.items()
        for first, last, checked, source in span_of(without_attested(found))
    ]
    extend_open(folder, tenures, book)
    close_open(tenures, book)
    people = [
        [p, names[0], "|".join(unique(names[1:])), book.states[p], book.surnames.get(p, "")]
        for p, names in sorted(book.names.items())
    ]
    titles = {r["office"]: r["title"] for r in read_table(DATA / "offices" / "titles.tsv")}
    offices = [
        [o, titles.get(o, t), s, sector, str(rank or ""), role or ""]
        for o, (t, s, sector, rank, role) in sorted(book.offices.items())
    ]
    source = "facts: Wikidata (CC0), CIA World Factbook (public domain), HistoryAtState (CC0), congress-legislators (CC0), Institute for Government (CC BY 4.0), dated reports; checked 2026-11-21"
    write(DATA / "people" / "people.tsv.gz", source, "id\tname\tnames\tstate\tsurname", people)
    write(DATA / "offices" / "offices.tsv.gz", source, "id\ttitle\tstate\tsector\tseniority\trole", offices)
    write(DATA / "offices" / "tenures.tsv.gz", source, "office\tperson\tfirst\tlast\tchecked\tsource", sorted(tenures))
    print(len(states), "states", len(people), "people", len(offices), "offices", len(tenures), "tenures")


def extend_open(folder: Path, tenures: list[list[str]], book: Book) -> None:
    """Move the checked day of an open term to the last dated trip at which the person was called so."""
    open_terms: dict[tuple[str, str], list[str]] = {}
    for t in tenures:
        role = book.offices[t[0]][4]
        if not t[3] and role:
            for name in book.names[t[1]]:
                open_terms[role, fold(name)] = t
                open_terms[role, fold(name).split()[-1] + "@" + book.offices[t[0]][1]] = t
    codes = {fold(s[2]): s[0] for s in make_states(folder)}
    for r in read(folder / "office_attestations.csv"):
        role = find_role(r["role"])
        term = (
            open_terms.get((role or "", fold(r["name"])))
            or open_terms.get((role or "", fold(r["name"]).split()[-1] + "@" + codes.get(fold(r["country"]), "?")))
            if r["name"]
            else None
        )
        if term and r["date_end"] > term[4]:
            term[4], term[5] = r["date_end"], term[5] if "attested" in term[5] else term[5] + "+attested"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
