"""A small invented dispute told by hand-made claims: Norland and Sudland over the river Arl."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import pytest

from onrecord.briefing import write
from onrecord.briefing.pen import Pen
from onrecord.briefing.shelf import Shelf
from onrecord.records import (
    Actor,
    Attribution,
    Beat,
    Body,
    Briefing,
    Claim,
    Document,
    Event,
    Extent,
    Length,
    Measure,
    Memory,
    Moment,
    Operator,
    OriginGroup,
    Party,
    Person,
    Place,
    PlaceRole,
    Precision,
    Quantity,
    Reading,
    Scope,
    Source,
    SourceKind,
    Span,
    Speaker,
    Stance,
    Story,
    Style,
    Verdict,
    VerdictKind,
    View,
)

DAY = date(2031, 5, 15)
NIGHT = Moment(
    earliest=datetime(2031, 5, 13, 18, tzinfo=UTC),
    latest=datetime(2031, 5, 14, 6, tzinfo=UTC),
    precision=Precision.PART,
    rule="overnight",
)
EARLIER = Moment(
    earliest=datetime(2031, 5, 13, 7, tzinfo=UTC),
    latest=datetime(2031, 5, 13, 10, tzinfo=UTC),
    precision=Precision.HOUR,
    rule="between",
)

STORY = Story(
    title="The Arl dispute",
    first_day=date(2031, 1, 1),
    time_zone="UTC",
    countries=("NO", "SU"),
    parties=(
        Party(
            name="Norland",
            adjectives=("Norlandish",),
            country="NO",
            bodies=(
                Body(name="Norland's air force", kind="armed-forces"),
                Body(name="Norland's staff", kind="armed-forces"),
            ),
            people=(
                Person(name="Ada Berg", role="Norland's president", pronoun="she"),
                Person(name="Kim Lund", role="of Norland's security council", pronoun="they"),
            ),
        ),
        Party(
            name="Sudland",
            adjectives=("Sudlandish",),
            country="SU",
            bodies=(Body(name="Sudland's defence ministry", kind="ministry"),),
            people=(Person(name="Olin Marr", role="governor of Vell region", pronoun="he"),),
        ),
        Party(name="Westmark", belligerent=False, bodies=(Body(name="Westmark's high court", kind="court"),)),
    ),
    sources=(
        Source(
            id="air",
            name="Norland air force channel",
            kind=SourceKind.OFFICIAL,
            party="Norland",
            speaker="Norland's air force",
        ),
        Source(id="wire", name="Wire One", kind=SourceKind.WIRE, publisher="One"),
        Source(id="post", name="The Vell Post", kind=SourceKind.MEDIA, publisher="Post"),
        Source(id="quiet", name="Quiet Radio", kind=SourceKind.MEDIA, publisher="Quiet"),
    ),
    style=Style(spellings={"Wel": "Vell", "Old Arl": "Arl"}),
    beats=(
        Beat(name="On the ground", kinds=("force_movement", "strike_impact")),
        Beat(name="In the air", kinds=("aerial_attack", "interception")),
        Beat(name="In court", kinds=("legal",)),
    ),
)


def find(text: str, words: str, start: int = 0) -> Span:
    """The span of `words` in `text`; an ellipsis stands for everything between its two halves."""
    head, _, tail = words.partition("…")
    at = text.index(head, start)
    end = text.index(tail, at + len(head)) + len(tail) if tail else at + len(head)
    return Span(start=at, end=end)


@dataclass
class Desk:
    """Documents and claims made by hand, and the views and events that they give."""

    documents: list[Document] = field(default_factory=list)
    claims: dict[str, Claim] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    length: Length = field(default_factory=Length)

    def report(
        self, source: str, text: str, hour: int = 9, day: int = 14, title: str = "Report", **rest: str
    ) -> Document:
        made = Document(
            source=source,
            address=f"{source}/{day}-{hour}-{len(self.documents)}",
            title=title,
            text=text,
            published=datetime(2031, 5, day, hour, tzinfo=UTC),
            supersedes=rest.get("supersedes"),
        )
        self.documents.append(made)
        return made

    def claim(
        self,
        document: Document,
        content: str,
        speaker: str | None = None,
        party: str | None = None,
        cue: str | None = None,
        stance: Stance = Stance.ASSERTED,
        kind: str = "strike_impact",
        part: str | None = None,
        venue: str | None = None,
        chain: str | None = None,
        hedge: str | None = None,
        agent: str | None = None,
        target: str | None = None,
        counts: tuple[Quantity, ...] = (),
        places: tuple[Place, ...] = (),
        moment: Moment | None = None,
        when: str | None = None,
        debunked: bool = False,
        background: bool = False,
        rule: str = "named",
    ) -> Claim:
        text = document.text
        spans = tuple(find(text, c) for c in content.split(" | "))
        whole = Span.cover(*spans)
        at = find(text, cue) if cue else None
        said = Span.cover(whole, at) if at else whole
        start = text.rfind("\n", 0, said.start) + 1
        if moment is not None and when is not None:
            fields = {f: getattr(moment, f) for f in ("earliest", "latest", "precision", "rule")}
            moment = Moment(**fields, span=find(text, when))
        made = Claim(
            document=document.id,
            attribution=Attribution(
                speaker=find(text, speaker.split()[-1]) if speaker and at else None,
                cue=at,
                content=spans if at else (),
                venue=find(text, venue) if venue else None,
                chain=(find(text, chain),) if chain else (),
            ),
            proposition=find(text, part) if part else whole,
            sentence=Span(start=start, end=text.find("\n", said.end) if "\n" in text[said.end :] else len(text)),
            speaker=Speaker(name=speaker, party=party, rule=rule) if speaker else None,
            stance=stance,
            kind=kind,
            agent=Actor(span=whole, name=agent, party=party) if agent else None,
            target=Actor(span=whole, name=target, party=target) if target else None,
            quantities=counts,
            places=places,
            moment=moment,
            hedge=find(text, hedge) if hedge else None,
            debunked=debunked,
            background=background,
        )
        self.claims[made.id] = made
        return made

    def event(self, kind: str, *claims: Claim, verdicts: tuple[Verdict, ...] = ()) -> Event:
        groups: dict[str, list[Claim]] = {}
        for claim in claims:
            groups.setdefault(
                claim.speaker.name if claim.speaker and claim.speaker.name else claim.document, []
            ).append(claim)
        origins = tuple(
            OriginGroup(name=name, party=None, claims=tuple(c.id for c in told), sources=())
            for name, told in groups.items()
        )
        made = Event(
            key=claims[0].id,
            kind=kind,
            claims=tuple(c.id for c in claims),
            origins=origins,
            outlets=1,
            verdicts=verdicts,
        )
        self.events.append(made)
        return made

    @property
    def story(self) -> Story:
        return STORY

    @property
    def view(self) -> View:
        return View(cutoff=STORY.cutoff(DAY), documents=tuple(self.documents), claims=tuple(self.claims.values()))

    @property
    def shelf(self) -> Shelf:
        return Shelf(DAY, self.view, STORY)

    @property
    def pen(self) -> Pen:
        return Pen(self.shelf)

    @property
    def read(self) -> "Rereader":
        return Rereader(self.claims)

    def write(self) -> Briefing:
        return write(DAY, tuple(self.events), self.view, Memory(), STORY, self.read, self.length)


@dataclass
class Rereader:
    """A reader that finds again what was made by hand."""

    claims: dict[str, Claim]
    name: str = "by hand"

    def __call__(self, document: Document) -> Reading:
        return Reading(document=document, claims=tuple(c for c in self.claims.values() if c.document == document.id))


def count(
    document: Document,
    words: str,
    value: float,
    measure: Measure,
    thing: str | None = "drone",
    operator: Operator = Operator.EXACT,
    scope: Scope = Scope.WHOLE,
    place: str | None = None,
) -> Quantity:
    """A figure of a document."""
    number = int(value) if float(value).is_integer() else value
    span = find(document.text, words)
    return Quantity(span=span, measure=measure, object=thing, value=number, operator=operator, scope=scope, place=place)


def region(document: Document, words: str, name: str, role: PlaceRole = PlaceRole.AT, id: int = 7) -> Place:
    """A region named in a document."""
    return Place(
        span=find(document.text, words), name=name, precision=Extent.REGION, geonameid=id, role=role, region=name
    )


def tally(desk: Desk) -> Event:
    """Norland's air force counts 132 drones in three sentences of its channel; Wire One carries one of them."""
    text = (
        "In the night to 14 May 132 Sudlandish drones were launched against Norland. "
        "The air force shot down 58 of them. It said 72 were lost to jamming and two returned to Sudland."
    )
    bulletin = desk.report("air", text, 9)
    voice = {"speaker": "Norland's air force", "party": "Norland", "rule": "publisher", "moment": NIGHT}
    first = desk.claim(
        bulletin,
        "In the night to 14 May…Norland.",
        kind="aerial_attack",
        counts=(count(bulletin, "132", 132, Measure.LAUNCHED),),
        **voice,  # type: ignore[arg-type]
    )
    second = desk.claim(
        bulletin,
        "The air force shot down 58 of them.",
        kind="interception",
        agent="Norland's air force",
        counts=(count(bulletin, "58", 58, Measure.SHOT_DOWN),),
        **voice,  # type: ignore[arg-type]
    )
    third = desk.claim(
        bulletin,
        "72 were lost to jamming and two returned to Sudland",
        kind="interception",
        cue="said",
        counts=(count(bulletin, "72", 72, Measure.LOST_TO_EW), count(bulletin, "two", 2, Measure.RETURNED)),
        places=(region(bulletin, "Sudland.", "Sudland", PlaceRole.TO),),
        **voice,  # type: ignore[arg-type]
    )
    return desk.event("interception", first, second, third)


