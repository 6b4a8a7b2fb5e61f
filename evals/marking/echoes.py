"""Echoes: whether two documents of which one takes over the other's text are told to go back to one origin."""

from collections.abc import Iterator

from evals.marking.align import Aligned
from evals.marking.answer import Happened
from evals.marking.key import Pair, pair, pairs
from evals.marking.mark import Mark


def marks(aligned: Aligned, day: int) -> Iterator[Mark]:
    """Recall over the echoes that the gold has by the edition of `day`, also by kind; precision over the pairs made.

    An echo is asked where claims of both documents are labelled; for precision only labelled claims are looked at. Two
    documents that quote one speaker without copying are one origin and no echo: not asked for nor held against anybody.
    """
    key = aligned.key
    known = {p.url for s in aligned.day.said for p in s.pieces}
    made = {both for event in aligned.day.events for both in joined(event, aligned)}
    for echo in (e for e in key.book.echoes if e.claims and key.days[e.copy] <= day):
        both = pair(echo.copy, echo.original)
        note = f"{echo.kind}: {echo.copy} of {echo.original}" + ("" if known.issuperset(both) else " (nothing read)")
        for field in ("echo recall", f"echo {echo.kind}"):
            yield Mark(field, echo.half, both in made, note)
    for both in sorted({b for event in aligned.day.events for b in joined(event, aligned, labelled=True)}):
        if (right := key.texts(both[0]) == key.texts(both[1])) or both not in key.rooted:
            yield Mark("echo precision", key.later(both), right, " and ".join(both))


def joined(event: Happened, aligned: Aligned, *, labelled: bool = False) -> Iterator[Pair]:
    """Pairs of documents with claims in one origin of an event; `labelled`: by claims that the gold has."""
    urls = {s.id: s.pieces[0].url for s in aligned.day.said}
    for origin in event.origins:
        told = [c for c in origin if c in urls and (not labelled or c in aligned.labelled)]
        yield from pairs(urls[c] for c in told)
