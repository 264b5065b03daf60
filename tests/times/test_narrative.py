"""History told later: bare days and months take the year that the story has reached. The passages are our own."""

from __future__ import annotations

from datetime import date

import pytest

from legation.times import find_times

LATER = date(2009, 12, 19)

SEDAN = (
    "The Franco-Prussian War broke out on 19 July 1870. On 2 August the French crossed the border. Two days later the "
    "Prussians struck at Wissembourg. On 1 September the armies met at Sedan; the next day the emperor surrendered. "
    "That winter was bitter. In December the armies of the Loire were beaten. On 18 January 1871 the Empire was "
    "proclaimed, and ten days later an armistice was signed. The final treaty followed on 10 May."
)
ATHENS = (
    "The war began in 431 BC. In the spring of that year an army marched into Attica. The following summer plague "
    "struck. In 425 BC a force was trapped at Pylos; in August of that year it surrendered. Two years later a truce "
    "was signed. The fleet was lost by September 413 BC. By the end of the 5th century BC the city was a shadow."
)
STALINGRAD = (
    "War came at dawn on 22 June 1941. By the second week of July the front was at Smolensk. In early October the "
    "drive on Moscow began. On 5 December, at 3 a.m., the counter-attack came. By January 1942 the city was safe. "
    "On 28 June the army turned south. On 19 November the trap closed; four days later it was shut. Fighting ended on "
    "2 February 1943."
)
FALKLANDS = (
    "The war began on Friday 2 April 1982. The following day the island of South Georgia was taken. On 1 May the first "
    "raid was flown. On the 28th, Goose Green fell. The garrison surrendered on the night of 14 June, after 74 days. "
    "From 1 April to 14 June 1982, 907 people died. In 1983 an election followed."
)
CRIMEA = (
    "Allied troops landed on 14 September 1854. Six days later they won at the Alma. The siege began the next month "
    "and lasted eleven months. On 5 November came Inkerman. A storm on the 14th of that month sank the ships. In "
    "January 1855 Sardinia joined. The tsar died in March. The city was stormed on 8 September and abandoned that "
    "night. Peace was signed on 30 March 1856."
)
AYACUCHO = (
    "He entered Bogota on August 10, 1819. The armistice of November 1820 lasted less than six months. On June 24 of "
    "the following year, he won at Carabobo. By the end of 1824 Spain had lost; the decisive battle came on 9 "
    "December. Six years later he was dead. Today the day is kept as a feast."
)
CONGO = (
    "The war began in October 1996. By December the rebels held the east. In March 1997 they took Kisangani, and on 17 "
    "May they entered Kinshasa. The president had fled the previous day. Fifteen months later a second war began. In "
    "April 2002 talks ended. An accord was signed on 17 December of that year. The transition was to last two years."
)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            SEDAN,
            "1870-07-19 1870-08-02 1870-08-04 1870-09-01 1870-09-02 1870-WI 1870-12 1871-01-18 1871-01-28 "
            "1871-05-10",
        ),
        (ATHENS, "BC0431 BC0431-SP BC0431-SU BC0425 BC0425-08 BC0423 BC0413-09 BC04"),
        (
            STALINGRAD,
            "1941-06-22TMO 1941-07 1941-10 1941-12-05T03:00 1942-01 1942-06-28 1942-11-19 1942-11-23 1943-02-02",
        ),
        (
            FALKLANDS,
            "1982-04-02 1982-04-03 1982-05-01 1982-05-28 1982-06-14TNI P74D 1982-04-01 1982-06-14 1983",
        ),
        (
            CRIMEA,
            "1854-09-14 1854-09-20 1854-10 P11M 1854-11-05 1854-11-14 1855-01 1855-03 1855-09-08 1855-09-08TNI "
            "1856-03-30",
        ),
        (AYACUCHO, "1819-08-10 1820-11 P6M 1821-06-24 1824 1824-12-09 1830 PRESENT_REF"),
        (CONGO, "1996-10 1996-12 1997-03 1997-05-17 1997-05-16 1998-08 2002-04 2002-12-17 P2Y"),
    ],
)  # fmt: skip
def test_a_story_carries_its_own_calendar(text: str, values: str) -> None:
    assert [t.value for t in find_times(text, LATER)] == values.split()


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("On 3 May 1942 they sailed. The day before, ships had sunk.", "The day before", "1942-05-02"),
        ("On 3 May 1942 they sailed. At dawn the next day all was over.", "dawn the next day", "1942-05-04TMO"),
        ("On 24 and 25 June 1812 they crossed.", "24", "1812-06-24"),
        ("They met on the 5th and 6th of May 1821.", "6th of May 1821", "1821-05-06"),
        ("In June and July 1812 they marched.", "June", "1812-06"),
        ("On 1 July 1863 it began. On the third day they charged.", "the third day", "1863-07-03"),
        ("On 1 July 1863, at 10:00, it began. In 1863, two hours later, it went on.", "two hours later", "PT2H"),
        ("It rose in 1916, on Easter Monday 1916.", "Easter Monday 1916", "1916-04-24"),
        ("From 218 to 201 BC they fought.", "218", "BC0218"),
        ("In the 18th and 19th centuries it grew.", "the 18th", "17"),
        ("Since the 3rd century BC and AD 70.", "the 3rd century BC", "BC02"),
        ("In 1943 the city fell. Later that year it was free.", "Later that year", "1943"),
        ("In 1918 peace came. During this period many died.", "this period", None),
        ("In 1826 the port fell. At that time he was strong.", "that time", "1826"),
    ],
)
def test_one_expression_of_a_story(text: str, words: str, value: str | None) -> None:
    found = {t.text: t.value for t in find_times(text, LATER, history=True)}
    assert found[words] == value


@pytest.mark.parametrize(
    "text",
    [
        "The October Revolution and the July Crisis shook the state.",
        "The Six-Day War and the Seven Years' War are taught at school.",
        "The Spring Offensive failed, and so did the Easter Rising.",
        "The May Fourth Movement drew students.",
    ],
)
def test_names_of_events_are_no_dates(text: str) -> None:
    assert [t.text for t in find_times(text, LATER)] == []


def test_news_with_a_little_background_is_no_history() -> None:
    text = "The war of 1991 and the accord of 1995 were recalled. The ministers met on Friday and will meet in January."
    assert [t.value for t in find_times(text, date(2013, 3, 22))] == ["1991", "1995", "2013-03-22", "2014-01"]


def test_years_before_christ_follow_iso_8601_in_edtf() -> None:
    edtf = {t.text: t.when.edtf for t in find_times("In 431 BC; on 2 August 216 BC; in the 5th century BC.", LATER)}
    assert edtf == {"431 BC": "-0430", "2 August 216 BC": "-0215-08-02", "the 5th century BC": "-0499/-0400"}