def depot(desk: Desk) -> Event:
    """Both sides report a strike in Vell region; the governor adds a fire, Wire One carries the staff's words."""
    theirs = desk.report(
        "wire",
        "Olin Marr, governor of Vell region, said on the Beacon app that drones had struck a fuel facility "
        "in Vell region, causing a fire but no casualties.\n"
        "Norland's staff said units had struck the Iron Horse oil depot in Vell region, "
        "a source of fuel for Sudland's troops.",
        8,
    )
    governor = desk.claim(
        theirs,
        "drones had struck…no casualties",
        speaker="Olin Marr",
        party="Sudland",
        cue="said",
        venue="on the Beacon app",
        places=(region(theirs, "Vell region, causing", "Vell region"),),
        moment=NIGHT,
        counts=(count(theirs, "no casualties", 0, Measure.CASUALTIES, None),),
    )
    staff = desk.claim(
        theirs,
        "units had struck…Sudland's troops",
        speaker="Norland's staff",
        party="Norland",
        cue="said units",
        places=(region(theirs, "Vell region, a source", "Vell region"),),
        moment=NIGHT,
    )
    copy = desk.report("post", "Units had struck the Iron Horse oil depot in Vell region, Norland's staff said.", 11)
    again = desk.claim(
        copy, "Units had…Vell region", speaker="Norland's staff", party="Norland", cue="said",
        places=(region(copy, "Vell region", "Vell region"),), moment=NIGHT,
    )  # fmt: skip
    agree = Verdict(
        kind=VerdictKind.AGREE, measure="occurrence", claims=(governor.id, staff.id), reason="both report it"
    )
    return desk.event("strike_impact", governor, staff, again, verdicts=(agree,))


