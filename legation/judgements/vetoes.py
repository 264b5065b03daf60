"""Hard vetoes: reasons, in words, why two claims cannot be one event, asked before any score.

Example:
    "the days cannot be the same: 'August 4, 2025' is a Monday, 'on Saturday' a Saturday"
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from legation.judgements.bulletins import Bulletin, are_two_news
from legation.judgements.days import are_neighbour_months, days_clash
from legation.judgements.facts import Facts
from legation.judgements.tables import level_of, tolerance_of
from legation.languages.en.calendar import WEEKDAYS
from legation.records import HAPPENED, When

NEWS_SLACK = 21  # days by which an undated event of the news may miss its report's window
HEADLINE_SLACK = 1  # the same for what the report tells first
WEEK = 7  # days
RETOLD_AFTER = 200  # characters: what stands nearer is told beside the first, not again
PLANS = ("planned", "called_for", "hypothetical")
COARSE = frozenset({"month", "quarter", "season", "year", "decade", "interval"})


def find_veto(a: Facts, b: Facts) -> str | None:
    """The first reason why ``a`` and ``b`` are different events, or None. Symmetric but for the wording."""
    for veto in VETOES:
        reason = veto(a, b)
        if reason is not None:
            return reason
    return None


def veto_document(a: Facts, b: Facts) -> str | None:
    """One report that tells two claims tells them as two events, unless the later one may tell the first again."""
    if a.claim.document_id != b.claim.document_id or is_retelling(a, b):
        return None
    return "one report tells both as separate events"


def is_retelling(a: Facts, b: Facts) -> bool:
    """Whether nothing tells two claims of one report apart: same kind, parties and state, and days that fit.

    "called off the summit on Thursday ... since the summit was scrapped last week": other reports may join them.
    """
    one, two = a.claim, b.claim
    if (a.family, a.sides, one.background) != (b.family, b.sides, two.background):
        return False
    if not (a.people <= b.people or b.people <= a.people):
        return False
    if (one.status in PLANS) != (two.status in PLANS) and not _is_held_as_planned(a, b):
        return False
    if abs(one.start - two.start) < RETOLD_AFTER or one.ordinal != two.ordinal:
        return False
    if not _are_one_kind(a, b) or (level_of(a.family) == "roles" and a.actor_sides != b.actor_sides):
        return False
    return a.when is None or b.when is None or not days_clash(a.when, b.when, 0)


def _is_held_as_planned(a: Facts, b: Facts) -> bool:
    """ "Will meet on Wednesday", "during their meeting this week": the same people, and narrow days of both."""
    narrow = all(f.days is not None and (f.days[1] - f.days[0]).days <= WEEK for f in (a, b))
    return a.family == "contact" and narrow and len(a.people & b.people) > 1


def _are_one_kind(a: Facts, b: Facts) -> bool:
    """Whether two claims of one family have one type and mode; an agreement may be signed, a refusal lack its mode."""
    one, two = a.claim, b.claim
    if a.family == "contact" or (one.mode and two.mode):
        return (one.event_type, one.mode) == (two.event_type, two.mode)
    return one.event_type == two.event_type or a.family == "agreement"


def veto_family(a: Facts, b: Facts) -> str | None:
    """Types of different families are never one event."""
    if a.family == b.family:
        return None
    return f"the kinds differ: {a.claim.event_type} and {b.claim.event_type}"


def veto_days(a: Facts, b: Facts) -> str | None:
    """Days that cannot be the same, beyond the family's tolerance; weekdays that do not fit."""
    if a.when is None or b.when is None:
        return None
    slack = tolerance_of(a.family) if a.firm and b.firm else max(3, tolerance_of(a.family))
    if not days_clash(a.when, b.when, slack):
        return None
    if is_month_slip(a, b) or are_words_of_an_occasion(a, b):
        return None
    return f"the days cannot be the same: {say_days(a.when)}; {say_days(b.when)}"


def are_words_of_an_occasion(a: Facts, b: Facts) -> bool:
    """Whether the same person's words have their day in one report only from the call or meeting told beside them."""
    lent = any(f.when is not None and f.when.anchor == "event" for f in (a, b))
    return lent and is_speech(a) and bool(a.people) and a.people == b.people and a.claim.mode == b.claim.mode


def is_speech(fact: Facts) -> bool:
    """Whether the act is one of words, which the same people repeat on other occasions of the same news."""
    return fact.speech


