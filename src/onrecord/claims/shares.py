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
_MANY = 20
"""A number from which on what follows hardly adds up to it by chance."""

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
        same = row.measure is rows[0].measure or {row.measure, rows[0].measure} == _WRECKED
        return 0 if same or _bare(sheet, row, rows[0]) else None
    if not drafts:
        return None
    if not partial(sheet, row):
        before = rows[index - 1]
        told = drafts[-1].whole is None and (_graded(sheet, row, before) or _apposed(sheet, row, before))
        return len(drafts) - 1 if told else _listed(sheet, before, row, drafts)
    top = drafts[-1]
    listed = sheet.low(row.numeral.lead - 1) in {"and", ","} and top.whole is not None and top.whole >= 0
    return top.whole if listed else _nearest(row, drafts)


def _bare(sheet: Page, row: Row, whole: Row) -> bool:
    """Whether a row without a noun is told of what its sentence began with: "Of 94 schools, 22 are rubble"."""
    if row.head.counted is not None or row.numeral.none or row.numeral.unit or sheet.low(row.numeral.lead - 1) == "of":
        return False
    ended = any(sheet.low(k) in {".", "!", "?"} for k in range(whole.head.end, row.numeral.lead))
    return not ended and 0 < (row.numeral.value or 0) < (whole.numeral.value or 0)


def summed(sheet: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts with those that add up to the number before them as its parts: "19 (Damar 11, Vesk 5, Orle 3)"."""
    made = list(drafts)
    for index, top in enumerate(drafts):
        last = _sum(sheet, drafts, index) if top.quantity.value else None
        for k in range(index + 1, (last or index) + 1):
            made[k] = made[k] if made[k].whole is not None else made[k]._replace(whole=index)
    return made


def _sum(sheet: Page, drafts: list[Draft], index: int) -> int | None:
    """The last of the drafts after one that make up its number, within its sentence; None where none do."""
    top, told = drafts[index], 0.0
    end = top.row.head.end
    listed = sheet.low(end) in {"(", ":", "–", "—", "-"}
    if not listed and (top.quantity.value or 0) < _MANY:
        return None
    for at in range(index + 1, min(len(drafts), index + _REACH)):
        row = drafts[at].row
        told += row.numeral.value or 0
        if row.numeral.value is None or told > (top.quantity.value or 0) or row.numeral.unit != top.row.numeral.unit:
            return None
        if any(sheet.low(k) in {".", "!", "?"} for k in range(end, row.numeral.lead)):
            return None
        if told == top.quantity.value:
            return at if at > index + 1 else None
    return None


def _nearest(row: Row, drafts: list[Draft]) -> int | None:
    """The draft before a part that counts the same sort of thing, else the last."""
    sort = row.counted.sort if row.counted is not None else ""
    near = range(len(drafts) - 1, max(-1, len(drafts) - _NEAR), -1)
    kin = [k for k in near if (c := drafts[k].row.counted) is not None and c.sort == sort]
    alike = next((k for k in kin if drafts[k].row.measure is row.measure), kin[0] if kin else None)
    whole = alike if alike is not None else len(drafts) - 1 if _kin(row, drafts[-1].row) else None
    return None if whole is not None and drafts[whole].row.numeral.none else whole


def _apposed(sheet: Page, row: Row, before: Row) -> bool:
    """Whether a list of the same people begins in brackets or after a dash: "six people ([one] woman, five men)"."""
    mark = sheet.low(before.head.end) if row.numeral.lead == before.head.end + 1 else ""
    if (
        mark not in {"(", "-", "–", "—", ":"}
        or row.counted is None
        or before.counted is None
        or (row.head.counted is None and mark != "(")
    ):
        return False
    fewer = not row.numeral.more and (row.numeral.value or 0) <= (before.numeral.value or 0)
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
        linked = sheet.low(end - 1) == "and" and end - begin < _REACH and _sorted(row) == _sorted(before)
    else:
        of, same = drafts[whole].row.measure, row.measure is before.measure is drafts[whole].row.measure
        hurt = of is Measure.CASUALTIES and {row.measure, before.measure} == _HURT
        begin = before.cue.last if hurt and before.cue is not None and before.cue.first == begin else begin
        linked = joined(sheet, begin, end) and (same or hurt)
    told = sum(d.quantity.value or 0 for d in parts) + own
    return whole if linked and total is not None and told <= total else None


def _sorted(row: Row) -> str:
    """The sort of what a row counts."""
    return row.counted.sort if row.counted is not None else ""


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
