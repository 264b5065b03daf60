"""What ``find_times`` finds, and what its values and days are."""

from __future__ import annotations

from datetime import date

import pytest

from legation.records import Published, TimeExpression
from legation.sentences import parse_text
from legation.times import find_times, resolve_words

SUNDAY = date(2025, 9, 14)
MONDAY = date(2025, 8, 4)


def only(text: str, day: date | Published | None = SUNDAY) -> TimeExpression:
    found = find_times(text, day)
    assert len(found) == 1, [t.text for t in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("The envoys met late last night.", "late last night", "TIME", "2025-09-13TNI"),
        ("They spoke on Saturday night.", "Saturday night", "TIME", "2025-09-13TNI"),
        ("He flew in earlier this month.", "earlier this month", "DATE", "2025-09"),
        ("It was signed last Monday.", "last Monday", "DATE", "2025-09-08"),
        ("They will meet on Monday.", "Monday", "DATE", "2025-09-15"),
        ("The summit is planned for Thursday.", "Thursday", "DATE", "2025-09-18"),
        ("The accord is to be signed on Thursday.", "Thursday", "DATE", "2025-09-18"),
        ("The envoy said the accord is to be signed on 1 October.", "1 October", "DATE", "2025-10-01"),
        ("The accord was expected to be signed on Thursday.", "Thursday", "DATE", "2025-09-11"),
        ("The envoy will spend much of Thursday in the capital.", "Thursday", "DATE", "2025-09-18"),
        ("The truce had been due to expire on Thursday.", "Thursday", "DATE", "2025-09-11"),
        ("In November the two met.", "November", "DATE", "2024-11"),
        ("The two met in July.", "July", "DATE", "2025-07"),
        ("Talks will resume in November.", "November", "DATE", "2025-11"),
        ("Trade grew in the first quarter.", "the first quarter", "DATE", "2025-Q1"),
        ("Exports fell in fiscal 2024.", "fiscal 2024", "DATE", "2024"),
        ("The pact of the late 1970s held.", "the late 1970s", "DATE", "197"),
        ("It opened last summer.", "last summer", "DATE", "2025-SU"),
        ("The summit was on 3 May 2019.", "3 May 2019", "DATE", "2019-05-03"),
        ("The summit was on Sept. 3, 2019.", "Sept. 3, 2019", "DATE", "2019-09-03"),
        ("It was dated 13/02/2019 and sealed.", "13/02/2019", "DATE", "2019-02-13"),
        ("The envoy left two weeks ago.", "two weeks ago", "DATE", "2025-W35"),
        ("The truce held for three days.", "three days", "DURATION", "P3D"),
        ("The siege lasted three years and two months.", "three years and two months", "DURATION", "P3Y2M"),
        ("The flight took 3 hours and 20 minutes.", "3 hours and 20 minutes", "DURATION", "PT3H20M"),
        ("It took 2 1/2 years.", "2 1/2 years", "DURATION", "P2Y6M"),
        ("They waited for several days.", "several days", "DURATION", "PXD"),
        ("Ships passed over the past two months.", "the past two months", "DURATION", "P2M"),
        ("They met for the second time in a week.", "a week", "DURATION", "P1W"),
        ("Patrols leave every month.", "every month", "SET", "P1M"),
        ("The envoys meet every Tuesday.", "every Tuesday", "SET", "XXXX-WXX-2"),
        ("He said they would meet on Tuesday.", "Tuesday", "DATE", "2025-09-16"),
        ("It began at 5 a.m. (GMT) and went on.", "5 a.m. (GMT)", "TIME", "2025-09-14T05:00Z"),
        ("Guns opened at 10 p.m. Wednesday.", "10 p.m. Wednesday", "TIME", "2025-09-10T22:00"),
        ("Ties have improved recently.", "recently", "DATE", "PAST_REF"),
        ("Since the Sept. 11 attacks the two share lists.", "Sept. 11", "DATE", "2001-09-11"),
        ("The envoys meet in the week of Oct. 6.", "the week of Oct. 6", "DATE", "2025-W41"),
        ("The envoy left on the 12th of this month.", "the 12th of this month", "DATE", "2025-09-12"),
        ("Gas stopped in the winter of 2008-9.", "the winter of 2008-9", "DATE", "2008-WI"),
        ("It ends a decades-long feud.", "decades-long", "DURATION", "PXE"),
        ("The Congress was in the 19th century.", "the 19th century", "DATE", "18"),
        ("It was to last two years.", "two years", "DURATION", "P2Y"),
        ("They meet in two weeks' time.", "two weeks' time", "DATE", "2025-W39"),
        ("He left a year and a half ago.", "a year and a half ago", "DATE", "2024-03"),
        ("The vote is on the first Monday in November.", "the first Monday in November", "DATE", "2025-11-03"),
        ("It is due by month's end.", "month's end", "DATE", "2025-09"),
        ("They sat in the early morning hours Friday.", "the early morning hours Friday", "TIME", "2025-09-12TMO"),
        ("Some day they may meet.", "Some day", "DATE", "FUTURE_REF"),
        ("It fell in the '80s.", "the '80s", "DATE", "198"),
        ("The accord came in the summer of '98.", "the summer of '98", "DATE", "1998-SU"),
        ("It was signed on 2013/03/22.", "2013/03/22", "DATE", "2013-03-22"),
        ("Markets close on Thanksgiving 2012.", "Thanksgiving 2012", "DATE", "2012-11-22"),
        ("The accord was struck on Good Friday.", "Good Friday", "DATE", "2025-04-18"),
        ("Trade fell in the 2013-14 fiscal year.", "2013-14 fiscal year", "DATE", "2013/2014"),
    ],
)
def test_words_have_a_value(text: str, words: str, kind: str, value: str) -> None:
    found = only(text)
    assert (found.text, found.type, found.value) == (words, kind, value)


