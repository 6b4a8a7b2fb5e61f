"""Which judgements stand."""

from datetime import UTC, datetime, timedelta
from itertools import permutations

from onrecord.ledger.judgements import ordered, standing
from onrecord.records import Judgement, Link

NOON = datetime(2024, 12, 14, 12, tzinfo=UTC)


def link(judgement: Judgement, by: str, hours: int) -> Link:
    return Link(left="c-1", right="c-2", judgement=judgement, by=by, at=NOON + timedelta(hours=hours))


def test_any_order_gives_the_same() -> None:
    links = [link(Judgement.SAME, "jo", 0), link(Judgement.DIFFERENT, "jo", 1), link(Judgement.SAME, "kim", 0)]
    for order in permutations(links):
        assert standing(order, NOON + timedelta(hours=1)) == (links[1], links[2])
        assert standing(order, NOON) == (links[0], links[2])


def test_it_counts_from_its_edition_in_the_order_in_which_it_was_made() -> None:
    told = Link(left="c-1", right="c-2", by="jo", at=NOON + timedelta(hours=5), seen=NOON)
    later = Link(
        left="c-1", right="c-2", judgement=Judgement.TAKEN_BACK, by="jo", at=NOON + timedelta(hours=6), seen=NOON
    )
    assert standing((later, told), NOON - timedelta(hours=1)) == ()
    assert standing((later, told), NOON) == (later,)
    assert ordered((later, told)) == (told, later)
