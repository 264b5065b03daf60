"""``python -m bench.pages [--pages N] [DATA]``: how fast pages become documents, next to bare trafilatura on them.

``DATA`` holds development parts as ``eval`` takes them, and beside it ``corpora``. Figures are per second of processor
time of one process; the two take turns page by page, so that a busy machine slows both alike.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import trafilatura

from legation.documents import make_document
from legation.errors import LegationError
from legation.readers import read_inputs
from legation.records import Failure, RawDocument

FLOOR = 0.8  # of bare trafilatura's pages a second
_DATA = Path(__file__).resolve().parents[2] / "shared" / "eval" / "dev"
_WARC = Path("corpora", "kremlin-2019-2020.warc.gz")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; 1 where the data are not there, or the bar is missed."""
    parser = argparse.ArgumentParser(prog="bench.pages", description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=_DATA)
    parser.add_argument("--pages", type=int, default=60, help="pages of the part `articles`")
    given = parser.parse_args(arguments)
    pages = list(load_pages(given.data / "articles" / "files", given.pages))
    if not pages:
        print(f"no pages below {given.data / 'articles'}: give the folder of the development parts")
        return 1
    ours, bare = compare(pages)
    print(f"documents    {ours:6.1f} pages a CPU second ({len(pages)} pages)")
    print(f"trafilatura  {bare:6.1f} pages a CPU second, favor_precision")
    print(f"ratio        {ours / bare:6.2f} (bar {FLOOR})")
    archive = given.data.parents[1] / _WARC
    if archive.exists():
        print(read_archive(archive))
    return int(ours / bare < FLOOR)


def load_pages(folder: Path, most: int) -> Iterator[RawDocument]:
    """The first pages of a folder, read and decoded."""
    found = (raw for raw in read_inputs([folder]) if isinstance(raw, RawDocument)) if folder.is_dir() else iter(())
    for _, raw in zip(range(most), found, strict=False):
        yield raw


def compare(pages: Sequence[RawDocument]) -> tuple[float, float]:
    """Pages a CPU second of ours and of bare trafilatura."""
    both: tuple[Callable[[RawDocument], object], ...] = (make_quietly, extract)
    for function in both:
        function(pages[0])  # what is loaded once is not counted
    spent = [0.0, 0.0]
    for raw in pages:
        for at, function in enumerate(both):
            start = time.process_time()
            function(raw)
            spent[at] += time.process_time() - start
    ours, bare = (len(pages) / seconds for seconds in spent)
    return ours, bare


def read_archive(path: Path) -> str:
    """A web archive read whole: records, failures, speed, memory."""
    start = time.process_time()
    counts = [0, 0]
    for found in read_inputs([path]):
        counts[isinstance(found, Failure)] += 1
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"{path.name}: {counts[0]} reports, {counts[1]} failures, "
        f"{counts[0] / seconds:.0f} records a CPU second, peak memory of the whole run {memory:.0f} MB"
    )


def make_quietly(raw: RawDocument) -> object:
    """The document, or None of a page that has no text."""
    try:
        return make_document(raw)
    except LegationError:
        return None


def extract(raw: RawDocument) -> object:
    """What bare trafilatura makes of the page."""
    return trafilatura.extract(raw.html or "", url=raw.url, favor_precision=True, include_comments=False)


if __name__ == "__main__":
    raise SystemExit(main())
