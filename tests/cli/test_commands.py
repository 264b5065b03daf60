from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console, RenderableType
from rich.text import Text

from legation import __version__
from legation.cli import main
from legation.cli.output import Indented
from legation.cli.pages import timeline_page
from legation.exporters import KINDS
from legation.store import Store
from legation.views.timeline import EventRow, Timeline
from legation.views.words import NOT_STATED
from tests.store import made

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run one command line: (exit code, standard output, standard error)."""

    def call(*words: object) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["legation", *map(str, words)])
        with pytest.raises(SystemExit) as stopped:
            main()
        shown = capsys.readouterr()
        return int(stopped.value.code or 0), shown.out, shown.err

    return call


def printed(page: RenderableType) -> str:
    console = Console(width=100, file=StringIO())
    console.print(Indented(page), crop=False, end="")
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Store.open(tmp_path / "record.db", create=True) as opened:
        opened.add_analyses(made.kept(), "0")
        opened.write_record(made.record(), "print", "0", "2025-01-01T00:00:00+00:00")
    return tmp_path / "record.db"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["timeline"], "Saturday, not before 2025-08-01"),
        (["timeline"], "1 origin (SUD) + 1 unattributed"),
        (["dyad", "NOR", "SUD"], "Berg and Kral speak by phone"),
        (["ledger"], "USD 7.3 million (pledge), Daily Sun"),
        (["conflicts"], "≠ status (tension): told twice"),
        (["search", "ministry"], "Evening Star"),
        (["show", "e1"], "because: a Monday is no Saturday"),
        (["show", "c1"], "“on 4 August”"),
        (["show", "doc-1"], "promo (read-more)"),
        (["gaps"], ""),
        (["failures"], "no input failed"),
        (["judge", "list"], ""),
        (["timeline", "--type", "ASSAULT"], "no event: widen the filters"),
    ],
)
def test_every_view_prints_its_page(run: Run, path: Path, words: list[str], told: str) -> None:
    code, out, err = run(*words, "--store", path)
    assert (code, err) == (0, "")
    assert told in out


@pytest.mark.parametrize("sides", [("UK", "USA"), ("NATO", "NOR")])
def test_a_known_side_that_no_event_names_is_no_slip(run: Run, path: Path, sides: tuple[str, str]) -> None:
    code, out, err = run("dyad", *sides, "--store", path)
    assert (code, out.startswith("no event")) == (0, True)
    assert "the record tells of NOR, SUD" in err


def test_filters_know_words_in_any_spelling(run: Run, path: Path) -> None:
    assert "Berg and Kral" in run("timeline", "--type", "consult/Phone", "--status", "Planned", "--store", path)[1]
    assert run("timeline", "--status", "called for", "--topic", "critical-minerals", "--store", path)[0] == 0


@pytest.mark.parametrize("words", [["timeline"], ["ledger"], ["conflicts"], ["search", "berg"], ["show", "e1"]])
def test_every_view_gives_json_lines(run: Run, path: Path, words: list[str]) -> None:
    code, out, _ = run(*words, "--json", "--store", path)
    assert code == 0
    assert all(isinstance(json.loads(line), dict) for line in out.splitlines())


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_exported(run: Run, path: Path, kind: str, tmp_path: Path) -> None:
    assert run("export", kind, "--store", path)[0] == 0
    code, out, err = run("export", kind, "--store", path, "--format", "csv", "-o", tmp_path / "out.csv")
    assert (code, out) == (0, "")
    assert f"{kind} written to" in err
    assert (tmp_path / "out.csv").read_text(encoding="utf-8").count("\n") >= 1


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["timeline", "--since", "yesterday"], 2, "--since yesterday: not a day"),
        (["timeline", "--since", "2025-09-01", "--until", "2025-08-01"], 2, "lies after"),
        (["timeline", "--type", "PHONECALL"], 2, "--type PHONECALL: no such word"),
        (["timeline", "--type", "CONSULT/foo"], 2, "allowed: access,"),
        (["conflicts", "--status", "done"], 2, "allowed: occurred, ongoing, planned, called_for"),
        (["search", "berg", "--topic", "tarifs"], 2, "did you mean tariffs?"),
        (["ledger", "--status", "occurred"], 2, "allowed: negotiating, announced"),
        (["show", "nothing"], 2, "no id begins with 'nothing'"),
        (["export", "calls"], 2, "nothing called 'calls' to export"),
        (["export", "claims", "--format", "xml"], 2, "no format 'xml'"),
        (["dyad", "NOR", "Atlantis"], 2, "nobody called 'Atlantis'"),
        (["search", "..."], 2, "nothing to search for"),
        (["judge", "same", "e1"], 2, "RIGHT"),
        (["judge", "same", "e", "c2", "-r", "one call"], 2, "the beginning of several ids: e1"),
        (["forget", "doc-9"], 2, "no document doc-9"),
        (["sing"], 2, "No such command"),
    ],
)
def test_wrong_usage_is_told_in_one_line_with_a_remedy(
    run: Run, path: Path, words: list[str], code: int, told: str
) -> None:
    found, out, err = run(*words, *([] if words == ["sing"] else ["--store", path]))
    assert (found, out) == (code, "")
    assert told in " ".join(err.split())
    assert "Traceback" not in err


def test_a_missing_record_says_how_to_make_one(run: Run, tmp_path: Path) -> None:
    code, _, err = run("timeline", "--store", tmp_path / "none.db")
    assert code == 1
    assert "no record at" in err
    assert "what to do: make one: legation build" in err


def test_reports_are_built_and_failed_ones_counted(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Marco Rubio called Sergey Lavrov on 4 August 2025.\n", encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    store = tmp_path / "r.db"
    code, out, err = run("build", tmp_path / "a.txt", tmp_path / "empty.txt", "--store", store, "--workers", 1)
    assert (code, out) == (0, "")
    assert "1 report, " in err
    assert f"1 report failed: see `legation failures --store {store}`" in err
    assert "empty.txt" in run("failures", "--store", store)[1]
    assert "2025-08-04" in run("timeline", "--store", store)[1]


def test_nothing_that_can_be_built_is_exit_code_1(run: Run, tmp_path: Path) -> None:
    (tmp_path / "none.txt").write_text("", encoding="utf-8")
    code, _, err = run("build", tmp_path / "none.txt", "--store", tmp_path / "r.db")
    assert code == 1
    assert "no report could be read" in err


def test_a_folder_without_reports_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    code, _, err = run("build", tmp_path / "empty", "--store", tmp_path / "r.db")
    assert (code, "no report was found" in err) == (1, True)


def test_an_input_that_is_not_there_is_told_before_anything_is_read(run: Run, tmp_path: Path) -> None:
    code, _, err = run("build", tmp_path / "none.txt", "--store", tmp_path / "r.db")
    assert code == 2
    assert f"there is no file or folder {tmp_path / 'none.txt'}" in err
    assert not (tmp_path / "r.db").exists()


def test_a_file_of_no_known_format_is_not_written(run: Run, tmp_path: Path) -> None:
    code, _, err = run("export", "events", "--output", tmp_path / "events.foo")
    assert (code, "no format is known by .foo" in err) == (2, True)


def test_an_empty_report_is_told_once(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    code, out, err = run("analyse", tmp_path / "empty.txt")
    assert (code, out) == (1, "")
    assert (err.count("legation: "), "the file is empty" in err) == (1, True)


def test_a_report_in_another_language_says_so(run: Run, tmp_path: Path) -> None:
    words = "El ministro de Asuntos Exteriores de Norlandia habló por teléfono con su homólogo el lunes.\n"
    (tmp_path / "es.txt").write_text(words * 3, encoding="utf-8")
    assert "only English is analysed" in " ".join(run("analyse", tmp_path / "es.txt")[1].split())


def test_the_version_is_told(run: Run) -> None:
    assert run("--version") == (0, f"legation {__version__}\n", "")


def test_a_timeline_folds_comments_and_days_not_stated() -> None:
    kind = ("CONSULT", None, "Call", "occurred")
    row = EventRow("e", "2025-08-04", None, *kind, ("A", "B"), (), None, (), (), 1, "", (), False, None)
    comment = replace(row, event_type="COMMENT", label="Remark", actors=("A",))
    undated = [replace(row, day=NOT_STATED, label=f"undated {n}.", dated=False) for n in range(10)]
    page = printed(timeline_page(Timeline([row, *undated], comments=1, undated=4)))
    assert page.count("Call") == 1
    assert "14 events of which the day is not stated" in page
    assert "undated 9." in page
    assert "… and 4 more without a day: --undated" in page
    assert "… and 1 comment" in page
    assert "more" not in printed(timeline_page(Timeline([row, comment, *undated])))


def test_addresses_are_not_broken_and_lines_end_without_blanks() -> None:
    url = "https://example.org/" + "a" * 150
    page = printed(Indented(Text(f"See the page {url} of the report " + "and so on " * 30), 2))
    assert url in page
    assert all(line == line.rstrip() and line.startswith("  ") for line in page.splitlines())
    assert sum(len(line) > 100 for line in page.splitlines()) == 1


def test_one_report_is_analysed_and_explained_without_a_store(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Marco Rubio called Sergey Lavrov on 4 August 2025.\n", encoding="utf-8")
    code, out, _ = run("analyse", tmp_path / "a.txt", "--explain")
    assert code == 0
    assert "CONSULT/phone" in out
    assert "Sergey Lavrov" in out
    assert run("analyse", tmp_path / "none.txt")[0] == 1


def test_who_held_an_office_on_a_day(run: Run) -> None:
    code, out, _ = run("knowledge", "who", "USA", "president", "--on", "2023-05-01")
    assert (code, "Biden" in out) == (0, True)
    code, out, _ = run("knowledge", "when", "Joe Biden")
    assert (code, "President" in out) == (0, True)
    assert run("knowledge", "who", "Atlantis", "king")[0] == 2


def test_offices_of_a_state_are_counted_not_poured_out(run: Run) -> None:
    code, out, err = run("knowledge", "who", "UK")
    assert (code, "more offices" in err) == (0, True)
    assert len(out.splitlines()) < 200
    assert run("knowledge", "who", "UK", "prime", "minister")[1].startswith("Prime Minister of the United Kingdom")


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("empty.txt", b"", "the file is empty"),
        ("big.txt", b"a" * 50_000_001, "at most 20 MB"),
        ("bytes.txt", b"\x00\x01\xff\xfe\x80", "the bytes are no text"),
        ("lines.jsonl", b'{"outlet": "Daily Sun"}', 'no field "text"'),
        ("table.csv", b"outlet,day\nDaily Sun,Monday\n", 'no column "text"'),
        ("page.pdf", b"%PDF-1.4 broken", "page.pdf"),
    ],
)
def test_each_input_that_cannot_be_read_says_why(run: Run, tmp_path: Path, name: str, data: bytes, told: str) -> None:
    (tmp_path / name).write_bytes(data)
    code, _, err = run("build", tmp_path / name, "--store", tmp_path / "r.db", "--workers", 1)
    assert (code, f"legation failures --store {tmp_path / 'r.db'}" in err) == (1, True)
    page = " ".join(run("failures", "--store", tmp_path / "r.db")[1].split())
    assert told in page
    assert name in page
    assert "what to do:" in page


def test_a_watch_tells_what_a_later_run_changed(run: Run, path: Path) -> None:
    assert run("watch", "add", "talks", "--dyad", "NOR", "SUD", "--store", path)[0] == 0
    assert run("watch", "add", "--store", path)[0] == 2
    assert "talks  NOR – SUD" in run("watch", "list", "--store", path)[1]
    code, out, _ = run("watch", "news", "--store", path, "--json")
    (news,) = map(json.loads, out.splitlines())
    assert (code, news["watch"]["name"], news["total"]) == (0, "talks", 2)
    assert "2 new or changed" in run("watch", "news", "talks", "--store", path)[1]
    assert run("watch", "drop", "talks", "--store", path)[0] == 0
    assert run("watch", "news", "talks", "--store", path)[0] == 2
