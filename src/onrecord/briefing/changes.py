"""What changed since yesterday, as sentences (a figure from, to) and lines about the record."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from onrecord.briefing import house
from onrecord.briefing.draft import Draft
from onrecord.briefing.joint import Counted, compared, nearby, thing
from onrecord.briefing.lexicon import line, nouns, over, words
from onrecord.briefing.pen import Pen, anonymous, speaker, verb, voiced
from onrecord.briefing.shelf import Shelf
from onrecord.briefing.tally import moment, worded
from onrecord.briefing.tell import Told
from onrecord.briefing.toll import share
from onrecord.records import (
    Change,
    ChangeKind,
    Claim,
    Correction,
    Event,
    Extent,
    Measure,
    Operator,
    PlaceRole,
    Quantity,
    Scope,
    Stance,
    Verdict,
    VerdictKind,
)

DENYING = (ChangeKind.NEW_EVENT, ChangeKind.NEW_DENIAL, ChangeKind.NEW_ORIGIN)
"""What brings a denial that no earlier edition had."""


def revised(events: Iterable[Event], shelf: Shelf) -> tuple[tuple[Event, Draft], ...]:
    """The figures that their own speakers changed, since yesterday or today, one draft for each, and its event."""
    made: dict[tuple[object, ...], tuple[Event, Draft]] = {}
    for event in events:
        pairs = [p for v in event.verdicts if v.kind is VerdictKind.UPDATE for p in _pairs(v, event, shelf)]
        for found in _wholes([*pairs, *_within(event, shelf)], shelf):
            made.setdefault((speaker(found[1][0], shelf), *_subject(*found[1])), (event, _draft(*found, shelf)))
    return tuple(made.values())


def _wholes(pairs: list[tuple[Counted, Counted]], shelf: Shelf) -> list[tuple[Counted, Counted]]:
    """The changed figures without parts of others that their speaker changed as well: 49 children among 105 people."""
    whole = {(speaker(c, shelf), q.measure) for _, (c, q) in pairs if q.subset_of is None}
    return [p for p in pairs if p[1][1].subset_of is None or (speaker(p[1][0], shelf), p[1][1].measure) not in whole]


def _pairs(verdict: Verdict, event: Event, shelf: Shelf) -> Iterator[tuple[Counted, Counted]]:
    """The figure before and the newest, of each speaker who changed it, for each thing that was counted.

    Before is what yesterday's readers had last, else what was told earlier today, if it was more: a toll that grew
    through the day is no change for them.
    """
    told, every = (_told(ids, verdict, shelf) for ids in (verdict.claims, event.claims))
    told.sort(key=lambda t: (shelf.published(t[0]), t[0].document, t[1].span))
    for later in reversed([t for t in told if shelf.fresh(t[0]) and not t[0].background]):
        same = [t for t in told if shelf.published(t[0]) < shelf.published(later[0]) and _same(t, later, shelf)]
        earlier = [t for t in same if not shelf.fresh(t[0])] or same
        if earlier and earlier[-1][1].value != later[1].value and not _both(earlier[-1][1], later[0], shelf):
            twins = [later, *(t for t in every if t != later and _twin(t, later, shelf))]
            if _exceeded(earlier[-1], later, every, shelf) or _elsewhere(earlier[-1], later, twins, shelf):
                continue
            if _stale(earlier, later, twins, shelf):
                continue
            if (earlier[-1][1].value or 0) > (later[1].value or 0) or not shelf.fresh(earlier[-1][0]):
                yield _placed(earlier, earlier[-1], shelf), _placed(twins, later, shelf)


def _exceeded(earlier: Counted, later: Counted, every: Iterable[Counted], shelf: Shelf) -> bool:
    """Whether a figure is below the one before and its own report counts more than that: then it is a part."""
    least, before = later[1].value or 0, earlier[1].value or 0
    beside = (t for t in every if t[0].document == later[0].document and _same(t, later, shelf))
    return least < before and any((t[1].value or 0) > before for t in beside)


def _elsewhere(earlier: Counted, later: Counted, twins: Iterable[Counted], shelf: Shelf) -> bool:
    """Whether a figure may be of another happening than the one before: it happened after that one was over or told; or
    it is less than half of that of a settlement, and names none itself.

    Not where a word says that the count has changed, and no running total.
    """
    if later[1].scope is Scope.CUMULATIVE or _put(twins, shelf):
        return False
    old, new = earlier[0].moment, later[0].moment
    if old and new and old.latest and new.earliest and old.latest < new.earliest:
        return True
    less = 2 * (later[1].value or 0) < (earlier[1].value or 0)
    return less and bool(settlement((earlier[0],))) and not any(settlement((c,)) for c, _ in twins)


def _stale(earlier: list[Counted], later: Counted, twins: list[Counted], shelf: Shelf) -> bool:
    """Whether a lower count of people may only be told late: one outlet alone has it, which is not the speaker's own
    and did not tell the higher one, and no word says that it was put right."""
    if later[1].measure not in words().moving or (later[1].value or 0) > (earlier[-1][1].value or 0):
        return False
    outlet = shelf.document(later[0]).source
    knew = any(shelf.document(c).source == outlet and q.value == earlier[-1][1].value for c, q in earlier)
    own = any(shelf.source(c).speaker == speaker(c, shelf) for c, _ in twins)
    return not (knew or own or _put(twins, shelf)) and len({shelf.document(c).source for c, _ in twins}) == 1


def _put(told: Iterable[Counted], shelf: Shelf) -> bool:
    """Whether words of a figure's sentence say that the count has changed."""
    said = (shelf.words(c, c.sentence).lower() for c, _ in told)
    return any(word in text for text in said for word in words().revising)


