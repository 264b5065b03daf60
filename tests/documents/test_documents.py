from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.documents import body_text, make_document, unread_published
from legation.documents.bounds import bound_published
from legation.documents.cohesion import cohesion_features
from legation.documents.lines import find_lines
from legation.documents.noise import find_noise
from legation.documents.pages import read_page
from legation.documents.published import parse_published
from legation.errors import InputError
from legation.records import Document, Published, RawDocument

FIRST = "The two foreign ministers met in the capital on Saturday and agreed to continue their talks on trade."
SECOND = "Neither side gave details of the planned accord, but officials said that duties would be lowered by spring."
THIRD = "A spokesman for the ministry said that a second round would follow before the end of the month."
PAGE = f"""<html lang="en"><head><title>Ministers meet | Example Times</title>
<script>var x = "hidden";</script><meta property="og:title" content="Ministers meet">
<meta property="article:published_time" content="2025-08-05T23:30-04:00">
</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Ministers meet</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD} {SECOND}</p></article>
<div class="related"><a href="/x">Storm reaches the coast</a></div><footer>All rights reserved</footer></body></html>"""

FURNITURE = (
    "Share|Read More: Storm reaches the coast|Leave a Comment|Oil|$4.11|OIL -1.28%||Subscribe now|By A. Writer|Photo: A"
)
LINES = st.sampled_from([FIRST, SECOND, "ISLAMABAD: " + THIRD, "\u00a0", "é\u0301 short", *FURNITURE.split("|")])
TEXTS = st.one_of(st.lists(LINES, min_size=1, max_size=40).map("\n".join), st.text(min_size=1, max_size=300))


def noise_of(text: str) -> list[tuple[str, str]]:
    return [(n.kind, text[n.start : n.end]) for n in find_noise(text)]


def text_document(text: str, **fields: str | None) -> Document:
    return make_document(RawDocument("a.txt", text=text, **fields))


@settings(max_examples=80, deadline=None)
@given(TEXTS.filter(lambda t: bool(t.strip())))
def test_text_stays_and_noise_is_disjoint_and_in_range(text: str) -> None:
    document = text_document(text)
    assert document.text == text
    ends = [0]
    for noise in document.noise:
        assert ends[-1] <= noise.start < noise.end <= len(text)
        ends.append(noise.end)
    assert make_document(RawDocument("a.txt", text=text)) == document
    if document.dateline:
        document.dateline.check(text)


@pytest.mark.parametrize(
    "text", [FIRST, f"Talks resume\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}", "Both sides agreed.\n\nThey will meet again."]
)
def test_a_short_clean_report_stays_whole(text: str) -> None:
    assert find_noise(text) == ()


def test_promo_inside_the_body_is_marked_alone() -> None:
    text = f"{FIRST}\nRead More: Storm reaches the coast\n{SECOND}"
    assert noise_of(text) == [("promo", "Read More: Storm reaches the coast")]


def test_bracketed_promo_is_marked_inside_its_line() -> None:
    text = f"{FIRST} (Also read: Storm reaches the coast) {SECOND}"
    assert noise_of(text) == [("promo", "(Also read: Storm reaches the coast)")]


@pytest.mark.parametrize(
    "last", ["Also on Friday, talks resumed.", "More on that is expected soon.", "No comment was made."]
)
def test_a_short_last_sentence_is_body(last: str) -> None:
    assert find_noise(f"{FIRST}\n{SECOND}\n{last}") == ()


def test_label_and_button_above_the_report_are_marked() -> None:
    text = f"Trade & Industry\n\nMinisters agree to go on with talks on trade\n\nDownload PDF\n\n{FIRST}\n\n{SECOND}"
    assert noise_of(text) == [("label", "Trade & Industry"), ("button", "Download PDF")]


def test_everything_from_the_comment_form_on_is_noise() -> None:
    tail = "Leave a Reply\n\nYour email address will not be published.\n\nCopper\n\n$4.11\n\nOIL -1.28%"
    text = f"{FIRST}\n\n{SECOND}\n\n{tail}"
    assert noise_of(text) == [("tail", tail)]


def test_a_price_list_between_paragraphs_is_noise() -> None:
    ticker = "$4.11\nCopper -1.28%\nZinc\n$0.77\n+8.32%"
    text = f"{FIRST}\n{SECOND}\n{ticker}\n{THIRD}"
    assert noise_of(text) == [("ticker", ticker)]


