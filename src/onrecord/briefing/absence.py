"""What is not known: events of which no report says how many were hurt, with the basis of saying so."""

from datetime import timedelta

from onrecord.briefing import house
from onrecord.briefing.draft import Draft
from onrecord.briefing.lexicon import kinds, line, words
from onrecord.briefing.pen import Pen
from onrecord.briefing.shelf import Shelf
from onrecord.briefing.tally import moment
from onrecord.briefing.tell import Told
from onrecord.records import Claim, Event, Extent, PlaceRole

HARMFUL = ("aerial_attack", "strike_impact", "shelling", "disaster", "sabotage")
"""Kinds of event of which a reader asks how many were hurt."""
SEVERAL, MANY = 2, 8
"""Origins, or outlets, of an event that is known widely enough to miss a figure: one voice may just not have said."""


def absent(told: tuple[Told, ...], shelf: Shelf, most: int) -> tuple[tuple[Told, Draft], ...]:
    """Events of which nobody on record says how many were killed or injured, each with the sentence that says so."""
    made: list[tuple[Told, Draft]] = []
    for item in told:
        first = next((c for d in item.drafts for c in d.claims if _asked(c, item.event, shelf)), None)
        if first is not None and not item.old and len(made) < most:
            made.append((item, _absence(first)))
    return tuple(made)


def _asked(claim: Claim, event: Event, shelf: Shelf) -> bool:
    sources = {shelf.document(c).source for c in _told(event, shelf) if _place(c) == _place(claim)}
    known = len(sources) >= SEVERAL and ((event.independent or len(event.origins)) >= SEVERAL or event.outlets >= MANY)
    asked = known and claim.kind == event.kind and claim.kind in HARMFUL and bool(_place(claim))
    return asked and _recent(claim, shelf) and not harmed(claim, shelf)


def _told(event: Event, shelf: Shelf) -> list[Claim]:
    return [shelf.claims[c] for c in event.claims if c in shelf.claims]


def _recent(claim: Claim, shelf: Shelf) -> bool:
    """Whether it happened since the day before, as far as the claim says."""
    moment = claim.moment
    dated = moment is not None and moment.span is not None and moment.earliest is not None
    return not dated or moment is None or moment.earliest is None or moment.earliest > shelf.opened - timedelta(days=1)


def harmed(claim: Claim, shelf: Shelf) -> bool:
    """Whether any report that names the claim's place speaks of casualties at all."""
    place = _place(claim)
    texts = (
        d.text.lower() for d in shelf.view.documents if (d.published or shelf.opened) > shelf.opened and place in d.text
    )
    return any(w in text for text in texts for w in words().harm)


def _place(claim: Claim) -> str:
    named = [p for p in claim.places if p.role is PlaceRole.AT and p.precision in (Extent.SETTLEMENT, Extent.REGION)]
    return named[0].name if named else ""


def _absence(claim: Claim) -> Draft:
    return Draft(
        form="absence", claims=(claim,), spans=((claim, claim.proposition),), words=lambda pen: _nothing(claim, pen)
    )


def _nothing(claim: Claim, pen: Pen) -> str:
    shelf = pen.shelf
    monitored = house.counted(len(shelf.story.sources), "monitored source", shelf.story.style)
    cutoff = house.timed(shelf.view.cutoff.astimezone(shelf.story.zone), shelf.day.year)
    place, time = _place(claim), moment((claim,), shelf)
    return line(
        "absence", phrase=kinds()[claim.kind].phrase, place=place, time=time, monitored=monitored, cutoff=cutoff
    )
