"""What a speaker has said on an earlier day already is background when a report says it once more."""

from typing import Any

from msgspec.structs import replace
from tests.events.conftest import MINISTRY, Said

from onrecord.events.again import retold
from onrecord.records import Span, Story, View

DENIED = "no medical building was attacked"
AGAIN = "it hit a medical building"


def marked(view: View) -> list[bool]:
    return [c.background for c in view.claims]


def strike(say: Any, text: str, source: str, at: str, **more: Any) -> Said:
    said: Said = say(text, source, "strike_impact", at=at, **({"speaker": MINISTRY} | more))
    return said


def dated(told: Said) -> Said:
    """The same, with its time told by words of the report."""
    document, claim = told
    assert claim.moment is not None
    return document, replace(claim, moment=replace(claim.moment, span=Span(start=0, end=2)))


def test_a_denial_told_again_in_other_words_is_background(say: Any, view: Any, story: Story) -> None:
    seen = view(strike(say, DENIED, "wire", "04T10:00"), strike(say, AGAIN, "herald", "05T10:00", stance="denied"))
    assert marked(retold(seen, story)) == [False, True]


def test_on_the_same_day_both_are_news(say: Any, view: Any, story: Story) -> None:
    seen = view(strike(say, DENIED, "wire", "04T10:00"), strike(say, AGAIN, "herald", "04T12:00", stance="denied"))
    assert retold(seen, story) is seen


def test_another_speaker_who_says_the_same_is_news(say: Any, view: Any, story: Story) -> None:
    seen = view(strike(say, DENIED, "wire", "04T10:00"), strike(say, AGAIN, "herald", "05T10:00", speaker="a nurse"))
    assert marked(retold(seen, story)) == [False, False]


def test_what_an_office_states_anew_in_its_own_channel_is_news(say: Any, view: Any, story: Story) -> None:
    seen = view(strike(say, DENIED, "wire", "04T10:00"), strike(say, AGAIN, "mod", "05T10:00"))
    assert marked(retold(seen, story)) == [False, False]


def test_the_same_words_of_another_place_are_news(say: Any, view: Any, story: Story) -> None:
    seen = view(
        strike(say, DENIED, "wire", "04T10:00", places=("Brin",)),
        strike(say, AGAIN, "herald", "05T10:00", places=("Torva",)),
    )
    assert marked(retold(seen, story)) == [False, False]


def test_another_number_is_news(say: Any, view: Any, story: Story) -> None:
    old = strike(say, "The raid burned out 31 flats in a medical building", "wire", "04T10:00")
    new = strike(say, "The raid burned out 32 flats in a medical building", "herald", "05T10:00")
    assert marked(retold(view(old, new), story)) == [False, False]


def test_what_a_report_says_itself_counts_for_whom_it_quotes(say: Any, view: Any, story: Story) -> None:
    text = f"{DENIED}, the ministry said. What was hit was a billet of a battalion, it went on."
    old = strike(say, DENIED, "wire", "04T10:00", within=text)
    bare = strike(say, "What was hit was a billet of a battalion", "wire", "04T10:00", within=text, speaker=None)
    new = strike(say, "a battalion's billet was hit", "herald", "05T10:00")
    assert marked(retold(view(old, bare, new), story)) == [False, False, True]
    assert marked(retold(view(bare, new), story)) == [False, False]


def test_a_figure_of_an_earlier_day_is_background_only_where_the_claim_dates_it(
    say: Any, view: Any, story: Story
) -> None:
    def fled(at: str, moment: str) -> Said:
        text = "At least 600 people had left Brin."
        return dated(
            say(text, "monitor", "infrastructure_effect", at=at, speaker="Arms Monitor", moment=moment,
                figures=(("displaced", 600, "person"),), places=("Brin",))
        )  # fmt: skip

    first = fled("04T18:00", "day 4")
    assert marked(retold(view(first, fled("05T19:00", "day 4")), story)) == [False, True]
    assert marked(retold(view(first, fled("05T19:00", "day 5")), story)) == [False, False]
