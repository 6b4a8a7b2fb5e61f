"""The whole score table: every module of evals that can run here. `python -m evals`."""

import importlib
import sys

from onrecord.errors import OnrecordError

MODULES = ("attribution", "places", "names", "moments", "claims")


def run(name: str) -> bool:
    """Print one module's scores, or what was in the way of making them; whether it ended well."""
    try:
        importlib.import_module(f"evals.{name}").main()
    except SystemExit as ended:
        return not ended.code
    except (ImportError, OSError, OnrecordError) as fault:
        print(f"{name}: not run: {fault}")
    return True


def main() -> None:
    failed = []
    for name in MODULES:
        print(f"── {name} " + "─" * (76 - len(name)), flush=True)
        if not run(name):
            failed.append(name)
        print()
    sys.exit(f"not all right: {', '.join(failed)}" if failed else 0)


if __name__ == "__main__":
    main()
