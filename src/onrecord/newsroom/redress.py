"""What was taken back since the last edition -> Corrections, each with the sentences of earlier briefings that used it.

The earlier briefings are worked out again from the record, as it was on their day: what lies in files is not asked.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from onrecord.records import Briefing, Claim, Correction, Story, Undoing, Use, View, Withdrawal

Written = Callable[[date], Briefing]
"""What the briefing of an earlier day said."""
BACK = 7
"""Days before an edition whose briefings are looked into."""
REACH = 3
"""Days after the one of its report on which a claim may still be told."""


def corrections(
    undone: Iterable[Withdrawal], past: View, story: Story, day: date, written: Written
) -> tuple[Correction, ...]:
    """What was taken back by reports that the last edition (`past`) had not.

    What only went missing is told where an earlier briefing used it, no other report of the same speaker's word bears
    its sentence and none has the same figures of that speaker; what somebody took back in any case.
    """
    every = tuple(undone)
    held, still = {d.id for d in past.documents}, repeated(every, past)
    fresh = [w for w in every if w.by not in held and not (w.how is Undoing.DROPPED and w.claim in still)]
    heard = {c.id: c.speaker.name if c.speaker else c.document for c in past.claims}
    standing = {id: name for id, name in heard.items() if id not in {w.claim for w in every}}
    told = {on: written(on) for on in sorted({on for w in fresh for on in days(w, story, day)})}
    found: dict[tuple[object, ...], list[tuple[Withdrawal, tuple[Use, ...]]]] = defaultdict(list)
    for one in fresh:
        bears = standing if one.how is Undoing.DROPPED else {}
        name = heard.get(one.claim)
        used = tuple(u for on in days(one, story, day) for u in _uses(one.claim, told[on], bears, name))
        if used or one.how is not Undoing.DROPPED:
            found[_key(one, used)].append((one, used))
    return tuple(sorted((_correction(same) for same in found.values()), key=lambda c: c.json()))


def repeated(undone: tuple[Withdrawal, ...], past: View) -> frozenset[str]:
    """Claims with figures that their named speaker gives in another report too, one of which nothing was taken back."""
    gone = {w.claim for w in undone}
    told: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for claim in past.claims:
        if claim.id not in gone and claim.speaker:
            told[_figures(claim)].add(claim.document)
    mine = [c for c in past.claims if c.id in gone and c.speaker and c.quantities]
    return frozenset(c.id for c in mine if told[_figures(c)] - {c.document})


def _figures(claim: Claim) -> tuple[object, ...]:
    """The speaker of a claim, and what the speaker counted."""
    counts = frozenset((q.measure, q.operator, q.value) for q in claim.quantities)
    return (claim.speaker.name if claim.speaker else None, counts)


def days(one: Withdrawal, story: Story, day: date) -> list[date]:
    """The days before `day` whose briefings may have used a claim."""
    if one.published is None:
        return []
    first = story.day_of(one.published)
    return [on for n in range(REACH + 1) if day - timedelta(BACK) <= (on := first + timedelta(n)) < day]


def _uses(claim: str, briefing: Briefing, bears: dict[str, str | None], name: str | None) -> Iterator[Use]:
    """The sentences that rest on a claim, but for those that another claim of the same speaker still bears."""
    for section in briefing.sections:
        for sentence in section.sentences:
            if claim in sentence.claims and not any(bears.get(c) == name for c in sentence.claims if c in bears):
                yield Use(day=briefing.number, sentence=sentence.id, text=sentence.text)


def _key(one: Withdrawal, used: tuple[Use, ...]) -> tuple[object, ...]:
    """What is one correction: what the same words took back, or what one sentence lost."""
    return (one.by, one.how, one.words) if one.words else (one.by, one.how, *(u.sentence for u in used))


def _correction(same: list[tuple[Withdrawal, tuple[Use, ...]]]) -> Correction:
    first = same[0][0]
    words = tuple(dict.fromkeys(w.words for w, _ in same if w.words))
    instead = tuple(dict.fromkeys(w.instead for w, _ in same if w.instead))
    return Correction(
        how=first.how,
        claims=tuple(sorted(w.claim for w, _ in same)),
        source=words[0].source if words else first.source,
        title=first.title,
        at=first.at,
        words=words,
        instead=instead,
        used=tuple(sorted({u for _, used in same for u in used}, key=lambda u: (u.day, u.sentence))),
    )
