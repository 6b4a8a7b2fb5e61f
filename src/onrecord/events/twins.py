"""Cards -> twins: each claim's twin is the earliest that reads the same. Ten thousand copies are compared as one."""

from collections.abc import Collection, Iterable
from hashlib import blake2b

import msgspec
from msgspec.msgpack import encode

from onrecord.events.card import Card
from onrecord.events.files import place
from onrecord.events.veto import Bars


class Moved(msgspec.Struct, frozen=True):
    """What came of a change: cards that stand for themselves no more, those that newly do, and pairs of twins."""

    outs: list[Card]
    ins: list[Card]
    pairs: list[tuple[Card, Card]]
    """Each card with the twin that it newly has or has no longer."""


def reading(card: Card, bars: Bars) -> bytes:
    """All in which twins are alike, as a digest; b"" where a claim has no words of its own."""
    bag = card.words.weights
    if not bag:
        return b""
    told = [a.quantity for a in card.amounts]
    every = (bars.form[card], card.start, card.end, card.speaker, bag, told, card.claim.background)
    return blake2b(encode(every), digest_size=16).digest()


class Twins:
    """Whose twin each card is."""

    def __init__(self, bars: Bars) -> None:
        """No cards yet."""
        self.bars = bars
        self.files: dict[bytes, list[Card] | Card] = {}
        """Those that read one way, in order; a single one, as most are, without a list around it."""
        self.first: dict[Card, Card] = {}
        """For each card that is not the first of its reading, the first."""

    def of(self, card: Card) -> Card:
        """A card's twin: itself where none before it reads the same."""
        return self.first.get(card, card)

    def change(self, gone: Collection[Card], fresh: Iterable[Card]) -> Moved:
        """Forget some cards and take others."""
        done = Moved([], [], [])
        firsts: dict[bytes, Card | None] = {}
        for card in gone:
            self._drop(card, firsts, done)
        new = set()
        for card in fresh:
            new.add(card)
            self._add(card, firsts, done)
        for key, was in firsts.items():
            self._settle(key, was, new, done)
        return done

    def _drop(self, card: Card, firsts: dict[bytes, Card | None], done: Moved) -> None:
        key = reading(card, self.bars)
        if not key:
            done.outs.append(card)
            return
        file = self._file(key)
        firsts.setdefault(key, file[0])
        del file[place(file, card)]
        self._keep(key, file)
        self.first.pop(card, None)

    def _add(self, card: Card, firsts: dict[bytes, Card | None], done: Moved) -> None:
        key = reading(card, self.bars)
        if not key:
            done.ins.append(card)
            return
        file = self._file(key)
        firsts.setdefault(key, file[0] if file else None)
        file.insert(place(file, card), card)
        self._keep(key, file)

    def _file(self, key: bytes) -> list[Card]:
        found = self.files.get(key)
        return found if isinstance(found, list) else [found] if found else []

    def _keep(self, key: bytes, file: list[Card]) -> None:
        if file:
            self.files[key] = file if len(file) > 1 else file[0]
        else:
            del self.files[key]

    def _settle(self, key: bytes, was: Card | None, new: set[Card], done: Moved) -> None:
        """Say what the change of those that read one way comes to. `was` was their first."""
        file = self._file(key)
        if file[:1] != [was]:
            done.outs.extend([was] if was else [])
            done.ins.extend(file[:1])
            done.pairs.extend((card, was) for card in file if was and card not in new)
            changed = file[1:]
            if file:
                self.first.pop(file[0], None)
        else:
            changed = [card for card in file[1:] if card in new]
        for card in changed:
            self.first[card] = file[0]
            done.pairs.append((card, file[0]))
