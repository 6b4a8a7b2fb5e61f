"""A number that stands apart from what measures it -> its measure: "93, of which 81 were shot down"."""

from onrecord.claims.govern import AERIAL, Case, Rule, follower
from onrecord.claims.measures import measure, noun
from onrecord.claims.objects import grammar
from onrecord.records import Measure, Span

_OUTCOMES = frozenset([Measure.SHOT_DOWN, Measure.LOST_TO_EW, Measure.RETURNED])
_SHARES = frozenset(["population", "populations", "%", "percent", "cent"])
_OWNED = frozenset(["its", "the", "their", "some", "all", "about"])
_BACK = 200
_FEW = 8
"""The most words that stand between an aside and the number behind it."""


def apart(case: Case) -> Rule | None:
    """The measure of a number whose cue is another number's or stands before the span; None where neither is told."""
    return _times(case) or _whole(case) or _resumed(case) or _share(case)


def _times(case: Case) -> Rule | None:
    """How often somebody attacked: "the enemy attacked our lines 41 times"."""
    often = case.top.noun >= 0 and case.sheet.low(case.top.noun) == "times"
    return Rule(Measure.ENGAGEMENTS, listed=True) if often else None


def _share(case: Case) -> Rule | None:
    """The whole of a share, and a number of inhabitants: "90% of its 60 homes", "a population of 2.3 million"."""
    sheet, lead = case.sheet, case.numeral.lead
    of = lead - 1 if sheet.low(lead - 1) == "of" else lead - 2 if sheet.low(lead - 1) in _OWNED else lead
    if sheet.low(of) != "of" or sheet.low(of - 1) not in _SHARES:
        return None
    return Rule(Measure.OTHER, listed=True)


def _whole(case: Case) -> Rule | None:
    """What flew, of which a part came to an end: "93, of which 81 were shot down"."""
    if _among(case):
        return Rule(Measure.LAUNCHED, listed=True)
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


def _among(case: Case) -> bool:
    """Whether some of what flew are told to have ended right after it: "13 drones, six of which were shot down"."""
    sheet, end, after = case.sheet, case.top.end, case.at + 1
    if case.counted is None or case.counted.sort != "air" or after >= len(case.found):
        return False
    last = case.found[after].last
    which = (sheet.low(last), sheet.low(last + 1)) in {("of", "which"), ("of", "them")}
    if not which or sheet.low(end) != "," or case.after != end + 1:
        return False
    cue, passive = follower(sheet, case.tops[after].end, case.begin(case.at + 2))
    led = sheet.cues.get(case.numeral.lead - 2) or sheet.cues.get(case.numeral.lead - 1)
    free = led is None or case.measure(led, "left") in {None, Measure.LAUNCHED}
    return free and cue is not None and passive and case.measure(cue, "right") in _OUTCOMES


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
