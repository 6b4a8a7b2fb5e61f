"""The whole score table: every module of evals that can run here. `python -m evals`."""

import importlib
import sys

from onrecord.errors import OnrecordError

MODULES = ("attribution", "places", "moments", "claims")


def run(name: str) -> str:
    """Print one module's scores; what was in the way, or nothing."""
    try:
        importlib.import_module(f"evals.{name}").main()
    except SystemExit as ended:
        return f"ended with {ended.code}" if ended.code else ""
    except (ImportError, OSError, OnrecordError) as fault:
        return f"not run: {fault}"
    return ""


def main() -> None:
    failed = []
    for name in MODULES:
        print(f"── {name} " + "─" * (76 - len(name)), flush=True)
        if fault := run(name):
            failed.append(name)
            print(f"{name}: {fault}")
        print()
    sys.exit(f"not all right: {', '.join(failed)}" if failed else 0)


if __name__ == "__main__":
    main()
