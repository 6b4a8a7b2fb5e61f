"""The nouns of the house: frozen, typed, keyword-only; no I/O, no clock. Import them from here."""

from onrecord.records.briefing import (
    Bar,
    Briefing,
    Cell,
    Chart,
    Citation,
    Counts,
    Figure,
    Section,
    Sentence,
    SourceLine,
    Status,
    Table,
)
from onrecord.records.claim import Actor, Attribution, Claim, Reading, Speaker, Stance, Weapon
from onrecord.records.document import Capture, Document, Source, SourceKind
from onrecord.records.event import (
    Change,
    ChangeKind,
    Event,
    Join,
    Judgement,
    Link,
    OriginGroup,
    Position,
    Slot,
    Strand,
    Verdict,
    VerdictKind,
)
from onrecord.records.ledger import Sighting, Statement, View
from onrecord.records.moment import Moment, Precision
from onrecord.records.place import Candidate, Extent, Place, PlaceRole
from onrecord.records.problem import Problem
from onrecord.records.quantity import Measure, Number, Operator, Quantity, Scope
from onrecord.records.record import Identified, Record, digest, ident
from onrecord.records.span import Evidence, Span
from onrecord.records.story import Beat, Body, Kind, Party, Person, Site, Story, Style

PUBLISHED = (Document, Claim, Statement, Sighting, Link, Event, Briefing, Problem, Story)
"""The records that other programs read: each has a JSON Schema (`onrecord.records.schema`)."""

__all__ = [
    "PUBLISHED",
    "Actor",
    "Attribution",
    "Bar",
    "Beat",
    "Body",
    "Briefing",
    "Candidate",
    "Capture",
    "Cell",
    "Change",
    "ChangeKind",
    "Chart",
    "Citation",
    "Claim",
    "Counts",
    "Document",
    "Event",
    "Evidence",
    "Extent",
    "Figure",
    "Identified",
    "Join",
    "Judgement",
    "Kind",
    "Link",
    "Measure",
    "Moment",
    "Number",
    "Operator",
    "OriginGroup",
    "Party",
    "Person",
    "Place",
    "PlaceRole",
    "Position",
    "Precision",
    "Problem",
    "Quantity",
    "Reading",
    "Record",
    "Scope",
    "Section",
    "Sentence",
    "Sighting",
    "Site",
    "Slot",
    "Source",
    "SourceKind",
    "SourceLine",
    "Span",
    "Speaker",
    "Stance",
    "Statement",
    "Status",
    "Story",
    "Strand",
    "Style",
    "Table",
    "Verdict",
    "VerdictKind",
    "View",
    "Weapon",
    "digest",
    "ident",
]
