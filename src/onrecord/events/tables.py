"""The events room's data files, each read once: kinds, weights, words and credit patterns. Typed, never changed."""

import re
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec


class Row(msgspec.Struct, frozen=True):
    """One event kind: see the head of kinds.toml."""

    family: str
    aspect: Literal["wave", "incident"] | None = None
    doer: Literal["agent", "target"] = "agent"
    land: bool = False


class Kinds(msgspec.Struct, frozen=True):
    """The whole of kinds.toml."""

    order: tuple[str, ...]
    allies: frozenset[frozenset[str]]
    paper: frozenset[str]
    joint: frozenset[str]
    after: frozenset[str]
    topics: frozenset[str]
    wave: frozenset[str]
    defence: frozenset[str]
    people: frozenset[str]
    named: frozenset[str]
    placed: frozenset[str]
    ongoing: frozenset[str]
    swarms: frozenset[str]
    states: frozenset[str]
    whole: frozenset[str]
    pleaded: frozenset[str]
    tallied: frozenset[str]
    mutual: frozenset[str]
    salvo: int
    kinds: dict[str, Row]
    same: dict[str, dict[str, str]]

    def row(self, kind: str) -> Row:
        """The row of a kind; a kind that a story adds is a family of its own."""
        return self.kinds.get(kind) or Row(family=kind)

    def canonical(self, measure: str, family: str) -> str:
        """The measure under which a family's figures are compared."""
        return self.same.get(family, {}).get(measure, measure)

    def rank(self, kind: str) -> tuple[int, str]:
        """Where a kind stands, the most specific first; a kind that a story adds is more specific than any here."""
        return (self.order.index(kind) if kind in self.order else -1, kind)


class WordWeights(msgspec.Struct, frozen=True):
    """How content words count."""

    name: float
    plain: float
    generic: float
    thin: float
    floor: float
    full: float
    same: float
    covered: float
    least: float


class GroupLimits(msgspec.Struct, frozen=True):
    """When two groups of claims are one."""

    misread: float


class SettingWeights(msgspec.Struct, frozen=True):
    """How the words around two claims count."""

    floor: float
    full: float


class EchoLimits(msgspec.Struct, frozen=True):
    """When two texts count as copied."""

    gram: int
    containment: float
    fewest: int
    earliest: int
    days: float
    sources: int


class BlockLimits(msgspec.Struct, frozen=True):
    """How far candidates are looked for."""

    neighbours: int
    days: int
    running: int
    reach: int
    loose: frozenset[str]
    aftermath: float
    again: float
    lately: float
    wave: float
    slack: float
    hours: float


class EntryLimits(msgspec.Struct, frozen=True):
    """When a text is a list of entries."""

    mark: str
    share: float
    fewest: int


class FigureLimits(msgspec.Struct, frozen=True):
    """How far rough figures reach, and how much small ones tell."""

    telling: float
    swarm: float
    front: float
    small: float
    about: float
    almost: float
    past: str
    vague: float
    behind: float
    risen: float


class AgainLimits(msgspec.Struct, frozen=True):
    """How many words a claim must have, and which share of them an earlier one, that it says the same again."""

    fewest: int
    shared: float


class RetractLimits(msgspec.Struct, frozen=True):
    """When words that take a claim back are about a claim, and when a later version still makes it."""

    shared: float
    fewest: int
    same: float
    reissue: float


class RepostLimits(msgspec.Struct, frozen=True):
    """When a sentence is known again."""

    words: int


class Weights(msgspec.Struct, frozen=True):
    """The whole of weights.toml."""

    threshold: float
    slots: dict[str, float]
    words: WordWeights
    group: GroupLimits
    setting: SettingWeights
    echo: EchoLimits
    block: BlockLimits
    entries: EntryLimits
    figures: FigureLimits
    repost: RepostLimits
    again: AgainLimits
    retract: RetractLimits


class WordScale(msgspec.Struct, frozen=True):
    """How the rank of a word becomes its weight."""

    scale: float
    rare: int


class Times(msgspec.Struct, frozen=True):
    """Words and numbers that tell when."""

    names: frozenset[str]
    year: str

    def dates(self, number: str) -> bool:
        """Whether a number is a year."""
        return re.fullmatch(self.year, number) is not None


class Bundling(msgspec.Struct, frozen=True):
    """The whole of strands.toml."""

    least: float
    split: float
    usual: float
    pairs: float
    days: float
    most: int
    words: WordScale
    blocks: dict[str, float]
    times: Times


class Phrase(msgspec.Struct, frozen=True):
    """How a measure is put into words."""

    label: str
    topic: str


class Lists(msgspec.Struct, frozen=True):
    """The whole of words.toml, its lists split into words."""

    stop: frozenset[str]
    generic: frozenset[str]
    land: frozenset[str]
    vague: frozenset[str]
    among: frozenset[str]
    whole: tuple[str, ...]
    added: frozenset[str]
    revising: frozenset[str]
    rising: frozenset[str]
    seen: frozenset[str]
    witnessing: frozenset[str]
    introducing: frozenset[str]
    folk: frozenset[str]
    callings: frozenset[str]
    bodies: frozenset[str]
    measures: dict[str, Phrase]
    plurals: dict[str, str]
    populations: dict[str, str]
    operators: dict[str, str]
    telling: dict[str, tuple[str, ...]]


class Patterns(msgspec.Struct, frozen=True):
    """The whole of credits.toml."""

    agencies: tuple[str, ...]
    head: tuple[str, ...]
    tail: tuple[str, ...]
    sentence: tuple[str, ...]
    figures: tuple[str, ...]
    theirs: tuple[str, ...]
    cited: tuple[str, ...]


def read(name: str) -> bytes:
    """A table of this room, as it stands in its file."""
    return files("onrecord").joinpath("data", "events", name).read_bytes()


@cache
def kinds() -> Kinds:
    """The table of kinds."""
    return msgspec.toml.decode(read("kinds.toml"), type=Kinds)


@cache
def weights() -> Weights:
    """The weights and limits."""
    return msgspec.toml.decode(read("weights.toml"), type=Weights)


@cache
def lists() -> Lists:
    """The word lists."""
    raw = msgspec.toml.decode(read("words.toml"))
    return msgspec.convert({k: v.split() if isinstance(v, str) else v for k, v in raw.items()}, type=Lists)


@cache
def bundling() -> Bundling:
    """The limits of strands."""
    raw = msgspec.toml.decode(read("strands.toml"))
    raw["times"]["names"] = raw["times"]["names"].split()
    return msgspec.convert(raw, type=Bundling)


@cache
def common() -> tuple[str, ...]:
    """Common words, the most common first."""
    lines = read("common.txt").decode().splitlines()
    return tuple(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def patterns() -> Patterns:
    """The credit patterns."""
    return msgspec.toml.decode(read("credits.toml"), type=Patterns)
