"""A proposition -> its quantities: which numbers count, what of, with which measure, and how they hang together.

Rules over words: a number's measure comes from the nearest cue that governs it ("shot down 58", "58 were lost"), else
from the number before it in the same list, else from the kind of event.
"""

import re
from itertools import chain

import msgspec

from onrecord.claims.apart import apart
from onrecord.claims.carried import AIR, BEFORE, OF_PEOPLE, OF_PERSONS, PERSON, VAGUE, carried, named, sought
from onrecord.claims.govern import Case, Rule, does, govern
from onrecord.claims.marks import Mark, marks
from onrecord.claims.measures import Thing
from onrecord.claims.numbers import Numeral, numerals
from onrecord.claims.objects import Head, Page, grammar, head, own, page, plural
from onrecord.claims.opinion import Opinion
from onrecord.claims.parts import arrange
from onrecord.claims.shares import Row
from onrecord.claims.singles import singles
from onrecord.records import Measure, Quantity, Scope, Span

_BESIDE = 15
_PERIOD = 600
"""Characters between a number and the period that it covers."""

_ASIDE = re.compile(r",\s+(?:where|who|which|whose|when|taking|raising|pushing)\b|[.!?]\s")
"""Between a number and a period that is told of something else."""

_RISE = re.compile(r"\b(?:taking|bringing|raising|pushing|lifting)\b")
"""Words that bring the numbers of a period to those of all."""

_WHERE = frozenset(["in", "to", "into", "at", "across", "from", "inside", "over", "above"])
"""Words that lead to the places where people are."""

_TALK = "information"
_EMPTY = Span(start=0, end=0)
_ALONE = frozenset([Measure.MONEY, Measure.AREA, Measure.LEVEL])
"""Measures of no thing."""


def figures(text: str, span: Span, kind: str, opinion: Opinion | None = None) -> tuple[Quantity, ...]:
    """The quantities of the proposition at `span`, in the order of characters; by the rules alone without `opinion`.

    `kind` is its event kind: talk about what is known counts no event's figures ("did not name the two who died"), only
    what else the encoder sees counted ("analysed 14 videos"), and never nothing ("gave no figures"). Words before
    `span` are looked at only for what "72 more" are.
    """
    sheet = page(marks(text), span)
    tokens = sheet.marks.tokens
    found = [n for n in singles(sheet, numerals(tokens, span)) if span.holds(n.span(tokens))]
    if kind == _TALK:
        found = [n for n in found if opinion is not None and not n.none]
    if not found:
        return ()
    tops = [_other(sheet, top) for top in _tops(sheet, found)]
    rows: list[Row] = []
    used: set[int] = set()
    for index in range(len(found)):
        case = Case(sheet, found, tops, index, rows, used, kind)
        row = _row(case) if opinion is None else _weighed(case, _row(case), opinion, span)
        if row is not None and (kind != _TALK or row.measure in VAGUE):
            rows.append(row)
            used |= {row.cue.first} if row.cue is not None else set[int]()
    return _covered(sheet, arrange(sheet, rows))


def _tops(sheet: Page, found: list[Numeral]) -> list[Head]:
    """The noun phrase of every number; in "58 of 132 drones" both count drones."""
    ends = [numeral.lead for numeral in found[1:]] + [sheet.last]
    tops = [head(sheet, numeral, end) for numeral, end in zip(found, ends, strict=False)]
    whole = [top.whole == "total" and index + 1 < len(tops) for index, top in enumerate(tops)]
    for k in (k for k, total in enumerate(whole) if total):
        counted = tops[k + 1].counted or own(sheet, found[k + 1], ends[k + 1])
        tops[k], tops[k + 1] = tops[k]._replace(counted=counted), tops[k + 1]._replace(counted=counted)
    return tops


def _other(sheet: Page, top: Head) -> Head:
    """ "11 others" are of no kind yet: their measure tells if they fly, stand or live."""
    return top._replace(counted=None) if top.noun >= 0 and sheet.low(top.noun) == "others" else top


