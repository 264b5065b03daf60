"""mcp."""

from __future__ import annotations

from legation.cli.options import DEFAULT_STORE, Store


def mcp(store: Store = DEFAULT_STORE) -> None:
    """Serve the record to an assistant over the Model Context Protocol, on standard input and output; read only.

    Needs pip install 'legation[mcp]'. An assistant starts it itself: docs/assistants.md has the lines for its settings.

    Example:

        legation mcp --store record.db
    """
    from legation.assistants import create_server

    create_server(store).run()


COMMANDS = (mcp,)
