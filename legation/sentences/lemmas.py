"""spaCy's lemmatizer with all of its answers remembered: it keeps only some, and asks its tables for the others."""

from __future__ import annotations

from typing import Any, cast

from spacy.tokens import Doc

Key = tuple[int, int, int]  # word, part of speech, morphology: what the rules look at
REMEMBERED = 500_000


class CachedLemmas:
    """Gives each token the lemma that the model's lemmatizer, which works by rules, would give it.

    The model's lists of known words, which it searches from the front, become sets: the answers are the same.
    """

    def __init__(self, lemmatizer: Any) -> None:
        known = lemmatizer.lookups.get_table("lemma_index", {})
        for kind in list(known):
            known[kind] = frozenset(known[kind])
        self._lemmatizer = lemmatizer
        self._answers: dict[Key, str] = {}

    def __call__(self, doc: Doc) -> Doc:
        """The text with the lemmas set of those tokens that have none yet."""
        overwrite, answers = self._lemmatizer.overwrite, self._answers
        for token in doc:
            if overwrite or token.lemma == 0:
                key = token.orth, token.pos, cast(Any, token.morph).key  # the stub lacks it
                lemma = answers.get(key)
                if lemma is None:
                    lemma = self._lemmatizer.lemmatize(token)[0]
                    if len(answers) < REMEMBERED:
                        answers[key] = lemma
                token.lemma_ = lemma
        return doc
