from typing import Any

import pytest

from onrecord.records import Stance


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


RECALL = "Editors, please do not use our report of 08:05 that a dam near Harno had burst."


def test_an_outlet_recalls_its_own_report_and_who_speaks_against_it_stands_beside(desk: Any, said: Any) -> None:
    report, other = desk.report("wire", RECALL), desk.report("air", "It is not true that the Harno dam has burst.")
    recall = desk.claim(report, "a dam near Harno had burst.")
    voice = {"speaker": "Norland's air force", "party": "Norland", "rule": "publisher", "stance": Stance.DENIED}
    deny = desk.claim(other, "It is not true that the Harno dam has burst.", **voice)
    desk.event("disaster", recall, deny)
    briefing = desk.write()
    assert said(briefing) == [
        "Wire One withdrew its report that a dam near Harno had burst; Norland's air force said that it is not true "
        "that the Harno dam has burst."
    ]
    assert not briefing.dropped


def test_who_only_hands_on_another_s_recall_withdraws_nothing(desk: Any, said: Any) -> None:
    desk.report("wire", RECALL, hour=9)
    report = desk.report("post", RECALL, hour=10)
    desk.event("disaster", desk.claim(report, "a dam near Harno had burst."))
    assert not any("withdrew" in line for line in said(desk.write()))


def test_asking_editors_to_use_a_report_takes_nothing_back(desk: Any, said: Any) -> None:
    report = desk.report("wire", RECALL.replace("do not use", "use"))
    desk.event("disaster", desk.claim(report, "a dam near Harno had burst."))
    assert not any("withdrew" in line for line in said(desk.write()))