@pytest.mark.parametrize(
    "text",
    [
        "Support rose to 64% from 52 percent.",
        "The price is $1,990 or $2025 a head.",
        "The home side won 3-2 and then 21:19.",
        "Call +1 202-555-1990 or (021) 555 2004.",
        "Version 3.11.2 replaces version 10.5.2019.",
        "They may sign, and May I say they might.",
        "Troops march on the capital while crowds march.",
        "The Sun reported that he sat down in the sun.",
        "It was their second call and a second chance.",
        "Prices may fall, and leaves fall; hopes spring up.",
        "Some 2000 soldiers and 1,500 tanks crossed.",
        "A 52-year-old envoy, 40 years old in his heart, arrived.",
        "Resolution 1973 was adopted by 15 votes.",
        "Theresa May spoke, and May said no.",
        "April Jones and June Allyson met.",
        "USA TODAY and VOA Today reported it.",
        "It was shown on Saturday Night Live and Monday Night Football.",
        "The club at Mar-a-Lago billed the Sun-Times.",
        "The second envoy seconded the motion of the second chamber.",
        "He may, if they march, sit and may yet fall.",
        "See file fourth-of-july-prices for more.",
        "The Good Friday Agreement and the Sunday Times are names.",
        "It was praised by then-Governor Ames.",
        "At the end of the day, ties count.",
        "He told CBS This Morning that it holds.",
        "He said so on ABC’s “This Week.”",
    ],
)
def test_these_are_no_dates(text: str) -> None:
    assert [t.text for t in find_times(text, SUNDAY)] == []


@pytest.mark.parametrize(
    ("text", "parts", "values", "first", "last"),
    [
        ("The talks of April 27-28 failed.", ["April 27", "28"], ["2025-04-27", "2025-04-28"], (4, 27), (4, 28)),
        ("They talked from 3 to 5 May 2025.", ["3", "5 May 2025"], ["2025-05-03", "2025-05-05"], (5, 3), (5, 5)),
        ("It ran June-August 2025 or so.", ["June", "August 2025"], ["2025-06", "2025-08"], (6, 1), (8, 31)),
    ],
)
def test_a_range_is_two_expressions_of_the_same_days(
    text: str, parts: list[str], values: list[str], first: tuple[int, int], last: tuple[int, int]
) -> None:
    found = find_times(text, SUNDAY)
    assert [t.text for t in found] == parts
    assert [t.value for t in found] == values
    assert {(t.when.first, t.when.last) for t in found} == {(date(2025, *first), date(2025, *last))}


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("After the Sept. 11 attacks the two shared lists.", date(2024, 3, 1), "2001-09-11"),
        ("It was the anniversary of the Sept. 11 attacks.", date(2024, 9, 12), "2001-09-11"),
        ("He recalled the Sept. 11 attacks on the United States.", date(2013, 9, 20), "2001-09-11"),
        ("The Sept. 11 suicide attacks in Kabul killed three.", date(2024, 9, 12), "2024-09-11"),
        ("The Sept. 11 terrorist attacks killed three.", date(2024, 9, 12), "2024-09-11"),
        ("It decried the September 11 terror attacks on the consulate.", date(2012, 9, 20), "2012-09-11"),
        ("It decried the September 11 attacks on the consulate.", date(2012, 10, 27), "2012-09-11"),
        ("It decried the September 11 attacks.", date(1998, 10, 27), "1998-09-11"),
    ],
)
def test_attacks_of_11_september_are_those_of_2001_unless_they_may_be_fresh(
    text: str, published: date, value: str
) -> None:
    assert [t.value for t in find_times(text, published)] == [value]


def test_a_saturday_told_on_sunday_is_the_day_before() -> None:
    assert only("The ministers spoke on Saturday.").when.first == date(2025, 9, 13)


