"""A book of three days small enough to mark by hand, and the answer that makes no mistake in it."""

from datetime import UTC, date, datetime, timedelta

from evals.marking.answer import Answer, Day, Happened, Line, Piece, Ruled, Said
from evals.marking.key import Key, place
from evals.scenarios.gold import (
    Book,
    Count,
    Echo,
    EchoKind,
    Fact,
    Half,
    Happening,
    Nugget,
    Origin,
    Report,
    Ruling,
    Told,
    Weight,
)

from onrecord.records import Body, Document, Measure, Party, Person, Site, Source, SourceKind, Span, Story, VerdictKind

DAY = datetime(2031, 4, 1, 12, tzinfo=UTC)
TEXTS = {
    "a": "The mayor of Tolm said 12 people were killed in Tolm. Nobody has seen the drones.",
    "b": "The mayor of Tolm said 12 people were killed in Tolm. Nobody has seen the drones.",
    "c": "The ministry denied that Tolm was hit. It said 40 drones were shot down over Sarne.",
    "d": "Two days ago, 12 people were killed in Tolm. The ministry said 14 were killed.",
}
DAYS = {"a": 1, "b": 1, "c": 2, "d": 3}
STORY = Story(
    title="Small",
    first_day=date(2031, 4, 1),
    time_zone="UTC",
    parties=(
        Party(
            name="Ardovia",
            adjectives=("Ardovian",),
            bodies=(Body(name="the ministry", kind="ministry"),),
            people=(Person(name="Ana Solm", role="mayor of Tolm", aliases=("the mayor of Tolm",)),),
        ),
    ),
    sites=(Site(name="Tolm", aliases=("Tolme",)),),
    sources=tuple(Source(id=name, name=name.upper(), kind=SourceKind.MEDIA) for name in TEXTS),
)


def at(url: str, quote: str) -> Span:
    """Where a quote stands."""
    start = TEXTS[url].index(quote)
    return Span(start=start, end=start + len(quote))


def told(id: str, quote: str, event: str, origin: str, figure: tuple[Measure, int] | None = None) -> Told:
    """A claim of document `id`."""
    url = id.partition(".")[0]
    counts: tuple[Count, ...] = ()
    if figure is not None:
        counts = (Count(span=at(url, str(figure[1])), text=str(figure[1]), measure=figure[0], value=figure[1]),)
    return Told(
        id=id,
        url=url,
        half=Half.of(1 if event == "tolm" else 2),
        content=(at(url, quote),),
        quote=quote,
        kind="casualty_toll",
        event=event,
        origin=origin,
        counts=counts,
    )


