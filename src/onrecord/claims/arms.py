"""The weapons table, data/weapons.csv: classes, names and the words for them."""

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Arm(NamedTuple):
    """One row of the weapons table."""

    kind: str
    name: str
    model: bool
    words: tuple[str, ...]


@cache
def arms() -> tuple[Arm, ...]:
    """The weapons table, in its order."""
    lines = (files("onrecord") / "data" / "weapons.csv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return tuple(Arm(r["kind"], r["name"], r["model"] == "yes", tuple(r["words"].split(";"))) for r in rows)
