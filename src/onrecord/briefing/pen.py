"""How speakers are named and their words introduced: who, in which role, by which verb, where, and how surely."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from onrecord.briefing import house
from onrecord.briefing.lexicon import Verb, verbs, words
from onrecord.briefing.shelf import Shelf
from onrecord.records import Claim, Person, SourceKind, Span, Stance

VAGUE = (
    r"(?:[Tt]he|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Ii]t|[Tt]hey|[Hh]e|[Ss]he)\b[^A-Z]*"
)
"""Names that only the report's other sentences explain: "the report", "the authorities"."""
OWNED = r"(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y|[Bb]oth|[Ee]ach|[Ww]ho|[Ww]hich|[Ww]hose)\b"
"""Names that begin with somebody else, who is not named: "their hosts"."""
NEAR = 40
"""Characters beside a cue that may belong to it."""


@dataclass
class Pen:
    """Names people in full with their role at first mention and by surname afterwards: `met` remembers whom."""

    shelf: Shelf
    met: set[str] = field(default_factory=set)

    def who(self, claim: Claim) -> str:
        """The speaker as the sentence names it. Meets them."""
        name = speaker(claim, self.shelf)
        person = self.shelf.person(name, self.shelf.published(claim).date())
        if person is None:
            return name
        if name in self.met:
            return short(person, self.shelf)
        self.met.add(name)
        return f"{name}, {person.role}," if person.role else name

    def carried(self, claim: Claim) -> str:
        """The speaker, with the one that the report had it from: "X, as cited by Y,"."""
        who, chain = self.who(claim), link(claim, self.shelf)
        return f"{who.rstrip(',')}, as cited by {chain}," if chain else who


def speaker(claim: Claim, shelf: Shelf) -> str:
    """The name of who is heard; in a report's own voice the body whose channel it is, else the outlet."""
    return claim.speaker.name if claim.speaker is not None and claim.speaker.name else outlet(claim, shelf)


def outlet(claim: Claim, shelf: Shelf) -> str:
    """Whoever publishes the report: the body whose channel it is, else the source by its name."""
    source = shelf.source(claim)
    return source.speaker or source.name


def side(claim: Claim, shelf: Shelf) -> str:
    """Whose word a claim is: a party's, else its speaker's."""
    return (claim.speaker.side if claim.speaker else None) or speaker(claim, shelf)


def short(person: Person, shelf: Shelf) -> str:
    """A person's surname, or the whole name where two people of the story share it."""
    surname = person.name.split()[-1]
    others = {p.name for party in shelf.story.parties for p in party.people if p.name.split()[-1] == surname}
    return surname if len(others) == 1 else person.name


def voiced(claim: Claim, shelf: Shelf) -> bool:
    """Whether somebody can be named for the claim: an unresolved speaker cannot."""
    if claim.speaker is None or not claim.speaker.name:
        return claim.attribution.cue is None and claim.attribution.speaker is None
    name = claim.speaker.name
    return not (anonymous(claim, shelf) and (re.fullmatch(VAGUE, name) or re.match(OWNED, name) or _half(name, shelf)))


def _half(name: str, shelf: Shelf) -> bool:
    """Whether a name may be short for a body of the story: "the Air Force"."""
    tail = re.sub(r"^the ", "", name.lower())
    bodies = (n.lower() for p in shelf.story.parties for b in p.bodies for n in (b.name, *b.aliases))
    return any(body.endswith(f" {tail}") for body in bodies)


def anonymous(claim: Claim, shelf: Shelf) -> bool:
    """Whether the speaker is nobody that the story knows: then the outlet speaks, citing them as printed."""
    return claim.speaker is not None and bool(claim.speaker.name) and not shelf.known(claim.speaker.name or "")


def rumour(claim: Claim, shelf: Shelf) -> bool:
    """Whether the claim is an outlet's word alone, and no agency's: its own, or another outlet's that it passes on."""
    loose = (SourceKind.MEDIA, SourceKind.SOCIAL)
    heard = speaker(claim, shelf).removeprefix("the ").removeprefix("The ")
    if claim.speaker is None or not claim.speaker.name:
        return shelf.source(claim).kind in loose and heard != shelf.source(claim).speaker
    return any(s.name.removeprefix("The ") == heard and s.kind in loose and not s.speaker for s in shelf.story.sources)


def link(claim: Claim, shelf: Shelf) -> str:
    """The first name of the attribution's chain, as printed; empty where there is none."""
    if not claim.attribution.chain:
        return ""
    return house.plain(shelf.words(claim, claim.attribution.chain[0])).rstrip(",.;:")


