"""fetch: the only command that uses the network."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from legation.cli.output import say
from legation.errors import LegationError

Addresses = Annotated[
    list[str], typer.Argument(help="Pages, or feeds (RSS, Atom), whose entries are fetched too.", metavar="URL|FEED...")
]


def fetch(
    addresses: Addresses,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="The web archive, continued if there.")],
    delay: Annotated[float, typer.Option("--delay", min=0.0, help="Seconds between two requests to one host.")] = 2.0,
    timeout: Annotated[float, typer.Option("--timeout", min=0.1, help="Seconds for one page.")] = 30.0,
    most: Annotated[int, typer.Option("--most", min=1, metavar="MB", help="The largest page.")] = 20,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Also hosts of the own network and this machine.")
    ] = False,
    follow: Annotated[bool, typer.Option("--follow/--no-follow", help="Fetch the pages that feeds point at.")] = True,
) -> None:
    """Save pages in a web archive, which build reads. Obeys robots.txt; asks again only for what changed.

    Examples:

        legation fetch https://example.org/feed.xml -o saved.warc.gz

        legation build saved.warc.gz --store record.db
    """
    from legation.fetching import Fetched, Settings
    from legation.fetching import fetch as fetch_all

    def tell(entry: Fetched) -> None:
        say(f"{entry.outcome}  {entry.url}" + (f": {entry.reason} ({entry.remedy})" if entry.reason else ""))

    settings = Settings(delay, timeout, most * 1_000_000, allow_private, follow)
    found = fetch_all(addresses, out, settings, tell)
    counts = {kind: sum(f.outcome == kind for f in found) for kind in ("saved", "unchanged", "failed")}
    say(f"{counts['saved']} saved, {counts['unchanged']} unchanged, {counts['failed']} failed: {out}")
    if found and counts["failed"] == len(found):
        raise LegationError("no page could be fetched", "the lines above say why")


COMMANDS = (fetch,)
