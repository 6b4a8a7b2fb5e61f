"""A sentence and what is attributed in it -> its clauses in the narrator's own voice.

A sentence in which nobody is heard is one clause. Else what a semicolon, a joining word or a relative clause parts from
the attributed words is the narrator's, and the main clause before them, where nobody who is heard stands in it.
"""

import re
from collections.abc import Sequence
from functools import cache

from onrecord.claims.lexicon import either, phrases, table
from onrecord.claims.narrator import finite
from onrecord.claims.text import body, placed, trim
from onrecord.records import Attribution, Span

_REACH = 60
"""Characters before words that are heard in which a join to them may stand."""

_BESIDE = 20
"""Characters between a speaker and a cue that stand together."""

_SHORT = 12
"""A clause of fewer characters tells nothing."""

_LEAST, _MOST = 4, 16
"""Words that a main clause has at least, and that may stand between it and words that are heard."""

_LOOSE = " ,;"
_WORD = re.compile(r"(?<!\w)[^\W\d_]{2,60}(?!\w)")
"""What is one word without an end says nothing."""

_PARTED = re.compile(r";\s+")
_SOON = r"(?:(?:minutes|moments|hours|days|weeks|a\s+day|a\s+week|shortly|just)\s+)?"
_JOINT = re.compile(
    rf"(?:,|\s(?:and|but|yet))?\s+{_SOON}(?:(?:in|for|of|to|by|with|after|as)\s+)?"
    r"(?:(?:what|which|whom|whose|where),?|(?:when|because|since|while|as),)\s+$"
    r"|(?:,\s+(?:and|but|yet)?|\s(?:and|but|yet))\s*$"
)
"""What joins an account to words that are heard after it."""

_AFTER = re.compile(rf"(?:\s+(?:on|late|early)(?:\s+on)?\s+\w+day(?:\s+\w+)?)?,?\s+{_SOON}after\s+")
"""What joins an account to words that were heard before it and whose cue stands last."""

_HANGING = re.compile(r",?\s+(?:in\s+|\w+ing\s+)?an?\s+\w+\s+(?:that|which)(?:\s+\w+){0,2}$")
"""The beginning of what is heard, at the end of what is told: "..., ending a foothold that cost"."""

_ASIDE = re.compile(r",\s+(?:which|who|whose|where)\s+([^,;]{8,160}),")
"""A relative clause that says something of a speaker."""


def told(text: str, sentence: Span, heard: Sequence[Attribution]) -> tuple[Span, ...]:
    """The clauses of a sentence in the narrator's voice: all, or what is parted from the attributed ones.

    No part of a question is one by itself.
    """
    spans = [span for a in heard for span in (a.speaker, a.cue, a.venue, *a.content, *a.chain) if span is not None]
    whole = body(text, sentence)
    if not any(span.overlaps(sentence) for span in spans):
        return (whole,) if _WORD.search(text, whole.start, whole.end) and not placed(text, whole) else ()
    clauses: list[Span | None] = []
    for piece in _pieces(text, whole):
        if inside := [span for span in spans if span.overlaps(piece)]:
            clauses += _apart(text, piece, inside, heard)
        elif text[whole.end - 1] != "?":
            clauses.append(trim(text, piece, _LOOSE))
    return tuple(c for c in clauses if c is not None and c.end - c.start >= _SHORT)


def _pieces(text: str, sentence: Span) -> list[Span]:
    """The parts of a sentence between semicolons."""
    joints = [(found.start(), found.end()) for found in _PARTED.finditer(text, sentence.start, sentence.end)]
    starts, ends = [sentence.start, *(end for _, end in joints)], [*(start for start, _ in joints), sentence.end]
    return [Span(start=start, end=end) for start, end in zip(starts, ends, strict=True) if start < end]


def _apart(text: str, piece: Span, inside: Sequence[Span], heard: Sequence[Attribution]) -> Sequence[Span | None]:
    """The narrator's clauses of a piece of a sentence in which somebody is heard."""
    first, last = min(s.start for s in inside), max(s.end for s in inside)
    asides = [span for a in heard if (span := _aside(text, piece, a)) is not None]
    said = [span for a in heard for span in (a.cue, *a.content) if span is not None]
    free = [aside for aside in asides if not any(span.overlaps(aside) for span in said)]
    clauses: list[Span | None] = [*free] if asides else [_before(text, piece, first, heard)]
    if last < piece.end and (found := _opening().match(text, last, piece.end)):
        clauses.append(trim(text, Span(start=found.end(), end=piece.end), _LOOSE))
    elif last < piece.end:
        clauses.append(_beyond(text, piece, last, heard))
    return clauses


def _before(text: str, piece: Span, first: int, heard: Sequence[Attribution]) -> Span | None:
    """What is told before the first words that are heard: "Arland expelled two envoys, accusing them of spying".

    Its subject may be the speaker, where the cue stands far from the name.
    """
    if found := _closing().search(text, max(piece.start, first - _REACH), first):
        return _cut(text, piece.start, found.start())
    core = min((s.start for a in heard for s in _core(a) if s.overlaps(piece)), default=piece.start)
    if joint := _JOINT.search(text, max(piece.start, core - _REACH), core):
        return _cut(text, piece.start, joint.start())
    if any(a.cue is not None and a.cue.start == core and a.cue.of(text).lower().startswith("to ") for a in heard):
        return _cut(text, piece.start, core)
    return _head(text, piece, core, heard)


