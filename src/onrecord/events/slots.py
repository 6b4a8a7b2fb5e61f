"""Two cards -> slots: the waterfall of a link, each row with its score, weight and reason in words."""

from collections.abc import Callable
from functools import lru_cache
from math import fsum

from onrecord.events.card import Card
from onrecord.events.echo import Echoes
from onrecord.events.figures import spell
from onrecord.events.ground import closest, spot
from onrecord.events.scores import SCORES, around, nearest, overlap
from onrecord.events.tables import lists, weights
from onrecord.events.words import listed, printed
from onrecord.records import Slot

Wording = Callable[[Card, Card, float], str]


def kind(left: Card, right: Card, score: float) -> str:
    """How the two kinds stand."""
    a, b = left.claim.kind, right.claim.kind
    if a == b:
        return f"both are {a}"
    if left.family == right.family:
        return f"{a} and {b} are of one family"
    return f"{a} and {b} {'are different kinds' if score < 0 else 'may tell of one happening'}"


def sides(left: Card, right: Card, score: float) -> str:
    """Who acts against whom."""
    a, b = left.sides, right.sides
    if score < 0:
        return f"{a.attacker} acts in one, {b.attacker} in the other"
    if a.attacker and a.attacker == b.attacker:
        return f"in both {a.attacker} acts" + (f" against {a.defender}" if score == 1.0 else "")
    return f"in both it is done to {a.defender}"


def places(card: Card) -> dict[str, str]:
    """The names of a claim's spots: as printed where it names them, plain where it has them from its account."""
    plain = {s.name: s.name.title() for s in card.spots}
    return plain | {spot(p).name: p.name for p in reversed(card.claim.places)}


def place(left: Card, right: Card, score: float) -> str:
    """Which place both name, or how theirs lie to each other."""
    if closest(left.spots, right.spots) == 1.0:
        shared, told = sorted({s.name for s in left.spots} & {s.name for s in right.spots}), places(left)
        return f"both name {listed(told[n] for n in shared[:3])}"
    a, b = (places(c)[c.spots[0].name] for c in (left, right))
    return f"{a} and {b}: one lies within the other" if score else f"{a} and {b} lie in one country"


def moment(left: Card, right: Card, score: float) -> str:
    """How the times stand."""
    if not (left.firm and right.firm):
        return f"published {'at a time that fits' if score > 0 else 'days apart'}; the words do not tell it"
    shared, shorter, whole = overlap(left, right)
    if whole == 0 or shared == whole:
        return "the same time"
    return "the one time lies within the other" if shared >= shorter else "the times overlap"


def due(left: Card, right: Card, score: float) -> str:
    """What is planned for when."""
    return "planned for one day"


def weapon(left: Card, right: Card, score: float) -> str:
    """The weapons that both name, or one of each."""
    if score < 0:
        return f"{min(left.weapons)} in one, {min(right.weapons)} in the other"
    return f"both name {listed(sorted(left.weapons & right.weapons))}"


def figures(left: Card, right: Card, score: float) -> str:
    """The nearest figures."""
    found = nearest(left, right)
    if found is None:
        return ""
    label = lists().measures[found[1].measure].label
    one, other = (spell(x.operator, x.value, x.quantity.low, x.quantity.high) for x in found[1:])
    return f"both have {one} {label}" if one == other else f"{one} and {other} {label}"


def thing(left: Card, right: Card, score: float) -> str:
    """What was hit."""
    names = " and ".join(c.claim.object.name for c in (left, right) if c.claim.object)
    return f"{names}: {'the same thing' if score > 0 else 'other things'}"


def words(left: Card, right: Card, score: float) -> str:
    """The weightiest words in common."""
    shared = left.words.shared(right.words)
    return f"both say {listed(shared[:5])}" if shared else "no content word in common"


def setting(left: Card, right: Card, score: float) -> str:
    """The words in common around the two."""
    both = sorted(around(left) & around(right), key=lambda w: (-len(w), w))[:5]
    told = printed(left.document.title or "", left.document.text, both)
    return f"both reports speak of {listed(told)}" if told else "the reports around them share no word"


def answer(left: Card, right: Card, score: float) -> str:
    """Who answers whom."""
    mute, other = (left, right) if left.open else (right, left)
    return f"{mute.speaker} answers what {other.speaker or other.publisher} says"


def speaker(left: Card, right: Card, score: float) -> str:
    """Who speaks again."""
    return f"{left.speaker} speaks in both"


def context(left: Card, right: Card, score: float) -> str:
    """How near the two stand."""
    return "told in one breath" if score == 1.0 else "one account that runs on"


def background(left: Card, right: Card, score: float) -> str:
    """What tells them apart."""
    return "told as news in one and as background in the other"


REASONS: dict[str, Wording] = {
    "kind": kind,
    "sides": sides,
    "place": place,
    "moment": moment,
    "due": due,
    "weapon": weapon,
    "figures": figures,
    "object": thing,
    "words": words,
    "setting": setting,
    "answer": answer,
    "speaker": speaker,
    "context": context,
    "background": background,
}


def compare(left: Card, right: Card, echoes: Echoes) -> tuple[Slot, ...]:
    """Every slot that both claims fill, in the order of the table."""
    scored = ((name, score) for name, measure in SCORES.items() if (score := measure(left, right)) is not None)
    found = [slot(name, score, REASONS[name](left, right, score)) for name, score in scored]
    if echoes.holds(left.id, right.id):
        found.append(slot("copied", 1.0, f"the same words: {echoes.shared(left.id, right.id)}"))
    return tuple(found)


@lru_cache(maxsize=1 << 15)
def slot(name: str, score: float, reason: str) -> Slot:
    """One row of a waterfall; equal rows are held once."""
    return Slot(name=name, score=score, weight=weights().slots[name], reason=reason)


def total(slots: tuple[Slot, ...]) -> float:
    """The score of a link; the order of its slots changes nothing."""
    return round(fsum(s.score * s.weight for s in slots), 3)
