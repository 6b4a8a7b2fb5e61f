"""A small briefing of an invented flood, for the renderers' tests."""

from datetime import date, datetime, timedelta, timezone

from onrecord.records import (
    Bar,
    Briefing,
    Cell,
    Chart,
    Citation,
    Counts,
    Evidence,
    Section,
    Sentence,
    SourceLine,
    Span,
    Status,
    Table,
)

ZONE = timezone(timedelta(hours=2))
TEXT = "The water board said 12 of 40 pumps had failed. The agency put the dead at <9> & the missing at three."
DOCUMENT = "d-00000000000000000001"


def evidence(start: int, end: int) -> Evidence:
    return Evidence.take(DOCUMENT, TEXT, Span(start=start, end=end), source="board", context=21)


PUMPS = Sentence(
    text="The water board said 12 of 40 pumps had failed.",
    evidence=(evidence(21, 46),),
    claims=("c-1",),
    event="e-1",
    note="1 origin",
)
DEAD = Sentence(
    text="The agency put the dead at <9> & the missing at three.",
    evidence=(evidence(75, 78), evidence(97, 102)),
    claims=("c-2", "c-3"),
    event="e-2",
    status=Status.DISPUTED,
    note="disputed",
)
TABLE = Table(
    caption="Dead, by account",
    head=("Where", "Agency", "Mayor"),
    rows=((Cell(text="Lower town"), Cell(text="9", note="at 18:00", evidence=(evidence(75, 78),)), Cell(text="")),),
    note="Conflict: same town, same night.",
    event="e-2",
)
CHART = Chart(
    caption="Pumps, by the water board's account",
    bars=(Bar(label="failed", value=12, evidence=(evidence(21, 23),)),),
    total=40,
    note="12 of 40.",
    event="e-1",
)
BRIEFING = Briefing(
    story="Flood in the valley",
    day=date(2026, 3, 3),
    number=3,
    cutoff=datetime(2026, 3, 3, 6, tzinfo=ZONE),
    headline="Agency counts nine dead: what we know on day 3",
    standfirst="The mayor disputes the figure.",
    leads=(DEAD.id,),
    sections=(
        Section(name="reported", title="Reported, not verified", sentences=(PUMPS,), charts=(CHART,)),
        Section(name="conflicts", title="Where accounts conflict", sentences=(DEAD,), tables=(TABLE,)),
        Section(name="unknown", title="Not known", notes=("How many pumps still run: nobody gave a number.",)),
        Section(name="corrections", title="Corrections"),
    ),
    sources=(SourceLine(id="board", name="Water board", kind="official", party="Valley", documents=1),),
    gaps=("One of 1 monitored sources spoke.",),
    counts=Counts(documents=1, sources=1, claims=3, origins=1, events=2, conflicts=1, sentences=2, problems=0),
    citations=(
        Citation(
            document=DOCUMENT,
            source="board",
            name="Water board",
            address="javascript:alert(1)",
            title="Bulletin 4",
            published=datetime(2026, 3, 2, 18, tzinfo=ZONE),
        ),
    ),
)
