"""``python -m bench.web [--events N]``: how fast pages answer, and how much memory the server takes, on a large record.

The record is made up: events with ten claims each, their parties drawn from 60 states by rank so that some dyads are
very large. Bars: the 95th percentile of every page below 200 ms, search below 100 ms, the server below 400 MB.
"""

from __future__ import annotations

import argparse
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import httpx

from legation.records import (
    Agreement,
    AgreementStatus,
    Claim,
    Conflict,
    Corroboration,
    Document,
    Event,
    Evidence,
    Judgement,
    Origin,
    Party,
    Place,
    Published,
    Reading,
    Record,
    When,
)
from legation.store import Store, renewing, writing

BAR_MS, BAR_SEARCH_MS, BAR_MB = 200.0, 100.0, 400.0
CLAIMS, PER_DOCUMENT, BATCH = 10, 5, 2_000
STATES = [f"{a}{b}{c}" for a in "QXZ" for b in "ABCDE" for c in "WXYZ"]
KINDS = (("CONSULT", "phone"), ("CONSULT", "meeting"), ("CONSULT", "visit"), ("AGREE", None), ("SUPPORT", "praise"),
         ("THREATEN", None), ("SANCTION", None), ("ASSAULT", None), ("AID", None))  # fmt: skip
TOPICS = ("trade", "tariffs", "energy", "investment", "counter_terrorism", "nuclear")
WORDS = re.findall(
    r"\w+",
    "the minister told reporters that both sides would continue their work on trade energy water border security "
    "science health ports railways minerals grain visas students and culture after long talks in the capital",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the record unless it is there, ask the pages, print the figures; 1 where a bar is missed."""
    parser = argparse.ArgumentParser(prog="bench.web", description=__doc__)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--asks", type=int, default=60, help="requests of each kind of page")
    parser.add_argument("--store", type=Path, help="keep the record here, and use it again")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        path = given.store or Path(folder) / "large.db"
        if not path.exists():
            start = time.time()
            make_store(path, given.events)
            print(f"{given.events:,} events, {given.events * CLAIMS:,} claims made in {time.time() - start:.0f} s")
        return measure(path, given.asks)


def measure(path: Path, asks: int) -> int:
    """Ask every kind of page of a server of its own; how many bars are missed."""
    command = [sys.executable, "-m", "legation", "serve", "--store", str(path), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        address = re.search(r"http://\S+", server.stderr.readline())
        assert address is not None
        missed = 0
        try:
            with httpx.Client(base_url=address.group(), timeout=60) as client:
                client.get("/reading")
                for name, paths in addresses(path, asks).items():
                    both = [_spent(client, p, server.pid) for p in paths]
                    (p50, p95), (cpu50, cpu95) = (_percentiles(times) for times in zip(*both, strict=True))
                    bar = BAR_SEARCH_MS if "search" in name else BAR_MS
                    missed += p95 > bar
                    print(f"{name:14} p50 {p50:4.0f}  p95 {p95:4.0f} ms   of the processor p50 {cpu50:4.0f}"
                          f"  p95 {cpu95:4.0f} ms   bar {bar:.0f}")  # fmt: skip
            memory = int(re.findall(r"VmHWM:\s+(\d+)", Path(f"/proc/{server.pid}/status").read_text())[0]) / 1024
            print(f"memory of the server, peak: {memory:.0f} MB   bar {BAR_MB:.0f}")
            missed += memory > BAR_MB
        finally:
            server.terminate()
    return int(missed > 0)


def addresses(path: Path, asks: int) -> dict[str, list[str]]:
    """Kind of page -> addresses, drawn from the record."""
    draw = random.Random(7)
    with Store.open(path) as store:
        total = store.catalogue.runs(1)[0].events
        documents = store.catalogue.count_documents()
        dyads = store.catalogue.dyads(100)
        actors = store.catalogue.actors(True, 200)
    events = [_event_id(draw.randrange(total)) for _ in range(asks)]
    words = [" ".join(draw.sample(WORDS[10:], 2)) for _ in range(asks)]
    pairs = [draw.choice(dyads) for _ in range(asks)]
    return {
        "home": ["/"] * asks,
        "event": [f"/events/{i}" for i in events],
        "side by side": [f"/events/{i}/reports" for i in events],
        "report": [f"/documents/{_document_id(draw.randrange(documents))}" for _ in range(asks)],
        "dyad": [f"/dyads/{d.a}/{d.b}" for d in pairs],
        "person": [f"/actors/{draw.choice(actors).key}" for _ in range(asks)],
        "state": [f"/actors/{d.a}" for d in pairs],
        "dyads": ["/dyads"] * asks,
        "people": ["/actors"] * asks,
        "ledger": [f"/ledger?page={n + 1}" for n in range(asks)],
        "conflicts": [f"/conflicts?page={n + 1}" for n in range(asks)],
        "reports": [f"/documents?page={n + 1}" for n in range(asks)],
        "map": ["/map"] * asks,
        "review": [f"/review?skip={n}" for n in range(asks)],
        "events": [f"/search?page={n + 1}" for n in range(asks)],
        "search words": [f"/search?q={w.replace(' ', '+')}" for w in words],
        "search fields": [f"/search?a={d.a}&topic=trade&status=occurred&since=2020-01-01" for d in pairs],
        "search name": [f"/search?q=person+{draw.randrange(300)}" for _ in range(asks)],
    }


def _spent(client: httpx.Client, path: str, server: int) -> tuple[float, float]:
    """Milliseconds until the answer was here, and of the processor; a busy machine slows the first, not the second."""
    before, start = _cpu_ms(server), time.perf_counter()
    client.get(path).raise_for_status()
    return (time.perf_counter() - start) * 1000, _cpu_ms(server) - before


def _cpu_ms(pid: int) -> float:
    """What all threads of a process have used of the processor."""
    threads = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads) / 1e6


def _percentiles(times: Sequence[float]) -> tuple[float, float]:
    """The middle one, and the one that 95 of 100 do not pass."""
    ordered = sorted(times)
    return ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]


# -- the record -----------------------------------------------------------------------------------------------------


def make_store(path: Path, events: int) -> None:
    """Write a made-up record of that many events, batch by batch."""
    draw = random.Random(1)
    with Store.open(path, create=True) as store, store._transaction() as db:
        writing.put_documents(db, tuple(make_documents(events * CLAIMS // PER_DOCUMENT, draw)))
        for first in range(0, events, BATCH):
            for table, _, values in writing.list_rows(make_batch(first, min(first + BATCH, events), events, draw)):
                renewing.insert_rows(db, table, values)
        renewing.fill_index(db)
        row = (None, "bench", "bench", "2026-01-01T00:00:00+00:00", events * 2, events * CLAIMS, events, events // 20)
        db.execute("INSERT INTO runs VALUES (?,?,?,?,?,?,?,?)", row)
        db.execute("INSERT INTO event_runs SELECT id, 1 FROM events")


def make_documents(count: int, draw: random.Random) -> Iterator[Document]:
    """Reports of five paragraphs, each of which a claim quotes."""
    for n in range(count):
        day = date(2015, 1, 1) + timedelta(n * 3650 // count)
        told = (" ".join(draw.choices(WORDS, k=35)) for _ in range(PER_DOCUMENT))
        text = "\n".join(f"Person {draw.randrange(3000)} met officials on {day}, and {words}." for words in told)
        yield Document(_document_id(n), f"{n}.txt", text, outlet=f"Outlet {n % 40}", title=f"Report {n}",
                       published=Published(day, day, "metadata"), sha256=str(n))  # fmt: skip


def make_batch(first: int, last: int, total: int, draw: random.Random) -> Record:
    """Events ``first`` to ``last`` with their claims, origins, and some agreements, conflicts and judgements."""
    made = [make_event(n, total, draw) for n in range(first, last)]
    events = tuple(event for event, _ in made)
    claims = tuple(claim for _, found in made for claim in found)
    origins = tuple(
        Origin(f"origin-{e.id}-{k}", "official_statement", state=e.actors[0].value.state, claim_ids=e.claim_ids[k::2])
        for e in events
        for k in (0, 1)
    )
    agreements = tuple(
        Agreement(f"agreement-{e.id}", f"Agreement {e.id}", parties=tuple(r.value for r in e.actors),
                  status=(AgreementStatus("signed", e.when[0].value, e.claim_ids[:2]),), event_ids=(e.id,),
                  claim_ids=e.claim_ids[:2])
        for e in events if e.event_type == "AGREE"
    )  # fmt: skip
    judgements = tuple(
        Judgement(f"judgement-{e.id}", e.claim_ids[0], e.claim_ids[1], "same", draw.random(), reasons=("alike",))
        for e in events
    )
    return Record(claims=claims, events=events, origins=origins, agreements=agreements, judgements=judgements)


def make_event(n: int, total: int, draw: random.Random) -> tuple[Event, list[Claim]]:
    """An event of two people of two states, in ten reports."""
    kind, mode = draw.choice(KINDS)
    day = date(2015, 1, 1) + timedelta(n * 3650 // total)
    when = When(day, day, text=f"{day}")
    parties = tuple(_person(draw) for _ in range(2))
    topics = tuple(draw.sample(TOPICS, 2))
    claims = [_claim(n, k, total, kind, mode, parties, when, topics) for k in range(CLAIMS)]
    ids = tuple(c.id for c in claims)
    readings = tuple(Reading(p, ids) for p in parties)
    torn = tuple(Reading(words, ids[k::2]) for k, words in enumerate(("one", "another")))
    conflict = Conflict(f"conflict-{n}", _event_id(n), "when", "date", "tension", torn, "the days differ")
    place = Place(f"Town {n % 900}", country=parties[0].state, lat=(n % 120) - 60.0, lon=(n % 340) - 170.0)
    event = Event(
        _event_id(n), kind, mode, label=f"{kind.capitalize()}: {parties[0].name} – {parties[1].name}", topics=topics,
        when=(Reading(when, ids),), place=(Reading(place, ids),), status=(Reading("occurred", ids),), actors=readings,
        claim_ids=ids, document_ids=tuple(c.document_id for c in claims), n_documents=CLAIMS, n_outlets=CLAIMS,
        corroboration=Corroboration(1 + n % 3, n % 2, 0, (parties[0].state or "",)),
        conflicts=(conflict,) if n % 20 == 0 else (),
    )  # fmt: skip
    return event, claims


def _claim(
    n: int,
    k: int,
    total: int,
    kind: str,
    mode: str | None,
    parties: tuple[Party, ...],
    when: When,
    topics: tuple[str, ...],
) -> Claim:
    """The k-th report's telling; it quotes the words of a paragraph by their place."""
    documents = total * CLAIMS // PER_DOCUMENT
    number = (n * CLAIMS + k) * documents // (total * CLAIMS)
    evidence = (Evidence("event", 0, 6, "Person"), Evidence("when", 7, 8, "1"))
    return Claim(f"claim-{n}-{k}", _document_id(number), kind, mode, topics=topics, actors=parties, when=when,
                 evidence=evidence)  # fmt: skip


def _person(draw: random.Random) -> Party:
    """Somebody of a state; states of low rank come up often."""
    state = STATES[min(int(draw.paretovariate(0.7)) - 1, len(STATES) - 1)]
    number = draw.randrange(50)
    office_id = f"{state}:minister"
    return Party(f"Person {number} of {state}", f"{state}{number}", True, office="Minister", office_id=office_id,
                 state=state, sector="GOV", seniority=2, evidence=(Evidence("actor", 0, 6, "Person"),))  # fmt: skip


def _event_id(n: int) -> str:
    return f"event-{n:08}"


def _document_id(n: int) -> str:
    return f"document-{n:08}"


if __name__ == "__main__":
    sys.exit(main())