def _told(ids: Iterable[str], verdict: Verdict, shelf: Shelf) -> list[Counted]:
    """The figures of claims that a verdict may be on, as far as the house has words for them."""
    known = [shelf.claims[c] for c in ids if c in shelf.claims]
    told = [(c, q) for c in known if _plain(c, shelf) and verb(c, shelf) for q in c.quantities if _fits(q, verdict)]
    return [(c, q) for c, q in told if worded(c, q, shelf)]


def _placed(told: list[Counted], last: Counted, shelf: Shelf) -> Counted:
    """Of those that tell the last figure one that names a settlement, and a part of it; else the last itself."""
    same = [t for t in told if t[1].value == last[1].value]

    def rank(at: int) -> tuple[bool, bool, bool, int]:
        claim = same[at][0]
        return bool(settlement((claim,))), bool(_part(same[at], shelf)), claim is last[0], at

    return same[max(range(len(same)), key=rank)]


def _twin(told: Counted, later: Counted, shelf: Shelf) -> bool:
    """Whether a figure is today's, and as new as that of `later`: the same, of the same speaker."""
    new = shelf.fresh(told[0]) and not told[0].background
    return new and told[1].value == later[1].value and _same(told, later, shelf)


def settlement(claims: Iterable[Claim]) -> str:
    """The one settlement in which the first of the claims that names any says that it happened; empty without."""
    for claim in claims:
        at = (p for p in claim.places if p.role is PlaceRole.AT)
        named = {p.name for p in at if p.precision is Extent.SETTLEMENT}
        if named:
            return named.pop() if len(named) == 1 else ""
    return ""


def _within(event: Event, shelf: Shelf) -> Iterator[tuple[Counted, Counted]]:
    """Figures that one claim replaces itself: "from seven to six", "six, not seven". The newest claim comes first."""
    known = [shelf.claims[c] for c in reversed(event.claims) if c in shelf.claims]
    for claim in (c for c in known if shelf.fresh(c) and not c.background and _plain(c, shelf)):
        for first, second in pairwise(claim.quantities):
            old, new = (second, first) if corrects(claim, first, second, shelf) else (first, second)
            worded = _worded(old) and _worded(new) and _subject(claim, old) == _subject(claim, new)
            if worded and old.value != new.value and replaces(claim, old, new, shelf):
                yield _earlier((claim, old), known, shelf), (claim, new)


def _earlier(told: Counted, known: Iterable[Claim], shelf: Shelf) -> Counted:
    """The report in which the speaker of a replaced figure gave it, with its settlement; itself where there is none."""
    claim, then = told
    before = (c for c in known if shelf.published(c) < shelf.published(claim) and settlement((c,)) and _plain(c, shelf))
    given = ((c, q) for c in before for q in c.quantities if q.value == then.value and _worded(q))
    found = ((c, q) for c, q in given if verb(c, shelf) and worded(c, q, shelf) and _same((c, q), told, shelf))
    return told if settlement((claim,)) else next(found, told)


def _both(before: Quantity, claim: Claim, shelf: Shelf) -> bool:
    """Whether a claim gives the figure before as well, and not as what it replaces: then they count two things."""
    text = shelf.document(claim).text
    again = [q for q in claim.quantities if (q.measure, q.value) == (before.measure, before.value)]
    return any(not text[: q.span.start].rstrip().lower().endswith("from") for q in again)


