"""The whole run: sources become documents, documents claims, claims events, events the day's briefing."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from itertools import chain, islice
from typing import TypeVar

from msgspec.structs import replace

from onrecord.briefing import scores, write
from onrecord.events import Beyond, Cleared, Thread, audit, cleared, compare, named, retold, settled
from onrecord.ledger import Vault
from onrecord.newsroom import clock
from onrecord.newsroom.attempt import attempt
from onrecord.newsroom.redress import corrections
from onrecord.newsroom.settings import Settings
from onrecord.protocols import Ledger, Reader, Tick
from onrecord.records import (
    Briefing,
    Capture,
    Change,
    Document,
    Event,
    Length,
    Memory,
    Problem,
    Score,
    Story,
    View,
)
from onrecord.sources import Cache, Fetch, Kept
from onrecord.sources import collect as gather

BATCH = 64
THREADS = 2
"""Readers at work at once: the encoder leaves the interpreter free while it computes."""
AHEAD = "is dated {}, which has not come yet: it counts from then on. Check the date, or the clock of {}."
T = TypeVar("T")


@dataclass(frozen=True)
class Desk:
    """What a run works with: one story, its settings, its ledger, and the time at which the run began."""

    story: Story
    settings: Settings
    ledger: Ledger
    at: datetime
    tick: Tick = field(default=lambda stage, done: None)


@dataclass(frozen=True)
class Intake:
    """What collecting brought: how many documents came in, and what went wrong."""

    documents: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Edition:
    """A day's briefing, the events that it tells or holds, and what linking found wrong with the record.

    `view` is the record that it is made of; `scores` are those of each event, in their order.
    """

    briefing: Briefing
    events: tuple[Event, ...]
    problems: tuple[Problem, ...]
    view: View
    scores: tuple[Score, ...]


@dataclass(frozen=True)
class Basis:
    """What a day's briefing is written from and checked against, and what is wrong with the record."""

    view: View
    events: tuple[Event, ...]
    memory: Memory
    problems: tuple[Problem, ...]


def collect(desk: Desk) -> Intake:
    """Bring in what the story's sources hold. Known documents become sightings; a batch is kept whole or not at all."""
    vault, count, problems, future = Vault(desk.settings.raw), 0, list[Problem](), list[Problem]()
    for batch in batches(gather(desk.story, desk.settings.folder, fetcher(desk.settings))):
        captures = [item for item in batch if isinstance(item, Capture)]
        problems += [item for item in batch if isinstance(item, Problem)]
        for data in {capture.document.raw: capture.raw for capture in captures}.values():
            vault.keep(data)
        future += early(desk, [capture.document for capture in captures])
        desk.ledger.add_all((c.document, clock.seen(c.document, desk.story, desk.at)) for c in captures)
        count += len(captures)
        desk.tick("collecting", count)
    always = desk.story.cutoff(desk.story.first_day)
    desk.ledger.report((p for p in problems if "://" in p.subject), desk.at)
    desk.ledger.report((p for p in problems if "://" not in p.subject), always)
    return Intake(count, (*problems, *future))


def early(desk: Desk, documents: list[Document]) -> list[Problem]:
    """A problem, from this run on, for each document that is dated in the future; it is kept until its day comes."""
    found = [d for d in documents if d.published and clock.ahead(d, desk.at)]
    made = [Problem(subject=d.id, stage="collect", message=AHEAD.format(d.published, d.source)) for d in found]
    desk.ledger.report(made, desk.at)
    return made


def fetcher(settings: Settings) -> Fetch:
    """What opens addresses: the network, or offline the copies that earlier runs kept."""
    cache = Cache(settings.cache)
    if settings.offline:
        return Kept(cache)
    # Loaded here: a client for the network takes longer to load than an offline command takes to run.
    from onrecord.sources.fetch import Fetcher  # noqa: PLC0415

    return Fetcher(clock.now, cache)


