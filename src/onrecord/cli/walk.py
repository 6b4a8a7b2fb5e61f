"""An id -> what it is and what it stands on, down to highlighted characters."""

from datetime import datetime

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from onrecord.cli.explain import Day, bond, group, happening, rulings
from onrecord.errors import UsageError
from onrecord.events import link
from onrecord.newsroom import clock
from onrecord.newsroom.acts import acts
from onrecord.newsroom.day import Desk, view_of
from onrecord.newsroom.press import briefings
from onrecord.records import Claim, Document, Evidence, Sentence, Span

KINDS = (
    "Ids begin with t- (sentence), e- (event), c- (claim), d- (document), o- (origin) or l- (link or judgement); "
    "events, origins and links need the --day that tells them."
)


def walk(desk: Desk, ident: str, on: str | None) -> RenderableType:
    """What the id names, walked back to characters. Raises UsageError for an id that the record does not know."""
    found = _find(desk, ident, on)
    if found is None:
        day = clock.day(on, desk.story, desk.ledger.latest(desk.at), desk.at)
        raise UsageError(f"{ident or 'An empty id'}: nothing on record, and no event of {day}, has this id. {KINDS}")
    return found


def _find(desk: Desk, ident: str, on: str | None) -> RenderableType | None:
    if document := desk.ledger.document(ident):
        return _document(desk, document)
    if claim := desk.ledger.claim(ident):
        return Group(_claim(desk, claim), *_judged(desk, claim))
    if sentence := _sentence_of(desk, ident):
        return _sentence(desk, sentence)
    if act := next((r for r in acts(desk.ledger.judgements()) if r.id == ident), None):
        return rulings((act,), desk.story)
    return _computed(_day(desk, on), desk, ident)


def _day(desk: Desk, on: str | None) -> Day:
    """The events of the day, with its record."""
    view = view_of(desk, clock.day(on, desk.story, desk.ledger.latest(desk.at), desk.at))
    return Day(view, link(view, desk.story), desk.story, acts(desk.ledger.judgements()))


def _computed(day: Day, desk: Desk, ident: str) -> RenderableType | None:
    """What the day's linking gave this id: an event, an origin or a link."""
    for event in day.events:
        if event.id == ident:
            claims = [_claim(desk, claim) for claim in map(desk.ledger.claim, event.claims) if claim]
            return Group(*happening(event, day), *claims)
        for origin in event.origins:
            if origin.id == ident:
                return group(origin, day)
        for one in event.links:
            if one.id == ident:
                return bond(one, day)
    return None


def _judged(desk: Desk, claim: Claim) -> list[RenderableType]:
    """What people have judged of a claim, on any day."""
    found = tuple(r for r in acts(desk.ledger.judgements()) if any(claim.id in pair for pair in r.pairs))
    return [rulings(found, desk.story)] if found else []


def _sentence_of(desk: Desk, ident: str) -> Sentence | None:
    """The sentence, from the briefings that were written."""
    for made in briefings(desk.settings.out):
        for section in made.sections:
            for sentence in section.sentences:
                if sentence.id == ident:
                    return sentence
    return None


def _sentence(desk: Desk, sentence: Sentence) -> RenderableType:
    head = Text.assemble((sentence.text, "bold"), "\n", (f"{sentence.status} · {sentence.note}", "dim"))
    walked = [_claim(desk, claim) for claim in map(desk.ledger.claim, sentence.claims) if claim]
    return Group(Panel(head, title=sentence.id), *(_quote(desk, evidence) for evidence in sentence.evidence), *walked)


def _quote(desk: Desk, evidence: Evidence) -> RenderableType:
    document = desk.ledger.document(evidence.document)
    words = Text.assemble("…", evidence.prefix, (evidence.quote, "black on yellow"), evidence.suffix, "…")
    return Panel(words, title=_credit(desk, document) if document else evidence.document, title_align="left")


def _credit(desk: Desk, document: Document) -> str:
    source = desk.story.source(document.source)
    return f"{source.name if source else document.source}, {_when(desk, document.published)}"


def _when(desk: Desk, instant: datetime | None) -> str:
    return instant.astimezone(desk.story.zone).strftime("%-d %B %Y, %H:%M") if instant else "open"


def _document(desk: Desk, document: Document) -> RenderableType:
    head = Text.assemble(
        (document.title, "bold"), f"\n{_credit(desk, document)}\n{document.address}\n\n", document.text
    )
    claims = [f"{claim.id}  {claim.proposition.of(document.text)}" for claim in desk.ledger.claims(document.id)]
    return Group(Panel(head, title=document.id), Text("\n".join(claims)))


def _claim(desk: Desk, claim: Claim) -> RenderableType:
    document = desk.ledger.document(claim.document)
    text = document.text if document else ""
    table = Table(show_header=False, box=None)
    for name, value in _slots(desk, claim, text):
        if value:
            table.add_row(Text(name, "dim"), Text(value))
    shown = Text(claim.sentence.of(text))
    offset = claim.sentence.start
    shown.stylize("black on yellow", claim.proposition.start - offset, claim.proposition.end - offset)
    credit = Text(_credit(desk, document) if document else claim.document, "dim")
    return Panel(Group(shown, credit, table), title=claim.id)


def _slots(desk: Desk, claim: Claim, text: str) -> list[tuple[str, str]]:
    speaker, said, moment = claim.speaker, claim.attribution, claim.moment
    party = f" ({speaker.party})" if speaker and speaker.party else ""
    return [
        ("speaker", f"{speaker.name or 'unresolved'}{party}, found by {speaker.rule}" if speaker else "the narrator"),
        ("cue", said.cue.of(text) if said.cue else ""),
        ("venue", said.venue.of(text) if said.venue else ""),
        ("chain", _words(said.chain, text)),
        ("stance", f"{claim.stance}{' · told as background' if claim.background else ''}"),
        ("kind", claim.kind),
        *((name, actor.name) for name in ("agent", "target", "object") if (actor := getattr(claim, name))),
        ("weapon", claim.weapon.name if claim.weapon else ""),
        *(
            ("figure", f"{q.measure} {q.operator} {q.value} {q.object or ''}: {q.span.of(text)}")
            for q in claim.quantities
        ),
        *(("place", f"{p.name} ({p.precision}): {p.reason}") for p in claim.places),
        ("time", f"{_when(desk, moment.earliest)} to {_when(desk, moment.latest)}, by {moment.rule}" if moment else ""),
    ]


def _words(spans: tuple[Span, ...], text: str) -> str:
    return "; ".join(span.of(text) for span in spans)
