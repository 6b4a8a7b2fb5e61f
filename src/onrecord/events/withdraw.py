"""Views of two editions -> what was taken back in between and before, and the view without it.

Pure. A claim is taken back by a later version of its report that no longer makes it, by its publisher's word that the
report was wrong, or by its own speaker's. What is taken back is no claim of the view, nor are the words that do so.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import msgspec
from msgspec.structs import replace

from onrecord.events.credit import Credits, cast
from onrecord.events.reissue import Made, notice, repeated, righted
from onrecord.events.retract import SAID, Passage, about, hour, inside, passages, quote, withdrawal
from onrecord.events.tables import weights
from onrecord.events.when import stamp
from onrecord.events.words import content, fold
from onrecord.records import Claim, Document, Problem, Story, Undoing, View, Withdrawal

STAGE = "retract"
COPIED = 6
"""Words of a claim that another report has from it, if it prints the same."""


class Cleared(msgspec.Struct, frozen=True):
    """A view without what was taken back, what that was, and words that take back what nobody on record said."""

    view: View
    withdrawn: tuple[Withdrawal, ...]
    problems: tuple[Problem, ...]


def cleared(view: View, past: View, story: Story) -> Cleared:
    """Clear a view. `past` is the record as the last edition had it, with what has been replaced since."""
    told = {d.id: found for d in (*past.documents, *view.documents) if (found := passages(d))}
    undone, problems = _taken(view, past, story, told)
    marked = {w.claim for w in undone}
    undone += [w for w in dropped(view, past) if w.claim not in marked]
    gone = {w.claim for w in undone} | _handed(undone, view, past, story)
    again, wrong = _reissued(view, past, story, told)
    undone += [w for w in again if w.claim not in gone]
    told_on = (c for c in view.claims if c.id not in gone and not inside(c.proposition, told.get(c.document, ())))
    claims = tuple(replace(c, debunked=True) if c.id in wrong else c for c in told_on)
    ordered = tuple(sorted(undone, key=lambda w: (w.by, w.document, w.claim)))
    kept = view if claims == view.claims else replace(view, claims=claims)
    return Cleared(kept, ordered, tuple(sorted(set(problems))))


def _reissued(
    view: View, past: View, story: Story, told: dict[str, tuple[Passage, ...]]
) -> tuple[list[Withdrawal], set[str]]:
    """What corrected copies put right at another address, with the claims of others that repeat it until then.

    They still tell of what happened: they are held to be false, and stay on record.
    """
    if not any(notice(d) for d in view.documents):
        return [], set()
    families = {s.id: s.publisher or s.id for s in story.sources}
    found = list(righted(view.documents, _made(view, past, told), families))
    made = [
        withdrawal(
            one.made, Undoing.CORRECTED, one.by, quote(one.by, one.words), quote(one.by, one.instead.proposition)
        )
        for one in found
    ]
    own = {s.id: s.speaker for s in story.sources if s.speaker}
    passed = repeated(found, view.claims, {d.id: d for d in view.documents}, own)
    return made, passed.union(w.claim for w in made)


def _handed(undone: Iterable[Withdrawal], view: View, past: View, story: Story) -> set[str]:
    """The claims of other reports that hand on, word for word, what was taken back by somebody's word: they name its
    outlet, or have it of the same speaker."""
    documents = {d.id: d for d in (*past.documents, *view.documents)}
    texts = {id: d.text for id, d in documents.items()}
    names = {s.id: re.compile(rf"\b{re.escape(s.name.removeprefix('The '))}\b") for s in story.sources}
    made = {c.id: c for c in (*past.claims, *view.claims)}
    wrong = {fold(c.proposition.of(texts[c.document])): (c, w) for w in undone if w.words and (c := made.get(w.claim))}
    again = [(c, p) for c in view.claims if (p := fold(c.proposition.of(texts[c.document]))) in wrong]
    copies = {c.document for c, p in again if len(p.split()) >= COPIED and _from(c, *wrong[p], documents, names)}
    return {c.id for c, _ in again if c.document in copies}


def _from(
    claim: Claim,
    wrong: Claim,
    back: Withdrawal,
    documents: Mapping[str, Document],
    names: Mapping[str, re.Pattern[str]],
) -> bool:
    """Whether a claim is handed on from one that was taken back: later than that, and not later than it was."""
    copy, name = documents[claim.document], names.get(back.source)
    if not stamp(documents[wrong.document].published) <= stamp(copy.published) <= stamp(back.at):
        return False
    spoken = _heard(claim) is not None and _heard(claim) == _heard(wrong)
    return spoken or (name is not None and name.search(copy.text) is not None)


def _taken(
    view: View, past: View, story: Story, told: dict[str, tuple[Passage, ...]]
) -> tuple[list[Withdrawal], list[Problem]]:
    """What the words of the view's reports take back, the earliest words first, and words that take back nothing."""
    undone: dict[str, Withdrawal] = {}
    problems: list[Problem] = []
    wrong = [(d, p) for d in view.documents for p in told.get(d.id, ()) if p.wrong]
    if not wrong:
        return [], []
    voices, every = Voices(story), _made(view, past, told)
    own = {d.id: [c for c in view.claims if c.document == d.id] for d, _ in wrong}
    for document, passage in sorted(wrong, key=lambda w: (stamp(w[0].published), w[0].id, w[1].span)):
        made = list(voices.undone(passage, document, own[document.id], every))
        for one in made:
            undone.setdefault(one[0].id, _undo(one, document, passage, _standing(own[document.id], told[document.id])))
        if not made and not _unseen(document, past, view):
            problems.append(_stray(document, passage))
    return list(undone.values()), problems


