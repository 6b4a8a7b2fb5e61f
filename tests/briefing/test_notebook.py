from typing import Any

from onrecord.briefing.accounts import drafted
from onrecord.briefing.fit import units
from onrecord.briefing.notebook import Notebook, figure
from onrecord.records import Length, Measure, Quantity, Span


def test_what_is_told_or_refused_is_barred(desk: Any) -> None:
    report = desk.report("wire", "Norland's staff said 9 people died in Vell.")
    at = report.text.index("9")
    nine = Quantity(span=Span(start=at, end=at + 1), measure=Measure.KILLED, value=9, object="person")
    claim = desk.claim(report, "9 people died in Vell", counts=(nine,), speaker="Norland's staff", cue="said")
    (unit,) = units([claim], desk.shelf)
    book = Notebook(desk.shelf, Length(), frozenset())
    draft = drafted(unit, (claim,), False, book)
    assert not book.bars(draft)
    book.taken.add(claim.id)
    assert book.bars(draft) and not book.blank().bars(draft)
    assert Notebook(desk.shelf, Length(), frozenset({draft.key})).bars(draft)
    assert figure(claim, nine) == ("Norland's staff", Measure.KILLED, 9, None)