def test_amounts_in_sentences_are_no_price_list() -> None:
    text = f"{FIRST}\nTrade rose 5%.\nImports fell to $6.9 billion.\nExports reached $7.3 billion in 2024.\n{SECOND}"
    assert find_noise(text) == ()


def test_quoted_invitations_are_body() -> None:
    text = f"{FIRST}\n“Join our efforts for peace, and share this burden,” the minister said on Monday.\n{SECOND}"
    assert find_noise(text) == ()


@pytest.mark.parametrize(
    ("start", "dateline", "day"),
    [
        ("ISLAMABAD: ", "ISLAMABAD:", None),
        ("WASHINGTON (AP) — ", "WASHINGTON (AP) —", None),
        ("SEOUL, May 27 (Reuters) - ", "SEOUL, May 27 (Reuters) -", "May 27"),
        ("New Delhi, 3 March (PTI): ", "New Delhi, 3 March (PTI):", "3 March"),
    ],
)
def test_dateline_is_found_and_taken_out_of_the_body(start: str, dateline: str, day: str | None) -> None:
    document = text_document(start + FIRST + "\n" + SECOND)
    assert document.dateline is not None
    assert document.dateline.quote == dateline
    assert document.noise[0].kind == "dateline"
    assert [e.quote for e in document.published.evidence] == ([day] if day else [])
    assert document.published.first is None


@pytest.mark.parametrize(
    "start",
    [
        "On the morning of July 15 — ",
        "OPPOSING VIEW: ",
        "FILE - ",
        "“We agree”: ",
        "The minister - ",
        "Analysis: ",
        "He said: ",
    ],
)
def test_other_openings_are_no_dateline(start: str) -> None:
    assert text_document(start + FIRST).dateline is None


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2025-08-05", "2025-08-05", "2025-08-05"),
        ("2025-08-05T23:30:00-04:00", "2025-08-05", "2025-08-05"),
        ("20250805", "2025-08-05", "2025-08-05"),
        ("2025-08", "2025-08-01", "2025-08-31"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("5 August 2025", "2025-08-05", "2025-08-05"),
        ("Aug. 5, 2025", "2025-08-05", "2025-08-05"),
        ("Tue, 05 Aug 2025 23:30:00 -0400", "2025-08-05", "2025-08-05"),
        ("2025/8/5", "2025-08-05", "2025-08-05"),
    ],
)
def test_published_is_read_as_the_local_day(words: str, first: str, last: str) -> None:
    assert parse_published(words) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("words", ["yesterday", "2025-13-01", "2025-02-30", "05/08/2025x", "0001-01-01"])
def test_a_published_that_is_no_day_is_refused_with_a_remedy(words: str) -> None:
    with pytest.raises(InputError) as error:
        parse_published(words)
    assert error.value.remedy


def test_a_report_whose_day_is_none_is_kept_without_it_and_says_why() -> None:
    raw = RawDocument("a.txt", text=FIRST, url="https://example.org/2025/08/04/talks", published="next week")
    assert make_document(raw).published == Published(date(2025, 8, 4), date(2025, 8, 4), "url")
    told = unread_published(raw)
    assert told is not None
    assert (told.stage, "next week" in told.reason, bool(told.remedy)) == ("published", True, True)
    assert unread_published(replace(raw, published=None)) is None


@pytest.mark.parametrize(
    ("words", "outlet", "day"),
    [
        ("2025-08-05T21:30:00Z", "Dawn", "2025-08-06"),
        ("2025-08-05T21:30:00+00:00", "Dawn", "2025-08-06"),
        ("2025-08-05T00:00:00Z", "The New York Times", "2025-08-05"),
        ("2025-08-05T02:30:00Z", "The New York Times", "2025-08-04"),
        ("2025-08-05T21:30:00Z", "An Unknown Gazette", "2025-08-05"),
        ("2025-08-05T21:30:00+02:00", "Dawn", "2025-08-05"),
        ("8/5/19", "Fox News", "2019-08-05"),
        ("8/5/2019", "The Guardian", "2019-05-08"),
        ("10/24/16", None, "2016-10-24"),
        ("24/10/2016", "Fox News", "2016-10-24"),
    ],
)
def test_the_clock_and_the_order_of_an_outlet_date_its_reports(words: str, outlet: str | None, day: str) -> None:
    assert text_document(FIRST, published=words, outlet=outlet).published.day == date.fromisoformat(day)