def _made(view: View, past: View, told: dict[str, tuple[Passage, ...]]) -> tuple[Made, ...]:
    """Every claim of both views once, with its document, but for those in which something is taken back."""
    found: dict[str, Made] = {}
    for one in (past, view):
        documents = {d.id: d for d in one.documents}
        for claim in one.claims:
            if claim.document in documents and not inside(claim.proposition, told.get(claim.document, ())):
                found[claim.id] = (claim, documents[claim.document])
    return tuple(found.values())


class Voices:
    """Whose words are taken back: a publisher's, or a speaker's of one story."""

    def __init__(self, story: Story) -> None:
        """Take the names of the story's sources, bodies and people."""
        self.credits = Credits(story)
        self.families = {s.id: s.publisher or s.id for s in story.sources}
        self.zone = story.zone
        self.called = {(n, self.family(s.id)) for s in story.sources for n in (s.name, s.name.removeprefix("The "))}
        self.short = {s.id: s.name.removeprefix("The ").split()[0] for s in story.sources}
        self.known = {x.name for p in story.parties for x in (p, *cast(p))}

    def family(self, source: str) -> str:
        """The publisher of a source."""
        return self.families.get(source, source)

    def undone(self, passage: Passage, home: Document, own: Iterable[Claim], every: Iterable[Made]) -> Iterator[Made]:
        """The claims that a passage takes back: made before, by whom it names, and saying what it says; or, of the
        report whose hour it names, those in one paragraph with them, and all where none says it.

        `own` are the claims that the reader found in the document, `every` those on record.
        """
        theirs = list(self._theirs(passage, home, tuple(own), every))
        named = [(c, d) for c, d in theirs if self._named(passage, home, d)]
        said = passage.said.of(home.text)
        meant = [(c, d) for c, d in named or theirs if about(said, c.proposition.of(d.text))]
        if not named:
            yield from meant
            return
        beside = {(d.id, _paragraph(c, d)) for c, d in meant}
        yield from ((c, d) for c, d in named if not meant or (d.id, _paragraph(c, d)) in beside)

    def _theirs(
        self, passage: Passage, home: Document, own: tuple[Claim, ...], every: Iterable[Made]
    ) -> Iterator[Made]:
        """The claims that were made before by whom a passage names."""
        name, outlet = self._whose(passage, home, own)
        for claim, document in every:
            late = document.id == home.id or stamp(document.published) > stamp(home.published)
            if late or claim.stance not in SAID or claim.debunked:
                continue
            heard = claim.speaker.name if claim.speaker else None
            printed = self.family(document.source) == outlet or (heard, outlet) in self.called
            if printed if outlet else name is not None and heard == name:
                yield claim, document

    def _named(self, passage: Passage, home: Document, document: Document) -> bool:
        """Whether a passage names a document by the time of that day at which it came out."""
        at, told, day = hour(passage, home.text), document.published, home.published
        if at is None or told is None or day is None:
            return False
        came = told.astimezone(self.zone)
        return (came.hour, came.minute) == at and came.date() == day.astimezone(self.zone).date()

    def _whose(self, passage: Passage, home: Document, own: tuple[Claim, ...]) -> tuple[str | None, str | None]:
        """The speaker, or the publisher, whose words are taken back; neither where it cannot be told."""
        verb = passage.verb
        if verb is None:
            return None, self.family(home.source)
        named = [c for c in own if c.speaker and c.speaker.name in self.known]
        did = {c.speaker.name for c in named if c.speaker and c.attribution.cue and c.attribution.cue.overlaps(verb)}
        told = {c.speaker for c in named if c.speaker and any(s.overlaps(verb) for s in c.attribution.content)}
        name, outlet = (did.pop(), None) if len(did) == 1 else self._printed(passage, home.text)
        if name is None and outlet is None and self._itself(passage, home):
            outlet = self.family(home.source)
        if name is None and outlet is None and len(told) == 1:
            name = next(iter(told)).name
        others = {s for s in told if s.party is not None and s.name != name}
        return (None, None) if others else (name, outlet)

    def _itself(self, passage: Passage, home: Document) -> bool:
        """Whether an outlet takes back a report of its own, calling itself by the first word of its name."""
        verb, name = passage.verb or passage.said, self.short.get(home.source)
        return name is not None and home.text[passage.span.start : verb.start].strip().startswith(name)

    def _printed(self, passage: Passage, text: str) -> tuple[str | None, str | None]:
        """Whom the passage names: last before the verb, or else first behind it."""
        verb, said = passage.verb or passage.said, passage.said
        near = list(self.credits.any.finditer(text, passage.span.start, passage.span.end))
        ahead = [m for m in near if m.end() <= min(verb.start, said.start)]
        after = [m for m in near if m.start() >= max(verb.end, said.end)]
        match = ahead[-1] if ahead else after[0] if after and said.end <= verb.start else None
        if match is None:
            return None, None
        kind, name = self.credits.names[fold(match["name"])]
        return (None, self.family(name)) if kind == "source" else (name, None)


