"""The front door of proof: a finished briefing read afresh against the ledger, knowing nothing of how it was written.

In: the Briefing, the day's View, the Story, a Reader, and the Events computed again from the View. Out: Problems, one
for each sentence, table, chart or line that cannot be established: what is not proved is refused.
"""

from collections.abc import Iterator

from onrecord.briefing.proof import frame
from onrecord.briefing.proof.again import Again
from onrecord.briefing.proof.heading import headline
from onrecord.briefing.proof.home import Home
from onrecord.briefing.proof.score import length, scores, voices
from onrecord.briefing.proof.side import chart, holders, table
from onrecord.briefing.proof.stack import Stack
from onrecord.briefing.proof.statement import Reading, check, form
from onrecord.protocols import Reader
from onrecord.records import (
    Briefing,
    Change,
    Chart,
    Event,
    Memory,
    Problem,
    Section,
    Sentence,
    Story,
    Table,
    View,
    ident,
)

NOTHING = Memory()
"""What no earlier edition leaves."""


def verify(
    briefing: Briefing,
    view: View,
    story: Story,
    read: Reader,
    events: tuple[Event, ...],
    memory: Memory = NOTHING,
) -> tuple[Problem, ...]:
    """Everything in the briefing that the ledger does not bear out, in the order of the page; empty if it stands.

    `events` are those that linking makes of `view`, and `memory` is what earlier editions leave to the day: neither is
    taken from the briefing.
    """
    stack = Stack(briefing.day, view, story)
    reading = Reading(stack, _resting(briefing, stack, "tables"), _resting(briefing, stack, "charts"), set())
    again, home = Again(stack, read), Home.of(briefing, stack, events)
    found = [*_frame(briefing, stack)]
    if briefing.corrections != memory.corrections:
        found.append(_problem("corrections", "The corrections are refused: they are not those of the record."))
    reason = scores(briefing, home, memory.changes, stack)
    if reason is not None:
        found.append(_problem("scores", f"The scores are refused: {reason}."))
    for section in briefing.sections:
        found += _section(section, briefing, reading, again, home, memory.changes)
    return tuple(found)


def _resting(briefing: Briefing, stack: Stack, part: str) -> set[str]:
    """The claims that tables or charts rest on."""
    sections = briefing.sections
    if part == "tables":
        found = [e for s in sections for t in s.tables for row in t.rows for cell in row for e in cell.evidence]
    else:
        found = [e for s in sections for c in s.charts for bar in c.bars for e in bar.evidence]
    return {c.id for c in holders(tuple(found), stack)}


def _frame(briefing: Briefing, stack: Stack) -> Iterator[Problem]:
    """What is wrong around the text."""
    checks = (
        frame.title,
        frame.titles,
        headline,
        frame.standfirst,
        frame.sources,
        frame.gaps,
        frame.counts,
        frame.citations,
        frame.dropped,
        voices,
        length,
    )
    for check_ in checks:
        reason = check_(briefing, stack)
        if reason is not None:
            name = check_.__name__
            yield _problem(name, f"The {name} is refused: {reason}.")
    told = [s for section in briefing.sections for s in section.sentences]
    yield from (_refused(s, "it is told twice") for s in _twice(told))


def _twice(told: list[Sentence]) -> Iterator[Sentence]:
    """Sentences whose words, whose place in a document or whose claims another sentence has used."""
    texts: set[str] = set()
    places: set[tuple[object, ...]] = set()
    homes: dict[str, str | None] = {}
    for sentence in told:
        words = " ".join(sentence.text.lower().split())
        shape = form(sentence.text)
        spans = {(e.document, e.span) for e in sentence.evidence[:1]} if shape in ("unit", "pair", "more") else set()
        moved = [c for c in sentence.claims[:1] if homes.get(c, sentence.event) != sentence.event]
        if words in texts or spans & places or moved or sentence.event is None:
            yield sentence
        texts.add(words)
        places |= spans
        homes |= dict.fromkeys(sentence.claims[:1], sentence.event)


def _section(
    section: Section, briefing: Briefing, reading: Reading, again: Again, home: Home, changes: tuple[Change, ...]
) -> Iterator[Problem]:
    """What is wrong in one section."""
    for sentence in section.sentences:
        reason = check(sentence, section.name, reading) or home.holds(sentence)
        if reason is None and home.section(sentence) != section.name:
            reason = "it stands in the wrong section"
        reason = reason or again(sentence.claims)
        if reason is not None:
            yield _refused(sentence, reason)
    parts: list[tuple[Table | Chart, str | None]] = [(t, table(t, reading.stack)) for t in section.tables]
    parts += [(c, chart(c, reading.stack)) for c in section.charts]
    for part, reason in parts:
        if reason is not None:
            yield _problem(ident("part", part), f"“{part.caption}” is refused: {reason}.")
    reason = home.tables(section.name, section.tables) or home.charts(section.name, section.charts)
    reason = reason or frame.notes(section, briefing, changes, reading.stack)
    if reason is not None:
        yield _problem(section.name, f"The section {section.name} is refused: {reason}.")


def _refused(sentence: Sentence, reason: str) -> Problem:
    return _problem(sentence.id, f"“{sentence.text}” is refused: {reason}.")


def _problem(subject: str, message: str) -> Problem:
    return Problem(subject=subject, stage="check", message=message)
