"""Who stands first in a proposition -> what the verb after it makes of it: who acts, or whom it is done to."""

from onrecord.claims.actors import Player, listed
from onrecord.claims.elided import past
from onrecord.claims.marks import Marks
from onrecord.claims.objects import grammar
from onrecord.records import Span

_DONE = ("ed", "en", "wn", "ght", "de", "nt")
"""Ends of participles of the passive."""

_BETWEEN = 4
"""Words that may stand between a subject and its verb: "it has not yet ..."."""


def opens(seen: Marks, span: Span, cast_in: list[Player]) -> tuple[Player | None, str]:
    """Who is the subject of the proposition at `span`, and whether it is the "agent" or the "target"; None if nobody.

    A subject stands first, or is the "we" of who speaks: "in May we reached ...".
    """
    for player in cast_in:
        if player.sort == "force" and _leads(seen, span, player) and (made := _made(seen, span, player)):
            return player, made
    return None, ""


def _leads(seen: Marks, span: Span, player: Player) -> bool:
    """Whether a subject may stand there."""
    every, at = seen.tokens.all, seen.tokens.range(span)[0]
    if player.last - player.first == 1 and every[player.first].low == "we":
        return True
    while at < player.first and every[at].low in listed("determiners"):
        at += 1
    return at == player.first


def _made(seen: Marks, span: Span, player: Player) -> str:
    """What the verb after a player makes of it."""
    every, end = seen.tokens.all, seen.tokens.range(span)[1]
    passive, at = False, player.last
    while at < min(end, player.last + _BETWEEN) and _helps(every[at].low):
        passive = every[at].low in grammar("be")
        at += 1
    if at >= end or every[at].low in listed("sees"):
        return ""
    low, name = every[at].low, every[player.first].low
    if (
        at == player.last
        and name not in listed("speaking")
        and not _verb(low, every[at + 1].low if at + 1 < end else "")
    ):
        return ""
    if low in listed("suffered") or (passive and low.endswith(_DONE)):
        return "target"
    return "agent"


def _verb(word: str, after: str) -> bool:
    """Whether a word right after a name is a verb, and no noun that the name goes with: "the Borian boats had"."""
    if word.endswith("s"):
        return not (_helps(after) or past(after))
    return past(word)


def _helps(word: str) -> bool:
    """Whether a word may stand between a subject and its verb."""
    return word in grammar("aux") or word in listed("modal") or word.endswith("ly") or word in listed("adverbs")
