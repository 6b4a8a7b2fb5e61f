"""What stands beside a name -> the regions and countries that hold it, and the place that it is said to be near."""

import re
from collections.abc import Sequence

from onrecord.claims.gazetteer import Entry
from onrecord.claims.mention import Mention
from onrecord.records import Extent

CANDIDATES = 30
"""How many namesakes of a region are looked at."""
CHAIN = 3
"""How many regions one name is followed by at most: "Ostra, Velin district, Lower region, Boria"."""

_LARGE = (Extent.REGION, Extent.COUNTRY, Extent.DISTRICT)
_APPOSED = re.compile(
    r"(?:,? (?:in|of|near)|,| \()? ?(?:(?:\w+ern|central|occupied|\w*-occupied|rural|upstate|the) ){0,3}"
)
_OWNED = re.compile(r"['’]s? ")
_LISTED = re.compile(r",? (?:and|or) |, ")
_POINTS = r"(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?"
_EDGE = rf"(?:on|at) the (?:{_POINTS} )?(?:edge|outskirts) of"
_NEAR = re.compile(
    rf",? (?:(?:just|right|only|about|some|a village|a town|\d+ ?(?:km|kilometres|kilometers|miles)) ){{0,3}}"
    rf"(?:near|outside|beside|close to|not far from|next to|{_EDGE}|{_POINTS} of)"
    r" (?:the )?(?:\w+ of |occupied )?"
)


def holders(text: str, mentions: Sequence[Mention], i: int) -> list[tuple[Entry, bool]]:
    """The regions and countries in apposition to mention i: "Sudzha, Kursk region", "Lexington, Ky.".

    Each comes with whether it is named in full. A chain goes on while its links are: "X, Y district, Z region".
    """
    found: list[tuple[Entry, bool]] = []
    one = mentions[i]
    for at, two in enumerate(mentions[i + 1 : i + 1 + CHAIN], i + 1):
        between = text[one.end : two.start]
        owned = bool(found) and _OWNED.fullmatch(between) is not None
        if (not owned and not _apposed(between, one)) or _speaks(text, mentions, at):
            break
        held = _held(text, between, two)
        found += held
        if not any(full for _, full in held) and two.head not in _LARGE:
            break
        one = two
    return found


def _speaks(text: str, mentions: Sequence[Mention], at: int) -> bool:
    """Whether a name owns what is no place: "..., Boria's ministry said"."""
    end = mentions[at].end
    if _OWNED.match(text, end) is None:
        return False
    return at + 1 == len(mentions) or _OWNED.fullmatch(text, end, mentions[at + 1].start) is None


def _apposed(between: str, one: Mention) -> bool:
    if one.word:
        between = between.removeprefix(f" {one.word}")
    return len(between) <= 40 and _APPOSED.fullmatch(between) is not None


def _held(text: str, between: str, two: Mention) -> list[tuple[Entry, bool]]:
    after = text[two.end : two.end + 5]
    listed = bool(_LISTED.match(after)) and between == ", " and " and" in text[two.end : two.end + 40]
    large = (e for e in two.entries[:CANDIDATES] if e.kind in _LARGE)
    return [(e, (not e.bare and not listed) or two.head == e.kind) for e in large]


def nearby(text: str, end: int) -> int:
    """Where the name begins that the words after `end` say something is near; 0 where they do not."""
    match = _NEAR.match(text, end, end + 60)
    return match.end() if match else 0


def neighbour(text: str, mentions: Sequence[Mention], i: int) -> int | None:
    """The number of the mention that mention i is said to be near: "Terny, west of Ostra"."""
    if i + 1 == len(mentions):
        return None
    between = text[mentions[i].end : mentions[i + 1].start]
    return i + 1 if len(between) <= 60 and _NEAR.fullmatch(between) else None
