"""Where: a toponym tied to a gazetteer entry, or visibly to none."""

from enum import StrEnum

from onrecord.records.record import Record
from onrecord.records.span import Span


class Extent(StrEnum):
    """How exactly a place is told, from the finest to the coarsest."""

    POINT = "point"
    SETTLEMENT = "settlement"
    DISTRICT = "district"
    REGION = "region"
    FRONT = "front"
    FEATURE = "feature"  # a sea, a river, a bridge
    COUNTRY = "country"
    UNKNOWN = "unknown"


class PlaceRole(StrEnum):
    """What the place is to the event."""

    AT = "at"
    FROM = "from"  # launched from, withdrew from
    TO = "to"  # returned to, moved to


class Candidate(Record, frozen=True, kw_only=True):
    """A gazetteer entry that was considered, with its score (0 to 1) and the reason for it."""

    geonameid: int
    name: str
    score: float
    reason: str


class Place(Record, frozen=True, kw_only=True):
    """One place as a report names it. `geonameid`, `lat` and `lon` are None where the reader abstained.

    `name` is the story's spelling. `country` is ISO 3166-1 alpha-2, `region` the first-level division's name;
    they follow internationally recognised borders. Coordinates are WGS 84 degrees.
    """

    span: Span
    name: str
    precision: Extent
    country: str | None = None
    region: str | None = None
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    role: PlaceRole = PlaceRole.AT
    reason: str = ""
    candidates: tuple[Candidate, ...] = ()
