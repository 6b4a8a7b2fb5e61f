"""The day's events as other programs get them: one Entry an event, with its claims, verdicts and score."""

from datetime import datetime

from onrecord.records.event import OriginGroup, Position, Ruling
from onrecord.records.moment import Precision
from onrecord.records.place import Extent
from onrecord.records.record import Record


class Quote(Record, frozen=True, kw_only=True):
    """Characters of a document: half-open offsets in its text, and the text between them."""

    start: int
    end: int
    text: str


class When(Record, frozen=True, kw_only=True):
    """When an event happened: [earliest, latest), and the rule that made it."""

    earliest: datetime | None
    latest: datetime | None
    precision: Precision
    rule: str


class Where(Record, frozen=True, kw_only=True):
    """Where an event happened: a gazetteer entry, or a name that is visibly tied to none."""

    name: str
    precision: Extent
    country: str | None
    region: str | None
    geonameid: int | None
    lat: float | None
    lon: float | None


class Told(Record, frozen=True, kw_only=True):
    """One claim of an event: `span` is what was said, in the text of the document `doc`; `origin` is its group's id."""

    claim: str
    doc: str
    url: str
    span: Quote
    speaker: str | None
    party: str | None
    stance: str
    origin: str


class Finding(Record, frozen=True, kw_only=True):
    """One verdict: how the accounts of a measure, or of whether it happened at all ("occurrence"), stand."""

    measure: str
    verdict: str
    claims: tuple[str, ...]
    arithmetic: str | None
    reason: str
    place: str | None = None


class Points(Record, frozen=True, kw_only=True):
    """How much an event matters on the day: the parts of the sum that the briefing chooses by; whether it is told."""

    severity: int
    origins: int
    sides: int
    novelty: int
    scope: int
    total: int
    told: bool


class Entry(Record, frozen=True, kw_only=True):
    """One event of the day, told or held: `onrecord events --json` prints one a line.

    `origins` and `outlets` count; `groups` are the origins with the joins that made them. `new` says that something of
    it is new since yesterday. `judgements` are those by people that touch its claims, as of the day.
    """

    event: str
    kind: str
    moment: When | None
    place: Where | None
    claims: tuple[Told, ...]
    origins: int
    outlets: int
    positions: tuple[Position, ...]
    verdicts: tuple[Finding, ...]
    new: bool
    score: Points
    groups: tuple[OriginGroup, ...] = ()
    judgements: tuple[Ruling, ...] = ()
