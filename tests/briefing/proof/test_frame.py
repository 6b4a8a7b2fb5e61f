from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.briefing.proof import frame
from onrecord.briefing.proof.stack import Stack
from onrecord.records import Briefing


def stack(desk: Any) -> Stack:
    return Stack(desk.shelf.day, desk.view, desk.story)


@pytest.mark.parametrize(
    "check", [frame.title, frame.standfirst, frame.sources, frame.gaps, frame.counts, frame.citations]
)
def test_everything_round_the_text_is_counted_again(full: Any, check: Any) -> None:
    made: Briefing = full.write()
    other = replace(
        made,
        number=1,
        standfirst="",
        sources=(),
        gaps=(),
        citations=(),
        counts=replace(made.counts, problems=made.counts.problems + 1),
    )
    assert check(made, stack(full)) is None
    assert check(other, stack(full))


def test_sections_have_their_titles_and_lines(full: Any) -> None:
    made: Briefing = full.write()
    assert frame.titles(made, stack(full)) is None
    assert frame.titles(replace(made, sections=tuple(reversed(made.sections))), stack(full))
    for section in made.sections:
        assert frame.notes(section, made, (), stack(full)) is None
        assert frame.notes(replace(section, notes=("All is well.",)), made, (), stack(full))
