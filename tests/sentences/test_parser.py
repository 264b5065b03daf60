"""The parse is the model's own, only sooner."""

from __future__ import annotations

from typing import Any, cast

import numpy as np
import pytest
from spacy.lang.en import English
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from legation.sentences import parse_text
from legation.sentences.attributes import CachedAttributes, can_cache
from legation.sentences.embeddings import remember_words
from legation.sentences.entities import can_decode
from legation.sentences.parser import load_parser, parse_blocks

TEXTS = (
    "There's a truce, and there are talks: both ministers did what they had to do.",
    "Let's see; we're gonna meet in Geneva, ain't we? Y'all got ta come, c'm on.",
    "I told you that it met them, 'em and us; you saw it, it saw you.",
    "The envoys   left\tfor Vienna on 3 May, having got 20% of $5bn, and nothin' else.",
    "SANCTIONS “bite”; exports fell by 4.5 per cent (so the bank’s own figures say) — or didn't they?",
    "",
)


@pytest.fixture(scope="module")
def bare() -> Language:
    """The model as it is delivered, with none of what the package does to its own."""
    return load_parser.__wrapped__()


def values(doc: Doc) -> list[tuple[str, ...]]:
    return [(t.text, t.tag_, t.pos_, t.dep_, t.lemma_, str(t.morph), t.ent_type_) for t in doc]


@pytest.mark.parametrize("text", TEXTS)
def test_the_parse_equals_that_of_the_model(text: str, bare: Language) -> None:
    assert [values(d) for d in parse_blocks([text, text])] == [values(d) for d in bare.pipe([text, text])]


def test_a_ruler_that_reads_what_is_not_kept_is_run_itself() -> None:
    ruler = AttributeRuler(load_parser().vocab)
    assert can_cache(cast(AttributeRuler, load_parser().get_pipe("attribute_ruler")))
    ruler.add([[{"SHAPE": "Xx"}]], {"POS": "PROPN"})
    assert not can_cache(ruler)


def test_a_pattern_of_two_words_is_left_to_the_ruler() -> None:
    ruler = AttributeRuler(load_parser().vocab)
    ruler.add([[{"LOWER": "top"}, {"LOWER": "envoy"}]], {"LEMMA": "diplomat"}, 1)
    doc = CachedAttributes(ruler)(Doc(load_parser().vocab, words=["the", "top", "envoy", "envoy"]))
    assert [t.lemma_ for t in doc] == ["", "", "diplomat", ""]


def test_the_markup_of_links_is_not_parsed_and_quotes_keep_it() -> None:
    text = "The leaders [signed](https://example.org/a) the [Paris accord](/x#:~:text=3%20May) on trade."
    (sentence,) = parse_text(text)
    assert sentence.text == text
    assert " ".join(t.text for t in sentence.tokens) == "The leaders signed the Paris accord on trade ."
    assert all(sentence.text[t.start : t.end] == t.text for t in sentence.tokens)


def entities(doc: Doc) -> list[tuple[int, int, str]]:
    return [(e.start, e.end, e.label_) for e in doc.ents]


@pytest.mark.parametrize(
    "text",
    [
        "The Foreign Minister of the Republic of Korea, Cho Tae-yul, flew to New York City on Tuesday, 4 June 2024.",
        "Mr. Kral met the Bank of England's Ada Lovelace Smith in\tParis\n \nOslo. Berlin paid $4.5 million in 2019",
        "Reuters",
        " ",
    ],
)
def test_entities_of_many_words_begin_and_end_as_the_model_has_them(text: str, bare: Language) -> None:
    assert [entities(d) for d in parse_blocks(["", text, "", text])] == [
        entities(d) for d in bare.pipe(["", text, "", text])
    ]


def test_a_recogniser_that_searches_in_a_beam_is_run_itself() -> None:
    assert can_decode(load_parser().get_pipe("ner"))
    beam = English().add_pipe("beam_ner")
    assert not can_decode(beam)


@pytest.mark.parametrize("component", ["tok2vec", "ner"])
def test_vectors_of_words_are_those_of_the_model_also_when_the_memory_is_full(
    component: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("legation.sentences.embeddings.REMEMBERED", 8)
    models = (cast(Any, load_parser.__wrapped__().get_pipe(component)).model for _ in range(2))
    model, quick = (m.get_ref("tok2vec") if m.has_ref("tok2vec") else m for m in models)
    remember_words(quick)
    assert any(layer.name == "remembered" for layer in quick.walk())
    empty = load_parser().make_doc("")
    for text in (*TEXTS[:5], *reversed(TEXTS[:5])):
        docs = [empty, load_parser().make_doc(text)]
        ours, theirs = (np.concatenate(list(m.predict(docs))) for m in (quick, model))
        assert len(ours)
        assert (ours == theirs).all()
