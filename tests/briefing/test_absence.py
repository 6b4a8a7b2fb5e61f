from typing import Any

from msgspec.structs import replace

from onrecord.briefing.absence import absent, harmed
from onrecord.briefing.choose import choose
from onrecord.briefing.notebook import Notebook
from onrecord.records import Length


def missing(desk: Any) -> list[str | None]:
    told = choose(desk.events, (), Notebook(desk.shelf, Length(), frozenset()))
    return [draft.words(desk.pen) for _, draft in absent(told, desk.shelf, 4)]


def test_where_a_report_speaks_of_casualties_nothing_is_missing(desk: Any, tell: Any) -> None:
    tell["depot"](desk)
    assert not missing(desk)
    assert harmed(next(iter(desk.claims.values())), desk.shelf)


def test_absence_is_stated_with_its_basis(desk: Any, tell: Any) -> None:
    tell["depot"](desk)
    quiet = desk.documents[0].text.replace("but no casualties", "")
    first = desk.documents[0]
    desk.documents[0] = replace(first, text=quiet + " " * (len(first.text) - len(quiet)), id="")
    desk.claims = {
        id: c if c.document != first.id else replace(c, document=desk.documents[0].id, id="")
        for id, c in desk.claims.items()
    }
    desk.claims = {c.id: c for c in desk.claims.values()}
    desk.events = []
    desk.event("strike_impact", *desk.claims.values())
    assert missing(desk) == [
        "No figure for people killed or injured in a strike in Vell region in the night to 14 May was found in "
        "four monitored sources by 06:00 on 15 May."
    ]


def test_of_what_one_voice_tells_nothing_is_asked(desk: Any, tell: Any) -> None:
    tell["depot"](desk)
    first = desk.documents[0]
    desk.documents[0] = replace(first, text=first.text.replace("but no casualties", " " * 17), id="")
    alone = [replace(c, document=desk.documents[0].id, id="") for c in desk.claims.values() if c.document == first.id]
    desk.claims = {c.id: c for c in alone[:1]}
    desk.events = []
    desk.event("strike_impact", *desk.claims.values())
    assert not missing(desk)
