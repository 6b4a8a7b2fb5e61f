"""Cards of one document -> tellings: the claims that run on about one happening, and what they tell each other.

A report seldom names place and time again: "Six bodies were pulled from the rubble." What a claim leaves open it has
from its telling; what it tells itself is never changed.
"""

from collections.abc import Iterable, Iterator, Sequence
from math import inf

from msgspec.structs import replace

from onrecord.events.aspect import glance
from onrecord.events.breadth import wide
from onrecord.events.card import Card, Desk, names
from onrecord.events.entry import entered, paragraph, rounds, turned
from onrecord.events.ground import DASHES, Spot, bare, closest, precise
from onrecord.events.sides import Sides
from onrecord.events.sites import Sites
from onrecord.events.tables import kinds, weights
from onrecord.events.veto import bar, sited, tallied
from onrecord.events.when import HOUR, clock, grew, revised
from onrecord.events.words import Part
from onrecord.records import Claim, Document

NEXT = 3
"""Characters between two sentences that follow each other."""
WITHIN = 0.75
"""How places stand of which one lies in the other."""


def cards(desk: Desk, document: Document, claims: Iterable[Claim], since: float | None = None) -> list[Card]:
    """The cards of one document's claims, in order. `since` is when its text was first published, in POSIX seconds."""
    return sorted(follow((desk.card(c, document, since) for c in claims), desk), key=lambda c: c.order)


def tellings(cards: Iterable[Card]) -> list[list[Card]]:
    """The tellings of a document's claims, in reading order: each claim goes on with the last telling that takes it."""
    found: list[list[Card]] = []
    every = sorted(cards, key=reading)
    several = rounds(every)
    for card in every:
        other = paragraph(card) in several
        home = next((s for s in found if not (other and turned(s[-1], card)) and takes(s, card)), None)
        if home is not None and card.family == "aerial" and not any(c.family == "aerial" for c in home):
            home = next((s for s in found if any(c.family == "aerial" for c in s) and takes(s, card)), home)
        if home is None:
            home = []
        else:
            found.remove(home)
        home.append(card)
        found.insert(0, home)
    return sorted(found, key=lambda s: reading(s[0]))


def reading(card: Card) -> tuple[int, int, str]:
    """Where a claim stands in its document."""
    return (card.claim.sentence.start, card.claim.proposition.start, card.id)


def takes(telling: Sequence[Card], card: Card) -> bool:
    """Whether a claim goes on with a telling: nothing speaks against it, and it is near or names the place again."""
    told = [c for c in telling if c.family != "topic"]
    if card.family != "topic" and not card.curt and told and not any(kindred(c, card) for c in told):
        return False
    if telling[-1].claim.background != card.claim.background and not breath(telling[-1], card):
        return False
    if any(barred(c, card) for c in telling) or entered(telling[-1], card):
        return False
    mine, known = precise(card.spots), precise(s for c in told for s in c.spots)
    if (known and wide(card)) or (mine and any(wide(c) for c in told)):
        return False
    if mine and known:
        found = closest(mine, known)
        return found is not None and found >= WITHIN
    return follows(telling[-1], card) and not elsewhere(card, known)


def elsewhere(card: Card, known: Sequence[Spot]) -> bool:
    """Whether all places are in other regions than the one in which who speaks holds office: it is not of them."""
    seat = bare(card.seat) if card.seat and not precise(card.spots) else ""
    return bool(seat and known) and all(s.region and s.region != seat for s in known)


def barred(left: Card, right: Card) -> bool:
    """Whether anything told keeps two claims apart; that both were told on one day is no word on when it happened."""
    found = bar(left, right)
    return found is not None and (found[0] != "moments" or (left.firm and right.firm))


def kindred(left: Card, right: Card) -> bool:
    """Whether two kinds may tell of one happening."""
    families = frozenset((left.family, right.family))
    return len(families) == 1 or families in kinds().allies