def soldiers(desk: Desk) -> Event:
    """Norland's president, on preliminary data; a colleague without figures; Sudland neither confirms nor denies."""
    text = (
        "Citing preliminary data, Ada Berg said in her nightly address that Sudland had begun to use Ostian soldiers "
        "in assaults, in mixed units.\nSudland has neither confirmed nor denied that Ostians fight on its side.\n"
        "Kim Lund said on the Beacon app that the Ostians had taken losses.\nLund gave no figures for the losses."
    )
    wire = desk.report("wire", text, 21)
    hedged = desk.claim(
        wire,
        "Sudland had begun…mixed units",
        speaker="Ada Berg",
        party="Norland",
        cue="said in",
        venue="in her nightly address",
        stance=Stance.HEDGED,
        hedge="preliminary",
        kind="force_movement",
    )
    silent = desk.claim(
        wire, "Ostians fight on its side", speaker="Sudland", party="Sudland", cue="neither confirmed nor denied",
        stance=Stance.NEITHER, kind="force_movement",
    )  # fmt: skip
    losses = desk.claim(
        wire,
        "the Ostians had taken losses",
        speaker="Kim Lund",
        party="Norland",
        cue="said on",
        venue="on the Beacon app",
        kind="force_movement",
    )
    return desk.event("force_movement", hedged, silent, losses)


