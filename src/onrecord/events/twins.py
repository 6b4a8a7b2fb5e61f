"""Cards -> twins: each claim's twin is the earliest that reads the same. Ten thousand copies are compared as one."""

from collections.abc import Collection, Hashable, Iterable

import msgspec

from onrecord.events.card import Card
from onrecord.events.files import File
from onrecord.events.veto import Bars


class Moved(msgspec.Struct, frozen=True):
    """What came of a change: cards that stand for themselves no more, those that newly do, and pairs of twins."""

    outs: list[Card]
    ins: list[Card]
    pairs: list[tuple[Card, Card]]
    """Each card with the twin that it newly has or has no longer."""


def reading(card: Card, bars: Bars) -> Hashable:
    """All in which twins are alike; nothing where a claim has no words of its own."""
    bag = card.words.weights
    if not bag:
        return None
    told = tuple(a.quantity for a in card.amounts)
    form, when = bars.form[card], (card.start, card.end)
    return (form, when, card.speaker, tuple(bag), tuple(bag.values()), told, card.claim.background)


class Twins:
    """Whose twin each card is."""

    def __init__(self, bars: Bars) -> None:
        """No cards yet."""
        self.bars = bars
        self.files: dict[Hashable, File[Card]] = {}
        self.file: dict[Card, File[Card]] = {}

    def of(self, card: Card) -> Card:
        """A card's twin: itself where none before it reads the same."""
        return self.file[card][0] if card in self.file else card

    def change(self, gone: Collection[Card], fresh: Iterable[Card]) -> Moved:
        """Forget some cards and take others."""
        done = Moved([], [], [])
        firsts: dict[File[Card], Card | None] = {}
        for card in gone:
            self._drop(card, firsts, done)
        new = set()
        for card in fresh:
            new.add(card)
            self._add(card, firsts, done)
        for file, was in firsts.items():
            self._settle(file, was, new, done)
        return done

    def _drop(self, card: Card, firsts: dict[File[Card], Card | None], done: Moved) -> None:
        file = self.file.pop(card, None)
        if file is None:
            done.outs.append(card)
            return
        firsts.setdefault(file, file[0])
        del file[file.place(card)]

    def _add(self, card: Card, firsts: dict[File[Card], Card | None], done: Moved) -> None:
        key = reading(card, self.bars)
        if key is None:
            done.ins.append(card)
            return
        file = self.files.get(key)
        if file is None:
            file = self.files[key] = File(key)
        firsts.setdefault(file, file[0] if file else None)
        file.insert(file.place(card), card)
        self.file[card] = file

    def _settle(self, file: File[Card], was: Card | None, new: set[Card], done: Moved) -> None:
        """Say what one file's change comes to. `was` was its first."""
        first = file[0] if file else None
        if first is None:
            self.files.pop(file.key, None)
        if was is not first:
            done.outs.extend([was] if was else [])
            done.ins.extend([first] if first else [])
            done.pairs.extend((card, was) for card in file if was and card not in new)
        moved = file[1:] if was is not first else [c for c in file[1:] if c in new]
        done.pairs.extend((card, first) for card in moved if first)
