from collections.abc import Callable

from onrecord.events.changes import compare
from onrecord.events.link import link
from onrecord.records import ChangeKind, Claim, Document, Story, View

Said = tuple[Document, Claim]
Say = Callable[..., Said]
See = Callable[..., View]


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


def kinds(before: View, after: View, story: Story) -> list[tuple[ChangeKind, str | None, str | None]]:
    return [(c.kind, c.before, c.after) for c in compare(link(after, story), link(before, story))]


def test_nothing_new_is_no_change(say: Say, view: See, story: Story) -> None:
    seen = view(toll(say, 9, "wire", "Una Holt", "04T10:00"))
    assert kinds(seen, seen, story) == []
    assert kinds(view(), seen, story) == [(ChangeKind.NEW_EVENT, None, None)]


def test_an_echo_is_nothing_new(say: Say, view: See, story: Story) -> None:
    first = toll(say, 9, "wire", "Una Holt", "04T10:00")
    assert kinds(view(first), view(first, toll(say, 9, "post", "Una Holt", "04T12:00")), story) == []


def test_a_changed_figure_says_from_what_to_what(say: Say, view: See, story: Story) -> None:
    first, later = toll(say, 9, "wire", "Una Holt", "04T10:00"), toll(say, 12, "post", "Una Holt", "04T22:00")
    assert kinds(view(first), view(first, later), story) == [(ChangeKind.CHANGED_FIGURE, "9", "12")]


def test_a_new_origin_a_new_figure_and_their_conflict(say: Say, view: See, story: Story) -> None:
    first, other = toll(say, 9, "wire", "Una Holt", "04T10:00"), toll(say, 12, "monitor", None, "04T20:00")
    found = [k for k, _, _ in kinds(view(first), view(first, other), story)]
    assert found == [ChangeKind.NEW_FIGURE, ChangeKind.NEW_ORIGIN, ChangeKind.NEW_CONFLICT]
    assert [k for k, _, _ in kinds(view(first, other), view(first, other), story)] == [ChangeKind.OPEN_CONFLICT]
    assert ChangeKind.RESOLVED in [k for k, _, _ in kinds(view(first, other), view(first), story)]


def test_a_denial_is_new(say: Say, view: See, story: Story) -> None:
    first = toll(say, 9, "wire", "Una Holt", "04T10:00")
    denial = toll(say, 9, "post", "Borland's defence ministry", "04T22:00", "denied")
    assert ChangeKind.NEW_DENIAL in [k for k, _, _ in kinds(view(first), view(first, denial), story)]
