"""Lines of a plain text that are not the report's body: one small rule a kind of furniture.

A rule looks at form and place (length, punctuation, numbers, before or after prose) and at the words of page furniture
(``languages/en/boilerplate.toml``). It gives spans; nothing is cut. Short reports without furniture stay whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from legation.documents.body import BodyWeights, body_of_text, load_weights
from legation.documents.lines import Line, find_lines
from legation.documents.vocabulary import Vocabulary, load_vocabulary
from legation.records import Noise

DUMP_LINES = 15  # so many lines that are no sentences, and two fifths of all, are those of a page
DUMP_FURNITURE = 6  # so many lines of a page's own words (menu, share, subscribe): whole pages have 6 to 80
SHORTEST_MENU = 6  # lines
_LONGEST_PROMO = 220
_LONGEST_LABEL = 40
_TICK = re.compile(r"^\W*(?:[A-Z][\w.-]{0,7}\s+)?[-+▲▼]?\s?[$€£¥₹]?\s?[-+]?\d[\d,.]*\s?(?:%|pts?|bps)?\W*$")
_CHANGE = re.compile(r"[$€£¥₹%]|[-+▲▼]\s?\d")
_BRACKETED_PROMO = re.compile(
    r"[(\[](?:also\s+read|read\s+also|read\s+more|see\s+also|related)\s*:[^()\[\]\n]{1,200}[)\]]", re.IGNORECASE
)
_LINE_IN_BRACKETS = re.compile(r"^[(\[]\s*[^():\[\]]{3,40}:[^()\[\]]{3,160}[^.()\[\]][)\]]$")
_ENDS_WITH_LINK = re.compile(r"[^.]\s(?:read more|see video|click here|full story)\W*$", re.IGNORECASE)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_YOU = re.compile(r"\b(?:you|your|our|us|we)\b", re.IGNORECASE)
_CREDIT_END = re.compile(
    r"[\[(][^()\[\]\n]{0,80}(?:/[^()\[\]\n]{2,40}|photo[^()\[\]\n]{0,40}|images|handout|courtesy[^()\[\]\n]{0,40})[\])]\W*$",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"^[Bb][Yy]\s+(?!the\b|THE\b)[A-Z][\w.'’-]+(?:\s+(?:[A-Z][\w.'’-]*|and|&|,|for|in|de|van|bin|al)){1,8}\s*$"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as the rules see it: its lines, the words of furniture, where its prose begins and ends."""

    text: str
    lines: tuple[Line, ...]
    words: Vocabulary
    first_prose: int
    last_prose: int


Rule = Callable[[Reading], Iterator[tuple[int, int]]]


def find_noise(text: str, weights: BodyWeights | None = None) -> tuple[Noise, ...]:
    """Everything in ``text`` that is not the report, in text order, disjoint; each with its kind and rule.

    Example:
        >>> find_noise("The ministers met on Saturday and agreed to go on.\\nRead More: A new train\\n")
        (Noise(start=51, end=73, kind='promo', rule='mark_promos'),)

    Args:
        text: a report, or all text of a page.
        weights: other weights than the package's, for measuring pages that those were trained on.
    """
    reading = read_lines(text)
    found = [Noise(a, b, kind, rule.__name__) for kind, rule in RULES for a, b in rule(reading)]
    marked = join_noise(text, found)
    if looks_dumped(reading):
        marked = join_noise(text, [*marked, *_outside_body(reading, weights or load_weights())])
    return marked


def find_line_noise(text: str, lines: tuple[Line, ...]) -> Iterator[Noise]:
    """What of a page's body the rules for single lines take out of it: promos, invitations, credits, bylines, …"""
    reading = read_lines(text, lines)
    for kind, rule in RULES:
        if kind in LINE_RULES:
            yield from (Noise(a, b, kind, rule.__name__) for a, b in rule(reading))


def read_lines(text: str, lines: tuple[Line, ...] | None = None) -> Reading:
    """The lines of ``text`` and where its prose begins and ends; lines that invite or warn are no prose."""
    lines, words = find_lines(text) if lines is None else lines, load_vocabulary()
    prose = [at for at, line in enumerate(lines) if line.is_prose and not _is_furniture(line, words)]
    return Reading(text, lines, words, prose[0] if prose else 0, prose[-1] if prose else len(lines) - 1)


def looks_dumped(reading: Reading) -> bool:
    """Whether so many lines are no sentences, and so many are a page's own words, that a whole page was dumped.

    A long list of names in a report has the former, not the latter. Of 120 dumps all pass, of 1,500 reports one.
    """
    other = sum(not line.ends_sentence for line in reading.lines)
    if other < DUMP_LINES or 5 * other < 2 * len(reading.lines):
        return False
    return sum(_is_furniture(line, reading.words) for line in reading.lines) >= DUMP_FURNITURE


