"""What was taken back leaves the record of the day, and is told with who took it back, when and in which words."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.events.withdraw import cleared
from onrecord.records import Claim, Document, Span, Story, Undoing, View

Said = tuple[Document, Claim]
MINISTRY = "Borland's defence ministry"
SHOT = "The ministry said 60 Averian drones were shot down over Ostra region."


@pytest.fixture
def shot(say: Callable[..., Said]) -> Said:
    return say(
        SHOT, "wire", "interception", at="04T09:00", speaker=MINISTRY, figures=(("shot_down", 60, "drone"),),
        places=("Ostra region",),
    )  # fmt: skip


def test_a_speaker_retracts(shot: Said, say: Any, view: Any, story: Story) -> None:
    text = f"{MINISTRY} retracted its claim that it shot down 60 drones over Ostra region."
    back = say(text, "post", "interception", at="05T09:00")
    copy = say(SHOT.replace("said", "told us"), "herald", "interception", at="04T12:00", speaker=MINISTRY,
               figures=(("shot_down", 60, "drone"),))  # fmt: skip
    made = cleared(view(shot, copy, back), view(shot, copy), story)
    assert made.view.claims == () and made.problems == ()
    assert {w.claim for w in made.withdrawn} == {shot[1].id, copy[1].id}
    first = made.withdrawn[0]
    assert (first.how, first.by, first.at) == (Undoing.RETRACTED, back[0].id, back[0].published)
    assert first.words and first.words.quote == text


def test_a_retraction_of_what_was_never_said_is_a_problem_and_nothing_else(
    shot: Said, say: Any, view: Any, story: Story
) -> None:
    back = say(f"{MINISTRY} retracted its claim that it had taken Hollow Creek.", "post", at="05T09:00")
    made = cleared(view(shot, back), view(shot), story)
    assert made.view.claims == (shot[1],) and made.withdrawn == ()
    (problem,) = made.problems
    assert problem.subject == back[0].id and "it had taken Hollow Creek" in problem.message


def test_nobody_retracts_for_another(shot: Said, say: Any, view: Any, story: Story) -> None:
    text = f"Averia's air force said that {MINISTRY} retracted its claim that it shot down 60 drones over Ostra region."
    document, claim = say(text, "post", at="05T09:00", speaker="Averia's air force")
    start = text.index(MINISTRY)
    content = (Span(start=start, end=len(text)),)
    claim = replace(claim, attribution=replace(claim.attribution, content=content), id="")
    made = cleared(view(shot, (document, claim)), view(shot), story)
    assert made.withdrawn == () and shot[1] in made.view.claims


def test_a_report_corrects_its_own_earlier_version(say: Any, view: Any, story: Story) -> None:
    nine = say("Nine people were killed in the strike on Brin market.", "wire", "casualty_toll", at="04T09:00",
               figures=(("killed", 9, "person"),))  # fmt: skip
    other = say("Nine people were killed in the strike on Brin market.", "monitor", "casualty_toll", at="04T10:00",
                figures=(("killed", 9, "person"),))  # fmt: skip
    text = "An earlier version of this report said nine people were killed in the strike. It was seven; we were wrong."
    note = say(text, "wire", at="05T09:00")
    made = cleared(view(nine, other, note), view(nine, other), story)
    assert [w.claim for w in made.withdrawn] == [nine[1].id] and made.withdrawn[0].how is Undoing.CORRECTED
    assert made.view.claims == (other[1],)


def test_a_later_version_that_no_longer_says_so(say: Any, view: Any, story: Story) -> None:
    """The toll is another; what the later version still says is not withdrawn, and what it says instead is quoted."""
    body = "Nine people were killed in the strike on Brin market. The hall burned until morning."
    nine = say("Nine people were killed in the strike on Brin market.", "wire", "casualty_toll", within=body,
               figures=(("killed", 9, "person"),))  # fmt: skip
    hall = say("The hall burned until morning.", "wire", "strike_impact", within=body)
    later = body.replace("Nine", "Seven")
    seven = say("Seven people were killed in the strike on Brin market.", "wire", "casualty_toll", within=later,
                figures=(("killed", 7, "person"),))  # fmt: skip
    burned = say("The hall burned until morning.", "wire", "strike_impact", within=later)
    past, now = view(nine, hall), view(seven, burned)
    now = replace(now, documents=(replace(now.documents[0], supersedes=past.documents[0].id),))
    (gone,) = cleared(now, past, story).withdrawn
    assert (gone.claim, gone.how, gone.by) == (nine[1].id, Undoing.DROPPED, now.documents[0].id)
    assert gone.instead and gone.instead.quote.startswith("Seven people")


def test_a_deleted_report(shot: Said, say: Any, view: Any, story: Story) -> None:
    notice = Document(source="wire", address=shot[0].address, title="", text="This post has been deleted.",
                      published=shot[0].published, supersedes=shot[0].id)  # fmt: skip
    now = View(cutoff=view().cutoff, documents=(notice,))
    (gone,) = cleared(now, view(shot), story).withdrawn
    assert (gone.claim, gone.how, gone.instead) == (shot[1].id, Undoing.DROPPED, None)


def test_what_only_left_the_window_is_not_withdrawn(shot: Said, view: Any, story: Story) -> None:
    made = cleared(view(), view(shot), story)
    assert made.withdrawn == () and made.problems == ()


def test_a_view_in_which_nothing_is_taken_back_is_left_alone(shot: Said, view: Any, story: Story) -> None:
    seen = view(shot)
    assert cleared(seen, seen, story).view is seen


def test_the_order_of_documents_changes_nothing(shot: Said, say: Any, view: Any, story: Story) -> None:
    back = say(f"{MINISTRY} retracted its claim that it shot down 60 drones over Ostra region.", "post", at="05T09:00")
    again = say(f"{MINISTRY} withdrew its statement that 60 drones were shot down.", "herald", at="05T11:00")
    one, other = (cleared(view(*said), view(shot), story) for said in ((shot, back, again), (again, back, shot)))
    assert one.withdrawn == other.withdrawn and one.withdrawn[0].by == back[0].id


def test_an_annulment_names_a_report_by_its_hour(say: Any, view: Any, story: Story) -> None:
    boat = say("A patrol boat has been sent to the bottom of the gulf.", "wire", "strike_impact", at="04T09:05")
    other = say("A depot near Brin burned down.", "wire", "strike_impact", at="04T09:20")
    hour = (boat[0].published or story.cutoff(story.first_day)).astimezone(story.zone)
    text = f"The report of {hour:%H:%M} to the effect that a boat was lost is annulled: it has not been borne out."
    note = say(f"Wire A: {text}", "wire", at="04T12:00")
    made = cleared(view(boat, other, note), view(), story)
    assert [w.claim for w in made.withdrawn] == [boat[1].id] and other[1] in made.view.claims


def test_an_annulment_that_names_the_hour_takes_back_no_other_report(say: Any, view: Any, story: Story) -> None:
    hurt = (("wounded", 20, "person"),)
    train = say(
        "A train was blown off the rails and 20 people were hurt.", "wire", "sabotage", at="04T09:05", figures=hurt
    )
    hostel = say(
        "A bomb fell on a hostel and 20 people were hurt.", "wire", "casualty_toll", at="03T09:00", figures=hurt
    )
    hour = (train[0].published or story.cutoff(story.first_day)).astimezone(story.zone)
    note = say(
        f"Wire A withdraws its report of {hour:%H:%M} that 20 people were hurt on a train.", "wire", at="04T12:00"
    )
    made = cleared(view(train, hostel, note), view(hostel), story)
    assert [w.claim for w in made.withdrawn] == [train[1].id] and hostel[1] in made.view.claims


def test_who_handed_on_what_was_taken_back_says_it_no_more(say: Any, view: Any, story: Story) -> None:
    words = "Nine people were killed in the strike on Brin market."
    first = say(words, "wire", "casualty_toll", at="04T09:00", speaker="a guard", figures=(("killed", 9, "person"),))
    copy = say(words, "herald", "casualty_toll", at="04T10:00", speaker="a guard", figures=(("killed", 9, "person"),))
    own = say(words, "monitor", "casualty_toll", at="04T10:00", figures=(("killed", 9, "person"),))
    text = "An earlier version of this report said nine people were killed in the strike. That was wrong."
    made = cleared(view(first, copy, own, say(text, "wire", at="05T09:00")), view(first, copy, own), story)
    assert made.view.claims == (own[1],)


def test_who_said_the_same_before_is_not_taken_back(say: Any, view: Any, story: Story) -> None:
    words = "Nine people were killed in the strike on Brin market."
    early = say(
        f"{words} So Wire A says.", "herald", "casualty_toll", at="04T08:00", figures=(("killed", 9, "person"),)
    )
    first = say(words, "wire", "casualty_toll", at="04T09:00", figures=(("killed", 9, "person"),))
    text = "An earlier version of this report said nine people were killed in the strike. That was wrong."
    made = cleared(view(early, first, say(text, "wire", at="05T09:00")), view(early, first), story)
    assert early[1] in made.view.claims
