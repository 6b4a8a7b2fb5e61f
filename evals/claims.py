"""Score the reader on the passages: what of each hand-written claim it reads right. `python -m evals.claims [--errors]`.

Shares are of the labelled cases, in two columns: `tune` (mistakes may be read) and `score` (only the figures are).
`--errors` lists the mistakes of the half `tune`, `--errors FIELD` those of one field.
"""

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from evals.passages.gold import Figure, Gold, Passage, Site, When, passages, stories, within
from onrecord.claims.extract import Extractor
from onrecord.records import Actor, Claim, Moment, Operator, Quantity, Span

HALVES = ("tune", "score")
RARE = {"hedged", "denied", "neither-confirmed-nor-denied", "called-for"}
SILENT = {"information", "other"}
REGION = (" region", " oblast", " province")


class Outcome(NamedTuple):
    """One case. `asked`: it is in the gold; `made`: the reader gave something; `right`: the two agree."""

    field: str
    passage: str
    half: str
    asked: bool
    made: bool
    right: bool
    expected: str = ""
    got: str = ""


class Tally(NamedTuple):
    """Counts of one field in one half."""

    asked: int
    made: int
    right: int
    balanced: bool

    @property
    def share(self) -> float:
        """F1 where what is made too much counts as well, else the share of the asked."""
        whole = self.asked + self.made if self.balanced else 2 * self.asked
        return 2 * self.right / whole if whole else 0.0


BALANCED = {"attribution", "figures found", "figures", "background"}
FIELDS = (
    "attribution", "speaker", "implicit", "stance", "rare stance", "venue", "chain", "kind", "sides",
    "figures found", "figures", "parts", "places", "moment", "background", "debunked", "off topic",
)  # fmt: skip


# ── One passage ───────────────────────────────────────────────────────────────────────────────────────────────────


def outcomes(passage: Passage, claims: tuple[Claim, ...], zone: ZoneInfo) -> Iterator[Outcome]:
    """Every case of one passage."""
    made = Made(passage, claims, zone)
    if passage.raw.off:
        yield made.outcome("off topic", True, True, not (told := made.events()), "no event", "; ".join(told))
        return
    yield from made.attributions()
    yield from made.figures()
    yield from made.places()
    for gold in passage.claims:
        yield from made.fields(gold)


class Made(NamedTuple):
    """A passage beside what the reader made of it."""

    passage: Passage
    claims: tuple[Claim, ...]
    zone: ZoneInfo

    @property
    def text(self) -> str:
        return self.passage.document.text

    def outcome(self, field: str, asked: bool, made: bool, right: bool, expected: str = "", got: str = "") -> Outcome:
        return Outcome(field, self.passage.raw.id, self.passage.raw.half, asked, made, right, expected, got)

    def events(self) -> list[str]:
        return [f"{c.kind}: {c.proposition.of(self.text)}" for c in self.claims if c.kind not in SILENT]

    def attributions(self) -> Iterator[Outcome]:
        """Linked attributions, one to one: contents share half their characters, speakers touch."""
        heard = sorted({(a.speaker, a.cue, a.content) for c in self.claims if (a := c.attribution).speaker}, key=repr)
        said = {(g.speaker, g.cue, g.content): g for g in self.passage.claims if g.speaker}
        pairs = sorted(
            ((iou(g.content, h[2]), -i, g, h) for i, g in enumerate(said.values()) for h in heard if linked(g, h[2], h[0])),
            key=lambda p: p[:2],
            reverse=True,
        )
        matched: dict[int, tuple[Span, ...]] = {}
        for _, i, _, h in pairs:
            if i not in matched and h not in matched.values():
                matched[i] = h  # type: ignore[assignment]
        for i, g in enumerate(said.values()):
            if -i in matched or not g.label.maybe:
                yield self.outcome("attribution", True, -i in matched, -i in matched, self.told(g.speaker, g.cue, g.content))
        free = [g.content for g in self.passage.claims if g.label.maybe or not g.speaker]
        for h in heard:
            if h not in matched.values() and not any(iou(c, h[2]) >= 0.5 for c in free):
                yield self.outcome("attribution", False, True, False, "", self.told(*h))

    def told(self, speaker: Span | None, cue: Span | None, content: tuple[Span, ...]) -> str:
        spoken = [s.of(self.text) if s else "-" for s in (speaker, cue)]
        return " | ".join([*spoken, " // ".join(c.of(self.text) for c in content)])

    def figures(self) -> Iterator[Outcome]:
        """Figures found (by characters) and wholly right (value, measure, operator, object); parts point to totals."""
        read = {q.span: (c, q) for c in self.claims for q in c.quantities}
        gold = [(span, figure) for g in self.passage.claims for span, figure in g.figures]
        for span, figure in dict(gold).items():
            near = [read[s] for s in sorted(read) if s.overlaps(span)]
            good = next(((c, q) for c, q in near if same(figure, q)), None)
            got = "; ".join(spell(q, self.text) for _, q in near) or "not read"
            yield self.outcome("figures found", True, bool(near), bool(near), figure.text, got)
            yield self.outcome("figures", True, bool(near), good is not None, str(figure), got)
            if figure.of:
                yield self.outcome("parts", True, bool(near), part_of(self.text, figure.of, near), str(figure), got)
        known = [span for span, _ in gold] + list(self.passage.ignored)
        for span in sorted(read):
            if not any(span.overlaps(k) for k in known) and span.of(self.text).lower() not in {"a", "an"}:
                for field in ("figures found", "figures"):
                    yield self.outcome(field, False, True, False, "", spell(read[span][1], self.text))

    def places(self) -> Iterator[Outcome]:
        for span, site in [pair for g in self.passage.claims for pair in g.sites]:
            near = [p for c in self.claims for p in c.places if p.span.overlaps(span)]
            right = any(placed(site, p.name, p.country) for p in near)
            got = "; ".join(sorted({f"{p.name} {p.country}" for p in near})) or "not read"
            yield self.outcome("places", True, bool(near), right, f"{site.name} {site.country}", got)

    def fields(self, gold: Gold) -> Iterator[Outcome]:
        """The fields of one labelled claim, in the reader's claim that lies nearest to it."""
        claim = nearest(gold, self.claims)
        label = gold.label
        if label.debunked:
            loose = [c for c in self.claims if iou((gold.part,), (c.proposition,)) >= 0.5 and not c.debunked]
            got = "; ".join(f"{c.stance} {c.kind}" for c in loose) or "nowhere as a fact"
            yield self.outcome("debunked", True, True, not loose, gold.part.of(self.text), got)
        elif not label.maybe or claim:
            where = f" in: {gold.part.of(self.text)}"
            for field, expected, got, right in compared(gold, claim, self.text, self.zone):
                yield self.outcome(field, True, claim is not None, right, expected + where, got)
            if claim and (label.background or claim.background):
                right = label.background and claim.background
                yield self.outcome("background", label.background, claim.background, right, gold.part.of(self.text))


