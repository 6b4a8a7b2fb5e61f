"""Two accounts told in one sentence: each half must be reported speech, or a toll, of its own claims."""

import re
from typing import NamedTuple

from onrecord.briefing.lexicon import line, nouns
from onrecord.briefing.proof import content, count, falsehood, names, noted, toll, withdrawal
from onrecord.briefing.proof.stack import Stack
from onrecord.records import Claim, Evidence, Measure, Number, Scope, Sentence, Stance

MORE = ", and that "
"""What goes on with what a speaker said."""
ANSWERS = (Stance.DENIED, Stance.NEITHER)
_HARM = (Measure.DAMAGED, Measure.DESTROYED)
"""Measures of which either counts things hit."""


class Halves(NamedTuple):
    """The claims and the evidence of either half, and the claims that only carry one of them."""

    claim: tuple[Claim, ...]
    answer: tuple[Claim, ...]
    told: tuple[Evidence, ...]
    answered: tuple[Evidence, ...]
    carried: tuple[Claim, ...]
    rest: tuple[Evidence, ...]


def halves(sentence: Sentence, stack: Stack) -> Halves | None:
    """What a sentence cites, parted before the first claim of another speaker, or where it goes on with "and that", of
    another content; None where there is none."""
    claims = [stack.claims[c] for c in sentence.claims]
    other = _further if MORE in sentence.text else _other
    at = next((i for i, c in enumerate(claims) if i and other(c, claims[0], stack)), None)
    if at is None:
        return None
    end = next((i for i in range(at, len(claims)) if not _alike(claims[i], claims[at], stack)), len(claims))
    second = claims[at:end]
    own = [any(_within(e, c) for c in second) for e in sentence.evidence]
    if True not in own[1:] or len({c.document for c in claims[:at]}) > 1:
        return None
    first = own.index(True, 1)
    last = next((i for i in range(first, len(own)) if not own[i]), len(own))
    evidence = sentence.evidence
    return Halves(
        tuple(claims[:at]),
        tuple(second),
        evidence[:first],
        evidence[first:last],
        tuple(claims[end:]),
        evidence[last:],
    )


def _other(claim: Claim, lead: Claim, stack: Stack) -> bool:
    """Whether somebody else is heard; a report's own voice may name the place of what is counted in it."""
    beside = claim.speaker is None and claim.document == lead.document and claim.stance not in ANSWERS
    return names.heard(claim, stack) != names.heard(lead, stack) and not beside


def _further(claim: Claim, lead: Claim, stack: Stack) -> bool:
    """Whether one speaker says another thing."""
    same = (claim.document, claim.attribution.content) == (lead.document, lead.attribution.content)
    return not same and names.heard(claim, stack) == names.heard(lead, stack)


def _alike(claim: Claim, other: Claim, stack: Stack) -> bool:
    """Whether two claims are of one report, one speaker and one stance."""
    mine, theirs = ((c.document, names.heard(c, stack), c.stance) for c in (claim, other))
    return mine == theirs


def _within(evidence: Evidence, claim: Claim) -> bool:
    spans = (*claim.attribution.content, claim.proposition)
    return evidence.document == claim.document and any(s.holds(evidence.span) for s in spans)


def pair(sentence: Sentence, stack: Stack, met: set[str], dated: bool) -> str | None:
    """None if the sentence is two accounts parted by a semicolon, each as its speaker gave it; else why not.

    Meets whom they name. An answer never comes first.
    """
    parts = halves(sentence, stack)
    if parts is None or parts.claim[0].stance in ANSWERS:
        return "it holds no two accounts"
    for left, right in split(sentence.text, contrary(sentence, parts)):
        known = set(met)
        first = part(left, parts.claim, parts.told)
        second = part(right, parts.answer, parts.answered)
        if all(_stands(half, stack, known, dated) for half in (first, second)):
            met |= known
            return None
    return "its halves are not the words of their claims"


