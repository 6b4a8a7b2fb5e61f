"""The front door: one day's events -> its Briefing. Choose, order, phrase, verify; pure, without a clock."""

from dataclasses import dataclass
from datetime import date

from onrecord.briefing import margin
from onrecord.briefing.accounts import hedges
from onrecord.briefing.draft import Draft
from onrecord.briefing.headline import counting, headline, lead, shifting
from onrecord.briefing.order import beat
from onrecord.briefing.plan import Plan, plan, points
from onrecord.briefing.sections import Page, Refusal, arrange
from onrecord.briefing.shelf import Shelf
from onrecord.briefing.verify import verify
from onrecord.protocols import Reader
from onrecord.records import Briefing, Document, Event, Length, Memory, Problem, Reading, Score, Story, View

ROUNDS = 40
"""How often the briefing may be written again without what the verifier refused; then nothing is told."""


class Attentive:
    """A reader that reads each document once."""

    def __init__(self, read: Reader) -> None:
        self.name, self._read = read.name, read
        self._made: dict[str, Reading] = {}

    def __call__(self, document: Document) -> Reading:
        """What the reader made of the document."""
        if document.id not in self._made:
            self._made[document.id] = self._read(document)
        return self._made[document.id]


def write(
    day: date,
    events: tuple[Event, ...],
    view: View,
    memory: Memory,
    story: Story,
    read: Reader,
    length: Length | None = None,
) -> Briefing:
    """The briefing of `day` from the events of its view and what earlier editions leave to it.

    Every sentence has passed `verify`; what was refused is in `dropped`, with the reason. The same arguments
    always give the same briefing.
    """
    shelf, bounds, reader = Shelf(day, view, story), length or Length(), Attentive(read)
    refused: frozenset[Refusal] = frozenset()
    hedged = hedges(shelf)
    dropped: tuple[Problem, ...] = ()
    for turn in range(ROUNDS):
        planned = plan(events, memory.changes, shelf, bounds, refused, hedged) if turn < ROUNDS - 1 else Plan()
        page = arrange(planned, shelf, refused, memory)
        made, keys = _briefing(page, Written(planned, events, memory, bounds, refused, dropped), shelf)
        problems = verify(made, view, story, reader, events, memory)
        bad = frozenset(keys[p.subject] for p in problems if p.subject in keys)
        if not bad:
            break
        dropped = (*dropped, *(p for p in problems if p.subject in keys))
        refused |= bad
    return made


def scores(day: date, events: tuple[Event, ...], view: View, memory: Memory, story: Story) -> tuple[Score, ...]:
    """The score of each event, told or held, in their order: those that `write` chooses by."""
    shelf = Shelf(day, view, story)
    return tuple(points(e, memory.changes, shelf) for e in events)


@dataclass(frozen=True)
class Written:
    """What one round is written from, and what the rounds before it lost."""

    plan: Plan
    events: tuple[Event, ...]
    memory: Memory
    length: Length
    refused: frozenset[Refusal]
    dropped: tuple[Problem, ...]


def _briefing(page: Page, of: Written, shelf: Shelf) -> tuple[Briefing, dict[str, Refusal]]:
    """The briefing of a page, and what to refuse if the problem's subject is refused."""
    number, scores = shelf.story.number(shelf.day), _scores(page, of, shelf)
    parts = _leads(page, of, scores, shelf)
    voices = margin.voices(page.sections, shelf)
    keys = page.keys | ({"headline": ("lead", parts[-1][1])} if parts else {})
    made = Briefing(
        story=shelf.story.title,
        day=shelf.day,
        number=number,
        cutoff=shelf.view.cutoff.astimezone(shelf.story.zone),
        headline=headline([part for part, _ in parts], number, told=_tells(page)),
        standfirst=margin.standfirst(shelf),
        leads=tuple(sentence for _, sentence in parts),
        sections=page.sections,
        sources=margin.sources(shelf),
        gaps=margin.gaps(voices, shelf),
        counts=margin.counts(page.sections, shelf),
        citations=margin.citations(page.sections, shelf, of.memory.corrections),
        length=of.length,
        scores=scores,
        voices=voices,
        corrections=of.memory.corrections,
        dropped=tuple(sorted(set(of.dropped))),
    )
    return made, keys


def _tells(page: Page) -> bool:
    """Whether a section other than the background tells anything."""
    return any(section.sentences for section in page.sections if section.name != "background")


def _scores(page: Page, of: Written, shelf: Shelf) -> tuple[Score, ...]:
    """The scores of the events that the page tells, the highest first."""
    told = {s.event for section in page.sections for s in section.sentences}
    found = [points(e, of.memory.changes, shelf) for e in of.events if e.id in told]
    return tuple(sorted(found, key=lambda s: (-s.total, s.event)))


def _leads(page: Page, of: Written, scores: tuple[Score, ...], shelf: Shelf) -> list[tuple[str, str]]:
    """The best two leads: for each of the highest events the first sentence that makes a headline."""
    ids = {draft.key: sentence for sentence, draft in page.drafts.items()}
    events = {e.id: e for e in of.events}
    found: list[tuple[str, str]] = []
    for one in sorted(scores, key=lambda s: (-s.total, beat(events[s.event], shelf), events[s.event].key)):
        for draft in _drafts(one.event, of.plan, shelf):
            part = lead(draft, shelf)
            if part is not None and draft.key in ids and ("lead", ids[draft.key]) not in of.refused:
                found.append((part, ids[draft.key]))
                break
        if len(found) == 2:
            break
    return found


def _drafts(event: str, of: Plan, shelf: Shelf) -> list[Draft]:
    """The drafts of an event of today: changed figures, then what is told, the plainest first, what differs last."""
    changed = [d for e, d in of.revised if e.id == event]
    told = [d for t in of.told if t.event.id == event and not t.old for d in t.drafts]
    return [*changed, *sorted(told, key=lambda d: (d.form == "differ", shifting(d, shelf), not counting(d)))]
