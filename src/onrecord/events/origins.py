"""Cards of one event -> origin groups: what they go back to, counted once however many outlets carry it.

A named speaker is the origin of what that speaker says. The rest goes back to whom the report credits, else to whom it
brings in without a name ("a stallholder"), else to the family that published it. Copied text joins across publishers.
No join ever makes one origin of two named speakers.
What a person has judged of two claims, one origin or independent ones, goes before all of it.
"""

from collections.abc import Iterable, Iterator

import msgspec

from onrecord.events.card import Card
from onrecord.events.credit import RELAYING, Credit, Credits, cast, passed
from onrecord.events.echo import Echoes, counterparts
from onrecord.events.judge import Rulings, words
from onrecord.events.knowing import weighty
from onrecord.events.unnamed import brought, called, nameless
from onrecord.events.voices import Cast, Voices
from onrecord.records import Join, OriginGroup, Story

ORDER = ("judged", "copied-text", "credit", "chain", "publisher", "primary-source")


class Root(msgspec.Struct, frozen=True, gc=False):
    """What a claim goes back to, by which rule, and the words that show it."""

    kind: str
    name: str
    rule: str
    shared: str


class Origins:
    """Counts origins for one story."""

    def __init__(self, story: Story, echoes: Echoes, rulings: Rulings | None = None) -> None:
        """Take the names that credits may bear, the copied passages, and what people have judged of origins."""
        self.echoes, self.rulings = echoes, rulings or Rulings()
        self.cast = Cast(story)
        self.credits = Credits(story)
        self.families = {s.id: s.publisher or s.id for s in story.sources}
        self.names = {s.id: s.name for s in story.sources}
        self.parties = {x.name: p.name for p in story.parties for x in cast(p)}
        self.fighting = {p.name for p in story.parties if p.belligerent}

    def root(self, card: Card, event: Voices) -> Root:
        """What one claim of an event goes back to."""
        cited = event.cited(card)
        if cited:
            return Root("speaker", cited[0], "credit", cited[1])
        name = event.name(card)
        if name:
            outlet = None if name in self.parties else self.credits.source(name) or self.credits.reporter(name)
            if outlet:
                return self._credited(self.credits.deeper(card, outlet.name) or outlet)
            counted = self.credits.counted(card)
            if counted:
                return self._credited(counted)
            return Root("speaker", name, "primary-source", name)
        credit, unnamed = self.credits.credit(card), nameless(card)
        if unnamed and not (credit and credit.kind == "speaker"):
            host = self.families.get(credit.name, credit.name) if credit else card.publisher
            met = f"{unnamed} ({self.names.get(host, host)})" if brought(card) else unnamed
            return Root("unnamed", met, "credit" if credit else "primary-source", called(card))
        if credit:
            return self._credited(credit)
        if card.source is None or card.source.kind in RELAYING:
            named = self.credits.people(card.claim.sentence.of(card.document.text))
            relayed = event.gave(card, named) or event.relayed(card, not named)
            if relayed:
                outlet = None if relayed[0] in self.parties else self.credits.source(relayed[0])
                return self._credited(outlet) if outlet else Root("speaker", relayed[0], "primary-source", relayed[1])
        return Root("publisher", card.publisher, "publisher", card.publisher)

    def roots(self, cards: list[Card]) -> dict[str, Root]:
        """What the claims of an event go back to, followed to the end: whoever has all from another is passed over.

        Outlets that have it from each other in a ring are one origin, behind whom there is nobody.
        """
        voices = Voices(cards, self.cast)
        found = {c.id: self.root(c, voices) for c in cards}
        found |= dict(handed(cards, found))
        found |= dict(theirs(cards, found))
        onward: dict[str, set[Root]] = {}
        own = set()
        for card in filter(weighty, cards):
            root = found[card.id]
            if (root.kind, root.name) == ("publisher", card.publisher):
                own.add(card.publisher)
            else:
                onward.setdefault(card.publisher, set()).add(root)
        ahead = {publisher: roots for publisher, roots in onward.items() if publisher not in own}
        return {id: self._end(root, ahead) for id, root in found.items()} if ahead else found

    def _end(self, root: Root, onward: dict[str, set[Root]]) -> Root:
        """Where a root leads when each outlet on the way has all that it tells from one other."""
        seen: list[str] = []
        while root.kind == "publisher" and root.name not in seen:
            seen.append(root.name)
            ahead = {(r.kind, r.name) for r in onward.get(root.name, ())}
            if len(ahead) != 1:
                return root
            ((kind, name),) = ahead
            root = Root(kind, name, "chain", root.shared)
        if root.kind == "publisher":
            return Root("publisher", min(seen[seen.index(root.name) :]), "chain", root.shared)
        return root

    def _credited(self, credit: Credit) -> Root:
        if credit.kind == "speaker":
            return Root("speaker", credit.name, credit.rule, credit.text)
        return Root("publisher", self.families.get(credit.name, credit.name), credit.rule, credit.text)

    def groups(self, cards: list[Card]) -> tuple[OriginGroup, ...]:
        """The origin groups of one event, by their earliest claim. Cards come earliest first."""
        roots = self.roots(cards)
        parts = Parts(cards, roots, self.rulings)
        for join in sorted(self._joins(cards, roots), key=lambda j: (ORDER.index(j.rule), j.left, j.right)):
            parts.join(join)
        return tuple(self._group(members, joins, roots) for members, joins in parts.all())

    def _joins(self, cards: list[Card], roots: dict[str, Root]) -> Iterator[Join]:
        inside = {c.id: c for c in cards}
        for judged in self.rulings.same.values():
            if judged.left in inside and judged.right in inside:
                yield Join(left=judged.left, right=judged.right, rule="judged", shared=words(judged))
        anchors = self._anchors(cards, roots)
        for card in cards:
            root = roots[card.id]
            anchor = self._anchor(card, anchors[root.kind, root.name])
            if anchor is not card:
                rule = root if ORDER.index(root.rule) <= ORDER.index(roots[anchor.id].rule) else roots[anchor.id]
                yield Join(left=anchor.id, right=card.id, rule=rule.rule, shared=rule.shared)
            known = [inside[other] for other in self.echoes.sources.get(card.id, ()) if other in inside]
            for other in counterparts(card, known) if known else ():
                if supposed(card, root) != supposed(other, roots[other.id]):
                    continue  # It goes back to somebody by its place alone, and its copy to the outlet.
                left, right = min(other.id, card.id), max(other.id, card.id)
                yield Join(left=left, right=right, rule="copied-text", shared="")

    def _anchors(self, cards: list[Card], roots: dict[str, Root]) -> dict[tuple[str, str], list[Card]]:
        """For each root its first claim, and those that a person has judged independent of it and of each other."""
        found: dict[tuple[str, str], list[Card]] = {}
        for card in cards:
            root = roots[card.id]
            held = found.setdefault((root.kind, root.name), [])
            if not held or all(self.rulings.parted({a.id}, {card.id}) for a in held):
                held.append(card)
        return found

    def _anchor(self, card: Card, anchors: list[Card]) -> Card:
        """The anchor that a claim goes with: itself, else one of its own outlet, else the first."""
        if len(anchors) == 1:
            return anchors[0]
        if card in anchors:
            return card
        free = [a for a in anchors if not self.rulings.parted({a.id}, {card.id})]
        return next((a for a in free if a.document.source == card.document.source), free[0])

    def _group(self, cards: list[Card], joins: list[Join], roots: dict[str, Root]) -> OriginGroup:
        told = [roots[c.id] for c in cards]
        speaker = next((r.name for r in told if r.kind == "speaker"), None)
        heard = speaker or next((r.name for r in told if r.kind == "unnamed"), None)
        voice = next((c for c in cards if c.speaker == speaker), cards[0])
        name = heard or next((self.names.get(r.name, r.name) for r in told if r.rule in ("credit", "chain")), None)
        party = voice.party or self.parties.get(name or "")
        name = name or (cards[0].source.name if cards[0].source else cards[0].document.source)
        shown = [self._shown(j) for j in joins]
        sources = tuple(sorted({c.document.source for c in cards}))
        host = "" if speaker else next((c.publisher for c in cards if roots[c.id].kind == "unnamed"), "")
        return OriginGroup(
            name=name, party=party, claims=tuple(c.id for c in cards), sources=sources, host=host, joins=tuple(shown)
        )

    def _shown(self, join: Join) -> Join:
        if join.rule != "copied-text":
            return join
        return msgspec.structs.replace(join, shared=self.echoes.shared(join.left, join.right))

    def independent(self, groups: Iterable[OriginGroup]) -> int:
        """How many of the groups can confirm each other: none confirms itself.

        A belligerent counts once, and so do all whom one publisher brings in without a name.
        """
        return len({("party", g.party) if g.party in self.fighting else ("", g.host or g.id) for g in groups})