def more(sentence: Sentence, stack: Stack, met: set[str]) -> str | None:
    """None if the sentence is two of one speaker's, "said that ..., and that ..."; else why not. Meets the speaker."""
    parts = halves(sentence, stack)
    if parts is None or any(c.stance in ANSWERS or names.unsure(c) for c in (*parts.claim, *parts.answer)):
        return "it holds no two sentences of one speaker"
    for found in re.finditer(re.escape(MORE), sentence.text):
        known = set(met)
        first = part(f"{sentence.text[: found.start()]}.", parts.claim, parts.told)
        reason = content.speech(first, stack, known, False)
        who = names.mention(parts.answer[0], stack, known) or ""
        text = f"{who[:1].upper()}{who[1:]} said that {sentence.text[found.end() :]}"
        if reason is None and content.speech(part(text, parts.answer, parts.answered), stack, known, False) is None:
            met |= known
            return None
    return "its halves are not the words of its speaker"


def _stands(half: Sentence, stack: Stack, met: set[str], dated: bool) -> bool:
    """Whether one half is reported speech, a count of any shape, a withdrawal or a falsehood, of its own claims."""
    for proof in (toll.toll, count.tally, noted.noted) if not dated else ():
        known = set(met)
        if proof(half, stack, known) is None:
            met |= known
            return True
    if line("false") in half.text:
        return not dated and falsehood.falsehood(half, stack) is None
    if withdrawal.WITHDREW in half.text:
        return not dated and withdrawal.withdrawal(half, stack) is None
    return content.speech(half, stack, met, dated) is None


def part(text: str, claims: tuple[Claim, ...], evidence: tuple[Evidence, ...]) -> Sentence:
    """One half as a sentence of its own."""
    return Sentence(text=text, claims=tuple(c.id for c in claims), evidence=evidence)


def both(sentence: Sentence, parts: Halves) -> list[Sentence]:
    """The halves of a sentence as sentences, cut in every way in which it may be."""
    cuts = split(sentence.text, contrary(sentence, parts))
    lefts = [part(left, parts.claim, parts.told) for left, _ in cuts]
    return [*lefts, *(part(right, parts.answer, parts.answered) for _, right in cuts)]


def contrary(sentence: Sentence, parts: Halves) -> bool:
    """Whether both halves count one kind of thing and give no number of it alike: then they are told with "while"."""
    undone = any(w in sentence.text for w in (withdrawal.WITHDREW, line("false")))
    if undone or parts.answer[0].stance in ANSWERS:
        return False
    first, second = (_numbers(*half) for half in ((parts.claim, parts.told), (parts.answer, parts.answered)))
    return any(first[thing].isdisjoint(second[thing]) for thing in first if thing in second)


def _numbers(claims: tuple[Claim, ...], cited: tuple[Evidence, ...]) -> dict[tuple[object, ...], set[Number]]:
    """The numbers that claims give inside what is cited, by what they count; parts of others are left out."""
    found: dict[tuple[object, ...], set[Number]] = {}
    for claim in claims:
        for q in claim.quantities:
            here = any(e.document == claim.document and e.span.holds(q.span) for e in cited)
            if here and q.value is not None and q.subset_of is None:
                plural = nouns(q)[1] if nouns(q) else q.object or ""  # type: ignore[index]
                kind = "harm" if q.measure in _HARM else q.measure
                found.setdefault((kind, plural.rpartition(" ")[2], q.scope is Scope.CUMULATIVE), set()).add(q.value)
    return found


def split(text: str, contrast: bool) -> list[tuple[str, str]]:
    """The two halves of a text, at each semicolon or, of accounts in `contrast`, each "while", as sentences."""
    cuts = [(text[: m.start()], text[m.end() :]) for m in re.finditer(", while " if contrast else "; ", text)]
    return [(f"{left}.", right[:1].upper() + right[1:]) for left, right in cuts]
