"""Sentences that no writer wrote, put together from true parts of the record: two events told as one, old as new.

Each takes claims that the record itself keeps apart (`link`), and gives them the words, evidence and tags of the house.
"""

from collections.abc import Callable, Iterator
from itertools import combinations, permutations

import msgspec
from evals.mutations import sides
from evals.mutations.apart import Apart, counted, quoted, told
from evals.mutations.forge import Case, Data, Mutant, at, boxes, part
from evals.mutations.parts import made

from onrecord.briefing import house, joint, tally
from onrecord.briefing.absence import HARMFUL, harmed
from onrecord.briefing.changes import whose
from onrecord.briefing.draft import Draft, standing
from onrecord.briefing.fit import units
from onrecord.briefing.lexicon import kinds, line, words
from onrecord.briefing.pen import Pen, speaker
from onrecord.briefing.phrase import phrase
from onrecord.records import Claim, Extent, PlaceRole, Quantity, ident


def mutants(case: Case) -> Iterator[Mutant]:
    """All of them."""
    apart = Apart(case)
    yield from _joint(case, apart)
    yield from _differ(case, apart)
    yield from _change(case, apart)
    yield from _absence(case, apart)
    yield from _carried(case, apart)
    yield from _stale(case)
    yield from _tallied(case, apart)
    yield from sides.mutants(case, apart)


def _insert(sentence: Data, section: str, first: bool = False) -> Callable[[Data], None]:
    """The change that puts a sentence into a section, at its end or beginning."""

    def change(data: Data) -> None:
        told = part(data, section)["sentences"]
        told.insert(0 if first else len(told), sentence)

    return change


def _draft(form: str, rows: list[Claim], figures: tuple[Quantity, ...] = ()) -> Draft:
    claims = tuple(rows)
    spans = tuple((c, c.proposition) for c in claims)
    return Draft(form=form, claims=claims, spans=spans, words=lambda pen: None, figures=figures)


def _joint(case: Case, apart: Apart) -> Iterator[Mutant]:
    """Two things told as one that both sides report."""
    usable = [c for c in told(case) if c.stance in joint.ASSERTING and not c.background and c.kind in kinds()]
    for left, right in combinations([c for c in usable if case.shelf.fresh(c)], 2):
        alike = left.kind == right.kind and standing((left,), case.shelf) != standing((right,), case.shelf)
        where = joint.shared((left, right)) if alike else ""
        if where and apart.other(left, right):
            who = house.listed([speaker(c, case.shelf) for c in (left, right)])
            time = tally.moment((left, right), case.shelf)
            text = f"{house.capital(who)} both reported {kinds()[left.kind].phrase} in {where}{time}."
            sentence = made(_draft("joint", [left, right]), text, ident("e", left.id), "established", case)
            if sentence:
                yield Mutant(
                    "two things told as one that both report",
                    where,
                    quoted(left, right, case),
                    text,
                    _insert(sentence, "established", True),
                )


def _differ(case: Case, apart: Apart) -> Iterator[Mutant]:
    """Counts of different things told as accounts that differ."""
    tables = [t for _, t in boxes(case.data(), "tables")]
    for (a, p), (b, q) in combinations(counted(case), 2):
        same = joint.thing(p) == joint.thing(q) and joint.where(a, p) == joint.where(b, q) and p.value != q.value
        if not same or speaker(a, case.shelf) == speaker(b, case.shelf) or not apart.accounts(a, b, p.measure):
            continue
        draft = joint.differ([(a, p), (b, q)], case.shelf)
        text = draft.words(Pen(case.shelf)) if draft else None
        if not draft or not text:
            continue
        old = made(draft, text, ident("e", a.id), "background", case)
        if old:
            yield Mutant(
                "different things told as a conflict, in background",
                "background",
                quoted(a, b, case),
                text,
                _insert(old, "background"),
            )
        for event in {t["event"] for t in tables}:
            new = made(draft, text, event, "conflicts", case)
            if new:
                yield Mutant(
                    "different things told as a conflict",
                    "conflicts",
                    quoted(a, b, case),
                    text,
                    _insert(new, "conflicts"),
                )


def _change(case: Case, apart: Apart) -> Iterator[Mutant]:
    """Counts of different things told as one count that changed."""
    shelf, style, year = case.shelf, case.story.style, case.briefing.day.year
    for (now, q), (then, p) in permutations(counted(case), 2):
        same = speaker(now, shelf) == speaker(then, shelf) and (q.measure, q.object, q.scope) == (
            p.measure,
            p.object,
            p.scope,
        )
        if not same or not shelf.fresh(now) or shelf.fresh(then) or p.value == q.value or not apart.other(now, then):
            continue
        counts = [house.bounded(x.value or 0, x.operator, style) for x in (q, p)]
        way = "up" if (q.value or 0) > (p.value or 0) else "down"
        days = [shelf.published(c).astimezone(case.story.zone).date() for c in (now, then)]
        on, before = (f"on {house.dated(day, year)}" for day in days)
        over = f" over {q.place}" if q.place else ""
        thing = f"{'total ' if q.scope == 'cumulative' else ''}{whose(now, shelf)}{joint.thing(q)}{over}"
        text = f"{house.capital(speaker(now, shelf))} put {thing} at {counts[0]} {on}, {way} from {counts[1]} {before}."
        sentence = made(_draft("change", [now, then], (q, p)), text, ident("e", now.id), "changes", case)
        if sentence:
            yield Mutant(
                "different things told as a change",
                "changes",
                quoted(now, then, case),
                text,
                _insert(sentence, "changes"),
            )


