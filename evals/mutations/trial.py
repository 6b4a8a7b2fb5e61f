"""Mutants -> which of them the verifier let pass."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from evals.mutations import boxes, forms, frame, lies, parts, texts
from evals.mutations.forge import Case, Mutant
from evals.mutations.words import lexicon

from onrecord.briefing import verify


@dataclass
class Score:
    """How many mutants of each kind were tried, and those that passed."""

    tried: Counter[str] = field(default_factory=Counter)
    passed: list[Mutant] = field(default_factory=list)


def mutants(case: Case) -> Iterator[Mutant]:
    """Every mutant of a briefing."""
    yield from texts.mutants(case, lexicon(case.story, case.view))
    yield from parts.mutants(case)
    yield from boxes.mutants(case)
    yield from frame.mutants(case)
    yield from lies.mutants(case)
    yield from forms.mutants(case)


def sample(found: Iterable[Mutant], each: int, seed: int) -> list[Mutant]:
    """At most `each` of every kind, the same for the same seed."""
    kinds: dict[str, list[Mutant]] = defaultdict(list)
    for mutant in found:
        kinds[mutant.kind].append(mutant)
    draw = random.Random(seed)
    return [m for kind in sorted(kinds) for m in draw.sample(kinds[kind], min(each, len(kinds[kind])))]


def standing(case: Case) -> set[str]:
    """What the verifier says against the briefing as it is; empty if it stands."""
    return {p.message for p in verify(case.briefing, case.view, case.story, case.read, case.events, case.memory)}


def tried(case: Case, chosen: Iterable[Mutant]) -> Score:
    """Each mutant put before the verifier. Passed is what it says no more against than against the original."""
    score, known = Score(), standing(case)
    for mutant in chosen:
        made = case.forged(mutant)
        if made is None:
            continue
        score.tried[mutant.kind] += 1
        told = {p.message for p in verify(made, case.view, case.story, case.read, case.events, case.memory)}
        if told <= known:
            score.passed.append(mutant)
    return score
