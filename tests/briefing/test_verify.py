import re
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta, timezone
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.briefing import verify
from onrecord.records import (
    Briefing,
    Chart,
    Citation,
    Evidence,
    Figure,
    Problem,
    Section,
    Sentence,
    Span,
    Status,
    Table,
    VerdictKind,
)

Change = Callable[[Briefing], Briefing]


def tried(desk: Any, briefing: Briefing) -> tuple[Problem, ...]:
    return verify(briefing, desk.view, desk.story, desk.read, tuple(desk.events))


def sentences(briefing: Briefing) -> list[Sentence]:
    return [s for section in briefing.sections for s in section.sentences]


def find(briefing: Briefing, words: str) -> Sentence:
    return next(s for s in sentences(briefing) if words in s.text)


def put(briefing: Briefing, old: Sentence, new: Sentence) -> Briefing:
    """The briefing with one sentence in another's place; headline leads follow its new id."""
    sections = tuple(
        replace(section, sentences=tuple(new if s is old else s for s in section.sentences))
        for section in briefing.sections
    )
    return replace(
        briefing, sections=sections, leads=tuple(new.id if lead == old.id else lead for lead in briefing.leads)
    )


def reword(old: str, new: str) -> Change:
    def change(briefing: Briefing) -> Briefing:
        sentence = find(briefing, old)
        return put(briefing, sentence, replace(sentence, text=sentence.text.replace(old, new, 1), id=""))

    return change


def refit(words: str, **fields: Any) -> Change:
    def change(briefing: Briefing) -> Briefing:
        sentence = find(briefing, words)
        made = {k: v(sentence) if callable(v) else v for k, v in fields.items()}
        return put(briefing, sentence, replace(sentence, id="", **made))

    return change


def section(name: str, **fields: Any) -> Change:
    def change(briefing: Briefing) -> Briefing:
        made = [replace(s, **{k: v(s) for k, v in fields.items()}) if s.name == name else s for s in briefing.sections]
        return replace(briefing, sections=tuple(made))

    return change


def top(**fields: Any) -> Change:
    return lambda b: replace(b, **{k: v(b) if callable(v) else v for k, v in fields.items()})


def move(words: str, to: str) -> Change:
    def change(briefing: Briefing) -> Briefing:
        sentence = find(briefing, words)
        made = [replace(s, sentences=tuple(x for x in s.sentences if x is not sentence)) for s in briefing.sections]
        made = [replace(s, sentences=(*s.sentences, sentence)) if s.name == to else s for s in made]
        return replace(briefing, sections=tuple(made))

    return change


def cell(row: int, column: int, **fields: Any) -> Callable[[Section], tuple[Table, ...]]:
    def change(section: Section) -> tuple[Table, ...]:
        table = section.tables[0]
        rows = [list(r) for r in table.rows]
        rows[row][column] = replace(rows[row][column], **fields)
        return (replace(table, rows=tuple(tuple(r) for r in rows)),)

    return change


def table(**fields: Any) -> Callable[[Section], tuple[Table, ...]]:
    return lambda s: (replace(s.tables[0], **fields),)


def bar(index: int, **fields: Any) -> Callable[[Section], tuple[Chart, ...]]:
    def change(section: Section) -> tuple[Chart, ...]:
        bars = list(section.charts[0].bars)
        bars[index] = replace(bars[index], **fields)
        return (replace(section.charts[0], bars=tuple(bars)),)

    return change


def chart(**fields: Any) -> Callable[[Section], tuple[Chart, ...]]:
    return lambda s: (replace(s.charts[0], **fields),)


def shifted(sentence: Sentence, by: int) -> tuple[Evidence, ...]:
    first = sentence.evidence[0]
    span = Span(start=first.span.start, end=first.span.end + by)
    quote = first.quote[:by] if by < 0 else first.quote + first.suffix[:by]
    return (replace(first, span=span, quote=quote), *sentence.evidence[1:])


TALLY, DEPOT, HEDGED, SILENT = "shot down 58 of 132", "Iron Horse", "preliminary data", "neither confirmed"
JOINT, DIFFER, PLEA, CHANGED, LOSSES = "both reported", "over Vell region", "plead guilty", "up from", "taken losses"

