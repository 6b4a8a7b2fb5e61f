"""Which units are fit to print: whole clauses of a known speaker that need no sentence which is not told.

In: the claims of a document. Out: Units, each with the characters that it prints and all claims that they make.
"""

import re
from collections.abc import Iterable

from onrecord.briefing.clause import finite
from onrecord.briefing.credit import theirs
from onrecord.briefing.house import value
from onrecord.briefing.lexicon import words
from onrecord.briefing.pen import anonymous, hedge, speaker, verb, voiced
from onrecord.briefing.phrase import scene
from onrecord.briefing.shelf import Shelf
from onrecord.briefing.third import third
from onrecord.briefing.unit import Unit, behind, headlined, pieces, thatted
from onrecord.records import Claim, Span, Stance

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_PLACED = re.compile(r"The (?:[a-z][\w’'-]* ){1,4}(?:at|in|near|on|over) (?:the )?[A-Z]")
"""A thing that a name behind it makes known: "the railway bridge at Orlitz"."""
_NAMED = re.compile(r"(?:[A-Z][\w’'-]+\s+){1,4}[A-Z][\w’'-]+,\s+[a-z]")
"""A name and what may be in apposition to it: one comma is too few."""
LONGEST = 330
FULL = 8
"""Words of a body's own act with a figure that say enough without a name: "it would give 12 million euros for ..."."""
NEAR = 7
"""Words before "of them", the number with them, that are too few to name whom it means."""


def units(claims: Iterable[Claim], shelf: Shelf, leaning: bool = False) -> tuple[Unit, ...]:
    """Everything that can be told whole of these claims' documents, in the order of the claims.

    `leaning` takes what can be told behind a sentence on the same, too: "denied any such offer".
    """
    found: dict[tuple[str, tuple[Span, ...]], list[Claim]] = {}
    for claim in claims:
        for spans in () if claim.debunked else pieces(claim, shelf):
            if any(s.overlaps(claim.proposition) for s in spans):
                found.setdefault((claim.document, spans), []).append(claim)
    made = (Unit(claims=tuple(sorted(told, key=_place)), spans=spans) for (_, spans), told in found.items())
    return tuple(u for u in made if tellable(u, shelf, leaning))


def _place(claim: Claim) -> tuple[Span, str]:
    return (claim.proposition, claim.id)


def tellable(unit: Unit, shelf: Shelf, leaning: bool = False) -> bool:
    """Whether house rules let the unit's words be printed as reported speech; `leaning`: behind another sentence."""
    lead = unit.lead
    text = " ".join(shelf.words(lead, s) for s in unit.spans)
    if not voiced(lead, shelf) or len(text) > LONGEST or headlined(unit, shelf):
        return False
    heard = {w.lower() for w in _WORD.findall(speaker(lead, shelf))}
    if heard & words().first_person:
        return False
    if anonymous(lead, shelf) and lead.stance not in (Stance.ASSERTED, Stance.HEDGED):
        return False
    used = verb(lead, shelf)
    if used is None or hedge(lead, shelf) is None or len({(speaker(c, shelf), c.stance) for c in unit.claims}) > 1:
        return False
    if used.that == "needed" and not (thatted(unit, shelf) or behind(unit)):
        return False
    return _whole(text, unit, shelf, leaning) and _sound(text, unit, shelf, leaning) and theirs(unit, shelf)


