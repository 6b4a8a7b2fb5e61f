import dataclasses

import pytest

from onrecord.claims.mention import Mention
from onrecord.records import PlaceRole


def test_a_mention_is_where_something_is_until_its_words_say_more() -> None:
    mention = Mention(0, 4, "Sumy", "sumy")
    assert mention.role == PlaceRole.AT and not mention.acts and mention.head is None
    with pytest.raises(dataclasses.FrozenInstanceError):
        mention.end = 5  # type: ignore[misc]
