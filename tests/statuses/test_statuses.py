"""Did it happen, on sentences of our own writing."""

from __future__ import annotations

import pytest

from legation.sentences import parse_text
from legation.statuses import StatusReading, find_status, read_rules
from legation.statuses.features import SIZE, number_features


def read(marked: str) -> StatusReading:
    """The reading of the word between brackets."""
    start = marked.index("[")
    end = marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    sentence = next(s for s in parse_text(text) if s.start <= start < s.end)
    token = sentence.span_head(start, end)
    assert token is not None
    return find_status(sentence, token)


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        ("The ministers [met] in Oslo on Friday.", "occurred"),
        ("After weeks of waiting the two envoys were able to [meet].", "occurred"),
        ("The minister approved more ships in order to [support] Chad.", "planned"),
        ("The guild picked a week when the king would be [hosting] the envoys.", "planned"),
        ("Her passion for chess and her denial that Chad [shelled] the harbour made the news.", "denied"),
        ("The two envoys will present a report on fishing during the [trip].", "planned"),
        ("It was in line with the commitment of both presidents in their [call].", "occurred"),
        ("The president had to [postpone] his trip.", "occurred"),
        ("They are set to travel to Chad on Monday for the first [negotiations] since May.", "planned"),
        ("The king should never have [asked] Chad to pay.", "occurred"),
        ("The minister should not [ask] Chad to pay.", "negated"),
        ("They warned Ghana that Togo was [reading] its letters.", "occurred"),
        ("They warned Ghana that Togo would [attack] it.", "hypothetical"),
        ("Kenya expected to learn more when he [arrives] on Wednesday.", "planned"),
        ("Her [recognition] of the island is not wrong.", "occurred"),
        ("The colonel toyed with the idea of [seizing] the ferry.", "hypothetical"),
        ("The cabinet resolved never to continue with its scheme to [expel] the envoys.", "negated"),
        ("Friday's [visit] could be a disaster for Chad.", "occurred"),
        ("He will [see] the envoy on Friday, the ministry will be seeking support.", "planned"),
        ("The two sides held [talks] in Geneva.", "occurred"),
        ("The envoys [signed] a treaty after months of negotiation.", "occurred"),
        ("The president is [holding] a meeting with his cabinet.", "ongoing"),
        ("The ministers will [meet] in Oslo on Friday.", "planned"),
        ("The premier said he would [visit] Rome next week.", "planned"),
        ("The two sides agreed to [meet] again in May.", "planned"),
        ("A second [meeting] is planned for June.", "planned"),
        ("The planned [visit] drew protests.", "planned"),
        ("Putin is expected to [sign] the treaty.", "planned"),
        ("The leaders are scheduled to hold [talks] in Vienna.", "planned"),
        ("France to [host] peace summit", "planned"),
        ("The council called for a [ceasefire].", "called_for"),
        ("The chancellor called on Russia to [withdraw] its troops.", "called_for"),
        ("The president urged both sides to [resume] talks.", "called_for"),
        ("The envoy may [travel] to Seoul.", "hypothetical"),
        ("If they [meet], markets will rise.", "hypothetical"),
        ("Officials are considering a [visit] to Tehran.", "hypothetical"),
        ("The minister warned of possible [sanctions].", "hypothetical"),
        ("The general refused to [meet] the envoy.", "negated"),
        ("The president cancelled the [summit].", "negated"),
        ("The king called off the [visit].", "negated"),
        ("The two leaders did not [meet].", "negated"),
        ("No [agreement] was reached.", "negated"),
        ("The ministry dismissed reports that the two had [met].", "denied"),
        ("[Talks] are under way in Vienna.", "ongoing"),
        ("Beijing threatened to [impose] tariffs.", "hypothetical"),
        ("The minister ruled out a [meeting] with the rebels.", "negated"),
        ("The parties left without signing an [accord].", "negated"),
        ("The leaders met to [discuss] trade.", "occurred"),
        ("The president welcomed the [agreement].", "occurred"),
        ("The ministry denied that its forces [attacked] the town.", "denied"),
        ("The ministry denied that troops had [crossed] the border.", "denied"),
        ("Ruiz is the third sitting president to [visit] Oslo.", "occurred"),
        ("Ruiz will be the first president to [visit] Oslo.", "planned"),
        ("The threat of Ghana [launching] a strike on Togo is real.", "hypothetical"),
        ("She told reporters she was going to raise the dispute at her [meeting] with the premier.", "planned"),
        ("The troops will stay after any [deal] with the rebels is reached.", "hypothetical"),
        ("The accord is worth nothing until Chad [ratifies] it.", "hypothetical"),
        ("The president came within minutes of [launching] a strike.", "hypothetical"),
        ("They intend to build on the accord by [signing] another.", "planned"),
        ("The envoy had the opportunity to [meet] the premier.", "occurred"),
        ("The envoy hopes for an opportunity to [meet] the premier.", "hypothetical"),
        ("He is looking forward to his [meeting] with the premier.", "planned"),
        ("The two sides are not at [war].", "negated"),
        ("The senator opposed the [invasion] of Iraq.", "occurred"),
        ("They discussed ongoing [attacks] on ships.", "ongoing"),
        ("The premier's [visit] will strengthen the alliance.", "planned"),
        ("Togo will consider Ghana's [request] for aid.", "occurred"),
        ("Any deal that the ministers [make] may be tossed aside.", "hypothetical"),
        ("The army has a plan should the rebels [attack] the port.", "hypothetical"),
        ("Had Ghana [attacked], Togo would have replied.", "hypothetical"),
        ("The minister ruled out [sending] troops.", "negated"),
        ("Togo held off [expelling] the envoy.", "negated"),
        ("The duchess is [going] to Ghana.", "planned"),
        ("The duchess is [touring] Ghana.", "ongoing"),
        ("Togo chose to hold off on [expelling] the envoy.", "negated"),
        ("Togo backed away from [expelling] the envoy.", "negated"),
        ("Togo decided against [expelling] the envoy.", "negated"),
        ("The islanders longed for [talks] with Chad.", "hypothetical"),
        ("The islanders would welcome [talks] with Chad.", "hypothetical"),
        ("The islanders would welcome the [talks] with Chad.", "occurred"),
        ("The queen wants to see the rebels hold [talks] with Chad.", "called_for"),
        ("The queen called the duke out for [closing] the bridge.", "occurred"),
        ("Ghana set up camp, [saying] it would stay.", "occurred"),
    ],
)
def test_status_follows_the_words_around_the_event(marked: str, status: str) -> None:
    assert read(marked).status == status