def _paragraph(claim: Claim, document: Document) -> int:
    """Where the paragraph of a claim begins."""
    return document.text.rfind("\n", 0, claim.proposition.start) + 1


def dropped(view: View, past: View) -> Iterator[Withdrawal]:
    """Claims of reports of which `view` has a later version that does not make them."""
    current = {d.id for d in view.documents}
    later = {(d.source, d.address): d for d in view.documents} | {
        d.supersedes: d for d in view.documents if d.supersedes
    }
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in (*past.claims, *view.claims):
        claims[claim.document].append(claim)
    for old in past.documents:
        new = None if old.id in current else later.get(old.id) or later.get((old.source, old.address))
        if new is None:
            continue
        for claim in claims[old.id]:
            if not any(_same(claim, old, c, new) for c in claims[new.id]):
                instead = next((c for c in claims[new.id] if _answers(claim, old, c, new)), None)
                yield withdrawal(
                    (claim, old), Undoing.DROPPED, new, None, quote(new, instead.proposition) if instead else None
                )


def _same(claim: Claim, old: Document, other: Claim, new: Document) -> bool:
    """Whether a later version still makes a claim: the same speaker, stance and figures, in like words."""
    return (
        _heard(claim) == _heard(other)
        and claim.stance == other.stance
        and _figures(claim) == _figures(other)
        and _alike(claim.proposition.of(old.text), other.proposition.of(new.text)) >= weights().retract.same
    )


def _answers(claim: Claim, old: Document, other: Claim, new: Document) -> bool:
    """Whether a claim stands where another stood: of the same kind and speaker, in like words, with other figures."""
    same = (_heard(claim), claim.kind) == (_heard(other), other.kind)
    return same and _alike(claim.proposition.of(old.text), other.proposition.of(new.text)) >= weights().retract.shared


def _heard(claim: Claim) -> str | None:
    return claim.speaker.name if claim.speaker else None


def _figures(claim: Claim) -> set[tuple[object, ...]]:
    return {(q.measure, q.object, q.value, q.operator, q.place) for q in claim.quantities}


def _alike(left: str, right: str) -> float:
    """How many content words of the shorter text the other has."""
    mine, yours = content(left).weights.keys(), content(right).weights.keys()
    return len(mine & yours) / max(1, min(len(mine), len(yours)))


def _standing(own: Iterable[Claim], found: Iterable[Passage]) -> list[Claim]:
    """A document's claims outside the passages that take something back."""
    return [c for c in own if not inside(c.proposition, found)]


def _undo(made: Made, by: Document, passage: Passage, rest: Iterable[Claim]) -> Withdrawal:
    """A claim taken back by a passage; `rest` is what its document claims, among which may be what is right."""
    instead = None
    if passage.verb is None:
        right = next((c for c in rest if c.stance in SAID and _answers(made[0], made[1], c, by)), None)
        instead = quote(by, right.proposition) if right else None
    how = Undoing.CORRECTED if passage.verb is None else Undoing.RETRACTED
    return withdrawal(made, how, by, quote(by, passage.span), instead)


def _unseen(document: Document, past: View, view: View) -> bool:
    """Whether a document replaces a version that neither edition saw: what it takes back may have stood there."""
    held = {d.id for d in (*past.documents, *view.documents)}
    return document.supersedes is not None and document.supersedes not in held


def _stray(document: Document, passage: Passage) -> Problem:
    said = " ".join(passage.said.of(document.text).split())
    message = f"This report takes back “{said}”, which nobody on record said; nothing was changed for it."
    return Problem(subject=document.id, stage=STAGE, message=message)