def test_day_and_month_that_could_change_places_are_not_guessed() -> None:
    assert text_document(FIRST, published="8/5/2019").published.first is None


def test_publication_basis_goes_from_metadata_to_address_to_text() -> None:
    url = "https://example.org/2025/08/04/talks"
    stamped = f"Posted on August 3, 2025\n{FIRST}"
    assert text_document(stamped, url=url, published="2025-08-05").published.basis == "metadata"
    assert text_document(stamped, url=url).published.day == date(2025, 8, 4)
    published = text_document(stamped).published
    assert (published.day, published.basis, published.evidence[0].quote) == (date(2025, 8, 3), "text", "August 3, 2025")


def test_an_undated_text_stays_undated() -> None:
    published = text_document(
        f"{FIRST}\nThe accord of August 4, 2025, is in force, and both sides praised it."
    ).published
    assert (published.first, published.basis) == (None, "unknown")


def test_an_undated_report_lies_not_before_what_it_tells_as_past() -> None:
    found = bound_published(text_document(f"{FIRST}\nThe two states signed the accord on August 4, 2025.")).published
    assert (found.first, found.last, found.basis) == (date(2025, 8, 4), None, "text")
    assert [e.quote for e in found.evidence] == ["August 4, 2025"]


def test_a_dateline_without_its_year_moves_the_bound_to_its_day() -> None:
    text = "GENEVA, May 27 (Example) - The two ministers met on Monday. They signed an accord on June 2, 2019."
    found = bound_published(text_document(text)).published
    assert (found.first, [e.quote for e in found.evidence]) == (date(2020, 5, 27), ["June 2, 2019", "May 27"])


@pytest.mark.parametrize(
    "sentence",
    ["The accord will be signed on August 4, 2025.", "He asked that it be done by August 4, 2025.", "The vote is due."],
)
def test_what_is_to_come_bounds_nothing(sentence: str) -> None:
    document = text_document(f"{FIRST}\n{sentence}")
    assert bound_published(document) == document


def test_a_day_told_as_to_come_ends_the_interval_of_an_undated_report() -> None:
    text = f"{FIRST}\nThe accord was signed on August 4, 2025. The ministers will meet again on August 30, 2025."
    found = bound_published(text_document(text)).published
    assert (found.first, found.last) == (date(2025, 8, 4), date(2025, 8, 30))
    assert [e.quote for e in found.evidence] == ["August 4, 2025", "August 30, 2025"]


@pytest.mark.parametrize(
    ("sentence", "first"),
    [
        ("The ministers met in the capital on Saturday, September 6.", "2025-09-06"),
        ("The ministers met in the capital on Friday, September 6.", "2025-08-01"),
        ("The vote that is to be held on Saturday, September 6, worries them.", "2025-08-01"),
        ("The ministers met in the capital in October 2025.", "2025-10-01"),
    ],
)
def test_months_and_weekdays_told_as_past_bound_the_day_of_publication(sentence: str, first: str) -> None:
    found = bound_published(text_document(f"{FIRST}\nThe accord was signed in August 2025. {sentence}")).published
    assert (found.first, found.last) == (date.fromisoformat(first), None)


def test_since_in_a_comparison_bounds_no_day_of_publication() -> None:
    document = text_document(f"{FIRST}\nThe currency fell to the lowest level recorded since November 2016.")
    assert bound_published(document) == document


@pytest.mark.parametrize("words", ["was to end on", "will end, he warned in May, on", "will honour the accord of"])
def test_what_is_not_surely_to_come_ends_no_interval(words: str) -> None:
    text = f"{FIRST}\nThe accord was signed on August 4, 2025. The truce {words} August 30, 2025."
    assert bound_published(text_document(text)).published.last is None


def test_the_day_in_a_quoted_post_or_a_sentence_of_a_page_is_none_of_publication() -> None:
    post = "<blockquote><p>We met again and agreed to talk.</p>A. Minister, May 5, 2020</blockquote>"
    told = "<p>The accord of May 5, 2020 is in force, and both ministers praised it in the capital this week.</p>"
    for inside in (post, told):
        page = f"<html><body><h1>Ministers meet in the capital</h1><p>{FIRST}</p>{inside}<p>{SECOND}</p></body></html>"
        assert make_document(RawDocument("a.html", html=page)).published.first is None


