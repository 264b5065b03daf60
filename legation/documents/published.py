"""The day of publication and what it rests on: metadata before the address before the text.

The local day counts: of ``2025-08-05T23:30:00-04:00`` it is the 5th, and an instant in UTC is told by the clock of the
outlet where that is known. No day is invented: a month gives a range.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

from legation.documents.outlets import Habits
from legation.documents.vocabulary import load_vocabulary
from legation.errors import InputError
from legation.records import Evidence, Published

EARLIEST_YEAR, LATEST_YEAR = 1800, 2200
LONGEST_STAMP = 160  # characters of a line that says when its page was published
_BELIEF = ("metadata", "url", "text")
_ISO = re.compile(r"(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?=$|[T\s])")
_SLASHED = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})\b")
_WORDED = re.compile(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month>[A-Za-z]{3,9})\.?,?|(?P<month2>[A-Za-z]{3,9})\.?\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?,?)"
    r"\s+(?P<year>(?:18|19|20)\d\d)\b"
)
_YEARLESS = re.compile(
    r"\b(?:(?P<day>\d{1,2})\s+(?P<month>[A-Za-z]{3,9})|(?P<month2>[A-Za-z]{3,9})\.?\s+(?P<day2>\d{1,2}))\b"
)
_IN_URL = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([/_-])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)|[/_-](20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)"
)
_ISO_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
_NUMBERED = re.compile(r"(?<!\d)(\d{1,2})([./])(\d{1,2})\2((?:19|20)\d\d)(?!\d)")
_SHORT = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2((?:\d\d)?\d\d)(?=$|[,T\s])")
_INSTANT = re.compile(
    r"((?:19|20)\d\d-\d\d-\d\d)[T ](\d\d):(\d\d)(?::\d\d(?:\.\d{1,9})?)?\s?(?:Z|UTC|GMT|[+-]00:?00)(?!\w)"
)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\s?(?:[ap]\.?m|[A-Z]{2,4}\b|$)", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?:published|posted|updated|created|date|last updated|first published)(?:\s+(?:on|at))?\s*:?\s*", re.IGNORECASE
)


def parse_published(words: str, habits: Habits | None = None) -> tuple[date, date]:
    """First and last day that ``words`` of metadata mean; ``habits`` are those of the outlet.

    Example:
        >>> parse_published("2025-08")
        (datetime.date(2025, 8, 1), datetime.date(2025, 8, 31))

    Raises:
        InputError: they are no day, month or year.
    """
    words, habits = words.strip(), habits or Habits()
    found = (
        _of_instant(_INSTANT.match(words), habits)
        or _of_iso(words)
        or _of_numbers(_SLASHED.match(words))
        or _of_short(_SHORT.match(words), habits)
        or _of_words(words)
        or _of_mail(words)
    )
    if found is None and _is_ambiguous(_SHORT.match(words)):
        raise InputError(
            f"published {words!r} is one of two days",
            "write it as 2025-08-05, or give the url of an outlet whose habit data/outlets/habits.tsv tells",
        )
    if found is None or not EARLIEST_YEAR <= found[0].year <= LATEST_YEAR:
        raise InputError(
            f"published {words!r} is no day", "write it as 2025-08-05 (a time may follow), or leave it empty"
        )
    return found


def choose_published(
    found: Sequence[Published | None], retrieved: str | None = None, today: date | None = None
) -> tuple[Published, tuple[Published, ...]]:
    """The first day that can be believed, and those found that contradict it.

    A day after the report was retrieved or read is not believed; where nothing else is, none is.

    Example:
        >>> one, two = Published(date(2025, 8, 5), date(2025, 8, 5), "metadata"), published_in_url("/2025/08/03/a")
        >>> choose_published([one, two])[1][0].day
        datetime.date(2025, 8, 3)

    Args:
        found: those of one basis in the order of belief.
        retrieved: the day or time at which the report was got, as written.
        today: the day on which it is read; None: no day is too late.
    """
    known = [p for p in found if p is not None and p.first is not None]
    known.sort(key=lambda p: _BELIEF.index(p.basis))
    latest = latest_day(retrieved, today)
    believed = [p for p in known if latest is None or p.first is None or p.first <= latest]
    vague = next((p for p in found if p is not None and p.first is None and p.evidence), Published())
    chosen = believed[0] if believed else vague
    others = [p for p in known if p is not chosen and not _overlap(p, chosen)]
    return chosen, tuple(others)


def latest_day(retrieved: str | None, today: date | None = None) -> date | None:
    """The last day on which a report can have been published: one after it was got, or read where nobody says when.

    One after, as it may be a day on there already. What was read has been got before, so the earlier of both counts.

    Example:
        >>> latest_day("2025-08-05T10:00:00Z", date(2026, 1, 1))
        datetime.date(2025, 8, 6)
    """
    try:
        got = parse_published(retrieved)[1] if retrieved else None
    except InputError:
        got = None
    days = [day for day in (got, today) if day is not None]
    return min(days) + timedelta(days=1) if days else None


def _overlap(one: Published, two: Published) -> bool:
    if one.first is None or two.first is None:
        return False
    return one.first <= (two.last or two.first) and two.first <= (one.last or one.first)


def published_in_url(url: str | None) -> Published | None:
    """The day in an address such as ``/2025/08/05/``, if there is one."""
    match = _IN_URL.search(url or "")
    if match is None:
        return None
    parts = (match[1], match[3], match[4]) if match[1] else (match[5], match[6], match[7])
    day = _day(*parts)
    return None if day is None else Published(day, day, "url")


def published_in_text(text: str, start: int, end: int) -> Published | None:
    """The day that a line such as "Posted on August 5, 2025" gives, if that is all the line says."""
    line = text[start:end]
    label = _LABEL.match(line)
    match = _WORDED.search(line, label.end() if label else 0)
    if match is None or line.startswith("(") or (label is None and len(line) > len(match.group()) + 30):
        return None  # a day in brackets above the record of a speech is the day of the speech
    found = _of_words(match.group())
    if found is None:
        return None
    evidence = Evidence.of(text, start + match.start(), start + match.end(), "published")
    return Published(found[0], found[1], "text", (evidence,))


def days_in(line: str) -> list[date]:
    """All whole days written in a line, such as "Dec 22, 2023 8:25 AM", or "22/12/2023" where that is clear."""
    found = [_of_words(m.group()) for m in _WORDED.finditer(line)]
    found += [_of_numbers(m) for m in _ISO_DAY.finditer(line)]
    found += [_of_european(m) for m in _NUMBERED.finditer(line)]
    return [first for first, _ in filter(None, found)]


def find_days(text: str, start: int, end: int) -> Iterator[tuple[date, Evidence]]:
    """All whole days written in words between two places of a text, with these words."""
    for match in _WORDED.finditer(text, start, end):
        found = _of_words(match.group())
        if found is not None:
            yield found[0], Evidence.of(text, match.start(), match.end(), "published")


def find_yearless_day(text: str, start: int, end: int) -> tuple[tuple[int, int], Evidence] | None:
    """Month and day, such as "May 27", between two places of a text, with these words; None if there is none."""
    for match in _YEARLESS.finditer(text, start, end):
        month = load_vocabulary().months.get((match["month"] or match["month2"]).lower())
        if month is not None:
            return (month, int(match["day"] or match["day2"])), Evidence.of(text, *match.span(), "published")
    return None


def is_stamp(line: str) -> bool:
    """Whether a line is one that says when the page was published, and little else."""
    return len(line) <= 120 and (_LABEL.match(line) is not None or _CLOCK.search(line) is not None)


def local_day(words: str, habits: Habits) -> date | None:
    """The day of an instant in UTC by the clock of the outlet; None for other words, and where no clock is known.

    Midnight itself is no instant but a bare day that some software wrote so.

    Example:
        >>> from zoneinfo import ZoneInfo
        >>> local_day("2025-08-05T21:30:00Z", Habits(ZoneInfo("Asia/Karachi")))
        datetime.date(2025, 8, 6)
    """
    found = _of_instant(_INSTANT.match(words.strip()), habits)
    return found[0] if found else None


def instants_in(page: str) -> Iterator[str]:
    """The instants in UTC that stand anywhere on a page."""
    return (match.group() for match in _INSTANT.finditer(page))


def _of_instant(match: re.Match[str] | None, habits: Habits) -> tuple[date, date] | None:
    if match is None or habits.zone is None or (match[2], match[3]) == ("00", "00"):
        return None
    try:
        at = datetime.fromisoformat(f"{match[1]}T{match[2]}:{match[3]}").replace(tzinfo=UTC)
        day = at.astimezone(habits.zone).date()
    except (ValueError, OverflowError):
        return None
    return day, day


def _of_short(match: re.Match[str] | None, habits: Habits) -> tuple[date, date] | None:
    """Day and month of "10/24/16", where one cannot be a month, or the outlet's habit is known."""
    if match is None:
        return None
    first, _, second, year = match.groups()
    year = year if len(year) == 4 else f"20{year}"
    month_first = habits.month_first
    if int(first) > 12 or int(second) > 12:
        month_first = int(second) > 12
    if month_first is None and int(first) != int(second):
        return None
    found = _day(year, first, second) if month_first else _day(year, second, first)
    return (found, found) if found else None