def is_month_slip(a: Facts, b: Facts) -> bool:
    """Two looks back, both to a month only, at neighbouring months: a slip of memory rather than two events."""
    if a.when is None or b.when is None or not (a.claim.background and b.claim.background):
        return False
    return bool(a.people) and a.people == b.people and are_neighbour_months(a.when, b.when)


def veto_after_report(a: Facts, b: Facts) -> str | None:
    """What one report tells as past cannot be what takes place after that report."""
    for told, other in ((a, b), (b, a)):
        last = told.published.last
        if last is None or told.claim.status not in HAPPENED or other.days is None:
            continue
        if other.days[0] > last + timedelta(days=1) and other.firm:
            return f"told as past on {last}, the other is of {other.days[0]}"
    return None


def veto_window(a: Facts, b: Facts) -> str | None:
    """An undated event of the news cannot lie weeks away from its report."""
    for undated, other in ((a, b), (b, a)):
        low, high = undated.window
        if undated.dated or other.days is None:
            continue
        ahead = undated.claim.status in PLANS
        low = low if undated.leads or ahead or undated.source.readout else None
        slack = HEADLINE_SLACK if undated.headline else NEWS_SLACK
        early = low is not None and other.days[1] < low - timedelta(days=2 if ahead else slack)
        late = high is not None and other.days[0] > high + timedelta(days=slack)
        if early or late:
            return f"a report of {undated.published.last} tells it as news or plan, the other is of {_span(other.days)}"
    return None


def veto_bulletins(a: Facts, b: Facts) -> str | None:
    """A site of one of the parties tells each contact as its news once."""
    if not (a.source.official and b.source.official and are_own_news(a, b)):
        return None
    return f"one site tells each as its news: on {a.published.last} and on {b.published.last}"


def veto_readouts(a: Facts, b: Facts) -> str | None:
    """A readout tells one contact: two readouts of one site that name other people tell two, even of one day.

    Of the same people, two readouts of other days tell two where neither gives a day: "participants in the call were".
    """
    if not (a.source.readout and b.source.readout) or a.source.text_id == b.source.text_id:
        return None
    if a.source.publisher is None or a.source.publisher != b.source.publisher:
        return None
    if _tells_its_own(a) and _tells_its_own(b) and a.published.first != b.published.first:
        return f"two readouts of one site, of {a.published.first} and of {b.published.first}, and neither gives a day"
    if not (a.headline and b.headline) or (a.people == b.people and a.sides == b.sides):
        return None
    return f"two readouts of one site, of {_list(a.people | a.sides)} and of {_list(b.people | b.sides)}"


def _tells_its_own(fact: Facts) -> bool:
    """Whether an undated contact is of the form that its readout's title names, and so the one that it is about."""
    news = fact.claim.status == "occurred" and not fact.claim.background and fact.claim.ordinal is None
    return (
        fact.family == "contact" and news and not fact.dated and fact.form is not None and fact.form == fact.source.form
    )


def are_own_news(a: Facts, b: Facts) -> bool:
    """Whether one publisher tells both as the news of two reports, and no words join the two."""
    if not (a.headline and b.headline) or a.source.text_id == b.source.text_id:
        return False
    if a.source.publisher is None or a.source.publisher != b.source.publisher:
        return False
    return are_two_news(Bulletin(a.published, a.days), Bulletin(b.published, b.days))


def veto_windows(a: Facts, b: Facts) -> str | None:
    """Two undated events whose reports allow no common day, or of whose reports one has no day at all."""
    if a.dated or b.dated:
        return None
    lows = [w[0] for w in (a.window, b.window) if w[0] is not None]
    highs = [w[1] for w in (a.window, b.window) if w[1] is not None]
    if lows and highs and max(lows) > min(highs):
        return f"their reports are of {a.published.last} and {b.published.last}, and neither gives a day"
    return None


def veto_ordinal(a: Facts, b: Facts) -> str | None:
    """The second call is not the first."""
    one, two = a.claim.ordinal, b.claim.ordinal
    if one is None or two is None or one == two:
        return None
    return f"the reports count them differently: number {one} and number {two}"


def veto_form(a: Facts, b: Facts) -> str | None:
    """A call is not a meeting."""
    if a.form is None or b.form is None or a.form == b.form:
        return None
    return f"the forms exclude each other: {a.claim.mode or a.form} and {b.claim.mode or b.form}"


