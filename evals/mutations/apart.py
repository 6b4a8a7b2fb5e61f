"""What the record keeps apart: claims of different events, sides and times; and claims that can be told plainly."""

from evals.mutations.forge import Case

from onrecord.briefing import joint
from onrecord.briefing.lexicon import nouns, words
from onrecord.briefing.pen import anonymous, hedge, speaker, verb, voiced
from onrecord.events import link
from onrecord.records import Claim, Moment, Quantity, VerdictKind

Counted = tuple[Claim, Quantity]


class Apart:
    """Which claims the record holds to tell of different things."""

    def __init__(self, case: Case) -> None:
        self.events = link(case.view, case.story)
        self.home = {c: e for e in self.events for c in e.claims}

    def __call__(self, left: Claim, right: Claim) -> bool:
        """Whether the two are of different events."""
        return self.home[left.id].key != self.home[right.id].key

    def other(self, left: Claim, right: Claim) -> bool:
        """Whether two claims cannot be of the same thing: other sides, or times that do not meet."""
        sides = [(c.agent.party if c.agent else None, c.target.party if c.target else None) for c in (left, right)]
        crossed = any(a and b and a != b for a, b in zip(*sides, strict=True))
        return self(left, right) and (crossed or _disjoint(left.moment, right.moment))

    def accounts(self, left: Claim, right: Claim, measure: str) -> bool:
        """Whether the record holds two accounts of one measure to be no accounts of the same thing."""
        known = [
            v for v in self.home[left.id].verdicts if v.measure == measure and {left.id, right.id} <= set(v.claims)
        ]
        return self.other(left, right) or (bool(known) and all(v.kind is VerdictKind.DIFFERENT for v in known))


def _disjoint(left: Moment | None, right: Moment | None) -> bool:
    told = [m for m in (left, right) if m and m.earliest and m.latest and m.rule != "published"]
    if len(told) < 2:
        return False
    first, second = told
    return first.latest <= second.earliest or second.latest <= first.earliest  # type: ignore[operator]


def told(case: Case) -> list[Claim]:
    """Claims that somebody with a name made, outright, today or before."""
    usable = [c for c in case.shelf.claims.values() if voiced(c, case.shelf) and not anonymous(c, case.shelf)]
    people = {o.name for p in case.story.parties for o in p.people}
    plain = [c for c in usable if not c.debunked and not c.attribution.chain and speaker(c, case.shelf) not in people]
    return [c for c in plain if verb(c, case.shelf) is not None and hedge(c, case.shelf) == ""]


def counted(case: Case) -> list[Counted]:
    fits = [(c, q) for c in told(case) if c.stance in joint.ASSERTING for q in c.quantities]
    return [(c, q) for c, q in fits if q.value is not None and q.operator in words().operators and nouns(q)]


def quoted(left: Claim, right: Claim, case: Case) -> str:
    return " | ".join(f"{c.id} {case.shelf.words(c, c.proposition)}" for c in (left, right))
