"""A number that stands apart from what measures it -> its measure: "93, of which 81 were shot down"."""

from onrecord.claims.govern import AERIAL, Case, Rule, follower
from onrecord.claims.measures import measure, noun
from onrecord.claims.objects import grammar
from onrecord.records import Measure, Span

_OUTCOMES = frozenset([Measure.SHOT_DOWN, Measure.LOST_TO_EW, Measure.RETURNED])
_BACK = 200
_FEW = 8
"""The most words that stand between an aside and the number behind it."""


def apart(case: Case) -> Rule | None:
    """The measure of a number whose cue is another number's or stands before the span; None where neither is told."""
    return _whole(case) or _resumed(case)


def _whole(case: Case) -> Rule | None:
    """What flew, of which a part came to an end: "93, of which 81 were shot down"."""
    sheet, end, flies = case.sheet, case.top.end, case.counted is None or case.counted.sort == "air"
    after = case.after - (1 if sheet.low(end) == "," else 0)
    if case.kind not in AERIAL or not flies or case.at + 1 >= len(case.found):
        return None
    begin = case.after - 2
    joined = (sheet.low(begin), sheet.low(begin + 1)) == ("of", "which") and begin <= end + 1 and after <= end + 2
    cue, passive = follower(sheet, case.tops[case.at + 1].end, case.begin(case.at + 2))
    ended = cue is not None and passive and case.measure(cue, "right") in _OUTCOMES
    led = sheet.cues.get(case.numeral.lead - 2) or sheet.cues.get(case.numeral.lead - 1)
    return Rule(Measure.LAUNCHED, listed=True) if joined and ended and led is None else None


def _resumed(case: Case) -> Rule | None:
    """A toll that an aside parts from its number: "The toll, rescuers said, has climbed to six"."""
    sheet, lead = case.sheet, case.numeral.lead
    before = range(sheet.first, lead)
    if case.rows or not 0 < len(before) <= _FEW:
        return None
    if any(sheet.low(k) not in grammar("resumes") | grammar("aux") for k in before):
        return None
    tokens = sheet.marks.tokens
    end = tokens.all[sheet.first].start
    start = max(0, end - _BACK)
    start += max(tokens.text[start:end].rfind(stop) for stop in (". ", "! ", "? ", "\n")) + 1
    cues = [cue for cue in sheet.marks.of("cue", Span(start=start, end=end)) if noun(cue, "left")]
    found = measure(cues[-1], "left", case.counted) if cues else None
    return Rule(found, cues[-1], True) if found else None
