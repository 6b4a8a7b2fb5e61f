"""A story's thread: what has been linked so far, kept so that linking more costs what is new and what it touches.

An index in memory, never stored as truth. Whatever is added and forgotten, and in whatever steps, the events are those
of the claims then held, to the byte.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime

import msgspec

from onrecord.events.between import Beside, Scene, scene
from onrecord.events.card import Card, Desk, told
from onrecord.events.cluster import Groups
from onrecord.events.echo import Echoes
from onrecord.events.files import ORDER, Order
from onrecord.events.gather import Reconciler
from onrecord.events.judge import Pair, held, rulings
from onrecord.events.origins import Origins
from onrecord.events.pairs import RULED, Row
from onrecord.events.reposts import Reposts
from onrecord.events.rows import Rows
from onrecord.events.scale import Scale
from onrecord.events.telling import cards
from onrecord.events.tree import Node
from onrecord.events.veto import Bars
from onrecord.events.when import stamp
from onrecord.protocols import Comparison
from onrecord.records import Claim, Document, Event, Link, Relation, Story, View

Judged = dict[tuple[Relation, Pair], Link]
"""The judgements that hold, each by its relation and pair."""


def judgements(links: Iterable[Link]) -> Judged:
    """Those that hold of links in every relation."""
    told = list(links)
    return {(relation, pair): k for relation in Relation for pair, k in held(told, relation).items()}


def within(copied: dict[str, set[str]], claims: Collection[str]) -> bool:
    """Whether among some claims it is another matter now what is copied from what."""
    inside = copied.keys() & claims
    return any(not copied[claim].isdisjoint(claims) for claim in inside)


class Held(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A document with its claims, by id, and their cards."""

    document: Document
    claims: dict[str, Claim]
    cards: list[Card]


class Happening(msgspec.Struct, eq=False, gc=False):
    """An event, the claims and rows that it was made of, and how others see it."""

    order: Order
    """Where it stands among all: that of its earliest claim."""
    cards: list[Card]
    links: dict[Row, Link]
    event: Event
    scene: Scene
    shown: Event
    """The event with the verdicts between it and others."""


