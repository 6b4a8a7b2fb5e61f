"""Views -> the claims that say again, in other words, what their speaker said on an earlier day.

"The ministry has denied that it hit a clinic" stands as background in reports for days after the denial. By the words
alone: a claim of which an earlier claim of the same voice and kind has nearly every content word.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.events.tables import weights
from onrecord.events.words import fold, stems
from onrecord.records import Claim, Document, Moment, Story, View

Voice = tuple[str, str]
"""A speaker or a source, and a kind of event."""
Content = tuple[frozenset[str], frozenset[str]]
"""The content words and figures of a claim, and its places."""
Heard = dict[Voice, dict[Content, date]]
NUMBER = re.compile(r"\d+")


class Telling(NamedTuple):
    """A claim with its report, the day whose edition and the date that it came out on, and what the claim says."""

    claim: Claim
    document: Document
    day: date
    printed: date
    content: Content

    @property
    def speaker(self) -> str:
        """The name of who is quoted; empty where the report speaks itself."""
        return self.claim.speaker.name or "" if self.claim.speaker else ""


def retold(view: View, story: Story) -> View:
    """The view in which claims that tell what their speaker, in a claim of the same kind, told on an earlier day are
    background: for telling, once events are linked, as the words are new.

    In a speaker's own channel, and where there are figures, only what the claim itself dates to an earlier day.
    """
    every = list(_tellings(view, story))
    heard = _heard(every)
    known = {t.claim.id for t in every if _may(t, story) and _known(t, heard)}
    if not known:
        return view
    return replace(view, claims=tuple(replace(c, background=True) if c.id in known else c for c in view.claims))


def _tellings(view: View, story: Story) -> Iterator[Telling]:
    """The claims that say enough to be known again."""
    documents = {d.id: d for d in view.documents if d.published}
    for claim in view.claims:
        document = documents.get(claim.document)
        if document is not None and document.published is not None:
            content = _content(claim, document)
            if len(content[0]) >= weights().again.fewest:
                at = document.published.astimezone(story.zone)
                yield Telling(claim, document, story.day_of(at), at.date(), content)


def _content(claim: Claim, document: Document) -> Content:
    """What a claim says, without the names of its speaker and places."""
    said, places = claim.proposition, frozenset(p.name for p in claim.places)
    named = (*places, claim.speaker.name or "") if claim.speaker else places
    leave = frozenset(w for name in named for w in fold(name).split())
    words = stems([(document.text, said.start, said.end)], leave)
    return frozenset((*words, *NUMBER.findall(said.of(document.text)), *_figures(claim))), places


def _figures(claim: Claim) -> Iterator[str]:
    return (f"{q.measure} {q.value}" for q in claim.quantities if q.value is not None)


def _heard(every: list[Telling]) -> Heard:
    """By voice, the first day of each content; what a report says itself counts for all whom it quotes."""
    quoted: dict[str, set[str]] = defaultdict(set)
    for one in every:
        quoted[one.document.id] |= {one.speaker} - {""}
    found: Heard = defaultdict(dict)
    for one in every:
        voices = {one.speaker} if one.speaker else quoted[one.document.id]
        for voice in (*voices, one.document.source):
            told = found[voice, one.claim.kind]
            told[one.content] = min(one.day, told.get(one.content, one.day))
    return found


def _may(one: Telling, story: Story) -> bool:
    """Whether a claim can be one of those that only say again what is known."""
    if one.claim.background or not one.speaker:
        return False
    moment = _dated(one.claim)
    if moment is not None:
        return moment.latest is not None and moment.latest.date() <= one.printed
    own = any(s.id == one.document.source and s.speaker == one.speaker for s in story.sources)
    return not own and not list(_figures(one.claim))


def _dated(claim: Claim) -> Moment | None:
    """The time of a claim, where words of its report tell it."""
    return claim.moment if claim.moment is not None and claim.moment.span is not None else None


def _known(one: Telling, heard: Heard) -> bool:
    """Whether a claim told before, after what it tells of began, says the same."""
    moment = _dated(one.claim)
    begun = moment.earliest.date() if moment is not None and moment.earliest is not None else date.min
    told = (t for voice in (one.speaker, one.document.source) for t in heard.get((voice, one.claim.kind), {}).items())
    return any(begun <= day < one.day and _same(one.content, content) for content, day in told)


def _same(now: Content, then: Content) -> bool:
    """Whether an earlier claim, of no other place, has all numbers and nearly all words of a later one."""
    words, places = now
    told, where = then
    if places and where and places.isdisjoint(where):
        return False
    numbers = {w for w in words if NUMBER.search(w)}
    return numbers <= told and len(words & told) >= weights().again.shared * len(words)
