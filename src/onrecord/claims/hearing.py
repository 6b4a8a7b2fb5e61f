"""A voice heard or named in a text, and what can be asked of it: whether a pronoun or a noun can stand for it."""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from onrecord.claims.capitals import forenames
from onrecord.claims.gazetteer import fold
from onrecord.claims.lexicon import table
from onrecord.claims.naming import Sort, aside, full, is_body, is_office, is_person, nouns, plain, sort
from onrecord.claims.titles import named
from onrecord.records import Party, Record, Speaker

POSSESSIVE = re.compile(r"[’'](?:s(?:\s+own)?)?$")
"""What is left of an owner where the cue is a noun: "by the ministry's | count"."""

SEAT = re.compile(r"\s+in\s+[^\W\d_a-z][\w’'-]+$")
"""Where a body sits: "the air force in Mar"."""

ROLE = re.compile(
    r"(?:(the\s+(?:region|city|town|country|district|province|state|village|valley)[’']s|the|its|their|his|her)\s+)?"
    r"((?:[a-z-]+\s+){0,2}[a-z-]+)",
    re.IGNORECASE,
)
"""An office or a body without a name, and whose the words say it is: "its defence ministry", "the governor"."""

OFFICE = re.compile(r"\s(?:of|for|to|at|in)\s")
"""What parts the head of an office from its field."""

PLACED = re.compile(r"\s(?:of|for|from|at|in)\s(?:[\w’'-]+\s+){0,4}?[^\W\d_a-z]")
"""Whom or where someone belongs to, by a name: "the captain of a Marish tanker"."""

FOREIGN = re.compile(r"\b[A-Z]{2,}\b|\s[A-Z][\w’'-]*\s+[a-z]")
"""The same in what stands before a name: "a UN spokesman, Ada Orm", "the Quellish minister Ada Orm"."""


class Voice(Record, frozen=True, kw_only=True):
    """Someone heard or named so far: who, where, what sort, as printed, and he, she, they or "" for unknown."""

    speaker: Speaker
    at: int
    sort: Sort
    printed: str
    gender: str = ""


class Called(NamedTuple):
    """A noun as a pattern, and whether it is a body's."""

    noun: str
    by: re.Pattern[str]
    body: bool


@lru_cache(maxsize=256)
def called(noun: str) -> Called:
    """A noun as a pattern that finds it, and whether it is a body's."""
    return Called(noun, re.compile(rf"\b{re.escape(noun)}\b", re.IGNORECASE), is_body(noun))


def owned(phrase: str, side: Party) -> str:
    """A body of a party as that party would call it: "Arland's ministry" is "its ministry"."""
    adjectives = (f"{article}{a} " for article in ("the ", "") for a in side.adjectives)
    owners = (*(f"{name}'s " for name in (side.name, *side.aliases)), *adjectives)
    plain = phrase.replace("’", "'")
    return next((f"its {plain[len(owner) :]}" for owner in owners if plain.lower().startswith(owner.lower())), phrase)


def telling(noun: str) -> bool:
    """Whether a noun tells which body or office of a party it is: "defence ministry" and "army", not "agency"."""
    return " " in noun or noun.lower() in table("speakers")["nouns"]["only"] or is_office(noun)


def loose(phrase: str) -> bool:
    """Whether someone is a person whom no word gives to a state or a body: "the mayor", "Ada Orm", "the farmer Bo Ek".

    A bare name is a person's where it begins with a title or a known forename: "Rights Watch" may be anybody's.
    """
    whole = plain(phrase)
    name = named(whole)
    if aside(phrase) or FOREIGN.search(phrase.partition(name)[0]):
        return False
    if full(name):
        first = fold(name.split()[0])
        return name != whole or first in forenames() or first in table("speakers")["nouns"]["titles"]
    return sort(phrase) == "person" and PLACED.search(phrase) is None


def private(voice: Voice) -> bool:
    """Whether a voice is a body by a name of its own, and no organ of a state: "the company" may stand for it."""
    name = voice.speaker.name or ""
    last = name.lower().rpartition(" ")[2]
    known = table("speakers")["nouns"]
    own = name.removeprefix("the ")[:1].isupper() and name != voice.speaker.party
    return voice.sort == "body" and own and last not in known["owned"] and last not in known["state"]


def ruled(found: Voice, rule: str) -> str:
    """How a speaker was found who was heard before: of one whose party was only supposed, that stays so."""
    return found.speaker.rule if found.speaker.rule == "supposed" else rule


def fits(voice: Voice, which: str) -> bool:
    """Whether a pronoun can stand for this voice."""
    if voice.speaker.name is None:
        return False
    if which in ("he", "she"):
        return (is_person(voice.sort) and voice.gender in ("", which)) or which in _mouth(voice.printed)
    if which == "it":
        return voice.sort == "body"
    return which != "they" or voice.sort != "person"


@lru_cache(maxsize=1 << 12)
def _mouth(printed: str) -> tuple[str, ...]:
    """What the person may be called by whose mouth a body speaks: he of "an army spokesman", else either."""
    found = nouns("mouths").search(printed)
    if found is None:
        return ()
    word = found.group().lower()
    return ("she",) if word.endswith("woman") else ("he",) if word.endswith("man") else ("he", "she")


def serves(since: date | None, until: date | None, on: date | None) -> bool:
    """Whether a day lies in the time of an office; without a day, always."""
    return on is None or ((since is None or since <= on) and (until is None or on <= until))
