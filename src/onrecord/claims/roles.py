"""A proposition -> its roles: who did it, to whom, what was hit, and with what.

Rules over the order of words: subject, predicate, object; passives; nominal events ("Arland's strike on Boria").
Direction matters more than words: the owner of what is shot down is the target, and who shoots the agent.
"""

from typing import NamedTuple

from onrecord.claims.actors import Player, foe, generic, listed, players
from onrecord.claims.belong import Land, belong
from onrecord.claims.cast import Cast
from onrecord.claims.elided import elided
from onrecord.claims.kinds import triggers
from onrecord.claims.marks import Mark, Marks, marks
from onrecord.claims.meant import acting, meant
from onrecord.claims.measures import thing
from onrecord.claims.objects import grammar
from onrecord.claims.opinion import Opinion
from onrecord.claims.struck import HURT, struck
from onrecord.claims.subject import opens
from onrecord.claims.weapons import weapon
from onrecord.records import Actor, Record, Span, Speaker, Weapon

_MUTUAL = frozenset(["detention_exchange", "diplomacy"])
_DONE_TO = frozenset(["casualty_toll", "equipment_loss", "civilian_harm"])
_BORNE = _DONE_TO | {"detention_exchange"}


class Roles(Record, frozen=True, kw_only=True):
    """The parts of an event: agent and target (parties, forces, people), the object that was hit, the weapon."""

    agent: Actor | None = None
    target: Actor | None = None
    object: Actor | None = None
    weapon: Weapon | None = None


class _Predicate(NamedTuple):
    """The words that tell the event, over tokens [first, last): passive or not, noun or verb."""

    mark: Mark
    passive: bool
    noun: bool
    act: bool


def roles(
    text: str,
    span: Span,
    kind: str,
    speaker: Speaker | None,
    cast: Cast,
    opinion: Opinion | None = None,
    land: Land | None = None,
) -> Roles:
    """The roles of the proposition at `span`, an event of `kind` told by `speaker`; without `opinion` by rules.

    `land` tells whose land a named place lies on.
    """
    if kind in {"information", "other"}:
        return Roles()
    seen = marks(text)
    everyone = players(seen, text, span, speaker, cast)
    cast_in = [p for p in everyone if not _tells(seen, p)]
    predicate = _predicate(seen, span, kind)
    suffers = predicate is not None and kind in _BORNE and _suffers(seen, predicate)
    agent, target = _sides(seen, span, cast_in, predicate, kind)
    if kind == "interception":
        agent, target = _aerial(seen, span, cast_in, (agent, target), speaker, cast, predicate)
    elif agent is None and predicate is not None and not (predicate.passive or predicate.noun or suffers):
        agent = elided(seen, span, predicate.mark, speaker)
    if predicate is not None and agent is None and not predicate.noun and not suffers:
        agent = generic(seen, text, span, predicate.mark, predicate.passive)
    if target is None and suffers and predicate is not None:
        target = generic(seen, text, span, predicate.mark, False)
    blamed = _accused(seen, cast_in, span)
    if blamed is not None and kind == "interception":
        agent, target = blamed.actor, None
    if agent is None and kind in HURT | _DONE_TO:
        agent = _actor(blamed or next((p for p in cast_in if _deals(p, kind)), None))
    if target is None:
        target = _hurt(cast_in, agent)
    if kind == "aid" and target is None:
        agent, target = _given(cast_in, agent, span, speaker)
    agent, target = _apart(agent, target)
    if opinion is not None and not (kind == "interception" and (blamed or _opposed(agent, target))):
        sure = agent is not None and predicate is not None and agent.span == predicate.mark.span
        agent, target = _weighed(opinion, span, cast_in, agent, target, sure)
    known = [player.actor for player in cast_in]
    agent = belong(text, agent, known, speaker, cast, land)
    target = belong(text, target, known, speaker, cast, land, acts=False)
    active = predicate.mark.last if predicate is not None and not predicate.passive else 0
    hit, used = struck(seen, span, kind, active, cast), weapon(text, span)
    things = [thing.span for thing in (hit, used) if thing is not None]
    tellers = [p.actor.span for p in everyone if p not in cast_in]
    agent, target = (s if s and not any(t.overlaps(s.span) for t in tellers) else None for s in (agent, target))
    agent, target = _apart(*(_somebody(side, things) for side in (agent, target)))
    if target is not None and _flown_to(seen, target):
        target = None
    if agent is not None and target is None and kind in listed("towards"):
        target = _actor(next((p for p in cast_in if p.actor.party not in (None, agent.party)), None))
    agent, target = meant(text, span, (agent, target))
    if agent and target and agent.party and agent.party == target.party and _own(seen, target):
        target = None
    agent = acting(kind, agent, target, land(span) if land else None, cast)
    return Roles(agent=agent, target=target, object=hit, weapon=used)


