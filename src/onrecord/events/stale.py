"""Views -> the same claims, with what an earlier day's report already said word for word marked as background.

A bulletin put out again under a new date is no news, nor is the paragraph of the day before in a page that is edited.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec.structs import replace

from onrecord.events.tables import weights
from onrecord.events.words import fold
from onrecord.records import Claim, Story, View

WORD = re.compile(r"\w+")
Sentence = tuple[str, ...]


def settled(view: View, past: View, story: Story) -> View:
    """The view in which claims of a sentence that `view` or `past` has of an earlier day are background.

    `past` is the record as the last edition had it: it holds texts that later versions have replaced.
    """
    first = _first(said for one in (past, view) for said in _sentences(one, story))
    days = {c.id: (day, words) for c, day, words in _sentences(view, story)}
    stale = {id for id, (day, words) in days.items() if first[words] < day}
    if not stale:
        return view
    claims = tuple(replace(c, background=True) if c.id in stale and not c.background else c for c in view.claims)
    return replace(view, claims=claims)


def _first(told: Iterable[tuple[Claim, date, Sentence]]) -> dict[Sentence, date]:
    """The first day on which each sentence was published."""
    found: dict[Sentence, date] = {}
    for _, day, words in told:
        found[words] = min(day, found.get(words, day))
    return found


def _sentences(view: View, story: Story) -> Iterator[tuple[Claim, date, Sentence]]:
    """Each claim in a sentence that is long enough to be known again, with the day of its report and its words."""
    days = {d.id: story.day_of(d.published) for d in view.documents if d.published}
    texts = {d.id: d.text for d in view.documents}
    for claim in view.claims:
        if claim.document in days:
            words = tuple(WORD.findall(fold(claim.sentence.of(texts[claim.document]))))
            if len(words) >= weights().repost.words:
                yield claim, days[claim.document], words
