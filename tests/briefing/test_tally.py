from typing import Any

from msgspec.structs import replace

from onrecord.briefing.tally import adding, chart, draft, tallies
from onrecord.records import Bar, Extent, Place, PlaceRole, Span


def only(desk: Any) -> Any:
    (made,) = tallies(desk.claims.values(), desk.shelf)
    return made


def test_one_sentence_for_a_tally_over_several(desk: Any, tell: Any) -> None:
    tell["tally"](desk)
    assert draft(only(desk)).words(desk.pen) == (
        "Norland's air force said it shot down 58 of 132 Sudlandish drones launched in the night to 14 May "
        "and that 72 were lost to electronic warfare; two returned to Sudland."
    )


def test_without_an_agent_nobody_is_said_to_have_done_it(desk: Any, tell: Any) -> None:
    tell["tally"](desk)
    desk.claims = {id: replace(c, agent=None) for id, c in desk.claims.items()}
    assert "said that 58 of 132 Sudlandish drones launched in the night to 14 May were shot down" in (
        draft(only(desk)).words(desk.pen) or ""
    )


def test_the_chart_shows_whole_and_parts(desk: Any, tell: Any) -> None:
    event = tell["tally"](desk)
    made = chart(only(desk), desk.shelf, event.id)
    assert made is not None
    assert made.total == 132
    assert [(b.label, b.value) for b in made.bars] == [
        ("shot down", 58),
        ("lost to electronic warfare", 72),
        ("returned", 2),
    ]
    assert made.note == "58 + 72 + 2 = 132: the account adds up."


def test_a_remainder_is_printed_and_never_filled_in() -> None:
    bars = tuple(Bar(label="x", value=v, evidence=()) for v in (80, 105, 5))
    assert adding(bars, 193) == "80 + 105 + 5 = 190 of 193: 3 not accounted for."
    assert "does not add up" in adding(bars, 100)


def test_a_single_figure_is_no_tally(desk: Any, tell: Any) -> None:
    tell["clash"](desk)
    assert not tallies(desk.claims.values(), desk.shelf)


def test_a_wave_is_told_where_it_flew(desk: Any, tell: Any) -> None:
    tell["tally"](desk)
    first = next(c for c in desk.claims.values() if "launched against" in desk.shelf.words(c, c.proposition))
    at = desk.shelf.document(first).text.index("Norland.")
    vell = Place(
        span=Span(start=at, end=at + 7), name="Vell", precision=Extent.REGION, role=PlaceRole.AT, region="Vell"
    )
    placed = replace(first, places=(vell,), id="")
    desk.claims = {placed.id if i == first.id else i: placed if i == first.id else c for i, c in desk.claims.items()}
    desk.events = []
    desk.event("interception", *desk.claims.values())
    briefing = desk.write()
    told = [s.text for section in briefing.sections for s in section.sentences]
    assert any("58 of 132 Sudlandish drones launched at Vell in the night to 14 May" in t for t in told)
    assert not briefing.dropped


def test_a_tally_has_a_figure_of_its_own_event(desk: Any, tell: Any) -> None:
    """Where one of an event's claims stands in a report that counts another's wave, no tally is told of it."""
    tell["tally"](desk)
    stray = next(c for c in desk.claims.values() if "launched against" in desk.shelf.words(c, c.proposition))
    assert tallies([stray], desk.shelf)
    assert not tallies([replace(stray, quantities=())], desk.shelf)
