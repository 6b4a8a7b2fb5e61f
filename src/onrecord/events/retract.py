"""Document -> the passages in which it takes back what was said before: its own report, or a speaker's statement."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

import msgspec

from onrecord.events.page import STOP
from onrecord.events.tables import read, weights
from onrecord.events.when import stamp
from onrecord.events.words import content, fold
from onrecord.records import Claim, Document, Evidence, Span, Stance, Undoing, Withdrawal

SAID = (Stance.ASSERTED, Stance.HEDGED, Stance.UNATTRIBUTED)
"""Stances of a claim that can be taken back."""
FIGURE = re.compile(r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:\.\d+)?")

_OF = re.compile(r"\bof\s+(\d{1,2})[:.](\d{2})\s")


class Backs(msgspec.Struct, frozen=True):
    """The whole of retract.toml: how a report takes back what was reported before."""

    earlier: tuple[str, ...]
    wrong: tuple[str, ...]
    verbs: tuple[str, ...]
    barred: tuple[str, ...]
    things: tuple[str, ...]
    passive: tuple[str, ...]
    cuts: tuple[str, ...]
    headed: tuple[str, ...]
    noticed: tuple[str, ...]
    counting: tuple[str, ...]
    numbers: tuple[str, ...]


@cache
def backs() -> Backs:
    """The words by which reports take something back."""
    return msgspec.toml.decode(read("retract.toml"), type=Backs)


class Passage(msgspec.Struct, frozen=True):
    """Sentences that take something back: `said` are the characters of what was said.

    `verb` is what its speaker did, None where a report speaks of itself. `wrong` says whether it calls it wrong.
    """

    span: Span
    said: Span
    verb: Span | None
    wrong: bool


def passages(document: Document) -> tuple[Passage, ...]:
    """Every passage of a document, in the order of the text; of two that overlap the first."""
    text = document.text
    found = sorted([*_own(text), *_active(text), *_passive(text)], key=lambda p: (p.span.start, p.said.start))
    kept: list[Passage] = []
    for one in found:
        if not kept or one.span.start >= kept[-1].span.end:
            kept.append(one)
    return tuple(kept)


def _own(text: str) -> Iterator[Passage]:
    """What a report says of its earlier version, with the next sentence where that says that it was wrong."""
    for match in _forms()[0].finditer(text):
        whole = sentence(text, match.start())
        said = _clause(text, match.end(), whole.end)
        rest = re.compile(r"\S").search(text, whole.end)
        after = sentence(text, rest.start()) if rest else None
        wrong = bool(_forms()[3].search(text, whole.start, whole.end))
        if after and not wrong and _forms()[3].search(text, after.start, after.end):
            whole, wrong = Span(start=whole.start, end=after.end), True
        if said:
            yield Passage(whole, said, None, wrong)


def _active(text: str) -> Iterator[Passage]:
    """ "The ministry withdrew its claim that ..."."""
    for match in _forms()[1].finditer(text):
        whole = sentence(text, match.start())
        said = _clause(text, match.end(), whole.end)
        verb = Span(start=match.start("verb"), end=match.end("verb"))
        if said and not _forms()[4].search(text, whole.start, verb.start):
            yield Passage(whole, said, verb, True)


def _passive(text: str) -> Iterator[Passage]:
    """ "The claim that ... was withdrawn by the ministry"."""
    for match in _forms()[2].finditer(text):
        whole = sentence(text, match.start())
        said = Span(start=match.start("said"), end=match.end("said"))
        verb = Span(start=match.start("verb"), end=match.end("verb"))
        if not _forms()[4].search(text, whole.start, verb.start):
            yield Passage(whole, said, verb, True)


def hour(passage: Passage, text: str) -> tuple[int, int] | None:
    """The time by which a passage names the report that it takes back ("its report of 08:15 that ..."); else None."""
    found = _OF.search(text, passage.span.start, passage.said.start)
    return (int(found[1]), int(found[2])) if found else None


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """Own earlier version; active; passive; words for wrong; words that bar."""
    table = backs()
    verbs, things, passive = ("|".join(map(re.escape, t)) for t in (table.verbs, table.things, table.passive))
    whose = r"(?:(?:its|his|her|their|the|an?|that|this|earlier|previous|own)\s+)*(?:[\w-]+\s+)?"
    link = r"\s+(?:of\s+\d{1,2}[:.]\d{2}\s+)?(?:to\s+the\s+effect\s+)?(?:that|of|about|in\s+which)\s+"
    return tuple(
        re.compile(form, re.IGNORECASE)
        for form in (
            "|".join(table.earlier),
            rf"\b(?P<verb>{verbs})\s+{whose}(?:{things}){link}",
            rf"\b(?:{things}){link}(?P<said>[^.;!?\n]{{8,240}}?),?\s+(?:is|are|was|were|has\s+been|have\s+been|had\s+been)\s+"
            rf"(?:\w+\s+)?(?P<verb>{passive})\b(?!\s+from\b)",
            rf"\b(?:{'|'.join(map(re.escape, table.wrong))})\b",
            rf"\b(?:{'|'.join(map(re.escape, table.barred))})\b|n[’']t\b",
        )
    )


@cache
def _end() -> re.Pattern[str]:
    return re.compile(rf"[.;!?\n](?=\s|$)|,?\s+(?:{'|'.join(map(re.escape, backs().cuts))})\b", re.IGNORECASE)


def _clause(text: str, start: int, end: int) -> Span | None:
    """The clause that begins at `start`, inside a sentence that ends at `end`."""
    while start < end and text[start].isspace():
        start += 1
    stop = _end().search(text, start, end)
    last = stop.start() if stop else end
    return Span(start=start, end=last) if last > start else None


def sentence(text: str, at: int) -> Span:
    """The sentence around a character, without white space around it."""
    start, end = 0, len(text)
    for stop in STOP.finditer(text):
        if stop.end() <= at:
            start = stop.end()
        else:
            end = stop.end()
            break
    body = text[start:end].rstrip()
    return Span(start=start, end=start + len(body))


def numbers(text: str) -> frozenset[float]:
    """The numbers that a text prints, in digits or as small words."""
    words = {word: float(n) for n, word in enumerate(backs().numbers)}
    digits = (float(re.sub(r"[,\u00a0\u202f ]", "", m[0])) for m in FIGURE.finditer(text))
    return frozenset([*digits, *(words[w] for w in re.findall(r"\w+", fold(text)) if w in words)])


def about(said: str, claim: str) -> bool:
    """Whether what is taken back is what a claim says: a number of it that the claim gives, and words of both.

    The claim may say more than is taken back, and not much less.
    """
    mine, yours = content(said).weights.keys(), content(claim).weights.keys()
    both = mine & yours
    share = len(both) / max(1, len(mine))
    counts = numbers(said)
    if counts:
        return bool(counts & numbers(claim)) and share >= weights().retract.shared / 2
    return len(both) >= weights().retract.fewest and share >= weights().retract.shared


def inside(span: Span, found: Iterable[Passage]) -> bool:
    """Whether characters lie in a passage that takes something back."""
    return any(span.overlaps(p.span) for p in found)


def withdrawal(
    made: tuple[Claim, Document], how: Undoing, by: Document, words: Evidence | None, instead: Evidence | None
) -> Withdrawal:
    """A claim as taken back: how, by which document, in which words, and what that says instead."""
    claim, document = made
    return Withdrawal(
        claim=claim.id,
        document=document.id,
        source=document.source,
        title=document.title,
        published=document.published,
        how=how,
        by=by.id,
        at=max((t for t in (by.published, by.fetched) if t), key=stamp, default=None),
        words=words,
        instead=instead,
    )


def quote(document: Document, span: Span) -> Evidence:
    """Some characters of a document."""
    return Evidence.take(document.id, document.text, span, document.source)
