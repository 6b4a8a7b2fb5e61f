"""What the rules say and what the encoder saw -> one answer for each slot of a claim.

Both have a vote: the encoder's is the logarithm of its probability, the rules' a constant that was tuned with the
weights. Rules that abstain have a smaller one. Kinds that only the story knows are the rules' alone.
"""

import re
from collections.abc import Mapping, Sequence
from math import log

import numpy as np

from onrecord.claims.encoder import Votes
from onrecord.claims.sight import Sight
from onrecord.claims.text import trim
from onrecord.records import Actor, Measure, Span, Stance

ENDS = " .!?…,;:\"'“”‘’«»"
"""Marks at the ends of a proposition, which say nothing of what it tells: it is asked as it was taught, without."""

_LEAST = 1e-3
"""No probability counts for less: a vote of 7 cannot be outvoted."""

_JOINT = re.compile(r"(?:[,;:.!?…—–\"”]|\b(?:and|but|while|whereas|or|that|which|after|when|as))\s*$", re.IGNORECASE)
_REACH = 12
_BOUND = re.compile(
    r"\s*(?:because|although|though|unless|despite|so that|in order to|due to|owing to)\b", re.IGNORECASE
)
"""Words that bind a clause to the one before it, of which it tells no more than why."""

_STOP = re.compile(r"[,;:.!?()\n]")
_NEAR, _BESIDE, _APART = 30, 0.12, 0.5
"""How likely a word must be to name what a number counts: within so many characters after it, and elsewhere."""
_EVEN = 0.5
"""How likely a narrated proposition may be to tell nothing and yet be taken for what it else tells."""
_SURE = {"background": 0.5, "carried": 0.5, "debunked": 0.2}
"""How likely each flag must be: what may be false is told as false too often rather than too seldom."""

_FAINT = {"background": 0.01, "carried": 0.1}
"""How likely a flag must be where the rules set it: what happened long ago may be the news, and words that only
hint that somebody goes on may be the report's.
"""

_ABSTAINED, _TALK = "other", "information"
_MEASURES = frozenset(Measure)
_SPOKEN = (Stance.ASSERTED, Stance.HEDGED, Stance.DENIED, Stance.NEITHER, Stance.CALLED_FOR)


_UNREPORTED = re.compile(
    r"(?:there\s+(?:is|are|was|were|have\s+been|has\s+been|had\s+been)\s+)?no\s+(?:[a-z]+\s+)?"
    r"(?:reports?|information|word|data|details|confirmation)\b",
    re.IGNORECASE,
)
"""What tells that nothing is known: nobody denies anything by it."""

_UNHURT = re.compile(
    r"(?:no(?:body|\s+one|\s+(?:people|civilians|residents))\s+(?:was|were|is|are|has\s+been|have\s+been|came|had\s+been)\s+"
    r"(?:(?:to|any)\s+)?(?:hurt|harm\w*|injured|wounded|affected)"
    r"|(?:there\s+(?:is|are|was|were|have\s+been|had\s+been)\s+)?no\s+(?:casualties|victims|injuries|injured|wounded|dead|deaths)\b)",
    re.IGNORECASE,
)
"""What tells that nobody was hurt: that is good news, and no denial."""

_OPEN = re.compile(r"\bneither\s+confirm\w*\s+n?or\s+den(?:y|ied|ies|ying)\b", re.IGNORECASE)
"""By these words a speaker leaves it open, whatever else stands in the same quotation."""


