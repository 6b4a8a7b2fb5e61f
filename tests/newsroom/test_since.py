"""An old briefing still stands; who checks it hears what of it was taken back since."""

from collections.abc import Callable
from pathlib import Path

from onrecord.claims import Extractor
from onrecord.newsroom import day, press
from onrecord.newsroom.check import examine
from onrecord.newsroom.since import since

Brief = Callable[[day.Desk, int], day.Edition]


def test_what_was_taken_back_since_is_told_and_the_briefing_stands(
    desk: day.Desk, edition: Brief, reader: Extractor, tmp_path: Path
) -> None:
    briefing = edition(desk, 3).briefing
    press.publish(briefing, tmp_path)
    assert examine(desk, tmp_path / "2025-03-12.json", reader)[1] == ()
    told = since(desk, briefing)
    ids = {s.id for p in briefing.sections for s in p.sentences}
    assert told and {p.subject for p in told} <= ids
    assert any("two helicopters" in p.message and "(Wire D): “An earlier version" in p.message for p in told)


def test_of_the_last_briefing_nothing_was_taken_back(desk: day.Desk, edition: Brief) -> None:
    assert since(desk, edition(desk, 4).briefing) == ()
