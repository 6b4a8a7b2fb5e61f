"""A name after "the" -> what it can be: a town has no article, so it is a river, a land, a ship or a paper."""

import re

from onrecord.claims.capitals import lexicon
from onrecord.claims.gazetteer import Entry
from onrecord.claims.heads import following, preceding
from onrecord.records import Extent

_BANK = re.compile(r"(\w+) of the $")
_ONE = re.compile(r"(?:^|\W)an? $", re.IGNORECASE)
_STOP = re.compile(r"[.!?;:)]|$")


def stream(text: str, start: int, end: int) -> bool:
    """Whether "the X" does what rivers do, or is crossed as they are: "the Ostra rose", "the banks of the Ostra"."""
    if not led(text, start):
        return False
    if following(text, end) in lexicon("flows") or preceding(text, start) in lexicon("fords"):
        return True
    bank = _BANK.search(text, max(0, start - 24), start)
    return bank is not None and bank[1].lower() in lexicon("banks")


def flowing(text: str, start: int, end: int) -> bool:
    """Whether "the X" is told to do what a river does, if a river is called so: "the Ostra tore a bridge away"."""
    return led(text, start) and (following(text, end) in lexicon("flows") or _acting(text, end))


def alone(text: str, start: int, end: int) -> bool:
    """Whether "the X" names something by itself, and X does not only say of what kind the next word is."""
    return led(text, start) and (_STOP.match(text, end) is not None or following(text, end) in lexicon("alone"))


def counted(text: str, start: int, end: int) -> bool:
    """Whether "a X" stands by itself: X is one of many, an arm or a car, and no town."""
    if not single(text, start):
        return False
    return _STOP.match(text, end) is not None or following(text, end) in lexicon("alone") or _acting(text, end)


def acting(text: str, start: int, end: int) -> bool:
    """Whether "the X" does something, and X says nothing of what follows, as it does in "the Ostra left bank"."""
    return flowing(text, start, end) and following(text, end) not in lexicon("things")


def _acting(text: str, end: int) -> bool:
    """Whether a verb of what rivers do, or most likely the past of another, follows."""
    after = following(text, end)
    return after in lexicon("runs") or (after.endswith("ed") and after not in lexicon("things"))


def articled(entry: Entry) -> bool:
    """Whether English may put "the" before it: seas, lands and countries, and regions that no town lends its name."""
    return entry.kind in (Extent.FEATURE, Extent.COUNTRY) or (entry.kind == Extent.REGION and not entry.bare)


def led(text: str, start: int) -> bool:
    """Whether "the" stands right before `start`."""
    return text[max(0, start - 4) : start].lower() == "the "


def single(text: str, start: int) -> bool:
    """Whether "a" or "an" stands right before `start`."""
    return _ONE.search(text[max(0, start - 4) : start]) is not None