def test_the_day_that_only_the_words_of_a_page_give_rests_on_its_text() -> None:
    page = f"<html><body><h1>Ministers meet</h1><p>Published May 5, 2020</p><p>{FIRST}</p><p>{SECOND}</p></body></html>"
    published = make_document(RawDocument("a.html", html=page)).published
    assert (published.day, published.basis) == (date(2020, 5, 5), "text")
    assert [e.quote for e in published.evidence] == ["May 5, 2020"]


def test_the_day_of_a_speech_or_a_signature_is_no_publication_day() -> None:
    assert text_document(f"Via Teleconference\n\n(October 12, 2022)\n\n{FIRST}").published.first is None
    assert text_document(f"{FIRST}\n\n{SECOND}\n\nThe Capital,\nDecember 29, 2025").published.first is None


def test_speakers_of_a_transcript_are_no_dateline() -> None:
    assert text_document(f"KARLSSON: {FIRST}\nLINDGREN: {SECOND}\nKARLSSON: {THIRD}").dateline is None


def test_a_long_list_of_names_is_body() -> None:
    names = "\n\n".join(f"Member number {n} of the delegation, Ministry of Trade" for n in range(60))
    assert find_noise(f"{FIRST}\n\n{names}\n\n{SECOND}") == ()


def test_a_dump_of_a_whole_page_keeps_the_report() -> None:
    menu = "Home\nWorld\nBusiness\nSport\nCulture\nOpinion\nVideo\nSign in\nSubscribe\nSearch\nMenu"
    foot = "Related Stories\nStorm reaches the coast\nShare\nFacebook\nPrivacy Policy\nContact Us\nNewsletters"
    text = f"{menu}\n{menu}\n\nMinisters meet\n\n{FIRST}\n\n{SECOND}\n\n{THIRD} {FIRST}\n\n{foot}\n{menu}"
    body = body_text(text_document(text))
    assert FIRST in body
    assert SECOND in body
    assert "Storm" not in body
    assert "Business" not in body


def test_id_rests_on_given_id_or_name_and_bytes() -> None:
    assert text_document(FIRST, id="x").id == "x"
    assert text_document(FIRST).id == text_document(FIRST).id
    assert text_document(FIRST).id != make_document(RawDocument("b.txt", text=FIRST)).id
    assert text_document(FIRST).id != text_document(SECOND).id


def test_outlet_is_known_by_its_address() -> None:
    document = text_document(FIRST, url="https://www.reuters.com/world/a")
    assert document.outlet == "Reuters"
    assert text_document(FIRST, url="https://example.org/a").outlet is None


def test_page_keeps_all_text_and_marks_what_is_no_report() -> None:
    document = make_document(RawDocument("a.html", html=PAGE))
    assert "Storm reaches the coast" in document.text
    assert "hidden" not in document.text
    assert FIRST in body_text(document)
    assert "Storm reaches the coast" not in body_text(document)
    assert (document.title, document.language, document.published.day) == ("Ministers meet", "en", date(2025, 8, 5))


def test_reading_a_page_leaves_its_tree_whole() -> None:
    page = read_page(PAGE)
    assert [len(page.tree.findall(f".//{tag}")) for tag in ("script", "nav", "p", "footer")] == [1, 1, 3, 1]


def test_a_page_whose_report_the_first_look_misses_is_looked_at_again() -> None:
    story = "".join(f"<p>{words} Round {n} of the talks was held.</p>" for n in range(6) for words in (FIRST, SECOND))
    box = f"<article><p>{THIRD} {FIRST} {SECOND}</p></article>"
    page = read_page(f"<html><body>{box}<div class='column'>{story}</div></body></html>")
    assert sum(page.coverage) >= 12


def test_a_page_that_is_but_an_address_is_not_asked_for() -> None:
    address = "http://127.0.0.1:1/page"
    assert make_document(RawDocument("a.html", html=address)).text == address


def test_a_promo_inside_the_body_of_a_page_is_marked_by_its_own_rule() -> None:
    html = PAGE.replace(f"<p>{SECOND}</p>", f"<p>{SECOND}</p><p>Read More: Storm reaches the coast</p>", 1)
    document = make_document(RawDocument("a.html", html=html))
    assert "Read More" in document.text
    assert "Read More" not in body_text(document)
    assert SECOND in body_text(document)


