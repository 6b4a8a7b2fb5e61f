"""Sentences of fixed shapes: what both report, accounts that differ, a changed figure, a figure nobody gave."""

import re

from onrecord.briefing.lexicon import inside, kinds, line, local, measures, nouns, over, words
from onrecord.briefing.proof import names, times
from onrecord.briefing.proof.count import grounded, numbers
from onrecord.briefing.proof.stack import Stack
from onrecord.briefing.proof.tokens import same
from onrecord.records import Claim, Extent, Measure, Operator, PlaceRole, Quantity, Scope, Sentence, Stance

ASSERTED = (Stance.ASSERTED, Stance.HEDGED, Stance.UNATTRIBUTED)
HARMFUL = ("aerial_attack", "strike_impact", "shelling", "disaster", "sabotage")
"""Kinds of event of which it may be said that nobody told how many were hurt."""


def joined(told: list[str]) -> str:
    """a, b and c."""
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"


def joint(sentence: Sentence, stack: Stack, met: set[str]) -> str | None:
    """None if independent accounts all report this kind of thing at this place and time; else why not."""
    claims = [stack.claims[c] for c in sentence.claims]
    if len(claims) < 2 or len({c.kind for c in claims}) != 1 or claims[0].kind not in kinds():
        return "its claims do not tell of one kind of thing"
    for claim in claims:
        fits = claim.stance in ASSERTED and not claim.attribution.chain and not claim.background
        if not fits or names.cue(claim, stack) is None or names.stranger(claim, stack):
            return "one of its speakers did not simply report it"
        if names.loose(claim, stack) or _lent(claim, stack):
            return "an outlet's own word confirms nothing, nor what it gives as another's"
        if claim.attribution.cue is None and not _ends(claim, stack):
            return "a headline is no account"
    who = joined([names.mention(c, stack, met) or "?" for c in claims]).replace(",,", ",")
    time = times.common([c.moment for c in claims], stack.story.zone, stack.day.year)
    start = f"{who} {'both' if len(claims) == 2 else 'all'} reported {kinds()[claims[0].kind].phrase} in "
    options = [f"{start}{place}{time}." for place in shared(claims)]
    return None if any(same(sentence.text, o) for o in options) else "its speakers do not all report this"


def _lent(claim: Claim, stack: Stack) -> bool:
    """Whether a report says in its own sentence whose word it is: "we mark the village as claimed by Norland"."""
    own = claim.attribution.cue is None
    return own and any(re.search(form, claim.proposition.of(stack.text(claim))) for form in words().credits)


def _ends(claim: Claim, stack: Stack) -> bool:
    """Whether a claim ends where a sentence does, and not where a headline or a caption breaks off."""
    end = claim.proposition.end
    return any(mark in stack.text(claim)[max(0, end - 2) : end + 2] for mark in ".!?")


def shared(claims: list[Claim]) -> set[str]:
    """The names of settlements, districts and regions in which all claims place what they tell of."""
    fine = (Extent.SETTLEMENT, Extent.DISTRICT, Extent.REGION)
    sets = []
    for claim in claims:
        at = [p for p in claim.places if p.role is PlaceRole.AT and p.geonameid is not None]
        sets.append({p.name for p in at if p.precision in fine} | {p.region for p in at if p.region})
    return set.intersection(*sets)


def subject(quantity: Quantity) -> str:
    """What a quantity counts, and where, in the house's words."""
    told = measures()[quantity.measure].thing.format(objects=(nouns(quantity) or ("", "things"))[1])
    return f"{told}{over(quantity.measure, quantity.place)}"


def covered(claim: Claim, quantity: Quantity) -> str | None:
    """The place that a figure of a claim covers; None where it is the whole."""
    alone = [q.measure for q in claim.quantities].count(quantity.measure) == 1
    content = [claim.proposition, *claim.attribution.content]
    told = [p for p in claim.places if p.role is PlaceRole.AT if [c for c in content if c.holds(p.span)]]
    names = {p.name for p in told if p.precision not in (Extent.COUNTRY, Extent.UNKNOWN)}
    some = quantity.place is None and alone and quantity.measure not in words().moving
    return names.pop() if some and len(names) == 1 else quantity.place


