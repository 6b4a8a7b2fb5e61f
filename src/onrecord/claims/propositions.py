"""A content -> its propositions: cut where a clause brings an event of another kind with its own trigger.

Never inside quotation marks or parentheses; the figures of one tally stay together; one proposition when in doubt.
"""

from functools import cache
from typing import NamedTuple

from onrecord.claims.kinds import Kinds
from onrecord.claims.lexicon import table
from onrecord.claims.text import trim
from onrecord.claims.tokens import Tokens, tokens
from onrecord.records import Span

_OPEN, _CLOSE = frozenset("([“«"), frozenset(")]”»")
_LOOSE = " \t,;:.–—-"
_MARGIN = 2


class _Seam(NamedTuple):
    """Where a clause may begin: tokens [first, last) are the words that join it; `own` if it needs its own subject."""

    first: int
    last: int
    own: bool


def split(text: str, content: tuple[Span, ...], kinds: Kinds) -> tuple[Span, ...]:
    """The propositions of a content, in order: parts of its spans, without the words and marks that join them."""
    return tuple(part for span in content for part in _cut(text, span, kinds))


def _cut(text: str, span: Span, kinds: Kinds) -> list[Span]:
    """The propositions of one span."""
    source = tokens(text)
    start, kind, made = span.start, "other", list[Span]()
    seams = _seams(source, span) if kinds.told(text, span) > 1 else []
    if not seams:
        return [whole for whole in (trim(text, span),) if whole is not None]
    bounds = [source.all[s.first].start for s in seams] + [span.end]
    for seam, end in zip([None, *seams], bounds, strict=True):
        begin = source.all[seam.last].start if seam and seam.last < len(source.all) else start
        piece = Span(start=min(begin, end), end=end)
        own = kinds.of(text, piece)
        if seam is not None and _parts(text, piece, kinds, (kind, own), seam):
            made.append(Span(start=start, end=source.all[seam.first].start))
            start, kind = piece.start, own
        elif kind == "other":
            kind = own
    made.append(Span(start=start, end=span.end))
    return [whole for part in made if (whole := trim(text, part, _LOOSE if len(made) > 1 else "")) is not None]


def _parts(text: str, piece: Span, kinds: Kinds, pair: tuple[str, str], seam: _Seam) -> bool:
    """Whether a clause is a proposition of its own, beside one of another kind."""
    kind, own = pair
    if "other" in pair or kind == own or frozenset(pair) in _together():
        return False
    if own == "information":
        return True
    strong = [mark for mark, _, rank in kinds.triggers(text, piece) if rank >= (3 if seam.own else 2)]
    if not strong:
        return False
    source = tokens(text)
    return not seam.own or strong[0].first > source.range(piece)[0]


@cache
def _together() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in table("kinds")["propositions"]["together"])


@cache
def _joints() -> dict[str, tuple[tuple[tuple[str, ...], bool], ...]]:
    """The word sequences that begin a clause and whether it needs its own subject, by first word, longest first."""
    words: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
    for name in ("clause", "joint"):
        for phrase in table("kinds")["propositions"][name]:
            words.setdefault(phrase.split()[0], []).append((tuple(phrase.split()), name == "joint"))
    return {first: tuple(sorted(rows, key=lambda r: (-len(r[0]), r[0]))) for first, rows in words.items()}


def _seams(source: Tokens, span: Span) -> list[_Seam]:
    """The places in a span where a clause may begin, outside quotation marks and parentheses."""
    first, last = source.range(span)
    found: list[_Seam] = []
    depth, quoted = 0, False
    for at in range(first, last):
        low = source.all[at].low
        depth += (low in _OPEN) - (low in _CLOSE and depth > 0)
        quoted ^= low == '"'
        if depth or quoted or at < first + _MARGIN or (found and at < found[-1].last):
            continue
        seam = _seam(source, at, last)
        if seam is not None and seam.last < last:
            found.append(seam)
    return found


def _seam(source: Tokens, at: int, last: int) -> _Seam | None:
    """The seam at one token."""
    low = source.all[at].low
    if low in {";", ".", "!", "?"}:
        ends = at + 1 < last and not source.joined(at + 1)
        return _Seam(at, at + 1, False) if ends else None
    begin = at + 1 if low == "," else at
    first = source.all[begin].low if begin < last else ""
    for words, own in _joints().get(first, ()):
        if all(begin + k < last and source.all[begin + k].low == word for k, word in enumerate(words)):
            keep = words[-1] == "which"
            return _Seam(at, begin + len(words) - keep, own)
    return None
