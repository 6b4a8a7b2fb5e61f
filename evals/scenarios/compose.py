"""The script and a seed -> drafts: documents with source, time and marked-up text, copies made from originals."""

import datetime as dt
import random
from collections.abc import Iterator

import msgspec
from evals.scenarios import echo, mark
from evals.scenarios.facts import Figure, draw
from evals.scenarios.gold import EchoKind
from evals.scenarios.script import Day, Doc, Event, Pools

from onrecord.records import Story

SPELLING = {"wire", "article"}
"""Forms that spell a number out where it begins a sentence."""


class Draft(msgspec.Struct, frozen=True):
    """A document before its figures are filled in. `of` is the key of the draft that it copies."""

    key: str
    event: str
    source: str
    published: dt.datetime
    title: str
    text: str
    form: str
    of: str = ""
    kind: EchoKind | None = None


class Desk:
    """Writes one book: holds what was drawn, and the drafts by key."""

    def __init__(self, story: Story, days: tuple[Day, ...], pools: Pools, seed: int) -> None:
        """Draw all facts; `draft` then writes the documents."""
        self.story, self.days, self.pools, self.seed = story, days, pools, seed
        self.names = {s.id: s.name for s in story.sources}
        self.figures: dict[str, Figure] = {}
        self.drafts: dict[str, Draft] = {}
        for day in days:
            for event in day.event:
                self._facts(event)

    def _facts(self, event: Event) -> None:
        known = {name.replace("-", "_").replace("/", "__"): str(f.value) for name, f in self.figures.items()}
        given = {name: f"{value} -> other" for name, value in known.items()}
        drawn = draw(given | event.facts, random.Random(f"{self.seed}/{event.id}/facts"))
        self.figures |= {f"{event.id}/{name}": drawn[name] for name in event.facts}

    def draft(self) -> tuple[Draft, ...]:
        """All documents, in order of publication."""
        for day in self.days:
            for event in day.event:
                self._write(day.day, event.id, event.doc)
            self._write(day.day, f"day{day.day}", day.doc)
            self._write(day.day, f"off-{day.day}", day.off)
        return tuple(sorted(self.drafts.values(), key=lambda d: (d.published, d.source, d.key)))

    def _write(self, day: int, event: str, docs: tuple[Doc, ...]) -> None:
        rng = random.Random(f"{self.seed}/{day}/{event}")
        used = {doc.source for doc in docs}
        for number, doc in enumerate(docs, 1):
            key = f"{event}/{doc.id or number}"
            try:
                for draft in (
                    self._copies(day, event, key, doc, used, rng) if doc.of else [self._own(day, key, doc, rng)]
                ):
                    if draft.key in self.drafts:
                        raise ValueError("two documents of one name")
                    used.add(draft.source)
                    self.drafts[draft.key] = draft
            except (ValueError, KeyError, IndexError) as fault:
                raise ValueError(f"day {day}, document {key}: {fault!r}") from fault

    def _own(self, day: int, key: str, doc: Doc, rng: random.Random) -> Draft:
        event, at = key.partition("/")[0], self.time(day, doc.at)
        event = "" if event.startswith(("day", "off-")) else event
        text = mark.dated(mark.choose(mark.flow(doc.text), rng), at.date())
        text = mark.owned(mark.headed(text) if doc.form in SPELLING else text, event)
        title = mark.owned(mark.dated(mark.choose(doc.title, rng), at.date()), event)
        return Draft(key, event, doc.source, at, title, text, doc.form)

    def _copies(self, day: int, event: str, key: str, doc: Doc, used: set[str], rng: random.Random) -> Iterator[Draft]:
        first = self.drafts[doc.of if "/" in doc.of else f"{event}/{doc.of}"]
        taken = mark.rooted(first.text, first.source)
        at = self.time(day, doc.at)
        for number, source in enumerate(self._outlets(doc, used, rng)):
            own = self._own(day, key, doc, rng)
            text = self._copy(doc, own.text, taken, first, rng)
            title = rng.choice(doc.titles) if doc.titles else doc.title or first.title
            title = mark.owned(mark.dated(mark.choose(title, rng), at.date()), first.event)
            if doc.kind is EchoKind.RESPELT:
                title = echo.respelt(title, self.pools.spelling)
            name = f"{key}.{number}" if number else key
            yield Draft(name, first.event, source, at, title, text, first.form, first.key, doc.kind)
            at += dt.timedelta(minutes=rng.randint(2, 19))

    def _copy(self, doc: Doc, own: str, taken: str, first: Draft, rng: random.Random) -> str:
        tails, name = self.pools.tails, self.names[first.source]
        match doc.kind:
            case EchoKind.VERBATIM:
                return taken
            case EchoKind.TRUNCATED:
                return echo.truncated(taken, doc.take, tails, rng)
            case EchoKind.CREDITED if not own:
                return echo.credited(taken, doc.take, name, tails, rng)
            case EchoKind.EMBEDDED:
                return echo.embedded(own, taken)
            case EchoKind.RESPELT if not own:
                return echo.respelt(taken, self.pools.spelling)
        if not own:
            raise ValueError(f"{doc.kind} needs a text")
        return mark.rooted(own, first.source)

    def _outlets(self, doc: Doc, used: set[str], rng: random.Random) -> tuple[str, ...]:
        if doc.source:
            return (doc.source,)
        if not isinstance(doc.by, int):
            return doc.by
        free = [s for s in self.pools.pools[doc.pool] if s not in used]
        return tuple(rng.sample(free, doc.by))

    def time(self, day: int, at: str) -> dt.datetime:
        """The instant of "HH:MM", or of "+2 HH:MM" two days on, seen from a day of the story."""
        shift, _, clock = at.rpartition(" ")
        date = self.story.first_day + dt.timedelta(days=day - 1 + int(shift or 0))
        return dt.datetime.combine(date, dt.time.fromisoformat(clock), self.story.zone)
