"""The project's own passages of which only figures are looked at: neither rules nor weights were made with them."""

from collections.abc import Iterable
from functools import cache

from evals.claims import Tally, outcomes, tally
from evals.passages.gold import Passage, passages, stories

from onrecord.claims.extract import Extractor
from onrecord.records import Claim

HALVES = ("score", "held")


@cache
def unseen() -> tuple[Passage, ...]:
    return tuple(p for p in passages() if p.raw.half in HALVES)


@cache
def ours() -> tuple[tuple[Claim, ...], ...]:
    """What the reader makes of each."""
    readers = {name: Extractor(story) for name, story in stories(list(unseen())).items()}
    return tuple(readers[p.raw.story](p.document).claims for p in unseen())


def scored(read: Iterable[tuple[Claim, ...]]) -> dict[str, Tally]:
    """The counts of the whole claims table, of what anybody reads in each."""
    zones = {name: story.zone for name, story in stories(list(unseen())).items()}
    pairs = zip(unseen(), read, strict=True)
    return tally([o for p, claims in pairs for o in outcomes(p, claims, zones[p.raw.story])])
