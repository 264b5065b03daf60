"""HTML -> the dump of a page, which of its lines the extractor keeps, and which of them are the report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from operator import itemgetter

import trafilatura
from lxml.html import HtmlElement  # type: ignore[import-untyped]

from legation.documents.align import matched_words
from legation.documents.body import BodyWeights, body_of_page, load_weights
from legation.documents.dump import PageLine, dump_page, parse_page
from legation.documents.lines import Line, find_lines
from legation.documents.noise import find_line_noise, find_noise, join_noise
from legation.documents.published import LONGEST_STAMP
from legation.records import Noise
from legation.text import fold

LINES_ABOVE, LINES_WITHIN = 25, 5
STANDFIRST_LINES = 6  # between a headline and the body: a sentence or two, the day, the place
LEAST_TITLE = 15  # code points: a shorter line is in many titles
SHORT_EXTRACT = 250  # characters: of less trafilatura asks its second opinions whatever the page holds
_WORDLESS = ("script", "style", "svg", "iframe", "template", "canvas", "link")
_DATA = "application/ld+json"  # by which trafilatura knows forums
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Page:
    """A page as text: its tree, the dump, its lines, their mark-up, the share of each line that the extractor keeps."""

    tree: HtmlElement
    title: str
    text: str
    lines: tuple[Line, ...]
    marks: tuple[PageLine, ...]
    coverage: tuple[float, ...]


def read_page(html: str, url: str | None = None) -> Page:
    """The page of ``html``.

    Raises:
        InputError: there is no HTML in it.
    """
    tree = parse_page(html)
    text, marks = dump_page(tree)
    lines = find_lines(text)
    title = " ".join(str(found.text_content()) for found in tree.xpath("//head/title")[:1])
    return Page(tree, title, text, lines, marks, covered_lines(lines, _extract(tree, lines, url)))


def _extract(tree: HtmlElement, lines: Sequence[Line], url: str | None) -> str:
    """What trafilatura keeps of a page.

    Its second opinions take as long as the first, and overrule it only where they keep twice as much or the first is
    very short: they are asked only where the first left three quarters of the page's prose. Of 120 pages they overruled
    it on two, where it had left more.
    """
    slim = _without_scripts(tree)
    found = trafilatura.extract(slim, url=url, favor_precision=True, include_comments=False, fast=True) or ""
    prose = sum(len(line.text) for line in lines if line.is_prose)
    if len(found) < max(SHORT_EXTRACT, prose / 4):
        found = trafilatura.extract(slim, url=url, favor_precision=True, include_comments=False) or ""
    return found


def _without_scripts(tree: HtmlElement) -> HtmlElement:
    """A copy without what has no words, a third of most pages; the extractor prunes what it is given."""
    copy = deepcopy(tree)
    for element in list(copy.iter(*_WORDLESS)):
        if element.get("type") != _DATA:
            element.drop_tree()
    return copy


def covered_lines(lines: Sequence[Line], extracted: str) -> tuple[float, ...]:
    """For each line the share of its words that are in ``extracted``."""
    words = [_WORD.findall(line.text) for line in lines]
    found = matched_words([word for of_line in words for word in of_line], _WORD.findall(extracted))
    ends = [0, *accumulate(map(len, words))]
    spans = pairwise(ends)
    return tuple(sum(found[low:high]) / (high - low) if high > low else 0.0 for low, high in spans)


def body_lines(page: Page, weights: BodyWeights | None = None) -> list[bool]:
    """For each line whether it is the report's; by the extractor alone, if the weights leave nothing."""
    kept = body_of_page(page.lines, page.marks, page.coverage, page.title, (weights or load_weights()).page)
    if not any(kept):
        kept = [share >= 0.5 for share in page.coverage]
    return _with_standfirst(page, kept)


def _with_standfirst(page: Page, kept: list[bool]) -> list[bool]:
    """The body with the sentences that stand between the page's headline and it, above a line with the day.

    Of ministries' pages such a sentence is often all that tells who called whom.
    """
    first = kept.index(True) if True in kept else 0
    floor = max(0, first - STANDFIRST_LINES)
    title = fold(page.title)
    heads = [i for i in range(floor, first) if len(line := fold(page.lines[i].text)) >= LEAST_TITLE and line in title]
    if not heads:
        return kept
    stamped = [i for i in range(heads[-1] + 1, first) if _YEAR.search(page.lines[i].text)]
    told = {i for i in range(heads[-1] + 1, max(stamped, default=0)) if page.lines[i].is_prose}
    return [keep or i in told for i, keep in enumerate(kept)]


def page_noise(page: Page, kept: Sequence[bool], weights: BodyWeights | None = None) -> tuple[Noise, ...]:
    """What is not the report: lines outside the body, and what the rules for single lines take out of it.

    Where no line is body: what the rules for plain text find.
    """
    if not any(kept):
        return find_noise(page.text, weights)
    runs = groupby(zip(kept, page.lines, strict=True), key=itemgetter(0))
    spans = [[line for _, line in run] for keep, run in runs if not keep]
    outside = [Noise(run[0].start, run[-1].end, "furniture", "page_lines") for run in spans]
    body = tuple(line for keep, line in zip(kept, page.lines, strict=True) if keep)
    return join_noise(page.text, [*outside, *find_line_noise(page.text, body)])


def shown_lines(page: Page, kept: Sequence[bool]) -> list[str]:
    """The short lines above and at the beginning of the body, where pages print the day."""
    first = kept.index(True) if True in kept else len(kept)
    return [
        line.text
        for line in page.lines[max(0, first - LINES_ABOVE) : first + LINES_WITHIN]
        if len(line.text) <= LONGEST_STAMP
    ]
