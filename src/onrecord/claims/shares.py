"""Which number is a part of which: "58 of 132", "including three children", "15 people, of whom four ..."."""

from typing import NamedTuple

from onrecord.claims.marks import Mark
from onrecord.claims.measures import Thing
from onrecord.claims.numbers import Numeral
from onrecord.claims.objects import Head, Page, grammar
from onrecord.records import Measure, Quantity

_HURT = frozenset([Measure.KILLED, Measure.WOUNDED])
_WRECKED = frozenset([Measure.DESTROYED, Measure.DAMAGED])
_REACH, _NEAR = 12, 5
_JOINTS = frozenset([",", "and", "from", "in", "of", "the"])


class Row(NamedTuple):
    """One number with its noun phrase, its measure, what it counts, and the cue that told so."""

    numeral: Numeral
    head: Head
    measure: Measure
    counted: Thing | None = None
    cue: Mark | None = None


class Draft(NamedTuple):
    """A quantity on its way: its row, the places that it covers, and the row that it says it is a part of."""

    sheet: Page
    row: Row
    quantity: Quantity
    whole: int | None = None


def partial(sheet: Page, row: Row) -> bool:
    """Whether a row says that it is a part of the number before it: "of them", "of which", "including"."""
    lead = row.numeral.lead - (1 if sheet.low(row.numeral.lead - 1) == "," else 0)
    before = [sheet.low(lead - k) for k in (1, 2)]
    if row.head.whole == "them" or "including" in before or "among" in before:
        return True
    return before[0] in {"whom", "which", "them"} and before[1] in {"of", "among"}


def whole_of(sheet: Page, rows: list[Row], index: int, drafts: list[Draft]) -> int | None:
    """The draft that a row says it is a part of; -1 for the next ("58 of 132")."""
    row = rows[index]
    if row.head.whole == "total":
        return -1
    if drafts and index and sheet.low(rows[0].numeral.lead - 1) == "of" and rows[0].numeral.lead <= sheet.first + 2:
        return 0 if row.measure is rows[0].measure or {row.measure, rows[0].measure} == _WRECKED else None
    if not drafts:
        return None
    if not partial(sheet, row):
        before = rows[index - 1]
        told = drafts[-1].whole is None and (_graded(sheet, row, before) or _apposed(sheet, row, before))
        return len(drafts) - 1 if told else _listed(sheet, before, row, drafts)
    top = drafts[-1]
    listed = sheet.low(row.numeral.lead - 1) in {"and", ","} and top.whole is not None and top.whole >= 0
    return top.whole if listed else _nearest(row, drafts)


def _nearest(row: Row, drafts: list[Draft]) -> int | None:
    """The draft before a part that counts the same sort of thing, else the last."""
    sort = row.counted.sort if row.counted is not None else ""
    near = range(len(drafts) - 1, max(-1, len(drafts) - _NEAR), -1)
    alike = next((k for k in near if (c := drafts[k].row.counted) is not None and c.sort == sort), None)
    whole = alike if alike is not None else len(drafts) - 1 if _kin(row, drafts[-1].row) else None
    return None if whole is not None and drafts[whole].row.numeral.none else whole


def _apposed(sheet: Page, row: Row, before: Row) -> bool:
    """Whether a list of the same people begins in brackets or after a dash: "six people ([one] woman, five men)"."""
    mark = sheet.low(before.head.end) if row.numeral.lead == before.head.end + 1 else ""
    if (
        mark not in {"(", "-", "–", "—", ":"}
        or row.counted is None
        or before.counted is None
        or row.head.counted is None
    ):
        return False
    fewer = (row.numeral.value or 0) <= (before.numeral.value or 0)
    return fewer and row.counted.sort == before.counted.sort == "person" and row.measure is before.measure


def _graded(sheet: Page, row: Row, before: Row) -> bool:
    """Whether a row tells how badly some of those before it were hurt: "wounding 16, four seriously"."""
    if row.measure is not before.measure or row.measure is not Measure.WOUNDED or row.head.counted is not None:
        return False
    fewer = row.numeral.value is not None and before.numeral.value is not None
    state = row.cue is not None and (sheet.low(row.cue.first), sheet.low(row.cue.last - 1)) == ("in", "condition")
    return (
        fewer
        and (row.numeral.value or 0) <= (before.numeral.value or 0)
        and (state or sheet.low(row.numeral.last) in grammar("degrees"))
    )


def _kin(row: Row, before: Row) -> bool:
    """Whether "one of the plants" may be of what was counted before it: no plant is of four drones."""
    one, other = row.counted, before.counted
    return (
        row.head.whole != "them" or row.head.counted is None or one is None or other is None or one.sort == other.sort
    )


def _listed(sheet: Page, before: Row, row: Row, drafts: list[Draft]) -> int | None:
    """The whole that a row shares with the part before it: "70 people, including 40 men and [26] women"."""
    whole, own = drafts[-1].whole, row.numeral.value
    if whole is None or whole < 0 or own is None or row.numeral.none:
        return None
    parts, total = [d for d in drafts if d.whole == whole], drafts[whole].quantity.value
    begin, end = before.head.end, row.numeral.lead
    if (
        len(parts) == 1
        and (sheet.low(end - 2), sheet.low(end - 1)) == (",", "and")
        and not _related(sheet, parts[0].row)
    ):
        return None  # six nurses, including three women, and two guards
    if _related(sheet, parts[0].row):
        linked = sheet.low(end - 1) == "and" and end - begin < _REACH and row.counted == before.counted
    else:
        of, same = drafts[whole].row.measure, row.measure is before.measure is drafts[whole].row.measure
        hurt = of is Measure.CASUALTIES and {row.measure, before.measure} == _HURT
        begin = before.cue.last if hurt and before.cue is not None and before.cue.first == begin else begin
        linked = joined(sheet, begin, end) and (same or hurt)
    told = sum(d.quantity.value or 0 for d in parts) + own
    return whole if linked and total is not None and told <= total else None


def joined(sheet: Page, begin: int, end: int) -> bool:
    """Whether only commas, "and" and places stand between two numbers of a list: "38 from Damar and [12]"."""
    return all(sheet.low(k) in _JOINTS or capital(sheet, k) for k in range(begin, end))


def _related(sheet: Page, row: Row) -> bool:
    """Whether "of which" leads a row, so that each part has a predicate of its own."""
    lead = row.numeral.lead - (1 if sheet.low(row.numeral.lead - 1) == "," else 0)
    return sheet.low(lead - 1) in {"which", "whom"}


def capital(sheet: Page, at: int) -> bool:
    """Whether a word with a capital letter stands at a token of the page."""
    return sheet.first <= at < sheet.last and sheet.marks.tokens.capital(at)
