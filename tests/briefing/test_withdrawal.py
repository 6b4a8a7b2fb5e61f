from typing import Any

import pytest


def test_what_an_outlet_took_back_is_told_as_taken_back(desk: Any, said: Any) -> None:
    text = "This morning The Vell Post reported that a cloud hung over Harno.\nNothing of that was right. We apologise."
    report = desk.report("post", text)
    claim = desk.claim(report, "a cloud hung over Harno", speaker="The Vell Post", cue="reported")
    desk.event("disaster", claim)
    briefing = desk.write()
    assert said(briefing) == ["The Vell Post withdrew its report that a cloud hung over Harno."]
    assert not briefing.dropped


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ("An hour later Wire One took it back.", True),
        ("An hour later a baker took it back.", False),
        ("Wire One was first. On Friday a brigade took it back.", False),
        ("A governor apologised to the families.", False),
        ("The Vell Post deleted it.", False),
        ("It rained.", False),
    ],
)
def test_another_outlet_must_be_named_where_it_is_taken_back(desk: Any, said: Any, after: str, told: bool) -> None:
    report = desk.report("post", f"Wire One had written that a dam had burst near Harno.\n{after}")
    claim = desk.claim(report, "a dam had burst near Harno", speaker="Wire One", cue="had written")
    desk.event("disaster", claim)
    found = "Wire One withdrew its report that a dam had burst near Harno." in said(desk.write())
    assert found is told


@pytest.mark.parametrize("after", ["On Friday a brigade took it back.", "A governor apologised to the families."])
def test_what_somebody_else_takes_back_is_no_withdrawal(desk: Any, said: Any, after: str) -> None:
    report = desk.report("post", f"The Vell Post reported that a brigade held Harno.\n{after}")
    claim = desk.claim(report, "a brigade held Harno", speaker="The Vell Post", cue="reported")
    desk.event("territory_change", claim)
    assert not any("withdrew" in line for line in said(desk.write()))
