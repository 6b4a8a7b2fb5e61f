"""Every link, join, verdict and judgement is shown with what it rests on."""

import io
from datetime import UTC, date, datetime, timedelta

import pytest
from rich.console import Console, RenderableType

from onrecord.cli.explain import Day, bond, happening, place, ruling, rulings
from onrecord.events import link
from onrecord.events.tables import weights
from onrecord.newsroom.acts import acts
from onrecord.records import (
    Attribution,
    Claim,
    Document,
    Join,
    Judgement,
    Link,
    Reading,
    Slot,
    Source,
    SourceKind,
    Span,
    Story,
    View,
)

AT = datetime(2031, 5, 4, 9, tzinfo=UTC)
COPY = "The dam above the old mill at Brin gave way on Sunday and water ran through four streets."
STORY = Story(
    title="The valley",
    first_day=date(2031, 5, 1),
    time_zone="UTC",
    sources=tuple(Source(id=n, name=n.capitalize(), kind=SourceKind.MEDIA) for n in ("wire", "post")),
)


def shown(*parts: RenderableType) -> str:
    console = Console(file=io.StringIO(), width=200, color_system=None)
    console.print(*parts, sep="\n")
    return console.file.getvalue()  # type: ignore[attr-defined, no-any-return]


def report(source: str, text: str, hour: int) -> Reading:
    document = Document(source=source, address=source, title="", text=text, published=AT + timedelta(hours=hour))
    begin = text.index("The dam")
    whole = Span(start=begin, end=len(text))
    claim = Claim(
        document=document.id,
        attribution=Attribution(content=(whole,)),
        proposition=whole,
        sentence=whole,
        kind="disaster",
    )
    return Reading(document=document, claims=(claim,))


@pytest.fixture
def day() -> Day:
    """Two reports of a dam, the second copied with a line break in the middle."""
    made = [report("wire", COPY, 0), report("post", "BRIN - " + COPY.replace(" at Brin", ",\nat Brin"), 1)]
    view = View(
        cutoff=AT + timedelta(days=1),
        documents=tuple(r.document for r in made),
        claims=tuple(c for r in made for c in r.claims),
    )
    return Day(view, link(view, STORY), STORY, ())


def test_a_join_shows_the_characters_of_both_texts(day: Day) -> None:
    (event,) = day.events
    text = shown(*happening(event, day))
    (join,) = event.origins[0].joins
    assert join.rule == "copied-text" and "1 origin in 2 outlets" in text
    for reading in day.view.claims:
        span = place(join, reading, day.text(reading.id))
        assert span and f"{reading.id} [{span.start}:{span.end}]" in text
        assert span.of(day.text(reading.id)).split()[:3] == ["The", "dam", "above"]


def test_what_is_not_in_a_text_is_not_shown(day: Day) -> None:
    claim = day.view.claims[0]
    for rule, words in (("copied-text", "no such words"), ("publisher", "wire"), ("judged", "judged by jo")):
        assert place(Join(left="c-1", right="c-2", rule=rule, shared=words), claim, COPY) is None


def test_every_verdict_is_shown_with_its_reason(day: Day) -> None:
    (event,) = day.events
    text = " ".join(shown(*happening(event, day)).split())
    assert event.verdicts and all(v.kind in text and v.reason in text for v in event.verdicts)


def test_a_waterfall_adds_up_to_the_score_beside_the_threshold(day: Day) -> None:
    (event,) = day.events
    (one,) = event.links
    rows = [line.split() for line in shown(bond(one, day)).splitlines()]
    slots = {row[0]: row for row in rows if row and row[0] in {s.name for s in one.slots}}
    assert list(slots) == [s.name for s in one.slots]
    total = 0.0
    for slot in one.slots:
        score, weight, product, running = map(float, slots[slot.name][1:5])
        total += score * weight
        assert product == pytest.approx(score * weight, abs=0.001) and running == pytest.approx(total, abs=0.002)
        assert slot.reason in " ".join(shown(bond(one, day)).split())
    assert total == pytest.approx(one.score, abs=0.002)
    threshold = next(row for row in rows if row and row[0] == "threshold")
    assert float(threshold[1]) == weights().threshold and "reaches" in threshold


def test_a_veto_is_shown_as_one(day: Day) -> None:
    slot = Slot(name="mine", score=-1.0, weight=0.0, reason="an editor's rule", veto=True)
    text = shown(bond(Link(left="c-1", right="c-2", slots=(slot,)), day))
    assert "veto" in text and "is below" in text


def judged(judgement: Judgement, hour: int, note: str = "", seen: datetime | None = None) -> Link:
    at = AT + timedelta(hours=hour)
    return Link(left="c-1", right="c-2", judgement=judgement, by="jo", at=at, note=note, seen=seen)


def test_a_link_that_a_person_made_says_who_when_and_why(day: Day) -> None:
    text = shown(bond(judged(Judgement.SAME, 1, "I was there"), day))
    assert "same, judged by jo at 4 May 2031, 10:00: I was there" in text


def test_judgements_say_how_they_stand() -> None:
    found = acts([judged(Judgement.SAME, 1, "one dam"), judged(Judgement.TAKEN_BACK, 2)])
    text = shown(rulings(found, STORY))
    assert "c-1 same c-2: judged by jo at 4 May 2031, 10:00; taken-back" in text and "one dam" in text
    assert "c-1 and c-2: taken back by jo at 4 May 2031, 11:00; stands" in text


def test_a_day_that_does_not_know_a_judgement_says_so() -> None:
    (act,) = acts([judged(Judgement.SAME, 1, seen=STORY.cutoff(date(2031, 5, 6)))])
    early = ruling(act, STORY, STORY.cutoff(date(2031, 5, 5))).plain
    assert "not known to this day's briefing, but from 2031-05-06 on" in early
    assert "; stands" in ruling(act, STORY, STORY.cutoff(date(2031, 5, 6))).plain
