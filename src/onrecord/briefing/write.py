"""The front door: one day's events -> its Briefing. Choose, order, phrase, verify; pure, without a clock."""

from datetime import date

from onrecord.briefing import margin
from onrecord.briefing.changes import revised
from onrecord.briefing.choose import choose
from onrecord.briefing.headline import headline, lead, shifting
from onrecord.briefing.order import beat
from onrecord.briefing.pen import speaker
from onrecord.briefing.sections import Page, Refusal, arrange
from onrecord.briefing.shelf import Shelf
from onrecord.briefing.tell import Limits, Notebook, Told, figure, hedges
from onrecord.briefing.verify import verify
from onrecord.protocols import Reader
from onrecord.records import Briefing, Change, ChangeKind, Document, Event, Memory, Problem, Reading, Story, View

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
    limits: Limits | None = None,
) -> Briefing:
    """The briefing of `day` from the events of its view and what earlier editions leave to it.

    Every sentence has passed `verify`; what was refused is in `dropped`, with the reason. The same arguments
    always give the same briefing.
    """
    shelf, bounds, reader = Shelf(day, view, story), limits or Limits(), Attentive(read)
    refused: frozenset[Refusal] = frozenset()
    hedged, known = hedges(shelf), _known(events, memory.changes)
    dropped: tuple[Problem, ...] = ()
    for turn in range(ROUNDS):
        book = Notebook(shelf, bounds, refused, _changed(events, shelf, refused), hedged=hedged)
        told = choose(events, known, book) if turn < ROUNDS - 1 else ()
        page = arrange(told, events if turn < ROUNDS - 1 else (), shelf, bounds, refused, memory)
        made, keys = _briefing(page, told, memory, refused, dropped, shelf)
        problems = verify(made, view, story, reader, events, memory)
        bad = frozenset(keys[p.subject] for p in problems if p.subject in keys)
        if not bad:
            break
        dropped = (*dropped, *(p for p in problems if p.subject in keys))
        refused |= bad
    return made


def _known(events: tuple[Event, ...], changes: tuple[Change, ...]) -> frozenset[str]:
    """The keys of events of which nothing is new."""
    stale = (ChangeKind.OPEN_CONFLICT, ChangeKind.RESOLVED)
    return frozenset(e.key for e in events) - frozenset(c.event for c in changes if c.kind not in stale)


def _changed(events: tuple[Event, ...], shelf: Shelf, refused: frozenset[Refusal]) -> frozenset[tuple[object, ...]]:
    """The figures that the list of changes tells, and those of the same speaker that they replace."""
    found = set()
    for event, draft in revised(events, shelf):
        lead, count = draft.claims[0], draft.figures[0]
        told = [shelf.claims[c] for c in event.claims if c in shelf.claims] if draft.key not in refused else []
        for claim in (c for c in told if speaker(c, shelf) == speaker(lead, shelf)):
            found |= {
                figure(claim, q) for q in claim.quantities if (q.measure, q.place) == (count.measure, count.place)
            }
    return frozenset(found)


def _briefing(
    page: Page,
    told: tuple[Told, ...],
    memory: Memory,
    refused: frozenset[Refusal],
    dropped: tuple[Problem, ...],
    shelf: Shelf,
) -> tuple[Briefing, dict[str, Refusal]]:
    """The briefing of a page, and what to refuse if the problem's subject is refused."""
    number = shelf.story.number(shelf.day)
    parts = _leads(page, told, shelf, refused)
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
        gaps=margin.gaps(shelf),
        counts=margin.counts(page.sections, shelf),
        citations=margin.citations(page.sections, shelf, memory.corrections),
        corrections=memory.corrections,
        dropped=tuple(sorted(set(dropped))),
    )
    return made, keys


def _tells(page: Page) -> bool:
    """Whether a section other than the background tells anything."""
    return any(section.sentences for section in page.sections if section.name != "background")


def _leads(page: Page, told: tuple[Told, ...], shelf: Shelf, refused: frozenset[Refusal]) -> list[tuple[str, str]]:
    """The best two leads: for each of the highest events the first sentence that makes a headline."""
    ids = {draft.key: sentence for sentence, draft in page.drafts.items()}
    found: list[tuple[str, str]] = []
    for item in sorted(
        (t for t in told if not t.old),
        key=lambda t: (bool(t.clashes), -t.score.total, beat(t.event, shelf), t.event.key),
    ):
        for draft in sorted(item.drafts, key=lambda d: shifting(d, shelf)):
            part = lead(draft, shelf)
            if part is not None and draft.key in ids and ("lead", ids[draft.key]) not in refused:
                found.append((part, ids[draft.key]))
                break
        if len(found) == 2:
            break
    return found
