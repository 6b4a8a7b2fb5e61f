"""Fit the weights by which two claims are linked, on invented claims with gold. `python -m training.slots`

Prints each slot's weight beside the one in use, and how well pairs are told on a day that the fit has not seen.
docs/decisions/slots.md says why so. Nothing is written: weights.toml is edited by hand, rounded.
"""

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from bench import claims as bench
from bench.linking import view
from evals.marking.align import Aligned
from evals.marking.answer import Day, Piece, Said
from evals.marking.key import Key
from evals.marking.labelled import claims as labelled
from evals.marking.ours import run
from evals.scenarios.gold import Half
from evals.scenarios.script import BOOK, PRACTICE
from evals.scenarios.write import write
from msgspec.structs import replace
from numpy.typing import NDArray

from onrecord.events import Thread
from onrecord.events.card import Card
from onrecord.events.scores import SCORES
from onrecord.events.tables import weights
from onrecord.events.veto import bar
from onrecord.records import Claim, Story, View

SLOTS = (*SCORES, "copied")
EVEN = 3.8
"""What the slots of a pair come to that may as well be linked as not: the scale of the weights."""
L2 = 1.0
SHARE = 0.3
"""What the bench's pairs count for together, beside all others."""
DAYS = 4
"""Days of the bench."""
BENCH = "bench"

Told = dict[str, tuple[str, int]]
"""For a claim the happening that it tells of and the day on which it was told."""
Numbers = NDArray[np.float64]


class Pair(NamedTuple):
    """Two claims that linking compares: how each slot scores, and of what each tells."""

    source: str
    day: int
    events: tuple[str, str]
    scores: tuple[float, ...]

    @property
    def same(self) -> bool:
        return self.events[0] == self.events[1]


# ── Pairs ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def compared(source: str, story: Story, seen: View, told: Told) -> Iterator[Pair]:
    """Every two of the told claims that linking compares and no veto keeps apart."""
    thread = Thread(story)
    thread.extend(seen)
    cards = thread.rows.cards
    done: set[tuple[str, str]] = set()
    for card in (cards[id] for id in told if id in cards):
        for other in sorted(_beside(thread, card), key=lambda c: c.order):
            both = (min(card.id, other.id), max(card.id, other.id))
            if other.id in told and both not in done and bar(other, card) is None:
                done.add(both)
                yield _pair(source, other, card, thread.echoes.holds(other.id, card.id), told)


def _beside(thread: Thread, card: Card) -> set[Card]:
    """Those that a card is compared with: of words that came before, the first alone."""
    cards, twin = thread.rows.cards, thread.rows.twins.of(card)
    copied = {cards[id] for id in thread.echoes.sources.get(card.id, ())}
    prior = {cards[card.prior]} if card.prior in cards else set()
    return copied | prior | (thread.rows.files.before(card) if twin is card else {twin})


def _pair(source: str, early: Card, late: Card, copied: bool, told: Told) -> Pair:
    scores = (*(score(early, late) or 0.0 for score in SCORES.values()), float(copied))
    (one, _), (other, day) = told[early.id], told[late.id]
    return Pair(source, day, (min(one, other), max(one, other)), scores)


def scenario(source: str, days: Path) -> Iterator[Pair]:
    """Pairs of a scenario's days that may be looked at, as read and as labelled."""
    with tempfile.TemporaryDirectory() as made:
        key = Key(write(Path(made), days=days))
        at = run(Path(made))
        seen = at.view(key.last)
    urls = {d.id: d.address for d in seen.documents}
    said = tuple(Said(c.id, (Piece(urls[c.document], c.proposition.start, c.proposition.end),)) for c in seen.claims)
    aligned = Aligned(key, Day(said, ()))
    given = dict(labelled(seen, aligned))
    yield from compared(f"{source}, read", at.story, seen, _told(key, aligned.found))
    whole = replace(seen, claims=tuple(given.values()))
    yield from compared(f"{source}, labelled", at.story, whole, _told(key, {gold: c.id for gold, c in given.items()}))


def _told(key: Key, found: Mapping[str, str]) -> Told:
    mine = [key.told[gold] for gold in found]
    return {found[t.id]: (t.event, key.days[t.url]) for t in reversed(mine) if t.event and t.half is Half.TUNE}


