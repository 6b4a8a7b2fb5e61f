from typing import Any

from msgspec.structs import replace

from onrecord.briefing.changes import corrections, notes, revised
from onrecord.briefing.choose import choose
from onrecord.briefing.tell import Limits, Notebook
from onrecord.records import Stance


def test_a_changed_figure_names_both(desk: Any, tell: Any) -> None:
    event = tell["losses"](desk)
    ((of, draft),) = revised([event], desk.shelf)
    assert of == event
    assert draft.words(desk.pen) == (
        "Norland's staff put total Sudlandish casualties at 761,160 on 14 May, up from 760,120 on 13 May."
    )


def test_an_equal_figure_is_no_change(desk: Any, tell: Any) -> None:
    event = tell["losses"](desk)
    first = next(iter(desk.claims.values())).quantities
    desk.claims = {
        id: replace(c, quantities=(replace(c.quantities[0], value=first[0].value),)) for id, c in desk.claims.items()
    }
    assert not revised([event], desk.shelf)


def test_denials_and_open_conflicts_are_listed(full: Any) -> None:
    document = full.report("wire", "Sudland's defence ministry denied hitting the Vell dam.")
    full.claim(
        document, "hitting the Vell dam", speaker="Sudland's defence ministry", cue="denied", stance=Stance.DENIED
    )
    told = choose(full.events, frozenset(), Notebook(full.shelf, Limits(), frozenset()))
    assert notes(told, full.shelf) == (
        "Still in conflict: missiles launched on 13 May.",
        "New denials since day 134: Sudland's defence ministry.",
    )


def test_a_changed_report_is_a_correction(desk: Any) -> None:
    assert corrections((), desk.shelf) == ("No report on record was changed by its publisher since day 134.",)
    desk.report("wire", "Later text.", title="The depot", supersedes="d-0")
    assert corrections((), desk.shelf) == (
        "Wire One changed its report “The depot”; the later version is the one read here.",
    )
