"""What stands round the text: title, standfirst, sources, gaps, counts, citations, notes: all counted again."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from onrecord.briefing.lexicon import line, lines
from onrecord.briefing.proof import names, rank, times
from onrecord.briefing.proof.side import capital
from onrecord.briefing.proof.stack import Stack
from onrecord.briefing.proof.typed import counted, joined
from onrecord.records import (
    Briefing,
    Change,
    ChangeKind,
    Citation,
    Correction,
    Counts,
    Evidence,
    Section,
    SourceLine,
    Stance,
)

_REFUSAL = re.compile(r"(?:“(?P<text>.+)” is|The headline is) refused: [a-z“].*\.", re.DOTALL)
_SUBJECT = re.compile(r"(?:t|part)-[0-9a-f]{20}|headline")


def title(briefing: Briefing, stack: Stack) -> str | None:
    """None if the briefing is of this story, day and cutoff."""
    told = (briefing.story, briefing.day, briefing.number, briefing.cutoff.isoformat())
    cutoff = stack.view.cutoff.astimezone(stack.story.zone).isoformat()
    same = told == (stack.story.title, stack.day, stack.story.number(stack.day), cutoff)
    return None if same else "the briefing is not of this story, day and cutoff"


def standfirst(briefing: Briefing, stack: Stack) -> str | None:
    """None if the standfirst counts what is on record."""
    today = stack.fresh
    cutoff = stack.view.cutoff.astimezone(stack.story.zone)
    told = line(
        "standfirst",
        number=times.figure(stack.story.number(stack.day)),
        documents=capital(counted(len(today), "report", stack)),
        sources=counted(len({d.source for d in today}), "source", stack),
        cutoff=f"{cutoff.hour:02}:{cutoff.minute:02} on {times.printed(cutoff.date(), 0)}",
    )
    return None if briefing.standfirst == told else "the standfirst does not count what is on record"


def sources(briefing: Briefing, stack: Stack) -> str | None:
    """None if the list of sources is the story's, with what each gave."""
    today = Counter(d.source for d in stack.fresh)
    wanted = []
    for source in stack.story.sources:
        times_ = [d.published for d in stack.view.documents if d.source == source.id and d.published is not None]
        wanted.append(
            SourceLine(
                id=source.id,
                name=source.name,
                kind=source.kind,
                party=source.party,
                documents=today[source.id],
                latest=max(times_) if times_ else None,
            )
        )
    alike = _clocks(s.latest for s in briefing.sources) == _clocks(s.latest for s in wanted)
    return None if briefing.sources == tuple(wanted) and alike else "the list of sources is not what they gave"


def _clocks(instants: Iterable[datetime | None]) -> list[str]:
    """Instants with their offsets: the same instant in another zone prints another time of day."""
    return [instant.isoformat() if instant else "" for instant in instants]


def gaps(briefing: Briefing, stack: Stack) -> str | None:
    """None if the gaps are those of the record."""
    before = _before(stack)
    heard = [
        line(
            "voice", party=v.party, claims=times.figure(v.claims), told=times.figure(v.told) if v.told else line("none")
        )
        for v in briefing.voices
    ]
    told = "; ".join(heard) or line("none")
    wanted = [line("balance", before=before, parties=told)]
    silent = [s.name for s in stack.story.sources if s.id not in {d.source for d in stack.fresh}]
    wanted += [line("silent", before=before, names=", ".join(silent))] if silent else []
    foreign = [d for d in stack.fresh if d.language != stack.story.language]
    wanted += [line("unread", documents=counted(len(foreign), "report", stack))] if foreign else []
    return None if briefing.gaps == tuple(wanted) else "the gaps are not those of the record"


def _before(stack: Stack) -> str:
    return times.figure(stack.story.number(stack.day) - 1)


def counts(briefing: Briefing, stack: Stack) -> str | None:
    """None if every figure at the head of the page can be counted again."""
    told = [s for section in briefing.sections for s in section.sentences]
    claims = [stack.claims[c] for s in told for c in s.claims if c in stack.claims]
    ids = {d.id for d in stack.fresh}
    wanted = Counts(
        documents=len(ids),
        sources=len({d.source for d in stack.fresh}),
        claims=len([c for c in stack.claims.values() if c.document in ids]),
        origins=len(rank.origins(claims, stack)),
        events=len({s.event for s in told} - {None}),
        conflicts=len([t for section in briefing.sections for t in section.tables]),
        sentences=len(told),
        problems=len(stack.view.problems),
    )
    return None if briefing.counts == wanted else "the counts are not those of the page and the record"


def evidence(briefing: Briefing) -> list[Evidence]:
    """All evidence of the page."""
    found: list[Evidence] = []
    for section in briefing.sections:
        found += [e for s in section.sentences for e in s.evidence]
        found += [e for t in section.tables for row in t.rows for cell in row for e in cell.evidence]
        found += [e for c in section.charts for bar in c.bars for e in bar.evidence]
    return [*found, *(e for c in briefing.corrections for e in c.evidence)]


