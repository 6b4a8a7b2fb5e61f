from collections.abc import Callable
from datetime import datetime
from math import inf

from onrecord.events.card import Card
from onrecord.events.veto import moments
from onrecord.events.when import due, grew, planned, stamp
from onrecord.records import Claim, Document, Moment, Precision, Span

Said = tuple[Document, Claim]
Say = Callable[..., Said]
Cards = Callable[..., list[Card]]


def test_publication_bounds_what_no_words_date(say: Say, cards: Cards) -> None:
    open_, dated, old = cards(
        say("It fell."), say("It fell then.", moment="day 4"), say("It had fallen.", background=True)
    )
    assert not open_.firm and open_.end == stamp(open_.document.published) and open_.end - open_.start == 36 * 3600
    assert dated.firm and dated.end == stamp(dated.document.published) + 3600, "it happened before it was told"
    assert old.start == -inf


def test_an_instant_without_zone_does_not_depend_on_the_machine() -> None:
    assert stamp(datetime(1970, 1, 2)) == 86400.0
    assert stamp(None) == inf


def test_the_hour_of_a_count_is_not_the_hour_of_a_flood(say: Say, cards: Cards) -> None:
    toll, strike = cards(
        say("Seven dead as of then.", kind="casualty_toll", moment="4 07-08"),
        say("It was hit.", "post", kind="strike_impact", moment="4 05-06"),
    )
    assert not toll.firm and toll.end - toll.start == 36 * 3600
    assert strike.firm and strike.end - strike.start == 5 * 3600, "a clock may be off by two hours"


def test_an_account_runs_on_in_a_time_that_holds_its_own(say: Say, cards: Cards) -> None:
    text = "In the night drones came. 80 of them were shot down."
    first, then = cards(
        say("In the night drones came.", "air", "aerial_attack", within=text, moment="night 4", agent="Borland"),
        say("80 of them were shot down.", "air", "interception", within=text, figures=(("shot_down", 80, "drone"),)),
    )
    assert then.start <= first.start and then.end >= first.end and not then.firm
    assert then.sides == first.sides


def test_a_term_that_runs_from_the_report_on_is_a_plan() -> None:
    def moment(rule: str, precision: Precision) -> Moment:
        start, end = datetime(2030, 1, 4), datetime(2030, 1, 6)
        return Moment(earliest=start, latest=end, precision=precision, rule=rule, span=Span(start=0, end=2))

    published = stamp(datetime(2030, 1, 4, 12))
    assert planned(moment("by", Precision.RANGE), published)
    assert not planned(moment("range", Precision.RANGE), published)
    assert not planned(moment("by", Precision.RANGE), stamp(datetime(2030, 1, 6, 12))), "it is over"


def test_bulletins_of_two_mornings_tell_of_two_waves(say: Say, cards: Cards) -> None:
    """What no words date was lately: a wave within a day, a hit within two; a toll may be told again for days."""
    lost = (("shot_down", 44, "drone"),)
    for kind, figures, after, apart in (
        ("interception", lost, "05T09:00", True),
        ("interception", lost, "04T20:00", False),
        ("strike_impact", (), "05T20:00", False),
        ("strike_impact", (), "07T09:00", True),
        ("casualty_toll", (), "07T09:00", False),
    ):
        first, then = cards(
            say("It was so in Brin.", "air", kind, figures=figures),
            say("So it was.", "post", kind, figures=figures, at=after),
        )
        assert bool(moments(first, then)) is apart, (kind, after)


def test_what_is_planned_is_due_on_its_day() -> None:
    published = stamp(datetime(2030, 1, 4, 12))

    def moment(start: datetime, end: datetime | None) -> Moment:
        precision = Precision.DAY if end else Precision.OPEN
        return Moment(earliest=start, latest=end, precision=precision, rule="date", span=Span(start=0, end=2))

    ahead, after = datetime(2030, 1, 7), datetime(2030, 1, 8)
    day = (stamp(ahead), stamp(after))
    assert due(moment(ahead, after), published) == day
    assert due(moment(ahead, None), published) == day, "from then on"
    assert due(moment(datetime(2030, 1, 3), datetime(2030, 1, 4)), published) is None
    assert due(moment(datetime(2030, 1, 4), datetime(2030, 1, 5)), published) is None, "it is the day of the report"
    assert due(None, published) is None


def test_words_say_that_a_count_grew(say: Say) -> None:
    def told(text: str) -> bool:
        document, claim = say(text)
        return grew(claim, document)

    assert told("The toll has risen to ten.") and told("Later, ten were dead.")
    assert not told("Ten died.") and not told("Ten died later.")
