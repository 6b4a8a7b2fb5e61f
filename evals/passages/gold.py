"""Passages and their hand-written claims, every text resolved to characters. A label that does not fit is an error."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple, Never

import msgspec

from onrecord.records import Document, Source, SourceKind, Span, Story

ROOT = Path(__file__).parents[2]
FOLDERS = (Path(__file__).parent, ROOT / "training/passages")
"""Where passages lie: those written for scoring alone, and those of which two thirds are trained on."""

HERE = {"ukraine": ROOT / "examples/ukraine/story.toml", "varland": FOLDERS[0] / "story.toml"}
STORIES = HERE | {path.stem: path for path in sorted((FOLDERS[1] / "stories").glob("*.toml"))}


class Fault(ValueError):
    """A label that the text does not bear out."""


class Figure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    text: str
    measure: str | None = None
    value: int | float | None = None
    low: int | float | None = None
    high: int | float | None = None
    operator: str | None = None
    object: str | None = None
    population: str | None = None
    scope: str | None = None
    of: str | None = None


class Site(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    text: str
    name: str
    country: str | None = None


class When(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Ends in the story's zone; or the day in which it lies; or open."""

    earliest: datetime | None = None
    latest: datetime | None = None
    day: date | None = None
    open: bool = False


class Label(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    content: str | list[str]
    speaker: str | None = None
    cue: str | None = None
    venue: str | None = None
    chain: str | None = None
    part: str | None = None
    name: str | None = None
    party: str | None = None
    implicit: bool | None = None
    stance: str | None = None
    kind: str | list[str] | None = None
    agent: str | list[str] | None = None
    target: str | list[str] | None = None
    agent_text: str | None = None
    target_text: str | None = None
    weapon: str | None = None
    quantities: list[Figure] = []
    places: list[Site] = []
    moment: When | None = None
    background: bool | str = False
    debunked: bool = False
    maybe: bool = False


class Raw(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    half: str
    story: str
    published: datetime
    source: str
    text: str
    voice: str | None = None
    off: bool = False
    ignore: list[str] = []
    claims: list[Label] = []


class Gold(NamedTuple):
    """One labelled claim in characters. `part` is what it covers; figures and sites stand with their spans."""

    label: Label
    content: tuple[Span, ...]
    part: Span
    speaker: Span | None
    cue: Span | None
    venue: Span | None
    chain: Span | None
    agent: Span | None
    target: Span | None
    weapon: Span | None
    figures: tuple[tuple[Span, Figure], ...]
    sites: tuple[tuple[Span, Site], ...]


class Passage(NamedTuple):
    raw: Raw
    document: Document
    claims: tuple[Gold, ...]
    ignored: tuple[Span, ...]


def passages(*folders: Path) -> list[Passage]:
    """All passages of the folders (by default of all), in the order of their files.

    Raises Fault naming the passage and the text that does not fit.
    """
    paths = [path for folder in folders or FOLDERS for path in sorted(folder.glob("*.toml"))]
    return [resolve(raw) for path in paths for raw in read(path)]


def stories(read: list[Passage]) -> dict[str, Story]:
    """The story of each passage's name, with the passages among its sources."""
    found = {}
    for name, path in STORIES.items():
        story = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Story)
        sources = tuple(_source(p.raw, story) for p in read if p.raw.story == name)
        found[name] = msgspec.structs.replace(story, sources=story.sources + sources)
    return found


def resolve(raw: Raw) -> Passage:
    text = "\n\n".join(" ".join(block.split("\n")) for block in raw.text.strip("\n").split("\n\n"))
    document = Document(source=raw.id, address=raw.id, title="", text=text, published=raw.published)
    try:
        claims = tuple(gold(text, label) for label in raw.claims)
        return Passage(raw, document, claims, tuple(s for phrase in raw.ignore for s in _all(text, phrase)))
    except Fault as fault:
        raise Fault(f"{raw.id}: {fault}") from None


def gold(text: str, label: Label) -> Gold:
    pieces = [label.content] if isinstance(label.content, str) else label.content
    content = tuple(one(text, piece) for piece in pieces)
    part = one(text, label.part) if label.part else Span.cover(*content)
    cue = label.cue and near(text, label.cue, content[0], content)
    speaker = label.speaker and near(text, label.speaker, cue or content[0], (*content, *([cue] if cue else [])))
    anchor = cue or speaker or content[0]
    figures = tuple((one(text, f.text, part), f) for f in label.quantities)
    sites = tuple((one(text, s.text, part), s) for s in label.places)
    for _, figure in figures:
        if figure.of and figure.of not in {f.text for f in label.quantities}:
            _refuse(figure.of, "is not among the quantities")
    return Gold(
        label=label,
        content=content,
        part=part,
        speaker=speaker or None,
        cue=cue or None,
        venue=near(text, label.venue, anchor) if label.venue else None,
        chain=near(text, label.chain, anchor) if label.chain else None,
        agent=one(text, label.agent_text, part) if label.agent_text else None,
        target=one(text, label.target_text, part) if label.target_text else None,
        weapon=one(text, label.weapon, part) if label.weapon else None,
        figures=figures,
        sites=sites,
    )


def one(text: str, phrase: str, scope: Span | None = None) -> Span:
    """The only place (or the counted one) where `phrase` stands inside `scope`."""
    scope = scope or Span(start=0, end=len(text))
    found = [s for s in _all(text, phrase.partition("#")[0]) if scope.holds(s)]
    if "#" in phrase:
        found = found[int(phrase.partition("#")[2]) - 1 :][:1]
    if len(found) != 1:
        _refuse(phrase, f"occurs {len(found)} times in {scope.of(text)!r}")
    return found[0]


def near(text: str, phrase: str, anchor: Span, barred: tuple[Span, ...] = ()) -> Span:
    """The place where `phrase` stands closest to `anchor` without touching `barred`."""
    if "#" in phrase:
        return one(text, phrase)
    free = [s for s in _all(text, phrase) if not any(s.overlaps(b) for b in barred)]
    if not free:
        _refuse(phrase, "does not occur outside the content")
    return min(free, key=lambda s: (max(s.start - anchor.end, anchor.start - s.end, 0), s.start))


def _all(text: str, phrase: str) -> list[Span]:
    """Every place of a phrase that begins and ends with whole words; of `A … Z` from each A to the next Z."""
    if "#" in phrase:
        return [one(text, phrase)]
    first, _, last = phrase.partition(" … ")
    found = [Span(start=m.start(), end=m.end()) for m in re.finditer(rf"(?<!\w){re.escape(first)}(?!\w)", text)]
    if not last:
        return found or _refuse(phrase, "does not occur")
    ends = [m.end() for m in re.finditer(rf"(?<!\w){re.escape(last)}(?!\w)", text)]
    return [Span(start=s.start, end=e) for s in found for e in [next((e for e in ends if e > s.end), None)] if e]


def _refuse(phrase: str, why: str) -> Never:
    raise Fault(f"{phrase!r} {why}")


def read(path: Path) -> Iterator[Raw]:
    """The passages of one file as written, before their labels are held against the text."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    yield from msgspec.convert(table.get("passage", []), list[Raw])


def _source(raw: Raw, story: Story) -> Source:
    named = {p.name: [*(b.name for b in p.bodies), *(m.name for m in p.people)] for p in story.parties}
    party = next((name for name, known in named.items() if raw.voice in known), None)
    if raw.voice and not party:
        raise Fault(f"{raw.id}: {raw.voice!r} is not in the story")
    return Source(id=raw.id, name=raw.id, kind=SourceKind(raw.source), party=party, speaker=raw.voice)


def within(when: When, earliest: datetime, latest: datetime) -> bool:
    """Whether an interval, in local time without zone, lies in the day that is asked."""
    assert when.day
    start = datetime(when.day.year, when.day.month, when.day.day)
    return start <= earliest < latest <= start + timedelta(days=1)