def test_a_monday_told_on_monday_is_that_day() -> None:
    assert only("The ministers spoke on Monday.", MONDAY).when.first == MONDAY


def test_this_weekend_told_as_past_on_a_monday_is_the_last_one() -> None:
    assert only("The two met this weekend.", MONDAY).when.first == date(2025, 8, 2)
    assert only("The two will meet this weekend.", MONDAY).when.first == date(2025, 8, 9)


def test_last_week_in_a_sunday_paper_may_be_the_week_that_ends() -> None:
    told = only("The two met last week.", SUNDAY)
    assert (told.value, told.when.first, told.when.last) == ("2025-W36", date(2025, 9, 1), date(2025, 9, 13))
    assert only("The two met last week.", MONDAY).when.last == date(2025, 8, 3)


def test_a_few_days_later_in_a_story_is_not_after_its_report() -> None:
    assert only("A few days later they left.").when.not_before is None


def test_an_undated_saturday_stays_a_saturday() -> None:
    when = only("The ministers spoke on Saturday night.", None).when
    assert (when.weekday, when.first, when.last, when.anchor) == (6, None, None, "published")


def test_an_undated_month_keeps_its_year_open() -> None:
    found = only("In June, he visited the capital.", None)
    assert (found.value, found.when.first, found.when.precision, found.when.text) == ("XXXX-06", None, "month", "June")


def test_a_full_date_in_an_undated_text_fixes_the_year_of_bare_months() -> None:
    call, meeting = find_times("On August 4, 2025 they spoke. It followed a meeting on July 25.", None)
    assert (meeting.value, meeting.when.anchor) == ("2025-07-25", "narrative")
    assert call.when.anchor == "absolute"


def test_an_outlet_that_writes_the_day_first_is_read_so() -> None:
    [here], [there] = find_times("Dated 5/3/2013.", day_first=True), find_times("Dated 5/3/2013.")
    assert (here.value, there.value) == ("2013-03-05", "2013-05-03")


def test_a_background_date_fixes_no_year() -> None:
    text = (
        "The ministers met in June. "
        + "They spoke of trade and of water. " * 40
        + "War began on 7 October 2023. In January he left."
    )
    values = {t.text: t.value for t in find_times(text, None)}
    assert (values["June"], values["January"]) == ("XXXX-06", "XXXX-01")


def test_the_following_day_hangs_on_the_day_before_it() -> None:
    _, after = find_times("He landed on 3 May 2019. The following day, talks began.", SUNDAY)
    assert (after.value, after.when.anchor) == ("2019-05-04", "narrative")


def test_history_takes_the_year_that_the_story_has_reached() -> None:
    text = (
        "War came in 1853; in July 1853 they crossed. In 1854 they sailed. In September they landed. "
        "Talks of 1855 failed; peace came in 1856, and the border of 1815 was kept."
    )
    values = {t.text: t.value for t in find_times(text, SUNDAY)}
    assert values["September"] == "1854-09"


def test_the_previous_year_is_counted_from_the_year_in_the_text() -> None:
    *_, previous = find_times("Trade reached $7 billion in 2024, up from $6 billion the previous year.", SUNDAY)
    assert previous.value == "2023"


def test_since_runs_to_the_publication_day() -> None:
    when = only("Ties have warmed since May 2025.").when
    assert (when.first, when.last, when.precision) == (date(2025, 5, 1), SUNDAY, "interval")
    assert only("Ties have warmed since May 2025.", None).when.not_before == date(2025, 5, 1)


def test_two_days_after_an_event_hangs_on_no_day() -> None:
    found = find_times("Two days after the call they met.", SUNDAY)
    assert [t.type for t in found] == ["DURATION"]
    assert found[0].when.first is None


def test_a_publication_range_gives_the_union() -> None:
    week = Published(MONDAY, date(2025, 8, 10), "inferred")
    month = resolve_words("last month", week)
    saturday = resolve_words("Saturday", week)
    assert month is not None
    assert (month.first, month.last) == (date(2025, 7, 1), date(2025, 7, 31))
    assert saturday is not None
    assert (saturday.first, saturday.last, saturday.weekday) == (date(2025, 8, 2), date(2025, 8, 9), 6)


def test_a_leap_day_is_read_from_the_end_of_the_range_that_has_it() -> None:
    early, late = date(2024, 11, 1), date(2025, 9, 10)
    found = only("It was signed on Feb. 29.", Published(early, late))
    assert (found.value, found.when.first, found.when.last) == ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29))
    assert only("It was signed on Feb. 29.", Published(date(2023, 11, 1), early)) == found


def test_last_monday_is_settled_once_the_day_is_known() -> None:
    when = resolve_words("last Monday", SUNDAY)
    assert when is not None
    assert when.first == date(2025, 9, 8)
    assert resolve_words("the minister", SUNDAY) is None