def read(desk: Desk, reader: Reader) -> int:
    """Read every document that this reader has not read, on two threads; how many statements were new."""
    new = done = 0
    with ThreadPoolExecutor(THREADS) as pool:
        for batch in batches(desk.ledger.unread(reader.name)):
            documents = [document for document, _ in batch]
            # The first alone: it loads the reader's weights, which two threads would load twice.
            alone = [attempt(reader, document) for document in documents[: 0 if done else 1]]
            made = chain(alone, pool.map(partial(attempt, reader), documents[len(alone) :]))
            when = [clock.told(document, seen, desk.at) for document, seen in batch]
            new += desk.ledger.record_all(zip(made, when, strict=True), reader.name)
            done += len(batch)
            desk.tick("reading", done)
    return new


def brief(desk: Desk, reader: Reader, day: date, length: Length | None = None) -> Edition:
    """The edition of `day`. The same ledger, day and length give the same bytes; the length is normal by default."""
    basis = basis_of(desk, reader, day, length)
    view, events, memory = basis.view, basis.events, basis.memory
    desk.tick("writing", len(events))
    briefing = write(day, events, view, memory, desk.story, reader, length)
    problems = (*basis.problems, *audit(view, events, beyond(desk, view)))
    return Edition(briefing, events, problems, view, scores(day, events, view, memory, desk.story))


def beyond(desk: Desk, view: View) -> Beyond:
    """What the ledger knows of what a day's view names and does not show."""
    wanted = named(view)
    homes, pages = desk.ledger.homes(wanted), {(d.source, d.address) for d in view.documents}
    older = {i: d for i in set(homes.values()) if (d := desk.ledger.document(i)) and (d.source, d.address) in pages}
    replaced = frozenset(claim for claim, home in homes.items() if home in older and claim != home)
    return Beyond(wanted - homes.keys(), replaced, desk.ledger.judgements())


def basis_of(desk: Desk, reader: Reader, day: date, length: Length | None = None) -> Basis:
    """What the briefing of `day` stands on. Earlier ones are written again, as long, if something was taken back."""
    thread = Thread(desk.story)
    held = _held(desk, thread, day)
    told = partial(_told, desk, thread, reader, length)
    undone = corrections(held.cleared.withdrawn, held.past, desk.story, day, told)
    memory = Memory(changes=held.changes, corrections=undone)
    return Basis(held.cleared.view, held.events, memory, held.cleared.problems)


@dataclass(frozen=True)
class Held:
    """One day's record without what was taken back, its events, and what in them is new."""

    cleared: Cleared
    past: View
    events: tuple[Event, ...]
    changes: tuple[Change, ...]


def _held(desk: Desk, thread: Thread, day: date) -> Held:
    past = _record(desk, day - timedelta(days=1))
    clean = _cleared(desk, day, past)
    clean = replace(clean, view=thread.known(clean.view))
    desk.tick("linking", len(clean.view.claims))
    events = thread.follow(clean.view)
    opened = desk.story.cutoff(day - timedelta(days=1))
    clean = replace(clean, view=retold(clean.view, desk.story))
    return Held(clean, past, events, compare(events, thread.earlier(opened)))


def _told(desk: Desk, thread: Thread, reader: Reader, length: Length | None, day: date) -> Briefing:
    """What the briefing of `day` told, but for its corrections."""
    held = _held(desk, thread, day)
    return write(day, held.events, held.cleared.view, Memory(changes=held.changes), desk.story, reader, length)


def view_of(desk: Desk, day: date) -> View:
    """What stood on record when the briefing of `day` closed, as far back as the window reaches.

    What was taken back by then is left out; what was only put out again is background.
    """
    return _cleared(desk, day, _record(desk, day - timedelta(days=1))).view


def _cleared(desk: Desk, day: date, past: View) -> Cleared:
    record = _record(desk, day).sharing(past.documents, past.claims)
    clean = cleared(record, past, desk.story)
    return replace(clean, view=settled(clean.view, past, desk.story))


def _record(desk: Desk, day: date) -> View:
    """All that the ledger held when the briefing of `day` closed."""
    cutoff = desk.story.cutoff(day)
    return desk.ledger.as_of(cutoff, cutoff - timedelta(days=desk.settings.window))


def batches(items: Iterator[T], size: int = BATCH) -> Iterator[list[T]]:
    """The items in lists of at most `size`."""
    while batch := list(islice(items, size)):
        yield batch
