"""Every format for another program, read by that program's own library."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, timedelta
from typing import Any

import bibtexparser
import feedparser
import icalendar
import pyld.jsonld
import pytest
import rdflib
from followthemoney import model
from followthemoney.statement.serialize import read_csv_statements

from legation.errors import UsageError
from legation.exporters import FORMATS, Selection, rows, select, write_export
from legation.exporters.calendar import escape, fold_line
from legation.exporters.coding import code_event
from legation.exporters.gdelt import COLUMNS
from legation.records import Event, Party, Reading
from legation.store import Store
from legation.views.filters import Filters


def written(selection: Selection, form: str) -> bytes:
    out = io.BytesIO()
    write_export(FORMATS[form].kinds[0], selection, out, form)
    return out.getvalue()


@pytest.fixture
def everything(example: Store) -> Selection:
    return Selection(example)


def read_table(data: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8")), delimiter=delimiter))


def test_plover_rows_have_scores_and_directions(everything: Selection) -> None:
    found = read_table(written(everything, "plover"))
    assert found
    assert all(-10 <= float(row["Intensity"]) <= 10 and row["Quad Code"] in "1234" for row in found)
    plan = [row for row in found if row["Status"] == "planned"]
    assert {row["Event Type"] for row in plan} == {"AGREE"}
    calls = {row["Record ID"] for row in found if row["Event Mode"] == "phone"}
    assert all(len([r for r in found if r["Record ID"] == call]) == 2 for call in calls), "a call goes both ways"


def event(status: str, *parties: Party) -> Event:
    actors = tuple(Reading(p, ("c",)) for p in parties)
    return Event("e", "CONSULT", "visit", status=(Reading(status, ("c",)),), actors=actors)


def test_a_guest_acts_on_the_host() -> None:
    guest, host = Party("Anna Berg", person=True, state="NOR"), Party("Ivo Kral", person=True, state="SUD", host=True)
    (coded,) = code_event(event("occurred", host, guest))
    assert ([p.name for p in coded.actors], [p.name for p in coded.recipients]) == (["Anna Berg"], ["Ivo Kral"])
    assert (coded.mode, coded.score, coded.quad) == ("visit", 4.0, 1)


def test_what_did_not_happen_is_not_coded() -> None:
    for status in ("called_for", "hypothetical", "negated", "denied"):
        assert not list(code_event(event(status, Party("A", state="NOR"), Party("B", state="SUD"))))


def test_gdelt_rows_have_its_columns_and_cameo_codes(everything: Selection) -> None:
    found = read_table(written(everything, "gdelt"), "\t")
    assert len(COLUMNS) == 61
    assert {row["EventRootCode"] for row in found} <= {f"{n:02}" for n in range(1, 21)}
    assert all(len(row["SQLDATE"]) == 8 and row["EventCode"].startswith(row["EventRootCode"]) for row in found)
    assert len({row["GLOBALEVENTID"] for row in found}) == len(found)
    assert "041" in {row["EventCode"] for row in found}


def test_followthemoney_takes_every_entity_and_value(everything: Selection) -> None:
    entities = [json.loads(line) for line in written(everything, "ftm").splitlines()]
    known = {e["id"] for e in entities}
    for entity in entities:
        proxy = model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(entity)
        assert {p: sorted(v) for p, v in proxy.to_dict()["properties"].items()} == {
            p: sorted(v) for p, v in entity["properties"].items()
        }
        assert set(proxy.get("involved", quiet=True)) <= known
    assert {"Event", "Person", "PublicBody", "Article"} <= {e["schema"] for e in entities}


def test_statements_say_who_says_what_in_which_words(everything: Selection, example: Store) -> None:
    data = written(everything, "ftm-statements")
    texts = {d.id: d.text for d in example.documents()}
    found = list(read_csv_statements(io.BytesIO(data)))
    assert {s.generate_key() for s in found} == {s.id for s in found}
    quoted = [s for s in found if s.original_value]
    assert quoted
    assert all(s.original_value in texts[s.origin or ""] for s in quoted if s.original_value)


def test_rdflib_and_pyld_read_one_graph(everything: Selection, example: Store) -> None:
    data = json.loads(written(everything, "jsonld"))
    graph = rdflib.Graph().parse(data=json.dumps(data), format="json-ld")
    assert len(pyld.jsonld.to_rdf(data)["@default"]) == len(graph)
    oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
    texts = {f"urn:legation:document:{d.id}": d.text for d in example.documents()}
    notes = list(graph.subjects(rdflib.RDF.type, oa.Annotation))
    assert len(notes) > 20
    for note in notes:
        target = graph.value(note, oa.hasTarget)
        by_type = {graph.value(s, rdflib.RDF.type): s for s in graph.objects(target, oa.hasSelector)}
        place, quote = by_type[oa.TextPositionSelector], by_type[oa.TextQuoteSelector]
        text, at = texts[str(graph.value(target, oa.hasSource))], int(str(graph.value(place, oa.start)))
        assert text[at : int(str(graph.value(place, oa.end)))] == str(graph.value(quote, oa.exact))
        assert text[:at].endswith(str(graph.value(quote, oa.prefix)))


def test_prov_leads_from_an_event_to_its_reports(everything: Selection) -> None:
    graph = rdflib.Graph().parse(data=written(everything, "jsonld"), format="json-ld")
    prov, schema = rdflib.Namespace("http://www.w3.org/ns/prov#"), rdflib.Namespace("https://schema.org/")
    told = list(graph.subjects(rdflib.RDF.type, schema.Event))
    assert len(told) == sum(1 for _ in everything.events())
    for event in told:
        reports = list(graph.objects(event, prov.wasDerivedFrom / prov.wasDerivedFrom))
        assert reports
        assert all((report, rdflib.RDF.type, schema.NewsArticle) in graph for report in reports)


def test_geojson_has_points_in_the_order_of_the_standard(everything: Selection) -> None:
    found = json.loads(written(everything, "geojson"))
    points = {f["properties"]["place"]: f["geometry"]["coordinates"] for f in found["features"]}
    assert found["type"] == "FeatureCollection"
    lon, lat = points["Oslo"]
    assert (round(lon), round(lat)) == (11, 60)


def test_a_calendar_holds_the_planned_visit(everything: Selection, example: Store) -> None:
    data = written(everything, "ics")
    read = icalendar.Calendar.from_ical(data)
    visit = next(e for e in read.walk("VEVENT") if "Eide" in e["SUMMARY"])
    assert (visit.decoded("DTSTART"), visit.decoded("DTEND")) == (date(2025, 10, 14), date(2025, 10, 15))
    assert visit["STATUS"] == "TENTATIVE"
    assert "will visit Warsaw" in visit["DESCRIPTION"]
    assert "Fjord Daily" in visit["DESCRIPTION"]
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    done = icalendar.Calendar.from_ical(written(select(example, Filters(statuses=("occurred",))), "ics"))
    assert {e["STATUS"] for e in done.walk("VEVENT")} == {"CONFIRMED"}


def test_calendar_text_comes_back_as_it_was() -> None:
    words = "Talks; Oslo, Norway\\Sweden\nsecond line " + "é" * 90
    line = fold_line(f"SUMMARY:{escape(words)}")
    entry = icalendar.Event.from_ical(f"BEGIN:VEVENT\r\n{line}\r\nEND:VEVENT\r\n")
    assert str(entry["SUMMARY"]) == words


def test_a_feed_of_a_dyad_quotes_and_links(example: Store) -> None:
    read = feedparser.parse(written(select(example, None, ("Norway", "POL")), "atom"))
    assert (read.bozo, read.version, read.feed.title) == (False, "atom10", "Legation: Norway – POL")
    assert all("<strong>" in e.content[0].value and "Fjord Daily" in e.content[0].value for e in read.entries)
    assert read.entries[0].links[0].href == "https://fjord.example/2025/visit"
    assert all(e.id and e.updated_parsed for e in read.entries)


def test_every_cited_report_is_in_the_bibliography(everything: Selection, example: Store) -> None:
    items: list[dict[str, Any]] = json.loads(written(everything, "csl"))
    told = {i for row in rows("events", example) for i in row["document_ids"]}
    assert {item["id"] for item in items} == told
    library = bibtexparser.parse_string(written(everything, "bibtex").decode("utf-8"))
    assert not library.failed_blocks
    assert len(library.entries) == len({e.key for e in library.entries}) == len(items)
    visit = next(item for item in items if item.get("container-title") == "Fjord Daily")
    assert visit["issued"] == {"date-parts": [[2025, 10, 2]]}


def test_filters_hold_for_every_format_of_events(example: Store) -> None:
    nothing = select(example, Filters(since=date.max - timedelta(1)))
    for form, row in FORMATS.items():
        if row.kinds == ("events",):
            written(nothing, form)
    assert read_table(written(nothing, "plover")) == []


def test_a_format_of_events_refuses_other_kinds(everything: Selection) -> None:
    with pytest.raises(UsageError, match="ics holds no claims") as refused:
        write_export("claims", everything, io.BytesIO(), "ics")
    assert refused.value.remedy == "legation export events --format ics"
