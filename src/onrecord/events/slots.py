"""Two cards -> slots: the waterfall of a link, each row with its score, weight and reason."""

from collections.abc import Callable

from onrecord.events.card import Card
from onrecord.events.echo import Echoes
from onrecord.events.figures import Amount, alike, spell
from onrecord.events.ground import closest, spot
from onrecord.events.tables import kinds, lists, weights
from onrecord.events.veto import OPEN
from onrecord.events.words import listed
from onrecord.records import Slot

Comparing = Callable[[Card, Card], Slot | None]


def slot(name: str, score: float, reason: str) -> Slot:
    """A row of the waterfall, with the weight that the table gives it."""
    return Slot(name=name, score=round(score, 3), weight=weights().slots[name], reason=reason)


def kind(left: Card, right: Card) -> Slot | None:
    """The same kind, one of its family, or one that often tells of the same happening."""
    a, b, table = left.claim.kind, right.claim.kind, kinds()
    if a in table.topics or b in table.topics:
        return slot("kind", 0.3, f"both are {a}") if a == b else None
    if a == b:
        return slot("kind", 1.0, f"both are {a}")
    if left.family == right.family:
        return slot("kind", 0.7, f"{a} and {b} are of one family")
    if frozenset((left.family, right.family)) in table.allies:
        return slot("kind", 0.3, f"{a} and {b} may tell of one happening")
    return slot("kind", -1.0, f"{a} and {b} are different kinds")


def sides(left: Card, right: Card) -> Slot | None:
    """Who did it to whom."""
    a, b = left.sides, right.sides
    same = [x for x, y in ((a.attacker, b.attacker), (a.defender, b.defender)) if x and x == y]
    if a.attacker and b.attacker and a.attacker != b.attacker:
        return slot("sides", -1.0, f"{a.attacker} acts in one, {b.attacker} in the other")
    if not same:
        return None
    if a.attacker == b.attacker and a.attacker:
        words = f"{a.attacker} acts" + (f" against {a.defender}" if len(same) == 2 else "")
    else:
        words = f"it is done to {a.defender}"
    return slot("sides", 0.5 * len(same), f"in both {words}")


def places(card: Card) -> dict[str, str]:
    """The names of a claim's spots as printed."""
    return {spot(p).name: p.name for p in reversed(card.claim.places)}


def place(left: Card, right: Card) -> Slot | None:
    """Place within place."""
    found = closest(left.spots, right.spots)
    if found is None:
        return None
    if found == 1.0:
        shared = sorted({s.name for s in left.spots} & {s.name for s in right.spots})
        precise = max((s.level for s in left.spots if s.name in shared), default=2)
        score = {1: 0.3, 2: 0.6, 0: 0.6}.get(precise, 1.0)
        return slot("place", score, f"both name {listed(places(left)[n] for n in shared[:3])}")
    a, b = (places(c)[c.spots[0].name] for c in (left, right))
    if found < 0:
        return slot("place", 0.0, f"{a} and {b} lie in one country")
    return slot("place", found * 0.8, f"{a} and {b}: one lies within the other")


def moment(left: Card, right: Card) -> Slot | None:
    """How far the intervals are the same; without words for the time they say little."""
    if left.running:
        return None
    if not (left.firm and right.firm):
        return slot("moment", 0.25, "published at a time that fits; the words do not tell it")
    shared = min(left.end, right.end) - max(left.start, right.start)
    whole = max(left.end, right.end) - min(left.start, right.start)
    shorter = min(left.end - left.start, right.end - right.start)
    if whole == 0 or shared == whole:
        return slot("moment", 1.0, "the same time")
    if shared >= shorter:
        return slot("moment", 0.5 + 0.5 * shared / whole, "the one time lies within the other")
    return slot("moment", 0.5 * shared / whole, "the times overlap")


def weapon(left: Card, right: Card) -> Slot | None:
    """The same class of weapon."""
    if not (left.weapons and right.weapons):
        return None
    shared = sorted(left.weapons & right.weapons)
    if shared:
        return slot("weapon", 0.6, f"both name {listed(shared)}")
    return slot("weapon", -1.0, f"{min(left.weapons)} in one, {min(right.weapons)} in the other")


def nearness(left: Amount, right: Amount) -> float:
    """How near two figures of one thing are: 1 equal, .5 where bounds meet, down to -.5 where they are far apart."""
    if left.value is not None and left.value == right.value:
        return 1.0
    if left.meets(right):
        return 0.5
    a, b = (abs(x.value or 0) for x in (left, right))
    return 0.8 * min(a, b) / max(a, b) - 0.5 if max(a, b) else 0.0