def join_noise(text: str, found: Iterable[Noise]) -> tuple[Noise, ...]:
    """Sorted and disjoint (what an earlier entry has, a later one loses), neighbours of one kind in one span."""
    taken: list[Noise] = []
    for noise in found:
        at = bisect_left(taken, noise.start, key=lambda n: n.end)
        end = bisect_left(taken, noise.end, at, key=lambda n: n.start)
        taken[at:end] = sorted([*taken[at:end], *_free_parts(noise, taken[at:end])], key=lambda n: (n.start, n.end))
    joined: list[Noise] = []
    for noise in taken:
        last = joined[-1] if joined else None
        if last and (last.kind, last.rule) == (noise.kind, noise.rule) and not text[last.end : noise.start].strip():
            joined[-1] = Noise(last.start, noise.end, last.kind, last.rule)
        else:
            joined.append(noise)
    return tuple(joined)


def lines_outside(lines: Iterable[Line], noise: Sequence[Noise]) -> Iterator[Line]:
    """The lines that do not begin inside ``noise`` (sorted, disjoint)."""
    for line in lines:
        at = bisect_right(noise, line.start, key=lambda n: n.start) - 1
        if at < 0 or noise[at].end <= line.start:
            yield line


def mark_tail(reading: Reading) -> Iterator[tuple[int, int]]:
    """From the first furniture after the last prose to the end; from a comment form even before later prose."""
    lines, words = reading.lines, reading.words
    total = sum(len(line.text) for line in lines if line.is_prose)
    before = 0
    for line in lines:
        late = 2 * before >= total > 0
        if late and _opens_comments(line, words):
            yield line.start, lines[-1].end
            return
        if line.index > reading.last_prose and total and _is_furniture(line, words):
            yield line.start, lines[-1].end
            return
        before += len(line.text) if line.is_prose else 0


def mark_promos(reading: Reading) -> Iterator[tuple[int, int]]:
    """Lines such as "Read More: …" and brackets such as "(Also read: …)" that lead away from the report."""
    for line in reading.lines:
        if _leads_away(line, reading.words):
            yield line.start, line.end
        else:
            for found in _BRACKETED_PROMO.finditer(line.text):
                yield line.start + found.start(), line.start + found.end()


def mark_boxes(reading: Reading) -> Iterator[tuple[int, int]]:
    """A heading such as "Related Stories" with the short lines below it, to the next prose."""
    inside = False
    for line in reading.lines:
        inside = reading.words.whole["heading"].match(line.text) is not None or (inside and _is_entry(line))
        if inside:
            yield line.start, line.end


def mark_buttons(reading: Reading) -> Iterator[tuple[int, int]]:
    """Short lines that ask for a click: "Share", "Facebook", a verb of the screen and its object."""
    whole, verbs = reading.words.whole, reading.words.starts["button_verb"]
    for line in reading.lines:
        known = whole["button"].match(line.text) or whole["network"].match(line.text)
        asks = len(line.words) <= 3 and len(line.text) <= 30 and not line.ends_sentence and verbs.match(line.text)
        if known or asks:
            yield line.start, line.end


def mark_menus(reading: Reading) -> Iterator[tuple[int, int]]:
    """Runs of very short lines before or after the prose, one of them at least a page's own word ("Sign in")."""
    outside = [x for x in reading.lines if not reading.first_prose <= x.index <= reading.last_prose]
    for _, group in groupby(outside, key=lambda x: (_is_menu_entry(x), x.index > reading.last_prose)):
        run = list(group)
        if (
            len(run) >= SHORTEST_MENU
            and all(_is_menu_entry(x) for x in run)
            and any(_is_furniture(x, reading.words) for x in run)
        ):
            yield run[0].start, run[-1].end


def mark_invitations(reading: Reading) -> Iterator[tuple[int, int]]:
    """Newsletter boxes, comment forms, share and cookie notices: lines that speak to the reader of the page."""
    for line in reading.lines:
        if _invites(line, reading.words):
            yield line.start, line.end


def mark_tickers(reading: Reading) -> Iterator[tuple[int, int]]:
    """Price lists: three or more lines of figures with no more than three short labels between two of them."""
    run: list[Line] = []
    for line in reading.lines:
        if _TICK.match(line.text) and _CHANGE.search(line.text):
            run.append(line)
        elif run and (len(line.words) > 4 or line.index - run[-1].index > 3):
            yield from _ticker(run)
            run = []
    yield from _ticker(run)


def mark_credits(reading: Reading) -> Iterator[tuple[int, int]]:
    """Captions and picture credits: "Photo: …", "… [Agency/Name]" at the end of a line."""
    for line in reading.lines:
        starts = reading.words.starts["credit"].match(line.text) and len(line.text) <= 200
        if starts or (
            len(line.text) <= 350
            and _CREDIT_END.search(line.text)
            and reading.words.holds["credit_word"].search(line.text)
        ):
            yield line.start, line.end


