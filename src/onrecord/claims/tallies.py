"""Quantities -> what does not add up in them."""

from collections.abc import Iterable

from onrecord.records import Measure, Number, Operator, Quantity, Scope

_OUTCOMES = (Measure.SHOT_DOWN, Measure.LOST_TO_EW, Measure.RETURNED, Measure.HIT, Measure.STILL_AIRBORNE)
_NAMES = {
    Measure.SHOT_DOWN: "shot down",
    Measure.LOST_TO_EW: "lost to electronic warfare",
    Measure.RETURNED: "returned",
    Measure.HIT: "hit",
    Measure.STILL_AIRBORNE: "still airborne",
}


def breaches(quantities: Iterable[Quantity]) -> tuple[str, ...]:
    """A plain sentence for each object of which more was accounted for than launched; parts are not counted twice."""
    listed = list(quantities)
    objects = sorted({q.object or "" for q in listed if q.measure is Measure.LAUNCHED})
    return tuple(message for name in objects if (message := _breach([q for q in listed if (q.object or "") == name])))


def _breach(listed: list[Quantity]) -> str:
    """What is wrong with the tally of one object; "" where nothing is."""
    totals = [top for q in listed if q.measure is Measure.LAUNCHED and (top := _most(q)) is not None]
    counted = [q for q in listed if q.measure in _OUTCOMES and q.scope is not Scope.PART and _least(q)]
    open_ended = [q for q in listed if q.measure is Measure.LAUNCHED and _most(q) is None]
    if not totals or open_ended or len({q.measure for q in counted}) < len(counted):
        return ""
    launched, sum_ = sum(totals), sum(_least(q) for q in counted)
    if sum_ <= launched:
        return ""
    parts = " + ".join(f"{_least(q)} {_NAMES[q.measure]}" for q in counted)
    return f"the account names {launched} {listed[0].object or 'objects'} launched, but {parts} make {sum_}"


def _least(quantity: Quantity) -> Number:
    """The smallest number that the words allow."""
    if quantity.operator in {Operator.EXACT, Operator.AT_LEAST, Operator.MORE_THAN}:
        return quantity.value or quantity.low or 0
    return quantity.low or 0


def _most(quantity: Quantity) -> Number | None:
    """The largest number that the words allow; None where they set no bound."""
    return quantity.value if quantity.operator is Operator.EXACT else quantity.high
