"""`python -m evals.peers MODULE.FUNCTION < CASES > ANSWERS`: one peer on a JSON list of cases."""

import importlib
import json
import sys
from contextlib import redirect_stdout
from typing import Any

from evals.peers import MISSING, Peer


def load(name: str) -> Peer:
    """The function of that name. Raises ImportError where what it stands on is not installed."""
    module, _, function = name.partition(".")
    peer: Peer = getattr(importlib.import_module(f"evals.peers.{module}"), function)
    return peer


def answer(peer: Peer, case: Any) -> Any:
    """What the peer reads in the case; None where it raises."""
    try:
        return peer(case)
    except Exception as fault:  # whatever another's code raises on a text, it has read nothing there
        print(f"{type(fault).__name__}: {fault}", file=sys.stderr)
        return None


def main(name: str) -> None:
    with redirect_stdout(sys.stderr):
        try:
            peer = load(name)
        except ImportError as missing:
            print(missing, file=sys.stderr)
            sys.exit(MISSING)
        answers = [answer(peer, case) for case in json.load(sys.stdin)]
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
