"""A description of a speaker -> for whose word it stands: "the army's bulletin for the day" is the army's."""

import re
from functools import cache

from onrecord.claims.lexicon import either, table
from onrecord.claims.offices import sayer

_NAME = r"(?-i:[^\W\d_a-z])[\w’'&-]*(?:\s+(?:(?:of|for|the|and|&)\s+){0,2}(?-i:[^\W\d_a-z])[\w’'&-]*)*"

_WHO = {"his": "he", "her": "she", "its": "it", "their": "they", "my": "I"}
"""The pronoun of an owner."""


def behalf(phrase: str) -> str:
    """The body whose word a phrase is: by what it issues, by who speaks for it or works there. Else the phrase."""
    whose = sayer(phrase)
    if whose != phrase:
        return whose
    if found := _owned().fullmatch(phrase):
        return f"the {found['body']}{found['seat'] or ''}"
    if found := _bare().fullmatch(phrase):
        return f"the {found['body']}"
    if found := _theirs().fullmatch(phrase):
        return _WHO[found["who"].lower()]
    found = _working().fullmatch(phrase) or _published().fullmatch(phrase)
    return found["whose"] if found else phrase


@cache
def _owned() -> re.Pattern[str]:
    """ "The ministry's daily bulletin", "the navy's own count of the week"."""
    nouns = table("speakers")["nouns"]
    said = either([*nouns["voices"], *nouns["papers"], *nouns["spokes"], *nouns["parts"]])
    return re.compile(
        rf"the\s+(?P<body>{_body()})[’']s?\s+(?:[a-z-]+\s+){{0,2}}?(?:{said})(?P<seat>\s+in\s+(?-i:[^\W\d_a-z])[\w’'-]+)?"
        r"(?:\s+(?:for|of|on|in|from|about|to)\s.+)?",
        re.IGNORECASE,
    )


@cache
def _bare() -> re.Pattern[str]:
    """ "A ministry spokeswoman", "an army statement"."""
    nouns = table("speakers")["nouns"]
    said = either([*nouns["papers"], *nouns["spokes"]])
    return re.compile(rf"(?:an?|the)\s+(?P<body>{_body()})\s+(?:{said})", re.IGNORECASE)


@cache
def _theirs() -> re.Pattern[str]:
    """ "His last entry", "their own count", and the owner alone where the rest is taken for the cue."""
    papers = either(table("speakers")["nouns"]["papers"])
    return re.compile(
        rf"(?P<who>{either(_WHO)})(?:\s+own)?(?:\s+(?:[a-z-]+\s+){{0,2}}?(?:{papers}))?(?:\s+(?:for|of|on|from)\s.+)?",
        re.IGNORECASE,
    )


@cache
def _working() -> re.Pattern[str]:
    """ "Analysts at Bell Watch", "doctors at Pellin General Hospital"."""
    folk = either(table("speakers")["nouns"]["folk"])
    return re.compile(
        rf"(?:the\s+|independent\s+|open-source\s+)*(?:{folk})\s+(?:at|from|of|with)\s+(?P<whose>(?:the\s+)?{_NAME})(?:\s+hospital|\s+group|\s+channel)?",
        re.IGNORECASE,
    )


@cache
def _published() -> re.Pattern[str]:
    """ "Video geolocated by @plotline", "footage released by the 47th", "an inquiry by Lantern Rights"."""
    papers = either(table("speakers")["nouns"]["papers"])
    return re.compile(
        rf"(?:an?\s+|the\s+|its\s+)?(?:[\w-]+\s+){{0,3}}?(?:{papers})(?:\s+[\w-]+){{0,4}}?\s+(?:by|compiled\s+at)\s+(?P<whose>(?:the\s+(?:\w+\s+){{0,2}})?{_NAME})",
        re.IGNORECASE,
    )


@cache
def _body() -> str:
    """The pattern of a body's noun with what it is for, "defence ministry"; with capitals only of a ministry."""
    nouns = table("speakers")["nouns"]
    field = r"(?:(?!(?:the|an?|its|their|his|her|our)\b)(?-i:[a-z])[a-z-]+\s+){0,2}?"
    return rf"(?:{field}(?-i:(?=[a-z]))(?:{either(nouns['organs'])})|[A-Z][a-z]+\s+Ministry)"