def _whole(text: str, unit: Unit, shelf: Shelf, leaning: bool) -> bool:
    """Whether the words are a clause, where one must stand: a heading, a scrap, half a quotation and a row of
    a table ("Shot down: 44") are none."""
    low = _WORD.findall(text)
    quoted = sum(text.count(q) for q in "“”«»") % 2 or text.count('"') % 2 or text.count("“") != text.count("”")
    listed = re.match(r"\s*[-–—•*·]", text) or re.search(r":\s+[\w,.-]+\W*$", text)
    headed = (head := text.partition(": ")[0]) != text and not finite(head) and not re.match(r"[\"“]|\d", text)
    cut = _NAMED.match(text) and text.count(",") == 1
    if (
        quoted
        or listed
        or headed
        or cut
        or len(low) < (2 if leaning else 3)
        or "\n\n" in text
        or text.rstrip().endswith("?")
    ):
        return False
    last, before = low[-1].lower(), low[-2].lower() if len(low) > 1 else ""
    if last in words().cut or (before in ("than", "as") and last in words().subjects):
        return False
    silent = unit.lead.stance is Stance.NEITHER
    if low[0].lower() in ("of", "about") or (silent and low[0].lower() == "to"):
        return False
    plain = unit.lead.stance in (Stance.DENIED, Stance.NEITHER, Stance.CALLED_FOR)
    return plain or thatted(unit, shelf) or finite(text) or _counted(low[0], unit, shelf)


def _counted(first: str, unit: Unit, shelf: Shelf) -> bool:
    """Whether words in telegram style begin with a count of several, none of people, and may stand behind a verb that
    takes a noun: it "reported 44 drones downed, 49 jammed"."""
    used = verb(unit.lead, shelf)
    counts = [q for c in unit.claims for q in c.quantities if any(s.holds(q.span) for s in unit.spans)]
    several = len(counts) > 1 and not any(q.measure in words().moving for q in counts)
    return several and used is not None and used.that == "source" and (value(first) is not None or first.isdigit())


def _sound(text: str, unit: Unit, shelf: Shelf, leaning: bool) -> bool:
    """Whether the words stand by themselves, in the third person, and say nothing that the report calls false."""
    low = [w.lower() for w in _WORD.findall(_said(text))]
    bare = unit.lead.attribution.cue is None and leans(unit, shelf)
    plain = re.sub(r"“[^”]*”|\"[^\"]*\"", "", third(text, unit.lead, shelf))
    own = bool({w.lower() for w in _WORD.findall(plain)} & words().first_person)
    picked = verb(unit.lead, shelf)
    every = {w.lower() for w in _WORD.findall(text)}
    denies = picked is None or _denies(picked.needs, text, every)
    alone = leaning or not (bare or _hangs(low, unit, shelf))
    return alone and not own and denies and not _false(text, unit, shelf)


def _denies(needs: str, text: str, every: set[str]) -> bool:
    """Whether a denial's words hold what its verb needs: a word of negation, or "it untrue that" at their head."""
    if needs == "untrue":
        return re.match(words().untrue, text) is not None
    return needs != "negation" or bool(every & words().negation)


def _said(text: str) -> str:
    """The words without an "it is not true that" at their head, in which "it" stands for nothing."""
    return re.sub(words().expletive, "", text, flags=re.IGNORECASE)


def leans(unit: Unit, shelf: Shelf) -> bool:
    """Whether a reader needs the sentences before it: no name in it, or a pronoun or "the child" at its head.

    A channel's own figure, and what it says has not happened, stand without a name.
    """
    printed = re.findall(r"[^\W\d_]+|\d+", _said(shelf.words(unit.lead, unit.spans[0])))
    first, named = printed[0].lower(), any(w[0].isupper() for w in printed[1:])
    known = any(w[0].isupper() for w in printed[1:2]) or _PLACED.match(shelf.words(unit.lead, unit.spans[0]))
    if first in words().pronouns or (first == "the" and not known):
        return True
    own = shelf.source(unit.lead).speaker == speaker(unit.lead, shelf)
    counts = any(s.holds(q.span) for c in unit.claims for q in c.quantities for s in unit.spans)
    far = {"them", "they"} if scene(unit, shelf) else {"there", "them", "they"}
    remote = {w.lower() for w in printed[1:]} & far or first in words().scene
    return not named and not (own and not remote and (counts or first in ("no", "nobody")))


