"""A number and its neighbours -> its measure: the cue that governs it, or what stands in for one."""

from typing import NamedTuple

from onrecord.claims.digits import openers
from onrecord.claims.marks import Mark
from onrecord.claims.measures import Side, Thing, measure, noun
from onrecord.claims.numbers import Numeral
from onrecord.claims.objects import Head, Page, grammar
from onrecord.claims.shares import Row, joined, partial
from onrecord.records import Measure

_BREAKS = frozenset(".;!?")
_OPENS = frozenset(["(", "-", "–", "—"])
_HAVE = frozenset(["have", "has", "had"])
_NEAR, _FAR, _LIST = 14, 14, 6
_PARTS, _SENTENCE = 16, 60
"""Numbers in a list of parts that may stand between a number and its verb; tokens of a sentence that has none."""
_ACTS = frozenset(
    [Measure.SHOT_DOWN, Measure.DESTROYED, Measure.DAMAGED, Measure.KILLED, Measure.CAPTURED, Measure.DEPLOYED]
)
AERIAL = frozenset(["interception", "aerial_attack"])
"""Kinds of event in which a bare number counts what flies."""

_PERSON = Thing("person", "person")
_FLYING = Thing("flying", "air")
_ALONE = frozenset([Measure.MONEY, Measure.AREA, Measure.LEVEL])
_DEFAULTS = {
    **{(kind, "air"): Measure.LAUNCHED for kind in ("aerial_attack", "shelling")},
    **{(kind, "event"): Measure.ENGAGEMENTS for kind in ("ground_clash", "shelling")},
    ("strike_impact", "air"): Measure.HIT,
    ("force_movement", "soldier"): Measure.DEPLOYED,
    ("aid", "machine"): Measure.OTHER,
}


class Rule(NamedTuple):
    """A measure for a number: the cue that gave it, if it stands beside the number, if a list hands it on."""

    measure: Measure
    cue: Mark | None = None
    close: bool = False
    listed: bool = False


class Case(NamedTuple):
    """One number of a page to be measured: number `at` of `found`, whose noun phrases are `tops`.

    `rows` are the measured numbers before it, `used` the first tokens of the cues that they took.
    """

    sheet: Page
    found: list[Numeral]
    tops: list[Head]
    at: int
    rows: list[Row]
    used: set[int]
    kind: str

    @property
    def numeral(self) -> Numeral:
        """The number."""
        return self.found[self.at]

    @property
    def top(self) -> Head:
        """Its noun phrase."""
        return self.tops[self.at]

    @property
    def floor(self) -> int:
        """The first token that is not the previous number's."""
        return self.rows[-1].head.end if self.rows else self.sheet.first

    @property
    def after(self) -> int:
        """The first token of the next number."""
        return self.begin(self.at + 1)

    def begin(self, index: int) -> int:
        """The first token of a number, or the end of the span."""
        return self.found[index].lead if index < len(self.found) else self.sheet.last

    @property
    def counted(self) -> Thing | None:
        """What the number counts."""
        return self.top.counted

    @property
    def _brought(self) -> bool:
        """Whether the number before it brings the sum to this one: "8 tanks, which brings its losses to 3,159"."""
        return any(self.sheet.low(k).startswith("bring") for k in range(self.floor, self.numeral.lead))

    def measure(self, cue: Mark, side: Side) -> Measure | None:
        """What a cue measures here; in an account of the air a bare number counts what flies."""
        if self.counted is None and self.kind in AERIAL and (found := measure(cue, side, _FLYING)):
            return found
        found = measure(cue, side, self.counted)
        last = self.rows[-1].counted if self.rows else None
        if self.counted is None and last is not None and self._brought:
            return measure(cue, side, last) or found
        found = found or (measure(cue, side, last) if self.counted is None and last else None)
        others = self.top.noun >= 0 and self.sheet.low(self.top.noun) == "others"
        return found or (measure(cue, side, _PERSON) if others else None)