WORDS: dict[str, Change] = {
    "number changed": reword("58 of", "59 of"),
    "total changed": reword("132", "133"),
    "number in words changed": reword("; two", "; three"),
    "numbers exchanged": lambda b: reword("72 were", "58 were")(reword("down 58", "down 72")(b)),
    "thousands changed": reword("761,160", "761,610"),
    "operator added": reword("down 58", "down at least 58"),
    "operator about": reword("down 58", "down about 58"),
    "measure launched": reword("it shot down", "it launched"),
    "measure swapped": reword("were lost to electronic warfare", "were shot down"),
    "measure killed": reword("two returned to Sudland", "two were killed"),
    "unit changed": reword("drones launched", "missiles launched"),
    "side of the drones swapped": reword("Sudlandish drones", "Norlandish drones"),
    "side dropped": reword("Sudlandish drones", "drones"),
    "destination swapped": reword("returned to Sudland", "returned to Norland"),
    "night moved": reword("night to 14 May and", "night to 15 May and"),
    "month moved": reword("14 May and that", "14 June and that"),
    "night to day": reword("in the night to 14 May and", "on 14 May and"),
    "date dropped": reword(" in the night to 14 May and", " and"),
    "speaker swapped": reword("Norland's air force said", "Sudland's defence ministry said"),
    "speaker made plural": reword("Norland's air force said", "officials said"),
    "speaker dropped": reword("Norland's air force said it", "It"),
    "it becomes they": reword("it shot", "they shot"),
    "reportedly": reword("it shot", "it reportedly shot"),
    "adjective added": reword("units had struck", "elite units had struck"),
    "massive": reword("causing a fire", "causing a massive fire"),
    "negation added": reword("units had struck", "units had not struck"),
    "negation removed": reword("but no casualties", "but casualties"),
    "stance denied": reword("staff said that units", "staff denied that units"),
    "stance confirmed": reword("staff said that units", "staff confirmed that units"),
    "stance called for": reword("staff said that units", "staff called for units"),
    "verb outside the list": reword("staff said that units", "staff revealed that units"),
    "verb wrote": reword("staff said that units", "staff wrote that units"),
    "stance of a non-confirmation": reword("has neither confirmed nor denied", "has confirmed"),
    "denial of a non-confirmation": reword("has neither confirmed nor denied", "has denied"),
    "non-confirmation halved": reword("neither confirmed nor denied", "not denied"),
    "hedge dropped": reword(", citing preliminary data,", ""),
    "hedge strengthened": reword("preliminary data", "data"),
    "role changed": reword("governor of Vell region, and", "mayor of Vell region, and"),
    "role of another": reword("Norland's president", "Sudland's president"),
    "role dropped": reword("Ada Berg, Norland's president, said", "Ada Berg said"),
    "surname for a full name": reword("Ada Berg, Norland's president, said", "Berg said"),
    "person swapped": reword("Marr said on", "Berg said on"),
    "venue changed": reword("on the Beacon app that drones", "on television that drones"),
    "venue dropped": reword(" on the Beacon app that drones", " that drones"),
    "venue added": reword("staff said that units", "staff said on the Beacon app that units"),
    "place changed": reword("depot in Vell region", "depot in Arl region"),
    "place dropped": reword("depot in Vell region, a source", "depot, a source"),
    "name changed": reword("Iron Horse", "Iron House"),
    "clause dropped": reword(", a source of fuel for Sudland's troops", ""),
    "last word dropped": reword("in mixed units", "in mixed"),
    "marks round a paraphrase": reword("struck the Iron Horse oil depot", "struck “the Iron Horse oil depot”"),
    "marks round a word": reword("a fuel facility", "a “fuel” facility"),
    "attribution dropped": reword("Norland's staff said that units", "Units"),
    "attribution moved": reword("Norland's staff said that units", "Olin Marr said that units"),
    "accusation as fact": reword("and would admit that he fabricated the story that executives", "and executives"),
    "falsehood unmarked": reword("he fabricated the story that", "he knew that"),
    "joint kind changed": reword("reported a strike", "reported casualties"),
    "joint place changed": reword("strike in Vell region", "strike in Arl"),
    "joint speaker swapped": reword("and Norland's staff both", "and Norland's air force both"),
    "joint made a fact": reword("both reported", "confirmed"),
    "account swapped": lambda b: (
        reword("Marr said 15", "Marr said 11")(reword("ministry said 11", "ministry said 15")(b))
        if "Marr said 15" in str(b)
        else reword("said 15 and Marr said 11", "said 11 and Marr said 15")(b)
    ),
    "account dropped": reword("Sudland's defence ministry said 15 and ", ""),
    "account place changed": reword("down over Vell region", "down over Arl region"),
    "differ becomes agree": reword("differ:", "agree:"),
    "up becomes down": reword("up from", "down from"),
    "earlier figure changed": reword("760,120", "760,210"),
    "earlier date changed": reword("on 13 May.", "on 12 May."),
    "subject changed": reword("total Sudlandish casualties", "total Norlandish casualties"),
    "total becomes daily": reword("put total Sudlandish", "put Sudlandish"),
    "second sentence added": reword("preliminary data,", "preliminary data, as usual,"),
    "sentence appended": reword("to Sudland.", "to Sudland. Nobody was hurt."),
    "question": reword("to Sudland.", "to Sudland?"),
    "background date dropped": reword("missiles launched on 13 May", "missiles launched"),
    "background date moved": reword("missiles launched on 13 May", "missiles launched on 14 May"),
}

