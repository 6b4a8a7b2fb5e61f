"""Whether words belong to the speaker of their claim: nobody else is credited beside them, and they were not undone."""

import re
from collections.abc import Iterable
from itertools import pairwise

from onrecord.briefing.lexicon import words
from onrecord.briefing.pen import speaker
from onrecord.briefing.shelf import Shelf
from onrecord.briefing.unit import Unit
from onrecord.records import Measure, Span

NEAR = 160
"""Characters before and after a sentence in which it may be credited to somebody, or taken back."""

BEFORE = 40
"""Characters before the words that take something back in which it must be told who does."""
WE = re.compile(r"\b[Ww]e\b")
HEADLESS = r"(?:^|\s)\d[\d,]*\s+$"
"""A number right before a content: it was cut from it."""
BETWEEN = 4
"""Words between two pieces of a content beside cue and speaker, at the most: a title, whom it was told."""


def theirs(unit: Unit, shelf: Shelf) -> bool:
    """Whether what is printed is the speaker's own, whole, and still stands at the end of its report."""
    return _joined(unit, shelf) and not _lent(unit, shelf) and not _credited(unit, shelf) and not _undone(unit, shelf)


def _lent(unit: Unit, shelf: Shelf) -> bool:
    """Whether a report's own sentence was given to whom it has quoted before, and tells no count that goes on with his:
    "Classes had been due to begin", after a ministry's toll."""
    lead = unit.lead
    follows = lead.speaker is not None and lead.speaker.rule == "follow-on" and lead.attribution.cue is None
    own = shelf.source(lead).speaker == speaker(lead, shelf)
    counts = any(q.measure is not Measure.OTHER and q.value is not None for c in unit.claims for q in c.quantities)
    return follows and not own and not counts


def _joined(unit: Unit, shelf: Shelf) -> bool:
    """Whether pieces of a content stand round their cue or speaker, and little else: else a verb of theirs is lost."""
    said, text = unit.lead.attribution, shelf.document(unit.lead).text
    if re.search(HEADLESS, text[max(0, unit.spans[0].start - 12) : unit.spans[0].start]):
        return False
    marks = [s for s in (said.cue, said.speaker, *said.chain) if s is not None]
    for a, b in pairwise(unit.spans):
        inside = [m for m in marks if a.end <= m.start and m.end <= b.start]
        loose = len(text[a.end : b.start].split()) - sum(len(m.of(text).split()) for m in inside)
        if not inside or loose > BETWEEN:
            return False
    return True


def _credited(unit: Unit, shelf: Shelf) -> bool:
    """Whether the report credits its own sentence to somebody: in it, before it or after it in the paragraph."""
    lead = unit.lead
    if lead.attribution.cue is not None:
        return False
    own, text = shelf.source(lead).speaker == speaker(lead, shelf), shelf.document(lead).text
    start, end = unit.spans[0].start, max(unit.spans[-1].end, lead.sentence.end)
    before = text[max(0, start - NEAR) : start].rpartition("\n")[2]
    after = text[end : end + NEAR].lstrip('.!?”" ').partition("\n")[0]
    inside = Span(start=start, end=end).of(text)
    around = ((words().credits_before, before), (words().credits_after, after)) if not own else ()
    return any(re.search(form, part) for forms, part in ((words().credits, inside), *around) for form in forms)


def _undone(unit: Unit, shelf: Shelf) -> bool:
    """Whether the report takes it back in what follows: "Nothing of that was right", "... took it back"."""
    text = shelf.document(unit.lead).text
    end = max(unit.spans[-1].end, unit.lead.sentence.end)
    after, name = text[end : end + NEAR], speaker(unit.lead, shelf) or ""
    if any(re.search(form, after) for form in words().undone):
        return True
    called = {name, name.removeprefix("The ")} - {""}
    return any(WE.search(before) or any(n in before for n in called) for before in taken(after, words().undone_by))


def taken(text: str, forms: Iterable[str]) -> list[str]:
    """Where some of the words that take something back stand, what stands before them in their sentence."""
    found = [m.start() for form in forms for m in re.finditer(form, text)]
    return [re.split(r"[.!?\n]", text[max(0, at - BEFORE) : at])[-1] for at in found]