def counts(claim: Claim, quantity: Quantity) -> str:
    """What a claim's figure counts, and where."""
    told = measures()[quantity.measure].thing.format(objects=(nouns(quantity) or ("", "things"))[1])
    return f"{told}{over(quantity.measure, covered(claim, quantity))}"


def _said(claim: Claim, stack: Stack) -> str:
    return " ".join(claim.proposition.of(stack.text(claim)).split())


def differ(sentence: Sentence, stack: Stack, met: set[str], background: bool) -> str | None:
    """None if each account gives the figure that the sentence says it gives, and they exclude each other."""
    claims = [stack.claims[c] for c in sentence.claims]
    time = times.common([c.moment for c in claims], stack.story.zone, stack.day.year)
    if background and not time:
        return "it is background and says no date"
    body = re.fullmatch(r"Accounts of (.+?) differ: (.+)", sentence.text)
    if body is None:
        return "it is not a list of accounts"
    said, site = body[1].removesuffix(time), _site(claims, stack)
    rows = _rows(claims, said.removesuffix(site), stack)
    if not body[1].endswith(time) or rows is None:
        return "its claims do not all count what it names, at that time"
    told = [_account(c, q, stack, met) for c, q in rows]
    if None in told or joined([t or "" for t in told]) + "." != body[2]:
        return "an account does not say what it is said to say"
    placed = covered(*rows[0]) is None and all(q.measure in words().moving for _, q in rows)
    if site and said.endswith(site) is not placed:
        return "it does not say where people were counted"
    bounds = [(q.value, q.operator) for _, q in rows]
    return None if len({v for v, _ in bounds}) > 1 else "the accounts do not differ"


def differing(sentence: Sentence, stack: Stack) -> str | None:
    """How a headline tells two accounts that differ, of speakers whom the story knows; None where it may not."""
    claims = [stack.claims[c] for c in sentence.claims]
    named = any(names.stranger(c, stack) or c.attribution.chain for c in claims)
    if len(claims) != 2 or named:
        return None
    time = times.common([c.moment for c in claims], stack.story.zone, stack.day.year)
    thing = sentence.text.removeprefix("Accounts of ").partition(" differ: ")[0].removesuffix(time)
    rows = _rows(claims, thing.removesuffix(_site(claims, stack)), stack) or []
    told = [f"{names.brief(c, stack)} says {times.bound(q.value, q.operator, stack.story.style)}" for c, q in rows]
    return f"accounts of {thing} differ: {', '.join(told)}"


def _site(claims: list[Claim], stack: Stack) -> str:
    """ " in Harno", where that is the one settlement that all claims have near them."""
    return _town(set.intersection(*(_nearby(c, stack) for c in claims)))


def _rows(claims: list[Claim], told: str, stack: Stack) -> list[tuple[Claim, Quantity]] | None:
    rows = []
    for claim in claims:
        fits = [q for q in claim.quantities if _told(claim, q, told) and grounded(claim, q, stack)]
        fits = [
            q
            for q in fits
            if covered(claim, q) is not None or not (local(_said(claim, stack)) or q.scope is Scope.PART)
        ]
        if not fits or claim.debunked or claim.stance not in ASSERTED:
            return None
        rows.append((claim, fits[0]))
    return rows


def named(claim: Claim, quantity: Quantity, text: str) -> bool:
    """Whether accounts that differ are of what a figure counts."""
    words_ = counts(claim, quantity).split()
    return any(f"Accounts of {' '.join(words_[at:])}" in text for at in range(len(words_) - 1))


def _told(claim: Claim, quantity: Quantity, told: str) -> bool:
    """Whether a figure counts what is named, or a kind of it: "missiles launched" holds ballistic ones."""
    own = counts(claim, quantity)
    return own == told or own.endswith(f" {told}")


