"""Numbers without a number word: "killed a boy", "a drone was shot down", "without casualties"."""

from onrecord.claims.lexicon import table
from onrecord.claims.measures import Thing, measure, noun, thing
from onrecord.claims.numbers import Numeral
from onrecord.claims.objects import Page, grammar
from onrecord.records import Measure

_COUNTED = frozenset([Measure.KILLED, Measure.WOUNDED, Measure.MISSING, Measure.CAPTURED, Measure.SHOT_DOWN])
_HURT = frozenset([Measure.KILLED, Measure.WOUNDED, Measure.CAPTURED, Measure.MISSING])
_ONE = Thing("person", "person")
_LINKS = frozenset([",", "and", "including", "among"])
_OPENERS = frozenset(["a", "an", "another", "without"])
_ALONE = frozenset(["person", "air"])
_SOLID = _ALONE | {"machine", "building", "animal"}
_REACH, _PHRASE = 7, 4


def singles(sheet: Page, found: list[Numeral]) -> list[Numeral]:
    """The numerals of a page, with the singular nouns that a cue or a list with numbers counts, in order."""
    every, taken = sheet.marks.tokens.all, {at for n in found for at in range(n.lead, n.last)}
    made = [n for n in found if not _determiner(sheet, n)]
    free = [at for at in range(sheet.first, sheet.last) if every[at].low in _OPENERS and at not in taken]
    nouns = [n for at in free if sheet.low(at) != "without" and (n := _noun(sheet, at)) is not None]
    made += _chained(sheet, nouns, found) + [n for at in free if (n := _another(sheet, at)) is not None]
    made += [n for at in free if sheet.low(at) == "without" and (n := _without(sheet, at)) is not None]
    return sorted(made + _shares(sheet, found), key=lambda n: (n.first, n.last))


def _chained(sheet: Page, nouns: list[Numeral], found: list[Numeral]) -> list[Numeral]:
    """The singular nouns that a cue counts, those in one list with them, and those in one list with a number."""
    heads = {numeral.last + k for numeral in found for k in range(_PHRASE)}
    ends = {mark.last for at, mark in sheet.objects.items() if at in heads}
    behind = {numeral.last: numeral for numeral in found}
    counted = [
        _stands(sheet, n)
        or _included(sheet, n, behind)
        or (_of(sheet, n) != "person" and _tallied(sheet, n, ends, found))
        for n in nouns
    ]
    order = [*range(1, len(nouns)), *range(len(nouns) - 2, -1, -1)]
    for at in order:
        for other in (at - 1, at + 1):
            if (
                0 <= other < len(nouns)
                and counted[other]
                and _linked(sheet, nouns[min(at, other)], nouns[max(at, other)])
            ):
                counted[at] = True
    return [n for n, known in zip(nouns, counted, strict=True) if known]


def _another(sheet: Page, at: int) -> Numeral | None:
    """One more without a noun, or a body: "killing one man and wounding another", "another body was found"."""
    if sheet.low(at) != "another":
        return None
    cue = sheet.cues.get(at + 1)
    if cue is not None and cue.last == at + 2 and noun(cue, "right") and _singular(sheet, at + 1):
        return Numeral(at, at, at + 1, 1, more=True)
    after = sheet.marks.tokens.all[at + 1 : at + 2]
    ends = at + 1 >= sheet.last or after[0].sort == "mark" or after[0].low in grammar("stops") | {"and"}
    led = next(
        (c for k in range(max(sheet.first, at - _PHRASE), at) if (c := sheet.cues.get(k)) and c.last == at), None
    )
    return Numeral(at, at, at + 1, 1, more=True) if ends and led and measure(led, "left", _ONE) in _HURT else None


def _included(sheet: Page, noun: Numeral, behind: dict[int, Numeral]) -> bool:
    """Whether one person ends a list of parts that begins with a number: "including nine women and a baby".

    `behind` are the numbers by the token behind each.
    """
    if sheet.low(noun.first - 1) != "and" or _of(sheet, noun) != "person":
        return False
    for at in range(noun.first - 1, max(sheet.first, noun.first - _REACH) - 1, -1):
        if sheet.low(at) in {",", ".", ";", ")"} or at in sheet.cues:
            return False
        if at in behind and sheet.low(behind[at].lead - 1) == "including":
            return True
    return False


def _tallied(sheet: Page, noun: Numeral, ends: set[int], found: list[Numeral]) -> bool:
    """Whether a noun stands in one list with a number: "two tanks, an armoured car and a mortar".

    Not asked of people, whom such a list tells apart: "three civilians, two women and a man".
    """
    first, last = noun.first, noun.last
    while sheet.low(first - 1) in {",", "and"}:
        first -= 1
    if first < noun.first and first in ends:
        return True
    while sheet.low(last) in {",", "and"}:
        last += 1
    return last > noun.last and any(numeral.lead == last for numeral in found)


