"""View and events -> problems: what linking left out, what people judged against each other, sums that do not hold."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from onrecord.events.account import accounts
from onrecord.events.card import stamp
from onrecord.events.judge import MACHINE, latest
from onrecord.events.partition import breaches
from onrecord.records import Event, Judgement, Problem, View

STAGE = "link"
AHEAD = timedelta(hours=1)
"""Clocks of sources differ by no more; a document further ahead of the cutoff is misdated."""


def audit(view: View, events: Iterable[Event]) -> tuple[Problem, ...]:
    """The problems of one linking, in order and each once."""
    found = [*strays(view), *unknown(view), *contradictions(view), *ahead(view), *sums(events)]
    return tuple(sorted(set(found)))


def strays(view: View) -> Iterator[Problem]:
    """Claims whose document the view lacks."""
    known = {d.id for d in view.documents}
    for claim in view.claims:
        if claim.document not in known:
            message = "This claim's document is not in the view, so the claim is left out."
            yield Problem(subject=claim.id, stage=STAGE, message=message)


def unknown(view: View) -> Iterator[Problem]:
    """Judgements on claims that are not on record."""
    known = {c.id for c in view.claims}
    for link in view.links:
        missing = [c for c in (link.left, link.right) if c not in known]
        if missing:
            message = f"The link by {link.by} names {' and '.join(missing)}, which is not in the view; it is left out."
            yield Problem(subject=link.id, stage=STAGE, message=message)
        elif link.left == link.right:
            yield Problem(subject=link.id, stage=STAGE, message="The link ties a claim to itself; it is left out.")


def contradictions(view: View) -> Iterator[Problem]:
    """Pairs judged different that other judgements make one."""
    held = latest(k for k in view.links if k.by != MACHINE)
    home: dict[str, str] = {}

    def root(claim: str) -> str:
        while home.get(claim, claim) != claim:
            claim = home[claim]
        return claim

    for (left, right), link in held.items():
        if link.judgement is Judgement.SAME:
            home[max(root(left), root(right))] = min(root(left), root(right))
    for (left, right), link in held.items():
        if link.judgement is Judgement.DIFFERENT and root(left) == root(right):
            message = (
                f"{link.by} judges {left} and {right} not the same, but other judgements make them one: judge again."
            )
            yield Problem(subject=link.id, stage=STAGE, message=message)


def ahead(view: View) -> Iterator[Problem]:
    """Documents dated after the view was taken."""
    for document in view.documents:
        if document.published and stamp(document.published) > stamp(view.cutoff + AHEAD):
            message = "This document is dated after the cutoff: check the clock or the date of its source."
            yield Problem(subject=document.id, stage=STAGE, message=message)


def sums(events: Iterable[Event]) -> Iterator[Problem]:
    """Wholes that are smaller than their parts."""
    for event in events:
        for words in breaches(accounts(event.positions, event.kind)):
            yield Problem(subject=event.id, stage=STAGE, message=words)
