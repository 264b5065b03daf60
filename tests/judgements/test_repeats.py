"""What the same parties do again and again is joined only where a day, or much else, says that it is one occasion."""

from __future__ import annotations

from dataclasses import replace

from legation.judgements import find_veto, judge_pairs, make_facts
from legation.records import AgreementMention, Claim, Document, When
from tests.judgements.builders import ANN, BO, CY, claim, on, report, state

OF_STATES = {"actors": (state("AAA"),), "recipients": (state("BBB"),), "topics": ("trade",)}
"""One act between two states on one matter."""


def verdict(a: Claim, b: Claim, *documents: Document) -> str:
    """The rules' word on two claims; "none" where they are not even alike enough to ask."""
    found = judge_pairs([a, b], documents)
    return found[0].verdict if found else "none"


def dated(*days: str | None) -> list[Document]:
    return [report(key, f"Report {key}.", day) for key, day in zip("ab", days, strict=True)]


def test_a_report_of_an_unknown_year_tells_no_meeting_of_a_known_one() -> None:
    a, b = (claim(d, mode="meeting", quote="met for an hour") for d in "ab")
    assert verdict(a, b, *dated("2031-08-05", "2031-08-05")) == "same"
    assert verdict(a, b, *dated(None, "2031-08-05")) != "same"


def test_a_month_told_in_a_report_of_an_unknown_year_still_finds_its_meeting() -> None:
    month = When(edtf="XXXX-08", precision="month", text="in August", anchor="absolute")
    a, b = claim("a", mode="meeting", when=month), claim("b", mode="meeting", when=on("2031-08-04"))
    assert "one report may be of any year" not in judge_pairs([a, b], dated(None, "2031-08-05"))[0].reasons


def test_launches_of_one_state_without_a_day_are_not_one() -> None:
    lone = {"actors": (state("AAA"),), "quote": "launched a missile"}
    a, b = (claim(d, "MOBILIZE", "weapons", **lone) for d in "ab")
    assert verdict(a, b, *dated("2031-08-05", "2031-08-06")) != "same"
    a, b = (claim(d, "MOBILIZE", "weapons", when=on("2031-08-04"), **lone) for d in "ab")
    assert verdict(a, b, *dated("2031-08-05", "2031-08-06")) == "same"


def test_several_agreements_of_many_years_are_not_the_one_of_this_week() -> None:
    one, again = (claim(d, "COOPERATE", None, "deal", **OF_STATES) for d in "ab")
    many = claim("b", "COOPERATE", None, "several deals", **OF_STATES)
    assert verdict(one, again, *dated("2031-08-05", "2031-08-06")) == "same"
    assert verdict(one, many, *dated("2031-08-05", "2031-08-06")) == "unsure"


def test_sanctions_recalled_without_a_day_in_reports_of_two_seasons_are_not_one() -> None:
    a, b = (claim(d, "SANCTION", None, "had barred imports", background=True, **OF_STATES) for d in "ab")
    assert verdict(a, b, *dated("2031-06-10", "2031-08-06")) == "same"
    assert verdict(a, b, *dated("2031-02-05", "2031-08-06")) == "unsure"


def test_a_meeting_of_two_is_not_the_round_of_three() -> None:
    two, three = claim("a", mode="meeting"), claim("b", mode="meeting", quote="held talks", actors=(ANN, BO, CY))
    assert verdict(two, three, *dated("2031-08-05", "2031-08-06")) != "same"


def test_rockets_of_last_week_are_not_those_of_today() -> None:
    told = {"actors": (state("AAA"),), "recipients": (state("BBB"),), "quote": "fired dozens of rockets"}
    a, b = (claim(d, "ASSAULT", "heavy-weapons", **told) for d in "ab")
    assert verdict(a, b, *dated("2031-08-05", "2031-08-06")) == "same"
    assert verdict(a, b, *dated("2031-08-05", "2031-08-12")) != "same"


def test_a_strike_is_not_the_war_in_which_it_falls() -> None:
    told = {"actors": (state("AAA"),), "recipients": (state("BBB"),)}
    strike, again = (claim(d, "ASSAULT", None, "struck a base", **told) for d in "ab")
    war = claim("b", "ASSAULT", None, "the war", **told)
    days = dated("2031-08-05", "2031-08-06")
    assert (verdict(strike, again, *days), verdict(strike, war, *days)) == ("same", "none")


