"""One finished sentence against the ledger: its evidence, its words, its standing."""

import re
from dataclasses import dataclass

from onrecord.briefing.lexicon import line, words
from onrecord.briefing.proof import content, count, falsehood, names, noted, pair, rank, toll, typed, withdrawal
from onrecord.briefing.proof.stack import Stack
from onrecord.briefing.proof.times import fleeting
from onrecord.records import Claim, Evidence, Quantity, Scope, Sentence, Span

_TWICE = re.compile(r"\b(\w+) \1\b", re.IGNORECASE)
_ANSWERED = re.compile(
    r"(?:; |, while ).*\b(?:denied|said|reported|neither confirmed nor denied|would not say|declined to comment)\b"
)
_LIKE = re.compile(r"[^\W_]{4,}|\d+")


@dataclass
class Reading:
    """What the proof remembers while it reads a briefing from top to bottom."""

    stack: Stack
    contested: set[str]
    charted: set[str]
    met: set[str]


def form(text: str) -> str:
    """The shape of a sentence, by its words."""
    if text.startswith("Accounts of "):
        return "differ"
    if text.startswith("No figure for "):
        return "absence"
    if re.search(r" (?:both|all) reported ", text):
        return "joint"
    if re.search(r" put .+ at .+ (?:on|by) \d.*, (?:up|down) from ", text):
        return "change"
    if re.search(_ANSWERED, text):
        return "pair"
    if " said that " in text and pair.MORE in text:
        return "more"
    if withdrawal.WITHDREW in text:
        return "withdrawn"
    if line("false") in text:
        return "false"
    if toll.parse(text) is not None:
        return "toll"
    if noted.parse(text):
        return "noted"
    return "tally" if _facts(text) else "unit"


def _facts(text: str) -> tuple[count.Fact, ...]:
    """The figures that a tally states; none where a text is no tally."""
    said = re.search(r" said(?:, citing [a-z ]+,)? ((?:it|that) .*)", text)
    parsed = count.parse(said[1]) if said else None
    return parsed.facts if parsed is not None else ()


def check(sentence: Sentence, section: str, reading: Reading) -> str | None:
    """None if the sentence stands; else why it does not."""
    stack = reading.stack
    reason = _cites(sentence, stack) or stutters(sentence)
    if reason is not None:
        return reason
    for shape in _shapes(sentence.text):
        reason = _worded(sentence, shape, section, reading)
        if reason is None:
            break
    reason = reason or _called(sentence, shape, stack)
    return reason or _standing(sentence, shape, section, reading)


def _shapes(text: str) -> tuple[str, ...]:
    """The shapes that a sentence may have, the likeliest first: a speaker's own words may look like any."""
    first = form(text)
    if first not in ("tally", "pair", "toll", "withdrawn", "false", "more", "noted"):
        return (first,)
    more = ("more",) if " said that " in text and pair.MORE in text else ()
    undone = ("withdrawn",) if withdrawal.WITHDREW in text else ()
    false = ("false",) if line("false") in text else ()
    return tuple(dict.fromkeys((first, *more, *undone, *false, "unit")))


def stutters(sentence: Sentence) -> str | None:
    """Whether a word stands twice in a row that does not in what the sentence cites."""
    quoted = " ".join(e.quote for e in sentence.evidence).lower()
    found = next((m[0] for m in _TWICE.finditer(sentence.text) if m[0].lower() not in quoted), None)
    return f"it says “{found}”" if found else None


def _cites(sentence: Sentence, stack: Stack) -> str | None:
    """Whether its evidence is exact, its claims are on record, and none of them is known to be false."""
    if not sentence.claims or len(set(sentence.claims)) != len(sentence.claims):
        return "it cites no claim, or one twice"
    if any(c not in stack.claims for c in sentence.claims):
        return "it cites a claim that is not on record"
    if len(set(sentence.evidence)) != len(sentence.evidence) or not all(stack.exact(e) for e in sentence.evidence):
        return "its evidence is not what the document says"
    told = sentence.claims[1:] if line("false") in sentence.text else sentence.claims
    if any(stack.claims[c].debunked for c in told):
        return "the report itself calls this false"
    if fleeting(re.sub(r"“[^”]*”", "", sentence.text)) or not content.quoted(sentence):
        return "it holds a time of another day, or a quotation that its evidence does not have"
    if not sentence.text.endswith(".") or sentence.text[:1] != sentence.text[:1].upper():
        return "it is not a whole sentence"
    return None


