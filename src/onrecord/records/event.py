"""What we think happened: links between claims, origins, positions, verdicts, and the events they make."""

from datetime import datetime
from enum import StrEnum

from onrecord.records.moment import Moment
from onrecord.records.place import Place
from onrecord.records.quantity import Measure, Number, Operator, Scope
from onrecord.records.record import Identified, Record, ident
from onrecord.records.span import Evidence


class Judgement(StrEnum):
    """Whether two claims are the same in some relation; TAKEN_BACK withdraws what the same judge said before."""

    SAME = "same"
    DIFFERENT = "not-same"
    UNSURE = "unsure"
    TAKEN_BACK = "taken-back"


class Relation(StrEnum):
    """In what two claims are judged to be the same: the happening, the origin, or the thing that they count."""

    EVENT = "event"
    ORIGIN = "origin"
    FIGURE = "figure"


class Slot(Record, frozen=True, kw_only=True):
    """One row of a link's waterfall: what was compared, how it scored (-1 to 1), its weight, and why."""

    name: str
    score: float
    weight: float
    reason: str
    veto: bool = False


class Link(Identified, frozen=True, kw_only=True):
    """A judgement on a pair of claims (left < right), with its reasons. A person's outlives every re-run.

    `relation` is a Relation. `at` is when it was made; `seen` is when it became part of the record, the cutoff of the
    first edition that knows it (None: `at`). `note` is the judge's own words. `of` are the two ids that the judge
    named, where one was an event: all pairs of one judgement share it, with `by` and `at`.
    """

    left: str
    right: str
    relation: str = "event"
    judgement: Judgement = Judgement.SAME
    score: float = 0.0
    slots: tuple[Slot, ...] = ()
    by: str = "onrecord"
    at: datetime | None = None
    seen: datetime | None = None
    note: str = ""
    of: tuple[str, ...] = ()

    def identity(self) -> str:
        """By pair, relation, judgement, judge and time, and by what else a judge said, where that is anything."""
        more = (self.seen, self.note, self.of)
        said = more if any(more) else ()
        return ident("l", self.left, self.right, self.relation, self.judgement, self.by, self.at, *said)


class State(StrEnum):
    """How an act of judging stands by now: SET_ASIDE is excluded by later ones, REPLACED by a later one on the pair."""

    STANDS = "stands"
    SET_ASIDE = "set-aside"
    REPLACED = "replaced"
    TAKEN_BACK = "taken-back"


class Ruling(Record, frozen=True, kw_only=True):
    """One act of judging, as lists show it: a person said something of two claims or events.

    `id` is that of its first link; `left` and `right` are the ids that the judge named; `pairs` are the claims that it
    was kept for. `seen` is the cutoff of the first edition that knows it.
    """

    id: str
    left: str
    right: str
    relation: str
    judgement: Judgement
    by: str
    at: datetime | None
    seen: datetime | None
    note: str
    state: State
    pairs: tuple[tuple[str, str], ...]


class Join(Record, frozen=True, kw_only=True):
    """Why two claims go back to one origin; `shared` shows it.

    `rule` is copied-text, credit, publisher, primary-source, chain or judged.
    """

    left: str
    right: str
    rule: str
    shared: str


class OriginGroup(Identified, frozen=True, kw_only=True):
    """Claims that go back to one origin, and why. `name` is the speaker or publisher that they go back to.

    `host` is the publisher that brings a speaker in without a name ("a nurse"): of such voices it has any number, and
    one does not confirm the other.
    """

    name: str
    party: str | None
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    host: str = ""
    joins: tuple[Join, ...] = ()

    def identity(self) -> str:
        """By its claims."""
        return ident("o", self.claims)


