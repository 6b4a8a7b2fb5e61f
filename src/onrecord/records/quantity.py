"""How many: typed figures."""

from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from onrecord.records.record import Record
from onrecord.records.span import Span


class Measure(StrEnum):
    """What a number counts."""

    LAUNCHED = "launched"
    SHOT_DOWN = "shot_down"
    LOST_TO_EW = "lost_to_ew"
    RETURNED = "returned"
    STILL_AIRBORNE = "still_airborne"
    HIT = "hit"
    KILLED = "killed"
    WOUNDED = "wounded"
    MISSING = "missing"
    CAPTURED = "captured"
    DESTROYED = "destroyed"
    DAMAGED = "damaged"
    ENGAGEMENTS = "engagements"
    CASUALTIES = "casualties"
    DISPLACED = "displaced"
    AFFECTED = "affected"
    DEPLOYED = "deployed"
    AREA = "area"
    LEVEL = "level"
    MONEY = "money"
    OTHER = "other"


class Operator(StrEnum):
    """How the words bound the number."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    ABOUT = "about"
    ALMOST = "almost"
    VAGUE = "vague"  # tens 10, dozens 12, hundreds 100, after ACLED's coding


class Scope(StrEnum):
    """What the number covers."""

    WHOLE = "whole"
    PART = "part"
    DAILY = "daily"
    CUMULATIVE = "cumulative"


Number: TypeAlias = int | float


class Quantity(Record, frozen=True, kw_only=True):
    """One typed figure. `low` and `high` bound it as the words do ("almost 200": high 200; "at least 9": low 9).

    `value` is the number named, 0 for "no casualties", None where only bounds are told. `place` names what a part
    covers.
    `subset_of` is the index, in its claim's quantities, of the total that it is a part of. `unit` is for
    area (km2), level (m), money (ISO 4217, else the name of a currency that several countries have: "crown").
    """

    span: Span
    measure: Measure
    object: str | None = None
    population: str | None = None
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    operator: Operator = Operator.EXACT
    scope: Scope = Scope.WHOLE
    place: str | None = None
    subset_of: int | None = None
    as_of: datetime | None = None
    unit: str | None = None
