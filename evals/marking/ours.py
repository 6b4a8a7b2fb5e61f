"""Ours: the whole run over a written book, an edition a day, as an answer that can be marked."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from evals.marking.answer import Day, Happened, Line, Piece, Ruled, Said
from evals.mutations.forge import Attentive

from onrecord.briefing import verify
from onrecord.claims import Extractor
from onrecord.ledger import MemoryLedger
from onrecord.newsroom.day import Desk, Edition, brief, collect, read, view_of
from onrecord.newsroom.settings import settings
from onrecord.newsroom.story import load
from onrecord.protocols import Reader
from onrecord.records import Event, Sentence, Story, View

BACKGROUND = "background"


class Run(NamedTuple):
    """A book that was collected and read: its desk, and the reader that has read it."""

    desk: Desk
    reader: Reader

    @property
    def story(self) -> Story:
        return self.desk.story

    def date(self, number: int) -> date:
        return self.story.first_day + timedelta(days=number - 1)

    def view(self, number: int) -> View:
        """What was on record at the edition of a day."""
        return view_of(self.desk, self.date(number))

    def day(self, number: int) -> Day:
        """What is known by the edition of a day, and what it tells."""
        view, edition = self.view(number), brief(self.desk, self.reader, self.date(number))
        return answered(view, edition, self._refused(view, edition))

    def _refused(self, view: View, edition: Edition) -> set[str]:
        """Ids of what the verifier does not pass, asked again of the finished briefing."""
        found = verify(edition.briefing, view, self.story, self.reader, edition.events)
        return {problem.subject for problem in found}


def run(folder: Path) -> Run:
    """Collect and read the book in `folder`; nothing of it is kept when the program ends."""
    story = load(folder)
    reader = Attentive(Extractor(story))
    desk = Desk(story, settings(folder, ledger="memory", offline=True), MemoryLedger(), datetime.now(UTC))
    collect(desk)
    read(desk, reader)
    return Run(desk, reader)


def answered(view: View, edition: Edition, refused: set[str]) -> Day:
    """An edition as an answer."""
    urls = {d.id: d.address for d in view.documents}
    said = tuple(
        Said(c.id, (Piece(urls[c.document], c.proposition.start, c.proposition.end),))
        for c in view.claims
        if c.document in urls
    )
    lines = tuple(
        _line(s, urls, section.name != BACKGROUND, s.id not in refused)
        for section in edition.briefing.sections
        for s in section.sentences
    )
    return Day(said, happened(edition.events), lines)


def happened(events: tuple[Event, ...]) -> tuple[Happened, ...]:
    """Events as answers."""
    return tuple(
        Happened(
            claims=e.claims,
            independent=e.independent,
            origins=tuple(g.claims for g in e.origins),
            rulings=tuple(Ruled(v.kind.value, v.claims, v.measure) for v in e.verdicts),
            figures=tuple(f"{p.measure.value}={p.value}" for p in e.positions),
        )
        for e in events
    )


def _line(sentence: Sentence, urls: dict[str, str], news: bool, supported: bool) -> Line:
    return Line(
        text=sentence.text,
        pieces=tuple(Piece(urls[e.document], e.span.start, e.span.end) for e in sentence.evidence),
        news=news,
        verdicts=tuple(v.value for v in sentence.verdicts),
        supported=supported,
        figures=tuple(f"{n.measure.value}={n.value}" for n in sentence.numbers),
    )
