"""A headline tells whose words stand below it, and that its sides spoke by phone."""

from __future__ import annotations

from legation.analysis import analyse
from legation.records import Claim, Document, Published
from tests.claims.builders import DAY, states


def told_below(title: str, text: str) -> list[Claim]:
    """The contacts of a text below a headline."""
    document = Document("d1", "d1.txt", f"{title}\n\n{text}", title=title, published=Published(DAY, DAY, "metadata"))
    return [c for c in analyse(document).claims if c.event_type == "CONSULT"]


def test_who_says_i_in_a_statement_is_the_one_who_gave_it() -> None:
    title = "Statement by President Andrzej Duda on the Floods"
    (talk,) = told_below(title, "This morning, I spoke with President Emmanuel Macron of France about relief.")
    assert (states(talk), talk.mode) == ({"POL", "FRA"}, None)
    assert not told_below("Floods in Poland", "This morning, I spoke with President Emmanuel Macron of France.")


def test_i_below_the_report_of_an_outlet_is_nobody_known() -> None:
    title = "President Andrzej Duda on the Floods"
    assert not told_below(title, "This morning, I spoke with President Emmanuel Macron of France about relief.")


def test_who_spoke_below_the_headline_of_a_call_spoke_by_phone() -> None:
    text = "President Emmanuel Macron spoke with Chancellor Angela Merkel of Germany about the fair in Dubai."
    assert [c.mode for c in told_below("The President's Call with Chancellor Angela Merkel", text)] == ["phone"]
    assert [c.mode for c in told_below("The President's Video Call with Chancellor Angela Merkel", text)] != ["phone"]
    assert [c.mode for c in told_below("Merkel and Macron on the Fair", text)] == [None]
