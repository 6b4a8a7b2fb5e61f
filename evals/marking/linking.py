"""Linking: B-cubed over the labelled claims (Bagga and Baldwin 1998). What is with a claim, and what is missing."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping

from evals.marking.align import Aligned
from evals.marking.mark import Mark


def cubed(gold: Mapping[str, Hashable], made: Mapping[str, Hashable]) -> dict[str, tuple[float, float]]:
    """Precision and recall of each item that both clusterings have, by the name of its cluster in each."""
    items = [i for i in gold if i in made]
    theirs, ours = _groups(items, gold), _groups(items, made)
    found = {}
    for item in items:
        asked, got = theirs[gold[item]], ours[made[item]]
        right = len(asked & got)
        found[item] = (right / len(got), right / len(asked))
    return found


def _groups(items: list[str], named: Mapping[str, Hashable]) -> dict[Hashable, set[str]]:
    found: dict[Hashable, set[str]] = defaultdict(set)
    for item in items:
        found[named[item]].add(item)
    return found


def marks(aligned: Aligned, day: int) -> Iterator[Mark]:
    """Claims of events by the edition of `day`: all of them, one that was not found standing alone; and those found."""
    key = aligned.key
    gold = {t.id: t.event for t in key.book.until(day) if t.event}
    homes = {e: at for at, event in enumerate(aligned.day.events) for e in event.claims}
    found = {g: homes[aligned.found[g]] for g in gold if aligned.found.get(g) in homes}
    alone: dict[str, int | str] = {g: found.get(g, g) for g in gold}
    for field, made in (("linking", alone), ("linking of found", found)):
        for item, (precision, recall) in cubed(gold, made).items():
            half, note = key.told[item].half, f"{item} of {gold[item]}: {key.told[item].quote}"
            yield Mark(f"{field} precision", half, precision, note)
            yield Mark(f"{field} recall", half, recall, note)
    for item in gold:
        yield Mark("claims found", key.told[item].half, item in found, f"{item}: {key.told[item].quote}")
