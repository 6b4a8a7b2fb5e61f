"""How much an event matters today: a sum whose parts are shown, and the order that follows from it."""

from dataclasses import dataclass

from onrecord.briefing.draft import standing
from onrecord.briefing.lexicon import kinds
from onrecord.briefing.shelf import Shelf
from onrecord.records import Claim, Event, Stance, VerdictKind

PLAIN = 3
"""The severity of a kind that the table does not name."""
RANKED = 7
"""The least severity of a denial or a non-confirmation: it ranks with its claim."""
ANSWERS = (Stance.DENIED, Stance.NEITHER)


@dataclass(frozen=True)
class Score:
    """The parts of an event's score; `total` orders."""

    severity: int
    origins: int
    sides: int
    novelty: int
    scope: int

    @property
    def total(self) -> int:
        """The sum of the parts."""
        return self.severity + self.origins + self.sides + self.novelty + self.scope


def score(event: Event, claims: tuple[Claim, ...], before: frozenset[str], shelf: Shelf) -> Score:
    """Severity of its kind, independent origins (2 each, to 8), agreement across sides (3), novelty and scope (2)."""
    parties = {name for sort, name in standing(claims, shelf) if sort == "party"}
    agree = any(v.kind in (VerdictKind.AGREE, VerdictKind.COMPATIBLE) for v in event.verdicts)
    countries = shelf.story.countries
    inside = not countries or any(p.country in countries for c in claims for p in c.places)
    sort = kinds().get(event.kind)
    answered = any(c.stance in ANSWERS and c.speaker is not None and c.speaker.party is not None for c in claims)
    return Score(
        severity=max(sort.severity if sort else PLAIN, RANKED if answered else 0),
        origins=2 * min(event.independent or len(event.origins), 4),
        sides=3 if len(parties) > 1 and agree else 0,
        novelty=0 if event.key in before else 2,
        scope=2 if inside else 0,
    )


def beat(event: Event, shelf: Shelf) -> int:
    """The rank of the event's beat in story.toml; after all of them where no beat names its kind."""
    beats = shelf.story.beats
    return next((i for i, b in enumerate(beats) if event.kind in b.kinds), len(beats))