def _row(case: Case) -> Row | None:
    """The row of one number, or None where it counts nothing that we know."""
    numeral, top = case.numeral, case.top
    if numeral.sort != "count":
        return Row(numeral, Head(numeral.last), Measure(numeral.sort))
    rule = apart(case)
    if rule is None and not case.sheet.cues and top.counted is None and not case.rows:
        return None
    numeral = _rest(case)
    rule = rule or govern(case)
    strange = case.sheet.low(numeral.last) == "of" and top.counted is None and not top.whole
    if rule is None or strange or not _worthy(numeral, top, rule):
        return None
    if rule.measure in OF_PEOPLE and top.counted is None and _housed(case):
        return Row(numeral, top, Measure.OTHER, own(case.sheet, numeral, case.after))
    counted = top.counted or carried(case.sheet, numeral, rule, case.rows)
    return Row(numeral, top, _there(case, counted, rule.measure), counted, rule.cue)


def _there(case: Case, counted: Thing | None, measure: Measure) -> Measure:
    """The measure of a number, or other for places that only tell where: "24 drones were downed over five regions"."""
    if counted is None or counted.sort != "place" or measure is Measure.HIT:
        return measure
    if measure in OF_PEOPLE - {Measure.DISPLACED}:
        return Measure.OTHER
    if measure not in BEFORE:
        return measure
    away = case.sheet.low(case.numeral.lead - 1) in _WHERE
    return Measure.OTHER if away or BEFORE[measure] is AIR else measure


def _weighed(case: Case, row: Row | None, opinion: Opinion, within: Span) -> Row | None:
    """The row of a number as rules and encoder see it together; a bare number that no rule knows stays out.

    One that stands apart from the words that measure it is the rules' alone.
    """
    numeral, tokens = case.numeral, case.sheet.marks.tokens
    if numeral.sort != "count":
        return row
    ruled = row.measure if row is not None else None
    measure = ruled if ruled and apart(case) else opinion.measure(numeral.span(tokens), ruled)
    if measure is None or (row is None and numeral.none and measure in VAGUE):
        return None
    if row is None and does(case, measure):
        measure = Measure.OTHER
    counted = case.top.counted or own(case.sheet, numeral, case.after)
    counted = counted or named(case, opinion.thing(numeral.span(tokens), within), row)
    if counted == PERSON and row is not None and row.counted is not None and BEFORE.get(measure) is AIR:
        counted = row.counted
    if counted is not None and counted.sort == "thing" and measure in OF_PEOPLE | OF_PERSONS:
        things = _housed(case) or _band(case, measure) or (row is None and case.top.counted == counted)
        if things:
            measure = Measure.OTHER
        elif measure in OF_PEOPLE or not _booty(case):
            counted = PERSON
    measure = _there(case, counted, measure)
    if row is None:
        counted = counted or sought(case, measure, opinion, within)
        return _united(case, Row(numeral, case.top, measure, counted)) if counted or measure in _ALONE else None
    return _united(case, row._replace(measure=measure, counted=counted or row.counted))


def _united(case: Case, row: Row) -> Row:
    """A sum of money or an area with its unit: the noun behind it, or that of its neighbour ("61 of the 700 marks")."""
    if row.measure not in {Measure.MONEY, Measure.AREA} or row.numeral.unit is not None:
        return row
    word = own(case.sheet, row.numeral, case.after)
    before = (r.numeral.unit for r in reversed(case.rows) if r.measure is row.measure and r.numeral.unit)
    behind = (n.unit for n in case.found[case.at + 1 : case.at + 2])
    unit = word.name if word is not None else next(chain(before, behind), None)
    return row._replace(numeral=row.numeral._replace(unit=unit))


