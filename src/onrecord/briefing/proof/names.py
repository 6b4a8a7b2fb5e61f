"""Who may be named for a claim, and how: in full at first mention, by surname later, never anybody else."""

import re
from functools import lru_cache

from onrecord.briefing.lexicon import Verb, verbs, words
from onrecord.briefing.proof.stack import Stack
from onrecord.records import Claim, SourceKind, Stance

NEAR = 40
"""Characters beside the cue of a non-confirmation, or behind that of a denial, that may hold the other half of it."""


def heard(claim: Claim, stack: Stack) -> str | None:
    """The name of the speaker; in a report's own voice whose channel it is, else the outlet; None if unresolved."""
    if claim.speaker is not None and claim.speaker.name:
        return claim.speaker.name
    if claim.attribution.cue is not None or claim.attribution.speaker is not None:
        return None
    return outlet(claim, stack)


def outlet(claim: Claim, stack: Stack) -> str:
    """Whoever publishes the report: the body whose channel it is, else the source by its name."""
    source = stack.source(claim)
    return source.speaker or source.name


def stranger(claim: Claim, stack: Stack) -> bool:
    """Whether the speaker is named by the report alone and not by the story: then the outlet must cite them."""
    if claim.speaker is None or not claim.speaker.name:
        return False
    known = (
        {p.name for p in stack.story.parties}
        | {o.name for _, o in stack.people()}
        | {b.name for _, b in stack.bodies()}
    )
    known |= {name for s in stack.story.sources for name in (s.name, s.speaker) if name}
    return claim.speaker.name not in known


def loose(claim: Claim, stack: Stack) -> bool:
    """Whether a claim is an outlet's own word, and no agency's or body's: what others told it, as a rule."""
    source = stack.source(claim)
    own = claim.speaker is None or claim.speaker.name in (None, "", source.name)
    return own and source.kind in (SourceKind.MEDIA, SourceKind.SOCIAL) and not source.speaker


def mention(claim: Claim, stack: Stack, met: set[str]) -> str | None:
    """The one way to name the claim's speaker, given who was `met` before. Meets them."""
    name = heard(claim, stack)
    roles = [o for _, o in stack.people() if o.name == name]
    if name is None or not roles:
        return name
    if name in met:
        return surname(name, stack)
    met.add(name)
    on = stack.published(claim).date()
    held = [o for o in roles if (o.since is None or o.since <= on) and (o.until is None or on <= o.until)]
    role = (held or roles)[0].role
    return f"{name}, {role}," if role else name


def surname(name: str, stack: Stack) -> str:
    """The last word of a person's name, where only one person of the story bears it."""
    last = name.split()[-1]
    return last if sum(n.split()[-1] == last for n in {o.name for _, o in stack.people()}) == 1 else name


def brief(claim: Claim, stack: Stack) -> str:
    """How a headline names the speaker."""
    name = heard(claim, stack) or ""
    return surname(name, stack) if name in {o.name for _, o in stack.people()} else name


def via(claim: Claim, stack: Stack) -> str:
    """Whom the report had it from, as printed; empty where it names nobody."""
    return stack.printed(claim, claim.attribution.chain[0]) if claim.attribution.chain else ""


def cited(claim: Claim, stack: Stack, met: set[str]) -> str | None:
    """The speaker with the chain that it came by."""
    name, chain = mention(claim, stack, met), via(claim, stack)
    return f"{name.rstrip(',')}, as cited by {chain}," if name and chain else name


def cue(claim: Claim, stack: Stack) -> Verb | None:
    """The verb of the closed list that the claim's own cue and stance allow; None where none is allowed."""
    allowed = [v for v in verbs() if claim.stance in v.stances]
    if claim.attribution.cue is None:
        source, name = stack.source(claim), heard(claim, stack)
        voice = "outlet" if name == source.name and name != source.speaker else "channel"
        return next((v for v in allowed if v.voice == voice), None)
    span, near = claim.attribution.cue, NEAR if claim.stance is Stance.NEITHER else 0
    start, end = (
        (max(claim.sentence.start, span.start - near), min(claim.sentence.end, span.end + near))
        if near
        else (span.start, span.end)
    )
    said = claim.attribution.content[:1]
    if claim.stance is Stance.DENIED and said and 0 <= said[0].start - span.end <= NEAR:
        end = said[0].start
    text = " ".join(stack.text(claim)[start:end].lower().split())
    return _allowed(text, claim.stance)


@lru_cache(maxsize=4096)
def _allowed(text: str, stance: Stance) -> Verb | None:
    """The verb of the listed cue that begins first, and of those the longest."""
    best: tuple[int, int] | None = None
    picked: Verb | None = None
    for verb in (v for v in verbs() if stance in v.stances):
        for phrase in (c for c in verb.cues if c in text):
            found = re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text)
            if found is not None and (best is None or (found.start(), -len(phrase)) < best):
                best, picked = (found.start(), -len(phrase)), verb
    return picked


def hedge(claim: Claim) -> bool:
    """Whether the claim's hedge stands outside its content, so that the sentence must print it apart."""
    span = claim.hedge
    return span is not None and not any(s.holds(span) for s in (claim.proposition, *claim.attribution.content))


def ahead(claim: Claim, stack: Stack) -> tuple[int, str] | None:
    """Where a content goes on after a first phrase that only names its hedged basis, and the aside that tells it."""
    content = (claim.attribution.content or (claim.proposition,))[0]
    if claim.hedge is None or not content.holds(claim.hedge):
        return None
    start, basis, grounds = r"(?:that,?\s+)?", "|".join(words().basis), "|".join(words().grounds)
    text = content.of(stack.text(claim))
    found = re.match(rf"{start}(?:{basis})\s+(?P<told>\w+(?:\s+(?:{grounds}))?),\s+", text, re.IGNORECASE)
    if found is None or content.start + found.start("told") != claim.hedge.start:
        return None
    return content.start + found.end(), f"citing {' '.join(found['told'].lower().split())}"


def aside(claim: Claim, stack: Stack) -> str | None:
    """The words for a hedge beside the content; empty where there is none; None where the house has no words."""
    if (basis := ahead(claim, stack)) is not None:
        return basis[1]
    if not hedge(claim):
        return ""
    text = stack.printed(claim, claim.hedge).lower()
    return next((ours for start, ours in words().hedges.items() if text.startswith(start)), None)


def unsure(claim: Claim) -> bool:
    """Whether the speaker hedges at all."""
    return claim.hedge is not None or claim.stance is Stance.HEDGED
