"""Today's events -> the same events as they stood at an earlier cutoff: what was on record of each by then.

Nothing is linked again. An event of today is split by when its claims were published, and what remains is reconciled as
linking does it. So what is new is a matter of today's links alone, and every earlier edition counts, not only the last.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from onrecord.events.card import Card, stamp
from onrecord.events.echo import Echoes
from onrecord.events.gather import Reconciler
from onrecord.events.judge import held, rulings
from onrecord.events.origins import Origins
from onrecord.events.telling import index
from onrecord.records import Event, Relation, Story, View


def earlier(events: Iterable[Event], view: View, story: Story, since: datetime) -> tuple[Event, ...]:
    """The events of which anything was published by `since`, each with that alone, in their order.

    An event to which nothing came since is left as it is; the others lose their links. Cards are made only for the
    reports of the others.
    """
    every = tuple(events)
    published = {d.id: stamp(d.published) <= stamp(since) for d in view.documents}
    old = {c.id for c in view.claims if published.get(c.document)}
    mixed = {e.key for e in every if old & set(e.claims) and not old.issuperset(e.claims)}
    parts = _cards([e for e in every if e.key in mixed], view, story, old)
    echoes = Echoes([c for cards in parts.values() for c in cards])
    origin, figure = (rulings(held(view.links, one)) for one in (Relation.ORIGIN, Relation.FIGURE))
    made = Reconciler(Origins(story, echoes, origin), figure)
    return tuple(
        made.event(parts[e.key], ())[0] if e.key in mixed else e
        for e in every
        if e.key in mixed or old.issuperset(e.claims)
    )


def _cards(events: Iterable[Event], view: View, story: Story, old: set[str]) -> dict[str, list[Card]]:
    """The cards of each event's old claims, earliest first. A card is read with the others of its report."""
    home = {c: e.key for e in events for c in e.claims if c in old}
    reports = {c.document for c in view.claims if c.id in home}
    part = View(
        cutoff=view.cutoff,
        documents=tuple(d for d in view.documents if d.id in reports),
        claims=tuple(c for c in view.claims if c.document in reports),
    )
    found: dict[str, list[Card]] = defaultdict(list)
    for card in index(part, story):
        if card.id in home:
            found[home[card.id]].append(card)
    return found
