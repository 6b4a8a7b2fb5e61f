from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.briefing.proof.heading import headline
from onrecord.briefing.proof.stack import Stack

END = ": what we know on day 135"


@pytest.mark.parametrize(
    "text",
    [
        f"Sudland had begun to use Ostian soldiers in assaults{END}",
        f"Berg says Sudland had begun to use Ostian soldiers in assaults, in mixed units{END}",
        f"Marr and Norland's staff report shelling in Vell region{END}",
        f"Marr and Norland's staff report a strike in Vell region{END}6",
        END.removeprefix(": "),
    ],
)
def test_a_headline_says_what_its_leads_say(full: Any, text: str) -> None:
    made = full.write()
    stack = Stack(full.shelf.day, full.view, full.story)
    assert headline(made, stack) is None
    assert headline(replace(made, headline=text), stack)


def test_a_tally_may_lead(desk: Any, tell: Any) -> None:
    tell["tally"](desk)
    made = desk.write()
    stack = Stack(desk.shelf.day, desk.view, desk.story)
    assert made.headline == f"Norland's air force says 58 of 132 drones were shot down{END}"
    assert headline(made, stack) is None
    for old, new in (("58", "59"), ("132", "58"), ("drones", "missiles"), ("shot down", "launched"), ("says", "said")):
        assert headline(replace(made, headline=made.headline.replace(old, new, 1)), stack), new