class Opinion:
    """The answers for one text."""

    def __init__(self, text: str, sight: Sight, votes: Votes) -> None:
        self.text, self.sight, self._votes = text, sight, votes

    def kind(self, part: Span, ruled: str, earnest: bool = True, told: bool = False) -> str:
        """The kind of a proposition.

        Where the rules know none, one is seen less easily in a text in which nobody speaks and nothing is `earnest`.
        What is `told` by nobody who is heard has some kind unless it more likely has none: without, it is no claim.
        """
        seen = self.sight.tells(self._bare(part))
        if seen is None or ruled not in seen.kinds:
            return ruled
        if ruled == _ABSTAINED:
            talk = not earnest or max(seen.kinds, key=seen.kinds.__getitem__) == _TALK
            kind = _elected(seen.kinds, ruled, self._votes.talk if talk else self._votes.other)
            some = told and kind == _ABSTAINED and seen.kinds[kind] <= _EVEN
            return max((k for k in seen.kinds if k != kind), key=seen.kinds.__getitem__) if some else kind
        return _elected(seen.kinds, ruled, self._votes.kind)

    def idle(self, parts: Sequence[Span]) -> float:
        """How likely the parts tell no event, from 0 to 1, on average; 0 where the encoder saw none of them."""
        seen = [told.kinds[_ABSTAINED] for part in parts if (told := self.sight.tells(self._bare(part))) is not None]
        return sum(seen) / len(seen) if seen else 0.0

    def stance(self, part: Span, cue: Span | None, ruled: Stance) -> Stance:
        """The stance of whoever is heard; that of nobody stays, and no denial nor open refusal becomes an assertion."""
        seen = self.sight.stances(self._bare(part), cue) if ruled in _SPOKEN else None
        if seen is None:
            return ruled
        vote = self._votes.same if ruled is Stance.ASSERTED else self._votes.stance
        chosen = Stance(_elected(seen, ruled.value, vote))
        if chosen is Stance.DENIED and any(p.match(self.text, part.start, part.end) for p in (_UNREPORTED, _UNHURT)):
            return ruled
        kept = ruled is Stance.DENIED or (ruled is Stance.NEITHER and _OPEN.search(self.text, part.start, part.end))
        return ruled if kept and chosen is Stance.ASSERTED else chosen

    def flag(self, name: str, part: Span, ruled: bool) -> bool:
        """Whether a proposition is told as background, is called false by the report itself ("debunked"), or is without
        a cue still the last speaker's ("carried"): if either says so, and the encoder does not rule it out.
        """
        seen = self.sight.tells(self._bare(part))
        if seen is None:
            return ruled
        return seen.flags[name] > (_FAINT.get(name, -1) if ruled else _SURE[name])

    def cuts(self, span: Span) -> list[int]:
        """Where inside a content a further proposition begins: after a mark or a word that joins; a reason is none."""
        found = self.sight.cuts(span, self._votes.cut)
        joined = (at for at in found if _JOINT.search(self.text, max(span.start, at - _REACH), at))
        return [at for at in joined if not _BOUND.match(self.text, at)]

    def measure(self, number: Span, ruled: Measure | None) -> Measure | None:
        """What a number counts; None where it counts nothing."""
        seen = self.sight.counts(number)
        if seen is None:
            return ruled
        known = {name: p for name, p in seen.measures.items() if name == "none" or name in _MEASURES}
        vote = self._votes.nothing if ruled is None else self._votes.measure
        chosen = _elected(known, "none" if ruled is None else ruled.value, vote)
        return None if chosen == "none" else Measure(chosen)

    def thing(self, number: Span, within: Span) -> Span | None:
        """The word for what a number counts: a noun that follows it needs less to be taken for it."""
        seen = self.sight.thing(number, within)
        if seen is None:
            return None
        offsets, likely = seen
        follows = (offsets[:, 0] >= number.end) & (offsets[:, 0] < number.end + self._phrase(number.end))
        sure = likely / np.where(follows, _BESIDE, _APART)
        best = int(np.argmax(sure))
        if sure[best] < 1:
            return None
        last = best
        while last + 1 < len(likely) and likely[last + 1] >= 0.5 and offsets[last + 1, 0] - offsets[last, 1] <= 1:
            last += 1
        return self._word(int(offsets[last, 0]), int(offsets[last, 1]))

    def side(
        self, part: Span, role: str, ruled: Actor | None, known: Sequence[Actor], other: Actor | None = None
    ) -> Actor | None:
        """Agent or target: of those known the likeliest, else whom the encoder sees, else the rules' own.

        Whom the rules hold for the `other` of the two must be the likelier for it.
        """
        seen = self.sight.roles(self._bare(part))
        if seen is None:
            return ruled
        offsets, likely = seen
        mine = self.sight.role(role)

        def score(actor: Actor) -> float:
            under = (offsets[:, 0] < actor.span.end) & (offsets[:, 1] > actor.span.start)
            return float(likely[under, mine].mean()) if under.any() else 0.0

        scores = {actor: score(actor) for actor in known}
        best = max(known, key=scores.__getitem__, default=None)
        if best is not None and scores[best] >= (self._votes.swap if best == other else self._votes.role):
            return best
        if ruled is not None and (ruled not in scores or scores[ruled] >= self._votes.kept):
            return ruled
        free = (offsets[:, 0] >= other.span.end) | (offsets[:, 1] <= other.span.start) if other else True
        pieces = np.flatnonzero((likely[:, mine] >= max(0.5, self._votes.role)) & free)
        if len(pieces):
            run = np.split(pieces, np.flatnonzero(np.diff(pieces) > 1) + 1)[0]
            start = self._word(int(offsets[run[0], 0]), int(offsets[run[0], 1])).start
            end = self._word(int(offsets[run[-1], 0]), int(offsets[run[-1], 1])).end
            span = Span(start=start, end=end)
            return Actor(span=span, name=span.of(self.text))
        named = ruled is not None and part.holds(ruled.span)
        return None if named else ruled

    def _phrase(self, at: int) -> int:
        """How many characters the noun phrase after a number has at most."""
        stop = _STOP.search(self.text, at, at + _NEAR)
        return (stop.start() if stop else at + _NEAR) - at

    def _bare(self, part: Span) -> Span:
        return trim(self.text, part, ENDS) or part

    def _word(self, start: int, end: int) -> Span:
        """The whole word around some characters."""
        while start > 0 and self.text[start - 1].isalnum() and self.text[start].isalnum():
            start -= 1
        while end < len(self.text) and self.text[end - 1].isalnum() and self.text[end].isalnum():
            end += 1
        return Span(start=start, end=end)


def _elected(seen: Mapping[str, float], ruled: str, vote: float) -> str:
    """The answer with most votes; no vote is negative."""
    likeliest = max(seen, key=seen.__getitem__)
    if ruled not in seen:
        return likeliest
    return ruled if _weight(seen[ruled]) + vote > _weight(seen[likeliest]) else likeliest


def _weight(likely: float) -> float:
    return log(max(likely, _LEAST))
