"""Cards of one event -> verdict on whether it happened: who asserts, who denies, who does neither."""

from collections.abc import Callable, Iterable

from onrecord.events.card import Card
from onrecord.events.tables import kinds
from onrecord.events.words import listed
from onrecord.records import OriginGroup, Stance, Verdict, VerdictKind

OCCURRENCE = "occurrence"
HOSTED = "say so, all unnamed and brought in by one outlet"
APART = "in reports that are independent of each other"
ASSERTING = (Stance.ASSERTED, Stance.HEDGED, Stance.UNATTRIBUTED)


def telling(cards: list[Card]) -> list[Card]:
    """The claims that are a word on the matter: not what is called for or called false, nor talk beside it."""
    told = [c for c in cards if c.claim.kind not in kinds().topics] or cards
    return [c for c in (*told, *(c for c in cards if c.open)) if c.counts]


def spoken(groups: Iterable[OriginGroup], told: Iterable[Card], stances: tuple[Stance, ...]) -> list[OriginGroup]:
    """The origins that take one of these stances by claims that tell of the matter."""
    voiced = {c.id for c in told if c.claim.stance in stances}
    return [g for g in groups if not voiced.isdisjoint(g.claims)] if voiced else []


def facing(denying: OriginGroup, asserting: Iterable[OriginGroup]) -> bool:
    """Whether anybody of another side asserts what an origin denies: what it tells besides is its own version."""
    return denying.party is not None and any(g is not denying and g.party != denying.party for g in asserting)


def silenced(silent: Iterable[OriginGroup], speaking: list[OriginGroup], cards: dict[str, Card]) -> list[OriginGroup]:
    """Of origins that say neither yes nor no those whose side has not spoken since: its last word stands."""

    def first(group: OriginGroup) -> float:
        return min(cards[c].order[0] for c in group.claims)

    def since(group: OriginGroup) -> bool:
        return any(g.party and g.party == group.party and first(g) > first(group) for g in speaking)

    return [g for g in silent if g not in speaking and not since(g)]


def names(groups: Iterable[OriginGroup]) -> str:
    """The origins' names in a sentence."""
    return listed(sorted({g.name for g in groups}))


def says(groups: list[OriginGroup]) -> str:
    """The origins with their verb."""
    return f"{names(groups)} {'says' if len({g.name for g in groups}) == 1 else 'say'}"


def claims(groups: Iterable[OriginGroup], cards: dict[str, Card]) -> tuple[str, ...]:
    """The claims of some origins that say anything on the matter."""
    return tuple(sorted((c for g in groups for c in g.claims if cards[c].counts), key=lambda c: cards[c].order))


def verdict(kind: VerdictKind, told: tuple[str, ...], reason: str) -> Verdict:
    """A verdict on whether it happened."""
    return Verdict(kind=kind, measure=OCCURRENCE, claims=told, reason=reason[:1].upper() + reason[1:])


def standing(
    asserting: list[OriginGroup],
    voiced: set[str],
    told: tuple[str, ...],
    fighting: set[str],
    voices: Callable[[Iterable[OriginGroup]], int],
) -> Verdict:
    """How those who assert it stand, where nobody denies it."""
    who = names(asserting)
    sides = sorted({g.party for g in asserting if g.party in fighting and g.party and g.name in voiced})
    if len(sides) > 1:
        return verdict(VerdictKind.AGREE, told, f"{who} all say so: both sides, {listed(sides)}, assert it.")
    if voices(asserting) > 1 and len({g.name for g in asserting}) == 1:
        return verdict(VerdictKind.AGREE, told, f"{who} says so {APART}.")
    if voices(asserting) > 1:
        return verdict(VerdictKind.AGREE, told, f"{who} say so independently of each other.")
    if all(g.host for g in asserting) and len(asserting) > 1:
        return verdict(VerdictKind.SINGLE, told, f"{who} {HOSTED}.")
    if len({g.name for g in asserting}) > 1:
        return verdict(VerdictKind.SINGLE, told, f"{who} say so, all for one side; a party does not confirm itself.")
    return verdict(VerdictKind.SINGLE, told, f"only {who} says so.")


def occurrence(
    cards: list[Card],
    groups: tuple[OriginGroup, ...],
    fighting: set[str],
    voices: Callable[[Iterable[OriginGroup]], int],
) -> Verdict | None:
    """The verdict on the event itself; None where nobody says that it happened or did not (a call, a wish)."""
    known, voiced = {c.id: c for c in cards}, telling(cards)
    asserting = spoken(groups, voiced, ASSERTING)
    denying = [g for g in spoken(groups, voiced, (Stance.DENIED,)) if g not in asserting or facing(g, asserting)]
    asserting = [g for g in asserting if g not in denying]
    silent = silenced(spoken(groups, voiced, (Stance.NEITHER,)), [*asserting, *denying], known)
    told = claims([*asserting, *denying, *silent], known)
    if asserting and denying and all(c.family in kinds().pleaded for c in cards if c.claim.kind not in kinds().topics):
        reason = f"{says(asserting)} so; {says(denying)} that it is not true: a charge and the answer to it."
        return verdict(VerdictKind.COMPATIBLE, told, reason)
    if asserting and denying:
        return verdict(
            VerdictKind.CONFLICT,
            told,
            f"{says(asserting)} so; {names(denying)} {'deny' if len(denying) > 1 else 'denies'} it.",
        )
    if silent and (asserting or denying):
        stated = f"{says(asserting)} so" if asserting else f"{names(denying)} denies it"
        return verdict(VerdictKind.COMPATIBLE, told, f"{stated}; {names(silent)} neither confirms nor denies it.")
    if asserting:
        return standing(asserting, {c.speaker for c in cards}, told, fighting, voices)
    if denying:
        return verdict(VerdictKind.SINGLE, told, f"only the denial by {names(denying)} is on record.")
    if silent:
        return verdict(
            VerdictKind.SINGLE, told, f"{names(silent)} neither confirms nor denies it; nobody on record asserts it."
        )
    false = tuple(c.id for c in cards if c.claim.debunked)
    return (
        verdict(VerdictKind.SINGLE, false, "the reports that tell this call it false; nothing on record supports it.")
        if false
        else None
    )