def _called(sentence: Sentence, shape: str, stack: Stack) -> str | None:
    """Whether what a report calls false is told in any other way than as called so."""
    so = line("false") in sentence.text.partition("; ")[0] and shape in ("false", "pair")
    return "the report itself calls this false" if stack.claims[sentence.claims[0]].debunked and not so else None


def _worded(sentence: Sentence, shape: str, section: str, reading: Reading) -> str | None:
    """Whether the words are those of the cited claims. Meets whom they name."""
    stack, met = reading.stack, set(reading.met)
    background = section == "background"
    if shape == "unit":
        reason = content.speech(sentence, stack, met, background) or _false(sentence, stack)
    elif shape == "more":
        reason = "what goes on is not background" if background else pair.more(sentence, stack, met)
        reason = reason or _false(sentence, stack)
    elif shape == "pair":
        reason = pair.pair(sentence, stack, met, background) or _false(sentence, stack)
    elif shape == "withdrawn":
        reason = "a withdrawal is not background" if background else withdrawal.withdrawal(sentence, stack)
    elif shape == "false":
        reason = "a falsehood is not background" if background else falsehood.falsehood(sentence, stack)
    elif shape == "noted":
        reason = "a count is not background" if background else noted.noted(sentence, stack, met)
    elif shape == "toll":
        reason = "a toll is not background" if background else toll.toll(sentence, stack, met)
    elif shape == "tally":
        reason = "a tally is not background" if background else count.tally(sentence, stack, met)
    elif shape == "joint":
        reason = "what both report is not background" if background else typed.joint(sentence, stack, met)
    elif shape == "differ":
        reason = typed.differ(sentence, stack, met, background)
    else:
        reason = typed.change(sentence, stack, met) if shape == "change" else typed.absence(sentence, stack)
    reading.met |= met
    return reason


def _false(sentence: Sentence, stack: Stack) -> str | None:
    """Whether the sentence repeats what a report calls false without saying that it is."""
    ids = {e.document for e in sentence.evidence}
    told = [c for id in sorted(ids) for c in stack.false.get(id, ())]
    near = any(e.document == c.document and e.span.overlaps(c.proposition) for e in sentence.evidence for c in told)
    said = any(w in sentence.text.lower() for w in words().debunk)
    return "it repeats as fact what the report calls false" if near and not said else None


def _standing(sentence: Sentence, shape: str, section: str, reading: Reading) -> str | None:
    """Whether claims, evidence, tags and figures agree with each other and with the page."""
    stack = reading.stack
    told, carried = _split(sentence, shape, stack)
    if told is None:
        return "its claims and its evidence do not belong together"
    if any(not any(_carries(t, c, stack) for t in told) for c in carried):
        return "it counts an outlet that does not say the same"
    if section not in ("background",) and not any(stack.published(c) > stack.opened for c in told):
        return "nothing of it was published since the day before"
    everyone = [stack.claims[c] for c in sentence.claims]
    found = rank.origins(told, stack)
    outlets = len({stack.documents[c.document].source for c in everyone})
    counts = _quantities(sentence, shape, told, stack)
    spoken = shape in ("unit", "pair", "toll", "more")
    note = rank.note(found, outlets) + (rank.asof(sentence.text, told[0], counts, stack) if spoken else "")
    if (sentence.origins, sentence.outlets, sentence.note) != (len(found), outlets, note):
        return "its origins and outlets are not those of its claims"
    if shape == "joint" and len(found) < 2:
        return "one origin cannot confirm itself"
    if sentence.status != rank.status(shape, told, section, reading.contested, stack):
        return "its status does not follow from its claims"
    if sentence.verdicts != rank.verdicts(shape, told, reading.contested, reading.charted, stack):
        return "its verdicts do not follow from the page"
    return rank.figures(sentence, counts)


