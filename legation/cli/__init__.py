"""The command line: one command a public verb. Each command asks a view or the pipeline and prints; none decides."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from legation import __version__
from legation.cli.table import Commands
from legation.errors import LegationError, UsageError

FOLDER_VARIABLE = "LEGATION_KNOWLEDGE"


def print_version(wanted: bool) -> None:
    """``legation 0.1.0``, and stop."""
    if wanted:
        print(f"legation {__version__}")
        raise typer.Exit()


app = typer.Typer(
    name="legation",
    cls=Commands,
    help="A sourced record of affairs between states, read from news reports.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)

INTERRUPTED = 130  # how Typer ends a command that Ctrl-C stopped


@app.callback()
def legation_(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=print_version, help="Print the version and stop.")
    ] = False,
    knowledge: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="A folder of your own knowledge: .yaml, .csv, .jsonl.", envvar=FOLDER_VARIABLE
        ),
    ] = None,
) -> None:
    """A sourced record of affairs between states, read from news reports."""
    if knowledge is not None:
        from legation.knowledge import load_knowledge

        os.environ[FOLDER_VARIABLE] = str(knowledge.resolve())
        load_knowledge.cache_clear()


def complain(error: LegationError) -> None:
    """What went wrong and what to do, on standard error."""
    from legation.cli import output

    output.complain(error)


def main() -> None:
    """Run the command line; exit code 0 done, 1 nothing could be done, 2 wrong usage, 130 stopped by Ctrl-C."""
    try:
        app()
    except UsageError as error:
        complain(error)
        sys.exit(2)
    except LegationError as error:
        complain(error)
        sys.exit(1)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except SystemExit as end:
        if end.code == INTERRUPTED:
            complain(LegationError("stopped", "what was analysed is kept: run the same command again to go on"))
        raise