def govern(case: Case) -> Rule | None:
    """The measure of a number, by the first rule that speaks."""
    inner, left = case.top.inner, _left(case)
    done = left is not None and left.close and left.measure in _ACTS
    if inner is not None and not done and (found := case.measure(inner, "left")):
        return Rule(found, inner, True)
    right, strong = _right(case)
    if right is not None and strong:
        return right
    if left is not None and left.close:
        return left
    return right or _total(case) or _far(case) or _ahead(case) or left or _inherit(case) or _default(case)


def _right(case: Case) -> tuple[Rule | None, bool]:
    """The cue right after a number or its noun, and whether it surely governs it ("58 lost", "58 drones were lost")."""
    total = case.top.whole == "total" and case.at + 1 < len(case.found)
    end = case.tops[case.at + 1].end if total else case.top.end
    cue, passive = follower(case.sheet, end, case.begin(case.at + 2) if total else case.after)
    found = case.measure(cue, "right") if cue is not None else None
    if cue is None or found is None or (total and not passive) or (passive and _parted(case)):
        return None, False
    if not passive and found in _ACTS and _active(case.sheet, cue):
        return None, False
    return Rule(found, cue, True), passive or case.counted is None or noun(cue, "right")


def follower(sheet: Page, at: int, after: int) -> tuple[Mark | None, bool]:
    """The cue at a token, past auxiliaries, and whether a form of "be" was among them."""
    passive = False
    while at < after and at not in sheet.cues and sheet.low(at) in grammar("aux"):
        passive = passive or sheet.low(at) in grammar("be")
        at += 1
    return (sheet.cues.get(at) if at < after else None), passive


def _parted(case: Case) -> bool:
    """Whether the number is the 132 of "58 of 132"."""
    before = case.tops[case.at - 1] if case.at else None
    return before is not None and before.whole == "total" and case.numeral.lead <= before.end + 1


def _ahead(case: Case) -> Rule | None:
    """The predicate that a number shares with those after it: "five soldiers and two civilians were killed"."""
    sheet = case.sheet
    if case.counted is None or (case.rows and partial(sheet, Row(case.numeral, case.top, Measure.OTHER))):
        return None
    for index in range(case.at, min(len(case.found), case.at + _LIST)):
        end = case.tops[index].end
        if index > case.at:
            cue, passive = follower(sheet, end, case.begin(index + 1))
            if cue is not None and passive and (found := case.measure(cue, "right")):
                return Rule(found, cue, listed=True)
        between = range(end, case.begin(index + 1))
        if index + 1 == len(case.found) or any(sheet.low(k) not in {",", "and", "or"} for k in between):
            return None
    return None


def _flies(case: Case) -> bool:
    return case.counted is not None and case.counted.sort == "air"


def _active(sheet: Page, cue: Mark) -> bool:
    """Whether the cue has its own object: in "11 drones destroyed a depot" the drones are not the destroyed."""
    if sheet.low(cue.first) in {"died", "lost", "die", "perished"}:
        return False
    if sheet.low(cue.last) in {"a", "an", "the", "its", "their", "his", "her", "several", "some"}:
        return True
    if cue.last >= sheet.last:
        return False
    if sheet.low(cue.last) in openers():
        return True
    verbal = sheet.low(cue.first).endswith("ed") or sheet.low(cue.first) in {"hit", "struck", "shot"}
    return verbal and (cue.last in sheet.objects or sheet.marks.tokens.all[cue.last].sort == "number")


def does(case: Case, measure: Measure) -> bool:
    """Whether what a number counts does to others what the measure tells: "two gunmen killed six people"."""
    cue, passive = follower(case.sheet, case.top.end, case.after)
    told = cue is not None and not passive and measure in _ACTS | {Measure.WOUNDED} and _active(case.sheet, cue)
    return told and cue is not None and case.measure(cue, "right") is measure


