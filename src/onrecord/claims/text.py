"""Text -> spans of its paragraphs, sentences and words: a rule splitter that walks the text once."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from onrecord.claims.lexicon import table
from onrecord.records import Span

LIMIT = 1500
"""No sentence is longer than this many characters: what has no full stop is cut at a space."""

_PARAGRAPH = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_STOP = re.compile(r"[.!?…。]++[\"'”’»)\]\u200e\u200f\u202c]*+")
_BULLET = re.compile(
    r"(?:(?:[•‣∙·*–—-]|\d{1,2}\))\s+|(?:[\u2190-\u21ff\u2300-\u2bff\U0001f000-\U0001faff][\ufe0e\ufe0f\u200d]*){1,6}\s*)(?=\S)"
)
"""What opens an item of a list: a point, a dash, a number, a small picture or some."""

_CLOCK = re.compile(
    r"(?:[01]?\d|2[0-3])(?::[0-5]\d(?::|\s*[-–—])?\s+(?=\S)"
    r"|\.[0-5]\d(?:(?::|\s*[-–—])\s+(?=[^\W\d]|[\"“‘«])|\s+(?=[\"“‘«]?[^\W\d_a-z])(?![kMGT]Wh?\b|[KCF]\b)))"
)
"""A clock time that opens a line. With a full stop it may be a decimal: 2.50 metres, 1.20 million, 1.50 MW."""

_WORD = re.compile(r"\w+(?:[’'.\-\u00ad\u2010\u2011]\w+)*")
_NEXT = re.compile(r"\s+[\"'“‘«(\[\u200e\u200f\u202a-\u202e-]*(\w[\w’'-]{0,30})?")
_REACH = 16
"""How far back the word before a full stop, and the beginning of a line, are looked for."""


def paragraphs(text: str) -> tuple[Span, ...]:
    """The lines that hold more than white space, without the white space around them."""
    return tuple(
        span for m in _PARAGRAPH.finditer(text) if (span := trim(text, Span(start=m.start(), end=m.end()))) is not None
    )


@lru_cache(maxsize=4)
def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text, in order; a line end always ends one. Every character but white space is in one.

    Those of the last few texts are remembered.
    """
    return tuple(sentence for paragraph in paragraphs(text) for sentence in split(text, paragraph))


def entry(text: str, sentence: Span) -> Span:
    """A sentence without the bullet and the clock time that open its line: in a live blog that of the telling."""
    start = sentence.start
    before = text[max(0, start - _REACH) : start].strip(" \t\u00a0")
    if before[-1:] not in ("", "\n", "\r") or (not before and start > _REACH):
        return sentence
    for opening in (_BULLET, _CLOCK):
        found = opening.match(text, start, sentence.end)
        start = found.end() if found else start
    return Span(start=start, end=sentence.end)


def body(text: str, sentence: Span) -> Span:
    """A sentence without the dateline before it: "MAR, Dec 14 (Agency) - Guns fired." begins at "Guns"."""
    sentence = entry(text, sentence)
    found = _dateline().match(text, sentence.start, min(sentence.end, sentence.start + 120))
    named = found is not None and (found.group("city") or found.group("agency"))
    return Span(start=found.end(), end=sentence.end) if found and named and found.end() < sentence.end else sentence


def placed(text: str, span: Span) -> bool:
    """Whether some words are no more than a dateline: "MAR, 14 December", "MAR, Dec 14 (Agency)"."""
    return _placed().fullmatch(text, span.start, span.end) is not None


def split(text: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of one paragraph."""
    start = paragraph.start
    for stop in _STOP.finditer(text, paragraph.start, paragraph.end):
        if stop.end() == paragraph.end or _ends(text, stop, paragraph.end):
            yield from _cut(text, start, stop.end())
            start = stop.end()
    yield from _cut(text, start, paragraph.end)


def words(text: str, span: Span) -> tuple[Span, ...]:
    """The words inside `span`; hyphens, apostrophes and inner full stops hold a word together ("U.S", "F-16")."""
    return tuple(Span(start=m.start(), end=m.end()) for m in _WORD.finditer(text, span.start, span.end))


def closed(text: str, span: Span) -> Span:
    """A span without a bracket that it opens and does not close: "the Mar Agency (MNA"."""
    at = text.rfind("(", span.start, span.end)
    if at <= span.start or text.find(")", at, span.end) >= 0:
        return span
    return trim(text, Span(start=span.start, end=at)) or span


def trim(text: str, span: Span, loose: str = "") -> Span | None:
    """`span` without white space and the characters of `loose` at its ends; None where nothing is left."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in loose):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in loose):
        end -= 1
    return Span(start=start, end=end) if start < end else None


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > LIMIT:
        space = text.rfind(" ", start + LIMIT // 2, start + LIMIT)
        middle = space if space > 0 else start + LIMIT
        yield from _cut(text, start, middle)
        start = middle
    span = trim(text, Span(start=start, end=end))
    if span is not None:
        yield span


def _ends(text: str, stop: re.Match[str], end: int) -> bool:
    """Whether a sentence ends at this stop."""
    after = _NEXT.match(text, stop.end(), min(end, stop.end() + 80))
    if after is None:
        return False
    follower = after.group(1) or ""
    if follower[:1].islower():
        return False
    if not stop.group().startswith(".") or stop.group().startswith(".."):
        return True
    return _full(_before(text, stop.start()), follower)


def _before(text: str, at: int) -> str:
    """The word that a full stop follows, lower case."""
    reach = text[max(0, at - _REACH) : at]
    return reach.split()[-1].lstrip("\"'“‘«([") if reach.strip() and not reach[-1].isspace() else ""


@cache
def _dateline() -> re.Pattern[str]:
    city, day = _place_and_day()
    agency = r"(?P<agency>\([^()\n]{2,40}\))"
    return re.compile(rf"(?:(?P<city>{city})[,\s]*)?(?:{day}[,\s]*)?(?:{agency}\s*)?[-–—]{{1,2}}\s+")


@cache
def _placed() -> re.Pattern[str]:
    city, day = _place_and_day()
    return re.compile(rf"{city}[,\s]+{day}[,.\s]*(?:\([^()\n]{{2,40}}\))?[.\s]*")


def _place_and_day() -> tuple[str, str]:
    """The patterns of a city in capitals and of a day of the year."""
    months = "|".join((*(word for word in table("abbreviations")["numbered"] if len(word) > 2), "may"))
    city = r"[A-Z][A-Z’'.-]+(?:[ /,]+[A-Z][A-Z’'.-]+){0,5}"
    return city, rf"(?i:(?:\d{{1,2}}\s+)?(?:{months})[a-z]*\.?(?:\s+\d{{1,2}})?)"


@cache
def _known(group: str) -> frozenset[str]:
    return frozenset(table("abbreviations")[group])


def _full(word: str, follower: str) -> bool:
    """Whether a full stop between these two words is more than the mark of an abbreviation."""
    lower, begins = word.lower(), follower.lower()
    if lower in _known("never"):
        return False
    if lower in _known("numbered") and follower[:1].isdigit():
        return False
    if lower in _known("sometimes") or (len(word) == 1 and word.isupper()) or re.fullmatch(r"(?:\w\.)+\w", word):
        return begins in _known("starters")
    return not (word.isdigit() and len(word) < 3 and not follower)
