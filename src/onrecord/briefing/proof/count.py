"""Tallies: a sentence taken apart into figures, each of which must be one of its claims' own, in the same role."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.briefing.lexicon import measures, nouns, words
from onrecord.briefing.proof import names, times
from onrecord.briefing.proof.stack import Stack
from onrecord.briefing.proof.tokens import value
from onrecord.records import Claim, Extent, Measure, Number, Operator, PlaceRole, Quantity, Scope, Sentence, Stance

_TIME = r"(?P<time> (?:on|in the night to) \d{1,2} [A-Z][a-z]+(?: \d{4})?)?"
_COUNT = r"(?:(?P<op{0}>at least|up to|more than|fewer than|about|almost) )?(?P<n{0}>[\w,.-]+)"
_WHERE = r"(?: {0} (?P<where>[A-Z][^,;.]*?))?"
_THING = r"(?P<owner>[A-Z][\w-]+ )?(?P<thing>[a-z][a-z ]*?)"


@dataclass(frozen=True)
class Fact:
    """One figure that a sentence states."""

    measure: Measure
    value: Number
    operator: Operator
    thing: str = ""
    whither: str = ""


@dataclass(frozen=True)
class Parsed:
    """What a tally sentence states: its figures, the owner of what is counted, its time, and whether "it" did it."""

    facts: tuple[Fact, ...]
    owner: str
    time: str
    active: bool
    where: str = ""


def tally(sentence: Sentence, stack: Stack, met: set[str]) -> str | None:
    """None if every figure of a tally stands in its claims in the same role; else why not."""
    claims = [stack.claims[c] for c in sentence.claims]
    who = names.mention(claims[0], stack, met)
    asides = {a for c in claims if (a := names.aside(c, stack))}
    apart = f", {next(iter(asides))}," if len(asides) == 1 else ""
    head = f"{who} said{apart} " if who else ""
    text = sentence.text
    if not who or len(asides) > 1 or text[:1].lower() + text[1 : len(head)] != head[:1].lower() + head[1:]:
        return "its speaker is not the one of its claims"
    if text[:1] != text[:1].upper() or (reason := _unfit(claims, stack)):
        return reason if text[:1] == text[:1].upper() else "it does not begin with a capital"
    parsed = parse(text[len(head) :])
    if parsed is None:
        return "its figures cannot be read"
    return _stands(parsed, claims, stack)


def _unfit(claims: list[Claim], stack: Stack) -> str | None:
    """Why claims may not make one tally."""
    if len({names.heard(c, stack) for c in claims}) != 1 or len({c.document for c in claims}) != 1:
        return "its figures are of more than one account"
    for claim in claims:
        verb = names.cue(claim, stack)
        asserted = claim.stance in (Stance.ASSERTED, Stance.HEDGED, Stance.UNATTRIBUTED)
        said = verb is not None and verb.print in ("said", "reported", "wrote")
        if not asserted or not said or names.stranger(claim, stack) or claim.attribution.chain or claim.background:
            return "its speaker did not simply say so"
    return None


def parse(text: str) -> Parsed | None:
    """The parts of a tally after "said": a lead, "and that" one part, and further parts after semicolons."""
    if not text.endswith("."):
        return None
    first, *rest = text[:-1].split("; ")
    lead, _, second = first.partition(" and that ")
    made = _lead(lead)
    if made is None or " and that " in second or (rest and not second):
        return None
    parts = [_part(p) for p in ([second] if second else []) + rest]
    if any(p is None for p in parts):
        return None
    return Parsed((*made.facts, *(p for p in parts if p is not None)), made.owner, made.time, made.active, made.where)


def _lead(text: str) -> Parsed | None:
    for measure, wording in measures().items():
        for form, active in (("it {a} ", True), ("that ", False)):
            if (active and not wording.active) or (not active and not wording.past):
                continue
            start = re.escape(form.format(a=wording.active))
            for whole in (True, False):
                found = re.fullmatch(
                    start + _shape(whole) + ("" if active else f" {_past(wording.past)}") + _end(whole), text
                )
                made = _facts(found, measure, whole, active) if found else None
                if made is not None:
                    return made
    return None


def _shape(whole: bool) -> str:
    of = f" of {_COUNT.format('whole')}" if whole else ""
    end = f" launched{_WHERE.format('at')}{_TIME}" if whole else ""
    return f"{_COUNT.format('part')}{of} {_THING}{end}"


def _end(whole: bool) -> str:
    return "" if whole else f"{_WHERE.format('over')}{_TIME}"


def _past(pattern: str) -> str:
    return re.escape(pattern).replace(re.escape("{be}"), "(?P<be>was|were)")


def _facts(found: re.Match[str], measure: Measure, whole: bool, active: bool) -> Parsed | None:
    part = _fact(found, "part", measure, found["thing"])
    total = _fact(found, "whole", Measure.LAUNCHED, found["thing"]) if whole else None
    if part is None or (whole and total is None) or not _agrees(found, part.value):
        return None
    facts = (total, part) if total is not None else (part,)
    return Parsed(facts, (found["owner"] or "").strip(), found["time"] or "", active, found["where"] or "")


def _agrees(found: re.Match[str], counted: Number) -> bool:
    be = found.groupdict().get("be")
    return be is None or be == ("was" if counted == 1 else "were")


def _fact(found: re.Match[str], name: str, measure: Measure, thing: str = "") -> Fact | None:
    number = value(found[f"n{name}"])
    operators = {told: operator for operator, told in words().operators.items()}
    return None if number is None else Fact(measure, number, operators[found[f"op{name}"] or ""], thing)


def _part(text: str) -> Fact | None:
    for measure, wording in measures().items():
        if not wording.past:
            continue
        to = r"(?P<to> to .+)?" if measure is Measure.RETURNED else ""
        found = re.fullmatch(f"{_COUNT.format('part')} {_past(wording.past)}{to}", text)
        fact = _fact(found, "part", measure) if found else None
        if found and fact is not None and _agrees(found, fact.value):
            whither = (found.groupdict().get("to") or "").removeprefix(" to ")
            return Fact(measure, fact.value, fact.operator, "", whither)
    return None


def _stands(parsed: Parsed, claims: list[Claim], stack: Stack) -> str | None:
    """Whether each figure is a claim's own, and each claim is cited for a figure that none before it holds."""
    used: set[str] = set()
    for fact in parsed.facts:
        holders = [(c, q) for c in claims for q in c.quantities if stands(fact, c, q, stack)]
        if not holders or len([f for f in parsed.facts if f.measure is fact.measure]) > 1:
            return f"no cited claim counts {fact.value} as {measures()[fact.measure].label}"
        used.add(holders[0][0].id)
    if {c.id for c in claims} - used:
        return "it cites a claim of which it tells nothing"
    holder, counted = next((c, q) for c in claims for q in c.quantities if stands(parsed.facts[0], c, q, stack))
    if parsed.time != times.common([holder.moment], stack.story.zone, stack.day.year):
        return "its time is not that of its claims"
    if parsed.where != _where(holder):
        return "where they flew is not the one place of its claim"
    if parsed.owner != adjective(holder, counted, stack):
        return "whose they are is not what the report printed"
    return _deed(parsed, claims, stack)