def _split(sentence: Sentence, shape: str, stack: Stack) -> tuple[list[Claim] | None, list[Claim]]:
    """The claims that the words tell, and those that only carry them; None where evidence and claims do not match."""
    claims = [stack.claims[c] for c in sentence.claims]
    lead = claims[0]
    if shape in ("pair", "more"):
        parts = pair.halves(sentence, stack)
        if parts is None or _spans(parts.rest) != tuple((c.document, c.proposition) for c in parts.carried):
            return None, []
        return [*parts.claim, *parts.answer], list(parts.carried)
    if shape == "false":
        return claims, []
    if shape not in ("unit", "withdrawn"):
        spans = tuple(dict.fromkeys((c.document, c.proposition) for c in claims))
        return (claims if _spans(sentence.evidence) == spans else None), []
    told = [c for c in claims if c.document == lead.document]
    carried = [c for c in claims if c.document != lead.document]
    own = [e.span for e in sentence.evidence if e.document == lead.document]
    heard = {(names.heard(c, stack), c.stance) for c in told}
    fits = len(heard) == 1 and all(any(s.overlaps(c.proposition) for s in own) for c in told)
    alone = all(c.attribution.content == lead.attribution.content for c in told)
    alone = alone and told == sorted(told, key=lambda c: (c.proposition, c.id))
    rest = _spans(sentence.evidence)[len(own) :]
    return (told if fits and alone and rest == tuple((c.document, c.proposition) for c in carried) else None), carried


def _spans(evidence: tuple[Evidence, ...]) -> tuple[tuple[str, object], ...]:
    return tuple((e.document, e.span) for e in evidence)


def _carries(lead: Claim, claim: Claim, stack: Stack) -> bool:
    """Whether another outlet's claim is the same speaker's same word, in figures or else in most of its words."""
    if lead.speaker is None or claim.speaker is None or not lead.speaker.name:
        return False
    if (lead.speaker.name, lead.stance, lead.kind) != (claim.speaker.name, claim.stance, claim.kind):
        return False
    ours = {(q.measure, q.place): q.value for q in lead.quantities if q.value is not None}
    theirs = {(q.measure, q.place): q.value for q in claim.quantities if q.value is not None}
    if ours or theirs:
        both = set(ours) & set(theirs)
        return bool(both) and not any(ours[k] != theirs[k] for k in both)
    said = [{w.lower() for w in _LIKE.findall(c.proposition.of(stack.text(c)))} for c in (lead, claim)]
    return len(said[0] & said[1]) >= 0.6 * max(1, min(map(len, said)))


def _quantities(sentence: Sentence, shape: str, told: list[Claim], stack: Stack) -> list[Quantity]:
    """The quantities that the sentence's figures may be."""
    held = [q for c in told for q in c.quantities if q.value is not None]
    if shape == "toll":
        return [q for t in toll.figures(sentence, stack) or () for q in (t.quantity, t.part) if q is not None]
    if shape in ("pair", "more") and (parts := pair.halves(sentence, stack)) is not None:
        cited = {(e.document, e.span) for e in (*parts.told, *parts.answered)}
        inside = [q for c in told for q in c.quantities if q.value is not None and _inside(c, q, cited)]
        bare = [h for h in pair.both(sentence, parts) if noted.parse(h.text)]
        own = [q for h in bare for c in h.claims for q in stack.claims[c].quantities]
        return [q for q in inside if q not in own or any(q in noted.found(h, stack) for h in bare)]
    if shape in ("unit", "withdrawn"):
        spans = [e.span for e in sentence.evidence if e.document == told[0].document]
        return [q for q in held if any(s.holds(q.span) for s in spans)]
    if shape == "false":
        story = told[-1]
        spans = [e.span for e in sentence.evidence if e.document == story.document]
        return [q for q in story.quantities if q.value is not None and any(s.holds(q.span) for s in spans)]
    if shape == "noted":
        return noted.found(sentence, stack)
    if shape == "absence":
        return []
    if shape == "tally":
        whole = [q for q in held if q.place is None and q.population is None and q.scope is not Scope.CUMULATIVE]
        facts = {(f.measure, f.value) for f in _facts(sentence.text)}
        return [q for q in whole if (q.measure, q.value) in facts]
    if shape == "differ":
        return [q for c in told for q in c.quantities if typed.named(c, q, sentence.text)]
    return [q for c in told for q in c.quantities if _subject(c, q, sentence.text)]


def _subject(claim: Claim, quantity: Quantity, text: str) -> bool:
    """Whether a changed figure, or the whole of which it is a part, counts what a text names."""
    whole = quantity if quantity.subset_of is None else claim.quantities[quantity.subset_of]
    return quantity.value is not None and any(typed.subject(q) in text for q in (quantity, whole))


def _inside(claim: Claim, quantity: Quantity, cited: set[tuple[str, Span]]) -> bool:
    return any(document == claim.document and span.holds(quantity.span) for document, span in cited)
