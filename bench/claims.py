"""A seeded generator of claims on an invented war, day by day, without reading: the load of linking alone.

A day has some hundred happenings at six hundred towns; a few reports tell of each, a few tell of many. Every
happening has words of its own, and each telling some of them, so that events have two to thirty claims.
"""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache

import msgspec

from onrecord.records import (
    Actor,
    Attribution,
    Body,
    Claim,
    Document,
    Extent,
    Measure,
    Moment,
    Party,
    Place,
    Precision,
    Quantity,
    Scope,
    Source,
    SourceKind,
    Span,
    Speaker,
    Stance,
    Story,
    Weapon,
)

FIRST = datetime(2030, 1, 1, tzinfo=UTC)
DAILY = 2500
"""Claims a day: 1,000,000 in 400 days."""
ABOUT = 9
"""Claims a report."""
SIDES = ("Varland", "Ostria")
BODIES = ("air force", "defence ministry", "General Staff", "emergency service")
KINDS = (
    ("strike_impact", 26), ("casualty_toll", 16), ("ground_clash", 14), ("interception", 10), ("aerial_attack", 6),
    ("territory_change", 6), ("infrastructure_effect", 6), ("disaster", 4), ("diplomacy", 7), ("legal", 5),
)  # fmt: skip
MEASURES = {
    "strike_impact": Measure.DAMAGED, "casualty_toll": Measure.KILLED, "ground_clash": Measure.ENGAGEMENTS,
    "interception": Measure.SHOT_DOWN, "aerial_attack": Measure.LAUNCHED,
}  # fmt: skip
SPOKEN = (
    "{who} said on {day} that {what}.", "{what}, {who} said.", "According to {who}, {what}.",
    "{who} reported that {what} during the past day.", "{what}, by the account of {who} on {day}.",
    "In a morning summary {who} stated that {what}.",
)  # fmt: skip
PLAIN = ("It became known on {day} that {what}.", "Overnight {what}.", "Residents say that {what}.", "{what}.")
SYLLABLES = ("ba", "ke", "lo", "mi", "nu", "ra", "se", "ti", "vo", "za", "dri", "fal", "gor", "hem", "jun", "pel")


class Happening(msgspec.Struct, frozen=True):
    """What happened, for the tellings to be drawn from."""

    day: int
    kind: str
    town: int
    side: int
    words: tuple[str, ...]
    value: int
    speaker: str | None
    weight: float


def lexicon(rng: random.Random, count: int, least: int) -> list[str]:
    """Invented words."""
    found: dict[str, None] = {}
    while len(found) < count:
        found["".join(rng.choice(SYLLABLES) for _ in range(rng.randint(least, least + 2)))] = None
    return list(found)


WORDS = lexicon(random.Random(1), 4000, 2)
TOWNS = [w.capitalize() for w in lexicon(random.Random(2), 600, 3)]
REGIONS = [w.capitalize() for w in lexicon(random.Random(3), 30, 2)]


def story() -> Story:
    """The story of the war: two parties, their bodies, sixty sources of forty publishers."""
    parties = tuple(
        Party(name=side, country=f"X{side[0]}", bodies=tuple(Body(name=f"{side}'s {body}") for body in BODIES))
        for side in SIDES
    )
    sources = tuple(
        Source(id=f"outlet-{n}", name=f"Outlet {n}", publisher=f"house-{n % 40}", kind=SourceKind.MEDIA)
        for n in range(60)
    )
    return Story(title="War", first_day=date(2030, 1, 1), time_zone="UTC", parties=parties, sources=sources)


