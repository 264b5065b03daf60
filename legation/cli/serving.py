"""serve and site."""

from __future__ import annotations

import socket
import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from legation.cli.options import DEFAULT_STORE, Store
from legation.cli.output import say
from legation.errors import UsageError
from legation.store import Store as Record

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def serve(
    store: Store = DEFAULT_STORE,
    port: Annotated[int, typer.Option("--port", "-p", min=0, max=65535, help="0 takes a free one.")] = 8765,
    host: Annotated[str, typer.Option("--host", help="The address to listen on; this machine alone by default.")] = (
        "127.0.0.1"
    ),
    browser: Annotated[bool, typer.Option("--open/--no-open", help="Open the pages in a browser.")] = False,
) -> None:
    """Show the record as pages on this machine; nothing leaves it. Whoever opens the printed link may judge.

    Example:

        legation serve --store record.db --open
    """
    import uvicorn

    from legation.web import create_app

    listening = _listen(host, port)
    app = create_app(store, hosts=() if host in LOOPBACK else (host, socket.gethostname()))
    name = f"[{host}]" if ":" in host else host
    address = f"http://{name}:{listening.getsockname()[1]}/"
    say(f"the record is at {address}")
    say(f"to judge as well, open {address}?token={app.state.token}")
    if host not in LOOPBACK:
        say("other machines can read it: it does not listen on this machine alone")
    if browser:
        webbrowser.open(f"{address}?token={app.state.token}")
    config = uvicorn.Config(app, log_level="warning", server_header=False, access_log=False)
    uvicorn.Server(config).run(sockets=[listening])


def site(
    store: Store = DEFAULT_STORE,
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder to write.")] = Path("site"),
) -> None:
    """Write the pages as files that open from disk, to hand on or to put on any server.

    Example:

        legation site --store record.db -o pakistan-us
    """
    from legation.web import write_site

    with Record.open(store) as record, record.snapshot():
        count = write_site(record, output)
    say(f"{count} pages written: open {output / 'index.html'}")


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)  # else answers wait for an ack
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
    except OSError as error:
        raise UsageError(f"cannot listen on {host}:{port}: {error.strerror}", "another --port, or --port 0") from None
    return listening


COMMANDS = (serve, site)