def _left(case: Case) -> Rule | None:
    """The nearest cue before a number."""
    sheet, lead = case.sheet, case.numeral.lead
    for at in range(lead - 1, max(case.floor, lead - _NEAR) - 1, -1):
        if sheet.low(at) in _BREAKS:
            return None
        cue = sheet.cues.get(at)
        if cue is None or cue.first in case.used or cue.last > lead:
            continue
        close = lead - cue.last <= 1
        if not close and (case.numeral.none or sheet.low(cue.first) == "with"):
            continue
        joint = _joint(case, cue)
        found = case.measure(joint, "left")
        if found is not None:
            return Rule(found, joint, close or noun(cue, "left"))
    return None


def _joint(case: Case, cue: Mark) -> Mark:
    """The first of two cues that govern one number ("destroyed and jammed 549"), else the cue itself."""
    sheet = case.sheet
    if sheet.low(cue.first - 1) not in {"and", "or"}:
        return cue
    for at in range(cue.first - 2, max(sheet.first, cue.first - 5) - 1, -1):
        other = sheet.cues.get(at)
        if other is not None and other.last == cue.first - 1 and case.measure(other, "left") is Measure.SHOT_DOWN:
            return other
    return cue


def _total(case: Case) -> Rule | None:
    """The whole in "58 of 132 drones" and "of 108 drones, 56 ...": what flies was launched."""
    parted = _parted(case)
    begins = case.sheet.low(case.numeral.lead - 1) == "of" and case.numeral.lead - 1 <= case.floor + 1
    if not (parted or begins):
        return None
    if _flies(case):
        return Rule(Measure.LAUNCHED, listed=True)
    return Rule(Measure.OTHER, listed=True) if parted and case.counted else None


def _far(case: Case) -> Rule | None:
    """A predicate further right: "58 drones over the coast were shot down", "nine men of one crew have died"."""
    sheet, passive = case.sheet, False
    if case.counted is None and not case.top.whole:
        return None
    limit, most = case.at + 1, min(len(case.found), case.at + _PARTS)
    while limit < most and _aside(case, limit):
        limit += 1
    begin = case.top.end if limit == case.at + 1 else case.tops[limit - 1].end
    for at in range(begin, min(case.begin(limit), begin + _FAR)):
        word = sheet.low(at)
        if word in _BREAKS or (word in {"and", "but", "while"} and passive):
            return None
        cue = sheet.cues.get(at)
        if cue is not None and passive and (found := case.measure(cue, "right")):
            return None if _active(sheet, cue) and sheet.low(at - 1) in _HAVE else Rule(found, cue)
        passive = word in grammar("be") or word in _HAVE or (passive and word in grammar("aux"))
    return None


def _aside(case: Case, index: int) -> bool:
    """Whether a number is a part of the one before it, or goes on a list of parts: "including 3 women and [4] men"."""
    sheet, found, tops = case.sheet, case.found, case.tops
    if partial(sheet, Row(found[index], tops[index], Measure.OTHER)):
        return True
    if sheet.low(tops[index - 1].end) in _OPENS and found[index].lead == tops[index - 1].end + 1:
        return True
    return index > case.at + 1 and joined(sheet, tops[index - 1].end, found[index].lead)


def _inherit(case: Case) -> Rule | None:
    """The measure of the number before it in one list: "12 over the north, 7 over the south"; "three of them"."""
    inside = _bracketed(case, case.numeral.lead)
    rows = [r for r in _heads(case) if _bracketed(case, r.numeral.first) == inside]
    if inside and case.counted is not None and case.counted.sort == "person" and case.floor == case.numeral.lead - 1:
        rows = case.rows[-1:]  # nine people (two women ...)
    if not rows or rows[-1].measure in _ALONE:
        return None
    last = rows[-1]
    if (far := _far_gone(case, last)) is not None:
        return Rule(far, last.cue, listed=True)
    between = [case.sheet.low(k) for k in range(last.head.end, case.numeral.lead)]
    if len(between) > 25 or any(w in {".", "!", "?"} for w in between) or (case.numeral.none and not inside):
        return None
    if case.counted is None or last.counted is None or _alike(case.counted, last.counted):
        return Rule(last.measure, last.cue, listed=True)
    found = measure(last.cue, "left", case.counted) if last.cue is not None else None
    return Rule(found, last.cue, listed=True) if found else None