def _where(claim: Claim) -> str:
    """The name of the only town, district or region in which a claim places what it counts; empty without one."""
    fine = {Extent.SETTLEMENT, Extent.DISTRICT, Extent.REGION}
    places = {p.name for p in claim.places if p.precision in fine and p.role in (PlaceRole.AT, PlaceRole.TO)}
    return next(iter(places)) if len(places) == 1 else ""


def _deed(parsed: Parsed, claims: list[Claim], stack: Stack) -> str | None:
    """Whether "it" did what the sentence says it did: only armed forces that say so of themselves."""
    lead = (
        parsed.facts[-1]
        if len(parsed.facts) == 1
        else parsed.facts[1 if parsed.facts[0].measure is Measure.LAUNCHED else 0]
    )
    did = [c for c in claims for q in c.quantities if stands(lead, c, q, stack)]
    forces = {b.name for _, b in stack.bodies() if b.kind == "armed-forces"}
    own = any(names.heard(c, stack) in forces and _acts(c, stack) for c in did)
    return (
        None
        if own == parsed.active or not measures()[lead.measure].active
        else "who did it is not what the report says"
    )


def _acts(claim: Claim, stack: Stack) -> bool:
    """Whether the claim's speaker, or its side, is who did it."""
    if claim.agent is None:
        return False
    side = claim.speaker.side if claim.speaker is not None else None
    return claim.agent.name == names.heard(claim, stack) or (side is not None and side == claim.agent.party)


