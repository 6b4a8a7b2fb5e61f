"""The command line: `onrecord COMMAND --help` shows each with an example. Exit codes are those of `onrecord.errors`."""

import sys

import typer

from onrecord.cli import daybook, desk, judge, looks, places, strands
from onrecord.cli.console import err
from onrecord.errors import OnrecordError
from onrecord.newsroom import sweep

app = typer.Typer(
    name="onrecord",
    help="Reads the day's public reports on a running story and writes a briefing that walks back to its evidence.",
    epilog="Start with `onrecord demo`, then `onrecord new NAME`. "
    "Exit codes: 0 done, 1 failed, 2 wrong use, 3 story.toml, 4 ledger, 5 address refused, 6 check failed, "
    "7 model missing, 130 interrupted.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
desk.register(app)
looks.register(app)
daybook.register(app)
judge.register(app)
places.register(app)
strands.register(app)


def main() -> None:
    """Run a command. Every fault ends as one line on standard error and an exit code, never as a traceback."""
    sweep.seldom()
    try:
        app()
    except OnrecordError as fault:
        err.print(f"onrecord: {fault}", style="red", markup=False)
        sys.exit(fault.code)
    except KeyboardInterrupt:
        err.print("onrecord: interrupted; what was recorded is kept, run again to go on.", markup=False)
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as fault:
        err.print(f"onrecord: {fault.strerror or fault}: {fault.filename or ''}", style="red", markup=False)
        sys.exit(1)
