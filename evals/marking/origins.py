"""Origins: whether an event's count of independent origins is that of the gold."""

from collections import Counter
from collections.abc import Iterator

from evals.marking.align import Aligned
from evals.marking.answer import Happened
from evals.marking.mark import Mark


def marks(aligned: Aligned, day: int) -> Iterator[Mark]:
    """1 for each event, and each labelled claim in it, whose count differs by the edition of `day`.

    An event of the gold is the one in which most of its claims that were found stand; one of which none was found
    differs. A claim is asked where it was found.
    """
    book, told = aligned.key.book, {t.id for t in aligned.key.book.until(day)}
    for happening in book.happenings:
        claims = [t.id for t in book.told if t.event == happening.id and t.id in told]
        if not claims:
            continue
        count = book.standing(happening.id, day).independent
        homes = [h for c in claims if (h := aligned.event(c)) is not None]
        most = _most(homes)
        got = most.independent if most else 0
        note = f"{happening.id} {happening.title}: {count} independent, counted {got or 'nowhere'}"
        yield Mark("independent, events", happening.half, got != count, note)
        yield Mark("independent too high", happening.half, got > count, note)
        for home in homes:
            yield Mark("independent, claims", happening.half, home.independent != count, note)


def _most(homes: list[Happened]) -> Happened | None:
    """The event that stands most often among these, of several the first."""
    counts = Counter(homes)
    return max(counts, key=lambda h: counts[h], default=None)