KILLED = "12 people were killed in Tolm"
BOOK = Book(
    reports=tuple(
        Report(
            id=url,
            url=url,
            source=url,
            published=DAY + timedelta(days=day - 1),
            day=day,
            half=Half.of(day),
            form="wire",
            title=url,
        )
        for url, day in DAYS.items()
    ),
    told=(
        told("a.1", KILLED, "tolm", "tolm/mayor", (Measure.KILLED, 12)),
        told("b.1", KILLED, "tolm", "tolm/mayor", (Measure.KILLED, 12)),
        told("c.1", "Tolm was hit", "tolm", "tolm/ministry"),
        told("c.2", "40 drones were shot down over Sarne", "sarne", "sarne/ministry", (Measure.SHOT_DOWN, 40)),
        told("d.1", KILLED, "tolm", "tolm/mayor", (Measure.KILLED, 12)),
        told("d.2", "14 were killed", "tolm", "tolm/ministry", (Measure.KILLED, 14)),
    ),
    echoes=(Echo(kind=EchoKind.VERBATIM, half=Half.TUNE, copy="b", original="a", claims=(("b.1", "a.1"),)),),
    origins=(
        Origin(id="tolm/mayor", event="tolm", name="Ana Solm", rule="speaker", claims=("a.1", "b.1", "d.1")),
        Origin(id="tolm/ministry", event="tolm", name="the ministry", rule="speaker", claims=("c.1", "d.2")),
        Origin(id="sarne/ministry", event="sarne", name="the ministry", rule="speaker", claims=("c.2",)),
    ),
    happenings=tuple(
        Happening(
            id=id,
            half=Half.of(day),
            day=day,
            kind=kind,
            kinds=(kind,),
            title=id,
            place=id,
            agent="",
            target="",
            earliest=DAY,
            latest=DAY,
            origins=origins,
            independent=len(origins),
            outlets=outlets,
        )
        for id, day, kind, origins, outlets in (
            ("tolm", 1, "casualty_toll", ("tolm/mayor", "tolm/ministry"), 4),
            ("sarne", 2, "interception", ("sarne/ministry",), 1),
        )
    ),
    rulings=(
        Ruling(
            id="single",
            event="tolm",
            half=Half.TUNE,
            measure="killed",
            kind=VerdictKind.SINGLE,
            claims=("a.1", "b.1"),
            reason="only the mayor",
            since=1,
            until=2,
        ),
        Ruling(
            id="clash",
            event="tolm",
            half=Half.TUNE,
            measure="killed",
            kind=VerdictKind.CONFLICT,
            claims=("a.1", "b.1", "d.1", "d.2"),
            reason="12 or 14",
            since=3,
        ),
        Ruling(
            id="alone",
            event="sarne",
            half=Half.SCORE,
            measure="shot_down",
            kind=VerdictKind.SINGLE,
            claims=("c.2",),
            reason="only the ministry",
            since=2,
        ),
    ),
    nuggets=(
        Nugget(
            id="n1",
            day=1,
            half=Half.TUNE,
            event="tolm",
            weight=Weight.VITAL,
            fresh=True,
            text="The mayor said 12 people were killed in Tolm.",
            facts=(Fact(kind="figure", value="12", measure="killed"), Fact(kind="place", value="Tolm")),
            claims=("a.1",),
        ),
        Nugget(
            id="n2",
            day=2,
            half=Half.SCORE,
            event="sarne",
            weight=Weight.OKAY,
            fresh=True,
            text="The ministry said 40 drones were shot down.",
            facts=(Fact(kind="figure", value="40"), Fact(kind="speaker", value="the ministry")),
            claims=("c.2",),
        ),
        Nugget(
            id="n3",
            day=3,
            half=Half.TUNE,
            event="tolm",
            weight=Weight.VITAL,
            fresh=False,
            text="Twelve people were killed in Tolm.",
            facts=(Fact(kind="figure", value="12"),),
            claims=("a.1", "b.1"),
        ),
    ),
)


def perfect(key: Key, days: int) -> Answer:
    """What a system that makes no mistake answers."""
    return {day: perfection(key, day) for day in range(1, days + 1)}


def perfection(key: Key, day: int) -> Day:
    """One day of it: every claim found, every event and origin as labelled, every nugget of the day told."""
    known = {t.id: t for t in key.book.until(day)}
    held = [r for r in key.book.rulings if r.since <= day <= r.until]
    events = []
    for happening in key.book.happenings:
        claims = tuple(t.id for t in known.values() if t.event == happening.id)
        origins = tuple(tuple(c for c in o.claims if c in known) for o in key.book.origins if o.event == happening.id)
        rulings = tuple(Ruled(r.kind.value, r.claims, r.measure) for r in held if r.event == happening.id)
        counts = (f"{c.measure.value}={c.value}" for t in claims for c in known[t].counts)
        if claims:
            count = key.book.standing(happening.id, day).independent
            events.append(Happened(claims, count, origins, rulings, tuple(dict.fromkeys(counts))))
    lines = tuple(
        Line(
            f"{n.text} {'; '.join(f.value for f in n.facts)}",
            tuple(p for c in n.claims for p in place(known[c])),
            n.fresh,
            supported=True,
        )
        for n in key.book.nuggets
        if n.day == day
    )
    return Day(tuple(Said(t.id, place(t)) for t in known.values()), tuple(events), lines)


def document(url: str) -> Document:
    """One of the texts as the product has it."""
    return Document(source=url, address=url, title="", text=TEXTS[url], published=DAY + timedelta(days=DAYS[url] - 1))


def piece(url: str, quote: str) -> Piece:
    """A quote as a piece."""
    span = at(url, quote)
    return Piece(url, span.start, span.end)
