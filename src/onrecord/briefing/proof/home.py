"""Where a sentence, a table or a chart may stand: under an event that holds its claims, in the section that follows.

The events are computed again from the record, so that nobody's word is taken for what belongs together.
"""

import re
from dataclasses import dataclass, field
from datetime import timedelta

from onrecord.briefing.proof import rank
from onrecord.briefing.proof.side import note
from onrecord.briefing.proof.stack import Stack
from onrecord.briefing.proof.statement import form
from onrecord.records import Briefing, Chart, Claim, Event, Measure, Sentence, Table, VerdictKind

Told = tuple[str, Sentence]
"""A section's name and a sentence in it."""


@dataclass
class Home:
    """The events of the day and what the page tells of them, by event: sentences, and those that have tables."""

    stack: Stack
    events: dict[str, Event]
    told: dict[str | None, list[Told]] = field(default_factory=dict)
    tabled: set[str | None] = field(default_factory=set)

    @classmethod
    def of(cls, briefing: Briefing, stack: Stack, events: tuple[Event, ...]) -> "Home":
        """The page's events, ready to be asked."""
        made = cls(stack, {e.id: e for e in events})
        for section in briefing.sections:
            for sentence in section.sentences:
                made.told.setdefault(sentence.event, []).append((section.name, sentence))
            made.tabled |= {t.event for t in section.tables}
        return made

    def holds(self, sentence: Sentence) -> str | None:
        """None if the sentence's claims are those of its event, and of today unless it is background; else why not."""
        event = self.events.get(sentence.event or "")
        if event is None:
            return "its event is not on record"
        claims, members = [self.stack.claims[c] for c in sentence.claims], set(event.claims)
        own = [c for c in claims if c.id in members]
        shape = form(sentence.text)
        beside = shape == "tally" and len({c.document for c in claims}) == 1
        if not own or (len(own) < len(claims) and not beside):
            return "its claims are not those of its event"
        if shape == "joint" and _echo(claims, event):
            return "its accounts go back to one origin"
        if shape == "toll":
            own = [c for c in own if c.quantities][:1] or own
        free = shape in ("differ", "change", "absence") or not self.today(event)
        return None if free or all(self.current(c) for c in own) else "it is background, told as today's"

    def section(self, sentence: Sentence) -> str:
        """The name of the section in which the sentence belongs."""
        shape = form(sentence.text)
        claims = [self.stack.claims[c] for c in sentence.claims]
        event = self.events[sentence.event or ""]
        rules = (
            ("changes", shape == "change"),
            ("unknown", shape == "absence"),
            ("background", not self.today(event)),
            ("unknown", all(c.kind == "information" for c in claims)),
            ("conflicts", shape == "differ"),
            ("established", any(form(s.text) == "joint" for _, s in self.told[event.id])),
            ("conflicts", event.id in self.tabled),
            ("established", all(rank.own(c, self.stack) for c in claims)),
        )
        return next((name for name, holds in rules if holds), "reported")

    def today(self, event: Event) -> bool:
        """Whether anything of the event was reported since yesterday as of today."""
        return any(self.current(self.stack.claims[c]) for c in event.claims if c in self.stack.claims)

    def current(self, claim: Claim) -> bool:
        """Whether a claim is fresh, no background, and of the night before or later; or counts a longer time that ended
        no longer ago than it lasted."""
        moment, opened = claim.moment, self.stack.opened
        if self.stack.published(claim) <= opened:
            return False
        if self.counted(claim):
            return True
        if claim.background:
            return False
        if moment is None or moment.latest is None or moment.latest > opened - timedelta(hours=6):
            return True
        return moment.earliest is not None and moment.earliest > opened - timedelta(hours=24)

    def counted(self, claim: Claim) -> bool:
        """Whether a claim counts six days or more that ended, no longer ago than they lasted."""
        moment, opened = claim.moment, self.stack.opened
        if moment is None or moment.earliest is None or moment.latest is None or opened < moment.latest:
            return False
        lasted = moment.latest - moment.earliest
        figures = [q for q in claim.quantities if q.value is not None]
        return bool(figures) and timedelta(days=6) <= lasted and opened < moment.latest + lasted

    def tables(self, name: str, tables: tuple[Table, ...]) -> str | None:
        """None if each event with accounts that differ has one table in this section, row for sentence."""
        if len({t.event for t in tables}) != len(tables):
            return "an event has two tables"
        here = {e: [s for n, s in told if n == name and form(s.text) == "differ"] for e, told in self.told.items()}
        wanted = {e for e, told in here.items() if told}
        if wanted != {t.event for t in tables}:
            return "accounts that differ and tables do not belong together"
        for table in tables:
            event = self.events[table.event or ""]
            conflict = any(v.kind is VerdictKind.CONFLICT for v in event.verdicts)
            if not conflict or not _paired(table, here[table.event]):
                return "a table's rows are not the accounts that are said to differ"
            reason = note(table, event, self.stack)
            if reason is not None:
                return f"of the table “{table.caption}” {reason}"
        return None

    def charts(self, name: str, charts: tuple[Chart, ...]) -> str | None:
        """None if each chart stands once, beside the tally that it draws."""
        for chart in charts:
            told = [s for n, s in self.told.get(chart.event, []) if n == name and form(s.text) == "tally"]
            drawn = {e for bar in chart.bars for e in bar.evidence}
            if not any(drawn <= set(s.evidence) and len(chart.bars) == _parts(s) for s in told):
                return "a chart draws no tally told here, or not all of it"
        return None if len(set(charts)) == len(charts) else "a chart is told twice"


def _parts(tally: Sentence) -> int:
    """How many parts of a whole a tally tells."""
    return sum(f.measure is not Measure.LAUNCHED for f in tally.numbers)


def _echo(claims: list[Claim], event: Event) -> bool:
    """Whether two of the claims go back to one origin."""
    groups = {c: o.id for o in event.origins for c in o.claims}
    found = [groups.get(c.id, c.id) for c in claims]
    return len(set(found)) < len(found)


def _paired(table: Table, told: list[Sentence]) -> bool:
    """Whether each row has its sentence, of the same count and the same evidence, and each sentence its row."""
    rows = [(_thing(row[0].text), {e for cell in row for e in cell.evidence}) for row in table.rows if row]
    said = [(s.text.removeprefix("Accounts of ").partition(" differ: ")[0], set(s.evidence)) for s in told]
    return len(rows) == len(said) and all(
        evidence == quoted and re.match(rf"{thing}(?: (?:on|in) |$)", text)
        for (thing, evidence), (text, quoted) in zip(rows, said, strict=True)
    )


def _thing(label: str) -> str:
    """What a row counts, as a pattern of what its sentence prints."""
    thing, _, place = label.rpartition(", ")
    told = re.escape(f"{thing[:1].lower()}{thing[1:]}")
    return told if place == "in all" else f"{told} (?:over|in) {re.escape(place)}"
