"""The language of a text, by the share of a language's commonest small words."""

from __future__ import annotations

from collections.abc import Sequence

from legation.documents.lines import Line
from legation.documents.vocabulary import load_vocabulary

ENGLISH_SHARE = 0.2  # English news prose: 0.30 to 0.45; German, French, Spanish: below 0.12
_WORDS_LOOKED_AT = 2_000


def language_of(text: str, body: Sequence[Line]) -> str | None:
    """``"en"`` when the body reads as English, None when that cannot be told from so few words, ``"und"`` otherwise."""
    small = load_vocabulary().function_words
    words = [w.lower() for line in body for w in line.words][:_WORDS_LOOKED_AT]
    if len(words) < 10:
        return None
    return "en" if sum(w in small for w in words) >= ENGLISH_SHARE * len(words) else "und"
