"""View -> events: the front door. Links claims that tell of one happening, counts origins, holds accounts side by side.

Pure and deterministic: the order of documents, claims and links changes nothing, and linking again gives the same.
"""

import msgspec

from onrecord.events.between import between
from onrecord.events.card import index
from onrecord.events.cluster import Scale, cluster
from onrecord.events.echo import Echoes
from onrecord.events.gather import Reconciler
from onrecord.events.judge import rulings
from onrecord.events.origins import Origins
from onrecord.protocols import Comparison
from onrecord.records import Event, Story, View


def link(view: View, story: Story, extra: tuple[Comparison, ...] = ()) -> tuple[Event, ...]:
    """The events of a view, by their earliest claim; every claim with its document is in exactly one.

    `extra` are a plug-in's comparisons. Never raises for what is wrong in data: `audit` says what was left out.
    """
    cards = index(view, story)
    echoes = Echoes(cards)
    reconciler = Reconciler(Origins(story, echoes))
    groups = cluster(cards, Scale(echoes, extra), rulings(view.links))
    events = [(reconciler.event(g), g.cards) for g in groups]
    beside = between(events)
    return tuple(
        msgspec.structs.replace(e, verdicts=(*e.verdicts, *beside[e.key])) if e.key in beside else e for e, _ in events
    )