def mark_bylines(reading: Reading) -> Iterator[tuple[int, int]]:
    """Names of writers and times of posting above the report."""
    for line in reading.lines[: reading.first_prose]:
        short = len(line.text) <= 90 and not line.text.endswith(".")
        if short and (_BYLINE.match(line.text) or reading.words.starts["byline"].match(line.text)):
            yield line.start, line.end


def mark_legal(reading: Reading) -> Iterator[tuple[int, int]]:
    """Copyright lines and advertisement marks."""
    for line in reading.lines:
        if reading.words.starts["legal"].match(line.text) and (
            not line.is_prose or reading.words.holds["furniture"].search(line.text)
        ):
            yield line.start, line.end


def mark_tags(reading: Reading) -> Iterator[tuple[int, int]]:
    """Lists of subject words around the report: "Tags: …", "Filed under …"."""
    for line in reading.lines:
        if reading.words.starts["tags"].match(line.text) and not line.text.endswith("."):
            yield line.start, line.end


def mark_label(reading: Reading) -> Iterator[tuple[int, int]]:
    """A section's name on top: a short first line, alone in its block, above a longer headline."""
    if len(reading.lines) < 3:
        return
    first, second = reading.lines[0], reading.lines[1]
    label = len(first.words) <= 4 and len(first.text) <= _LONGEST_LABEL and not first.ends_sentence
    headline = (
        sum(w.isalpha() for w in second.words) >= 4
        and not _CLOCK.search(second.text)
        and not second.ends_sentence
        and len(second.text) > len(first.text)
    )
    if (
        label
        and headline
        and first.block != second.block
        and reading.first_prose >= 2
        and reading.lines[reading.first_prose].is_prose
    ):
        yield first.start, first.end


RULES: tuple[tuple[str, Rule], ...] = (
    ("tail", mark_tail),
    ("ticker", mark_tickers),
    ("box", mark_boxes),
    ("invitation", mark_invitations),
    ("menu", mark_menus),
    ("button", mark_buttons),
    ("credit", mark_credits),
    ("promo", mark_promos),
    ("byline", mark_bylines),
    ("legal", mark_legal),
    ("tags", mark_tags),
    ("label", mark_label),
)
LINE_RULES = frozenset(["invitation", "button", "credit", "promo", "byline", "legal", "tags"])


def _outside_body(reading: Reading, weights: BodyWeights) -> Iterator[Noise]:
    kept = body_of_text(reading.lines, weights.text)
    if not any(keep and line.is_prose for keep, line in zip(kept, reading.lines, strict=True)):
        return
    for keep, line in zip(kept, reading.lines, strict=True):
        if not keep:
            yield Noise(line.start, line.end, "furniture", "body_lines")


def _free_parts(noise: Noise, taken: Sequence[Noise]) -> Iterator[Noise]:
    start = noise.start
    for other in taken:
        if other.start > start:
            yield Noise(start, other.start, noise.kind, noise.rule)
        start = max(start, other.end)
    if start < noise.end:
        yield Noise(start, noise.end, noise.kind, noise.rule)


def _is_furniture(line: Line, words: Vocabulary) -> bool:
    """Whether the words of a line are those of a page, not of a report."""
    if any(pattern.match(line.text) for pattern in words.whole.values()):
        return True
    if _leads_away(line, words):
        return True
    return _invites(line, words) or (bool(words.starts["legal"].match(line.text)) and not line.is_prose)


def _leads_away(line: Line, words: Vocabulary) -> bool:
    """Whether a line only points at another page; "Also on Friday, talks resumed." does not."""
    opening = words.starts["promo"].match(line.text)
    if opening and len(line.text) <= _LONGEST_PROMO:
        return ":" in line.text[: opening.end() + 12] or not line.text.endswith((".", ".”", '."'))
    return _LINE_IN_BRACKETS.match(line.text) is not None or (
        not line.is_prose and _ENDS_WITH_LINK.search(line.text) is not None
    )


def _invites(line: Line, words: Vocabulary) -> bool:
    kinds = ("newsletter", "comments", "share", "cookie")
    if any(words.starts[kind].match(line.text) for kind in kinds):
        return not line.is_prose or words.holds["furniture"].search(line.text) is not None
    speaks = not line.is_prose or _YOU.search(line.text) is not None
    cues = {m.group().lower().rstrip("s") for m in words.holds["furniture"].finditer(line.text)}
    return speaks and len(cues) >= 2 and len(line.text) <= 400


def _opens_comments(line: Line, words: Vocabulary) -> bool:
    return len(line.words) <= 6 and words.starts["comments"].match(line.text) is not None


def _is_entry(line: Line) -> bool:
    return not line.is_prose and len(line.text) <= 160 and not line.text.endswith((".", ".”", '."'))


def _is_menu_entry(line: Line) -> bool:
    return len(line.words) <= 3 and len(line.text) <= 28 and not line.text.endswith((".", "!", ":"))


def _ticker(run: Sequence[Line]) -> Iterator[tuple[int, int]]:
    if len(run) >= 3:
        yield run[0].start, run[-1].end