def clash(desk: Desk, old: bool = False) -> Event:
    """The ministry counts five drones over Vell region, the governor eleven; or missiles of the day before."""
    day, moment = (13, EARLIER) if old else (14, NIGHT)
    thing, over = ("missile", None) if old else ("drone", "Vell region")
    measure = Measure.LAUNCHED if old else Measure.SHOT_DOWN
    did = "launched" if old else "shot down"
    place = "" if old else " over Vell region"
    made = []
    for source, name, party, number, hour in (
        ("wire", "Sudland's defence ministry", "Sudland", 15, 12),
        ("post", "Olin Marr", "Sudland", 11, 13),
    ):
        document = desk.report(source, f"{name} said {number} {thing}s had been {did}{place}.", hour, day)
        made.append(
            desk.claim(
                document,
                f"{number} {thing}s had been {did}{place}",
                speaker=name,
                party=party,
                cue="said",
                kind="interception",
                moment=moment,
                counts=(count(document, str(number), number, measure, thing, place=over),),
            )
        )
    verdict = Verdict(
        kind=VerdictKind.CONFLICT,
        measure=str(measure),
        claims=tuple(c.id for c in made),
        reason="they differ",
        place=over,
    )
    return desk.event("interception", *made, verdicts=(verdict,))


def court(desk: Desk) -> Event:
    """A plea, and the accusation that the report itself calls false."""
    text = (
        "Westmark's high court said a former informant had agreed to plead guilty and would admit that he fabricated "
        "the story that executives had paid bribes."
    )
    wire = desk.report("post", text, 19)
    plea = desk.claim(
        wire,
        "a former informant…paid bribes",
        speaker="Westmark's high court",
        party="Westmark",
        cue="said",
        kind="legal",
    )
    desk.claim(
        wire, "executives had paid bribes", speaker="Westmark's high court", party="Westmark", cue="fabricated",
        kind="legal", debunked=True,
    )  # fmt: skip
    return desk.event("legal", plea)


def losses(desk: Desk) -> Event:
    """Norland's staff puts Sudland's losses higher than the day before."""
    made = []
    for day, number in ((13, "760,120"), (14, "761,160")):
        document = desk.report(
            "wire", f"Norland's staff said that Sudland had lost {number} personnel since January.", 7, day
        )
        made.append(
            desk.claim(
                document,
                f"Sudland had lost {number} personnel since January",
                speaker="Norland's staff",
                party="Norland",
                cue="said",
                kind="equipment_loss",
                target="Sudland",
                counts=(
                    count(
                        document,
                        number,
                        int(number.replace(",", "")),
                        Measure.CASUALTIES,
                        "person",
                        scope=Scope.CUMULATIVE,
                    ),
                ),
            )
        )
    verdict = Verdict(kind=VerdictKind.UPDATE, measure="casualties", claims=tuple(c.id for c in made), reason="later")
    return desk.event("equipment_loss", *made, verdicts=(verdict,))


def toll(desk: Desk, *told: tuple[str, int, int, int], operator: Operator = Operator.EXACT) -> Event:
    """One mayor's counts of the dead at Vell, one a report: (words, number, day, hour)."""
    made = []
    for printed, number, day, hour in told:
        document = desk.report("wire", f"Olin Marr said {printed} people had been killed at Vell.", hour, day)
        made.append(
            desk.claim(
                document,
                f"{printed} people had been killed at Vell",
                speaker="Olin Marr",
                party="Sudland",
                cue="said",
                kind="casualty_toll",
                counts=(count(document, printed, number, Measure.KILLED, "person", operator),),
            )
        )
    verdict = Verdict(kind=VerdictKind.UPDATE, measure="killed", claims=tuple(c.id for c in made), reason="later")
    return desk.event("casualty_toll", *made, verdicts=(verdict,) if len(made) > 1 else ())


@pytest.fixture
def desk() -> Desk:
    """An empty desk."""
    return Desk()


@pytest.fixture
def full() -> Desk:
    """A desk with every sort of sentence on it."""
    made = Desk()
    for tell in (tally, depot, soldiers, clash, court, losses):
        tell(made)
    clash(made, old=True)
    return made


@pytest.fixture
def tell() -> dict[str, Callable[[Desk], Event]]:
    """Ways to fill a desk, by name."""
    return {f.__name__: f for f in (tally, depot, soldiers, clash, court, losses, toll)}


def texts(briefing: Briefing) -> list[str]:
    """Every sentence of a briefing."""
    return [s.text for section in briefing.sections for s in section.sentences]


@pytest.fixture
def said() -> Callable[[Briefing], list[str]]:
    """Every sentence of a briefing."""
    return texts


@pytest.fixture
def words() -> Callable[[str], list[str]]:
    """The words of a text."""
    return lambda text: re.findall(r"\w+|[^\w\s]", text)
