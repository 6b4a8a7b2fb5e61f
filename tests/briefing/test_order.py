from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.briefing.order import beat, graver, score
from onrecord.records import Change, ChangeKind, Extent, Place, Scope


def test_sides_that_agree_and_news_count(desk: Any, tell: Any) -> None:
    event = tell["depot"](desk)
    claims = tuple(desk.claims.values())
    change = Change(kind=ChangeKind.NEW_EVENT, event=event.key, claims=event.claims, reason="new")
    new, old = (score(event, claims, changes, desk.shelf) for changes in ((change,), ()))
    assert new.sides == 3
    assert new.total - old.total == new.novelty == 2


def test_an_answer_ranks_with_its_claim(desk: Any, tell: Any) -> None:
    event = tell["soldiers"](desk)
    answer = tuple(c for c in desk.claims.values() if c.stance == "neither-confirmed-nor-denied")
    assert score(event, answer, (), desk.shelf).severity >= 7


def test_beats_follow_the_story(desk: Any, tell: Any) -> None:
    assert [beat(tell[name](desk), desk.shelf) for name in ("depot", "tally", "court", "losses")] == [0, 1, 2, 3]


def test_the_parts_add_up_and_more_origins_count_more(desk: Any, tell: Any) -> None:
    event = tell["depot"](desk)
    claims = tuple(desk.claims.values())
    one, four, ten = (score(replace(event, independent=n), claims, (), desk.shelf) for n in (1, 4, 10))
    for made in (one, four, ten):
        assert made.total == made.severity + made.origins + made.sides + made.novelty + made.scope
    assert one.total < four.total == ten.total


def test_the_newest_kind_of_news_counts_once(desk: Any, tell: Any) -> None:
    event = tell["depot"](desk)
    kinds = (ChangeKind.NEW_ORIGIN, ChangeKind.NEW_DENIAL, ChangeKind.OPEN_CONFLICT)
    changes = [Change(kind=k, event=event.key, claims=(), reason="") for k in kinds]
    assert score(event, tuple(desk.claims.values()), changes, desk.shelf).novelty == 2


@pytest.mark.parametrize(("dead", "points"), [(0, 0), (1, 1), (12, 2), (60, 3)])
def test_people_killed_make_an_event_graver(desk: Any, tell: Any, dead: int, points: int) -> None:
    tell["toll"](desk, ("some", dead, 14, 9))
    (claim,) = desk.claims.values()
    assert graver([claim]) == points
    assert graver([replace(claim, debunked=True)]) == 0
    total = replace(claim.quantities[0], scope=Scope.CUMULATIVE)
    assert graver([replace(claim, quantities=(total,))]) == 0


def test_what_names_no_land_is_not_elsewhere(desk: Any, tell: Any) -> None:
    event = tell["toll"](desk, ("12", 12, 14, 9))
    (claim,) = desk.claims.values()
    far = Place(span=claim.proposition, name="Ystad", precision=Extent.SETTLEMENT, country="SE")
    assert score(event, (claim,), (), desk.shelf).scope == 2
    assert score(event, (replace(claim, places=(far,)),), (), desk.shelf).scope == 0
