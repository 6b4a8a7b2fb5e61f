"""A wire sends its report again, corrected, under another address: the wrong figure is nobody's."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.events.reissue import notice
from onrecord.events.withdraw import cleared
from onrecord.records import Claim, Document, Story, Undoing, View

Said = tuple[Document, Claim]
GOVERNOR = "Governor Ilm Taro"
NINE = "Nine people were killed when a shell struck a mill in Hollow Creek."
FOUR = "Four people were killed when a shell struck a mill in Hollow Creek."


def titled(said: Said, title: str) -> Said:
    document = replace(said[0], title=title, id="")
    return document, replace(said[1], document=document.id, id="")


def toll(
    say: Callable[..., Said], text: str, count: int, source: str = "wire", at: str = "04T09:00", **more: Any
) -> Said:
    figures = (("killed", count, "person"),)
    return say(text, source, "casualty_toll", at=at, speaker=GOVERNOR, figures=figures, **more)


def debunked(view: View) -> set[str]:
    return {c.id for c in view.claims if c.debunked}


@pytest.mark.parametrize(
    ("title", "text", "told"),
    [
        ("CORRECTION: Four killed, not nine, in mill", FOUR, True),
        ("CORRECTED-UPDATE 1-Four killed in mill", FOUR, True),
        ("Four killed in mill", f"(Corrects toll in headline and first paragraph)\n\n{FOUR}", True),
        ("Four killed in mill", f"{FOUR}\n\nThis May 4 story has been corrected to say four died, not nine.", True),
        ("Corrections officers strike", FOUR, False),
        ("Course is corrected", "The ship corrected its course.", False),
    ],
)
def test_a_corrected_copy_says_that_it_is_one(say: Any, title: str, text: str, told: bool) -> None:
    document, _ = titled(say(text), title)
    assert (notice(document) is not None) is told


def test_the_wrong_figure_is_called_false_and_the_report_stays(say: Any, view: Any, story: Story) -> None:
    wrong = titled(toll(say, NINE, 9), "Nine killed in Hollow Creek mill")
    text = f"(Corrects toll in headline)\n\n{FOUR}"
    right = titled(toll(say, FOUR, 4, at="04T10:00", within=text), "Four killed in Hollow Creek mill")
    made = cleared(view(wrong, right), view(wrong), story)
    assert debunked(made.view) == {wrong[1].id} and len(made.view.claims) == 2
    (told,) = made.withdrawn
    assert (told.claim, told.how, told.by) == (wrong[1].id, Undoing.CORRECTED, right[0].id)
    assert told.words and told.words.quote == "(Corrects toll in headline)"
    assert told.instead and told.instead.quote == FOUR


def test_who_repeats_it_until_then_is_wrong_too_and_the_speaker_is_not(say: Any, view: Any, story: Story) -> None:
    wrong = titled(toll(say, NINE, 9), "Nine killed in mill")
    copy = toll(say, "Nine are dead in Hollow Creek, the governor says.", 9, "post", at="04T09:30")
    late = toll(say, "Nine died, he repeated.", 9, "post", at="04T12:00")
    right = titled(toll(say, FOUR, 4, at="04T10:00"), "CORRECTION: Four killed, not nine, in mill")
    made = cleared(view(wrong, copy, late, right), view(), story)
    assert debunked(made.view) == {wrong[1].id, copy[1].id}


@pytest.mark.parametrize(
    ("source", "at", "title"),
    [
        ("wire", "04T10:00", "Four killed in Hollow Creek mill"),
        ("post", "04T10:00", "CORRECTION: Four killed, not nine, in Hollow Creek mill"),
        ("wire", "09T10:00", "CORRECTION: Four killed, not nine, in Hollow Creek mill"),
        ("wire", "04T10:00", "CORRECTED-Four dead in Hollow Creek"),
    ],
    ids=["no notice", "another outlet", "days later", "of something else than the figure"],
)
def test_what_is_no_correction_of_it_leaves_it(
    say: Any, view: Any, story: Story, source: str, at: str, title: str
) -> None:
    wrong = titled(toll(say, NINE, 9), "Nine killed in Hollow Creek mill")
    text = f"(Corrects spelling of name)\n\n{FOUR}" if "CORRECTED" in title else FOUR
    right = titled(toll(say, FOUR, 4, source, at=at, within=text), title)
    made = cleared(view(wrong, right), view(wrong), story)
    assert not debunked(made.view) and not made.withdrawn


def test_another_report_with_other_words_is_not_the_one_corrected(say: Any, view: Any, story: Story) -> None:
    bus = titled(toll(say, "Nine people died on a bus that left the road.", 9), "Bus crash kills nine")
    right = titled(toll(say, FOUR, 4, at="04T10:00"), "CORRECTION: Four killed, not nine, in Hollow Creek mill")
    assert not cleared(view(bus, right), view(bus), story).withdrawn
