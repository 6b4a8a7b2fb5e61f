"""Builders for claims of an invented war: Averia against Borland, told by seven sources."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from tests.events.deck import index

from onrecord.events.card import Card
from onrecord.records import (
    Actor,
    Attribution,
    Body,
    Claim,
    Document,
    Extent,
    Measure,
    Moment,
    Operator,
    Party,
    Person,
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
    View,
    Weapon,
)

Said = tuple[Document, Claim]
Figure = tuple[object, ...]
AIR, MINISTRY, GOVERNOR = "Averia's air force", "Borland's defence ministry", "Governor Ilm Taro"
VOICES = {AIR: "Averia", "Averia's General Staff": "Averia", MINISTRY: "Borland", GOVERNOR: "Borland"}
PLACES = {
    "Averia": (Extent.COUNTRY, "XA", None),
    "Borland": (Extent.COUNTRY, "XB", None),
    "Ostra region": (Extent.REGION, "XB", "Ostra"),
    "Kell region": (Extent.REGION, "XB", "Kell"),
    "Mirra region": (Extent.REGION, "XB", "Mirra"),
    "Lund region": (Extent.REGION, "XA", "Lund"),
    "Sava region": (Extent.REGION, "XA", "Sava"),
    "Brin": (Extent.SETTLEMENT, "XA", "Lund"),
    "Torva": (Extent.SETTLEMENT, "XA", "Lund"),
    "Hollow Creek": (Extent.SETTLEMENT, "XB", "Ostra"),
}


def source(id: str, name: str, kind: SourceKind, **more: str) -> Source:
    return Source(id=id, name=name, kind=kind, **more)  # type: ignore[arg-type]


@pytest.fixture
def story() -> Story:
    """The story profile."""
    averia = Party(
        name="Averia",
        adjectives=("Averian",),
        country="XA",
        bodies=(Body(name=AIR, aliases=("the Averian air force",)), Body(name="Averia's General Staff")),
    )
    borland = Party(
        name="Borland",
        adjectives=("Borlandic",),
        country="XB",
        bodies=(Body(name=MINISTRY, aliases=("the Borlandic defence ministry",)),),
        people=(Person(name=GOVERNOR, role="governor of Ostra region"),),
    )
    return Story(
        title="The war",
        first_day=date(2031, 1, 1),
        time_zone="UTC",
        parties=(averia, borland),
        sources=(
            source("air", "Averian Air Force channel", SourceKind.OFFICIAL, party="Averia", speaker=AIR),
            source("mod", "Borland MoD", SourceKind.OFFICIAL, party="Borland", speaker=MINISTRY),
            source("wire", "Wire A", SourceKind.WIRE),
            source("herald", "The Herald", SourceKind.MEDIA, publisher="Hill Media"),
            source("gazette", "The Gazette", SourceKind.MEDIA, publisher="Hill Media"),
            source("post", "The Post", SourceKind.MEDIA),
            source("monitor", "Arms Monitor", SourceKind.NGO),
        ),
    )


def span(text: str, part: str | None) -> Span:
    at = text.find(part) if part else 0
    assert at >= 0, f"{part!r} is not in {text!r}"
    return Span(start=at, end=at + len(part or text))


def quantity(text: str, told: Figure) -> Quantity:
    """(measure, value, object?, operator?, place?, scope?, population?) by position."""
    padded: list[Any] = [*told, None, None, None, None, None]
    measure, value, thing, operator, place, scope, population = padded[:7]
    printed = f"{value:,}"
    return Quantity(
        span=span(text, printed if printed in text else None),
        measure=Measure(measure),
        value=value,
        object=thing,
        operator=Operator(operator or "exact"),
        place=place,
        scope=Scope(scope or ("part" if place else "whole")),
        population=population,
    )


def when(told: str | None) -> Moment | None:
    """ "night 4" is 3 May 18:00 to 4 May 06:00, "day 4" is 4 May, "4 07-10" three hours of it."""
    if told is None:
        return None
    if told.startswith("night "):
        end = datetime(2031, 5, int(told.split()[1]), 6, tzinfo=UTC)
        return Moment(earliest=end - timedelta(hours=12), latest=end, precision=Precision.PART, rule="overnight")
    if told.startswith("day "):
        start = datetime(2031, 5, int(told.split()[1]), tzinfo=UTC)
        return Moment(earliest=start, latest=start + timedelta(days=1), precision=Precision.DAY, rule="weekday")
    day, hours = told.split()
    first, last = (datetime(2031, 5, int(day), int(h), tzinfo=UTC) for h in hours.split("-"))
    return Moment(earliest=first, latest=last, precision=Precision.HOUR, rule="hours")


@pytest.fixture
def say() -> Callable[..., Said]:
    """say(text, source, kind, ...) -> the document and the claim; `within` puts the claim into a longer text."""

    def say(
        text: str,
        source: str = "wire",
        kind: str = "other",
        *,
        at: str = "04T09:00",
        speaker: str | None = None,
        party: str | None = None,
        stance: str = "asserted",
        figures: tuple[Figure, ...] = (),
        places: tuple[str, ...] = (),
        moment: str | None = None,
        agent: str | None = None,
        target: str | None = None,
        thing: str | None = None,
        weapon: str | None = None,
        within: str | None = None,
        chain: str | None = None,
        background: bool = False,
        debunked: bool = False,
    ) -> Said:
        body = within or text
        published = datetime.fromisoformat(f"2031-05-{at}:00+00:00")
        document = Document(source=source, address=f"{source}/{at}", title="", text=body, published=published)
        whole = span(body, text)
        claim = Claim(
            document=document.id,
            attribution=Attribution(content=(whole,), chain=(span(body, chain),) if chain else ()),
            proposition=whole,
            sentence=whole,
            speaker=Speaker(name=speaker, party=party or VOICES.get(speaker), rule="named") if speaker else None,
            stance=Stance(stance),
            kind=kind,
            agent=Actor(span=whole, name=agent, party=agent) if agent else None,
            target=Actor(span=whole, name=target, party=target) if target else None,
            object=Actor(span=whole, name=thing) if thing else None,
            weapon=Weapon(span=whole, name=weapon, kind=weapon) if weapon else None,
            quantities=tuple(quantity(body, f) for f in figures),
            places=tuple(
                Place(span=whole, name=p, precision=PLACES[p][0], country=PLACES[p][1], region=PLACES[p][2])
                for p in places
            ),
            moment=when(moment),
            background=background,
            debunked=debunked,
        )
        return document, claim

    return say


def see(*said: Said) -> View:
    documents = tuple({d.id: d for d, _ in said}.values())
    return View(cutoff=datetime(2031, 5, 30, tzinfo=UTC), documents=documents, claims=tuple(c for _, c in said))


@pytest.fixture
def view() -> Callable[..., View]:
    """The view of what was said."""
    return see


@pytest.fixture
def cards(story: Story) -> Callable[..., list[Card]]:
    """The cards of what was said, in the order in which it was said."""

    def cards(*said: Said) -> list[Card]:
        found = {c.id: c for c in index(see(*said), story)}
        return [found[c.id] for _, c in said]

    return cards


@pytest.fixture
def waves(say: Callable[..., Said]) -> list[Said]:
    """One night's two waves as six reports tell them: 132 drones over Averia; 37, 60, 11 and 5 over Borland."""
    return [
        say(
            "132 drones were launched at Averia overnight; 58 were shot down, 72 lost to jamming and 2 returned.",
            "air",
            "aerial_attack",
            agent="Borland",
            target="Averia",
            weapon="drone",
            moment="night 4",
            figures=(
                ("launched", 132, "drone"),
                ("shot_down", 58, "drone"),
                ("lost_to_ew", 72, "drone"),
                ("returned", 2, "drone"),
            ),
        ),
        say(
            "Averia shot down 58 of 132 drones launched by Borland overnight, its air force said.",
            "wire",
            "interception",
            at="04T10:00",
            speaker=AIR,
            agent="Averia",
            target="Borland",
            weapon="drone",
            moment="night 4",
            figures=(("launched", 132, "drone"), ("shot_down", 58, "drone")),
        ),
        say(
            "Air defences destroyed 37 Averian drones overnight, 12 of them over Kell region, 5 over Ostra region.",
            "mod",
            "interception",
            at="04T07:00",
            target="Averia",
            weapon="drone",
            moment="night 4",
            places=("Kell region", "Ostra region"),
            figures=(
                ("destroyed", 37, "drone"),
                ("destroyed", 12, "drone", None, "Kell region"),
                ("destroyed", 5, "drone", None, "Ostra region"),
            ),
        ),
        say(
            "Borland's military downed 60 Averian drones overnight, it said on Sunday.",
            "herald",
            "interception",
            at="04T11:00",
            speaker="Borland's military",
            party="Borland",
            agent="Borland",
            target="Averia",
            weapon="drone",
            moment="night 4",
            figures=(("shot_down", 60, "drone"),),
        ),
        say(
            "Governor Ilm Taro said 11 drones were shot down over Ostra region.",
            "post",
            "interception",
            at="04T08:00",
            speaker=GOVERNOR,
            weapon="drone",
            moment="night 4",
            places=("Ostra region",),
            figures=(("shot_down", 11, "drone"),),
        ),
    ]