# ── One claim ─────────────────────────────────────────────────────────────────────────────────────────────────────


def compared(gold: Gold, claim: Claim | None, text: str, zone: ZoneInfo) -> Iterator[tuple[str, str, str, bool]]:
    """Each labelled field: name, what is expected, what the claim has, whether that is right."""
    label, missing = gold.label, claim is None
    made = claim and claim.attribution
    if label.name is not None or label.party is not None:
        voice = claim and claim.speaker
        got = f"{voice.name} of {voice.party} ({voice.rule})" if voice else "nobody"
        right = not missing and alike(label.name, voice and voice.name) and alike(label.party, voice and voice.party)
        yield "speaker", f"{label.name} of {label.party}", "not read" if missing else got, right
        if label.implicit is not None and voice:
            yield "implicit", str(label.implicit), str(voice.implicit), label.implicit == voice.implicit
    if label.stance:
        got = str(claim.stance) if claim else "not read"
        for field in ("stance", "rare stance") if label.stance in RARE else ("stance",):
            yield field, label.stance, got, got == label.stance
    for field, asked, spans in (
        ("venue", gold.venue, (made.venue,) if made and made.venue else ()),
        ("chain", gold.chain, made.chain if made else ()),
    ):
        if asked:
            got = "; ".join(s.of(text) for s in spans) or "none"
            yield field, asked.of(text), got, any(iou((asked,), (s,)) >= 0.5 for s in spans)
    if label.kind:
        kinds = [label.kind] if isinstance(label.kind, str) else label.kind
        yield "kind", "/".join(kinds), claim.kind if claim else "not read", claim is not None and claim.kind in kinds
    if label.agent is not None or label.target is not None:
        sides = [(label.agent, claim and claim.agent), (label.target, claim and claim.target)]
        got = " -> ".join(str(actor and (actor.party or actor.name)) for _, actor in sides)
        right = not missing and all(sided(asked, actor) for asked, actor in sides)
        yield "sides", f"{label.agent} -> {label.target}", "not read" if missing else got, right
    if label.moment:
        moment = claim and claim.moment
        got = f"{moment.earliest} .. {moment.latest} ({moment.rule})" if moment else "none"
        yield "moment", str(label.moment), got, not missing and timed(label.moment, moment, zone)


def nearest(gold: Gold, claims: tuple[Claim, ...]) -> Claim | None:
    """The claim that covers most of the same characters, with the same cue if there is one."""

    def rank(claim: Claim) -> tuple[bool, float]:
        cue = claim.attribution.cue
        same = bool(cue and gold.cue and cue.overlaps(gold.cue)) if gold.cue else not cue
        return same, iou((gold.part,), (claim.proposition,))

    near = [c for c in claims if shared((gold.part,), (c.proposition,)) >= 0.5 * min(size(gold.part), size(c.proposition))]
    near = [c for c in near if size(c.proposition)]
    return max(near, key=rank, default=None)


def linked(gold: Gold, content: tuple[Span, ...], speaker: Span | None) -> bool:
    return bool(gold.speaker and speaker and gold.speaker.overlaps(speaker)) and iou(gold.content, content) >= 0.5


def sided(asked: str | list[str] | None, actor: Actor | None) -> bool:
    if asked is None:
        return True
    if asked == "":
        return actor is None
    return actor is not None and (actor.party or actor.name) in ([asked] if isinstance(asked, str) else asked)


