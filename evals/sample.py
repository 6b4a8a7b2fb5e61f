"""A hundred claims of the example story, drawn for reading by hand. `python -m evals.sample [--write FILE]`.

Prints each claim of the draw with its sentence and every field that the reader filled, or writes that to FILE. What
a reading by hand found is in sample.toml; `--errors` lists it. A judgement is known by the text, the characters and the
values that were judged, so that it falls out of date when the reader reads that claim otherwise.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
from evals.passages.gold import HERE

from onrecord.claims.extract import Extractor
from onrecord.newsroom.story import load
from onrecord.records import Actor, Capture, Claim, Document, Moment, Place, Quantity, Span
from onrecord.records.record import ident
from onrecord.sources import collect

SIZE = 100
FILE = Path(__file__).with_suffix(".toml")
VERDICTS = ("wrong", "missing", "arguable")
"""What may be said against a field: its value is false; it is empty and the text has one; good readers may differ."""

FIELDS = (
    "claim", "speaker", "party", "cue", "venue", "chain", "stance", "kind", "agent", "target", "object", "weapon",
    "value", "measure", "operator", "counted", "scope", "places", "moment", "background", "debunked",
)  # fmt: skip
"""What is judged. `claim`: that there is one, and where it begins and ends; `counted`: what a figure counts."""


class Drawn(NamedTuple):
    """A claim of the draw, the document that it stands in, and its fields as words: an empty field is left out."""

    document: Document
    claim: Claim
    fields: dict[str, str]

    @property
    def id(self) -> str:
        """Of the text, the proposition's characters and the values: another reading of the claim is another id."""
        part = self.claim.proposition
        return ident("j", self.document.text, part.start, part.end, sorted(self.fields.items()))

    def shown(self) -> str:
        """The claim for reading: where it stands, its whole sentence, each filled field on a line."""
        head = f"{self.document.address}, published {self.document.published:%Y-%m-%d %H:%M %z}"
        told = [f"   {field:10} {value}" for field, value in self.fields.items()]
        return "\n".join([f"{self.id} {head}", f"   “{_flat(self.claim.sentence, self.document.text)}”", *told])