FIELDS: dict[str, Change] = {
    "quote altered": refit(DEPOT, evidence=lambda s: (replace(s.evidence[0], quote="x"), *s.evidence[1:])),
    "prefix altered": refit(DEPOT, evidence=lambda s: (replace(s.evidence[0], prefix="x"), *s.evidence[1:])),
    "suffix altered": refit(DEPOT, evidence=lambda s: (replace(s.evidence[0], suffix="x"), *s.evidence[1:])),
    "source altered": refit(DEPOT, evidence=lambda s: (replace(s.evidence[0], source="post"), *s.evidence[1:])),
    "citation cut": refit(DEPOT, evidence=lambda s: shifted(s, -4)),
    "citation moved to another sentence": lambda b: refit(DEPOT, evidence=find(b, LOSSES).evidence)(b),
    "citation moved to another document": lambda b: refit(DEPOT, evidence=find(b, TALLY).evidence)(b),
    "citation dropped of one outlet": refit(DEPOT, evidence=lambda s: s.evidence[:1]),
    "citation added": lambda b: refit(LOSSES, evidence=lambda s: (*s.evidence, find(b, PLEA).evidence[0]))(b),
    "claim of another": lambda b: refit(DEPOT, claims=find(b, LOSSES).claims)(b),
    "claim dropped": refit(DEPOT, claims=lambda s: s.claims[:1]),
    "claim added": lambda b: refit(LOSSES, claims=lambda s: (*s.claims, *find(b, PLEA).claims))(b),
    "claim unknown": refit(DEPOT, claims=("c-00000000000000000000",)),
    "no claim": refit(DEPOT, claims=()),
    "event unknown": refit(DEPOT, event="e-00000000000000000000"),
    "event missing": refit(DEPOT, event=None),
    "status raised": refit(LOSSES, status=Status.ESTABLISHED),
    "status of a hedge": refit(HEDGED, status=Status.REPORTED),
    "status of a dispute": refit(DIFFER, status=Status.REPORTED),
    "status of both": refit(JOINT, status=Status.REPORTED),
    "verdict agree": refit(LOSSES, verdicts=(VerdictKind.AGREE,)),
    "verdict dropped": refit(DIFFER, verdicts=()),
    "verdict of a tally": refit(TALLY, verdicts=(VerdictKind.SINGLE,)),
    "origins raised": refit(DEPOT, origins=3),
    "outlets raised": refit(DEPOT, outlets=14),
    "note raised": refit(DEPOT, note="2 origins, both sides"),
    "figure changed": refit(TALLY, numbers=lambda s: (replace(s.numbers[0], value=131), *s.numbers[1:])),
    "figure's measure": refit(TALLY, numbers=lambda s: (replace(s.numbers[0], measure="killed"), *s.numbers[1:])),
    "figure's text": refit(TALLY, numbers=lambda s: (replace(s.numbers[0], text="58"), *s.numbers[1:])),
    "figures dropped of a tally": refit(TALLY, numbers=()),
    "figure dropped": refit(TALLY, numbers=lambda s: s.numbers[1:]),
    "figure added": refit(DEPOT, numbers=(Figure(text="58", value=58, measure="killed"),)),  # type: ignore[arg-type]
    "figures dropped of a dispute": refit(DIFFER, numbers=()),
    "told under another event": lambda b: refit(LOSSES, text=find(b, DEPOT).text)(b),
    "moved to established": move(LOSSES, "established"),
    "moved to background": move(LOSSES, "background"),
    "background moved to today": move("missiles launched on", "conflicts"),
    "dispute moved": move(DIFFER, "reported"),
    "change moved": move(CHANGED, "reported"),
    "table cell": section("conflicts", tables=cell(0, 1, text="16")),
    "table cell at least": section("conflicts", tables=cell(0, 1, text="at least 15")),
    "table cell emptied": section("conflicts", tables=cell(0, 1, text="–", note="", evidence=())),
    "table cell unproved": section("conflicts", tables=cell(0, 1, evidence=())),
    "table time": section("conflicts", tables=cell(0, 1, note="11:00 on 14 May")),
    "table row label": section("conflicts", tables=cell(0, 0, text="Drones shot down, in all")),
    "table head": section("conflicts", tables=table(head=("Counted", "Norland's staff", "Olin Marr"))),
    "table caption": section("conflicts", tables=table(caption="Missiles shot down, by account")),
    "table note": section("conflicts", tables=table(note="The governor is right.")),
    "table event": section("conflicts", tables=table(event="e-00000000000000000000")),
    "table dropped": section("conflicts", tables=lambda s: ()),
    "bar value": section("reported", charts=bar(0, value=59)),
    "bar label": section("reported", charts=bar(0, label="returned")),
    "bar evidence": section("reported", charts=bar(0, evidence=())),
    "chart total": section("reported", charts=chart(total=133)),
    "chart note": section("reported", charts=chart(note="The account adds up.")),
    "chart caption": section("reported", charts=chart(caption="132 drones shot down")),
    "chart bar dropped": section("reported", charts=lambda s: (replace(s.charts[0], bars=s.charts[0].bars[:2]),)),
    "chart dropped": section("reported", charts=lambda s: ()),
    "notes added": section("reported", notes=lambda s: ("Nobody was hurt.",)),
    "denials invented": section("changes", notes=lambda s: (*s.notes[:-1], "New denials since day 134: Ada Berg.")),
    "open conflict dropped": section("changes", notes=lambda s: s.notes[1:]),
    "correction invented": section("corrections", notes=lambda s: ("Wire One changed its report.",)),
    "section title": section("reported", title=lambda s: "Established"),
    "sections swapped": top(sections=lambda b: tuple(reversed(b.sections))),
    "headline number": top(headline=lambda b: b.headline.replace("135", "136")),
    "headline verb": top(headline=lambda b: b.headline.replace("said", "denies")),
    "headline speaker": top(headline=lambda b: b.headline.replace("Berg", "Lund")),
    "headline hedge": top(headline=lambda b: b.headline.replace(", citing preliminary data,", "")),
    "headline fact": top(headline=lambda b: "Sudland had begun to use Ostian soldiers: what we know on day 135"),
    "headline place": top(headline=lambda b: b.headline.replace("Vell", "Arl")),
    "headline without leads": top(leads=()),
    "headline on other leads": top(leads=lambda b: tuple(reversed(b.leads))),
    "headline lead unknown": top(leads=("t-00000000000000000000",)),
    "headline says that nothing is told": top(headline="No report that can be told: what we know on day 135", leads=()),
    "headline cut short": top(headline=lambda b: b.headline.replace(" in mixed units", "").replace(" in assaults", "")),
    "another event's sentence": lambda b: refit(LOSSES, event=find(b, DEPOT).event)(b),
    "another event's sentence, moved": lambda b: move(LOSSES, "established")(
        refit(LOSSES, event=find(b, DEPOT).event)(b)
    ),
    "cutoff in another zone": top(cutoff=lambda b: b.cutoff.astimezone(timezone(timedelta(hours=-5)))),
    "changes left out": top(sections=lambda b: tuple(s for s in b.sections if s.name != "changes")),
    "corrections left out": top(sections=lambda b: tuple(s for s in b.sections if s.name != "corrections")),
    "refusal invented": top(dropped=(Problem(subject="t-1", stage="check", message="“A lie.” is refused: it is."),)),
    "refusal of what is told": lambda b: replace(
        b,
        dropped=(
            Problem(subject=f"t-{'0' * 20}", stage="check", message=f"“{find(b, LOSSES).text}” is refused: it is."),
        ),
    ),
    "table twice": lambda b: replace(
        section("conflicts", tables=lambda s: s.tables * 2)(b),
        counts=replace(b.counts, conflicts=b.counts.conflicts + 1),
    ),
    "row twice": section("conflicts", tables=lambda s: (replace(s.tables[0], rows=s.tables[0].rows * 2),)),
    "table and its count dropped": lambda b: replace(
        section("background", tables=lambda s: ())(b), counts=replace(b.counts, conflicts=b.counts.conflicts - 1)
    ),
    "standfirst": top(standfirst=lambda b: b.standfirst.replace("three", "thirty")),
    "day number": top(number=136),
    "story": top(story="Another dispute"),
    "gaps": top(gaps=()),
    "balance": top(gaps=lambda b: (b.gaps[0].replace("8", "9"), *b.gaps[1:])),
    "source count": top(sources=lambda b: (replace(b.sources[0], documents=9), *b.sources[1:])),
    "source dropped": top(sources=lambda b: b.sources[1:]),
    "counts": top(counts=lambda b: replace(b.counts, origins=b.counts.origins + 1)),
    "conflicts counted": top(counts=lambda b: replace(b.counts, conflicts=0)),
    "citation dropped": top(citations=lambda b: b.citations[1:]),
    "citation renamed": top(citations=lambda b: (replace(b.citations[0], name="Wire Two"), *b.citations[1:])),
    "citation added to the list": top(
        citations=lambda b: (
            *b.citations,
            Citation(document="d-0", source="x", name="", address="", title="", published=None),
        )
    ),
}


