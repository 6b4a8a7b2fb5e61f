"""The labelled claims as the reader would have them, so that linking is marked apart from reading.

Who speaks, what is claimed, how, and every figure are the gold's. Time, place, sides and weapon, which the gold tells
of the event and not of the claim, are what the reader read there.
"""

from collections.abc import Iterator

from evals.marking.align import Aligned
from evals.marking.answer import Day, Said
from evals.marking.key import place
from evals.marking.ours import happened
from evals.scenarios.gold import Count, Told
from msgspec.structs import replace

from onrecord.events import link
from onrecord.records import (
    Attribution,
    Claim,
    Document,
    Operator,
    Quantity,
    Scope,
    Span,
    Speaker,
    Stance,
    Story,
    View,
)

READ = ("agent", "target", "object", "weapon", "places", "moment")
"""What the reader says of a labelled claim."""
FROM = (Operator.AT_LEAST, Operator.MORE_THAN, Operator.VAGUE)
UNTIL = (Operator.AT_MOST, Operator.LESS_THAN, Operator.ALMOST)


def day(view: View, story: Story, aligned: Aligned) -> Day:
    """What linking makes of the labelled claims of a view. `aligned` are the read claims of the same view."""
    made = dict(claims(view, aligned))
    told = aligned.key.told
    events = link(replace(view, claims=tuple(made.values())), story)
    return Day(tuple(Said(c.id, place(told[gold])) for gold, c in made.items()), happened(events))


def claims(view: View, aligned: Aligned) -> Iterator[tuple[str, Claim]]:
    """Each labelled claim of a view's documents, by its name."""
    read = {c.id: c for c in view.claims}
    known: set[str] = set()
    for document in view.documents:
        for told in aligned.key.at.get(document.address, ()):
            claim = labelled(told, document, read.get(aligned.found.get(told.id, "")))
            if claim.id not in known:
                known.add(claim.id)
                yield told.id, claim


def labelled(told: Told, document: Document, read: Claim | None) -> Claim:
    """A labelled claim, with what the reader read of it beside the labels."""
    whole = Span.cover(*told.content)
    heard = read.attribution if read else Attribution()
    voice = Speaker(name=told.speaker, party=told.party or None, rule="alias") if told.speaker else None
    made = Claim(
        document=document.id,
        attribution=replace(heard, content=told.content),
        proposition=whole,
        sentence=Span.cover(whole, read.sentence) if read else whole,
        speaker=voice,
        stance=told.stance if voice or told.stance is not Stance.ASSERTED else Stance.UNATTRIBUTED,
        kind=told.kind,
        quantities=tuple(quantity(count, told.counts) for count in told.counts),
        background=told.background,
        debunked=told.debunked,
    )
    if read is None:
        return made
    kept = {name: getattr(read, name) for name in READ}
    return replace(made, **kept)


def quantity(count: Count, beside: tuple[Count, ...]) -> Quantity:
    """A labelled figure as the reader would have it; a part points to the first total of its measure beside it."""
    totals = [at for at, c in enumerate(beside) if not c.part and c.measure == count.measure]
    return Quantity(
        span=count.span,
        measure=count.measure,
        object=count.object or None,
        population=count.population or None,
        value=count.value,
        low=count.value if count.operator in FROM else None,
        high=count.value if count.operator in UNTIL else None,
        operator=count.operator,
        scope=Scope.PART if count.part and count.scope is Scope.WHOLE else count.scope,
        place=count.place or None,
        subset_of=totals[0] if count.part and totals else None,
    )
