"""The word lists of a briefing, read once from data, and what a word of them is: all that writing and proof share."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from onrecord.records import ChangeKind, Length, Measure, Operator, Quantity, Stance


class Verb(msgspec.Struct, frozen=True, kw_only=True):
    """One printed verb: the source's cues and the stances that it stands for; see data/briefing/verbs.toml."""

    print: str
    head: str
    stances: tuple[Stance, ...]
    that: str
    tail: bool
    cues: tuple[str, ...] = ()
    voice: str = "speaker"
    needs: str = ""


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """Word lists of the house's English; see data/briefing/words.toml."""

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    small: tuple[str, ...]
    tens: tuple[str, ...]
    fleeting: tuple[str, ...]
    dated: tuple[str, ...]
    follows: frozenset[str]
    precedes: frozenset[str]
    first_person: frozenset[str]
    unbending: frozenset[str]
    owners: frozenset[str]
    opening: frozenset[str]
    whereat: frozenset[str]
    negation: frozenset[str]
    pronouns: frozenset[str]
    others: frozenset[str]
    lower: frozenset[str]
    debunk: tuple[str, ...]
    limits: frozenset[str]
    cuts: frozenset[str]
    headline: int
    shifted: frozenset[str]
    plans: frozenset[str]
    done: frozenset[str]
    scene: frozenset[str]
    basis: tuple[str, ...]
    grounds: tuple[str, ...]
    open: frozenset[str]
    quotes: frozenset[str]
    harm: tuple[str, ...]
    bare: frozenset[str]
    shares: frozenset[str]
    pointed: frozenset[str]
    happenings: frozenset[str]
    bounds: frozenset[str]
    stop: frozenset[str]
    silence: tuple[str, ...]
    localities: tuple[str, ...]
    fewest: str
    placed: frozenset[str]
    venues: frozenset[str]
    hanging: frozenset[str]
    belongings: frozenset[str]
    pointing: tuple[str, ...]
    credits: tuple[str, ...]
    credits_before: tuple[str, ...]
    credits_after: tuple[str, ...]
    undone: tuple[str, ...]
    undone_by: tuple[str, ...]
    recalled: tuple[str, ...]
    expletive: str
    untrue: str
    share: str
    negated: str
    homes: frozenset[str]
    cut: frozenset[str]
    subjects: frozenset[str]
    moving: frozenset[Measure]
    revising: tuple[str, ...]
    harms: frozenset[Measure]
    nightly: frozenset[Measure]
    hedges: dict[str, str]
    objects: dict[str, tuple[str, str]]
    populations: dict[str, tuple[str, str]]
    operators: dict[Operator, str]


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """How one measure is worded; see data/briefing/measures.toml."""

    label: str
    thing: str
    words: tuple[str, ...]
    past: str = ""
    active: str = ""


class Sort(msgspec.Struct, frozen=True, kw_only=True):
    """What an event kind is called, how grave it is, and whether its authority may establish it."""

    phrase: str
    severity: int
    own: bool = False


class Points(msgspec.Struct, frozen=True, kw_only=True):
    """What each part of a score counts; see data/briefing/score.toml."""

    plain: int
    ranked: int
    dead: tuple[int, ...]
    origin: int
    origins: int
    sides: int
    scope: int
    novelty: dict[ChangeKind, int]


class Clauses(msgspec.Struct, frozen=True, kw_only=True):
    """By which words a clause is known; see data/briefing/clauses.toml."""

    finite: frozenset[str]
    past: frozenset[str]
    present: frozenset[str]
    both: frozenset[str]
    harm: frozenset[str]
    particles: frozenset[str]
    objects: frozenset[str]
    before: frozenset[str]


class Lines(msgspec.Struct, frozen=True, kw_only=True):
    """Titles and fixed lines, and the order of the sections."""

    sections: tuple[str, ...]
    titles: dict[str, str]
    lines: dict[str, str]


def _table(name: str, kind: Any) -> Any:
    raw = (files("onrecord") / "data" / "briefing" / f"{name}.toml").read_bytes()
    return msgspec.toml.decode(raw, type=kind)


@cache
def verbs() -> tuple[Verb, ...]:
    """The closed list of verbs, in order of preference."""
    listed: dict[str, tuple[Verb, ...]] = _table("verbs", dict[str, tuple[Verb, ...]])
    return listed["verb"]


@cache
def words() -> Words:
    """The word lists."""
    listed: Words = _table("words", Words)
    return listed


@cache
def english() -> frozenset[str]:
    """Words that are no names: data/briefing/english.txt, made from our own passages by training.passages.english."""
    listed = files("onrecord") / "data" / "briefing" / "english.txt"
    lines = listed.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def inside(name: str) -> str:
    """A name as it stands inside a sentence: "two rescue workers", "the observers"; a proper name keeps its capital."""
    first, _, rest = name.partition(" ")
    low = first.lower()
    common = low == "the" or ((low in english() or low in words().small) and not rest[:1].isupper())
    return f"{name[:1].lower()}{name[1:]}" if common and first[1:].islower() else name


@cache
def clauses() -> Clauses:
    """The words of clauses."""
    listed: Clauses = _table("clauses", Clauses)
    return listed


def local(text: str) -> bool:
    """Whether words speak of a place that others name: "over the region", "was found dead there"."""
    places = "|".join(words().localities)
    pointed = re.search(rf"\b(?:the|this|his|her|its|their) (?:{places})\b", text)
    return (
        pointed is not None
        or re.search(r"(?<=\w )there\b(?! (?:are|had|has|have|is|may|was|were|will)\b)", text) is not None
    )


def verbal(word: str) -> bool:
    """Whether a word in lower case may be a finite verb."""
    listed = clauses()
    every = (listed.finite, listed.past, listed.present, listed.both, listed.harm)
    return word.endswith("ed") or any(word in some for some in every)


@cache
def measures() -> dict[Measure, Wording]:
    """How each measure is worded."""
    listed: dict[Measure, Wording] = _table("measures", dict[Measure, Wording])
    return listed


@cache
def kinds() -> dict[str, Sort]:
    """What each event kind is called."""
    listed: dict[str, Sort] = _table("kinds", dict[str, Sort])
    return listed


@cache
def points() -> Points:
    """What each part of a score counts."""
    listed: Points = _table("score", Points)
    return listed


@cache
def lengths() -> dict[str, Length]:
    """The lengths of a briefing by name."""
    listed: dict[str, Length] = _table("length", dict[str, Length])
    return listed


@cache
def lines() -> Lines:
    """Titles and fixed lines."""
    listed: Lines = _table("lines", Lines)
    return listed


def line(name: str, **values: object) -> str:
    """The fixed line `name` with its braces filled in."""
    return lines().lines[name].format(**values)


def over(measure: Measure, place: str | None) -> str:
    """The part that a figure covers: drones are shot down " over Vell", people killed " in Harno"; empty for none."""
    return f" {'in' if measure in words().moving else 'over'} {place}" if place else ""


def nouns(quantity: Quantity) -> tuple[str, str] | None:
    """Singular and plural of what a quantity counts; None where the tables have no words for it."""
    listed = words()
    if quantity.population in listed.populations and quantity.object in (None, "person", "people"):
        return listed.populations[quantity.population]
    return listed.objects.get(quantity.object or "")
