"""Names and places of one text, by party -> whose a voice without a name is: "a fireman said", "the local council".

Such a voice is taken for one of the party on whose land the last place before it lies: a text on a strike names the
attacker most, and hears those who were hit. Where no place was named, it is of the only party of its text, if there is
but one. Else it stays nobody's.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from onrecord.claims.cast import Mention

REACH = 1500
"""How many characters back the name of a party tells whose land a text is on."""


class Camps:
    """Where one text names which party; `grounds` are the beginnings of its places, each with whose land it is, or None
    where that is not known.
    """

    def __init__(self, mentions: Sequence[Mention], grounds: Sequence[tuple[int, str | None]]) -> None:
        told = [m for m in mentions if m.party]
        taken = [(m.span.start, m.span.end) for m in mentions]
        self._places = sorted({at: party for at, party in grounds if not _within(at, taken)}.items())
        full = [(m.span.start, m.party) for m in told if m.party and m.sort != "adjective"]
        self._named = sorted([*full, *((at, party) for at, party in self._places if party)])
        self._parties = {m.party for m in told}
        self._told = sorted([*((m.span.start, m.party) for m in told if m.party), *self._named])
        self._theirs: dict[frozenset[str], tuple[list[tuple[int, str]], ...]] = {}

    def at(self, start: int) -> str | None:
        """The party of a voice without a name that begins at `start`; None where it could be either's."""
        first = bisect_left(self._places, (start,))
        if first > 0 and start - self._places[first - 1][0] <= REACH:
            return self._places[first - 1][1]
        return self.sole(start)

    def sole(self, start: int) -> str | None:
        """The only party of the text, where it was named before `start`."""
        last = self.last(start)
        return last if self._parties <= {last} else None

    def last(self, start: int) -> str | None:
        """The party that was named last before `start`."""
        first = bisect_left(self._named, (start,))
        near = first > 0 and start - self._named[first - 1][0] <= REACH
        return self._named[first - 1][1] if near else None

    def whose(self, start: int, having: frozenset[str]) -> str | None:
        """Of some parties the one that is both the first and the last to be told of before `start`, by name and by
        adjective: "Tollish drones fell" tells of Tolland, and yet its ministry does not count them.
        """
        if having not in self._theirs:
            rows = (self._told, self._named)
            self._theirs[having] = tuple([(at, party) for at, party in row if party in having] for row in rows)
        told, named = (_alone(row, start) for row in self._theirs[having])
        return told if told == named else None


def _alone(names: Sequence[tuple[int, str]], start: int) -> str | None:
    """The party that is both the first and the last of these before a character."""
    first = bisect_left(names, (start,))
    return names[0][1] if first and names[0][1] == names[first - 1][1] else None


def _within(at: int, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether a character lies in one of these spans, which are in order and never overlap."""
    found = bisect_right(taken, at, key=lambda span: span[0])
    return found > 0 and at < taken[found - 1][1]