def _absence(case: Case, apart: Apart) -> Iterator[Mutant]:
    """Said to be unknown where a report of the same event speaks of it."""
    shelf = case.shelf
    for claim in shelf.claims.values():
        places = [
            p for p in claim.places if p.role is PlaceRole.AT and p.precision in (Extent.SETTLEMENT, Extent.REGION)
        ]
        if (
            claim.kind not in HARMFUL
            or claim.kind not in kinds()
            or not places
            or harmed(claim, shelf)
            or not shelf.fresh(claim)
        ):
            continue
        others = [shelf.claims[c] for c in apart.home[claim.id].claims]
        told = [c for c in others if any(w in shelf.words(c, c.sentence).lower() for w in words().harm)]
        if told:
            monitored = house.counted(len(case.story.sources), "monitored source", case.story.style)
            cutoff = house.timed(case.view.cutoff.astimezone(case.story.zone), case.briefing.day.year)
            text = line(
                "absence", phrase=kinds()[claim.kind].phrase, place=places[0].name, time=tally.moment((claim,), shelf),
                monitored=monitored, cutoff=cutoff,
            )  # fmt: skip
            sentence = made(_draft("absence", [claim]), text, apart.home[claim.id].id, "unknown", case)
            if sentence:
                yield Mutant(
                    "told as unknown though known",
                    places[0].name,
                    quoted(claim, told[0], case),
                    text,
                    _insert(sentence, "unknown"),
                )


def _carried(case: Case, apart: Apart) -> Iterator[Mutant]:
    """Outlets counted that tell of something else."""
    shelf = case.shelf
    for i, section in enumerate(case.briefing.sections):
        for n, sentence in enumerate(section.sentences):
            lead = shelf.claims[sentence.claims[0]]
            for other in shelf.claims.values():
                told = other.speaker and lead.speaker and other.speaker.name == lead.speaker.name
                if (
                    told
                    and other.document != lead.document
                    and apart.other(lead, other)
                    and other.id not in sentence.claims
                ):
                    yield Mutant(
                        "outlet counted that tells of something else", sentence.text, "", quoted(lead, other, case),
                        _counted_in(("sections", i, "sentences", n), other, case),
                    )  # fmt: skip


def _counted_in(path: tuple[str | int, ...], other: Claim, case: Case) -> Callable[[Data], None]:
    def change(data: Data) -> None:
        sentence = at(data, path)
        sentence["claims"].append(other.id)
        sentence["evidence"].append(msgspec.to_builtins(case.shelf.evidence(other, other.proposition)))
        documents = {case.shelf.claims[c].document for c in sentence["claims"]}
        sentence["outlets"] = len({case.shelf.documents[d].source for d in documents})
        if sentence["outlets"] > sentence["origins"]:
            origins = sentence["origins"]
            sentence["note"] = f"{origins} origin{'s' if origins > 1 else ''}, {sentence['outlets']} outlets"

    return change


def _stale(case: Case) -> Iterator[Mutant]:
    """What a report of today tells as background, told as news."""
    shelf = case.shelf
    old = [c for c in told(case) if c.background and shelf.fresh(c)]
    for unit in units(old, shelf):
        text = phrase(unit, Pen(shelf))
        if text is not None:
            draft = Draft("unit", unit.claims, tuple((unit.lead, s) for s in unit.spans), lambda pen: None)
            held = tuple(q for c in unit.claims for q in c.quantities)
            draft = Draft("unit", unit.claims, draft.spans, draft.words, figures=held)
            sentence = made(draft, text, ident("e", unit.lead.id), "reported", case)
            if sentence:
                yield Mutant("background told as news", "reported", unit.lead.id, text, _insert(sentence, "reported"))


def _tallied(case: Case, apart: Apart) -> Iterator[Mutant]:
    """A figure of a tally exchanged for one that the same report gives of something else."""
    for i, section in enumerate(case.briefing.sections):
        for n, sentence in enumerate(section.sentences):
            claims = [case.shelf.claims[c] for c in sentence.claims]
            for figure in sentence.numbers:
                for other in case.shelf.of(claims[0].document):
                    for q in other.quantities:
                        if (
                            q.measure == figure.measure
                            and q.value not in (figure.value, None)
                            and apart(other, claims[0])
                        ):
                            made_ = f"{q.value:,}"
                            text = sentence.text.replace(figure.text, made_, 1)
                            change = _refigured(
                                ("sections", i, "sentences", n), text, figure.text, made_, q, other, case
                            )
                            yield Mutant(
                                "figure of another event in the same report", "sentence", sentence.text, text, change
                            )


def _refigured(
    path: tuple[str | int, ...], text: str, old: str, new: str, q: Quantity, claim: Claim, case: Case
) -> Callable[[Data], None]:
    def change(data: Data) -> None:
        sentence = at(data, path)
        sentence["text"] = text
        for figure in sentence["numbers"]:
            if figure["text"] == old:
                figure.update(text=new, value=q.value, operator=q.operator.value, object=q.object)
        sentence["claims"].append(claim.id)
        sentence["evidence"].append(msgspec.to_builtins(case.shelf.evidence(claim, claim.proposition)))

    return change