def _far_gone(case: Case, last: Row) -> Measure | None:
    """How far some of what was wrecked is so: "700 fully destroyed and [1,600] partially"."""
    word, after = case.sheet.low(case.numeral.last), case.sheet.low(case.numeral.last + 1)
    if last.measure not in {Measure.DESTROYED, Measure.DAMAGED} or (after and after not in {",", ".", ";", "and", ")"}):
        return None
    if word in grammar("partly"):
        return Measure.DAMAGED
    return Measure.DESTROYED if word in grammar("wholly") else None


def _heads(case: Case) -> list[Row]:
    """The rows that a list may go on from: not the 132 of "58 of 132", nor for a new item an earlier one's part."""
    recent = case.rows[-_LIST:]
    rows = [
        row
        for before, row in zip([None, *recent], recent, strict=False)
        if not (before and before.head.whole == "total" and row.numeral.lead <= before.head.end + 1)
    ]
    own = case.top.whole or case.sheet.low(case.numeral.lead - 1) not in {"and", ","}
    wholes = [row for row in rows if not partial(case.sheet, row)]
    return rows if own or not wholes or case.counted is None else wholes


def _bracketed(case: Case, at: int) -> bool:
    """Whether a number stands first in parentheses."""
    return case.sheet.low(at - 1) == "("


def _alike(one: Thing, other: Thing) -> bool:
    return one.name == other.name or (one.sort == other.sort and one.sort in {"person", "air"})


def _default(case: Case) -> Rule | None:
    """The measure that the kind of event gives to a counted thing without a cue."""
    counted, kind = case.counted, case.kind
    if counted is None or case.numeral.none:
        return None
    if case.top.whole == "total" and kind not in AERIAL:
        return Rule(Measure.OTHER, listed=True)
    sort = "soldier" if counted.name == "soldier" else counted.sort
    if sort == "event" and case.sheet.low(case.numeral.first) in {"one", "a"}:
        return None
    if kind == "interception" and sort == "air":
        return Rule(Measure.LAUNCHED if _shown(case) or _named(case) else Measure.SHOT_DOWN, listed=True)
    found = _DEFAULTS.get((kind, sort)) or _DEFAULTS.get((kind, counted.sort))
    return Rule(found, listed=True) if found else None


def _named(case: Case) -> bool:
    """Whether a sentence without a verb only names what flew: "In all, 12 missiles. Air defence destroyed nine"."""
    sheet, begin, close = case.sheet, case.numeral.lead, case.top.end
    floor, most = max(sheet.first, begin - _SENTENCE), min(sheet.last, close + _SENTENCE)
    while begin > floor and sheet.low(begin - 1) not in _BREAKS:
        begin -= 1
    while close < most and sheet.low(close) not in _BREAKS:
        close += 1
    return not any(k in sheet.cues for k in range(begin, close)) and next(reversed(sheet.cues), -1) > close


def _shown(case: Case) -> bool:
    """Whether what became of it follows: "4 cruise missiles (none)", "four missiles: none downed", "nine of them"."""
    end, sheet = case.top.end, case.sheet
    if case.at + 1 < len(case.found) and case.after <= end + 2 and case.tops[case.at + 1].whole == "them":
        return True
    if sheet.low(end) == "(" or sheet.low(case.numeral.last) in {"-", "‑"}:
        return True
    told = any(k in sheet.cues for k in range(end + 1, min(sheet.last, end + 5)))
    return sheet.low(end) == ":" and told
