"""Views -> the figures that an outlet put right by sending its report again, corrected, under another address."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

import msgspec

from onrecord.events.figures import counted, kin
from onrecord.events.retract import SAID, backs, numbers
from onrecord.events.tables import weights
from onrecord.events.when import HOUR, stamp
from onrecord.events.words import content
from onrecord.records import Claim, Document, Quantity, Span

HEAD, TAIL = 400, 300
"""Characters at its head in which a report and its corrected copy tell the same, and at both ends where it says so."""
Made = tuple[Claim, Document]


class Righted(msgspec.Struct, frozen=True):
    """A claim that a corrected copy of its report puts right: `by` is the copy, `words` what in it says so."""

    made: Made
    by: Document
    words: Span
    instead: Claim


class Notice(msgspec.Struct, frozen=True):
    """What a report says of being a corrected copy: in its headline, "" where that says nothing, and in its text."""

    title: str
    text: str
    span: Span | None

    def tells(self, wrong: float) -> bool:
        """Whether it is about a figure: it speaks of one, or prints the wrong one ("not twelve")."""
        about = _forms()[2].search(self.text or self.title) is not None
        return about or wrong in numbers(f"{self.title} {self.text}")


@lru_cache(maxsize=1 << 12)
def notice(document: Document) -> Notice | None:
    """What a report says in its headline, or where it begins or ends, of being a corrected copy; None for no word."""
    title, text = document.title or "", document.text
    told = _forms()[1].search(text, 0, HEAD) or _forms()[1].search(text, max(0, len(text) - TAIL))
    headed = _forms()[0].match(title) is not None
    if not told and not headed:
        return None
    span = Span(start=told.start(), end=told.end()) if told else None
    return Notice(title if headed else "", told.group() if told else "", span)


@cache
def _forms() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A corrected copy by its headline; by its text; words for a figure."""
    table = backs()
    forms = (table.headed, table.noticed, table.counting)
    title, text, figure = (re.compile("|".join(form), re.IGNORECASE) for form in forms)
    return title, text, figure


def righted(documents: Iterable[Document], every: Iterable[Made], families: Mapping[str, str]) -> Iterator[Righted]:
    """The claims whose figures the corrected copies among some documents put right, the earliest copy first.

    `every` are all claims on record; `families` are the publishers of sources.
    """
    copies = sorted((d for d in documents if notice(d)), key=lambda d: (stamp(d.published), d.id))
    if not copies:
        return
    made: dict[str, list[Made]] = {}
    for claim, document in every:
        made.setdefault(families.get(document.source, document.source), []).append((claim, document))
    for copy in copies:
        theirs = made.get(families.get(copy.source, copy.source), [])
        own = [c for c, d in theirs if d.id == copy.id]
        for claim, document in theirs:
            right = _right(claim, copy, own) if _before(document, copy) and claim.stance in SAID else None
            if right and not claim.debunked:
                yield Righted((claim, document), copy, _words(copy, right), right)


def _before(document: Document, copy: Document) -> bool:
    """Whether a document is the report that a corrected copy sends again: lately before it, with its words."""
    gone = stamp(copy.published) - stamp(document.published)
    if not 0 < gone <= weights().retract.reissue * HOUR or notice(document):
        return False
    mine, yours = _head(document), _head(copy)
    return len(mine & yours) >= weights().retract.same * max(1, min(len(mine), len(yours)))


@lru_cache(maxsize=1 << 12)
def _head(document: Document) -> frozenset[str]:
    """The content words of a headline and of what stands first."""
    return frozenset(content(f"{document.title or ''}. {document.text[:HEAD]}").weights)


def _words(copy: Document, right: Claim) -> Span:
    """The characters of a corrected copy that say so: its notice, else what it says instead."""
    told = notice(copy)
    return told.span if told and told.span else right.sentence


def _right(claim: Claim, copy: Document, own: Iterable[Claim]) -> Claim | None:
    """What a corrected copy says where a claim gave a figure that it gives no more; None where it rights nothing."""
    told, rest = notice(copy), list(own)
    for wrong in claim.quantities:
        if told is None or wrong.value is None or not told.tells(wrong.value):
            continue
        others = [(c, q) for c in rest for q in c.quantities if _same(q, wrong)]
        if others and all(q.value != wrong.value for _, q in others):
            return others[0][0]
    return None


def _same(one: Quantity, other: Quantity) -> bool:
    """Whether two figures count the same."""
    things = (counted(q.measure.value, q.object) for q in (one, other))
    return (one.measure, one.population, one.scope) == (other.measure, other.population, other.scope) and kin(*things)


def repeated(
    found: Iterable[Righted], claims: Iterable[Claim], documents: Mapping[str, Document], own: Mapping[str, str]
) -> set[str]:
    """The claims of others that give a wrong figure as the same speaker's, until it was put right.

    `own` are the speakers of sources that are a body's channel: what it says there itself is no error of an outlet.
    """
    wrong = [(r, q) for r in found for q in r.made[0].quantities if not any(_equal(q, x) for x in r.instead.quantities)]
    told = [(c, documents[c.document]) for c in claims] if wrong else []
    passed = ((c, d) for c, d in told if d.source not in own)
    return {c.id for c, d in passed if any(_repeats(c, d, one, figure) for one, figure in wrong)}


def _repeats(claim: Claim, document: Document, wrong: Righted, figure: Quantity) -> bool:
    """Whether a claim gives a wrong figure as the same speaker's, after its outlet did and before it was put right."""
    heard = claim.speaker and wrong.made[0].speaker and claim.speaker.name == wrong.made[0].speaker.name
    between = stamp(wrong.made[1].published) <= stamp(document.published) <= stamp(wrong.by.published)
    return bool(heard) and between and any(_equal(q, figure) for q in claim.quantities)


def _equal(one: Quantity, other: Quantity) -> bool:
    return _same(one, other) and one.value == other.value