def test_negation_of_a_refusal_leaves_it_open() -> None:
    assert read("The general did not refuse to [meet] the envoy.").status == "hypothetical"


def test_had_and_earlier_tell_history() -> None:
    assert read("The ministers had [met] in July.").background
    assert read("The president earlier [visited] the port.").background
    assert read("Talks have stalled since the [ceasefire].").background
    assert read("The two states [signed] the accord last year.").background
    assert read("When Ruiz took office in 2006, she toured Asia, [meeting] premiers.").background


def test_the_perfect_below_said_is_news() -> None:
    assert not read("The minister said the two sides had [agreed] on a truce.").background
    assert not read("The ministers [met] on Friday.").background


def test_factuality_is_high_for_facts_and_low_for_negations() -> None:
    assert read("The ministers [met] in Oslo.").factuality > 2
    assert read("The ministers did not [meet] in Oslo.").factuality < -1
    assert 0 < read("The ministers may [meet] in Oslo.").factuality < 2


def test_the_deciding_word_is_named() -> None:
    text = "The two sides agreed to meet."
    reading = read("The two sides agreed to [meet].")
    assert reading.cue is not None
    assert text[slice(*reading.cue)] == "agreed"
    assert reading.reasons[0] == "governor: agreed"


def test_the_head_leaves_the_status_to_the_rules() -> None:
    (sentence,) = parse_text("The envoys agreed to meet in Oslo.")
    token = next(t for t in sentence.tokens if t.text == "meet")
    rules, reading = read_rules(sentence, token), find_status(sentence, token)
    assert (rules.status, rules.cue, rules.reasons) == (reading.status, reading.cue, reading.reasons)
    assert -3 <= reading.factuality <= 3


def test_features_are_sorted_numbers_and_the_same_each_time() -> None:
    (sentence,) = parse_text("The envoys met in Oslo.")
    first = number_features(sentence, sentence.tokens[2], "occurred", ())
    assert first == sorted(set(first))
    assert first == number_features(sentence, sentence.tokens[2], "occurred", ())
    assert all(0 <= n < SIZE for n in first)
