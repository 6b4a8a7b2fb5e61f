"""View and events -> problems: what linking left out, what people judged against each other, what does not add up."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from datetime import timedelta

import msgspec

from onrecord.events.account import accounts
from onrecord.events.judge import MACHINE, aside, groundless
from onrecord.events.partition import breaches
from onrecord.events.when import stamp
from onrecord.records import Document, Event, Judgement, Link, Problem, Relation, View

STAGE = "link"
AHEAD = timedelta(hours=1)
"""Clocks of sources differ by no more; a document further ahead of the cutoff is misdated."""
SKEW = timedelta(minutes=5)
"""A document dated so long after it was fetched tells of a clock that is ahead."""
REPEATS = 20
"""One source that posts one text more often floods the record."""
SAYS = {
    (Relation.EVENT, Judgement.SAME): "tell of one happening",
    (Relation.EVENT, Judgement.DIFFERENT): "tell of two happenings",
    (Relation.ORIGIN, Judgement.SAME): "go back to one origin",
    (Relation.ORIGIN, Judgement.DIFFERENT): "are independent",
    (Relation.FIGURE, Judgement.SAME): "count one thing",
    (Relation.FIGURE, Judgement.DIFFERENT): "count different things",
}


class Beyond(msgspec.Struct, frozen=True):
    """What a ledger knows beyond the view: of `named(view)` those ids that it does not have, and claims of texts that
    were replaced since; and all links that it ever kept.
    """

    unknown: frozenset[str] = frozenset()
    replaced: frozenset[str] = frozenset()
    history: tuple[Link, ...] = ()


def audit(view: View, events: Iterable[Event], beyond: Beyond | None = None) -> tuple[Problem, ...]:
    """The problems of one linking, in order and each once."""
    more = beyond or Beyond()
    found = [*strays(view), *missing(view, more.unknown), *outdated(view, more.replaced), *contradictions(view)]
    found += [
        *retracted(more.history, view),
        *corrected(view, more.unknown),
        *ahead(view),
        *skewed(view),
        *repeats(view),
        *sums(events),
    ]
    return tuple(sorted(set(found)))


def named(view: View) -> frozenset[str]:
    """Ids of claims and documents that judgements and later versions name and the view does not show."""
    shown = {c.id for c in view.claims} | {d.id for d in view.documents}
    ends = {c for k in view.links for c in (k.left, k.right)}
    return frozenset(ends | {d.supersedes for d in view.documents if d.supersedes}) - shown


def problem(subject: str, message: str) -> Problem:
    """A problem of linking."""
    return Problem(subject=subject, stage=STAGE, message=message)


def strays(view: View) -> Iterator[Problem]:
    """Claims whose document the view lacks."""
    known = {d.id for d in view.documents}
    for claim in view.claims:
        if claim.document not in known:
            yield problem(claim.id, "This claim's document is not in the view, so the claim is left out.")


def missing(view: View, unknown: Set[str]) -> Iterator[Problem]:
    """Judgements on claims that were never on record, and on a claim and itself."""
    for link in view.links:
        lost = [c for c in dict.fromkeys((link.left, link.right)) if c in unknown]
        if lost:
            names = f"{' and '.join(lost)}, which {'are' if len(lost) > 1 else 'is'} not on record"
            yield problem(
                link.id, f"The link by {link.by} names {names}; it is left out. Take it back, or judge again."
            )
        elif link.left == link.right:
            yield problem(link.id, "The link ties a claim to itself; it is left out.")


def outdated(view: View, replaced: Set[str]) -> Iterator[Problem]:
    """Judgements on claims of texts that their publishers have changed since."""
    for claim in sorted(replaced):
        named = [k for k in view.links if claim in (k.left, k.right) and k.judgement is not Judgement.TAKEN_BACK]
        if named:
            people = " and ".join(sorted({k.by for k in named}))
            message = f"{people} judged {claim}, whose text was changed since; look at the new one, and judge again."
            yield problem(named[0].id, message)


def contradictions(view: View) -> Iterator[Problem]:
    """Judgements that later ones exclude."""
    for relation in Relation:
        for link in aside(view.links, relation):
            says = SAYS[relation, link.judgement]
            yield problem(
                link.id,
                f"{link.by} judges that {link.left} and {link.right} {says}; later judgements exclude that, "
                "so it is set aside. Judge again, or take one back.",
            )


def retracted(history: Iterable[Link], view: View) -> Iterator[Problem]:
    """Judgements taken back, by the time of the view, that were never made."""
    known = (k for k in history if k.by != MACHINE and stamp(k.seen or k.at or view.cutoff) <= stamp(view.cutoff))
    for link in groundless(known):
        message = (
            f"{link.by} takes back a judgement on {link.left} and {link.right} that was never made; nothing changes."
        )
        yield problem(link.id, message)


def corrected(view: View, unknown: Set[str]) -> Iterator[Problem]:
    """Corrections and retractions of what was never on record."""
    for document in view.documents:
        if document.supersedes in unknown:
            message = f"This document replaces {document.supersedes}, which is not on record; it is taken by itself."
            yield problem(document.id, message)


def ahead(view: View) -> Iterator[Problem]:
    """Documents dated after the view was taken."""
    for document in view.documents:
        if document.published and stamp(document.published) > stamp(view.cutoff + AHEAD):
            message = "This document is dated after the cutoff: check the clock or the date of its source."
            yield problem(document.id, message)


def skewed(view: View) -> Iterator[Problem]:
    """Sources whose clock is ahead: their reports are dated after they were fetched."""
    found: dict[str, list[tuple[float, Document]]] = defaultdict(list)
    for document in view.documents:
        if document.fetched and document.published:
            lead = stamp(document.published) - stamp(document.fetched)
            if lead > SKEW.total_seconds():
                found[document.source].append((lead, document))
    for source, late in found.items():
        most, document = max(late, key=lambda d: (d[0], d[1].id))
        reports = "1 report is" if len(late) == 1 else f"{len(late):,} reports are"
        message = (
            f"The clock of {source} is ahead: {reports} dated up to {most / 60:,.0f} minutes after being fetched. "
            "What it says may count as later than it is."
        )
        yield problem(document.id, message)


def repeats(view: View) -> Iterator[Problem]:
    """Sources that post one text again and again."""
    found: dict[tuple[str, str], list[Document]] = defaultdict(list)
    for document in view.documents:
        found[document.source, document.text].append(document)
    for (source, _), same in found.items():
        if len(same) > REPEATS:
            first = min(same, key=lambda d: (stamp(d.published), d.id))
            message = f"{source} has published this text {len(same):,} times; it counts as one origin in one outlet."
            yield problem(first.id, message)


def sums(events: Iterable[Event]) -> Iterator[Problem]:
    """Wholes that are smaller than their parts."""
    for event in events:
        for words in breaches(accounts(event.positions, event.kind)):
            yield problem(event.id, words)