def _deals(player: Player, kind: str) -> bool:
    """Whether what is somebody's did the harm: "hit by Borian drones", "18 killed in Borian strikes"."""
    return player.sort == "arm" or (player.sort == "act" and player.before == "in" and kind in _DONE_TO)


def _tells(seen: Marks, player: Player) -> bool:
    """Whether a player only tells of what happened: "no injuries reported by Boria"."""
    at = player.first - 1
    while player.before == "by" and at > 0 and seen.tokens.all[at].low != "by":
        at -= 1
    return player.before == "by" and at > 0 and seen.tokens.all[at - 1].low in listed("told")


def _own(seen: Marks, target: Actor) -> bool:
    """Whether a side is only what belongs to the other: "the units improved their position"."""
    return seen.tokens.all[seen.tokens.range(target.span)[0]].low in listed("own")


def _weighed(
    opinion: Opinion, span: Span, cast_in: list[Player], agent: Actor | None, target: Actor | None, sure: bool
) -> tuple[Actor | None, Actor | None]:
    """Both sides as rules and encoder see them together; the rules are `sure` of a speaker who is the subject."""
    known = [player.actor for player in cast_in]
    doer = agent if sure else opinion.side(span, "agent", agent, known, target)
    hit = opinion.side(span, "target", target, [a for a in known if a != doer], agent)
    return _apart(doer, hit)


def _opposed(agent: Actor | None, target: Actor | None) -> bool:
    """Whether two parties are known, one for each side."""
    return (
        agent is not None
        and target is not None
        and None not in (agent.party, target.party)
        and agent.party != target.party
    )


def _apart(agent: Actor | None, target: Actor | None) -> tuple[Actor | None, Actor | None]:
    """Nobody acts on itself by the same words."""
    return (agent, None) if agent and target and agent.span.overlaps(target.span) else (agent, target)


def _somebody(side: Actor | None, things: list[Span]) -> Actor | None:
    """A side, unless it is no party and only a thing's name: half a depot's, or a missile's, but not "gunmen"."""
    if side is None or side.party is not None or not any(s.overlaps(side.span) for s in things):
        return side
    return side if listed("forces").intersection(side.name.lower().split()) else None


def _flown_to(seen: Marks, target: Actor) -> bool:
    """Whether the words only say where something flew: "three returned to Boria" strikes nobody."""
    at = seen.tokens.range(target.span)[0] - 1
    low = [t.low for t in seen.tokens.all[max(0, at - 2) : at + 1] if t.low not in {"the", "back"}]
    return len(low) > 1 and low[-1] in {"to", "into"} and low[-2] in listed("homeward")


def _hurt(cast_in: list[Player], agent: Actor | None) -> Actor | None:
    """The owner of a thing or the party of people that another party struck."""
    if agent is None:
        return None
    others = [p for p in cast_in if p.sort in {"thing", "people"} and p.actor.party != agent.party]
    return _actor(others[0] if others else None)


def _given(
    cast_in: list[Player], agent: Actor | None, span: Span, speaker: Speaker | None
) -> tuple[Actor | None, Actor | None]:
    """Who gives and who is given: "$5m in aid for Boria", announced by who gives it."""
    taker = next((p for p in cast_in if p.before in {"for", "to"} and p.actor != agent), None)
    if taker is None or taker.actor.party is None:
        return agent, None
    if agent is None and speaker is not None and speaker.party and speaker.party != taker.actor.party:
        agent = Actor(span=span, name=speaker.party, party=speaker.party)
    return agent, taker.actor


def _accused(seen: Marks, cast_in: list[Player], span: Span) -> Player | None:
    """Who is blamed: "(accused) Arland of shelling ...", "(blamed) Arland for the blast"."""
    lead = cast_in[0] if cast_in and cast_in[0].first == seen.tokens.range(span)[0] else None
    return lead if lead and seen.tokens.all[min(lead.last, len(seen.tokens.all) - 1)].low in {"for", "of"} else None