def supposed(card: Card, root: Root) -> bool:
    """Whether a claim of nobody goes back to a speaker only because its report cites one."""
    return not card.speaker and root.kind == "speaker" and root.rule == "primary-source"


def theirs(cards: list[Card], roots: dict[str, Root]) -> Iterator[tuple[str, Root]]:
    """The claims that a report says are another's without a name ("by their count"): whom it told of before them."""
    for card in cards:
        if roots[card.id].kind != "publisher":
            continue
        words = passed(card.claim.sentence.of(card.document.text))
        if words:
            told = [c for c in cards if c.document.id == card.document.id and roots[c.id].kind != "publisher"]
            before = [c for c in told if c.claim.sentence.start < card.claim.sentence.start]
            if before:
                last = max(before, key=lambda c: (c.claim.sentence.start, c.id))
                yield card.id, Root(roots[last.id].kind, roots[last.id].name, "credit", words)


def handed(cards: list[Card], roots: dict[str, Root]) -> Iterator[tuple[str, Root]]:
    """The claims of unnamed people whom a report has from another, each with who of the sort is met at first hand."""
    met: dict[str, Root] = {}
    for card in cards:
        if roots[card.id].kind == "unnamed" and roots[card.id].rule != "credit":
            met.setdefault(nameless(card), roots[card.id])
    for card in cards:
        root = roots[card.id]
        if root.kind == "unnamed" and root.rule == "credit":
            name = met[nameless(card)].name if nameless(card) in met else root.name
            yield card.id, Root(root.kind, name, root.rule, root.shared)


