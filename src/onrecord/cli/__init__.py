"""The command line: `onrecord COMMAND --help` shows each with an example. Exit codes are those of `onrecord.errors`."""

import sys
from importlib import import_module

import typer

from onrecord.cli.console import err
from onrecord.errors import OnrecordError
from onrecord.newsroom import sweep

COMMANDS = {
    "desk": ("new", "collect", "read", "brief", "run", "demo"),
    "claims": ("claims",),
    "looks": ("show", "check", "export", "schema"),
    "daybook": ("events",),
    "judge": ("judge",),
    "places": ("places",),
    "strands": ("strands",),
}
"""The commands of each module."""


def program(asked: str = "") -> typer.Typer:
    """The command line with the command that is asked for, and what stands beside it; with all, where none is."""
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
    app.callback()(lambda: None)  # Without it a command that is alone would be asked for without its name.
    for module in [m for m, names in COMMANDS.items() if asked in names] or COMMANDS:
        import_module(f"onrecord.cli.{module}").register(app)
    return app


def main() -> None:
    """Run a command. Every fault ends as one line on standard error and an exit code, never as a traceback."""
    sweep.seldom()
    try:
        program(*sys.argv[1:2])()
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
