"""Numbers without a number word: "killed a boy", "a drone was shot down", "without casualties"."""

from onrecord.claims.measures import measure, noun, thing
from onrecord.claims.numbers import Numeral
from onrecord.claims.objects import Page, grammar
from onrecord.records import Measure

_COUNTED = frozenset([Measure.KILLED, Measure.WOUNDED, Measure.MISSING, Measure.CAPTURED, Measure.SHOT_DOWN])
_LINKS = frozenset([",", "and", "including", "among"])
_REACH = 7


def singles(sheet: Page, found: list[Numeral]) -> list[Numeral]:
    """The numerals of a page with the singular people and aircraft that a cue stands beside, in order."""
    taken = {at for n in found for at in range(n.lead, n.last)}
    made = [n for n in found if not _determiner(sheet, n)]
    ends: set[int] = set()
    for at in range(sheet.first, sheet.last):
        word = sheet.low(at)
        if word in {"a", "an"} and at not in taken:
            single = _single(sheet, at, ends)
        elif word == "without":
            single = _without(sheet, at)
        else:
            continue
        if single is not None:
            made.append(single)
            ends.add(single.last)
    return sorted(made, key=lambda n: n.first)


def _determiner(sheet: Page, numeral: Numeral) -> bool:
    """Whether "one" is a pronoun or belongs to a fixed phrase: "no one", "one of the reasons", "one another"."""
    if sheet.low(numeral.first) != "one" or numeral.last - numeral.first != 1:
        return False
    return sheet.low(numeral.last) in {"another", "hand", "side", "day", "thing", "would", "can", "could", "should"}


def _single(sheet: Page, at: int, ends: set[int]) -> Numeral | None:
    """A singular noun with "a" at token `at`, where a cue counts it."""
    for k in range(at + 1, min(sheet.last, at + _REACH)):
        mark = sheet.objects.get(k)
        if mark is None:
            if sheet.low(k) in grammar("stops") or sheet.low(k) in {".", ",", ";", "and"} or k in sheet.cues:
                return None
            continue
        if mark.last in sheet.objects or (sheet.low(mark.last) in {"-", "‑"} and mark.last + 1 < sheet.last):
            continue
        one = thing(mark)
        if one.sort not in {"person", "air"} or not _singular(sheet, mark.last - 1):
            return None
        return Numeral(at, at, mark.last, 1) if _counts(sheet, at, mark.last, k, ends) else None
    return None


def _singular(sheet: Page, at: int) -> bool:
    word = sheet.low(at)
    return not word.endswith(("men", "people", "children", "personnel", "police", "troops")) and (
        not word.endswith("s") or word.endswith("ss")
    )


def _counts(sheet: Page, at: int, end: int, noun_at: int, ends: set[int]) -> bool:
    """Whether a cue stands beside the noun phrase [at, end), or it goes on a list of such."""
    counted = thing(sheet.objects[noun_at])
    for start in range(max(sheet.first, at - 5), at):
        cue = sheet.cues.get(start)
        if cue is not None and cue.last == at and measure(cue, "left", counted) in _COUNTED:
            return True
    k, passive = end, False
    while k < sheet.last and k not in sheet.cues and sheet.low(k) in grammar("aux"):
        passive, k = passive or sheet.low(k) in grammar("be"), k + 1
    cue = sheet.cues.get(k)
    if cue is not None and measure(cue, "right", counted) in _COUNTED and (passive or sheet.low(cue.first) == "died"):
        return True
    k = at - 1
    while k >= sheet.first and sheet.low(k) in _LINKS:
        k -= 1
    return k < at - 1 and k + 1 in ends


def _without(sheet: Page, at: int) -> Numeral | None:
    """No casualties, said as "without casualties"."""
    cue = next((sheet.cues[k] for k in (at + 1, at + 2) if k in sheet.cues), None)
    if cue is None or not noun(cue, "right"):
        return None
    return Numeral(at, at, cue.first, 0, none=True)
