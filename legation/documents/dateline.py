"""The words before a report's first sentence that say where it was written: "ISLAMABAD:", "WASHINGTON (AP) —"."""

from __future__ import annotations

import re

from legation.documents.lines import Line
from legation.documents.vocabulary import load_vocabulary
from legation.records import Evidence

_LINES_LOOKED_AT = 6
_SPEAKER = re.compile(r"[A-Z][A-Z.'’ -]{2,40}:")  # two such lines: the record of a conversation
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_][\w.'’-]*(?:[ /][^\W\d_][\w.'’-]*){0,3}(?:,[ ]{0,2}[A-Z][\w.]*(?:[ ][A-Z][\w.]*){0,2})?)"
    r"(?:[,;]?[ ]{0,2}(?P<day>(?:[A-Z][a-z]{2,8}\.?[ ]\d{1,2}|\d{1,2}[ ][A-Z][a-z]{2,8}\.?)(?:,?[ ](?:19|20)\d\d)?),?)?"
    r"(?:[ ]{0,2}(?P<agency>\([^()\n]{2,40}\)|/[^/\n]{2,30}/))?"
    r"[ ]{0,2}(?P<end>:|—|–|--|-(?=\s))(?=\s|[A-Z\"“‘])"
)


def find_dateline(text: str, lines: tuple[Line, ...] | list[Line]) -> tuple[Evidence | None, Evidence | None]:
    """The dateline and the day in it, from the first lines of the body; None where there is none.

    Example:
        >>> from legation.documents.lines import find_lines
        >>> text = "SEOUL, May 27 (Reuters) - The two foreign ministers met on Tuesday to discuss trade."
        >>> [e.quote for e in find_dateline(text, find_lines(text)) if e]
        ['SEOUL, May 27 (Reuters) -', 'May 27']
    """
    speakers = sum(_SPEAKER.match(line.text) is not None for line in lines)
    for line in [line for line in lines if len(line.text) >= 25][:_LINES_LOOKED_AT]:
        match = _DATELINE.match(line.text)
        if match is None or not _is_dateline(match) or (speakers > 1 and match["end"] == ":"):
            continue
        place = Evidence.of(text, line.start, line.start + match.end(), "dateline")
        if match["day"] is None:
            return place, None
        return place, Evidence.of(text, line.start + match.start("day"), line.start + match.end("day"), "published")
    return None, None


def _is_dateline(match: re.Match[str]) -> bool:
    """Capital letters alone ("ISLAMABAD:"), or a place with an agency, a day or a long dash ("Seoul, May 27 -")."""
    place, city = match["place"], match["place"].split(",")[0]
    words = load_vocabulary()
    tokens = city.lower().replace("/", " ").split()
    if not place[0].isupper() or tokens[0] in words.function_words or words.not_places.intersection(tokens):
        return False
    if match["day"] is not None:
        month = re.sub(r"[\d.,\s]", "", match["day"]).lower()
        return month in words.months
    if city.isupper() and len(city) >= 4:
        return True
    if match["agency"] is not None:
        return match["agency"][1:-1].isupper() or bool(words.agencies.search(match["agency"]))
    return False
