"""A number without a noun of its own -> what it counts: what was counted or named before it, or the encoder's word."""

from onrecord.claims.govern import Case, Rule
from onrecord.claims.marks import singular
from onrecord.claims.measures import Thing, thing
from onrecord.claims.numbers import Numeral
from onrecord.claims.objects import Page, plural
from onrecord.claims.opinion import Opinion
from onrecord.claims.shares import Row
from onrecord.records import Measure, Span

_NAMED, _PHRASE = 250, 40
"""Characters before a number within which the things are named that it counts, and around a word of a longer name."""

_TIMED = frozenset(["at", "by", "from", "for", "after", "before", "in"])
"""Words that lead an hour or a span of time more often than a count."""

_HARM = frozenset(["damage", "damages", "destruction", "hit", "hits", "impacts"])
"""Of these "no" is told of no thing in particular."""

OF_PEOPLE = frozenset([Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES, Measure.MISSING, Measure.DISPLACED])
OF_PERSONS = frozenset([Measure.CAPTURED, Measure.DEPLOYED])
"""Measures of people alone, and of people where nothing else was counted before."""

VAGUE = frozenset([Measure.OTHER, Measure.AFFECTED])
"""Measures of any thing."""

PERSON = Thing("person", "person")
AIR, _SOLID = frozenset(["air"]), frozenset(["air", "machine", "building"])
BEFORE = {
    Measure.SHOT_DOWN: AIR, Measure.LOST_TO_EW: AIR, Measure.RETURNED: AIR, Measure.STILL_AIRBORNE: AIR,
    Measure.LAUNCHED: AIR, Measure.HIT: AIR, Measure.DESTROYED: _SOLID, Measure.DAMAGED: _SOLID,
}  # fmt: skip
"""The sorts of thing that a number without a noun may go on counting."""


def sought(case: Case, measure: Measure, opinion: Opinion, within: Span) -> Thing | None:
    """What a number counts that no rule measures: of a vague measure what the encoder sees, else what goes on."""
    goes = carried(case.sheet, case.numeral, Rule(measure), case.rows)
    if goes is not None and measure not in VAGUE:
        return goes
    wide = Span(start=max(0, within.start - _NAMED), end=within.end)
    seen = named(case, opinion.thing(case.numeral.span(case.sheet.marks.tokens), wide), None)
    return seen or goes or _many(case.sheet, case.numeral)


def named(case: Case, word: Span | None, row: Row | None) -> Thing | None:
    """The thing that a word names, by the whole phrase that the lexicon knows it in: "cruise missiles"."""
    if word is None:
        return None
    seen = case.sheet.marks
    near = seen.of("object", Span(start=max(0, word.start - _PHRASE), end=word.end + _PHRASE))
    known = next((m for m in near if m.start < word.end and word.start < m.end), None)
    if known is None and row is not None and row.cue is not None and row.cue.span.overlaps(word):
        return None  # "58 shot down": the measure's own word counts nothing
    return thing(known) if known else Thing(singular(word.of(seen.tokens.text).lower()), "thing")


def carried(sheet: Page, numeral: Numeral, rule: Rule, rows: list[Row]) -> Thing | None:
    """What a number without a noun counts: what the number before it counted, or the text before the span."""
    measured = rule.measure
    if measured in OF_PEOPLE:
        last = rows[-1].counted if rows else None
        part = "whom" in {sheet.low(numeral.lead - 1), sheet.low(numeral.last + 1)}
        same = last is not None and last.sort == "person" and not numeral.more and (rule.listed or part)
        return last if same else PERSON
    if numeral.none and sheet.low(numeral.last) in _HARM:
        return None
    if rows and rows[-1].counted is not None:
        return rows[-1].counted
    if measured in OF_PERSONS:
        return PERSON
    return _within(sheet, numeral, measured) or _earlier(sheet, BEFORE[measured]) if measured in BEFORE else None


def _within(sheet: Page, numeral: Numeral, measured: Measure) -> Thing | None:
    """The thing named last in the span before a number: "it wrecked a home and damaged ten more"."""
    sorts = BEFORE[measured] - AIR if measured in {Measure.DESTROYED, Measure.DAMAGED} else BEFORE[measured]
    named = (thing(mark) for at, mark in reversed(sheet.objects.items()) if at < numeral.lead)
    return next((t for t in named if t.sort in sorts), None)


def _earlier(sheet: Page, sorts: frozenset[str]) -> Thing | None:
    """The thing of some sorts that was named last before the span."""
    source = sheet.marks.tokens
    if sheet.first == 0 or sheet.first >= len(source.all):
        return None
    end = source.all[sheet.first].start
    before = sheet.marks.of("object", Span(start=max(0, end - 600), end=end))
    return next((t for t in map(thing, reversed(before)) if t.sort in sorts), None)


def _many(sheet: Page, numeral: Numeral) -> Thing | None:
    """The things that were named last before a number: "Guns were seen: nine on the hill, [14] in the pit"."""
    tokens = sheet.marks.tokens
    if sheet.low(numeral.lead - 1) in _TIMED:
        return None
    end = tokens.all[numeral.lead].start
    before = sheet.marks.of("object", Span(start=max(0, end - _NAMED), end=end))
    return next((thing(m) for m in reversed(before) if plural(tokens.all[m.last - 1].low)), None)
