"""An event -> why it is one: each link slot by slot, each join with its characters, each verdict, each judgement."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from onrecord.events.judge import MACHINE
from onrecord.events.tables import weights
from onrecord.newsroom.judge import word
from onrecord.records import (
    Claim,
    Document,
    Event,
    Join,
    Judgement,
    Link,
    OriginGroup,
    Ruling,
    Span,
    Story,
    Verdict,
    View,
)

AROUND = 40
"""Characters shown on each side of what two texts share."""


@dataclass(frozen=True)
class Day:
    """The record of one day and its events; `acts` are all acts of judging, those of later days too."""

    view: View
    events: tuple[Event, ...]
    story: Story
    acts: tuple[Ruling, ...]
    documents: dict[str, Document] = field(init=False)
    claims: dict[str, Claim] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "documents", {d.id: d for d in self.view.documents})
        object.__setattr__(self, "claims", {c.id: c for c in self.view.claims})

    def text(self, claim: str) -> str:
        """The text of the document that makes a claim."""
        return self.documents[self.claims[claim].document].text


def happening(event: Event, day: Day) -> Iterator[RenderableType]:
    """All that is known of why the claims are one event, the claims themselves left out."""
    where = f" at {event.place.name}" if event.place else ""
    count = f"{number(len(event.origins), 'origin')} in {number(event.outlets, 'outlet')}"
    claims = number(len(event.claims), "claim")
    head = f"{event.kind}{where} · {claims} · {count}, {event.independent} of them independent"
    yield Panel(Text(head), title=event.id)
    found = touching(event, day)
    if found:
        yield rulings(found, day.story, day.view.cutoff)
    yield from (group(origin, day) for origin in event.origins)
    if event.verdicts:
        yield findings(event.verdicts)
    yield from (bond(one, day) for one in event.links)


def touching(event: Event, day: Day) -> tuple[Ruling, ...]:
    """The acts of judging that touch an event's claims, those that the day does not know too."""
    inside = set(event.claims)
    return tuple(r for r in day.acts if any(not inside.isdisjoint(pair) for pair in r.pairs))


def rulings(found: tuple[Ruling, ...], story: Story, cutoff: datetime | None = None) -> RenderableType:
    """Acts of judging: who judged what and when, why, and how it stands. A day knows those up to its cutoff."""
    lines = [ruling(act, story, cutoff) for act in found]
    return Panel(Group(*lines), title="judgements", title_align="left", border_style="magenta")


def ruling(act: Ruling, story: Story, cutoff: datetime | None) -> Text:
    """One act of judging."""
    since, state = act.seen or act.at, act.state.value
    if since and cutoff and since > cutoff:
        state = f"not known to this day's briefing, but from {story.day_of(since)} on"
    back = act.judgement is Judgement.TAKEN_BACK
    said = "and" if back else word(act.relation, act.judgement)
    how = f"{'taken back' if back else 'judged'} by {act.by} at {clock(act.at, story)}; {state}"
    note = f"\n  {act.note}" if act.note else ""
    return Text.assemble((f"{act.left} {said} {act.right}", "bold"), f": {how}", (f"  ({act.id})", "dim"), note)


def clock(instant: datetime | None, story: Story) -> str:
    """A time in the story's zone."""
    return instant.astimezone(story.zone).strftime("%-d %B %Y, %H:%M") if instant else "no told time"


def number(count: int, name: str) -> str:
    """How many of what."""
    return f"{count:,} {name}{'' if count == 1 else 's'}"


def group(origin: OriginGroup, day: Day) -> RenderableType:
    """An origin: whose word it is, who carries it, and each join with what shows it."""
    side = f" ({origin.party})" if origin.party else ""
    head = f"origin {origin.name}{side}: {number(len(origin.claims), 'claim')} in {', '.join(origin.sources)}"
    parts: list[RenderableType] = [Text(head, "bold"), Text(f"  {origin.id}", "dim")]
    for join in origin.joins:
        parts.append(Text(f"  {join.left} = {join.right}: {join.rule}, “{join.shared}”"))
        parts += [Text.assemble("    ", shown) for shown in characters(join, day)]
    return Group(*parts)


def characters(join: Join, day: Day) -> Iterator[Text]:
    """Where the two texts have what they share: the characters, with their offsets and what is around them."""
    for claim in (join.left, join.right):
        if claim not in day.claims:
            continue
        text = day.text(claim)
        span = place(join, day.claims[claim], text)
        if span:
            before, after = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
            where = f"{claim} [{span.start}:{span.end}] "
            yield Text.assemble((where, "dim"), flat(before), (flat(span.of(text)), "black on yellow"), flat(after))


def place(join: Join, claim: Claim, text: str) -> Span | None:
    """The characters of a document that a join rests on, nearest to the claim; None where none are."""
    if join.rule == "primary-source":
        return claim.attribution.speaker
    words = [re.escape(w) for w in join.shared.split()]
    if join.rule not in ("copied-text", "credit", "chain") or not words:
        return None
    between = r"\W+" if join.rule == "copied-text" else r"\s+"
    found = re.finditer(rf"(?<!\w){between.join(words)}(?!\w)", text, re.IGNORECASE)
    spans = [Span(start=m.start(), end=m.end()) for m in found]
    return min(spans, key=lambda s: (abs(s.start - claim.sentence.start), s), default=None)


def flat(text: str) -> str:
    """Characters on one line."""
    return re.sub(r"\s", " ", text)


def findings(verdicts: tuple[Verdict, ...]) -> RenderableType:
    """Every verdict with its arithmetic and the reason in words."""
    table = Table(title="verdicts", title_justify="left", box=None, padding=(0, 2, 0, 0))
    for name in ("verdict", "on", "arithmetic", "reason"):
        table.add_column(name, overflow="fold")
    for one in verdicts:
        what = f"{one.measure}, {one.place}" if one.place else one.measure
        table.add_row(Text(one.kind, "bold"), Text(what), Text(one.arithmetic or ""), Text(one.reason))
    return table


def bond(one: Link, day: Day) -> RenderableType:
    """One link: of a person who judged and why, or of the machine as a waterfall of its slots."""
    pair = f"{one.left} ~ {one.right}"
    if one.by != MACHINE:
        note = f": {one.note}" if one.note else ""
        said = word(one.relation, one.judgement)
        return Text.assemble((pair, "italic"), f": {said}, judged by {one.by} at {clock(one.at, day.story)}{note}")
    limit = weights().threshold
    table = Table(
        title=f"{pair}: {one.judgement}, {one.score:.2f} of {limit:.2f} needed", title_justify="left", box=None
    )
    table.add_column("slot")
    for name in ("score", "weight", "product", "sum"):
        table.add_column(name, justify="right")
    table.add_column("why", overflow="fold")
    total = 0.0
    for slot in one.slots:
        total += slot.score * slot.weight
        score = "veto" if slot.veto else f"{slot.score:+.3f}"
        row = (slot.name, score, f"{slot.weight:.2f}", f"{slot.score * slot.weight:+.3f}", f"{total:.3f}")
        table.add_row(*row, Text(slot.reason))
    over = "reaches" if one.score >= limit else "is below"
    table.add_row("threshold", "", "", "", f"{limit:.3f}", Text(f"the sum {over} it", "dim"))
    return table
