"""Cards of one event -> voices: which names are one speaker, and whom a publisher's own voice passes on."""

from collections import defaultdict

from onrecord.events.card import Card
from onrecord.events.figures import Amount, kin, number
from onrecord.events.tables import lists
from onrecord.events.words import fold, stem

FEW = 2
"""Figures up to this are too common to show that one report has them from another."""


def parts(name: str) -> frozenset[str]:
    """The words of a name that tell it from others: "the Defence Ministry" has defence and ministry."""
    words = fold(name.replace("'s", " ").replace("’s", " ")).replace("-", " ").split()
    return frozenset(stem(w) for w in words if w not in lists().stop)


def equal(left: Amount, right: Amount) -> bool:
    """Whether two figures are one figure told twice."""
    same = left.measure == right.measure and left.value == right.value and left.unit == right.unit
    return same and left.value is not None and kin(left.object, right.object)


class Voices:
    """Who speaks in an event. `alias` maps names that the story lacks to the one full name that they can stand for."""

    def __init__(self, cards: list[Card], cast: set[str]) -> None:
        """Take the named speakers of the cards, which come earliest first; `cast` are the story's names."""
        self.named = [c for c in cards if c.speaker]
        names = list(dict.fromkeys(c.speaker for c in self.named))
        self.alias = {n: full for n in names if n not in cast and (full := self._full(n, names, cast))}
        self.told: dict[str, list[Amount]] = defaultdict(list)
        self.inside: dict[str, list[str]] = defaultdict(list)
        for card in self.named:
            name = self.alias.get(card.speaker, card.speaker)
            self.inside[card.document.id].append(name)
            self.told[name] += card.amounts

    def _full(self, name: str, names: list[str], cast: set[str]) -> str | None:
        mine = parts(name)
        fuller = [n for n in names if n != name and mine and (mine < parts(n) or (n in cast and parts(n) < mine))]
        return fuller[0] if len(fuller) == 1 else None

    def relayed(self, card: Card) -> tuple[str, str] | None:
        """Whom a claim in the publisher's own voice goes back to, and what shows it: one figure, or one report."""
        for other in self.named:
            for a in card.amounts:
                same = any(equal(a, b) for b in other.amounts)
                if same and a.value is not None and a.value > FEW and other.order <= card.order:
                    return self.alias.get(other.speaker, other.speaker), f"the same figure, {number(a.value)}"
        heard = set(self.inside.get(card.document.id, ()))
        name = heard.pop() if len(heard) == 1 else None
        if name and self._tells(name, card):
            return name, f"the same report cites {name}"
        before = self.alias.get(card.after, card.after)
        if before in self.told and self._tells(before, card):
            return before, f"it goes on with what {before} says"
        return None

    def _tells(self, name: str, card: Card) -> bool:
        """Whether a speaker gives every figure of a claim."""
        return all(any(equal(a, b) for b in self.told[name]) for a in card.amounts)