def verb(claim: Claim, shelf: Shelf) -> Verb | None:
    """The verb of the closed list for the claim's cue and stance; None where no verb may be used."""
    cue = claim.attribution.cue
    fits = [v for v in verbs() if claim.stance in v.stances]
    if cue is None:
        voice = "channel" if shelf.source(claim).speaker == speaker(claim, shelf) else "outlet"
        if voice == "outlet" and speaker(claim, shelf) != shelf.source(claim).name:
            voice = "channel"
        return next((v for v in fits if v.voice == voice), None)
    return _listed(house.plain(_reach(claim, shelf)).lower(), claim.stance)


@lru_cache(maxsize=4096)
def _listed(printed: str, stance: Stance) -> Verb | None:
    """The verb whose cue stands first in the printed words, the longest of those that begin there."""
    fits = [v for v in verbs() if stance in v.stances]
    found = [(at, -len(c), i) for i, v in enumerate(fits) for c in v.cues if (at := _at(c, printed)) is not None]
    return fits[min(found)[2]] if found else None


def _reach(claim: Claim, shelf: Shelf) -> str:
    """The cue's characters; of a denial those up to its content ("called it untrue that"), of a non-confirmation those
    beside it, which may hold its other half."""
    cue, text = claim.attribution.cue, shelf.document(claim).text
    if cue is None:
        return ""
    content = claim.attribution.content
    if claim.stance is Stance.DENIED and content and cue.end <= content[0].start <= cue.end + NEAR:
        return text[cue.start : content[0].start]
    near = NEAR if claim.stance is Stance.NEITHER else 0
    return text[
        max(claim.sentence.start, cue.start - near, 0) : min(claim.sentence.end, cue.end + near) if near else cue.end
    ]


def _at(cue: str, printed: str) -> int | None:
    if cue not in printed:
        return None
    found = re.search(rf"(?<!\w){re.escape(cue)}(?!\w)", printed)
    return found.start() if found else None


def venue(claim: Claim, shelf: Shelf) -> str:
    """Where it was said ("on Telegram"), with a space before it; empty where the report tells none, or half of it."""
    span = claim.attribution.venue if claim.stance is not Stance.NEITHER else None
    text = house.plain(shelf.words(claim, span)).rstrip(",.;:") if span else ""
    known = {w.lower() for w in re.findall(r"[\w-]+", text)} & words().venues
    placed = re.match(r"(?:on|in|at|via|during|to|through) ", text) is not None
    whole = placed and bool(known) and text.split()[-1].lower() not in words().open
    return f" {house.dress(text, shelf.story.style)}" if whole else ""


def hedge(claim: Claim, shelf: Shelf) -> str | None:
    """What is printed for a hedge outside the content; empty where there is none; None where there are no words."""
    span, ahead = claim.hedge, adjunct(claim, shelf)
    if ahead is not None:
        told = re.split(
            rf"^(?:{'|'.join(words().basis)})\s+", house.plain(shelf.words(claim, ahead)), flags=re.IGNORECASE
        )
        return f"citing {told[-1].rstrip(', ').lower()}"
    if span is None or any(s.holds(span) for s in (*claim.attribution.content, claim.proposition)):
        return ""
    text = house.plain(shelf.words(claim, span)).lower()
    return next((printed for begin, printed in words().hedges.items() if text.startswith(begin)), None)


def adjunct(claim: Claim, shelf: Shelf) -> Span | None:
    """The phrase at the head of the content that only names a hedged basis: "by preliminary data, "; None without."""
    content, hedged = (claim.attribution.content or (claim.proposition,))[0], claim.hedge
    if hedged is None or not content.holds(hedged):
        return None
    before, after = (
        shelf.words(claim, Span(start=content.start, end=hedged.start)),
        shelf.words(claim, Span(start=hedged.start, end=content.end)),
    )
    opens = re.fullmatch(rf"(that,?\s+)?(?:{'|'.join(words().basis)})\s+", before, re.IGNORECASE)
    rest = re.match(rf"\w+(?:\s+(?:{'|'.join(words().grounds)}))?,\s+", after)
    if opens is None or rest is None:
        return None
    return Span(start=content.start + len(opens[1] or ""), end=hedged.start + rest.end())


def unsure(claim: Claim) -> bool:
    """Whether the speaker hedges."""
    return claim.stance is Stance.HEDGED or claim.hedge is not None
