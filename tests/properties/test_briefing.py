"""The example story's briefing: it stands, little of it was refused, and no mutation of it passes."""

import random
import re
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from onrecord.briefing import verify, write
from onrecord.claims.extract import Extractor
from onrecord.events import Thread, compare, link
from onrecord.newsroom.story import load
from onrecord.records import Briefing, Capture, Document, Memory, Reading, Sentence, Story, View
from onrecord.sources import collect

FOLDER = Path(__file__).parents[2] / "examples" / "ukraine"
DAY = date(2024, 12, 15)
SWAPS = (
    ("said", "denied"), ("said", "confirmed"), ("that", "that not"), ("Ukraine", "Russia"), ("Russia", "Ukraine"),
    ("shot down", "launched"), ("lost to electronic warfare", "shot down"), ("drones", "missiles"), ("14", "13"),
    ("December", "November"), ("Oryol", "Kursk"), ("region", "city"), (" not ", " "), ("neither ", ""),
    ("confirmed nor denied", "confirmed"), ("both reported", "confirmed"), ("president", "prime minister"),
    ("preliminary", "final"), ("up from", "down from"), ("struck", "hit and destroyed"), ("a ", "a massive "),
    ("killed", "wounded"), ("missiles", "drones"), ("on Telegram", "on television"), ("said", "reportedly said"),
)  # fmt: skip


Told = tuple[Story, View, "Read", Briefing, Memory]
"""A story, its view and reader on a day, the briefing, and what earlier editions left to it."""


class Read:
    """A reader that remembers."""

    name = "remembered"

    def __init__(self, readings: list[Reading]) -> None:
        self.made = {r.document.id: r for r in readings}

    def __call__(self, document: Document) -> Reading:
        return self.made[document.id]


@cache
def told() -> Told:
    story = load(FOLDER)
    extract = Extractor(story)
    documents = {c.document.id: c.document for c in collect(story, FOLDER) if isinstance(c, Capture)}
    since = story.cutoff(DAY) - timedelta(days=3)
    readings = [extract(d) for d in documents.values() if d.published and d.published > since]
    read = Read(readings)

    def view(day: date) -> View:
        held = [r for r in readings if r.document.published and r.document.published <= story.cutoff(day)]
        return View(
            cutoff=story.cutoff(day),
            documents=tuple(r.document for r in held),
            claims=tuple(c for r in held for c in r.claims),
        )

    today = view(DAY)
    thread = Thread(story)
    events = thread.follow(today)
    before = thread.earlier(story.cutoff(DAY - timedelta(days=1)))
    memory = Memory(changes=compare(events, before))
    return story, today, read, write(DAY, events, today, memory, story, read), memory


@pytest.fixture(scope="module")
def standing() -> Told:
    return told()


def sentences(briefing: Briefing) -> list[Sentence]:
    return [s for section in briefing.sections for s in section.sentences]


def put(briefing: Briefing, old: Sentence, text: str) -> Briefing:
    new = replace(old, text=text, id="")
    sections = tuple(
        replace(p, sentences=tuple(new if s is old else s for s in p.sentences)) for p in briefing.sections
    )
    return replace(briefing, sections=sections, leads=tuple(new.id if i == old.id else i for i in briefing.leads))


def mutants(text: str, chance: random.Random) -> list[str]:
    made = [text.replace(a, b, 1) for a, b in SWAPS if a in text]
    for number in re.finditer(r"\b\d[\d,]*\b", text):
        value = int(number[0].replace(",", "")) + 1
        made.append(f"{text[: number.start()]}{value:,}{text[number.end() :]}")
    words = text.split()
    for _ in range(4):
        at = chance.randrange(len(words))
        made.append(" ".join(words[:at] + words[at + 1 :]))
        made.append(" ".join([*words[:at], chance.choice(words), *words[at:]]))
    return [m for m in made if m != text]


def test_the_briefing_stands_and_little_was_refused(standing: Told) -> None:
    story, view, read, briefing, memory = standing
    assert not verify(briefing, view, story, read, link(view, story), memory)
    assert len(sentences(briefing)) >= 12
    assert len(briefing.dropped) <= len(sentences(briefing)) / 4


def test_the_briefing_is_the_same_whenever_it_is_written(standing: Told) -> None:
    story, view, read, briefing, memory = standing
    assert write(DAY, link(view, story), view, memory, story, read) == briefing
    assert Briefing.parse(briefing.json()) == briefing


def test_no_mutation_passes(standing: Told) -> None:
    story, view, read, briefing, memory = standing
    events, chance = link(view, story), random.Random(1026)
    passed = []
    for sentence in sentences(briefing):
        for text in mutants(sentence.text, chance):
            if not verify(put(briefing, sentence, text), view, story, read, events, memory):
                passed.append(text)
    assert not passed


def test_no_mutation_of_the_headline_passes(standing: Told) -> None:
    story, view, read, briefing, memory = standing
    events, chance = link(view, story), random.Random(1026)
    changed = [m for m in mutants(briefing.headline, chance) if m.removesuffix(".") != briefing.headline]
    assert changed
    assert not [m for m in changed if not verify(replace(briefing, headline=m), view, story, read, events, memory)]