def _housed(case: Case) -> bool:
    """Whether a number counts where people are, and not the people: "moved to 33 relief camps"."""
    sheet, numeral = case.sheet, case.numeral
    return sheet.low(numeral.lead - 1) in _WHERE and own(sheet, numeral, case.after) is not None


def _booty(case: Case) -> bool:
    """Whether a number counts things that are taken or sent like people: "40 rounds were seized"; not "two Borians"."""
    sheet, at = case.sheet, case.numeral.last
    plain = next((k for k in range(at, case.after) if plural(sheet.low(k))), at)
    return own(sheet, case.numeral, case.after) is not None and not sheet.marks.tokens.capital(plain)


def _band(case: Case, measure: Measure) -> bool:
    """Whether a number counts many people together: "100 armed groups"."""
    word = own(case.sheet, case.numeral, case.after) if measure in OF_PERSONS else None
    return word is not None and word.name in grammar("bands")


def _rest(case: Case) -> Numeral:
    """The number itself; in "all but two of the 14" it is 12."""
    numeral, sheet = case.numeral, case.sheet
    whole = case.found[case.at + 1].value if case.at + 1 < len(case.found) else None
    told = (sheet.low(numeral.lead - 2), sheet.low(numeral.lead - 1)) == ("all", "but")
    if not told or case.top.whole != "total" or whole is None or numeral.value is None or whole < numeral.value:
        return numeral
    return numeral._replace(first=numeral.lead - 2, value=whole - numeral.value)


def _worthy(numeral: Numeral, top: Head, rule: Rule) -> bool:
    """Whether a loose number may count: "one", "no" and "a" only beside their cue."""
    if numeral.none:
        return (rule.close or rule.listed) and rule.measure is not Measure.OTHER
    return bool(rule.close or top.counted or top.whole or rule.listed)


def _covered(sheet: Page, quantities: list[Quantity]) -> tuple[Quantity, ...]:
    """The quantities with the period that each covers: a day, or all since a beginning."""
    span, text = _sentence(sheet), sheet.marks.tokens.text
    return tuple(_scoped(text, quantity, _near(sheet, quantity.span, span)) for quantity in quantities)


def _near(sheet: Page, number: Span, span: Span) -> list[Mark]:
    """The words for a period that stand near a number inside a span."""
    start, end = max(span.start, number.start - _PERIOD), min(span.end, number.end + _PERIOD)
    return sheet.marks.of("scope", Span(start=start, end=end))


def _sentence(sheet: Page) -> Span:
    every = sheet.marks.tokens.all
    return Span(start=every[sheet.first].start, end=every[sheet.last - 1].end) if sheet.last > sheet.first else _EMPTY


def _scoped(text: str, quantity: Quantity, scopes: list[Mark]) -> Quantity:
    """The quantity with the scope words nearest to it, where it is not a part of another."""
    reaching = [m for m in scopes if not _closed(text[quantity.span.end : m.start]) and not _summed(text, m, quantity)]
    if not reaching:
        return quantity
    nearest = min(reaching, key=lambda m: (_gap(quantity.span, m), m.start))
    beside = quantity.place is None and _gap(quantity.span, nearest) < _BESIDE
    if quantity.measure in {Measure.MONEY, Measure.LEVEL} or (quantity.scope is Scope.PART and not beside):
        return quantity
    return msgspec.structs.replace(quantity, scope=Scope(nearest.value.split("|")[0]))


def _gap(span: Span, mark: Mark) -> int:
    return mark.start - span.end if mark.start >= span.end else (span.start - mark.end) + 1


def _summed(text: str, mark: Mark, quantity: Quantity) -> bool:
    """Whether a number after a period is what it makes in all: "35 in a day, taking the toll to 238"."""
    return mark.start < quantity.span.start and _RISE.search(text, mark.end, quantity.span.start) is not None


def _closed(between: str) -> bool:
    """Whether words between a number and a period show that the period belongs to a part of it."""
    return "(" in between or "including" in between or "bring" in between or _ASIDE.search(between) is not None
