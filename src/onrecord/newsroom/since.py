"""A briefing of the past -> what of it was taken back since, for who reads it today. It changes nothing in it."""

from datetime import timedelta

from onrecord.events import cleared
from onrecord.newsroom.day import Desk
from onrecord.records import Briefing, Problem, Undoing, View, Withdrawal

HOW = {
    Undoing.DROPPED: "the later version of its report no longer says so",
    Undoing.CORRECTED: "its report was corrected",
    Undoing.RETRACTED: "its speaker took it back",
}


def since(desk: Desk, briefing: Briefing) -> tuple[Problem, ...]:
    """One problem for each sentence of `briefing` that rests on a claim that is taken back by now, in their order."""
    undone = {w.claim: w for w in cleared(_now(desk, briefing), _then(desk, briefing), desk.story).withdrawn}
    told = [s for section in briefing.sections for s in section.sentences]
    return tuple(
        Problem(subject=s.id, stage="since", message=f"“{s.text}” {_reason(undone[c], desk)}")
        for s in told
        for c in s.claims
        if c in undone
    )


def _reason(one: Withdrawal, desk: Desk) -> str:
    source = desk.story.source(one.words.source if one.words else one.source)
    when = f" on {one.at.astimezone(desk.story.zone):%-d %B %Y at %H:%M}" if one.at else ""
    quote = f": “{' '.join(one.words.quote.split())}”" if one.words else "."
    name = source.name if source else one.source
    return f"uses claim {one.claim}, which was taken back{when}: {HOW[one.how]} ({name}){quote}"


def _then(desk: Desk, briefing: Briefing) -> View:
    return desk.ledger.as_of(briefing.cutoff, briefing.cutoff - timedelta(days=desk.settings.window))


def _now(desk: Desk, briefing: Briefing) -> View:
    latest = desk.ledger.latest(desk.at)
    closed = desk.story.cutoff(desk.story.day_of(latest)) if latest else desk.at
    return desk.ledger.as_of(max(closed, desk.at), briefing.cutoff - timedelta(days=desk.settings.window))