class Part(msgspec.Struct, eq=False):
    """A component: its claims, the joins that made it, its speakers, and its claims of which people have judged."""

    cards: list[Card]
    joins: list[Join]
    speakers: set[str]
    judged: set[str]


class Parts:
    """Connected components of an event's claims."""

    def __init__(self, cards: list[Card], roots: dict[str, Root], rulings: Rulings) -> None:
        """Every claim begins alone, with the speaker that it goes back to."""
        self.rulings = rulings
        self.of: dict[str, Part] = {}
        for card in cards:
            root = roots[card.id]
            named = {root.name} if root.kind == "speaker" else set[str]()
            judged = {card.id} if card.id in rulings.differ else set[str]()
            self.of[card.id] = Part([card], [], named, judged)

    def join(self, join: Join) -> None:
        """Make one of two components, unless a person keeps them apart or, unjudged, they have two speakers."""
        left, right = self.of[join.left], self.of[join.right]
        both = left.speakers | right.speakers
        if left is right or (join.rule != "judged" and both not in (left.speakers, right.speakers)):
            return
        if self.rulings.parted(left.judged, right.judged):
            return
        big, small = (left, right) if len(left.cards) >= len(right.cards) else (right, left)
        big.cards += small.cards
        big.joins += [*small.joins, join]
        big.speakers |= small.speakers
        big.judged |= small.judged
        for card in small.cards:
            self.of[card.id] = big

    def all(self) -> list[tuple[list[Card], list[Join]]]:
        """The components by their earliest claim, with the joins that made them."""
        found = {id(p): p for p in self.of.values()}.values()
        parts = [
            (sorted(p.cards, key=lambda x: x.order), sorted(p.joins, key=lambda x: (x.left, x.right))) for p in found
        ]
        return sorted(parts, key=lambda p: p[0][0].order)