class Thread:
    """The events of a story, as documents come and go.

    `extra` are a plug-in's comparisons. Never raises for what is wrong in data: `audit` says what was left out.
    """

    def __init__(self, story: Story, extra: tuple[Comparison, ...] = ()) -> None:
        """Nothing is linked yet."""
        self.desk = Desk(story)
        self.documents: dict[str, Held] = {}
        self.reposts = Reposts()
        self.judged: Judged = {}
        self.links: dict[str, Link] = {}
        self.bars, self.echoes = Bars(), Echoes()
        self.scale = Scale(self.echoes, self.bars, extra)
        self.rows = Rows(self.scale, self.echoes)
        self.groups = Groups(self.rows, self.bars)
        self.reconciler = Reconciler(Origins(story, self.echoes))
        self.home: dict[Card, Happening] = {}
        self.happenings: dict[Happening, None] = {}
        """Each once, those that have changed last: nearly in order."""
        self.beside = Beside()

    def extend(self, view: View) -> tuple[Event, ...]:
        """Add what a view holds to what is held: documents, claims and judgements; all events, by their earliest claim.

        A document that is held already is replaced. Nothing is forgotten: see `forget` and `follow`.
        """
        found = told(view)
        fresh = {d.id: (d, found[d.id]) for d in view.documents}
        return self._change((), fresh, [*self.links.values(), *view.links])

    def follow(self, view: View) -> tuple[Event, ...]:
        """Hold exactly what a view holds: the window has moved on, texts were superseded, a judgement was made."""
        found = told(view)
        fresh = {d.id: (d, found[d.id]) for d in view.documents}
        return self._change([id for id in self.documents if id not in fresh], fresh, view.links)

    def known(self, view: View) -> View:
        """The same view, with the documents and claims that are held already in place of equal ones, held once."""
        held = self.documents.values()
        return view.sharing((one.document for one in held), (c for one in held for c in one.claims.values()))

    def forget(self, documents: Iterable[str]) -> tuple[Event, ...]:
        """Let go of some documents and their claims."""
        return self._change([id for id in documents if id in self.documents], {}, self.links.values())

    @property
    def events(self) -> tuple[Event, ...]:
        """All events, by their earliest claim."""
        return tuple([h.shown for h in sorted(self.happenings, key=ORDER)])

    def earlier(self, since: datetime) -> tuple[Event, ...]:
        """The events of which anything was published by `since`, each with that alone, in their order.

        Nothing is linked again: what remains of an event is reconciled as linking does it, without links. So what is
        new is a matter of today's links alone, and every earlier edition counts, not only the last.
        """
        limit, found = stamp(since), list[Event]()
        for one in sorted(self.happenings, key=ORDER):
            old = [card for card in one.cards if card.order[0] <= limit]
            if old:
                whole = len(old) == len(one.cards)
                found.append(one.shown if whole else self.reconciler.event(old, ())[0])
        return tuple(found)

    def _change(
        self, gone: Collection[str], put: dict[str, tuple[Document, dict[str, Claim]]], links: Iterable[Link]
    ) -> tuple[Event, ...]:
        """Forget documents and take others; those with a claim of which people judge otherwise now are taken afresh."""
        fresh = {id: new for id, new in put.items() if self._differs(id, *new)}
        self.links = {k.id: k for k in links}
        judged, before = judgements(self.links.values()), self.judged
        for claim in {c for k in judged.keys() | before.keys() if judged.get(k) != before.get(k) for c in k[1]}:
            card = self.rows.cards.get(claim)
            if card and card.document.id not in gone:
                held = self.documents[card.document.id]
                fresh.setdefault(card.document.id, (held.document, held.claims))
        self._rule(judged)
        old = [self.documents[id].document for id in {*gone, *fresh} if id in self.documents]
        for id in self.reposts.change(old, [document for document, _ in fresh.values()]):
            if id in self.documents and id not in fresh:
                fresh[id] = (self.documents[id].document, self.documents[id].claims)
        left = [self.documents.pop(id).cards for id in {*gone, *fresh} if id in self.documents]
        for id, (document, claims) in fresh.items():
            made_of = cards(self.desk, document, claims.values(), self.reposts.since(document))
            self.documents[id] = Held(document, claims, made_of)
        made = [card for id in fresh for card in self.documents[id].cards]
        self._link([card for cards in left for card in cards], sorted(made, key=ORDER))
        return self.events

    def _rule(self, judged: Judged) -> None:
        """Take what people have judged of happenings, origins and figures."""
        self.judged = judged
        event, origin, figure = (rulings({p: k for (r, p), k in judged.items() if r is one}) for one in Relation)
        self.rows.rulings, self.reconciler.origins.rulings = event, origin
        self.reconciler.figures = self.beside.rulings = figure

    def _differs(self, id: str, document: Document, claims: dict[str, Claim]) -> bool:
        held = self.documents.get(id)
        return held is None or held.document != document or held.claims != claims

    def _link(self, gone: list[Card], fresh: list[Card]) -> None:
        """Work out what changes: rows, then groups, then their events, then the verdicts between events."""
        for card in fresh:
            self.bars.take(card)
        turn = self.rows.change(gone, fresh)
        nodes = self.groups.change(gone, fresh, turn, self.rows.rulings)
        nodes += self._among(turn.copied)
        for card in gone:
            self.bars.drop(card)
        left = {h for c in gone if (h := self.home.pop(c, None))}
        made = set()
        for node in dict.fromkeys(nodes):
            cards, rows = node.parts()
            before = {h for c in cards if (h := self.home.get(c))}
            left |= before
            made.add(self._happening(sorted(cards, key=ORDER), rows, before, turn.copied))
        for one in made - left:
            self.home.update(dict.fromkeys(one.cards, one))
        for one in left:
            del self.happenings[one]
        self.happenings.update(dict.fromkeys(made))
        self._stand(left - made, made - left)

    def _among(self, copied: dict[str, set[str]]) -> Iterator[Node]:
        """The groups within which it is another matter now what is copied from what."""
        held, root = self.rows.cards, self.groups.root
        for claim, sources in copied.items():
            if claim in held:
                node = root(held[claim])
                if any(root(held[source]) is node for source in sources if source in held):
                    yield node

    def _happening(
        self, cards: list[Card], rows: list[Row], before: Collection[Happening], copied: dict[str, set[str]]
    ) -> Happening:
        """What some claims make: what they made before, where neither they nor their links nor copies are others."""
        links = {row: link for h in before for row, link in h.links.items()}
        made = {row: links.get(row) or self._drawn(row) for row in rows}
        for one in before:
            if one.cards == cards and one.links.keys() == made.keys() and not within(copied, one.event.claims):
                return one
        event, told = self.reconciler.event(cards, sorted(made.values(), key=lambda k: (k.left, k.right)))
        return Happening(cards[0].order, cards, made, event, scene(cards, told), event)

    def _drawn(self, row: Row) -> Link:
        """The link of a row, with its reasons; of what people hold to be the same, theirs."""
        score, _, _, left, right = row
        one, other = min(left.id, right.id), max(left.id, right.id)
        if score == RULED:
            return self.rows.rulings.same[(one, other)]
        return Link(left=one, right=other, score=-score, slots=self.scale.slots(left, right))

    def _stand(self, left: Collection[Happening], made: Collection[Happening]) -> None:
        """Set events beside each other, where something has changed around them."""
        by = {h.scene: h for h in made}
        for one, verdicts in self.beside.change([h.scene for h in left], [h.scene for h in made]).items():
            happening = by.get(one) or self.home[one.first]
            event = happening.event
            happening.shown = (
                msgspec.structs.replace(event, verdicts=(*event.verdicts, *verdicts)) if verdicts else event
            )
