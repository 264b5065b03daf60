"""A small record made by hand: two reports, three claims, two events, and what hangs on them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from legation.records import (
    Agreement,
    AgreementStatus,
    Analysis,
    Attribution,
    Claim,
    Commitment,
    Conflict,
    Corroboration,
    Document,
    Event,
    Evidence,
    Judgement,
    Noise,
    Origin,
    Party,
    Published,
    Quantity,
    RawDocument,
    Reading,
    Record,
    Relation,
    Storyline,
    When,
)

FIRST = "Anna Berg of Norland called Ivo Kral of Sudmark on 4 August. They signed a $7.30 million deal. Read More"
SECOND = "Kral and Berg spoke again on Saturday, the foreign ministry of Sudmark said."
BERG = Party("Anna Berg", "Q1", True, office="Foreign Minister", state="NOR", sector="GOV", seniority=2)
KRAL = Party("Ivo Kral", "Q2", True, office="Foreign Minister", state="SUD", sector="GOV", seniority=2)
SATURDAY = When(weekday=6, not_before=date(2025, 8, 1), precision="weekday", text="on Saturday", anchor="published")


def evidence(text: str, words: str, field: str) -> Evidence:
    start = text.index(words)
    return Evidence.of(text, start, start + len(words), field)


def documents() -> tuple[Document, Document]:
    end = len(FIRST)
    published = Published(date(2025, 8, 5), date(2025, 8, 5), "metadata")
    noise = (Noise(end - 9, end, "promo", "read-more"),)
    first = Document("doc-1", "a.txt", FIRST, outlet="Daily Sun", title="A call", published=published, noise=noise)
    return first, Document("doc-2", "b.txt", SECOND, outlet="Evening Star")


def claims() -> tuple[Claim, Claim, Claim]:
    when = When(date(2025, 8, 4), date(2025, 8, 4), text="on 4 August", anchor="absolute")
    said = Attribution(((43, 71),), ((72, 76),), ((0, 37),), "said", organ="foreign ministry", state="SUD")
    call = (evidence(FIRST, "called Ivo Kral", "event"), evidence(FIRST, "on 4 August", "when"))
    return (
        Claim("c1", "doc-1", "CONSULT", "phone", actors=(BERG, KRAL), when=when, evidence=call),
        Claim("c2", "doc-1", "SUPPORT", "sign", actors=(BERG, KRAL), quantities=("q1",),
              evidence=(evidence(FIRST, "signed a $7.30 million deal", "event"),)),
        Claim("c3", "doc-2", "CONSULT", "phone", actors=(KRAL, BERG), when=SATURDAY, attribution=said,
              evidence=(evidence(SECOND, "spoke again", "event"),)),
    )  # fmt: skip


def quantity() -> Quantity:
    e = evidence(FIRST, "$7.30 million", "quantity")
    return Quantity("q1", e.start, e.end, e.quote, Decimal("7300000.00"), unit="USD", measure="pledge", claim_id="c2")


def analyses() -> list[Analysis]:
    first, second = documents()
    one, two, three = claims()
    return [Analysis(first, (one, two), (quantity(),)), Analysis(second, (three,))]


def kept() -> list[tuple[RawDocument, Analysis, str]]:
    return [(RawDocument(a.document.name, a.document.text), a, f"digest {a.document.id}") for a in analyses()]


def events(one: Claim, two: Claim, three: Claim) -> tuple[Event, ...]:
    sides = tuple(Reading(p, ("c1",), ("o1",)) for p in (BERG, KRAL))
    differ = (Reading("occurred", ("c1",)), Reading("planned", ("c3",), display=False))
    conflict = Conflict("k1", "e1", "status", "status", "tension", (Reading("occurred", ("c1",)),), "told twice")
    twin = Relation("e3", "not_same_as", "a Monday is no Saturday", ("c1", "c3"))
    assert one.when is not None
    call = Event("e1", "CONSULT", "phone", label="Berg and Kral speak by phone", storyline_id="s1", actors=sides,
                 when=(Reading(one.when, ("c1",), ("o1",)),), status=differ, claim_ids=("c1",), n_documents=1,
                 document_ids=("doc-1",), corroboration=Corroboration(1, 1, 0, ("SUD",)), conflicts=(conflict,),
                 relations=(twin,))  # fmt: skip
    signing = Event("e2", "SUPPORT", "sign", label="Deal signed", claim_ids=("c2",), document_ids=("doc-1",),
                    amount=(Reading(quantity(), ("c2",)),), n_documents=1)  # fmt: skip
    again = Event("e3", "CONSULT", "phone", label="Second call", claim_ids=("c3",), document_ids=("doc-2",),
                  when=(Reading(SATURDAY, ("c3",)),), actors=sides, n_documents=1)  # fmt: skip
    return call, signing, again


def record() -> Record:
    made = claims()
    rule = Judgement("j1", "c1", "c3", "different", 0.0, "rule", ("weekday",), "called Ivo Kral", "spoke again")
    status = (AgreementStatus("signed", None, ("c2",)),)
    deal = Agreement("a1", "deal", "deal", (BERG, KRAL), topics=("trade",), amounts=(Reading("q1", ("c2",)),),
                     status=status, event_ids=("e2",), claim_ids=("c2",))  # fmt: skip
    ministry = Origin("o1", "official_statement", state="SUD", document_ids=("doc-2",), claim_ids=("c1", "c3"))
    promise = Commitment("m1", (BERG,), (KRAL,), "pay", "e2", "open", claim_ids=("c2",))
    line = Storyline("s1", "Norland and Sudmark", ("NOR", "SUD"), ("trade",), ("e1", "e3"))
    return Record(documents(), made, (quantity(),), (ministry,), (rule,), events(*made), (deal,), (promise,), (line,))
