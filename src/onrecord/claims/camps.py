"""Names and places of one text, by party -> whose a voice without a name is: "a fireman said", "the local council".

Such a voice is taken for one of the party that the text is mostly about, if that is also the one that was named, or on
whose land a place was named, last before it. Where the two differ it stays nobody's.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from onrecord.claims.cast import Mention

REACH = 1500
"""How many characters back the name of a party tells whose land a text is on."""


class Camps:
    """Where one text names which party; `grounds` are the beginnings of its places, each with whose land it is."""

    def __init__(self, mentions: Iterable[Mention], grounds: Iterable[tuple[int, str]]) -> None:
        told = [(m.span.start, m.party, m.sort != "adjective") for m in mentions if m.party]
        taken = [(m.span.start, m.span.end) for m in mentions]
        free = [(at, party, True) for at, party in grounds if not _within(at, taken)]
        every = sorted([*told, *free])
        self._named = [(at, party) for at, party, full in every if full]
        self._most = max(Counter(party for _, party, _ in every).items(), key=lambda e: e[1], default=(None, 0))[0]

    def at(self, start: int) -> str | None:
        """The party of a voice without a name that begins at `start`; None where it could be either's."""
        last = self.last(start)
        return last if last == self._most else None

    def last(self, start: int) -> str | None:
        """The party that was named last before `start`."""
        first = bisect_left(self._named, (start,))
        near = first > 0 and start - self._named[first - 1][0] <= REACH
        return self._named[first - 1][1] if near else None


def _within(at: int, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether a character lies in one of these spans, which are in order and never overlap."""
    found = bisect_right(taken, at, key=lambda span: span[0])
    return found > 0 and at < taken[found - 1][1]