def timed(when: When, moment: Moment | None, zone: ZoneInfo) -> bool:
    """Whether an interval is the one that is asked, to the minute; ends that are not labelled are not compared."""
    ends = [e and e.astimezone(zone).replace(tzinfo=None) for e in ((moment.earliest, moment.latest) if moment else ())]
    if when.open:
        return moment is None or moment.span is None or not any(ends)
    if len(ends) < 2:
        return False
    if when.day:
        return bool(ends[0] and ends[1] and within(when, ends[0], ends[1]))
    return all(_close(asked, end) for asked, end in zip((when.earliest, when.latest), ends, strict=True) if asked)


def _close(asked: datetime, end: datetime | None) -> bool:
    return end is not None and abs((asked - end).total_seconds()) <= 60


def same(figure: Figure, read: Quantity) -> bool:
    """Value, measure, operator and object, each where it is labelled; a bound may stand for the value."""
    low, high = read.low, read.high
    bound = high if read.operator in {Operator.AT_MOST, Operator.LESS_THAN, Operator.ALMOST} else low
    value = read.value if read.value is not None else bound
    kinds = (figure.object, read.object)
    return (
        figure.value in (None, value)
        and figure.low in (None, low)
        and figure.high in (None, high)
        and figure.measure in (None, read.measure)
        and figure.operator in (None, read.operator)
        and (not kinds[0] or bool(kinds[1]) and (kinds[0] in kinds[1].split() or kinds[1] in kinds[0].split()))
    )


def part_of(text: str, total: str, near: list[tuple[Claim, Quantity]]) -> bool:
    whole = [c.quantities[q.subset_of] for c, q in near if q.subset_of is not None]
    return any(w.span.of(text) in total or total in w.span.of(text) for w in whole)


def placed(site: Site, name: str, country: str | None) -> bool:
    return plain(site.name) == plain(name) and site.country in (None, country)


def plain(name: str) -> str:
    lowered = name.casefold()
    return next((lowered.removesuffix(end) for end in REGION if lowered.endswith(end)), lowered)


def alike(asked: str | None, got: str | None) -> bool:
    """Equal but for case and an article; an empty name is the narrator's."""
    if asked is None:
        return True
    return asked.casefold().removeprefix("the ") == (got or "").casefold().removeprefix("the ")


def spell(read: Quantity, text: str) -> str:
    return f"{read.span.of(text)!r} {read.measure} {read.operator} {read.value} [{read.low}, {read.high}] {read.object}"


def size(span: Span) -> int:
    return span.end - span.start


def shared(left: Iterable[Span], right: Iterable[Span]) -> int:
    return len(_characters(left) & _characters(right))


def iou(left: Iterable[Span], right: Iterable[Span]) -> float:
    ours, theirs = _characters(left), _characters(right)
    return len(ours & theirs) / max(1, len(ours | theirs))


def _characters(spans: Iterable[Span]) -> set[int]:
    return {i for span in spans for i in range(span.start, span.end)}


# ── All passages ──────────────────────────────────────────────────────────────────────────────────────────────────


def read(reader: Callable[[Passage], tuple[Claim, ...]] | None = None) -> list[Outcome]:
    """Every case of every passage, read by `reader` or by the project's own."""
    chosen = passages()
    told = stories(chosen)
    readers = {name: Extractor(story) for name, story in told.items()}
    ours = reader or (lambda p: readers[p.raw.story](p.document).claims)
    return [o for p in chosen for o in outcomes(p, ours(p), told[p.raw.story].zone)]


def tally(found: list[Outcome]) -> dict[str, Tally]:
    """Counts by field, in the order of FIELDS."""
    by: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in found:
        by[outcome.field].append(outcome)
    return {
        f: Tally(sum(o.asked for o in by[f]), sum(o.made for o in by[f]), sum(o.right for o in by[f]), f in BALANCED)
        for f in FIELDS
    }


def table(found: list[Outcome]) -> str:
    halves = [tally([o for o in found if o.half == half]) for half in HALVES]
    lines = [f"{'claims':16}" + "".join(f"{half:>8}  {'cases':>5}" for half in HALVES)]
    for field in FIELDS:
        cells = "".join(f"{t[field].share:8.3f}  {t[field].asked:5}" for t in halves)
        lines.append(f"{field + (' F1' if field in BALANCED else ''):16}{cells}")
    return "\n".join(lines)


def errors(found: list[Outcome], field: str = "") -> Iterator[str]:
    """The mistakes of the half that may be looked at."""
    for o in found:
        if not o.right and o.half == "tune" and field in ("", o.field):
            yield f"{o.field:13} {o.passage:10} expected {o.expected or 'nothing'}\n{'':25}got {o.got or 'nothing'}"


def main(*arguments: str) -> None:
    start = time.perf_counter()
    found = read()
    if "--errors" in arguments:
        print("\n".join(errors(found, *(a for a in arguments if not a.startswith("-")))), end="\n\n")
    print(table(found))
    print(f"{len({o.passage for o in found})} passages in {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main(*sys.argv[1:])
