from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.briefing import verify
from onrecord.records import Briefing, Length


def refused(desk: Any, made: Briefing) -> str:
    return " ".join(p.message for p in verify(made, desk.view, desk.story, desk.read, tuple(desk.events)))


def test_what_was_written_stands(full: Any) -> None:
    assert refused(full, full.write()) == ""


@pytest.mark.parametrize("part", ["severity", "origins", "sides", "novelty", "scope", "total"])
def test_no_part_of_a_score_can_be_changed(full: Any, part: str) -> None:
    made = full.write()
    first = made.scores[0]
    forged = replace(first, **{part: getattr(first, part) + 1})
    assert "The scores are refused" in refused(full, replace(made, scores=(forged, *made.scores[1:])))


def test_scores_are_in_order_and_complete(full: Any) -> None:
    made = full.write()
    for scores in (tuple(reversed(made.scores)), made.scores[1:], (*made.scores, made.scores[0]), ()):
        assert "The scores are refused" in refused(full, replace(made, scores=scores))


def test_no_party_is_made_louder(full: Any) -> None:
    made = full.write()
    for voices in (
        (replace(made.voices[0], claims=99), *made.voices[1:]),
        (replace(made.voices[0], told=99), *made.voices[1:]),
        made.voices[1:],
        (),
    ):
        assert "The voices is refused" in refused(full, replace(made, voices=voices))


def test_a_briefing_is_no_longer_than_it_says(full: Any) -> None:
    assert "The length is refused" in refused(full, replace(full.write(), length=Length(sentences=1)))