def _account(claim: Claim, quantity: Quantity, stack: Stack, met: set[str]) -> str | None:
    count = times.bound(quantity.value, quantity.operator, stack.story.style)
    if names.stranger(claim, stack):
        return f"{names.outlet(claim, stack)} reported, citing {inside(names.heard(claim, stack) or '')}, {count}"
    who = names.cited(claim, stack, met)
    verb = "reported" if claim.speaker is None and not stack.source(claim).speaker else "said"
    return f"{who} {verb} {count}" if who and count else None


def change(sentence: Sentence, stack: Stack, met: set[str]) -> str | None:
    """None if one speaker gave both figures for one subject, the later of them today; else why not.

    One claim may give both, where it says that it puts the one in place of the other.
    """
    claims = [stack.claims[c] for c in sentence.claims]
    if len(claims) not in (1, 2) or len({names.heard(c, stack) for c in claims}) != 1:
        return "it is not two figures of one speaker"
    if any(c.stance not in (Stance.ASSERTED, Stance.UNATTRIBUTED) or c.hedge or c.attribution.chain for c in claims):
        return "its speaker did not simply say so"
    later, earlier = claims[0], claims[-1]
    first = stack.opened if later is earlier else max(stack.published(earlier), stack.opened)
    if later.background or not first < stack.published(later):
        return "the figures are not of today and of an earlier time"
    who = names.mention(later, stack, met)
    pairs = [
        (q, o) for q in later.quantities for o in earlier.quantities if later is not earlier or _put(later, q, o, stack)
    ]
    options = [_changed(who, later, q, earlier, o, stack) for q, o in pairs]
    return None if any(o and same(sentence.text, o) for o in options) else "its figures are not those of its claims"


def _put(claim: Claim, now: Quantity, then: Quantity, stack: Stack) -> bool:
    """Whether a claim puts one figure in place of another: "from seven to six", "six people died, not seven"."""
    text = stack.text(claim)
    behind = text[now.span.end : then.span.start]
    if behind.split()[-1:] == ["not"] and behind.rstrip().removesuffix("not").rstrip().endswith(","):
        rest = text[then.span.end :].lstrip(" ")
        cue = claim.attribution.cue
        told = cue is not None and text[then.span.end : cue.start].split() in ([",", p] for p in words().pronouns)
        last = told or rest[:1] in ("", ".", ";", "!", "?", "\n")
        return last and not any(mark in behind for mark in ".;:!?")
    between = text[then.span.end : now.span.start].split()
    return between == ["to"] and text[: then.span.start].split()[-1:] in (["from"], ["From"])


def _changed(who: str | None, later: Claim, now: Quantity, earlier: Claim, then: Quantity, stack: Stack) -> str | None:
    keys = [(q.measure, q.object, q.population, q.scope, q.place) for q in (now, then)]
    sides = [c.target.party if c.target else None for c in (later, earlier)]
    put = later is earlier and then.value in set(numbers(then.span.of(stack.text(earlier))))
    grounds = grounded(later, now, stack) and (put or grounded(earlier, then, stack))
    if keys[0] != keys[1] or sides[0] != sides[1] or not grounds:
        return None
    if nouns(now) is None and now.measure not in (Measure.CASUALTIES, Measure.ENGAGEMENTS):
        return None
    counts = [times.bound(q.value, q.operator, stack.story.style) for q in (now, then)]
    if None in counts or now.value == then.value or now.value is None or then.value is None:
        return None
    if now.operator is Operator.AT_LEAST:
        counts[0] = f"{words().fewest} {times.number(now.value, stack.story.style)}"
    party = stack.story.party(sides[0])
    whose = f"{party.adjectives[0]} " if party and party.adjectives else ""
    total = "total " if now.scope is Scope.CUMULATIVE else ""
    way = "up" if now.value > then.value else "down"
    on, before = _when(later, earlier, stack)
    people = now.measure in words().moving and now.scope is not Scope.CUMULATIVE
    towns = [_nearby(c, stack) if people else _towns(c) for c in (later, earlier)]
    at = "" if now.place else _town(towns[0] or towns[1])
    told = f"{who} put {total}{whose}{subject(now)}{at} at {counts[0]}"
    return f"{told}{_among(later, now, stack)} {on}, {way} from {counts[1]}{before}."


