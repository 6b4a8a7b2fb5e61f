from typing import Any

from msgspec.structs import replace

from onrecord.briefing.proof.again import Again
from onrecord.briefing.proof.stack import Stack
from onrecord.records import Stance


def test_what_is_read_again_must_be_the_same(full: Any) -> None:
    stack = Stack(full.shelf.day, full.view, full.story)
    ids = tuple(full.claims)
    assert Again(stack, full.read)(ids) is None
    for change in ({"stance": Stance.DENIED}, {"quantities": ()}, {"speaker": None}):
        other = type(full.read)({id: replace(c, **change) for id, c in full.claims.items()})
        assert Again(stack, other)(ids)
    assert Again(stack, type(full.read)({}))(ids[:1])
    assert Again(stack, full.read)(("c-0",))