def veto_visit(a: Facts, b: Facts) -> str | None:
    """A visit contains a meeting and is not the meeting."""
    if a.family != "contact" or a.is_visit == b.is_visit or not (a.claim.mode and b.claim.mode):
        return None
    return "a visit contains a meeting; it is not the meeting"


def veto_people(a: Facts, b: Facts) -> str | None:
    """For one side two reports name different people of the same level."""
    if level_of(a.family) != "people":
        return None
    for side in sorted(set(a.people_of) & set(b.people_of)):
        if not a.people_of[side] & b.people_of[side]:
            return f"for {side} other people take part"
    return None


def veto_sides(a: Facts, b: Facts) -> str | None:
    """Each report names a party that the other lacks, so the counterparts differ."""
    if level_of(a.family) == "roles":
        return _veto_roles(a, b)
    one, two = _settled(a), _settled(b)
    if not one or not two or one <= two or two <= one:
        return None
    shared = one & two
    if len(shared) >= 2 and len(shared) * 2 >= min(len(one), len(two)) + 1:
        return None
    return f"the counterparts differ: {_list(one - two)} and {_list(two - one)}"


def _settled(fact: Facts) -> frozenset[str]:
    """The sides without bodies of unknown home: "Alpha Works" may be the state's own company."""
    return fact.sides - fact.organisations if fact.family == "agreement" else fact.sides


def _veto_roles(a: Facts, b: Facts) -> str | None:
    turned = a.actor_sides & b.recipient_sides and a.recipient_sides & b.actor_sides
    if turned and not a.actor_sides & b.actor_sides:
        return f"the direction is turned: by {_list(a.actor_sides)} and by {_list(b.actor_sides)}"
    for role, one, two in (
        ("by", a.actor_sides, b.actor_sides),
        ("on", a.recipient_sides, b.recipient_sides),
    ):
        if one and two and not one & two:
            return f"{role} different parties: {_list(one)} and {_list(two)}"
    return None


def veto_organisations(a: Facts, b: Facts) -> str | None:
    """Two agreements of one day stay two by their signatories."""
    if a.family != "agreement" or not a.organisations or not b.organisations:
        return None
    if a.organisations & b.organisations:
        return None
    return f"other signatories: {_list(a.organisations)} and {_list(b.organisations)}"


def veto_place(a: Facts, b: Facts) -> str | None:
    """People who meet in two countries meet twice."""
    one, two = a.claim.place, b.claim.place
    if a.form != "in_person" or b.form != "in_person" or one is None or two is None:
        return None
    if not one.country or not two.country or one.country == two.country:
        return None
    return f"the places are in different countries: {one.name} and {two.name}"


def veto_amounts(a: Facts, b: Facts) -> str | None:
    """Different amounts of one unit make different penalties, agreements and aid."""
    if a.family not in ("agreement", "penalty", "aid", "threat"):
        return None
    for unit in sorted(set(a.amounts) & set(b.amounts)):
        if not any(_near(x, y) for x in a.amounts[unit] for y in b.amounts[unit]):
            one, two = sorted(a.amounts[unit])[0], sorted(b.amounts[unit])[0]
            return f"the amounts differ: {one} and {two} {unit}"
    return None


def _near(one: str, two: str) -> bool:
    x, y = float(one), float(two)
    return abs(x - y) <= 0.2 * max(abs(x), abs(y))


def _list(keys: frozenset[str]) -> str:
    return ", ".join(sorted(keys))


def _span(days: tuple[date, date]) -> str:
    return str(days[0]) if days[0] == days[1] else f"{days[0]} to {days[1]}"


def say_days(when: When) -> str:
    """The words of a time and what they mean: ``'on Saturday' (a Saturday)``."""
    meant = _span((when.first, when.last)) if when.first and when.last else ""
    if when.first and when.first == when.last:
        meant += f", a {WEEKDAYS[when.first.weekday()]}"
    elif when.weekday:
        meant = f"a {WEEKDAYS[when.weekday - 1]}" + (f", {meant}" if meant else "")
    words = f"'{when.text}'" if when.text else "no words"
    return f"{words} ({meant})" if meant else words


VETOES: tuple[Callable[[Facts, Facts], str | None], ...] = (
    veto_document,
    veto_family,
    veto_form,
    veto_visit,
    veto_days,
    veto_after_report,
    veto_window,
    veto_windows,
    veto_bulletins,
    veto_readouts,
    veto_ordinal,
    veto_people,
    veto_sides,
    veto_organisations,
    veto_place,
    veto_amounts,
)
