"""Rows of numbers -> quantities: places that parts cover, "eight each over A and B", totals that they add up to."""

import msgspec

from onrecord.claims.lexicon import table
from onrecord.claims.objects import Page, grammar
from onrecord.claims.shares import Draft, Row, capital, partial, summed, whole_of
from onrecord.records import Measure, Quantity, Scope

_OUTCOMES = frozenset([Measure.SHOT_DOWN, Measure.LOST_TO_EW, Measure.RETURNED, Measure.STILL_AIRBORNE, Measure.HIT])
_REACH, _WINDOW = 12, 40


def arrange(sheet: Page, rows: list[Row]) -> list[Quantity]:
    """The quantities of all rows, distributives told apart, with scope, place and subset."""
    drafts: list[Draft] = []
    for index, row in enumerate(rows):
        after = rows[index + 1].numeral.lead if index + 1 < len(rows) else sheet.last
        places, each = _places(sheet, row, after) if row.measure not in _UNPLACED else ((), False)
        places = places or _led(sheet, row)
        if len(places) == 1 and not each and index and _coupled(sheet, rows[index - 1], row):
            places = ()
        draft = Draft(sheet, row, _quantity(sheet, row), whole_of(sheet, rows, index, drafts))
        if each and len(places) > 1:
            drafts += [_part(draft, place) for place in places]
        elif places:
            drafts.append(_part(draft, _joined(places)))
        else:
            drafts.append(draft)
    drafts = summed(sheet, drafts)
    return _nest(
        [
            _settled(draft, drafts[max(0, index - _WINDOW) : index], drafts[index + 1 : index + _WINDOW])
            for index, draft in enumerate(drafts)
        ]
    )


def _coupled(sheet: Page, before: Row, row: Row) -> bool:
    """Whether two numbers share what follows them, so that its place is of both: "23 boys and four men in Vesk"."""
    between = [sheet.low(k) for k in range(before.head.end, row.numeral.lead)]
    return bool(between) and {*between} <= {",", "and", "as", "well"} and row.measure is before.measure


def _settled(draft: Draft, before: list[Draft], behind: list[Draft]) -> Draft:
    """The draft with its place, where it is a part among others; one number alone is not a part of its place."""
    own = draft.quantity
    if own.place is None or partial(draft.sheet, draft.row):
        return draft
    listed = any(d.quantity.place for d in [*before, *behind] if d.whole is None and d.quantity.measure is own.measure)
    summed = any(not d.quantity.place for d in before if d.whole is None and d.quantity.measure is own.measure)
    return draft if listed or summed else draft._replace(quantity=msgspec.structs.replace(own, place=None))


_UNPLACED = frozenset([Measure.MONEY, Measure.AREA, Measure.LEVEL])


def _part(draft: Draft, place: str) -> Draft:
    return draft._replace(quantity=msgspec.structs.replace(draft.quantity, place=place))


def _joined(places: tuple[str, ...]) -> str:
    return " and ".join(places) if len(places) < 3 else ", ".join(places[:-1]) + " and " + places[-1]


def _quantity(sheet: Page, row: Row) -> Quantity:
    """The bare quantity of a row."""
    numeral, counted = row.numeral, row.counted
    money = row.measure in _UNPLACED and (numeral.unit is not None or row.measure is not Measure.LEVEL)
    value = numeral.value
    if isinstance(value, float) and counted and counted.sort in {"person", "air"} and (value * 1000).is_integer():
        value = round(value * 1000)  # 761.160 men: a full stop between thousands
    return Quantity(
        span=numeral.span(sheet.marks.tokens),
        measure=row.measure,
        object=None if money or counted is None else counted.object,
        population=counted.population if counted and not money else None,
        value=value,
        low=numeral.low,
        high=numeral.high,
        operator=numeral.operator,
        scope=Scope.PART if numeral.more or _each(sheet, row) else Scope.WHOLE,
        unit=numeral.unit,
    )


def _each(sheet: Page, row: Row) -> bool:
    return bool({sheet.low(row.head.end), sheet.low(row.numeral.last)} & {"each", "apiece"})


def _places(sheet: Page, row: Row, after: int) -> tuple[tuple[str, ...], bool]:
    """The places named after a number as what it covers, and whether it holds for each of them."""
    at, each = max(row.head.end, row.numeral.last), False
    limit = min(after, at + _REACH)
    while at < limit and sheet.low(at) not in grammar("where"):
        word = sheet.low(at)
        each = each or word in {"each", "apiece"}
        if word in {",", ".", ";", ":", "and", "while", "to", "from"} or (word == ")" and at > row.head.end):
            return (), False
        at += 1
    if at >= limit:
        return (), False
    names, end = _names(sheet, at + 1, min(after, at + 30))
    each = each or any(sheet.low(k) in {"each", "apiece"} for k in (end, end + 1, at + 1))
    return names, each