def _among(claim: Claim, whole: Quantity, stack: Stack) -> str:
    """ ", two of them children," where the claim tells such a part of a figure; the first of several."""
    at = claim.quantities.index(whole)
    for part in claim.quantities:
        same = (part.subset_of, part.place, part.measure) == (at, None, whole.measure)
        many = times.bound(part.value, part.operator, stack.story.style)
        if same and many and (named := nouns(part)) and grounded(claim, part, stack):
            return f", {many} of them {f'a {named[0]}' if part.value == 1 else named[1]},"
    return ""


def _town(named: set[str]) -> str:
    """ " in Harno", where that is the only settlement."""
    return f" in {next(iter(named))}" if len(named) == 1 else ""


def _nearby(claim: Claim, stack: Stack) -> set[str]:
    """The settlements of a claim; where it names none the only one of its report, if its speaker or nobody names it."""
    report = [c for c in stack.claims.values() if c.document == claim.document]
    every = set().union(*(_towns(c) for c in report))
    who = names.heard(claim, stack)
    told = any(_towns(c) for c in report if c.speaker is None or names.heard(c, stack) == who)
    return _towns(claim) or (every if told and len(every) == 1 else set())


def _towns(claim: Claim) -> set[str]:
    return {p.name for p in claim.places if (p.role, p.precision) == (PlaceRole.AT, Extent.SETTLEMENT)}


def _when(later: Claim, earlier: Claim, stack: Stack) -> tuple[str, str]:
    """When two figures were given: their days, or on one day the hours; the earlier with a space, if it has its own."""
    said = [stack.published(c).astimezone(stack.story.zone) for c in (later, earlier)]
    days = [times.printed(t.date(), stack.day.year) for t in said]
    if later is earlier:
        return f"on {days[0]}", ""
    if said[0].date() != said[1].date():
        return f"on {days[0]}", f" on {days[1]}"
    on, before = (f"by {t.hour:02}:{t.minute:02} on {day}" for t, day in zip(said, days, strict=True))
    return on, f" {before}"


def absence(sentence: Sentence, stack: Stack) -> str | None:
    """None if nobody on record speaks of casualties where the cited claim places its event; else why not."""
    claims = [stack.claims[c] for c in sentence.claims]
    claim = claims[0]
    places = [p for p in claim.places if p.role is PlaceRole.AT and p.precision in (Extent.SETTLEMENT, Extent.REGION)]
    if len(claims) != 1 or claim.kind not in HARMFUL or claim.kind not in kinds() or not places:
        return "its claim is not of a kind and a place of which this can be said"
    place = places[0].name
    if any(w in d.text.lower() for d in stack.fresh if place in d.text for w in words().harm):
        return "a report that names the place speaks of casualties"
    told = line(
        "absence",
        phrase=kinds()[claim.kind].phrase,
        place=place,
        time=times.common([claim.moment], stack.story.zone, stack.day.year),
        monitored=counted(len(stack.story.sources), "monitored source", stack),
        cutoff=clock(stack),
    )
    return None if same(sentence.text, told) else "it says more than that no figure was found"


def counted(count: int, noun: str, stack: Stack) -> str:
    """One report, 61 reports."""
    return f"{times.number(count, stack.story.style)} {noun}{'s' if count != 1 else ''}"


def clock(stack: Stack) -> str:
    """The cutoff as the house prints it inside a sentence."""
    cutoff = stack.view.cutoff.astimezone(stack.story.zone)
    return f"{cutoff.hour:02}:{cutoff.minute:02} on {times.printed(cutoff.date(), stack.day.year)}"