def follows(first: Card, then: Card) -> bool:
    """Whether the second claim stands soon after the first in one document."""
    gap = then.claim.sentence.start - first.claim.sentence.end
    return first.document.id == then.document.id and gap <= weights().block.reach


def breath(first: Card, then: Card) -> bool:
    """Whether the second claim is in the same or the next sentence and tells neither time nor place itself."""
    near = then.claim.sentence.start - first.claim.sentence.end <= NEXT
    return near and not then.firm and not precise(then.spots)


def grounded(cards: Iterable[Card], sites: Sites) -> Iterator[Card]:
    """Claims without a place, each set in the one that its sentence names, else its paragraph before it.

    What counts a whole day has a town only for a part, and leaves it to what follows. A place that the reader found in
    the sentence to be none of where it happened stays out; where another claim of the paragraph names its place, the
    telling lends it.
    """
    last, told = -1, False
    for card in sorted(cards, key=reading):
        text, sentence, start = card.document.text, card.claim.sentence, paragraph(card)
        last, told = start, told and start == last
        if precise(card.spots):
            told = told or not card.tally
        elif card.family != "topic" and card.aspect != "wave" and not wide(card):
            names_one = sites.any(sentence.of(text))
            roles = {bare(p.name) for p in card.claim.places}
            head = text[start : text.find(":", start, sentence.end) + 1]
            found = sites.named(sentence.of(text) if names_one else "" if told else text[start : sentence.end])
            if not names_one and (over := sites.heading(head)):
                found = over
            spots = tuple(s for s in found if not names_one or s.name not in roles)
            card = moved(card, spots) if spots and closest(card.spots, spots) != -1.0 else card
        yield card


def defended(cards: Sequence[Card]) -> Iterator[Card]:
    """Claims of what flew, each with the sides of what the same speaker shot down of it in the same sentence."""
    downed = [c for c in cards if any(a.measure in kinds().defence for a in c.amounts)]
    for card in cards:
        same = (c for c in downed if c.speaker == card.speaker and c.claim.sentence == card.claim.sentence)
        found = next(same, card) if card.speaker and card.family == "aerial" and card not in downed else card
        yield card if found is card else replace(card, sides=found.sides)


def fill(number: int, telling: Sequence[Card], desk: Desk) -> Iterator[Card]:
    """The claims of a telling, where one without place, time or sides has those of the nearest that tells them."""
    telling = late(set_in(added_up(telling), desk))
    towns = frozenset(n for c in telling for n in names(precise(c.spots)))
    setting = desk.setting(around(telling), towns)
    for at, card in enumerate(telling):
        others = sorted((abs(n - at), n) for n in range(len(telling)) if n != at)
        near = [telling[n] for _, n in others]
        prior = telling[at - 1].id if at else ""
        yield replace(placed(timed(sided(card, near), near), near), telling=number, prior=prior, setting=setting)


def around(telling: Sequence[Card]) -> tuple[Part, ...]:
    """The headline of a telling and the lines that its claims stand in, as far as an account runs on."""
    document, reach = telling[0].document, weights().block.reach
    title, text, told = document.title or "", document.text, set[tuple[int, int]]()
    for card in telling:
        sentence = card.claim.sentence
        start = max(text.rfind("\n", 0, sentence.start) + 1, text.rfind(" ", 0, max(0, sentence.start - reach)) + 1)
        line = text.find("\n", sentence.end)
        cut = text.find(" ", sentence.end + reach)
        told.add((start, min(len(text) if line < 0 else line, len(text) if cut < 0 else cut)))
    return ((title, 0, len(title)), *((text, start, end) for start, end in sorted(told)))


def set_in(telling: Sequence[Card], desk: Desk) -> Sequence[Card]:
    """A telling of which no claim tells where: set in the one place that its sentences name, else the headline, else
    where the speaker of the channel holds office.
    """
    if any(precise(c.spots) for c in telling if c.family != "topic"):
        return telling
    document, source = telling[0].document, telling[0].source
    told = " ".join(c.claim.sentence.of(document.text) for c in telling)
    office = desk.offices.get(source.speaker or "", "") if source else ""
    for text in (told, document.title or "", office, dateline(document.text)):
        found = desk.sites.named(text)
        if found:
            return [c if c.family == "topic" or c.aspect == "wave" or wide(c) else moved(c, found) for c in telling]
    return telling