def _predicate(seen: Marks, span: Span, kind: str) -> _Predicate | None:
    """The trigger that tells the event: the first of the highest rank of its kind."""
    rows = triggers()
    ranked = [
        (max(rows[int(n)].rank for n in mark.value.split("|") if rows[int(n)].kind == kind), mark)
        for mark in seen.of("trigger", span)
        if any(rows[int(n)].kind == kind for n in mark.value.split("|"))
    ]
    if not ranked:
        return None
    rank, mark = min(ranked, key=lambda r: (-r[0], r[1].start))
    act = mark.last - mark.first == 1 and seen.tokens.all[mark.first].low in listed("acts")
    noun = rank < 3 or (act and not _verbal(seen, mark))
    return _Predicate(mark, _passive(seen, mark, span), noun, seen.tokens.all[mark.last - 1].low in listed("acts"))


def _verbal(seen: Marks, mark: Mark) -> bool:
    """Whether a word like "attacks" is a verb here: a name or pronoun stands before it and no preposition after it."""
    after = seen.tokens.all[mark.last].low if mark.last < len(seen.tokens.all) else ""
    return after not in {"on", "against", "by", "in", "from", "at", "with", "killed", "that", "of", ",", "."} and (
        mark.first > 0 and seen.tokens.all[mark.first - 1].low not in {"a", "an", "the", "of"}
    )


def _passive(seen: Marks, mark: Mark, span: Span) -> bool:
    """Whether a form of "be" stands before the predicate, or "by" after it."""
    every, first = seen.tokens.all, seen.tokens.range(span)[0]
    if every[mark.first].low in grammar("be"):
        return True
    last = mark.last
    while last < len(every) and last - mark.last < 2 and _adverb(every[last].low):
        last += 1
    if last < len(every) and every[last].low == "by" and every[mark.first].low.endswith(("ed", "t", "n")):
        return True
    at = mark.first - 1
    while at >= first and mark.first - at < 5 and _adverb(every[at].low):
        at -= 1
    words = [t.low for t in every[max(first, at - 1) : at + 1]]
    return any(w in grammar("be") for w in words)


def _adverb(word: str) -> bool:
    """Whether a word may stand between "was" and "hit"."""
    return word.endswith("ly") or word in listed("adverbs")


def _sides(
    seen: Marks, span: Span, cast_in: list[Player], predicate: _Predicate | None, kind: str
) -> tuple[Actor | None, Actor | None]:
    """Agent and target by the order of words."""
    if predicate is None:
        return _led(seen, span, cast_in, _nominal(cast_in, None), kind)
    before = [p for p in cast_in if p.first < predicate.mark.first]
    after = [p for p in cast_in if p.first >= predicate.mark.last]
    if kind in _BORNE and predicate.noun and _suffers(seen, predicate):
        return None, _actor(_owned(before, predicate))
    if predicate.noun:
        return _nominal(cast_in, predicate)
    subject = _subject(before)
    if kind in _MUTUAL and subject is not None and (other := _fellow(seen, before, subject)) is not None:
        return _actor(other), _actor(subject)
    if predicate.passive:
        agent = next((p for p in after if p.before == "by"), None)
        agent = agent or next((p for p in cast_in if p.sort == "act"), None)
        return _actor(agent), _actor(subject if subject is not agent else None)
    if kind in _BORNE and _suffers(seen, predicate):
        return None, _actor(_owned(before, predicate) or subject)
    if kind in _DONE_TO and subject is not None and subject.sort in {"people", "thing"}:
        return _actor(next((p for p in cast_in if p.sort == "act"), None)), _actor(subject)
    target = next((p for p in after if _reached(p)), None)
    if target is None and kind == "ground_clash":
        target = next((p for p in after if p.sort == "act"), None)
    return _actor(subject or next((p for p in before if p.before == "by"), None)), _actor(target)


def _led(
    seen: Marks, span: Span, cast_in: list[Player], sides: tuple[Actor | None, Actor | None], kind: str
) -> tuple[Actor | None, Actor | None]:
    """The sides of an event without a predicate that we know, with who stands first as its subject."""
    if sides[0] is not None or not cast_in or kind in _DONE_TO:
        return sides
    first, leads = opens(seen, span, cast_in)
    if first is None:
        return sides
    return _apart(first.actor, sides[1]) if leads == "agent" else (None, first.actor)