def generated() -> Iterator[Pair]:
    """Pairs of the bench's days, where many happenings of one sort fall on one town and day."""
    reports = [report for day in range(DAYS) for report in bench.reports(day)]
    told = {
        c.id: (_happening(d.text[c.sentence.start : c.sentence.end], c), 0) for d, claims in reports for c in claims
    }
    yield from compared(BENCH, bench.story(), view(reports), told)


def _happening(text: str, claim: Claim) -> str:
    """The one among those of its kind and town whose words it has."""
    words = set(text.rstrip(".,").replace(",", " ").split())
    near = [h for day in range(DAYS) for h in bench.happenings(day) if h.kind == claim.kind]
    here = [h for h in near if bench.TOWNS[h.town] == claim.places[0].name]
    best = max(here, key=lambda h: (len(words.intersection(h.words)), -h.day))
    return f"{best.day} {best.words}"


# ── The fit ───────────────────────────────────────────────────────────────────────────────────────────────────────


def shares(pairs: Sequence[Pair]) -> Numbers:
    """What each pair counts: one of n pairs of two events as the root of n would, the bench's as much as it may."""
    many = Counter((p.source, p.events) for p in pairs)
    found = np.array([many[p.source, p.events] ** -0.5 for p in pairs])
    made = np.array([p.source == BENCH for p in pairs])
    if made.any() and not made.all():
        found[made] *= SHARE * found[~made].sum() / found[made].sum()
    return found


def fitted(pairs: Sequence[Pair]) -> Numbers:
    """The weight of each slot and, last, the threshold's negative, by logistic regression (Newton's method)."""
    x, y, w = _columns(pairs), np.array([float(p.same) for p in pairs]), shares(pairs)
    held = np.append(np.full(len(SLOTS), L2), 0.0)
    found = np.zeros(len(held))
    for _ in range(30):
        chance = _chance(x, found)
        slope = x.T @ (w * (y - chance)) - held * found
        curve = (x * (w * chance * (1 - chance))[:, None]).T @ x + np.diag(held) + 1e-9 * np.eye(len(held))
        found += np.linalg.solve(curve, slope)
    return found


def loss(pairs: Sequence[Pair], by: Numbers) -> tuple[float, float]:
    """Mean log loss of the weights on some pairs, and the share that they tell right."""
    y, w = np.array([p.same for p in pairs]), shares(pairs)
    chance = np.clip(_chance(_columns(pairs), by), 1e-9, 1 - 1e-9)
    wrong = -np.where(y, np.log(chance), np.log(1 - chance))
    return float(np.average(wrong, weights=w)), float(np.average((chance > 0.5) == y, weights=w))


def _columns(pairs: Sequence[Pair]) -> Numbers:
    return np.array([(*p.scores, 1.0) for p in pairs])


def _chance(x: Numbers, by: Numbers) -> Numbers:
    found: Numbers = 1 / (1 + np.exp(-np.clip(x @ by, -30, 30)))
    return found


def folds(pairs: Sequence[Pair]) -> Iterator[tuple[int, tuple[float, float], tuple[float, float]]]:
    """For each day what weights fitted without it make of its pairs, and what those in use do."""
    used = in_use()
    for day in sorted({p.day for p in pairs if p.source != BENCH}):
        rest, out = [p for p in pairs if p.day != day], [p for p in pairs if p.day == day and p.source != BENCH]
        yield day, loss(out, fitted(rest)), loss(out, used)


def in_use() -> Numbers:
    """The weights that the package has."""
    table = weights().slots
    return np.array([*(table[name] for name in SLOTS), -EVEN])


def main() -> None:
    pairs = [*scenario("book", BOOK), *scenario("practice", PRACTICE), *generated()]
    print("\n".join(told(pairs)))


def told(pairs: Sequence[Pair]) -> Iterable[str]:
    """The tables that are printed."""
    many = Counter(p.source for p in pairs)
    yield "pairs: " + ", ".join(f"{name} {count:,}" for name, count in many.items())
    found = fitted(pairs)
    scale = EVEN / -found[-1]
    yield f"\n{'slot':12}{'fitted':>8}{'in use':>8}"
    for name, value, used in zip(SLOTS, scale * found, in_use(), strict=False):
        yield f"{name:12}{value:8.2f}{used:8.2f}"
    yield f"\n{'day left out':12}{'loss':>8}{'right':>8}   in use{'loss':>8}{'right':>8}"
    for day, (mine, right), (used, held) in folds(pairs):
        yield f"{day:<12}{mine:8.3f}{right:8.3f}         {used:8.3f}{held:8.3f}"


if __name__ == "__main__":
    main()