def replaces(claim: Claim, old: Quantity, new: Quantity, shelf: Shelf) -> bool:
    """Whether the report prints "from" the one figure "to" the other."""
    text = shelf.document(claim).text
    ahead = text[: old.span.start].rstrip().lower().endswith("from")
    return corrects(claim, new, old, shelf) or (ahead and text[old.span.end : new.span.start].strip().lower() == "to")


def corrects(claim: Claim, new: Quantity, old: Quantity, shelf: Shelf) -> bool:
    """Whether the report prints the one figure and, in the same clause, that it is "not" the other, which ends it, or
    stands before "it said"."""
    text = shelf.document(claim).text
    between, behind = text[new.span.end : old.span.start], text[old.span.end :]
    cue = claim.attribution.cue
    aside = re.fullmatch(r",\s+(\w+)\s+", text[old.span.end : cue.start] if cue else "")
    heard = aside is not None and aside[1].lower() in words().pronouns
    ends = heard or re.match(r"\s*(?:[.;!?\n]|$)", behind)
    return bool(re.fullmatch(r"[^.;:!?]*,\s+not\s+", between) and ends)


def _plain(claim: Claim, shelf: Shelf) -> bool:
    return (
        claim.stance in (Stance.ASSERTED, Stance.UNATTRIBUTED)
        and claim.hedge is None
        and voiced(claim, shelf)
        and not anonymous(claim, shelf)
        and not claim.attribution.chain
        and not claim.debunked
    )


def _fits(quantity: Quantity, verdict: Verdict) -> bool:
    """Whether a figure may change: one wave's drones are not another's, nor one day's engagements."""
    if quantity.measure in words().nightly and quantity.scope is not Scope.CUMULATIVE:
        return False
    return quantity.measure == verdict.measure and quantity.place == verdict.place and _worded(quantity)


def _worded(quantity: Quantity) -> bool:
    """Whether the house has words for the figure and for what it counts."""
    named = nouns(quantity) is not None or quantity.measure in (Measure.CASUALTIES, Measure.ENGAGEMENTS)
    return named and quantity.value is not None and quantity.operator in words().operators


def _same(left: Counted, right: Counted, shelf: Shelf) -> bool:
    return speaker(left[0], shelf) == speaker(right[0], shelf) and _subject(*left) == _subject(*right)


def _subject(claim: Claim, quantity: Quantity) -> tuple[object, ...]:
    target = claim.target.party if claim.target else None
    return (target, quantity.measure, quantity.object, quantity.population, quantity.scope, quantity.place)


def _draft(earlier: Counted, later: Counted, shelf: Shelf) -> Draft:
    return Draft(
        form="change",
        claims=tuple(dict.fromkeys((later[0], earlier[0]))),
        spans=tuple(dict.fromkeys((c, c.proposition) for c, _ in (later, earlier))),
        words=lambda pen: _sentence(earlier, later, pen),
        figures=(later[1], earlier[1], *_part(later, shelf)),
    )


def _part(told: Counted, shelf: Shelf) -> tuple[Quantity, ...]:
    """The part of a figure that its claim tells beside it: 48 children among 102 people."""
    claim, whole = told
    at = claim.quantities.index(whole)
    parts = (q for q in claim.quantities if q.subset_of == at and q.place is None and q.measure is whole.measure)
    return tuple(q for q in parts if q.operator in words().operators and nouns(q) and worded(claim, q, shelf))[:1]


def _sentence(earlier: Counted, later: Counted, pen: Pen) -> str:
    shelf, (claim, now) = pen.shelf, later
    year = shelf.day.year
    times = [shelf.published(c).astimezone(shelf.story.zone) for c, _ in (later, earlier)]
    same = times[0].date() == times[1].date() and claim is not earlier[0]
    on, before = (f" by {house.timed(t, year)}" if same else f" on {house.dated(t.date(), year)}" for t in times)
    whole = (now, *_part(later, shelf))
    told = counted(claim, whole, earlier[1], shelf, on, ground(later, earlier[0], shelf))
    return f"{house.capital(pen.who(claim))} put {told}{'' if claim is earlier[0] else before}."


