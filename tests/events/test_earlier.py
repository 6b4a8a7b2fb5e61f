"""What was on record of today's events when an earlier edition closed: by today's links, at a part of their cost."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.events import Thread, compare, link
from onrecord.records import Change, ChangeKind, Claim, Document, Story, View

Said = tuple[Document, Claim]
Say = Callable[..., Said]
See = Callable[..., View]


def opened(day: int) -> datetime:
    return datetime(2031, 5, day, 6, tzinfo=UTC)


def new(view: View, story: Story, day: int) -> list[Change]:
    thread = Thread(story)
    return list(compare(thread.follow(view), thread.earlier(opened(day))))


def toll(say: Say, value: int, source: str, speaker: str | None, at: str, stance: str = "asserted") -> Said:
    words = {
        "wire": "At Brin market the strike killed",
        "post": "Dead after the strike at Brin market:",
        "monitor": "Brin market strike, killed:",
    }
    return say(
        f"{words[source]} {value}.",
        source,
        "casualty_toll",
        at=at,
        speaker=speaker,
        stance=stance,
        figures=(("killed", value, "person"),),
        places=("Brin",),
        moment="day 4",
    )


def test_what_was_told_two_days_ago_is_not_new_today(say: Say, view: See, story: Story) -> None:
    first, again = toll(say, 9, "wire", "Una Holt", "04T10:00"), toll(say, 9, "post", "Una Holt", "06T12:00")
    assert [c.kind for c in new(view(first), story, 4)] == [ChangeKind.NEW_EVENT]
    assert new(view(first), story, 5) == []
    assert new(view(first, again), story, 6) == []


def test_a_new_figure_of_an_old_event_is_all_that_is_new(say: Say, view: See, story: Story) -> None:
    first, later = toll(say, 9, "wire", "Una Holt", "04T10:00"), toll(say, 12, "post", "Una Holt", "06T12:00")
    (found,) = new(view(first, later), story, 6)
    assert (found.kind, found.before, found.after) == (ChangeKind.CHANGED_FIGURE, "9", "12")
    assert new(view(first, later), story, 7) == []


def test_a_new_denial_and_a_new_origin(say: Say, view: See, story: Story) -> None:
    first, other = toll(say, 9, "wire", "Una Holt", "04T10:00"), toll(say, 9, "monitor", None, "06T09:00")
    denial = toll(say, 9, "post", "Borland's defence ministry", "06T11:00", "denied")
    kinds = [c.kind for c in new(view(first, other, denial), story, 6)]
    assert ChangeKind.NEW_DENIAL in kinds and ChangeKind.NEW_ORIGIN in kinds and ChangeKind.NEW_EVENT not in kinds


def test_an_event_to_which_nothing_came_is_left_as_it_is(waves: list[Said], view: See, story: Story) -> None:
    seen = view(*waves)
    thread = Thread(story)
    events = thread.follow(seen)
    assert thread.earlier(opened(5)) == events
    assert thread.earlier(opened(4)) == ()


def parts(events: Any) -> Any:
    """Events without what names their links."""
    return [replace(e, links=()) for e in events]


def test_it_is_what_linking_the_earlier_record_gives(waves: list[Said], view: See, story: Story) -> None:
    cut = datetime(2031, 5, 4, 8, 30, tzinfo=UTC)
    whole, part = view(*waves), view(*(w for w in waves if w[0].published and w[0].published <= cut))
    thread = Thread(story)
    thread.follow(whole)
    held = thread.earlier(cut)
    straight = {e.key: e for e in link(part, story)}
    for event in held:
        assert (event.origins, event.positions) == (straight[event.key].origins, straight[event.key].positions)


VALUES = st.lists(
    st.tuples(
        st.sampled_from([9, 12]), st.sampled_from(["wire", "post", "monitor"]), st.integers(4, 8), st.integers(7, 20)
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda t: (t[1], t[2], t[3]),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=VALUES, chance=st.randoms())
def test_new_is_what_was_not_published_before(say: Say, view: See, story: Story, values: Any, chance: Any) -> None:
    """Whatever comes in whatever order: an event is new on the day of its first report and on no other, and a figure
    is new where its speaker had not given it by the cutoff."""
    said = [toll(say, n, source, "Una Holt", f"{day:02}T{hour:02}:00") for n, source, day, hour in values]
    shuffled = chance.sample(said, len(said))
    for day in range(4, 9):
        close = opened(day) + timedelta(days=1)
        by = [s for s in said if s[0].published and s[0].published <= close]
        before = {s[1].quantities[0].value for s in by if s[0].published and s[0].published <= opened(day)}
        seen = view(*(s for s in shuffled if s in by))
        found = new(seen, story, day)
        assert found == new(view(*by), story, day)
        told = [c.kind for c in found]
        assert (ChangeKind.NEW_EVENT in told) == (bool(by) and not before)
        fresh = {s[1].quantities[0].value for s in by} - before
        if before and not fresh:
            assert told == []
