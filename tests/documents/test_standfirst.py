"""The sentence between a page's headline and the day, all that many a ministry's page tells of who met whom."""

from __future__ import annotations

from legation import RawDocument, make_document

MENU = "".join(f"<li><a href='/{word}'>{word}</a></li>" for word in ("Events", "Structure", "Photos", "Contacts"))
BODY = (
    "The two presidents continued their discussion of trade and of the fishing zones off both coasts. "
    "They praised the work of the commission on border rivers and agreed to go on with it in the spring."
)


def page(between: str) -> str:
    head = "Telephone conversation with the President of Peru"
    return (
        f"<html><head><title>{head} • President</title></head><body><ul>{MENU}</ul><h1>{head}</h1>{between}"
        f"<div class='read__internal_content'><p>{BODY}</p><p>{BODY.replace('trade', 'energy')}</p></div>"
        f"<ul>{MENU}</ul></body></html>"
    )


def told(html: str) -> str:
    document = make_document(RawDocument("page.html", html=html))
    kept = [c for i, c in enumerate(document.text) if not any(n.start <= i < n.end for n in document.noise)]
    return "".join(kept)


def test_the_sentence_between_headline_and_day_is_the_reports() -> None:
    lead = "The President of Chile had a telephone conversation with the President of Peru."
    between = f"<div class='read__lead'>{lead}</div><div class='meta'>May 30, 2019</div><div class='meta'>21:00</div>"
    assert lead in told(page(between))


def test_a_menu_between_headline_and_day_stays_out() -> None:
    between = "<div class='share'>Share this page</div><div class='meta'>May 30, 2019</div>"
    assert "Share this page" not in told(page(between))
