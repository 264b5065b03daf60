"""A text in pieces is the text, however its marks lie."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from legation.records import Document, Noise
from legation.views.highlights import Piece, _Span, anchor_of, cut_text

TEXT = "Anna Berg called Ivo Kral on Monday, the ministry said."
STRETCH = st.tuples(st.integers(0, 40), st.integers(1, 14))
SPANS = st.lists(STRETCH.map(lambda p: _Span(p[0], p[0] + p[1], ("event",))))


def words(pieces: Iterable[Piece]) -> str:
    return "".join(p.words + words(p.parts) for p in pieces)


def anchors(pieces: Iterable[Piece]) -> list[str]:
    return [a for p in pieces for a in ([p.anchor] if p.anchor else []) + anchors(p.parts)]


@given(SPANS)
def test_the_pieces_give_the_text_and_each_span_one_anchor(spans: list[_Span]) -> None:
    pieces = cut_text(Document("d", "d", TEXT, noise=(Noise(5, 20, "promo", "rule"),)), spans)
    assert words(pieces) == TEXT
    found = anchors(pieces)
    assert {anchor_of(s.start, s.end) for s in spans} <= set(found)


def test_a_span_within_another_is_nested() -> None:
    pieces = cut_text(Document("d", "d", TEXT), [_Span(0, 26, ("event",)), _Span(0, 9, ("actor",))])
    assert pieces[0].anchor == "w0-26"
    assert pieces[0].parts[0].anchor == "w0-9"


def test_a_span_across_another_goes_on_after_it() -> None:
    pieces = cut_text(Document("d", "d", TEXT), [_Span(0, 16, ("event",)), _Span(10, 25, ("actor",))])
    assert [words([p]) for p in pieces[:2]] == ["Anna Berg called", " Ivo Kral"]
    assert pieces[1].fields == ("actor",)
    assert pieces[1].anchor is None