class Position(Record, frozen=True, kw_only=True):
    """What one side says of one measure: one row a side, never overwritten, never averaged.

    `documents` are those that tell it, `own` is True where the speaker's own channel does.
    """

    speaker: str
    party: str | None
    origin: str
    measure: Measure
    claims: tuple[str, ...]
    object: str | None = None
    population: str | None = None
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    operator: Operator = Operator.EXACT
    scope: Scope = Scope.WHOLE
    place: str | None = None
    as_of: datetime | None = None
    unit: str | None = None
    documents: tuple[str, ...] = ()
    own: bool = False


class VerdictKind(StrEnum):
    """How accounts stand to each other; see docs/explanation/reconciling.md."""

    AGREE = "agree"
    COMPATIBLE = "compatible"
    UPDATE = "update"
    PARTITION = "partition"
    DIFFERENT = "different-thing"
    CONFLICT = "conflict"
    SINGLE = "single-source"


class Verdict(Record, frozen=True, kw_only=True):
    """How the accounts of one measure stand, with the arithmetic where there is any, and the reason in words."""

    kind: VerdictKind
    measure: str
    """A Measure, or "occurrence" for whether the thing happened at all."""
    claims: tuple[str, ...]
    reason: str
    arithmetic: str | None = None
    place: str | None = None


class Event(Identified, frozen=True, kw_only=True):
    """Claims that tell of one happening, computed from claims and links, never stored as truth.

    `outlets` counts documents' sources, `origins` what they go back to; `independent` counts the origins that can
    confirm each other: the bodies of one belligerent party together are one. `first` and `last` are when it was told
    first and last. `claims` are in order of publication, and `key` is the first: the event's name stays when claims
    join it.
    """

    key: str
    kind: str
    claims: tuple[str, ...]
    moment: Moment | None = None
    place: Place | None = None
    origins: tuple[OriginGroup, ...] = ()
    outlets: int = 0
    independent: int = 0
    first: datetime | None = None
    last: datetime | None = None
    positions: tuple[Position, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    links: tuple[Link, ...] = ()

    def identity(self) -> str:
        """By its key."""
        return ident("e", self.key)


class Strand(Record, frozen=True, kw_only=True):
    """A running sub-story: documents that are about the same, in order of publication. `key` is the first of them.

    `words` are a few that tell it from other strands; `first` and `last` are when it was told first and last.
    """

    key: str
    documents: tuple[str, ...]
    words: tuple[str, ...] = ()
    first: datetime | None = None
    last: datetime | None = None


class ChangeKind(StrEnum):
    """What is new since an earlier briefing."""

    NEW_EVENT = "new-event"
    NEW_FIGURE = "new-figure"
    CHANGED_FIGURE = "changed-figure"
    NEW_DENIAL = "new-denial"
    NEW_ORIGIN = "new-origin"
    NEW_CONFLICT = "new-conflict"
    OPEN_CONFLICT = "open-conflict"
    RESOLVED = "resolved"


class Change(Record, frozen=True, kw_only=True):
    """One thing that no earlier edition had on record: `event` is the key, `claims` are those that make it new.

    `before` and `after` are figures as print has them, with the words that bound them; None where there is none.
    """

    kind: ChangeKind
    event: str
    claims: tuple[str, ...]
    reason: str
    speaker: str | None = None
    measure: str | None = None
    before: str | None = None
    after: str | None = None


class Undoing(StrEnum):
    """How a claim was taken back."""

    DROPPED = "dropped"
    """A later version of its report no longer says so."""
    CORRECTED = "corrected"
    """Its publisher says that the report was wrong."""
    RETRACTED = "retracted"
    """A report says that its speaker withdrew it."""


class Withdrawal(Record, frozen=True, kw_only=True):
    """One claim that was taken back. `source` and `title` are those of the report that makes it.

    `by` is the document that takes it back, on record since `at`; `words` are its characters that say so, None where
    the claim is only gone; `instead` is what that document says in its place, where it says anything.
    """

    claim: str
    document: str
    source: str
    title: str
    published: datetime | None
    how: Undoing
    by: str
    at: datetime | None
    words: Evidence | None = None
    instead: Evidence | None = None
