"""What is put out again under a new date is background, not news."""

from collections.abc import Callable
from typing import Any

from onrecord.events.link import link
from onrecord.events.stale import settled
from onrecord.records import Claim, Document, Story, View

Said = tuple[Document, Claim]
LONG = "A strike on the covered market at Brin killed nine people and set the hall on fire."


def post(say: Callable[..., Said], text: str, source: str, at: str) -> Said:
    return say(text, source, "casualty_toll", at=at, figures=(("killed", 9, "person"),), places=("Brin",))


def marked(view: View) -> list[bool]:
    return [c.background for c in view.claims]


def test_a_repost_is_background_and_its_original_is_not(say: Any, view: Any, story: Story) -> None:
    seen = view(post(say, LONG, "wire", "04T10:00"), post(say, LONG, "post", "07T10:00"))
    assert marked(settled(seen, view(), story)) == [False, True]


def test_on_its_own_day_a_copy_is_no_repost(say: Any, view: Any, story: Story) -> None:
    seen = view(post(say, LONG, "wire", "04T10:00"), post(say, LONG, "post", "04T21:00"))
    assert settled(seen, view(), story) is seen


def test_a_short_form_of_words_may_come_again(say: Any, view: Any, story: Story) -> None:
    short = "Nine people were killed at Brin."
    seen = view(post(say, short, "wire", "04T10:00"), post(say, short, "post", "07T10:00"))
    assert marked(settled(seen, view(), story)) == [False, False]


def test_another_figure_is_another_sentence(say: Any, view: Any, story: Story) -> None:
    seen = view(post(say, LONG, "wire", "04T10:00"), say(LONG.replace("nine", "twelve"), "wire", at="07T10:00"))
    assert marked(settled(seen, view(), story)) == [False, False]


def test_what_a_page_said_before_it_was_edited_is_known(say: Any, view: Any, story: Story) -> None:
    old, new = post(say, LONG, "wire", "04T10:00"), post(say, LONG, "wire", "06T10:00")
    assert marked(settled(view(new), view(old), story)) == [True]


def test_a_repost_joins_its_original(say: Any, view: Any, story: Story) -> None:
    seen = view(post(say, LONG, "wire", "04T10:00"), post(say, LONG, "post", "07T10:00"))
    assert len(link(settled(seen, view(), story), story)) == 1