def _stands(sheet: Page, noun: Numeral) -> bool:
    """Whether one of people, or of what flies, has a cue beside it."""
    return _of(sheet, noun) in _ALONE and _counts(sheet, noun)


def _of(sheet: Page, noun: Numeral) -> str:
    """The sort of what a noun names: people and what flies count alone, other things where a list counts them."""
    return next(
        thing(m).sort for k in range(noun.first, noun.last) if (m := sheet.objects.get(k)) and m.last == noun.last
    )


def _linked(sheet: Page, left: Numeral, right: Numeral) -> bool:
    """Whether only commas and "and" stand between two nouns."""
    return left.last < right.first and all(sheet.low(k) in _LINKS for k in range(left.last, right.first))


def _fractions() -> dict[str, int]:
    fractions: dict[str, int] = table("numbers")["grammar"]["parts"]
    return fractions


def _shares(sheet: Page, found: list[Numeral]) -> list[Numeral]:
    """Half of 60 as 30, before its whole."""
    made = []
    for whole in found:
        at = whole.lead - 1
        part = _fractions().get(sheet.low(at - 1)) if sheet.low(at) == "of" else None
        if part is None or not isinstance(whole.value, int) or whole.value % part:
            continue
        first = at - 2 if sheet.low(at - 2) in {"a", "one"} else at - 1
        made.append(Numeral(first, first, at, whole.value // part))
    return made


def _determiner(sheet: Page, numeral: Numeral) -> bool:
    """Whether "one" is a pronoun or belongs to a fixed phrase: "no one", "one of the reasons", "one another"."""
    if sheet.low(numeral.first) != "one" or numeral.last - numeral.first != 1:
        return False
    return sheet.low(numeral.last) in {"another", "hand", "side", "day", "thing", "would", "can", "could", "should"}


def _noun(sheet: Page, at: int) -> Numeral | None:
    """The singular noun of people or of what is solid with "a" at token `at`."""
    for k in range(at + 1, min(sheet.last, at + _REACH)):
        mark = sheet.objects.get(k)
        if mark is None:
            if sheet.low(k) in grammar("stops") or sheet.low(k) in {".", ",", ";", "and"} or k in sheet.cues:
                return None
            continue
        if mark.last in sheet.objects or (sheet.low(mark.last) in {"-", "‑"} and mark.last + 1 < sheet.last):
            continue
        fits = thing(mark).sort in _SOLID and _singular(sheet, mark.last - 1)
        value, more = 0 if sheet.low(at - 1) == "not" else 1, sheet.low(at) == "another"
        return Numeral(at, at, mark.last, value, more=more) if fits else None
    return None


def _singular(sheet: Page, at: int) -> bool:
    word = sheet.low(at)
    return not word.endswith(("men", "people", "children", "personnel", "police", "troops")) and (
        not word.endswith("s") or word.endswith("ss")
    )


def _counts(sheet: Page, one: Numeral) -> bool:
    """Whether a cue stands beside the noun phrase, or "including" before it."""
    at, end = one.first, one.last
    counted = thing(next(m for k in range(at, end) if (m := sheet.objects.get(k)) is not None and m.last == end))
    if sheet.low(at - 1) == "including":
        return True
    for start in range(max(sheet.first, at - 5), at):
        cue = sheet.cues.get(start)
        if cue is not None and cue.last == at and measure(cue, "left", counted) in _COUNTED:
            return True
    k, passive = _aged(sheet, end), False
    while k < sheet.last and k not in sheet.cues and sheet.low(k) in grammar("aux"):
        passive, k = passive or sheet.low(k) in grammar("be"), k + 1
    cue = sheet.cues.get(k)
    return (
        cue is not None
        and measure(cue, "right", counted) in _COUNTED
        and (passive or sheet.low(cue.first) in {"died", "perished"})
    )


def _aged(sheet: Page, end: int) -> int:
    """Past the age that follows one person: "a man, 45, was killed"."""
    if sheet.low(end) != "," or not sheet.low(end + 1).isdigit():
        return end
    at = end + 2
    while sheet.low(at) in {"years", "year", "old", "-"}:
        at += 1
    return at + 1 if sheet.low(at) == "," else end


def _without(sheet: Page, at: int) -> Numeral | None:
    """No casualties, said as "without casualties"."""
    cue = next((sheet.cues[k] for k in (at + 1, at + 2) if k in sheet.cues), None)
    if cue is None or not noun(cue, "right"):
        return None
    return Numeral(at, at, cue.first, 0, none=True)
