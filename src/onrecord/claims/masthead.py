"""The head of a channel's text -> who speaks in it: "Mar city council. ...", "Summary of the Mar fire service: ...".

For channels that speak for themselves and of which the story does not say for whom.
"""

import re
from datetime import date
from functools import cache

from onrecord.claims.cast import Cast
from onrecord.claims.heads import extent
from onrecord.claims.lexicon import either, table
from onrecord.claims.naming import nouns, of_body
from onrecord.claims.narrator import finite
from onrecord.claims.offices import Offices
from onrecord.claims.sides import Land
from onrecord.records import Extent, SourceKind, Span, Speaker

_NEAR = 160
"""Characters of a text in which its head stands."""

_WORD = r"[^\W_][\w’'-]*"
_NAME = rf"(?P<name>[^\W\d_a-z][\w’'-]*(?:\s+[“\"]?{_WORD}[”\"]?){{0,7}}?)"
_CLOSED = r"(?=\s*(?:[:|/▪•(\n]|[—–]\s|-\s|$)|,\s|\.\s)"
"""What closes a head."""


def publisher(text: str, kind: SourceKind, cast: Cast, offices: Offices, land: Land, on: date | None) -> Speaker | None:
    """Whose word a text is by its own first words, by the story's name where it has one; None where they name nobody.

    `land` is whose the places inside some characters are.
    """
    span = signed(text, kind)
    if span is None:
        return None
    name = re.sub(r"[“”\"]", "", span.of(text))
    mention, known = cast.find(name, on), offices.stated(name, cast)
    own = mention is not None and mention.sort in ("person", "body") and of_body(name, mention)
    if known is None and mention is not None and own:
        known = Speaker(name=mention.name, party=mention.party)
    if known is None and kind is SourceKind.SOCIAL:
        return None
    party = known.party if known else mention.party if mention else land(span)
    said = known.name if known else name.title() if name.isupper() else name
    return Speaker(name=said, party=party, implicit=True, rule="publisher")


def signed(text: str, kind: SourceKind) -> Span | None:
    """The characters in which a text names the body or the group that speaks; None where it names none."""
    found = _head().match(text, 0, min(len(text), _NEAR))
    if found is None or kind is SourceKind.OSINT:
        return None
    name, said = found["name"], found["of"] is not None or found["verb"] is not None
    named = said or kind is SourceKind.SOCIAL or _own(name, kind)
    return Span(start=found.start("name"), end=found.end("name")) if named and not _idle(name, kind) else None


def _own(name: str, kind: SourceKind) -> bool:
    """Whether a head is a name: by a noun for a body, by capitals throughout, in an office's bulletin always."""
    words = name.split()
    if len(words) < 2:
        return False
    body = nouns("bodies").search(name) is not None or nouns("organs").search(name) is not None
    proper = all(w[:1].isupper() or w in ("of", "for", "the", "and") for w in words)
    return kind is SourceKind.OFFICIAL or body or proper


def _idle(name: str, kind: SourceKind) -> bool:
    """Whether a head is a heading, a time or a place, and nobody's name."""
    words = name.split()
    dated = any(word.lower().strip(".,") in table("venues")["openers"] for word in words)
    shouted = name.isupper() and kind is not SourceKind.OFFICIAL
    last = words[-1].lower()
    place = last in _places() or extent(last) is Extent.FRONT
    return dated or shouted or place or finite().search(name) is not None


@cache
def _places() -> frozenset[str]:
    known = table("speakers")["nouns"]
    return frozenset((*known["areas"], *known["behind"], *known["seats"]))


@cache
def _head() -> re.Pattern[str]:
    """ "Summary of the Mar fire service: ...", "Mar city council. ...", "Coast Command informs. ..."."""
    known = table("speakers")["nouns"]
    papers = rf"(?i:{either([*known['papers'], *known['spokes'], 'information'])})"
    lead = rf"(?:[^\W\d_a-z][a-z]+\s+)?{papers}(?:\s+\d+)?\s+(?:of|from|by)"
    of = rf"(?P<of>(?:{lead}|From\s+the\s+(?:head|chat|channel|desk)\s+of|From)\s+(?:the\s+)?)?"
    verb = r"(?P<verb>\s+(?:informs?|reports?|announces|warns)(?=[.:]\s))"
    return re.compile(rf"[^\w“\"]*{of}{_NAME}(?:{verb}|{_CLOSED})")
