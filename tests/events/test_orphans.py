from collections.abc import Callable
from typing import Any

import pytest

from onrecord.events.orphans import Print, orphaned
from onrecord.records import Claim, Document, Story, View

Said = tuple[Document, Claim]
BURST = "The dam above the city of Brin has burst after a strike."


@pytest.fixture
def burst(say: Callable[..., Said]) -> Said:
    return say(BURST, "wire", "disaster", at="04T09:00")


def fallen(view: View) -> list[bool]:
    return [c.debunked for c in view.claims]


def test_a_copy_falls_with_what_it_copies(burst: Said, say: Any, view: Callable[..., View], story: Story) -> None:
    copy = say(BURST, "herald", "disaster", at="04T10:00")
    assert fallen(orphaned(view(copy), [(burst[1], burst[0])], story)) == [True]


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("Water stood in the lower streets of Brin on Friday.", {}),
        (BURST, {"speaker": "Borland's defence ministry"}),
        (BURST, {"stance": "denied"}),
        (BURST.replace("a strike", "12 strikes"), {}),
    ],
    ids=["own words", "another speaker", "a denial", "another number"],
)
def test_what_is_no_copy_stands(text: str, more: Any, say: Any, view: Any, story: Story) -> None:
    first = say(BURST.replace("a strike", "3 strikes"), "wire", "disaster", at="04T09:00")
    other = say(text, "herald", "disaster", at="04T10:00", **more)
    assert fallen(orphaned(view(other), [(first[1], first[0])], story)) == [False]


def test_nothing_gone_changes_nothing(burst: Said, view: Callable[..., View], story: Story) -> None:
    held = view(burst)
    assert orphaned(held, [], story) is held


def test_a_document_is_no_copy_of_itself(burst: Said) -> None:
    printed = Print.of(burst[1], burst[0])
    assert not printed.copied(printed)
