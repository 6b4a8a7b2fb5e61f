"""Sentences in fixed shapes of which the record bears out nothing: falsehoods, withdrawals, counts, contrasts."""

from collections.abc import Callable, Iterator

from evals.mutations.apart import Counted, counted, told
from evals.mutations.forge import Case, Data, Mutant, part, swap
from evals.mutations.parts import made

from onrecord.briefing import house
from onrecord.briefing.draft import Draft
from onrecord.briefing.lexicon import line, nouns
from onrecord.briefing.noted import noted
from onrecord.briefing.pen import speaker
from onrecord.briefing.tally import moment
from onrecord.records import Claim, Measure, Quantity

WITHDREW = " withdrew its report that "
BESIDES, WHILE = line("besides"), line("while")


def mutants(case: Case) -> Iterator[Mutant]:
    """All of them."""
    homes = {c: e.id for e in case.events for c in e.claims}
    for claim in told(case):
        if case.shelf.fresh(claim) and claim.id in homes:
            yield from _undone(claim, homes[claim.id], case)
    for claim, quantity in counted(case):
        if case.shelf.fresh(claim) and claim.id in homes and quantity.measure is Measure.LAUNCHED:
            yield from _miscounted((claim, quantity), homes[claim.id], case)
    yield from _contrasts(case)


def _undone(claim: Claim, event: str, case: Case) -> Iterator[Mutant]:
    """What stands told as false, or as withdrawn, by who published it."""
    content = " ".join(case.shelf.words(claim, claim.proposition).split()).rstrip(".")
    for form, shape in (("false", line("false")), ("withdrawn", WITHDREW)):
        text = f"{case.shelf.source(claim).name}{shape}{content[:1].lower()}{content[1:]}."
        yield from _inserted(f"what stands told as {form}", form, claim, (), text, event, case)


def _miscounted(told_: Counted, event: str, case: Case) -> Iterator[Mutant]:
    """A count with another number, at another place, or by another voice."""
    claim, quantity = told_
    right = {(n.quantity.value, n.where) for n in noted([claim], case.shelf)}
    names = sorted({p.name for c in told(case) for p in c.places} - {p.name for p in claim.places})[:2]
    where = [f"over {p.name}" for p in claim.places] + [f"over {name}" for name in names]
    for number in (quantity.value or 0, (quantity.value or 0) + 1):
        for place in where:
            if (number, place) not in right:
                many = house.bounded(number, quantity.operator, case.story.style)
                thing = (nouns(quantity) or ("", ""))[number != 1]
                who = house.capital(speaker(claim, case.shelf))
                text = f"{who} reported {many} {thing} {place}{moment((claim,), case.shelf)}."
                yield from _inserted("count of another number or place", "noted", claim, (quantity,), text, event, case)


def _inserted(
    kind: str, form: str, claim: Claim, figures: tuple[Quantity, ...], text: str, event: str, case: Case
) -> Iterator[Mutant]:
    """A forged sentence on one claim, put among what is reported."""
    draft = Draft(form, (claim,), ((claim, claim.proposition),), lambda pen: None, figures=figures)
    sentence = made(draft, text, event, "reported", case)
    if sentence is not None:
        yield Mutant(kind, "reported", claim.id, text, _put(sentence))


def _put(sentence: Data) -> Callable[[Data], None]:
    return lambda data: part(data, "reported")["sentences"].append(dict(sentence))


def _contrasts(case: Case) -> Iterator[Mutant]:
    """Accounts that agree, or answer each other, told as a contrast; a contrast told as none."""
    for i, section in enumerate(case.briefing.sections):
        for n, sentence in enumerate(section.sentences):
            path = ("sections", i, "sentences", n, "text")
            for old, new in ((BESIDES, WHILE), (WHILE, BESIDES)):
                if old in sentence.text and len(sentence.claims) > 1:
                    text = sentence.text.replace(old, new, 1)
                    yield swap("contrast", sentence.text, path, sentence.text, text)