def test_a_dateline_with_a_full_date_anchors_an_undated_report() -> None:
    [found] = find_times("They met yesterday.", None, dateline="GENEVA, 5 May 2025")
    assert (found.when.first, found.when.anchor) == (date(2025, 5, 4), "dateline")


@pytest.mark.parametrize(
    ("text", "published", "words", "day"),
    [
        ("The two will speak this Friday.", date(2022, 3, 10), "this Friday", date(2022, 3, 11)),
        ("She met him this Friday.", date(2022, 3, 13), "this Friday", date(2022, 3, 11)),
        ("He said on Friday he would hold talks.", date(2018, 6, 2), "Friday", date(2018, 6, 1)),
        ("It will not be held on June 12 as it was to be.", date(2018, 5, 25), "June 12", date(2018, 6, 12)),
    ],
)
def test_the_day_of_speaking_is_not_the_day_of_the_plan(text: str, published: date, words: str, day: date) -> None:
    found = next(t for t in find_times(text, published) if t.text == words)
    assert found.when.first == found.when.last == day


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "It struck at 9:15 a.m. local time (0515 GMT) Monday.",
            ["2025-09-08T09:15", "2025-09-08T05:15Z", "2025-09-08"],
        ),
        ("They landed on Sunday at 1:30 a.m. (1730 GMT).", ["2025-09-14T01:30", "2025-09-13T17:30Z"]),
        ("It began at 20:00 (UTC+3) on Friday.", ["2025-09-12T20:00+03:00"]),
        ("It began at 1500 IST on Friday.", ["2025-09-12T15:00"]),
    ],
)
def test_two_clocks_of_one_moment_share_its_day(text: str, values: list[str]) -> None:
    assert [t.value for t in find_times(text, SUNDAY)] == values


def test_the_same_day_of_nothing_told_is_no_day_yet() -> None:
    when = only("He spoke on the same day the accord was signed.").when
    assert (when.first, when.anchor) == (None, "event")


def test_by_friday_of_what_is_over_is_the_friday_before() -> None:
    assert only("But by Friday he was headed home.").value == "2025-09-12"
    assert only("By Friday he will be home.").value == "2025-09-19"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Done this 26<sup>th</sup> day of April in the capital.", "26<sup>th</sup> day of April", "2025-04-26"),
        ("The offer ends on May 1<sup>st</sup>, 2024.", "May 1<sup>st</sup>, 2024", "2024-05-01"),
    ],
)
def test_an_ordinal_may_be_raised_by_tags(text: str, words: str, value: str) -> None:
    time = only(text)
    assert (time.text, time.value) == (words, value)


def test_an_event_named_for_a_holiday_is_no_day() -> None:
    assert find_times("Children came to the Easter Egg Roll.", SUNDAY) == ()
    assert only("On Easter President Boric rested.").text == "Easter"


def test_what_led_to_an_act_puts_its_month_before_the_report() -> None:
    text = "The raid is believed to have led Peru to capture a tanker of Chile in July."
    (july,) = find_times(text, date(2019, 9, 7), sentences=parse_text(text))
    assert july.when.first == date(2019, 7, 1)


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("She met the envoy on Sunday ahead of her Tuesday meeting with Chile.", date(2018, 6, 10), date(2018, 6, 12)),
        ("She met the envoy ahead of a meeting with Chile on Tuesday.", date(2018, 6, 10), date(2018, 6, 12)),
        ("She met the envoy on Sunday ahead of her Tuesday meeting with Chile.", date(2018, 6, 14), date(2018, 6, 12)),
        ("She met the envoy ahead of schedule, he said on Tuesday.", date(2018, 6, 10), date(2018, 6, 5)),
    ],
)
def test_a_weekday_of_what_lies_ahead_follows_what_is_told(text: str, published: date, expected: date) -> None:
    found = find_times(text, published, sentences=parse_text(text))
    assert found[-1].text == "Tuesday"
    assert found[-1].when.first == expected


def test_since_a_far_month_makes_no_history_and_is_not_what_the_story_has_reached() -> None:
    text = (
        "The sol fell to its lowest level since November 2016. In July, Peru threatened Chile over the priest, who has "
        "been held since October 2016. The following month, Peru imposed sanctions."
    )
    assert [t.value for t in find_times(text, date(2018, 8, 20))] == ["2016-11", "2018-07", "2016-10", "2018-08"]


def test_the_following_month_goes_on_from_the_story_not_from_a_year_it_mentions() -> None:
    text = "In July, Peru threatened Chile over the priest arrested in October 2016. The following month, it did more."
    assert [t.value for t in find_times(text, date(2018, 8, 20))] == ["2018-07", "2016-10", "2018-08"]
