"""Nothing that a report may hold crashes a stage or hangs it: random mixtures, broken files, very long runs."""

from __future__ import annotations

import contextlib
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation.analysis import analyse
from legation.documents import make_document
from legation.errors import LegationError
from legation.gate import find_worthy
from legation.knowledge import load_knowledge
from legation.pipeline.safely import make_safely
from legation.quantities import find_quantities
from legation.readers import read_inputs
from legation.records import Document, Failure, RawDocument, Span
from legation.store.checks import check_analysis
from legation.times import find_times

DAY = date(2025, 5, 6)
PARTS = (
    "France's foreign minister met his German colleague in Geneva on Monday. ",
    "“We will not yield,” the envoy of Norway told reporters",
    "On June 7, the president disavowed Chile's comments about Peru because ",
    " said that \"both sides' agreed to US$1.2bn, 19 per cent and €3-4 million by 2030",
    "\n\n(Reuters) - ", "[Ana] Ruiz", "the two countries' ", "U.S.-China ", "Mr. ",
    "\u200b", "\u202e", "\ufeff", "\x00",
    "’", "”", "“", "—", "...", "\u0661\u0662", "\U0001f1eb\U0001f1f7", "e\u0301", "ﬁ", "İ", "²", "½ ", "N/A", "%", "$",
    "last last last week ", "between 2019 and ", "1,000,000,000,000,000,000,000,000 ", "31 February 2025, ", "24:61 ",
)  # fmt: skip
texts = st.lists(st.sampled_from(PARTS) | st.text(max_size=12), max_size=14).map("".join)
FEW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
MANY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def document_of(text: str) -> Document:
    return Document("fuzz", "fuzz.txt", text)


def read_gate(text: str) -> tuple[Span, ...]:
    return find_worthy(document_of(text), load_knowledge())


@MANY
@given(texts)
def test_words_of_any_kind_are_read_and_quoted_verbatim(text: str) -> None:
    for amount in find_quantities(text):
        assert text[amount.start : amount.end] == amount.quote
    for found in find_times(text, DAY):
        assert text[found.start : found.end] == found.text
    for start, end in read_gate(text):
        assert text[start:end].strip()


@FEW
@given(texts)
def test_any_report_is_analysed_and_every_quote_is_verbatim(text: str) -> None:
    check_analysis(analyse(document_of(text), gate=False))


@MANY
@given(st.sampled_from(("<html><body><p>", "<article><h1>", "<!--", "")), texts, st.integers(0, 400))
def test_a_page_cut_off_anywhere_is_a_document_or_a_failure(start: str, text: str, cut: int) -> None:
    html = f"{start}<title>Talks</title><time datetime='2025-05-06'>{text}</p><script>x</script></body></html>"[:cut]
    assert isinstance(make_safely(RawDocument("page.html", html=html), make_document, 30), tuple | Failure)


@MANY
@given(
    st.sampled_from((".txt", ".html", ".jsonl", ".json", ".csv", ".tsv", ".xml", ".eml", ".warc", ".warc.gz", ".pdf")),
    st.binary(max_size=300) | texts.map(lambda text: text.encode("utf-8", "surrogatepass")),
)
def test_a_file_of_any_bytes_gives_reports_or_failures(tmp_path_factory: object, suffix: str, data: bytes) -> None:
    path = Path(tmp_path_factory.mktemp("fuzz")) / f"report{suffix}"  # type: ignore[attr-defined]
    path.write_bytes(data)
    with contextlib.suppress(LegationError):  # any other error fails the test
        assert all(isinstance(found, RawDocument | Failure) for found in read_inputs([path]))