def counted(
    claim: Claim, told: tuple[Quantity, ...], then: Quantity, shelf: Shelf, on: str = "", place: str = ""
) -> str:
    """A figure and the one before it: "people killed in Harno at 12, two of them children, up from nine".

    `told` is the figure and, where there is one, its part; `on` is when it was given, after a space; `place` the
    settlement in which it was counted.
    """
    style, (now, *parts) = shelf.story.style, told
    new, old = (house.bounded(q.value or 0, q.operator, style) or "" for q in (now, then))
    new = re.sub(rf"^{words().operators[Operator.AT_LEAST]}\b", words().fewest, new)
    way = "up" if (now.value or 0) > (then.value or 0) else "down"
    total = "total " if now.scope is Scope.CUMULATIVE else ""
    among = "".join(f", {share(p, shelf)}{',' if on else ''}" for p in parts)
    return f"{total}{whose(claim, shelf)}{thing(now)}{_over(now, place)} at {new}{among}{on}, {way} from {old}"


def ground(later: Counted, earlier: Claim, shelf: Shelf) -> str:
    """The settlement of a changed figure: its claims', else, of people who were counted there, their reports'."""
    claim, now = later
    if now.scope is Scope.CUMULATIVE or now.measure not in words().moving:
        return settlement((claim, earlier))
    named = nearby(claim, shelf) or nearby(earlier, shelf)
    return named.pop() if len(named) == 1 else ""


def _over(quantity: Quantity, place: str) -> str:
    return over(quantity.measure, quantity.place) or (f" in {place}" if place else "")


def whose(claim: Claim, shelf: Shelf) -> str:
    """The adjective of the party that suffered it, with a space after it; empty where the claim names none."""
    party = shelf.party(claim.target.party if claim.target else None)
    return f"{party.adjectives[0]} " if party and party.adjectives else ""


def notes(told: tuple[Told, ...], changes: Iterable[Change], shelf: Shelf) -> tuple[str, ...]:
    """Lines about the record: what is still in conflict, and who denied something that had not been denied before."""
    number = shelf.story.number(shelf.day) - 1
    before = house.digits(number)
    things = [
        f"{compared(c.rows, shelf)}{moment(tuple(r for r, _ in c.rows), shelf)}"
        for t in told
        if t.old
        for c in t.clashes
    ]
    said = [line("open", things="; ".join(dict.fromkeys(things)))] if things else []
    new = {c for change in changes if change.kind in DENYING for c in change.claims}
    denials = sorted({speaker(c, shelf) for c in shelf.claims.values() if c.id in new and _denial(c, shelf)})
    return (*said, line("denials", before=before, names=", ".join(denials) or line("none")))


def _denial(claim: Claim, shelf: Shelf) -> bool:
    known = voiced(claim, shelf) and not anonymous(claim, shelf)
    return claim.stance is Stance.DENIED and shelf.fresh(claim) and not claim.background and known


def corrections(undone: Iterable[Correction], shelf: Shelf) -> tuple[str, ...]:
    """What was taken back, with the briefings that used it; then each later version of a report, or that there is none.

    One line for each correction, in their order, comes first.
    """
    told = tuple(undoing(c, shelf) for c in undone)
    fresh = [d for d in shelf.view.documents if d.supersedes and (d.published or shelf.opened) > shelf.opened]
    named = sorted((_name(d.source, shelf), house.plain(d.title) or d.address) for d in fresh)
    told += tuple(line("revised", source=house.capital(source), title=title) for source, title in named)
    return told or (line("corrected", before=house.digits(shelf.story.number(shelf.day) - 1)),)


def undoing(correction: Correction, shelf: Shelf) -> str:
    """What was wrong, what stands in its place, when and by whose word; and which briefings said it."""
    year = shelf.day.year
    words, instead = ([house.plain(e.quote) for e in quoted] for quoted in (correction.words, correction.instead))
    why = line(
        f"why_{correction.how}",
        source=house.capital(_name(correction.source, shelf)),
        title=house.plain(correction.title),
        at=house.timed(correction.at.astimezone(shelf.story.zone), year) if correction.at else line("none"),
        words=" ".join(words),
    )
    if instead:
        why = f"{why} {line('instead', words=house.listed([f'“{text}”' for text in instead]))}"
    if not correction.used:
        return line("unused", why=why)
    days = [house.digits(d) for d in sorted({u.day for u in correction.used})]
    return line(
        "used" if len(days) == 1 else "used_often",
        what=line(f"what_{correction.how}"),
        number=house.digits(shelf.story.number(shelf.day)),
        days=house.listed(days),
        said=house.listed([f"“{text}”" for text in dict.fromkeys(u.text for u in correction.used)]),
        why=why,
    )


def _name(source: str, shelf: Shelf) -> str:
    return shelf.sources[source].name if source in shelf.sources else source
