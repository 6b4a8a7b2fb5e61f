"""What stands beside the text: sources, gaps, the balance of parties, counts and citations."""

from collections import Counter

from onrecord.briefing import house
from onrecord.briefing.draft import standing
from onrecord.briefing.lexicon import line
from onrecord.briefing.shelf import Shelf
from onrecord.records import Citation, Correction, Counts, Document, Evidence, Section, SourceLine, Voice


def fresh(shelf: Shelf) -> tuple[Document, ...]:
    """The documents published since yesterday's briefing closed."""
    return tuple(d for d in shelf.view.documents if d.published and d.published > shelf.opened)


def sources(shelf: Shelf) -> tuple[SourceLine, ...]:
    """Every monitored source, in the story's order, with its reports since yesterday and its latest."""
    today = Counter(d.source for d in fresh(shelf))
    latest = {
        s.id: max((d.published for d in shelf.view.documents if d.source == s.id and d.published), default=None)
        for s in shelf.story.sources
    }
    return tuple(
        SourceLine(id=s.id, name=s.name, kind=s.kind, party=s.party, documents=today[s.id], latest=latest[s.id])
        for s in shelf.story.sources
    )


def gaps(heard: tuple[Voice, ...], shelf: Shelf) -> tuple[str, ...]:
    """What the record lacks: sources that were silent, reports that were not read, and how the parties are heard."""
    before = house.digits(shelf.story.number(shelf.day) - 1)
    published = {d.source for d in fresh(shelf)}
    silent = [s.name for s in shelf.story.sources if s.id not in published]
    told = [line("balance", before=before, parties="; ".join(map(_balance, heard)) or line("none"))]
    if silent:
        told.append(line("silent", before=before, names=", ".join(silent)))
    foreign = sum(d.language != shelf.story.language for d in fresh(shelf))
    if foreign:
        told.append(line("unread", documents=house.counted(foreign, "report", shelf.story.style)))
    return tuple(told)


def voices(sections: tuple[Section, ...], shelf: Shelf) -> tuple[Voice, ...]:
    """How each party is heard, in the story's order: what it said since yesterday, and what of it is told."""
    today = {d.id for d in fresh(shelf)}
    made = Counter(c.speaker.side for c in shelf.claims.values() if c.document in today and c.speaker)
    told: Counter[str | None] = Counter()
    for sentence in (s for section in sections for s in section.sentences):
        told.update({c.speaker.side for c in map(shelf.claims.get, sentence.claims) if c and c.speaker})
    spoke = [p.name for p in shelf.story.parties if p.belligerent or made[p.name] or told[p.name]]
    return tuple(Voice(party=name, claims=made[name], told=told[name]) for name in spoke)


def _balance(voice: Voice) -> str:
    """A party with its claims and the sentences that tell them: "Norland 12 (4 told)"."""
    told = house.digits(voice.told) if voice.told else line("none")
    return line("voice", party=voice.party, claims=house.digits(voice.claims), told=told)


def standfirst(shelf: Shelf) -> str:
    """The day and what it rests on, in one or two sentences."""
    style, today = shelf.story.style, fresh(shelf)
    cutoff = shelf.view.cutoff.astimezone(shelf.story.zone)
    return line(
        "standfirst",
        number=house.digits(shelf.story.number(shelf.day)),
        documents=house.capital(house.counted(len(today), "report", style)),
        sources=house.counted(len({d.source for d in today}), "source", style),
        cutoff=f"{house.timed(cutoff, 0)}",
    )


def counts(sections: tuple[Section, ...], shelf: Shelf) -> Counts:
    """The figures at the head of the page: all of them can be counted again from the page and the ledger."""
    today = fresh(shelf)
    ids = {d.id for d in today}
    told = [s for section in sections for s in section.sentences]
    claims = tuple(shelf.claims[c] for s in told for c in s.claims if c in shelf.claims)
    return Counts(
        documents=len(today),
        sources=len({d.source for d in today}),
        claims=sum(c.document in ids for c in shelf.claims.values()),
        origins=len(standing(claims, shelf)),
        events=len({s.event for s in told if s.event}),
        conflicts=sum(len(section.tables) for section in sections),
        sentences=len(told),
        problems=len(shelf.view.problems),
    )


def citations(
    sections: tuple[Section, ...], shelf: Shelf, corrections: tuple[Correction, ...] = ()
) -> tuple[Citation, ...]:
    """The documents that evidence points to, in the order of source and publication."""
    ids = {e.document for e in (*evidence(sections), *(e for c in corrections for e in c.evidence))}
    cited = sorted(
        (d for d in shelf.view.documents if d.id in ids), key=lambda d: (d.source, d.published or shelf.opened, d.id)
    )
    return tuple(_citation(d, shelf) for d in cited)


def evidence(sections: tuple[Section, ...]) -> tuple[Evidence, ...]:
    """All evidence of the briefing: of sentences, cells and bars."""
    found = [e for section in sections for s in section.sentences for e in s.evidence]
    found += [
        e for section in sections for t in section.tables for row in t.rows for cell in row for e in cell.evidence
    ]
    found += [e for section in sections for c in section.charts for bar in c.bars for e in bar.evidence]
    return tuple(found)


def _citation(document: Document, shelf: Shelf) -> Citation:
    source = shelf.sources.get(document.source)
    return Citation(
        document=document.id,
        source=document.source,
        name=source.name if source else document.source,
        address=document.address,
        title=document.title,
        published=document.published,
    )
