"""A claim and its answer told in one sentence: both halves must be reported speech of their own claims."""

import re
from typing import NamedTuple

from onrecord.briefing.proof import content, names
from onrecord.briefing.proof.stack import Stack
from onrecord.records import Claim, Evidence, Sentence, Stance

ANSWERS = (Stance.DENIED, Stance.NEITHER)


class Halves(NamedTuple):
    """The claims and the evidence of either half, and the claims that only carry one of them."""

    claim: tuple[Claim, ...]
    answer: tuple[Claim, ...]
    told: tuple[Evidence, ...]
    answered: tuple[Evidence, ...]
    carried: tuple[Claim, ...]
    rest: tuple[Evidence, ...]


def halves(sentence: Sentence, stack: Stack) -> Halves | None:
    """What a sentence cites, parted before the first answer that somebody else gives; None where there is none."""
    claims = [stack.claims[c] for c in sentence.claims]
    at = next((i for i, c in enumerate(claims) if i and _answers(c, claims[0], stack)), None)
    if at is None:
        return None
    lead, answer = claims[0], claims[at]
    end = next((i for i in range(at, len(claims)) if not _alike(claims[i], answer, stack)), len(claims))
    own = [e.document == answer.document and _within(e, answer) for e in sentence.evidence]
    if True not in own[1:] or not all(_alike(c, lead, stack) for c in claims[:at]):
        return None
    first = own.index(True, 1)
    last = next((i for i in range(first, len(own)) if not own[i]), len(own))
    evidence = sentence.evidence
    return Halves(
        tuple(claims[:at]),
        tuple(claims[at:end]),
        evidence[:first],
        evidence[first:last],
        tuple(claims[end:]),
        evidence[last:],
    )


def _answers(claim: Claim, lead: Claim, stack: Stack) -> bool:
    return claim.stance in ANSWERS and names.heard(claim, stack) != names.heard(lead, stack)


def _alike(claim: Claim, other: Claim, stack: Stack) -> bool:
    """Whether two claims are of one report, one speaker and one stance."""
    mine, theirs = ((c.document, names.heard(c, stack), c.stance) for c in (claim, other))
    return mine == theirs


def _within(evidence: Evidence, claim: Claim) -> bool:
    return any(s.holds(evidence.span) for s in claim.attribution.content or (claim.proposition,))


def pair(sentence: Sentence, stack: Stack, met: set[str], dated: bool) -> str | None:
    """None if the sentence is a claim and its answer, parted by a semicolon; else why not. Meets whom they name."""
    parts = halves(sentence, stack)
    if parts is None or parts.claim[0].stance in ANSWERS:
        return "it holds no claim and answer"
    for left, right in split(sentence.text):
        known = set(met)
        first = part(left, parts.claim, parts.told)
        second = part(right, parts.answer, parts.answered)
        reason = content.speech(first, stack, known, dated) or content.speech(second, stack, known, dated)
        if reason is None:
            met |= known
            return None
    return "its halves are not the words of their claims"


def part(text: str, claims: tuple[Claim, ...], evidence: tuple[Evidence, ...]) -> Sentence:
    """One half as a sentence of its own."""
    return Sentence(text=text, claims=tuple(c.id for c in claims), evidence=evidence)


def split(text: str) -> list[tuple[str, str]]:
    """The two halves of a text, at each semicolon, as sentences."""
    cuts = [(text[: m.start()], text[m.end() :]) for m in re.finditer("; ", text)]
    return [(f"{left}.", right[:1].upper() + right[1:]) for left, right in cuts]
