from typing import Any

from onrecord.briefing.order import beat, score


def test_sides_that_agree_and_news_count(desk: Any, tell: Any) -> None:
    event = tell["depot"](desk)
    claims = tuple(desk.claims.values())
    new, old = (score(event, claims, known, desk.shelf) for known in (frozenset[str](), frozenset((event.key,))))
    assert new.sides == 3
    assert new.total - old.total == new.novelty == 2


def test_an_answer_ranks_with_its_claim(desk: Any, tell: Any) -> None:
    event = tell["soldiers"](desk)
    answer = tuple(c for c in desk.claims.values() if c.stance == "neither-confirmed-nor-denied")
    assert score(event, answer, frozenset(), desk.shelf).severity >= 7


def test_beats_follow_the_story(desk: Any, tell: Any) -> None:
    assert [beat(tell[name](desk), desk.shelf) for name in ("depot", "tally", "court", "losses")] == [0, 1, 2, 3]