def figures(left: Card, right: Card) -> Slot | None:
    """The figures of the same thing that fit best: one that fits is worth more than another that differs."""
    told = [(nearness(a, b), a, b) for a in left.amounts for b in right.amounts if alike(a, b)]
    if not told:
        return None
    best = max(told, key=lambda t: t[0])
    label = lists().measures[best[1].measure].label
    values = [spell(x.operator, x.value, x.quantity.low, x.quantity.high) for x in best[1:]]
    score = 0.5 if left.running else best[0]
    if score == 1.0:
        return slot("figures", score, f"both have {values[0]} {label}")
    return slot("figures", score, f"{values[0]} and {values[1]} {label}")


def thing(left: Card, right: Card) -> Slot | None:
    """The same thing hit."""
    if not (left.thing.size and right.thing.size):
        return None
    found = left.thing.cosine(right.thing)
    names = [c.claim.object.name for c in (left, right) if c.claim.object]
    return slot(
        "object", found if found else -0.3, " and ".join(names) + (": the same thing" if found else ": other things")
    )


def likeness(left: Card, right: Card) -> float:
    """The score of the content words in common: from the least to 1."""
    scale = weights().words
    found = left.words.cosine(right.words)
    if found < scale.floor:
        return scale.least * (1 - found / scale.floor)
    return min(1.0, (found - scale.floor) / (scale.full - scale.floor))


def words(left: Card, right: Card) -> Slot | None:
    """Content words in common, against what reports of one kind share anyway."""
    if not (left.words.size and right.words.size):
        return None
    shared = left.words.shared(right.words)
    reason = f"both say {listed(shared[:5])}" if shared else "no content word in common"
    return slot("words", likeness(left, right), reason)


def answer(left: Card, right: Card) -> Slot | None:
    """A denial or silence of one side beside the assertion of another, as far as they speak of the same."""
    if (left.claim.stance in OPEN) == (right.claim.stance in OPEN) or left.party == right.party:
        return None
    mute, other = (left, right) if left.claim.stance in OPEN else (right, left)
    if not (mute.speaker and other.counts and left.words.size and right.words.size):
        return None
    reason = f"{mute.speaker} answers what {other.speaker or other.publisher} says"
    near = 1.0 if left.document.id == right.document.id else 0.4
    return slot("answer", max(0.0, near * likeness(left, right)), reason)


def speaker(left: Card, right: Card) -> Slot | None:
    """The same speaker again."""
    if not left.speaker or left.speaker != right.speaker:
        return None
    return slot("speaker", 1.0, f"{left.speaker} speaks in both")


def context(left: Card, right: Card) -> Slot | None:
    """One speaker's account that runs on over the next sentence of one document."""
    if left.document.id != right.document.id or left.speaker != right.speaker:
        return None
    if left.family != right.family and "topic" not in (left.family, right.family):
        return None
    a, b = left.claim.sentence, right.claim.sentence
    if a.overlaps(b):
        return slot("context", 1.0, "told in one breath")
    gap = max(a.start, b.start) - min(a.end, b.end)
    return slot("context", 0.8, "told in the next sentence") if gap <= 3 else None


def background(left: Card, right: Card) -> Slot | None:
    """News in one and background in the other, where the time does not settle it."""
    if left.claim.background == right.claim.background or (left.firm and right.firm):
        return None
    return slot("background", -1.0, "told as news in one and as background in the other")


SLOTS: tuple[Comparing, ...] = (
    kind, sides, place, moment, weapon, figures, thing, words, answer, speaker, context, background,
)  # fmt: skip


def compare(left: Card, right: Card, echoes: Echoes) -> tuple[Slot, ...]:
    """Every slot that both claims fill, in the order of the table."""
    found = [s for s in (make(left, right) for make in SLOTS) if s is not None]
    if echoes.holds(left.id, right.id):
        found.append(slot("copied", 1.0, f"the same words: {echoes.shared(left.id, right.id)}"))
    return tuple(found)


def total(slots: tuple[Slot, ...]) -> float:
    """The score of a link."""
    return round(sum(s.score * s.weight for s in slots), 3)


def promise(left: Card, right: Card) -> bool:
    """Whether a pair could reach the threshold if all that is costly to compare were the same."""
    table = weights().slots
    best = table["kind"] + table["sides"] + table["moment"]
    if left.words.size and right.words.size:
        best += table["words"] * likeness(left, right)
        if (left.claim.stance in OPEN) != (right.claim.stance in OPEN):
            best += table["answer"]
    if left.spots and right.spots:
        best += table["place"]
    if left.amounts and right.amounts:
        best += table["figures"]
    if left.weapons and right.weapons:
        best += table["weapon"]
    if left.thing.size and right.thing.size:
        best += table["object"]
    if left.speaker == right.speaker:
        best += table["speaker"]
    if left.document is right.document:
        best += table["context"]
    return best >= weights().threshold
