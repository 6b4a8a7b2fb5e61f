"""View -> Cards, as a thread makes them."""

from onrecord.events.card import Card, Desk, told
from onrecord.events.reposts import Reposts
from onrecord.events.telling import cards
from onrecord.records import Story, View


def index(view: View, story: Story) -> tuple[Card, ...]:
    """The cards of a view, earliest published first."""
    desk, documents = Desk(story), {d.id: d for d in view.documents}
    reposts = Reposts()
    reposts.change((), view.documents)
    made = [
        card
        for id, claims in told(view).items()
        for card in cards(desk, documents[id], claims.values(), reposts.since(documents[id]))
    ]
    return tuple(sorted(made, key=lambda c: c.order))
