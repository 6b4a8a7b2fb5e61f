"""The words beside a name -> what they say of it: what kind of place it is, and which word leads to it."""

import re

from onrecord.claims.lexicon import table
from onrecord.records import Extent

_BEFORE = re.compile(r"[\w'’-]+")
_AFTER = re.compile(r"[ \u00a0]([\w-]+)")
_OF = re.compile(r"(\w+) of (?:the )?$")

_WHENCE = re.compile(r"\bfrom (?:the )?directions? of (?:the )?$")
"""Before a name it says whence something came, and names no front."""


def extent(word: str) -> Extent | None:
    """The Extent that a head names, in lower case, singular or plural: "region", "districts"."""
    lists = table("places")
    found = lists["heads"].get(word) or lists["plurals"].get(word)
    return Extent(found) if found else None


def heading(text: str, start: int, end: int) -> tuple[Extent | None, str]:
    """What the word after a name, or the "region of" before it, says that it is."""
    after = following(text, end)
    if after and (found := extent(after)):
        return found, after
    lead = text[max(0, start - 30) : start]
    before = _OF.search(lead) if " of " in lead else None
    word = before.group(1).lower() if before and not _WHENCE.search(lead) else ""
    if word and (found := extent(word)):
        return found, word
    return None, ""


def following(text: str, end: int) -> str:
    """The word after `end`, in lower case, where only a space stands between."""
    match = _AFTER.match(text, end, end + 24)
    return str(match.group(1)).lower() if match else ""


def preceding(text: str, start: int) -> str:
    """The word before `start`, in lower case; articles are passed over."""
    words = _BEFORE.findall(text[max(0, start - 30) : start])
    if not words or not text[start - 1 : start].isspace():
        return ""
    last = str(words[-1]).lower()
    return str(words[-2]).lower() if last in ("the", "a") and len(words) > 1 else last