def dateline(text: str) -> str:
    """The town in which a report was written, by its first line: "TORVA - ..."; "" where it names none."""
    line = text.partition("\n")[0]
    ends = [at for dash in DASHES if (at := line.find(dash)) > 0]
    return line[: min(ends)] if ends and line[: min(ends)].split(",")[0].isupper() else ""


def late(telling: Sequence[Card]) -> list[Card]:
    """A telling in which a count is put right: it may be days after what was counted. So may be one that grew."""
    counts = [c for c in telling if c.family in kinds().ongoing]
    if any(revised(c.claim, c.document) for c in counts):
        return [_again(c) for c in telling]
    grown = {c.id for c in counts if c.amounts and grew(c.claim, c.document)}
    return [_again(c) if c.id in grown else c for c in telling]


def _again(card: Card) -> Card:
    """A claim that may be of days before it was told."""
    return replace(card, start=min(card.start, card.end - weights().block.aftermath * HOUR), firm=False)


def added_up(telling: Sequence[Card]) -> Sequence[Card]:
    """A telling that counts a whole day: what it counts beside that, at no place, is of the day too."""
    if not any(c.tally for c in telling):
        return telling
    return [replace(c, tally=c.tally or (tallied(c) and not sited(c))) for c in telling]


def moved(card: Card, spots: tuple[Spot, ...]) -> Card:
    """A claim with other spots."""
    return replace(card, spots=spots, town=glance(card.family, card.aspect, card.running, spots))


def placed(card: Card, near: Iterable[Card]) -> Card:
    """A claim with the place that another tells. A wave is over many places, and talk at none."""
    if precise(card.spots) or card.family == "topic" or card.aspect == "wave" or wide(card):
        return card
    for other in near:
        if other.family != "topic" and precise(other.spots) and closest(card.spots, other.spots) != -1.0:
            return moved(card, other.spots)
    return card


def turns(card: Card, then: Card) -> bool:
    """Whether a later claim opens a paragraph with its time ("Last week ..."): it tells of another time."""
    moment, sentence = then.claim.moment, then.claim.sentence
    fronted = moment is not None and moment.span is not None and moment.span.start == sentence.start
    return fronted and "\n" in card.document.text[card.claim.sentence.end : sentence.start]


def timed(card: Card, near: Iterable[Card]) -> Card:
    """A claim that may be as early as another tells. What is lent bars nothing: its words do not tell the time."""
    if card.firm:
        return card
    bound = card.end if card.claim.moment and card.claim.moment.span else inf
    for other in near:
        if other.family == "topic" or clock(other.claim) or other.running != card.running or other.end > bound:
            continue
        if other.firm and other.start < card.end and not turns(card, other):
            return replace(card, start=min(card.start, other.start))
    return card


def sided(card: Card, near: Iterable[Card]) -> Card:
    """A claim with the sides that the same speaker tells of the same kind of thing.

    Who denies a deed and gives another cause ("an interceptor went astray") does not tell of another deed.
    """
    if any(c.open and c.party == card.party for c in near) and not card.open:
        return replace(card, sides=Sides())
    for other in near:
        if other.family == card.family and other.speaker == card.speaker:
            card = replace(card, sides=card.sides.fill(other.sides))
    return card


def follow(cards: Iterable[Card], desk: Desk) -> Iterator[Card]:
    """The claims of one document, each with what its telling tells and with whose account stands right before it."""
    last: Card | None = None
    told = tellings(defended(list(grounded(cards, desk.sites))))
    every = (c for number, telling in enumerate(told) for c in fill(number, telling, desk))
    for card in sorted(every, key=reading):
        after = last.speaker if last and not card.speaker and follows(last, card) else ""
        yield replace(card, after=after) if after else card
        last = card if card.speaker else last
