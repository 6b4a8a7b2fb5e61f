"""The whole score table: every module of evals that can run here. `python -m evals [--markdown [FOLDER]]`.

`--markdown` also writes what was printed, dated, into docs/explanation/measurements.md, and a short table into the
README: those of FOLDER, by default of this checkout.
"""

import importlib
import io
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import TextIO

from evals.paste import paste

from onrecord.errors import OnrecordError

READING = ("attribution", "places", "names", "moments", "claims")
WHOLE = ("stories", "compare", "reconcile", "reconcile --practice")
MODULES = (*READING, *WHOLE)
"""What is run, in this order."""
ROOT = Path(__file__).parents[1]


class Tee(io.StringIO):
    """Keeps what it passes on."""

    def __init__(self, on: TextIO) -> None:
        super().__init__()
        self.on = on

    def write(self, text: str) -> int:
        self.on.write(text)
        self.on.flush()
        return super().write(text)


def run(name: str) -> bool:
    """Print one module's scores, or what was in the way of making them; whether it ended well.

    The module's name may have arguments behind it.
    """
    module, *arguments = name.split()
    try:
        importlib.import_module(f"evals.{module}").main(*arguments)
    except SystemExit as ended:
        return not ended.code
    except (ImportError, OSError, OnrecordError) as fault:
        print(f"{name}: not run: {fault}")
    return True


def run_all() -> list[str]:
    """Print every module's scores; the names of those that did not end well."""
    failed = []
    for name in MODULES:
        print(f"── {name} " + "─" * (76 - len(name)), flush=True)
        if not run(name):
            failed.append(name)
        print()
    return failed


def main(*arguments: str) -> None:
    with redirect_stdout(Tee(sys.stdout)) as printed:
        failed = run_all()
    if failed:
        sys.exit(f"not all right: {', '.join(failed)}")
    if "--markdown" in arguments:
        paste(printed.getvalue(), Path(next((a for a in arguments if a != "--markdown"), ROOT)))


if __name__ == "__main__":
    main(*sys.argv[1:])