def _led(sheet: Page, row: Row) -> tuple[str, ...]:
    """The place right before a number: "over Damar four", "over Vesk region: 11"."""
    end = row.numeral.lead
    while sheet.low(end - 1) in {"-", "–", "—", ":"}:
        end -= 1
    for at in range(end - 1, max(sheet.first, end - 8) - 1, -1):
        if sheet.low(at) in grammar("where"):
            names, last = _names(sheet, at + 1, end)
            return names if last == end and len(names) == 1 else ()
    return ()


def _names(sheet: Page, at: int, limit: int) -> tuple[tuple[str, ...], int]:
    """The capitalised names from token `at`, joined by commas and "and", each with its "region"; and where they end."""
    names: list[str] = []
    while at < limit:
        while at < limit and sheet.low(at) in grammar("within") and not capital(sheet, at):
            at += 1
        name, at = _name(sheet, at, limit)
        if not name:
            break
        names.append(name)
        if sheet.low(at) not in {",", "and", "&"} or at + 1 >= limit:
            break
        step = at + 2 if sheet.low(at) == "," and sheet.low(at + 1) == "and" else at + 1
        if not (capital(sheet, step) or (sheet.low(step) == "the" and capital(sheet, step + 1))):
            break
        at = step
    return tuple(_shared(names)), at


def _shared(names: list[str]) -> list[str]:
    """In "the A and B regions" both are regions."""
    areas = table("numbers")["grammar"]["areas"]
    last = names[-1].split(" ")[-1] if names else ""
    single: str = areas.get(last, "")
    if not single or not last.endswith("s"):
        return names
    stems = [*names[:-1], names[-1].rsplit(" ", 1)[0]]
    return [n if n.split(" ")[-1].lower() in areas else f"{n} {single}" for n in stems]


def _name(sheet: Page, at: int, limit: int) -> tuple[str, int]:
    """One capitalised name with the word for its area, and the token after it."""
    start, source = at, sheet.marks.tokens
    while at < limit and (capital(sheet, at) or _inside(sheet, at, start, limit)):
        at += 1
    if (
        at == start
        or sheet.low(start) in grammar("weekdays")
        or sheet.low(start) in table("numbers")["words"]["months"]
    ):
        return "", start
    if at < limit and sheet.low(at) in table("numbers")["grammar"]["areas"]:
        at += 1
    return source.text[source.all[start].start : source.all[at - 1].end], at


def _inside(sheet: Page, at: int, start: int, limit: int) -> bool:
    """Whether a small word or hyphen stands inside a name: Sea of Azov, Rostov-on-Don."""
    if at == start or at + 1 >= limit:
        return False
    if sheet.low(at) in {"of", "the"}:
        return capital(sheet, at + 1) or (sheet.low(at + 1) == "the" and capital(sheet, at + 2))
    return sheet.low(at) in {"-", "‑", "'", "’", "on"} and sheet.marks.tokens.joined(at)


def _nest(drafts: list[Draft]) -> list[Quantity]:
    """The quantities with `subset_of` and scope set."""
    made: list[Quantity] = []
    for index, draft in enumerate(drafts):
        whole = index + 1 if draft.whole == -1 else draft.whole
        if whole is None or whole >= len(drafts):
            whole = _total(drafts, index)
        quantity = draft.quantity
        same = whole is not None and drafts[whole].quantity.measure is quantity.measure
        scope = Scope.PART if quantity.place or same else quantity.scope
        made.append(msgspec.structs.replace(quantity, subset_of=whole, scope=scope))
    return made


def _total(drafts: list[Draft], index: int) -> int | None:
    """The total that a quantity is a part of: the launched of an outcome, or the sum of places that are listed."""
    own = drafts[index].quantity
    if own.value is None:
        return None
    before = range(index - 1, max(-1, index - _WINDOW), -1)
    order: list[int] = [*before, *range(index + 1, min(len(drafts), index + _WINDOW))]
    for at in order:
        other = drafts[at].quantity
        fits = other.value is not None and other.value >= own.value
        if not fits or other.object != own.object or other.place:
            continue
        if own.measure in _OUTCOMES and other.measure is Measure.LAUNCHED:
            return at
        if own.place and own.measure is other.measure and at < index and other.scope is Scope.WHOLE:
            return None if drafts[index].row.numeral.more else at
    return None