class Fault(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A field that is not right: the verdict, what is right instead, and why. `misleads`: it would, in a briefing."""

    field: str
    verdict: str
    right: str
    why: str
    misleads: bool = False


class Judgement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a reading by hand found of one claim. A field neither `right` nor at fault was rightly left empty."""

    id: str
    report: str
    says: str
    right: list[str]
    faults: list[Fault] = []


# ── The draw ──────────────────────────────────────────────────────────────────────────────────────────────────────


def everything() -> Iterator[Drawn]:
    """Every claim of the example story's reports, as the reader reads them today. Opens no connection."""
    path = HERE["ukraine"]
    story = load(path)
    reader = Extractor(story)
    for item in collect(story, path.parent):
        if isinstance(item, Capture):
            for claim in reader(item.document).claims:
                yield Drawn(item.document, claim, dict(fields(claim, item.document.text)))


def draw(found: Iterable[Drawn], size: int = SIZE) -> list[Drawn]:
    """`size` claims: one of each document, then a second; which comes first is by hash of text and characters."""
    turns: Counter[str] = Counter()
    placed = []
    for one in sorted(found, key=_lot):
        placed.append((turns[one.document.id], _lot(one), one))
        turns[one.document.id] += 1
    return [one for *_, one in sorted(placed, key=lambda each: each[:2])[:size]]


def _lot(one: Drawn) -> str:
    return ident("l", one.document.text, one.claim.proposition, one.claim.attribution.speaker)


# ── A claim in words ──────────────────────────────────────────────────────────────────────────────────────────────


def fields(claim: Claim, text: str) -> Iterator[tuple[str, str]]:
    """Each field that has a value, with that value in words."""
    said, voice = claim.attribution, claim.speaker
    told = {
        "claim": _flat(claim.proposition, text),
        "speaker": voice and f"{voice.name} ({voice.rule}){_of(said.speaker, text)}",
        "party": voice and voice.party,
        "cue": said.cue and _flat(said.cue, text),
        "venue": said.venue and _flat(said.venue, text),
        "chain": " < ".join(_flat(link, text) for link in said.chain),
        "stance": f"{claim.stance}{_of(claim.hedge, text)}",
        "kind": claim.kind,
        "agent": _actor(claim.agent, text),
        "target": _actor(claim.target, text),
        "object": _actor(claim.object, text),
        "weapon": claim.weapon and f"{claim.weapon.kind}{_of(claim.weapon.span, text)}",
        **_figures(claim.quantities, text),
        "places": "; ".join(_place(place, text) for place in claim.places),
        "moment": _moment(claim.moment, text),
        "background": "yes" if claim.background else "",
        "debunked": "yes" if claim.debunked else "",
    }
    return ((field, str(value)) for field, value in told.items() if value)


def _figures(quantities: tuple[Quantity, ...], text: str) -> dict[str, str]:
    """The five things that are judged of each figure, side by side where there are several."""
    return {
        "value": "; ".join(f"{q.value}{_of(q.span, text)}" for q in quantities),
        "measure": "; ".join(q.measure for q in quantities),
        "operator": "; ".join(q.operator for q in quantities),
        "counted": "; ".join(" ".join(filter(None, (q.population, q.object, q.unit))) or "-" for q in quantities),
        "scope": "; ".join(_scope(q) for q in quantities),
    }


def _scope(quantity: Quantity) -> str:
    total = "" if quantity.subset_of is None else f" of figure {quantity.subset_of + 1}"
    return f"{quantity.scope}{total}{f' in {quantity.place}' if quantity.place else ''}"


def _actor(actor: Actor | None, text: str) -> str:
    return f"{actor.party or actor.name}{_of(actor.span, text)}" if actor else ""


def _place(place: Place, text: str) -> str:
    pin = f"{place.lat:.2f} {place.lon:.2f}" if place.lat is not None and place.lon is not None else "no pin"
    where = ", ".join(filter(None, (place.region, place.country)))
    return f"{place.name}, {place.precision}, {where or 'nowhere'}, {pin}, {place.role}{_of(place.span, text)}"


def _moment(moment: Moment | None, text: str) -> str:
    if moment is None:
        return ""
    return f"{_end(moment.earliest)} to {_end(moment.latest)}, {moment.rule}{_of(moment.span, text)}"


def _end(instant: object) -> str:
    return f"{instant:%d.%m.%Y %H:%M}" if instant else "open"


def _of(span: Span | None, text: str) -> str:
    return f" “{_flat(span, text)}”" if span else ""


def _flat(span: Span, text: str) -> str:
    return " ".join(span.of(text).split())


# ── What the reading found ────────────────────────────────────────────────────────────────────────────────────────


def judged(path: Path = FILE) -> list[Judgement]:
    """The judgements on file. Raises msgspec.ValidationError where the file does not fit."""
    return msgspec.toml.decode(path.read_bytes(), type=dict[str, list[Judgement]])["claims"]


def stale(judgements: Iterable[Judgement], found: Iterable[Drawn]) -> list[Judgement]:
    """The judgements on claims that the reader reads otherwise today."""
    known = {one.id for one in found}
    return [judgement for judgement in judgements if judgement.id not in known]


def table(judgements: Iterable[Judgement]) -> str:
    """A Markdown table: for each field the claims that have it or should, how many of them are at fault, and how."""
    asked: Counter[str] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    for judgement in judgements:
        asked.update({*judgement.right, *(fault.field for fault in judgement.faults)})
        found.update((fault.field, fault.verdict) for fault in judgement.faults)
        found.update((fault.field, "misleads") for fault in judgement.faults if fault.misleads)
    columns = (*VERDICTS, "misleads")
    rows = [f"| field | claims | {' | '.join(columns)} |", f"|---|{'---|' * (len(columns) + 1)}"]
    for field in FIELDS:
        rows.append(f"| {field} | {asked[field]} | {' | '.join(str(found[field, c]) for c in columns)} |")
    sums = [sum(found[field, column] for field in FIELDS) for column in columns]
    rows.append(f"| all | {sum(asked.values()):,} | {' | '.join(map(str, sums))} |")
    return "\n".join(rows)


def errors(judgements: Iterable[Judgement]) -> Iterator[str]:
    """Each fault on a line, in the order of the fields."""
    told = [(FIELDS.index(f.field), j, f) for j in judgements for f in j.faults]
    for _, j, f in sorted(told, key=lambda each: each[0]):
        yield f"{f.field:10} {f.verdict:8} {'misleads' if f.misleads else '':8} {j.says} | {f.right} | {f.why}"


def main(*arguments: str) -> None:
    if "--errors" in arguments:
        print("\n".join(errors(judged())), end="\n\n")
        print(table(judged()))
        return
    found = list(everything())
    shown = "\n\n".join(f"{number}. {one.shown()}" for number, one in enumerate(draw(found), 1)) + "\n"
    if "--write" in arguments:
        Path(arguments[arguments.index("--write") + 1]).write_text(shown, encoding="utf-8")
    else:
        print(shown)


if __name__ == "__main__":
    main(*sys.argv[1:])
