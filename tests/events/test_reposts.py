from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from onrecord.events import Thread, link
from onrecord.events.reposts import Reposts, beginnings
from onrecord.events.when import stamp
from onrecord.records import Claim, Document, Story, View

Said = tuple[Document, Claim]
Say = Callable[..., Said]
OLD = "Eight people were killed at Brin when a missile hit the covered market, the mayor said."


def test_a_text_is_known_since_it_was_first_published(say: Say) -> None:
    (first, _), (again, _), (other, _) = say(OLD), say(OLD, "post", at="08T09:00"), say("Else.", "post")
    held = Reposts()
    assert held.change((), [again, other]) == {again.id, other.id}
    assert held.change((), [first]) == {first.id, again.id}, "an earlier one makes the later one old"
    assert held.since(again) == held.since(first) == stamp(first.published)
    assert held.change([first], ()) == {again.id} and held.since(again) == stamp(again.published)


def test_a_text_that_was_cut_off_is_known_since_the_whole_was_published(say: Say) -> None:
    whole = "Eighty carters came home to Brin on Thursday, the guild said, over the bridge of boats. They had walked."
    (first, _), (cut, _) = say(whole), say(whole[:70] + " …", "post", at="12T09:00")
    (longer, _), (brief, _) = say(whole + " They sang.", "post", at="12T10:00"), say(whole[:20], "post", at="12T11:00")
    held = Reposts()
    held.change((), [cut, longer, brief])
    assert held.since(cut) == stamp(cut.published)
    assert held.change((), [first]) == {first.id, cut.id}
    assert held.since(cut) == stamp(first.published), "the old report with its end cut off"
    assert held.since(longer) == stamp(longer.published), "who tells more tells it of his own day"
    assert held.since(brief) == stamp(brief.published), "so few words may begin any report"


def test_an_old_report_under_a_new_date_is_the_old_event(say: Say, view: Callable[..., View], story: Story) -> None:
    old = say(OLD, kind="casualty_toll", places=("Brin",), figures=(("killed", 8),))
    new = say(OLD, "post", "casualty_toll", places=("Brin",), figures=(("killed", 8),), at="12T09:00")
    (event,) = link(view(old, new), story)
    assert event.independent == 1
    thread = Thread(story)
    thread.extend(view(new))
    assert thread.extend(view(old)) == (event,), "in whatever order they come"
    assert thread.forget([old[0].id]) == link(view(new), story)


def test_a_smaller_number_is_no_cut_off_larger_one(say: Say) -> None:
    words = "In the air battle of the night our crews have shot down this many drones in all:"
    (many, _), (few, _) = say(f"{words} 14."), say(f"{words} 1.", "post", at="12T09:00")
    (more, _) = say(f"{words} 1,400.", "air")
    held = Reposts()
    held.change((), [many, more, few])
    assert held.since(few) == stamp(few.published)


@given(
    told=st.lists(st.text("ab", min_size=1, max_size=8), min_size=1, max_size=12, unique=True),
    asked=st.text("ab", max_size=8),
)
def test_beginnings_are_all_that_a_text_begins_with(told: list[str], asked: str) -> None:
    assert set(beginnings(sorted(told), asked)) == {t for t in told if t and asked.startswith(t)}
