"""The smallest thing that can be told whole: one sentence of what one speaker is reported to have said.

In: a claim. Out: the characters that a unit of it prints. What of it is fit to print is asked in `fit`.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from onrecord.briefing.clause import finite
from onrecord.briefing.lexicon import words
from onrecord.briefing.shelf import Shelf
from onrecord.records import Claim, Span

_BREAK = re.compile(r"(?<=[.!?])[\"”’»]?\s+(?=[\"“‘«]?[^\W\d_a-z])")
_SHORT = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Sgt|St|No|Sen|Rep|Gov|vs|approx))\.$")
_DATELINE = re.compile(r"[^.!?\n]{0,60}\([^)\n]{1,30}\)\s*[-–—]+\s+")

_LABEL = re.compile(r"[A-Z][\w’'-]*(?: [\w’'-]+){0,3}:\s+(?=[A-Za-z])")


@dataclass(frozen=True)
class Unit:
    """Spans of one document (one, or two around a cue) and the claims that they make, the first leading."""

    claims: tuple[Claim, ...]
    spans: tuple[Span, ...]

    @property
    def lead(self) -> Claim:
        """The claim that gives speaker, cue and stance."""
        return self.claims[0]


def pieces(claim: Claim, shelf: Shelf) -> tuple[tuple[Span, ...], ...]:
    """The spans of a claim's content, cut at the ends of sentences; two spans around a cue stay together."""
    content = claim.attribution.content or (claim.proposition,)
    text = shelf.document(claim).text
    if len(content) > 1:
        parts = _parted(text, content)
        return (tuple(content), *parts) if len(parts) > 1 else (tuple(content),)
    return tuple((s,) for s in sentences(text, content[0], claim.attribution.cue is None))


def _parted(text: str, content: tuple[Span, ...]) -> list[tuple[Span, ...]]:
    """The pieces of a content, parted where a sentence ends between them: "It stands," he said. "We are there." """
    made = [[content[0]]]
    for before, after in pairwise(content):
        if re.search(r"[.!?]\W*$", text[before.end : after.start]):
            made.append([after])
        else:
            made[-1].append(after)
    return [tuple(part) for part in made]


def sentences(text: str, span: Span, own: bool) -> list[Span]:
    """The sentences inside a span, without the white space around them, nor a dateline before the first.

    Nor a label, in a report's `own` words: what somebody said before a colon ("It is false:") is part of what was said.
    """
    ends = [m for m in _BREAK.finditer(text, span.start, span.end) if not _SHORT.search(text, m.start() - 6, m.start())]
    line = _DATELINE.match(text, span.start, span.end) or (own and _label(text, span)) or None
    starts = [line.end() if line else span.start, *(m.end() for m in ends)]
    stops = [*(_after(text, m) for m in ends), span.end]
    return [Span(start=a, end=b) for a, b in zip(starts, stops, strict=True) if a < b]


def _label(text: str, span: Span) -> re.Match[str] | None:
    """What a bulletin prints before a sentence on a matter: no clause, and no word that calls what follows false."""
    found = _LABEL.match(text, span.start, span.end)
    bare = found is not None and not finite(found[0]) and not any(w in found[0].lower() for w in words().debunk)
    return found if bare else None


def _after(text: str, found: re.Match[str]) -> int:
    return found.start() + (0 if text[found.start()].isspace() else 1)


def joints(unit: Unit, shelf: Shelf) -> list[str]:
    """What is printed between the pieces of a unit: "and" or "but" where the report has it, a semicolon where it begins
    anew after its cue."""
    text = shelf.document(unit.lead).text
    gaps = [text[a.end : b.start] for a, b in pairwise(unit.spans)]
    ends = [re.search(r"\b(and|but)\W*$", gap) for gap in gaps]
    return [
        f", {end[1]} " if end else "; " if re.search(r"[;:.!?]\W*$", gap) else ", "
        for gap, end in zip(gaps, ends, strict=True)
    ]


def thatted(unit: Unit, shelf: Shelf) -> bool:
    """Whether the report itself introduces the content with "that"."""
    text, start = shelf.document(unit.lead).text, unit.spans[0].start
    before = re.search(r"\bthat\s*$", text[max(0, start - 12) : start])
    return bool(before or re.match(r"[Tt]hat\b", text[start : start + 6]))


def behind(unit: Unit) -> bool:
    """Whether the cue follows the content: "..., X said"."""
    cue = unit.lead.attribution.cue
    return cue is not None and cue.start >= unit.spans[-1].end


def headlined(unit: Unit, shelf: Shelf) -> bool:
    """Whether the unit is a line in the report's own voice that is no sentence: a headline, a caption."""
    end = unit.spans[-1].end
    around = shelf.document(unit.lead).text[max(0, end - 2) : end + 2]
    return unit.lead.attribution.cue is None and not any(mark in around for mark in ".!?")