def orphaned(unit: Unit, shelf: Shelf) -> bool:
    """Whether the words say little without the sentences before them: "they" opens them, or nobody and nothing in them
    has a name, nor comes in as "a boy" or "two men"."""
    printed = re.findall(r"[^\W_]+", _said(" ".join(shelf.words(unit.lead, s) for s in unit.spans)))
    low = [w.lower() for w in printed if w.lower() != "that"]
    person = shelf.person(speaker(unit.lead, shelf), shelf.published(unit.lead).date()) is not None
    if set(low[:2]) & words().others - ({"he", "she"} if person else {"it", "its"}):
        return True
    if shelf.source(unit.lead).speaker == speaker(unit.lead, shelf) and not leans(unit, shelf):
        return False
    counts = any(s.holds(q.span) for c in unit.claims for q in c.quantities for s in unit.spans if q.value is not None)
    if not person and low[:1] == ["it"] and counts and len(low) >= FULL:
        return False
    fresh = low[:1] and (low[0] in ("a", "an") or value(low[0]) is not None)
    common = shelf.vocabulary | words().lower
    return not fresh and not any(w[0].isupper() and w.lower() not in common for w in printed)


def hangs(unit: Unit, shelf: Shelf) -> bool:
    """Whether a unit's words hang on a sentence that is not told: "two flew back", "his mother"."""
    text = " ".join(shelf.words(unit.lead, s) for s in unit.spans)
    return _hangs([w.lower() for w in _WORD.findall(text)], unit, shelf)


def _hangs(low: list[str], unit: Unit, shelf: Shelf) -> bool:
    rest = [w for i, w in enumerate(low) if not all(v in words().bounds for v in low[: i + 1])]
    if low[0] in words().hanging or _points(" ".join(low)):
        return True
    if len(rest) > 1 and (value(rest[0]) or rest[0] in words().shares) and rest[1] in words().bare:
        return True
    if rest and value(rest[0]) is not None and {"further", "another"} & set(low[: len(low) - len(rest)]):
        return True
    if len(low) > 2 and low[0] in ("that", "this") and low[1] in words().pointed and low[2] in words().bare:
        return True
    person = shelf.person(speaker(unit.lead, shelf), shelf.published(unit.lead).date()) is not None
    printed = _WORD.findall(shelf.words(unit.lead, unit.spans[0]))
    first = next((i for i, w in enumerate(low) if w in words().pronouns and w != "that"), len(low))
    dates = {w.lower() for w in (*words().weekdays, *words().months)}
    named = any(w[0].isupper() and w.lower() not in dates for w in printed[1:])
    places = "|".join(words().localities)
    if re.search(rf"\b(?:the|this|his|her|its|their) (?:{places})\b", " ".join(low)) and not named:
        return True
    if (
        first >= min(6, len(low))
        or any(w[0].isupper() for w in printed[1:first])
        or (first > 0 and printed[0][0].isupper() and first > 2)
    ):
        return False
    if person and low[first] in ("his", "her") and low[first + 1 : first + 2] and low[first + 1] in words().belongings:
        return False
    own = ("he", "she") if person else ("it", "its")
    return low[first] not in own


def _points(low: str) -> bool:
    """Whether words point out of their sentence: "any such offer", "there was none", "five of them" near its head."""
    head = low.partition(" of them")[0]
    counted = [w for w in head.split() if value(w) is not None or w.isdigit()]
    parted = head != low and len(head.split()) < NEAR and len(counted) < 2
    return parted or any(re.search(rf"\b(?:{form})\b", low) for form in words().pointing)


def _false(text: str, unit: Unit, shelf: Shelf) -> bool:
    """Whether the unit repeats what a report calls false without saying so."""
    document = unit.lead.document
    told = [c for c in shelf.of(document) if c.debunked]
    touched = any(s.overlaps(c.proposition) for s in unit.spans for c in told)
    return touched and not any(w in text.lower() for w in words().debunk)
