"""What the reader gets: sentences that cannot be built without evidence, and the briefing they make."""

from datetime import date, datetime
from enum import StrEnum

from onrecord.records.event import Change, Undoing, VerdictKind
from onrecord.records.problem import Problem
from onrecord.records.quantity import Measure, Number, Operator
from onrecord.records.record import Identified, Record, ident
from onrecord.records.span import Evidence


class Status(StrEnum):
    """How far a sentence may be trusted, shown as its tag."""

    ESTABLISHED = "established"
    REPORTED = "reported"
    PRELIMINARY = "preliminary"
    DISPUTED = "disputed"
    BACKGROUND = "background"


class Figure(Record, frozen=True, kw_only=True):
    """A locked number of a sentence: nobody may phrase around it. `text` is how the sentence prints it."""

    text: str
    value: Number
    measure: Measure
    operator: Operator = Operator.EXACT
    object: str | None = None


class Sentence(Identified, frozen=True, kw_only=True):
    """One sentence with the characters that it rests on. It cannot be built without evidence."""

    text: str
    evidence: tuple[Evidence, ...]
    claims: tuple[str, ...]
    event: str | None = None
    status: Status = Status.REPORTED
    verdicts: tuple[VerdictKind, ...] = ()
    numbers: tuple[Figure, ...] = ()
    origins: int = 1
    outlets: int = 1
    note: str = ""
    """The few words beside the sentence: "2 origins, both sides"."""

    def identity(self) -> str:
        """By text and evidence."""
        return ident("t", self.text, [(e.document, e.span) for e in self.evidence])

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"a sentence needs evidence: {self.text!r}")
        Identified.__post_init__(self)


class Cell(Record, frozen=True, kw_only=True):
    """One cell of a table: what it prints, a note below it, and the sentence-like evidence that it rests on."""

    text: str
    note: str = ""
    evidence: tuple[Evidence, ...] = ()


class Table(Record, frozen=True, kw_only=True):
    """Accounts side by side: `head` names the columns, each row begins with its label."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    event: str | None = None


class Bar(Record, frozen=True, kw_only=True):
    """One part of a chart, with the evidence that it rests on."""

    label: str
    value: Number
    evidence: tuple[Evidence, ...]


class Chart(Record, frozen=True, kw_only=True):
    """A whole and its parts. `total` is None where the account names none; the remainder is shown, never filled in."""

    caption: str
    bars: tuple[Bar, ...]
    total: Number | None = None
    note: str = ""
    event: str | None = None


class Section(Record, frozen=True, kw_only=True):
    """A part of the briefing.

    `name` is one of established, reported, conflicts, unknown, changes, corrections, background.
    """

    name: str
    title: str
    sentences: tuple[Sentence, ...] = ()
    tables: tuple[Table, ...] = ()
    charts: tuple[Chart, ...] = ()
    notes: tuple[str, ...] = ()
    """Lines about the record itself, not about the world: what no monitored source said, what changed."""


class Use(Record, frozen=True, kw_only=True):
    """One sentence of an earlier briefing: the number of its day, its id and its words."""

    day: int
    sentence: str
    text: str


class Correction(Record, frozen=True, kw_only=True):
    """What was taken back since the day before, and the earlier briefings that used it.

    `source` is the id of who took it back, at `at`; `title` names the report that is no longer as it was.
    `words` are the characters that say so, `instead` those that stand in its place; neither where a later version only
    lacks it.
    """

    how: Undoing
    claims: tuple[str, ...]
    source: str
    title: str
    at: datetime | None
    words: tuple[Evidence, ...] = ()
    instead: tuple[Evidence, ...] = ()
    used: tuple[Use, ...] = ()

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """All that it rests on."""
        return (*self.words, *self.instead)


class Memory(Record, frozen=True, kw_only=True):
    """What earlier editions leave to a day: what is new since, and what of them was taken back."""

    changes: tuple[Change, ...] = ()
    corrections: tuple[Correction, ...] = ()


class Score(Record, frozen=True, kw_only=True):
    """How much an event matters today: points for each part, and their sum, which orders. `event` is its id.

    Severity of its kind; independent origins; agreement of sides; novelty; whether it lies in the story's countries.
    """

    event: str
    severity: int
    origins: int
    sides: int
    novelty: int
    scope: int
    total: int


class Length(Record, frozen=True, kw_only=True):
    """How long a briefing may be: sentences in all, and those of one event in its own words."""

    sentences: int = 30
    event: int = 3

    @property
    def aside(self) -> int:
        """The most sentences of each of these: figures that changed, what is not known, background."""
        return self.sentences // 6


class Voice(Record, frozen=True, kw_only=True):
    """How a party is heard: the claims that it made since yesterday, and the sentences here that tell one."""

    party: str
    claims: int
    told: int


class SourceLine(Record, frozen=True, kw_only=True):
    """One monitored source: what it is, how many reports it gave by the cutoff, and when the last one."""

    id: str
    name: str
    kind: str
    party: str | None
    documents: int
    latest: datetime | None = None


class Counts(Record, frozen=True, kw_only=True):
    """The figures at the head of the page."""

    documents: int
    sources: int
    claims: int
    origins: int
    events: int
    conflicts: int
    sentences: int
    problems: int


class Citation(Record, frozen=True, kw_only=True):
    """A document that evidence points to, as the page shows it."""

    document: str
    source: str
    name: str
    address: str
    title: str
    published: datetime | None


class Briefing(Record, frozen=True, kw_only=True):
    """The day's briefing. The same ledger and day give the same bytes: nothing here knows when it was written."""

    story: str
    day: date
    number: int
    """Day N since the story's first day, which is day 1."""
    cutoff: datetime
    headline: str
    standfirst: str
    leads: tuple[str, ...]
    """Ids of the sentences that the headline stands on."""
    sections: tuple[Section, ...]
    sources: tuple[SourceLine, ...]
    gaps: tuple[str, ...]
    counts: Counts
    citations: tuple[Citation, ...]
    length: Length = Length()
    scores: tuple[Score, ...] = ()
    """Those of the events that are told, the highest first."""
    voices: tuple[Voice, ...] = ()
    """The parties that spoke since yesterday, and the belligerents, in the story's order."""
    corrections: tuple[Correction, ...] = ()
    """What was taken back since the day before."""
    dropped: tuple[Problem, ...] = ()
    """Sentences that the verifier refused, and why."""
