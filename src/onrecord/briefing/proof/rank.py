"""What a sentence is worth, counted afresh: origins, outlets, status, verdicts, its note and its locked figures."""

import re

from onrecord.briefing.lexicon import kinds, words
from onrecord.briefing.proof import names, times
from onrecord.briefing.proof.stack import Stack
from onrecord.briefing.proof.tokens import tokens, value
from onrecord.records import Claim, Quantity, Scope, Sentence, Stance, Status, VerdictKind


def origins(claims: list[Claim], stack: Stack) -> set[tuple[str, str]]:
    """Who the claims go back to: a belligerent party counts once, a publisher family once."""
    found = set()
    for claim in claims:
        source = stack.source(claim)
        narrated = claim.speaker is None or not claim.speaker.name
        party = stack.story.party(source.party if narrated else claim.speaker.side if claim.speaker else None)
        if party is not None and party.belligerent:
            found.add(("party", party.name))
        elif narrated:
            found.add(("publisher", source.publisher or source.id))
        else:
            found.add(("speaker", names.heard(claim, stack) or ""))
    return found


def own(claim: Claim, stack: Stack) -> bool:
    """Whether an authority tells of its own act."""
    sort, name = kinds().get(claim.kind), names.heard(claim, stack)
    if sort is None or not sort.own or claim.stance is not Stance.ASSERTED:
        return False
    told = (t.text.lower() for t in tokens(claim.proposition.of(stack.text(claim))))
    if next((w in words().plans for w in told if w in words().plans | words().done), False):
        return False
    courts = {b.name for _, b in stack.bodies() if b.kind == "court"}
    return name in courts or (claim.agent is not None and claim.agent.name == name)


def status(form: str, told: list[Claim], section: str, contested: set[str], stack: Stack) -> Status:
    """How far the sentence may be trusted."""
    if section == "background":
        return Status.BACKGROUND
    if form == "joint":
        return Status.ESTABLISHED
    if form == "differ" or any(c.stance is Stance.DENIED or c.id in contested for c in told):
        return Status.DISPUTED
    if all(own(c, stack) for c in told):
        return Status.ESTABLISHED
    return Status.PRELIMINARY if any(names.unsure(c) for c in told) else Status.REPORTED


def verdicts(
    form: str, told: list[Claim], contested: set[str], charted: set[str], stack: Stack
) -> tuple[VerdictKind, ...]:
    """The verdicts that the page itself bears out."""
    ids = {c.id for c in told}
    rows = (
        (VerdictKind.CONFLICT, form == "differ" or bool(ids & contested)),
        (VerdictKind.PARTITION, bool(ids & charted)),
        (VerdictKind.AGREE, form == "joint"),
        (VerdictKind.UPDATE, form == "change"),
    )
    found = tuple(kind for kind, so in rows if so)
    return found if found else ((VerdictKind.SINGLE,) if len(origins(told, stack)) == 1 else ())


def note(found: set[tuple[str, str]], outlets: int) -> str:
    """The words beside the sentence."""
    sides = sum(kind == "party" for kind, _ in found)
    said = f"{len(found)} origin{'' if len(found) == 1 else 's'}"
    if sides >= 2:
        return f"{said}, {'both' if sides == 2 else sides} sides"
    return f"{said}, {outlets} outlets" if outlets > len(found) else said


def asof(text: str, lead: Claim, quantities: list[Quantity], stack: Stack) -> str:
    """The time that must stand beside a count that grows while it is taken, after a comma; empty for others."""
    counts = [q for q in quantities if q.measure in words().moving]
    if not counts or "as of" in text.lower():
        return ""
    at = stack.published(lead).astimezone(stack.story.zone)
    day = times.printed(at.date(), stack.day.year)
    whole = {q.scope for q in counts} == {Scope.CUMULATIVE}
    return f", as of {day}" if whole else f", as of {at.hour:02}:{at.minute:02} on {day}"


def figures(sentence: Sentence, quantities: list[Quantity]) -> str | None:
    """None if the locked figures are exactly the quantities that the sentence prints; else why not."""
    printed = {v for t in tokens(sentence.text) if (v := value(t.text)) is not None}
    wanted = {(q.value, q.measure, q.operator, q.object) for q in quantities if q.value in printed}
    locked = {(f.value, f.measure, f.operator, f.object) for f in sentence.numbers}
    if locked != wanted or len(locked) != len(sentence.numbers):
        return "its locked figures are not those of its claims"
    for figure in sentence.numbers:
        here = re.search(rf"(?<![\w,.]){re.escape(figure.text)}(?![\w]|[,.]\d)", sentence.text, re.IGNORECASE)
        if value(figure.text) != figure.value or here is None:
            return f"the figure {figure.text} does not stand in its text"
    return None