def citations(briefing: Briefing, stack: Stack) -> str | None:
    """None if the documents that are cited are listed, as they are on record."""
    wanted = set()
    for id in {e.document for e in evidence(briefing)} & stack.documents.keys():
        document = stack.documents[id]
        source = stack.story.source(document.source)
        wanted.add(
            Citation(
                document=id,
                source=document.source,
                name=source.name if source else document.source,
                address=document.address,
                title=document.title,
                published=document.published,
            )
        )
    fits = set(briefing.citations) == wanted and len(briefing.citations) == len(wanted)
    dates = {c.document: c.published for c in wanted}
    listed = [c.document for c in briefing.citations if c.document in dates]
    fits = fits and _clocks(c.published for c in briefing.citations) == _clocks(dates[id] for id in listed)
    return None if fits else "the list of documents is not what the page cites"


def notes(section: Section, briefing: Briefing, changes: tuple[Change, ...], stack: Stack) -> str | None:
    """None if the section's lines about the record can be written again from the record."""
    if section.name == "changes":
        wanted = (*_open(briefing), _denials(changes, stack))
    elif section.name == "corrections":
        wanted = (*(_undone(c, stack) for c in briefing.corrections), *_corrections(briefing, stack))
    else:
        wanted = ()
    return None if section.notes == wanted else "its lines are not those of the record"


def _open(briefing: Briefing) -> tuple[str, ...]:
    """The subjects of the conflicts that are told as background."""
    told = [s.text for section in briefing.sections if section.name == "background" for s in section.sentences]
    things = [t.removeprefix("Accounts of ").partition(" differ: ")[0] for t in told if t.startswith("Accounts of ")]
    return (line("open", things="; ".join(dict.fromkeys(things))),) if things else ()


def _denials(changes: tuple[Change, ...], stack: Stack) -> str:
    """Whom the story knows that denied today what nobody had denied before: in what is new, or as what is new of it."""
    ids = {d.id for d in stack.fresh}
    kinds = {ChangeKind.NEW_EVENT, ChangeKind.NEW_DENIAL, ChangeKind.NEW_ORIGIN}
    news = [c.claims for c in changes if c.kind in kinds]
    new = {claim for claims in news for claim in claims}
    denied = [
        c
        for c in stack.claims.values()
        if c.stance is Stance.DENIED
        and c.document in ids
        and not c.background
        and c.id in new
        and not names.stranger(c, stack)
    ]
    heard = sorted({name for c in denied if (name := names.heard(c, stack)) is not None})
    return line("denials", before=_before(stack), names=", ".join(heard) or line("none"))


def _corrections(briefing: Briefing, stack: Stack) -> tuple[str, ...]:
    told = []
    for document in (d for d in stack.fresh if d.supersedes):
        told.append((_source(document.source, stack), " ".join(document.title.split()) or document.address))
    said = tuple(line("revised", source=capital(source), title=title) for source, title in sorted(told))
    return said if said or briefing.corrections else (line("corrected", before=_before(stack)),)


def _undone(correction: Correction, stack: Stack) -> str:
    """The line of what was taken back, written again from its parts."""
    quoted = [[" ".join(e.quote.split()) for e in part] for part in (correction.words, correction.instead)]
    at = correction.at.astimezone(stack.story.zone) if correction.at else None
    why = line(
        f"why_{correction.how}",
        source=capital(_source(correction.source, stack)),
        title=" ".join(correction.title.split()),
        at=f"{at.hour:02}:{at.minute:02} on {times.printed(at.date(), stack.day.year)}" if at else line("none"),
        words=" ".join(quoted[0]),
    )
    if quoted[1]:
        why += " " + line("instead", words=joined([f"“{text}”" for text in quoted[1]]))
    days = sorted({use.day for use in correction.used})
    if not days:
        return line("unused", why=why)
    said = [f"“{text}”" for text in dict.fromkeys(use.text for use in correction.used)]
    return line(
        "used_often" if len(days) > 1 else "used",
        what=line(f"what_{correction.how}"),
        number=times.figure(stack.story.number(stack.day)),
        days=joined([times.figure(day) for day in days]),
        said=joined(said),
        why=why,
    )


def _source(id: str, stack: Stack) -> str:
    source = stack.story.source(id)
    return source.name if source else id


def titles(briefing: Briefing, stack: Stack) -> str | None:
    """None if the sections are the house's own, in their order, under their titles."""
    listed = [s.name for s in briefing.sections]
    if not {"changes", "corrections"} <= set(listed):
        return "what changed and what was corrected is left out"
    order = [n for n in lines().sections if n in listed]
    named = all(s.title == lines().titles.get(s.name, "").format(before=_before(stack)) for s in briefing.sections)
    return None if listed == order and named else "the sections are not in their order, or not under their titles"


def dropped(briefing: Briefing, stack: Stack) -> str | None:
    """None if each refusal is of the proof's own form, listed once, and of nothing that the page tells."""
    told = {s.id: s.text for section in briefing.sections for s in section.sentences}
    for problem in briefing.dropped:
        said = _REFUSAL.fullmatch(problem.message)
        shown = said is None or problem.subject in told or said["text"] in told.values()
        if shown or problem.stage != "check" or not _SUBJECT.fullmatch(problem.subject):
            return "a refusal is not of the proof's form, or of what is told"
    once = list(briefing.dropped) == sorted(set(briefing.dropped))
    return None if once else "a refusal is listed twice"