def stands(fact: Fact, claim: Claim, quantity: Quantity, stack: Stack) -> bool:
    """Whether a quantity is the figure that a sentence states."""
    named = nouns(quantity) or (("", "") if quantity.measure == quantity.object == Measure.HIT else None)
    if named is None or quantity.value is None or quantity.place is not None or quantity.population is not None:
        return False
    if quantity.scope is Scope.CUMULATIVE:
        return False
    things = {"", *named} if quantity.value == 1 else {"", named[1]}
    same = (quantity.measure, quantity.value, quantity.operator) == (fact.measure, fact.value, fact.operator)
    return (
        same
        and fact.thing in things
        and fact.whither == _destination(claim, quantity)
        and grounded(claim, quantity, stack)
    )


def _destination(claim: Claim, quantity: Quantity) -> str:
    if quantity.measure is not Measure.RETURNED:
        return ""
    places = {p.name for p in claim.places if p.role is PlaceRole.TO}
    return places.pop() if len(places) == 1 else ""


def grounded(claim: Claim, quantity: Quantity, stack: Stack) -> bool:
    """Whether the document prints the number at its place, and a word for what it counts in its sentence."""
    text = stack.text(claim)
    if quantity.span.end > len(text) or quantity.value is None:
        return False
    near = claim.sentence if claim.sentence.holds(quantity.span) else claim.proposition
    stems = measures()[quantity.measure].words
    named = claim.attribution.speaker
    said = near.of(text)
    if named is not None and near.holds(named):
        said = text[near.start : named.start] + text[named.end : near.end]
    part = quantity.subset_of is not None and quantity.population is not None
    if quantity.measure in words().moving and not part and re.match(words().share, text[quantity.span.end :]):
        return False
    if re.search(words().negated, text[max(0, quantity.span.start - 20) : quantity.span.start]):
        return False
    whole = quantity.measure is Measure.LAUNCHED and text[: quantity.span.start].rstrip().endswith(" of")
    return quantity.value in set(numbers(quantity.span.of(text))) and (
        whole or not stems or any(w in said.lower() for w in stems)
    )


def numbers(text: str) -> Iterator[Number]:
    """Every number that a few words name: digits, number words, "a", "no", and products like "two hundred"."""
    scale = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "dozen": 12}
    plain = {
        "a": 1,
        "an": 1,
        "no": 0,
        "none": 0,
        "both": 2,
        "single": 1,
        "sole": 1,
        "pair": 2,
        "half": 0.5,
        "neither": 0,
        "nobody": 0,
    }
    total: Number | None = None
    for word in re.findall(r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:\.\d+)?|[^\W\d_]+(?:-[^\W\d_]+)*", text):
        low = word.lower()
        told = value(word) if value(word) is not None else plain.get(low)
        if told is not None:
            yield told
            total = told if total is None or low in plain else total + told
        elif (times_ := scale.get(low) or scale.get(low.rstrip("s"))) is not None:
            total = times_ * (1 if total is None else total)
            yield total
    if total is not None:
        yield total


def adjective(claim: Claim, quantity: Quantity, stack: Stack) -> str:
    """The party's adjective that the report prints beside the number; empty where it prints none."""
    near = stack.text(claim)[quantity.span.start : quantity.span.start + 81].split()[:4]
    owned = {a for p in stack.story.parties for a in p.adjectives if " " not in a}
    return next((word for word in near if word in owned), "")