@cache
def happenings(day: int) -> tuple[Happening, ...]:
    """What happens on a day; how much is told of each differs by far."""
    rng = random.Random(f"happenings {day}")
    kinds, weights = zip(*KINDS, strict=True)
    found = []
    for kind in rng.choices(kinds, weights, k=DAILY // 8):
        side = rng.randrange(2)
        people = [f"{rng.choice(('Mayor', 'Governor', 'Colonel'))} {rng.choice(TOWNS)} {rng.choice(REGIONS)}", None]
        speaker = rng.choice([f"{SIDES[side]}'s {rng.choice(BODIES)}", *people])
        words = tuple(rng.sample(WORDS, 9))
        town, value = rng.randrange(len(TOWNS)), rng.randrange(2, 200)
        found.append(Happening(day, kind, town, side, words, value, speaker, min(rng.paretovariate(1.5), 5.0)))
    return tuple(found)


def reports(day: int) -> list[tuple[Document, tuple[Claim, ...]]]:
    """The reports of a day in the order in which they come in: one of twenty up to six hours late."""
    rng = random.Random(f"reports {day}")
    made: list[tuple[float, Document, tuple[Claim, ...]]] = []
    for number in range(DAILY // ABOUT):
        minute = rng.random() * 1440
        told = copied(rng, made) if made and rng.random() < 0.15 else tellings(rng, day)
        document, claims = report(rng, f"{day}-{number}", FIRST + timedelta(days=day, minutes=minute), told)
        made.append((minute + (rng.random() * 360 if rng.random() < 0.05 else 0), document, claims))
        STOCK[document.id] = told
    STOCK.clear()
    return [(document, claims) for _, document, claims in sorted(made, key=lambda m: m[0])]


Telling = tuple[Happening, str, str | None, int, bool]
"""What is told, in which words, by whom, with which figure, and whether as background."""
STOCK: dict[str, list[Telling]] = {}


def copied(rng: random.Random, made: list[tuple[float, Document, tuple[Claim, ...]]]) -> list[Telling]:
    """Some sentences of an earlier report."""
    told = STOCK[rng.choice(made)[1].id]
    begin = rng.randrange(max(1, len(told) - 3))
    return told[begin : begin + rng.randint(2, 6)]


def tellings(rng: random.Random, day: int) -> list[Telling]:
    """What one report tells: happenings of its day and of the day before, at times of one long past."""
    pool = [*happenings(day), *happenings(max(day - 1, 0))]
    chosen = rng.choices(pool, [h.weight for h in pool], k=rng.randint(5, 2 * ABOUT - 5))
    found = []
    for one in chosen:
        past = rng.random() < 0.04
        told = rng.choice(happenings(max(0, day - rng.randint(2, 20)))) if past else one
        speaker = told.speaker if rng.random() < 0.8 else None
        value = told.value if rng.random() < 0.9 else told.value + rng.randint(1, 5)
        found.append((told, wording(rng, told, speaker, value), speaker, value, past))
    return found


def wording(rng: random.Random, one: Happening, speaker: str | None, value: int) -> str:
    """One telling in words: the place, the figure and some of the happening's own words."""
    words = rng.sample(one.words, rng.randint(4, 7))
    figure = f"{value} " if one.kind in MEASURES else ""
    what = f"{figure}{' '.join(words[:3])} in {TOWNS[one.town]} {' '.join(words[3:])}"
    frame = rng.choice(SPOKEN if speaker else PLAIN)
    day = (FIRST + timedelta(days=one.day)).strftime("%A")
    line = frame.format(who=speaker, day=day, what=what)
    return line[0].upper() + line[1:]


def report(
    rng: random.Random, name: str, published: datetime, told: list[Telling]
) -> tuple[Document, tuple[Claim, ...]]:
    """The document of some tellings, and a claim for each."""
    text = " ".join(line for _, line, _, _, _ in told)
    document = Document(
        source=f"outlet-{rng.randrange(60)}", address=f"https://example.org/{name}", title="", text=text,
        published=published,
    )  # fmt: skip
    claims, at = [], 0
    for telling in told:
        span = Span(start=at, end=at + len(telling[1]))
        claims.append(claim(rng, document, span, telling))
        at = span.end + 1
    return document, tuple({c.id: c for c in claims}.values())


def claim(rng: random.Random, document: Document, span: Span, telling: Telling) -> Claim:
    """The claim of one telling."""
    one, _, speaker, value, past = telling
    begin = FIRST + timedelta(days=one.day)
    moment = Moment(earliest=begin, latest=begin + timedelta(days=1), precision=Precision.DAY, rule="weekday")
    measure, country = MEASURES.get(one.kind), f"X{SIDES[1 - one.side][0]}"
    region = REGIONS[one.town % 30]
    town = Place(span=span, name=TOWNS[one.town], precision=Extent.SETTLEMENT, country=country, region=region)
    quantity = Quantity(span=span, measure=measure or Measure.OTHER, value=value, scope=Scope.WHOLE)
    armed = one.kind in ("aerial_attack", "interception")
    return Claim(
        document=document.id,
        attribution=Attribution(content=(span,)),
        proposition=span,
        sentence=span,
        speaker=Speaker(name=speaker, party=SIDES[one.side], rule="named") if speaker else None,
        stance=Stance.DENIED if rng.random() < 0.03 else Stance.ASSERTED,
        kind=one.kind,
        agent=Actor(span=span, name=SIDES[one.side], party=SIDES[one.side]),
        weapon=Weapon(span=span, name="drone", kind="drone") if armed else None,
        quantities=(quantity,) if measure else (),
        places=(town,),
        moment=moment if past or rng.random() < 0.6 else None,
        background=past,
    )


def days(first: int, last: int) -> Iterator[list[tuple[Document, tuple[Claim, ...]]]]:
    """The reports of some days, a day at a time."""
    for day in range(first, last):
        yield reports(day)
