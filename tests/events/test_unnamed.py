"""Whom a report brings in without a name."""

from collections.abc import Callable

import pytest

from onrecord.events.card import Card
from onrecord.events.unnamed import brought, human, nameless
from onrecord.records import Claim, Document

Say = Callable[..., tuple[Document, Claim]]
Cards = Callable[..., list[Card]]


@pytest.mark.parametrize(
    ("speaker", "who", "one"),
    [
        ("a stallholder", "stallholder", True),
        ("two engineers", "engineers", True),
        ("the court", "court", False),
        ("the foreman of the yard", "foreman", False),
        ("the governor", "", False),
        ("officials", "", False),
        ("a video", "", True),
        ("one of our readers", "", True),
    ],
)
def test_who_has_no_name_is_known_by_what_they_are(speaker: str, who: str, one: bool, say: Say, cards: Cards) -> None:
    (card,) = cards(say("The mill burned.", "post", speaker=speaker))
    assert (nameless(card), brought(card)) == (who, one)


def test_words_for_people() -> None:
    assert [w for w in ("nurse", "stallholders", "video", "mill") if human(w)] == ["nurse", "stallholders"]
