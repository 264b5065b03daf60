"""Who says so, on sentences of our own writing."""

from __future__ import annotations

import pytest

from legation.attributions import attribution_at, find_attributions
from legation.attributions.quotations import find_quotations
from legation.records import Attribution, Mention, Party
from legation.sentences import parse_text

KARVIA = Party("Foreign Ministry of Karvia", "Q-karvia-mfa", state="KRV", sector="GOV")


def read(text: str) -> tuple[Attribution, ...]:
    return find_attributions(text, parse_text(text))


def words(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[s:e] for s, e in spans]


def first(text: str) -> tuple[list[str], list[str], list[str]]:
    found = read(text)[0]
    return words(text, found.source), words(text, found.cue), words(text, found.content)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The minister said talks had failed.", "The minister", "said", "talks had failed"),
        (
            "According to two officials, the envoys met in Geneva.",
            "two officials",
            "According to",
            "the envoys met in Geneva",
        ),
        (
            "The ministry said in a statement that both sides agreed.",
            "The ministry",
            "said in a statement",
            "that both sides agreed",
        ),
        ("The president wants to visit Oslo.", "The president", "wants", "to visit Oslo"),
        ("The envoy criticized the new tariffs.", "The envoy", "criticized", "the new tariffs"),
        ("The premier did not mention the ceasefire.", "The premier", "did not mention", "the ceasefire"),
        ("The chancellor called for an immediate truce.", "The chancellor", "called for", "an immediate truce"),
    ],
)
def test_source_cue_and_content_are_found(text: str, source: str, cue: str, content: str) -> None:
    assert first(text) == ([source], [cue], [content])


def test_a_quotation_is_content_with_its_marks() -> None:
    _, cue, content = first("“We will respond,” the spokesman said on Friday.")
    assert cue == ["said"]
    assert content == ["“We will respond,”"]


def test_a_quotation_that_goes_on_keeps_its_speaker() -> None:
    text = "“We will respond,” the spokesman said. “There will be no delay in it.”"
    (found,) = read(text)
    assert words(text, found.content) == ["“We will respond,”", "“There will be no delay in it.”"]
    assert found.directness == "direct"


def test_an_unclosed_quotation_runs_on_in_the_next_paragraph() -> None:
    text = 'The envoy said: "We came here for peace.\n\n"We shall leave with a treaty in hand."'
    assert len([c for a in read(text) if a.via is None for c in a.content]) == 2


def test_a_straight_mark_that_opens_closes_nothing() -> None:
    text = 'The foreign minister of Norway said on Monday, "We will never leave Gaza.'
    (found,) = find_quotations(text)
    assert text[found.start : found.end] == '"We will never leave Gaza.'


def test_a_cue_inside_its_clause_splits_the_content() -> None:
    text = "The visit, officials said Friday, will take place next week."
    found = read(text)[0]
    assert words(text, found.content) == ["The visit", "will take place next week"]
    assert found.anonymous


def test_speech_within_speech_names_who_passed_it_on() -> None:
    text = "The ministry said that the president believes the truce will hold."
    outer, inner = read(text)
    assert outer.via is None
    assert inner.via == outer


def test_a_passive_report_has_no_source() -> None:
    text = "It was reported that the summit had been cancelled."
    found = read(text)[0]
    assert found.source == ()
    assert found.anonymous


def test_a_headline_colon_names_the_speaker() -> None:
    source, cue, content = first("Macron: Europe will not yield")
    assert (source, cue, content) == (["Macron"], [":"], ["Europe will not yield"])


def test_analysts_give_opinions() -> None:
    assert read("Analysts said the deal could fail.")[0].opinion
    assert not read("The minister said the deal could fail.")[0].opinion


def test_the_speaker_is_the_mention_that_heads_the_source() -> None:
    text = "The foreign ministry of Karvia said the talks were fruitful. The statement added that they would go on."
    sentences = parse_text(text)
    mention = Mention(0, 4, 30, text[4:30], "organisation", 2, (KARVIA,))
    said, added = find_attributions(text, sentences, (mention,))[:2]
    assert (said.speaker, said.organ, said.state) == (KARVIA, "foreign ministry of Karvia", "KRV")
    assert added.speaker == KARVIA


def test_every_span_is_verbatim_and_inside_the_text() -> None:
    text = 'Rana, a diplomat, said: "We agree." He added that oil, "our lifeblood", reportedly mattered.'
    for found in read(text):
        assert all(e.check(text) for e in found.evidence)
        assert all(0 <= s < e <= len(text) for s, e in (*found.source, *found.cue, *found.content))


def test_curly_and_straight_marks_pair_within_a_paragraph() -> None:
    text = 'He wrote: "Yes.\nShe said “no” twice.'
    assert [(q.open, text[q.start : q.end]) for q in find_quotations(text)] == [(True, '"Yes.'), (False, "“no”")]


def test_nothing_is_found_where_nobody_is_cited() -> None:
    assert read("The two sides met in Vienna.") == ()
    assert find_attributions("", ()) == ()


def test_two_who_speak_together_are_no_single_speaker() -> None:
    text = "Ruiz and Okafor reaffirmed that the talks would go on."
    ruiz = Mention(0, 0, 4, "Ruiz", "person", 0, (Party("Ana Ruiz", "a", person=True, state="ESP"),))
    okafor = Mention(0, 9, 15, "Okafor", "person", 2, (Party("Ben Okafor", "b", person=True, state="NGA"),))
    found = find_attributions(text, parse_text(text), (ruiz, okafor))[0]
    assert (found.speaker, found.state) == (None, None)