@pytest.fixture
def written(full: Any) -> Briefing:
    made: Briefing = full.write()
    return made


def test_what_was_written_stands(full: Any, written: Briefing) -> None:
    assert not tried(full, written)
    assert not written.dropped
    assert len(sentences(written)) >= 9


@pytest.mark.parametrize("name", sorted(WORDS))
def test_changed_words_are_refused(name: str, full: Any, written: Briefing) -> None:
    changed = WORDS[name](written)
    assert changed != written
    assert tried(full, changed)


@pytest.mark.parametrize("name", sorted(FIELDS))
def test_changed_fields_are_refused(name: str, full: Any, written: Briefing) -> None:
    changed = FIELDS[name](written)
    assert changed.json() != written.json()
    assert tried(full, changed)


def test_a_briefing_read_back_from_json_stands(full: Any, written: Briefing) -> None:
    assert not tried(full, Briefing.parse(written.json()))


def test_a_reader_that_finds_other_figures_refuses(full: Any, written: Briefing) -> None:
    claims = {id: replace(c, quantities=()) for id, c in full.claims.items()}
    problems = verify(written, full.view, full.story, type(full.read)(claims), tuple(full.events))
    assert {p.subject for p in problems} >= {s.id for s in sentences(written) if s.numbers}


def test_the_proof_knows_nothing_of_the_writing() -> None:
    allowed = {"onrecord.records", "onrecord.protocols", "onrecord.briefing.lexicon"}
    folder = Path(sys.modules["onrecord.briefing"].__file__ or "").parent
    for path in (folder / "verify.py", *(folder / "proof").glob("*.py")):
        named = set(re.findall(r"^from (onrecord[\w.]*) import", path.read_text(encoding="utf-8"), re.MULTILINE))
        assert all(name in allowed or ".proof" in name for name in named), path.name


