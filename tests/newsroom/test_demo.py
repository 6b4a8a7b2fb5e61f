"""The example story is where the demo looks for it."""

import pytest

from onrecord.errors import ModelError
from onrecord.newsroom.demo import DAYS, example
from onrecord.newsroom.story import load


def test_example_has_a_story() -> None:
    with example() as folder:
        story = load(folder)
    assert story.number(story.first_day) == 1
    assert len(DAYS) == 2


def test_missing_example_says_what_to_do() -> None:
    with pytest.raises(ModelError, match="install onrecord again"), example("atlantis"):
        pass
