"""Score the reader on the passages: what of each claim it reads right. `python -m evals.claims [--errors [FIELD]]`.

Shares are of the labelled cases, a column a part: `tune` (mistakes may be read) and `score` (only the figures are) were
written for scoring alone; of the others `train` taught the encoder and `held` never did, nor was it looked at.
`--errors` lists the mistakes of `tune` and `train`, `--errors FIELD` those of one field.
"""

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple
from zoneinfo import ZoneInfo

from evals.passages.agree import NOT_READ, bare, compared, iou, linked, nearest, part_of, placed, same, spell
from evals.passages.gold import Gold, Passage, passages, stories

from onrecord.claims.extract import Extractor
from onrecord.records import Claim, Span, Stance

HALVES = ("tune", "score", "train", "held")
SILENT = {"information", "other"}
Heard = tuple[Span | None, Span | None, tuple[Span, ...]]
"""Speaker, cue and content of an attribution."""


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
        """Linked attributions, one to one, the best first: contents share half their characters, speakers touch."""
        heard = {(a.speaker, a.cue, a.content) for c in self.claims if (a := c.attribution).speaker}
        said = {(g.speaker, g.cue, g.content): g for g in self.passage.claims if g.speaker}
        pairs = [(s, h) for s, gold in said.items() for h in heard if linked(gold, h[2], h[0])]
        matched: dict[Heard, Heard] = {}
        for s, h in sorted(pairs, key=lambda pair: (-iou(pair[0][2], pair[1][2]), repr(pair))):
            if s not in matched and h not in matched.values():
                matched[s] = h
        for s, gold in said.items():
            if s in matched or not gold.label.maybe:
                yield self.outcome("attribution", True, s in matched, s in matched, self.told(*s), NOT_READ)
        free = [g for g in self.passage.claims if g.label.maybe or not g.speaker]
        for h in sorted(heard - set(matched.values()), key=repr):
            if not any(iou(g.content, h[2]) >= 0.5 or (g.cue and h[1] and g.cue.overlaps(h[1])) for g in free):
                yield self.outcome("attribution", False, True, False, "", self.told(*h))

    def told(self, speaker: Span | None, cue: Span | None, content: tuple[Span, ...]) -> str:
        spoken = [s.of(self.text) if s else "-" for s in (speaker, cue)]
        return " | ".join([*spoken, " // ".join(c.of(self.text) for c in content)])

    def figures(self) -> Iterator[Outcome]:
        """Figures found (by characters) and wholly right (value, measure, operator, object); parts point to totals."""
        read = {q.span: (c, q) for c in self.claims for q in c.quantities}
        gold = {span: figure for g in self.passage.claims for span, figure in g.figures}
        for span, figure in gold.items():
            near = [read[s] for s in sorted(read) if s.overlaps(span)]
            right = any(same(figure, q) for _, q in near)
            got = "; ".join(spell(q, self.text) for _, q in near) or NOT_READ
            yield self.outcome("figures found", True, bool(near), bool(near), figure.text, got)
            yield self.outcome("figures", True, bool(near), right, str(figure), got)
            if figure.of:
                yield self.outcome("parts", True, bool(near), part_of(self.text, figure.of, near), str(figure), got)
        known = [*gold, *self.passage.ignored]
        for q in (read[s][1] for s in sorted(read) if not any(s.overlaps(k) for k in known)):
            if not bare(q, self.text):
                yield self.outcome("figures found", False, True, False, "", spell(q, self.text))
                yield self.outcome("figures", False, True, False, "", spell(q, self.text))

    def places(self) -> Iterator[Outcome]:
        for span, site in [pair for g in self.passage.claims for pair in g.sites]:
            near = [p for c in self.claims for p in c.places if p.span.overlaps(span)]
            right = any(placed(site, p.name, p.country) for p in near)
            got = "; ".join(sorted({f"{p.name} {p.country}" for p in near})) or NOT_READ
            yield self.outcome("places", True, bool(near), right, f"{site.name} {site.country}", got)

    def fields(self, gold: Gold) -> Iterator[Outcome]:
        """The fields of one labelled claim, in the reader's claim that lies nearest to it."""
        claim = nearest(gold, self.claims)
        label = gold.label
        if label.debunked:
            near = [c for c in self.claims if iou((gold.part,), (c.proposition,)) >= 0.5]
            loose = [c for c in near if not c.debunked and c.stance is not Stance.DENIED]
            got = "; ".join(f"{c.stance} {c.kind}" for c in loose) or "nowhere as a fact"
            yield self.outcome("debunked", True, True, not loose, gold.part.of(self.text), got)
        elif not label.maybe or claim:
            where = f" in: {gold.part.of(self.text)}"
            for field, expected, got, right in compared(gold, claim, self.text, self.zone):
                yield self.outcome(field, True, claim is not None, right, expected + where, got)
            told = claim is not None and claim.background
            if label.background != "maybe" and not label.maybe and (label.background or told):
                asked = bool(label.background)
                got = "background" if told else "news"
                yield self.outcome("background", asked, told, asked and told, str(asked) + where, got)


# ── All passages ──────────────────────────────────────────────────────────────────────────────────────────────────


def read(reader: Callable[[Passage], tuple[Claim, ...]] | None = None, halves: Sequence[str] = HALVES) -> list[Outcome]:
    """Every case of the passages of some halves, read by `reader` or by the project's own."""
    chosen = [p for p in passages() if p.raw.half in halves]
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
    """The mistakes that may be looked at."""
    for o in found:
        if not o.right and o.half in ("tune", "train") and field in ("", o.field):
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