def test_a_statement_is_the_word_of_whose_it_is() -> None:
    text = "According to a statement by the foreign ministry of Karvia, the envoys met."
    start = text.index("the foreign")
    mention = Mention(0, start, start + 30, text[start : start + 30], "organisation", 7, (KARVIA,))
    assert find_attributions(text, parse_text(text), (mention,))[0].speaker == KARVIA


def test_a_call_that_underscores_something_says_nothing() -> None:
    assert read("The call underscored that ties are growing.")[0].kind == "stance"
    assert read("The ministry underscored that ties are growing.")[0].kind == "speech"


def test_words_belong_to_the_innermost_speech_around_them() -> None:
    text = "The ministry said the envoy had warned that Karvia wants a truce. Talks went on."
    found = read(text)
    truce, talks = text.index("truce"), text.index("Talks")
    inner = attribution_at((truce, truce + 5), found)
    assert inner is not None
    assert inner.cue_text == "had warned"
    assert inner.via is not None
    assert attribution_at((talks, talks + 5), found) is None


def test_a_clause_hung_on_the_readout_is_still_what_was_said() -> None:
    source, cue, content = first("The State Department said in a readout that the two discussed trade.")
    assert (source, cue) == (["The State Department"], ["said in a readout"])
    assert content == ["that the two discussed trade"]


def test_who_stands_after_a_quotation_and_its_verb_speaks() -> None:
    text = "“And the judge said ‘Good morning to you all,’” tweeted the National Committee."
    spoken = next(a for a in read(text) if a.cue_text == "tweeted")
    assert words(text, spoken.source) == ["the National Committee"]
    assert words(text, spoken.content) == ["“And the judge said ‘Good morning to you all,’”"]


def test_not_to_mention_says_nothing() -> None:
    assert not [a for a in read("It would be a long war, not to mention a costly one.") if "mention" in a.cue_text]
    assert [a for a in read("The envoy declined to mention the talks.") if "mention" in a.cue_text]


def test_to_find_it_easy_is_a_thought_and_to_find_that_it_broke_the_law_is_speech() -> None:
    assert [a.kind for a in read("Voters find it easy to choose.")] == ["thought"]
    assert [a.kind for a in read("The court found that the ministry had broken the law.")] == ["speech"]


def test_a_survey_is_no_statement_of_the_ministry_before_it() -> None:
    text = "The foreign ministry said talks had failed. The survey asked whether voters mind. "
    found = read(text + "The statement added that aid would follow.")
    assert [a.organ for a in found] == ["foreign ministry", None, "foreign ministry"]


def test_a_preposition_before_the_noun_is_no_part_of_its_cue() -> None:
    text = "On June 7, Ryan disavowed Trump's comments about the judge because he believed they were wrong."
    assert all(start < end for a in read(text) for start, end in a.cue)


def test_a_quotation_that_a_cut_opened_begins_with_its_paragraph() -> None:
    text = 'There is no proof of a truce," the envoy said. "We go on counting."'
    assert [text[q.start : q.end] for q in find_quotations(text)] == [text[:30], text[47:]]


def test_a_mark_left_open_at_the_end_cuts_nothing_before_it() -> None:
    text = 'The envoy called it "a farce" and left. "We are'
    assert [text[q.start : q.end] for q in find_quotations(text)] == ['"a farce"', '"We are']


@pytest.mark.parametrize("text", ["Imagine that the truce holds.", "As you know that talks failed, go home."])
def test_what_nobody_holds_is_no_thought(text: str) -> None:
    assert not read(text)


def test_a_stance_in_fact_is_kept() -> None:
    text = "Ghana supports the bill."
    assert [words(text, a.content) for a in read(text)] == [["the bill"]]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Too often, the envoy said, the talks are put off.", ["Too often", "the talks are put off"]),
        (
            "The talks went well, the envoy said, until the shelling began.",
            ["The talks went well", "until the shelling began"],
        ),
        ("Ghana is ready, the envoy said, “to talk at any time.”", ["Ghana is ready", "“to talk at any time.”"]),
        ("Speaking in Oslo, the envoy said, “We will not yield to threats.”", ["“We will not yield to threats.”"]),
        (
            "The bank says the pact would cost jobs, but would pay off later.",
            ["the pact would cost jobs, but would pay off later"],
        ),
        ("The ministry said it was too early, and there was no proof.", ["it was too early, and there was no proof"]),
        ("The minister said the talks failed, and the envoy left.", ["the talks failed"]),
        ("Karvia was accused of arming the rebels.", ["Karvia", "arming the rebels"]),
        ("The premier has said as much.", ["as much"]),
        ("The envoy criticized the tariffs on state television.", ["the tariffs"]),
    ],
)
def test_content_reaches_as_far_as_what_is_said(text: str, content: list[str]) -> None:
    assert first(text)[2] == content


def test_who_holds_somebody_to_account_says_nothing() -> None:
    plain = "Peru wants to hold Chile to account for the war on Bolivia."
    assert not [a for a in find_attributions(plain, parse_text(plain)) if "hold" in a.cue_text]
    said = "The court held that Chile had broken the treaty."
    assert [a.cue_text for a in find_attributions(said, parse_text(said))] == ["held"]