VOCABULARY = [
    "not",
    "no",
    "never",
    "said",
    "denied",
    "confirmed",
    "reported",
    "massive",
    "reportedly",
    "59",
    "three",
    "nine",
    "Sudland",
    "Norland",
    "Sudlandish",
    "officials",
    "at",
    "least",
    "more",
    "than",
    "about",
    "drones",
    "missiles",
    "launched",
    "lost",
    "killed",
    "wounded",
    "on",
    "13",
    "May",
    "June",
    "and",
    "but",
    "that",
    "had",
    "Vell",
    "region",
    "allegedly",
    "it",
    "he",
    "they",
    "Berg",
    "Marr",
    "Westmark",
    ",",
    ".",
    "“",
    "”",
    "were",
    "was",
    "in",
    "the",
    "to",
    "of",
    "only",
    "all",
    "both",
    "night",
    "132",
    "72",
    "two",
]


@cache
def words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+(?:[-'’,.]\w+)*|[^\w\s]", text))


def spelled(tokens: tuple[str, ...] | list[str]) -> str:
    text = " ".join(tokens)
    text = re.sub(r" ([,.;:”])", r"\1", text)
    return text.replace("“ ", "“")


@pytest.fixture(scope="module")
def standing() -> Iterator[tuple[Any, Briefing]]:
    conftest = sys.modules[next(name for name in sys.modules if name.endswith("briefing.conftest"))]
    desk = conftest.Desk()
    for tell in (conftest.tally, conftest.depot, conftest.soldiers, conftest.clash, conftest.court, conftest.losses):
        tell(desk)
    conftest.clash(desk, old=True)
    yield desk, desk.write()


@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)
@given(data=st.data())
def test_no_single_word_may_change(data: st.DataObject, standing: tuple[Any, Briefing]) -> None:
    desk, briefing = standing
    sentence = data.draw(st.sampled_from(sentences(briefing)))
    tokens = list(words(sentence.text))
    at = data.draw(st.integers(0, len(tokens) - 1))
    word = data.draw(st.sampled_from(VOCABULARY))
    act = data.draw(st.sampled_from(("substitute", "insert", "delete")))
    tokens[at : at + (act != "insert")] = [] if act == "delete" else [word]
    text = spelled(tokens)
    assume(text != sentence.text)
    changed = put(briefing, sentence, replace(sentence, text=text, id=""))
    assert tried(desk, changed), text
