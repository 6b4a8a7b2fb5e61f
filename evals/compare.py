"""One table of ours beside its peers, all measured in the same run. `python -m evals.compare [GROUP ...]`.

A group is who, when, where, how_many, which or speed. A peer that is not installed says so in its column.
"""

import importlib
import sys
from functools import cache

from evals.beside.score import Group, text

GROUPS = ("who", "when", "where", "how_many", "which", "speed")


@cache
def measured(*names: str) -> tuple[Group, ...]:
    """The groups of that name, by default all: each is measured once in a run."""
    return tuple(importlib.import_module(f"evals.beside.{name}").group() for name in names or GROUPS)


def main(*names: str) -> None:
    print(text(measured(*names)))


if __name__ == "__main__":
    main(*sys.argv[1:])