def test_a_toll_of_both_sides_is_not_the_killing_of_one_by_the_other() -> None:
    deed = claim("a", "ASSAULT", None, "killed a leader", actors=(state("AAA"),), recipients=(state("BBB"),))
    toll = claim("b", "ASSAULT", None, "killed hundreds", actors=(), recipients=(state("AAA"), state("BBB")))
    assert verdict(deed, toll, *dated("2031-08-05", "2031-08-06")) != "same"


def test_leaving_an_accord_is_done_once_and_refusing_one_again_and_again() -> None:
    told = {**OF_STATES, "actors": (ANN,), "recipients": (state("BBB"),), "agreement": AgreementMention("deal", "deal")}
    for quote, expected in (("quit the nuclear deal", "same"), ("refused the nuclear deal", "unsure")):
        a = claim("a", "REJECT", None, quote, when=on("2031-08-04"), **told)
        assert verdict(a, claim("b", "REJECT", None, quote, **told), *dated("2031-08-05", "2031-08-08")) == expected


def test_what_two_ministers_agree_their_states_have_agreed() -> None:
    told = {
        "agreement": AgreementMention("deal", "trade deal", ("trade",)),
        "topics": ("trade",),
        "quote": "signed a deal",
    }
    ministers = claim("a", "AGREE", "sign", actors=(ANN, BO), **told)
    states = claim("b", "AGREE", "sign", actors=(state("AAA"), state("BBB")), **told)
    assert verdict(ministers, states, *dated("2031-08-05", "2031-08-06")) == "same"
    leaders, envoys = (replace(c, event_type="CONSULT", mode="meeting", agreement=None) for c in (ministers, states))
    assert verdict(leaders, envoys, *dated("2031-08-05", "2031-08-06")) != "same"


def test_an_attack_that_one_side_denies_is_the_one_of_that_day() -> None:
    told = {
        "actors": (state("AAA"),),
        "recipients": (),
        "when": on("2031-08-04"),
        "quote": "carried out the gas attack",
    }
    done, other = claim("a", "ASSAULT", None, **told), claim("b", "ASSAULT", None, **told)
    denied = claim("b", "ASSAULT", None, status="denied", **told)
    assert [verdict(done, x, *dated("2031-08-05", "2031-08-06")) for x in (other, denied)] == ["same", "same"]


def test_promises_made_on_unknown_days_are_not_one() -> None:
    a, b = (claim(d, "AGREE", None, "pledged", **OF_STATES) for d in "ab")
    assert verdict(a, b, *dated("2031-08-05", "2031-08-08")) == "same"
    assert verdict(a, b, *dated("2031-08-05", "2031-08-12")) == "unsure"


def test_an_invitation_is_no_pledge_of_aid() -> None:
    facts = make_facts([claim("a", "AGREE", "meet", "accepted the invitation"), claim("b", "AGREE", None, "pledged")])
    one, two = facts.values()
    assert "kinds differ" in (find_veto(one, two) or "")


def test_a_report_of_an_unknown_year_that_shares_much_news_is_of_those_days() -> None:
    acts = {"SANCTION": "barred", "AID": "gave", "THREATEN": "warned", "PROTEST": "marched"}
    kinds = [("CONSULT", "meeting", "met"), *((kind, None, words) for kind, words in acts.items())]
    told = {d: [claim(d, kind, mode, words) for kind, mode, words in kinds] for d in "ab"}
    together = judge_pairs([*told["a"], *told["b"]], dated(None, "2031-08-05"))
    (meeting,) = (j for j in together if j.left_quote == j.right_quote == "met")
    assert verdict(told["a"][0], told["b"][0], *dated(None, "2031-08-05")) != "same"
    assert meeting.verdict == "same"
    assert "one report may be of any year" not in meeting.reasons


def test_one_agreement_under_two_names_is_one() -> None:
    sides = {"actors": (state("AAA"), state("BBB"))}
    named = AgreementMention("deal", "historic herring deal", matter=("herring",))
    again = AgreementMention("agreement", "herring accord", matter=("herring",))
    more = AgreementMention("agreement", "lighthouse accord", matter=("lighthouse",))
    year, month = on("2031-01-01", "2031-12-31"), on("2031-07-01", "2031-07-31")
    first = claim("a", "AGREE", None, "struck", when=year, agreement=named, **sides)
    assert verdict(first, claim("b", "AGREE", None, "clinched", when=month, agreement=again, **sides)) == "same"
    assert verdict(first, claim("b", "AGREE", None, "clinched", when=month, agreement=more, **sides)) != "same"
