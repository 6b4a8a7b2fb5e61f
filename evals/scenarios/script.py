"""The script: events, what is said of them by whom, documents, copies, what the gold is to hold. TOML to records."""

import tomllib
from pathlib import Path
from typing import TypeVar

import msgspec
from evals.scenarios.gold import EVER, EchoKind, TrapKind

from onrecord.records import Story

HERE = Path(__file__).parent
BOOK = HERE / "days"
PRACTICE = HERE / "practice"
"""Days by other hands than the book's: days 13 to 16 to learn rules on, the others only for scoring."""
T = TypeVar("T")


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The base of what the script holds: an unknown key is an error."""


class Doc(Part, frozen=True):
    """One document. `at` is "HH:MM" of the file's day, or "+2 HH:MM" two days on.

    `text` is marked up (see `mark`). A copy names the document that it takes from (`of`) and how (`kind`); `by` is the
    outlets that copy, or how many of `pool` the generator is to draw. Kinds that need a hand bring their own text;
    in an embedded one "@@1,2@@" stands for paragraphs of the original.
    """

    at: str
    source: str = ""
    id: str = ""
    title: str = ""
    titles: tuple[str, ...] = ()
    text: str = ""
    form: str = "article"
    of: str = ""
    kind: EchoKind | None = None
    by: int | tuple[str, ...] = 1
    pool: str = "press"
    take: int = 0


class Rule(Part, frozen=True):
    """A ruling to be. `on` are keys of what is said; with a measure only claims that count it contribute."""

    measure: str
    kind: str
    on: tuple[str, ...]
    reason: str
    since: int = 0
    until: int = EVER
    object: str = ""
    place: str = ""
    other: str = ""
    arithmetic: str = ""


class Must(Part, frozen=True):
    """A nugget to be. `facts` are "kind value" or "figure measure value", with figures in braces; `on` as in Rule."""

    text: str
    on: tuple[str, ...]
    facts: tuple[str, ...]
    vital: bool = False
    day: int = 0
    fresh: bool = True


class Snare(Part, frozen=True):
    """A trap to be. `on` are what is said that matters, `docs` documents; by default those that say it.

    `apart` are events that this one must be kept from, or pairs "A ~ B". `together` is true where what is said on all
    keys is of one event. `barred` are keys of what must never be told as a fact.
    """

    kind: TrapKind
    must_not: str
    on: tuple[str, ...] = ()
    docs: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    together: bool = False
    barred: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()


class Event(Part, frozen=True):
    """One event: typed facts, what is said, who writes it up, who copies, and what a reader is held to.

    With `of` it is a later chapter of that event and no event of its own.

    A fact is "EXPRESSION -> measure [object] [key=value ...]": a number, a range "a..b" to draw from, or arithmetic on
    earlier facts (those of another event as EVENT__FACT, with _ for -). What is said is "speaker | kind [| stance
    [| flags]]"; no speaker is the outlet itself. Flags are debunked, withdrawn, origin=NAME where it goes back to
    somebody else than its speaker, ring=NAME where it goes back to nobody, and party=NAME of a speaker without a name.
    """

    id: str
    title: str
    when: tuple[str, str]
    place: str = ""
    agent: str = ""
    target: str = ""
    of: str = ""
    independent: int = 1
    facts: dict[str, str] = {}
    say: dict[str, str] = {}
    doc: tuple[Doc, ...] = ()
    ruling: tuple[Rule, ...] = ()
    nugget: tuple[Must, ...] = ()
    trap: tuple[Snare, ...] = ()


class Day(Part, frozen=True):
    """One file of the script: a day's events, and documents that tell of several or of none (`off`)."""

    day: int
    event: tuple[Event, ...] = ()
    doc: tuple[Doc, ...] = ()
    off: tuple[Doc, ...] = ()


class Spelling(Part, frozen=True):
    """What a text becomes when it is translated and back: names in other spellings, words for words."""

    names: dict[str, str]
    words: dict[str, str]


class Tails(Part, frozen=True):
    """What is written under or over a copy: credit lines with NAME for the agency, and ends of cut texts."""

    credit_tail: tuple[str, ...]
    credit_head: tuple[str, ...]
    cut: tuple[str, ...]


class Pools(Part, frozen=True):
    """Outlets that copy, by pool, and the copyists' manners."""

    pools: dict[str, tuple[str, ...]]
    spelling: Spelling
    tails: Tails


def days(folder: Path = BOOK) -> tuple[Day, ...]:
    """The days of the script, in order. Raises msgspec.ValidationError for an unknown key or a wrong type."""
    return tuple(_read(path, Day) for path in sorted(folder.glob("day*.toml")))


def pools() -> Pools:
    """Who copies and how."""
    return _read(HERE / "days" / "copying.toml", Pools)


def story() -> Story:
    """The story that the book tells."""
    return msgspec.convert(tomllib.loads((HERE / "story.toml").read_text(encoding="utf-8")), Story)


def _read(path: Path, kind: type[T]) -> T:
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), kind)
    except (msgspec.ValidationError, tomllib.TOMLDecodeError) as fault:
        raise ValueError(f"{path.name}: {fault}") from fault