def _fellow(seen: Marks, before: list[Player], subject: Player) -> Player | None:
    """The other of two that act together: "Arland and Boria exchanged"."""
    others = [p for p in before if p.last < subject.first and p.actor.party != subject.actor.party]
    joined = others and all(t.low in {"and", "the"} for t in seen.tokens.all[others[-1].last : subject.first])
    return others[-1] if joined else None


def _suffers(seen: Marks, predicate: _Predicate) -> bool:
    """Whether the subject of the predicate is who it is done to: lost, suffered, losses."""
    words = seen.tokens.all[predicate.mark.first : predicate.mark.last]
    return any(t.low in listed("suffered") for t in words)


def _owned(before: list[Player], predicate: _Predicate) -> Player | None:
    """Whose losses they are: the player that the noun belongs to."""
    near = [p for p in before if p.last >= predicate.mark.first]
    return near[-1] if near else None


def _subject(before: list[Player]) -> Player | None:
    """Who stands before the predicate and not behind a preposition; the nearest of them."""
    free = [p for p in before if p.sort != "ground" and p.before not in listed("beside")]
    return free[-1] if free else None


def _reached(player: Player) -> bool:
    """Whether someone after the predicate is who it is done to."""
    if player.sort in {"ground", "act"}:
        return False
    return player.before in listed("at") or player.before not in listed("beside")


def _nominal(cast_in: list[Player], predicate: _Predicate | None) -> tuple[Actor | None, Actor | None]:
    """Agent and target of an event noun: "Arlandish attack on Boria", "an attack by Arland"."""
    agent = next((p for p in cast_in if p.sort in {"act", "arm"} or p.before == "by"), None)
    if agent is None and predicate is not None and predicate.act:
        agent = _subject([p for p in cast_in if p.last <= predicate.mark.first])
    rest = [p for p in cast_in if p is not agent and p.sort not in {"ground", "act"}]
    target = next((p for p in rest if p.before in {"on", "against", "at", "upon", "towards"}), None)
    return _actor(agent), _actor(target)


def _actor(player: Player | None) -> Actor | None:
    return player.actor if player else None


def _aerial(
    seen: Marks,
    span: Span,
    cast_in: list[Player],
    sides: tuple[Actor | None, Actor | None],
    speaker: Speaker | None,
    cast: Cast,
    predicate: _Predicate | None,
) -> tuple[Actor | None, Actor | None]:
    """Who shot down whose drones: their owner is the target, and the defender, if not named, the speaker."""
    owner = next((p for p in cast_in if p.sort == "arm"), None) or _launcher(seen, cast_in, span)
    agent = sides[0]
    if owner is not None and (agent is None or agent == owner.actor):
        agent = next((p.actor for p in cast_in if p is not owner and _defends(p)), None)
    party = owner.actor.party if owner else None
    if agent is None and speaker is not None and speaker.party and speaker.party != party and predicate is not None:
        agent = Actor(span=predicate.mark.span, name=speaker.party, party=speaker.party)
    if owner is not None:
        return agent, owner.actor
    other = foe(seen.tokens.text, span, speaker, cast) if speaker and agent and agent.party == speaker.party else None
    return agent, _flown(seen, span, agent, other, cast)


def _defends(player: Player) -> bool:
    return player.sort == "force" and player.before not in listed("beside") - {"by"}


def _launcher(seen: Marks, cast_in: list[Player], span: Span) -> Player | None:
    """Who launched: the subject before "launched", or "launched by"."""
    launched = [t for t in range(*seen.tokens.range(span)) if seen.tokens.all[t].low in {"launched", "fired", "sent"}]
    for at in launched:
        behind = next((p for p in cast_in if p.first > at and p.before == "by"), None)
        if behind is not None:
            return behind
        ahead = [p for p in cast_in if p.last <= at and at - p.last <= 3 and p.sort == "force"]
        if ahead and ahead[-1].before not in listed("beside"):
            return ahead[-1]
    return None


def _flown(seen: Marks, span: Span, agent: Actor | None, other: str | None, cast: Cast) -> Actor | None:
    """What was shot down, as the other side's: that of two, or the `other` that the speaker fights."""
    flying = next((m for m in seen.of("object", span) if thing(m).sort == "air"), None)
    others = [name for name in cast.belligerents if agent is not None and name != agent.party]
    whose = others[0] if len(cast.belligerents) == 2 and len(others) == 1 else other
    return Actor(span=flying.span, name=whose, party=whose) if flying is not None and agent and whose else None
