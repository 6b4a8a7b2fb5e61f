"""A briefing as an honest forger changes it: plain JSON in, JSON out with every id, count and citation made to fit."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec

from onrecord.briefing import house, margin
from onrecord.briefing.lexicon import lines
from onrecord.briefing.shelf import Shelf
from onrecord.protocols import Reader
from onrecord.records import (
    Briefing,
    Correction,
    Document,
    Event,
    Memory,
    Reading,
    Section,
    Sentence,
    Story,
    View,
    ident,
)

Data = dict[str, Any]
"""A briefing, or a part of one, as JSON has it."""


class Mutant(msgspec.Struct, frozen=True):
    """One change not yet made: what kind of lie, where it stands, what it was and becomes."""

    kind: str
    where: str
    before: str
    after: str
    change: Callable[[Data], None]
    sealed: bool = True
    """Whether counts and citations are made to fit afterwards. Ids of sentences always are."""


@dataclass(frozen=True)
class Case:
    """A briefing that stands, with the record that it stands on and the briefings of other days to steal from."""

    briefing: Briefing
    view: View
    events: tuple[Event, ...]
    story: Story
    read: Reader
    others: tuple[Data, ...] = ()
    memory: Memory = field(default_factory=Memory)
    shelf: Shelf = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "shelf", Shelf(self.briefing.day, self.view, self.story))

    def data(self) -> Data:
        """The briefing as fresh JSON, to be changed at will."""
        made: Data = msgspec.json.decode(self.briefing.json())
        return made

    def forged(self, mutant: Mutant) -> Briefing | None:
        """The briefing with the change made; None where it changes nothing or makes no briefing at all."""
        data = self.data()
        mutant.change(data)
        try:
            name(data)
            if mutant.sealed:
                seal(data, self.shelf)
            made = Briefing.parse(msgspec.json.encode(data))
        except (msgspec.MsgspecError, ValueError, KeyError):
            return None
        return None if made.json() == self.briefing.json() else made


class Attentive:
    """A reader that reads each document once, however often it is asked."""

    def __init__(self, read: Reader) -> None:
        self.name, self._read = read.name, read
        self._made: dict[str, Reading] = {}

    def __call__(self, document: Document) -> Reading:
        """What the reader made of the document."""
        if document.id not in self._made:
            self._made[document.id] = self._read(document)
        return self._made[document.id]


def name(data: Data) -> None:
    """Give every sentence the id that its content has, and let the headline's leads follow."""
    moved = {}
    for _, sentence in sentences(data):
        old = sentence["id"]
        places = [(e["doc"], msgspec.convert(e["span"], dict)) for e in sentence["evidence"]]
        sentence["id"] = moved[old] = ident("t", sentence["text"], places)
    data["leads"] = [moved.get(lead, lead) for lead in data["leads"]]


def seal(data: Data, shelf: Shelf) -> None:
    """Count again, and list again what is cited."""
    sections = msgspec.convert(data["sections"], tuple[Section, ...])
    corrections = msgspec.convert(data["corrections"], tuple[Correction, ...])
    data["counts"] = msgspec.to_builtins(margin.counts(sections, shelf))
    data["citations"] = msgspec.json.decode(msgspec.json.encode(margin.citations(sections, shelf, corrections)))


def sentences(data: Data) -> Iterator[tuple[Data, Data]]:
    """Every sentence with its section."""
    for section in data["sections"]:
        for sentence in section["sentences"]:
            yield section, sentence


def part(data: Data, name: str) -> Data:
    """The section of a name, put in its place under its title where the briefing has none."""
    found = next((s for s in data["sections"] if s["name"] == name), None)
    if found is None:
        title = lines().titles[name].format(before=house.digits(data["number"] - 1))
        found = {"name": name, "title": title, "sentences": [], "tables": [], "charts": [], "notes": []}
        data["sections"].append(found)
        data["sections"].sort(key=lambda s: lines().sections.index(s["name"]))
    return found


def boxes(data: Data, kind: str) -> Iterator[tuple[Data, Data]]:
    """Every table or chart ("tables", "charts") with its section."""
    for section in data["sections"]:
        for box in section[kind]:
            yield section, box


def plain(sentence: Sentence) -> Data:
    """A sentence as JSON."""
    made: Data = msgspec.json.decode(sentence.json())
    return made


def at(data: Data, path: tuple[str | int, ...]) -> Any:
    """What lies at a path of keys and indexes."""
    found: Any = data
    for step in path:
        found = found[step]
    return found


def put(path: tuple[str | int, ...], value: Any) -> Callable[[Data], None]:
    """The change that puts a value at a path."""

    def change(data: Data) -> None:
        at(data, path[:-1])[path[-1]] = value

    return change


def without(path: tuple[str | int, ...], index: int) -> Callable[[Data], None]:
    """The change that takes an item out of the list at a path."""

    def change(data: Data) -> None:
        at(data, path).pop(index)

    return change


def swap(kind: str, where: str, path: tuple[str | int, ...], before: Any, after: Any, sealed: bool = False) -> Mutant:
    """The mutant that puts one value in place of another."""
    return Mutant(kind, where, str(before), str(after), put(path, after), sealed)
