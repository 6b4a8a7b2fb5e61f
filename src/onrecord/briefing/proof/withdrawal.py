"""Withdrawals: the outlet must have told it, and its report, or one that names it, must say that it was taken back."""

import re

from onrecord.briefing.lexicon import words
from onrecord.briefing.proof import content
from onrecord.briefing.proof.stack import Stack
from onrecord.briefing.proof.tokens import keyed, tokens
from onrecord.records import Claim, Sentence, Source, Stance

WITHDREW = " withdrew its report that "
NEAR, BEFORE = 160, 40
"""Characters behind the claim's sentence, and before the words that take it back, in which they must stand."""


def withdrawal(sentence: Sentence, stack: Stack) -> str | None:
    """None if an outlet took back what the sentence says that it did; else why not."""
    claim = stack.claims[sentence.claims[0]]
    name, _, _ = sentence.text.partition(WITHDREW)
    source = next((s for s in stack.story.sources if s.name == name and not s.speaker), None)
    if source is None or len(sentence.claims) != 1:
        return "no report on record says that it was withdrawn by its outlet"
    mine = _recalled(claim, source, stack)
    if not mine and not (_told(claim, source) and _undone(claim, source, stack)):
        return "no report on record says that it was withdrawn by its outlet"
    spans = tuple(e.span for e in sentence.evidence)
    if not (spans == (claim.proposition,) if mine else content.whole(spans, claim, stack)):
        return "its evidence is not the whole of what was said"
    found = keyed(tokens(sentence.text), stack.story.style)
    middle = content.between(found, f"{name}{WITHDREW}".rstrip(), "", stack)
    if middle is None or not content.aligned(middle, claim, spans, sentence, stack):
        return "its words are not those of the cited characters"
    return None


def _recalled(claim: Claim, source: Source, stack: Stack) -> bool:
    """Whether the outlet's own report, to the end of the claim's sentence, asks that its report of this be dropped.

    It must have been the first to print that sentence.
    """
    whole, at = claim.sentence.of(stack.text(claim)), stack.published(claim)
    others = [d for d in stack.documents.values() if d.source != source.id and whole in d.text]
    if any(d.published is not None and d.published < at for d in others):
        return False
    said = stack.text(claim)[claim.sentence.start : claim.proposition.start]
    rest = stack.text(claim)[claim.proposition.end : claim.sentence.end].strip(' .!”"')
    mine = stack.documents[claim.document].source == source.id and claim.attribution.cue is None
    return mine and not claim.debunked and not rest and any(re.search(form, said) for form in words().recalled)


def _told(claim: Claim, source: Source) -> bool:
    """Whether a claim is the outlet's word, in a report that quotes it by its name or the first word of it."""
    heard = re.sub(r"^[Tt]he ", "", claim.speaker.name or "") if claim.speaker else ""
    plain = re.sub(r"^The ", "", source.name)
    told = claim.attribution.cue is not None and claim.stance is Stance.ASSERTED and not claim.debunked
    return told and heard != "" and heard in (plain, plain.split()[0])


def _undone(claim: Claim, source: Source, stack: Stack) -> bool:
    text = stack.text(claim)
    after = text[claim.sentence.end : claim.sentence.end + NEAR]
    name = re.sub(r"^The ", "", source.name)
    own = stack.documents[claim.document].source == source.id
    for form in (*words().undone, *words().undone_by):
        for found in re.finditer(form, after):
            before = re.split(r"[.!?\n]", after[max(0, found.start() - BEFORE) : found.start()])[-1]
            if name in before or (own and (form in words().undone or re.search(r"\b[Ww]e\b", before))):
                return True
    return False