def _is_ambiguous(match: re.Match[str] | None) -> bool:
    """Whether "05/01/2020" may be either of two days."""
    return match is not None and all(1 <= int(match[group]) <= 12 for group in (1, 3))


def _of_european(match: re.Match[str]) -> tuple[date, date] | None:
    """Day and month of "21.01.2022" (dots: day first) or "12/22/2023" (slashes: where one cannot be a month)."""
    first, mark, second, year = match.groups()
    month_first = mark == "/" and int(second) > 12
    if mark == "/" and int(first) <= 12 and int(second) <= 12:
        return None
    found = _day(year, first, second) if month_first else _day(year, second, first)
    return (found, found) if found else None


def _of_iso(words: str) -> tuple[date, date] | None:
    match = _ISO.match(words)
    if match is None:
        return None
    year, month, day = match.groups()
    if day:
        found = _day(year, month, day)
        return (found, found) if found else None
    if month:
        first = _day(year, month, "1")
        return (first, first.replace(day=calendar.monthrange(first.year, first.month)[1])) if first else None
    return date(int(year), 1, 1), date(int(year), 12, 31)


def _of_numbers(match: re.Match[str] | None) -> tuple[date, date] | None:
    found = _day(*match.groups()) if match else None
    return (found, found) if found else None


def _of_words(words: str) -> tuple[date, date] | None:
    match = _WORDED.search(words)
    if match is None:
        return None
    name = (match["month"] or match["month2"]).lower()
    months = load_vocabulary().months
    month = months.get(name)
    found = _day(match["year"], str(month), match["day"] or match["day2"]) if month else None
    return (found, found) if found else None


def _of_mail(words: str) -> tuple[date, date] | None:
    try:
        found = parsedate_to_datetime(words).date()
    except (ValueError, TypeError, IndexError):
        return None
    return found, found


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