@pytest.mark.parametrize("html", ["", "<html><script>x</script></html>", "<!-- nothing -->"])
def test_page_without_text_is_refused(html: str) -> None:
    with pytest.raises(InputError):
        make_document(RawDocument("a.html", html=html))


def test_html_cut_in_the_middle_is_still_read() -> None:
    assert FIRST in make_document(RawDocument("a.html", html=PAGE[: PAGE.index(THIRD) + 10])).text


def test_language_is_told_when_there_are_words_enough() -> None:
    german = "Die beiden Minister trafen sich am Samstag in der Hauptstadt und sprachen über den Handel."
    assert text_document(FIRST).language == "en"
    assert text_document(german).language == "de"
    assert text_document(german, language="en").language == "de"
    assert text_document("Rubio called Dar.", language="en").language == "en"
    assert text_document("Rubio called Dar.").language is None


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "fr",
            "Les deux ministres se sont rencontrés samedi dans la capitale et ont décidé de poursuivre leurs travaux.",
        ),
        ("ru", "Оба министра встретились в субботу в столице и договорились продолжить переговоры о торговле."),
        ("ur", "دونوں وزرائے خارجہ نے ہفتے کے روز دارالحکومت میں ملاقات کی اور بات چیت جاری رکھنے پر اتفاق کیا۔"),
    ],
)
def test_reports_in_other_languages_are_kept_marked_and_not_analysed(language: str, words: str) -> None:
    from legation.analysis import analyse

    document = text_document(words)
    assert document.language == language
    assert analyse(document).claims == ()
    assert analyse(document).document == document


def test_days_that_disagree_are_all_kept() -> None:
    url = "https://example.org/2025/08/04/talks"
    document = text_document(f"Posted on August 3, 2025\n{FIRST}", url=url, published="2025-08-05")
    assert document.published.day == date(2025, 8, 5)
    assert [(p.day, p.basis) for p in document.published_otherwise] == [
        (date(2025, 8, 4), "url"),
        (date(2025, 8, 3), "text"),
    ]
    assert text_document(FIRST, url=url, published="2025-08").published_otherwise == ()


def test_a_day_after_the_report_was_retrieved_is_not_believed() -> None:
    url = "https://example.org/2025/08/04/talks"
    document = text_document(FIRST, url=url, published="2031-01-01", retrieved="2025-08-05T10:00:00Z")
    assert (document.published.day, document.published.basis) == (date(2025, 8, 4), "url")
    assert [p.day for p in document.published_otherwise] == [date(2031, 1, 1)]
    alone = text_document(FIRST, published="2031-01-01", retrieved="2025-08-05")
    assert (alone.published.first, alone.published.basis) == (None, "unknown")
    assert text_document(FIRST, published="2025-08-06", retrieved="2025-08-05").published.day == date(2025, 8, 6)


def test_a_teaser_shares_fewer_words_with_the_title_and_the_prose_around_than_the_report() -> None:
    title = "Ministers of Ruritania and Sylvania meet on the river treaty | The Example"
    report = [
        "The ministers of Ruritania and Sylvania met on Monday to speak about the treaty on the river Elva.",
        "Under the treaty Sylvania lets the river flow freely, and Ruritania pays for the dams on the Elva.",
    ]
    teasers = ["A singer has told fans why her tour of seven cities will begin a month later than was promised."]
    lines = find_lines("\n".join([title, *report, *teasers]))
    rows = cohesion_features(lines)
    about_title, near = rows[:, 2], rows[:, -4]
    assert min(about_title[1:3]) > about_title[3]
    assert min(near[1:3]) > near[3]


@pytest.mark.parametrize("mark", ['class="card hidden"', "hidden", 'style="display: none"'])
def test_the_hidden_card_of_a_name_is_no_text(mark: str) -> None:
    card = f"<span {mark}><span>Diaz Ana</span><span>President of Peru</span></span>"
    html = f"<html><body><p>The king met with <a>Ana Diaz{card}</a>, who leads Peru.</p></body></html>"
    text = make_document(RawDocument("a.html", html=html)).text
    assert text == "The king met with Ana Diaz, who leads Peru."


def test_a_hidden_block_is_text() -> None:
    html = '<html><body><div class="hidden"><p>The king met with Ana Diaz.</p></div></body></html>'
    assert "Ana Diaz" in make_document(RawDocument("a.html", html=html)).text