def _head(text: str, piece: Span, core: int, heard: Sequence[Attribution]) -> Span | None:
    """The main clause before what hangs on it and is heard: "A depot burned on Friday, hours after X reported ..."."""
    speakers = [a.speaker for a in heard if a.speaker is not None]
    for edge in reversed([found.start() for found in _edge().finditer(text, piece.start, core)]):
        head = _cut(text, piece.start, edge)
        if head is None or len(head.of(text).split()) < _LEAST or len(text[edge:core].split()) > _MOST:
            return None
        hangs = _leads().match(text, head.start, head.end) or any(s.overlaps(head) for s in speakers)
        if not hangs and finite().search(text, head.start, head.end):
            return head
    return None


def _core(attribution: Attribution) -> list[Span]:
    """What is said and how; the speaker too where the two stand together."""
    cue, speaker = attribution.cue, attribution.speaker
    spans = [span for span in (cue, attribution.venue, *attribution.content, *attribution.chain) if span is not None]
    apart = speaker is not None and cue is not None and cue.start - speaker.end > _BESIDE
    return spans if speaker is None or apart else [*spans, speaker]


def _beyond(text: str, piece: Span, last: int, heard: Sequence[Attribution]) -> Span | None:
    """What is told after words that were heard: "..., says the utility, whose depot was hit"."""
    cues = [a.cue.end for a in heard if a.cue is not None and a.cue.overlaps(piece)]
    contents = [c.end for a in heard for c in a.content if c.overlaps(piece)]
    closed = bool(cues) and max(cues) >= max(contents, default=0)
    found = _further().match(text, last, piece.end) or (_AFTER.match(text, last, piece.end) if closed else None)
    return _cut(text, found.end(), piece.end) if found else None


def _aside(text: str, piece: Span, attribution: Attribution) -> Span | None:
    """What is told of a speaker on the way: "The bureau, which arrested the doctor on Tuesday, said ..."."""
    speaker, cue = attribution.speaker, attribution.cue
    if speaker is None or cue is None or not speaker.overlaps(piece):
        return None
    between = _ASIDE.match(text, speaker.end, min(cue.start, piece.end))
    found = between or _ASIDE.search(text, speaker.start, min(speaker.end, piece.end))
    return Span(start=found.start(1), end=found.end(1)) if found else None


def _cut(text: str, start: int, end: int) -> Span | None:
    """The clause in [start, end), without what only leads on from it."""
    hanging = _HANGING.search(text, start, max(start, end))
    end = hanging.start() if hanging else end
    return trim(text, Span(start=start, end=max(start, end)), _LOOSE)


def _joins() -> str:
    return either(table("speakers")["narrator"]["joins"])


@cache
def _closing() -> re.Pattern[str]:
    """The join between a narrator's clause and an attribution after it."""
    return re.compile(rf",\s+(?:{_joins()})\s+(?:(?!{_joins()})[\w’'-]+\s+){{0,4}}$", re.IGNORECASE)


@cache
def _opening() -> re.Pattern[str]:
    """The join between an attribution and a narrator's clause after it."""
    return re.compile(rf"[\"”]?\s*,\s+(?:{_joins()})\s+", re.IGNORECASE)


@cache
def _further() -> re.Pattern[str]:
    """What stands between words that were heard and what is told of them, or of who said them, without a new subject:
    ", which ...", " without naming a source", ", a figure that ...", " and was turned down".
    """
    words = table("speakers")["narrator"]
    papers, acts = either(words["papers"]), either(words["acts"])
    return re.compile(
        r",\s+(?=(?:which|whose|where|who)\s)|,?\s+(?=without\s+\w+ing\b)"
        rf"|,\s+(?=an?\s+(?:\w+\s+)?(?:{papers})\s+(?:that|which|for\s+which)\b)"
        rf"|,?\s+(?:and|but|then)\s+(?=(?:later\s+|then\s+)*(?:{acts}|\w+ed)\b)",
        re.IGNORECASE,
    )


@cache
def _edge() -> re.Pattern[str]:
    """Where a main clause may end before what hangs on it."""
    edges = either(table("speakers")["narrator"]["edges"])
    return re.compile(rf",?\s{_SOON}(?:{edges}|in\s+an?\s+\w+\s+(?:that|which))\s+|[,:–—]\s+")


@cache
def _leads() -> re.Pattern[str]:
    """What begins no main clause: such a word, or a participle with what hangs on it."""
    words = table("speakers")["narrator"]
    hangs = rf"\w+ing\s+(?:{either(words['hung'])})\b"
    return re.compile(f"{phrases(words['leads']).pattern}|{hangs}", re.IGNORECASE)
