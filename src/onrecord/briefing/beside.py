"""Accounts set beside each other in one sentence: "X said that two people were hurt in Vell, while Y said that seven
were". Two counts of one thing, a report withdrawn and who speaks against it, two sides on one event."""

from onrecord.briefing.answer import LONGEST, length, two, unit_of
from onrecord.briefing.draft import Draft
from onrecord.briefing.lexicon import line, nouns, words
from onrecord.briefing.pen import Pen, outlet, side, speaker
from onrecord.briefing.phrase import phrase
from onrecord.briefing.rank import RANKED
from onrecord.briefing.shelf import Shelf
from onrecord.records import Measure, Number, Quantity, Scope

SHORT = 240
"""The same of two accounts that count nothing in common."""
PLAIN = ("unit", "toll", "tally", "noted")
Kept = dict[tuple[object, ...], set[Number]]
"""What is counted (of which kind of measure, which thing, running or not), and the numbers given."""


def compared(drafts: list[Draft], shelf: Shelf, refused: frozenset[tuple[str, ...]]) -> list[Draft]:
    """The drafts with accounts that belong beside each other told in one sentence, where the first stands."""
    made = list(drafts)
    for fits in (_counts_alike, _against, _two_sides):
        for first in tuple(made):
            others = made[made.index(first) + 1 :] if first in made else []
            second = next((d for d in others if fits(first, d, shelf) and _tried(first, d, refused)), None)
            if second is not None:
                made[made.index(first)] = _beside(first, second)
                made = [d for d in made if d is not second]
    return made


def _tried(first: Draft, second: Draft, refused: frozenset[tuple[str, ...]]) -> bool:
    return _beside(first, second).key not in refused


def _beside(first: Draft, second: Draft) -> Draft:
    return two(first, second, "pair", _joined)


def _counts_alike(first: Draft, second: Draft, shelf: Shelf) -> bool:
    """Whether two drafts give figures of one measure by different sides, each from one report."""
    if not _plain(first, shelf) or not _plain(second, shelf) or _length(first, second) >= LONGEST:
        return False
    same = {_harm(q.measure) for q in first.figures} & {_harm(q.measure) for q in second.figures} - {Measure.OTHER}
    return bool(same) and side(first.claims[0], shelf) != side(second.claims[0], shelf)


def _against(first: Draft, second: Draft, shelf: Shelf) -> bool:
    """Whether another speaks of what an outlet withdrew, or calls false."""
    other = speaker(first.claims[0], shelf) != speaker(second.claims[0], shelf)
    one = second.form == "unit" and len({c.document for c in second.claims}) == 1
    return first.form in ("withdrawn", "false") and one and other and _length(first, second) < LONGEST


def _two_sides(first: Draft, second: Draft, shelf: Shelf) -> bool:
    """Whether two who fight each other give short accounts of one event."""
    sides = [shelf.party(c.speaker.side if c.speaker else None) for c in (first.claims[0], second.claims[0])]
    fight = all(p is not None and p.belligerent for p in sides) and sides[0] != sides[1]
    plain = all(_plain(d, shelf) and d.form == "unit" for d in (first, second))
    return plain and fight and _length(first, second) < SHORT


def _plain(draft: Draft, shelf: Shelf) -> bool:
    """Whether a draft is one account of one report that answers nothing."""
    alone = len({c.document for c in draft.claims}) == 1 and not draft.charted
    return draft.form in PLAIN and alone and all(c.stance not in RANKED for c in draft.claims)


def _length(first: Draft, second: Draft) -> int:
    return length(first) + length(second)


def _joined(first: Draft, second: Draft, pen: Pen) -> str | None:
    left = first.words(pen)
    right = phrase(unit_of(second), pen, inner=True) if second.form == "unit" else second.words(pen)
    if not left or not right:
        return None
    names = (speaker(second.claims[0], pen.shelf), outlet(second.claims[0], pen.shelf))
    if any(name[:1].islower() and right.lower().startswith(name.lower()) for name in names):
        right = right[:1].lower() + right[1:]
    return f"{left.removesuffix('.')}{line('while' if contrasted(first, second) else 'besides')}{right}"


def contrasted(first: Draft, second: Draft) -> bool:
    """Whether two drafts count the same, in words of one kind, and share no number of it."""
    ours, theirs = kept(first), kept(second)
    return first.form not in ("withdrawn", "false") and any(
        not ours[key] & theirs[key] for key in ours.keys() & theirs.keys()
    )


def kept(draft: Draft) -> Kept:
    """What a draft's characters count."""
    found: Kept = {}
    for claim in draft.claims:
        spans = [s for c, s in draft.spans if c.document == claim.document]
        for q in claim.quantities:
            if q.value is not None and q.subset_of is None and any(s.holds(q.span) for s in spans):
                found.setdefault(_counted(q), set()).add(q.value)
    return found


def _counted(quantity: Quantity) -> tuple[object, ...]:
    thing = (nouns(quantity) or ("", quantity.object or ""))[1].split()[-1:]
    return (_harm(quantity.measure), *thing, quantity.scope is Scope.CUMULATIVE)


def _harm(measure: Measure) -> Measure:
    """Damage and destruction are one kind: who counts what was hit counts either."""
    return Measure.DAMAGED if measure in words().harms else measure
