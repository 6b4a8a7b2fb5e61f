"""Cues -> measures: what "lost", "destroyed" or "hit" makes of a number, by what the number counts."""

from functools import cache
from typing import Literal, NamedTuple

from onrecord.claims.lexicon import table
from onrecord.claims.marks import Mark
from onrecord.records import Measure

Side = Literal["left", "right"]


class Thing(NamedTuple):
    """What a number counts: `name` for the record, its `sort` (air, person, machine, ...) and population."""

    name: str
    sort: str
    population: str | None = None

    @property
    def object(self) -> str:
        """The name that the record keeps: people of every kind are `person`."""
        return "person" if self.sort == "person" else self.name


class _Cue(NamedTuple):
    use: str
    noun: bool
    default: str
    by: dict[str, str]


@cache
def things() -> tuple[Thing, ...]:
    """The objects of objects.toml, in order."""
    return tuple(Thing(o["name"], o["sort"], o.get("population")) for o in table("objects")["object"])


def thing(mark: Mark) -> Thing:
    """What an object mark stands for; of several readings the first."""
    return things()[int(mark.value.split("|")[0])]


@cache
def _cues() -> tuple[_Cue, ...]:
    known = {"words", "use", "noun", "default"}
    return tuple(
        _Cue(c.get("use", "both"), c.get("noun", False), c["default"], {k: v for k, v in c.items() if k not in known})
        for c in table("measures")["cue"]
    )


def measure(mark: Mark, side: Side, counted: Thing | None) -> Measure | None:
    """What a cue on one side of a number measures; None where it says nothing about such an object."""
    for number in mark.value.split("|"):
        cue = _cues()[int(number)]
        if cue.use not in {"both", side}:
            continue
        keys = (counted.name, counted.sort) if counted else ("",)
        found = next((cue.by[k] for k in keys if k in cue.by), cue.default)
        if found:
            return Measure(found)
    return None


def noun(mark: Mark, side: Side) -> bool:
    """Whether the cue is a noun that holds the count itself ("5 deaths", "a toll of 5")."""
    return any(_cues()[int(n)].noun and _cues()[int(n)].use in {"both", side} for n in mark.value.split("|"))
