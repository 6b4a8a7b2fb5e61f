"""The examples keep their word: profiles that parse, reports that can be traced, no quotation, nothing unused."""

import csv
import re
import tomllib
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import msgspec
import pytest

from onrecord.records import Body, Document, Extent, Person, Problem, Story
from onrecord.sources import collect

EXAMPLES = Path(__file__).parents[1] / "examples"
DAYS = {"ukraine": (date(2024, 12, 11), date(2024, 12, 15)), "flood": (date(2025, 3, 10), date(2025, 3, 12))}
QUOTED = re.compile(r"""["“”„«»‘]|(?<!\w)'\w""")
"""Marks that open a quotation; the apostrophe in "Ukraine's" is none."""

each = pytest.mark.parametrize("name", sorted(DAYS))


@cache
def story(name: str) -> Story:
    return msgspec.convert(tomllib.loads((EXAMPLES / name / "story.toml").read_text("utf-8")), Story, strict=False)


@cache
def documents(name: str) -> tuple[Document, ...]:
    captures = list(collect(story(name), EXAMPLES / name))
    assert [c for c in captures if isinstance(c, Problem)] == []
    return tuple(c.document for c in captures if not isinstance(c, Problem))


def files(name: str) -> set[str]:
    return {p.relative_to(EXAMPLES / name).as_posix() for p in (EXAMPLES / name / "reports").rglob("*") if p.is_file()}


def facts(name: str) -> list[dict[str, str]]:
    with (EXAMPLES / name / "facts.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def members(name: str) -> list[Body | Person]:
    parties = story(name).parties
    return [*(b for p in parties for b in p.bodies), *(m for p in parties for m in p.people)]


def flat(text: str) -> str:
    return " ".join(text.replace("’", "'").split())


@each
def test_a_name_means_one_speaker(name: str) -> None:
    calls = Counter(call for m in members(name) for call in {m.name, *m.aliases})
    parties = Counter(call for p in story(name).parties for call in {p.name, *p.aliases, *p.adjectives})
    assert [call for call, count in calls.items() if count > 1] == []
    assert [call for call, count in parties.items() if count > 1] == []


@each
def test_sources_belong_to_the_story(name: str) -> None:
    told = story(name)
    assert {s.party for s in told.sources} <= {None, *(party.name for party in told.parties)}
    assert {s.speaker for s in told.sources} <= {None, *(m.name for m in members(name))}
    assert [s.id for s in told.sources if (s.kind == "official") != bool(s.speaker)] == []
    assert len({s.id for s in told.sources}) == len(told.sources)


@each
def test_sites_are_placed_as_places_are(name: str) -> None:
    assert {site.precision for site in story(name).sites} <= set(Extent)
    assert [site.name for site in story(name).sites if (site.lat is None) != (site.lon is None)] == []


@each
def test_every_source_gives_reports(name: str) -> None:
    assert [p for s in story(name).sources for p in s.collect if not (EXAMPLES / name / p).exists()] == []
    assert {d.source for d in documents(name)} == {s.id for s in story(name).sources}


@each
def test_reports_lie_in_the_days_told(name: str) -> None:
    days = [d.published.astimezone(story(name).zone).date() for d in documents(name) if d.published]
    assert len(days) == len(documents(name))
    assert (min(days), max(days)) == DAYS[name]


@each
def test_nothing_is_quoted(name: str) -> None:
    assert [(d.address, m[0]) for d in documents(name) if (m := QUOTED.search(f"{d.title}\n{d.text}"))] == []


@each
def test_every_report_traces_to_facts(name: str) -> None:
    assert {row["file"] for row in facts(name)} == files(name)
    assert {row["item"] or row["file"] for row in facts(name)} == {d.address for d in documents(name)}


@each
def test_facts_name_speaker_and_day(name: str) -> None:
    first, last = DAYS[name]
    dated = [row for row in facts(name) if row["date"]]
    assert [r for r in dated if not (r["speaker"] and r["venue"])] == []
    assert [r for r in dated if not first <= date.fromisoformat(r["date"]) <= last] == []
    assert {row["speaker"] for row in facts(name) if not row["date"]} <= {"background", ""}


def test_ukraine_is_large_and_mixed_enough() -> None:
    assert len(documents("ukraine")) >= 60
    assert len({d.source for d in documents("ukraine")}) >= 12
    assert {Path(p).suffix for p in files("ukraine")} == {".txt", ".html", ".xml", ".json", ".jsonl"}
    assert story("ukraine").number(date(2024, 12, 15)) == 1026


def test_ukraine_has_one_edit_and_one_repeat() -> None:
    met = Counter(d.id for d in documents("ukraine"))
    versions = Counter((d.source, d.address) for d in {d.id: d for d in documents("ukraine")}.values())
    assert sorted(met.values())[-2:] == [1, 2]
    assert [source for (source, _), count in versions.items() if count > 1] == ["dnipro-page"]


def test_bulletins_of_sunday_morning_come_too_late_for_day_1026() -> None:
    cutoff = story("ukraine").cutoff(date(2024, 12, 15))
    late = {d.id: d for d in documents("ukraine") if d.published and d.published > cutoff}
    assert {"ua-air-force", "ru-defence-ministry", "ua-general-staff"} <= {d.source for d in late.values()}
    told = re.compile(r"\b108\b|\b762,440\b|S-300|Pushkin[eo]")
    assert [d.address for d in documents("ukraine") if told.search(d.text) and d.id not in late] == []


def test_wire_copy_is_carried_whole_by_one_and_cut_by_another() -> None:
    texts = {d.address: d.text for d in documents("ukraine")}
    whole = flat(texts["reports/northern-courier/2024-12-14-oryol-depot.html"])
    cut = flat(texts["reports/harbour-news/2024-12-14-oil-depot.html"])
    paragraphs = [flat(p) for p in texts["https://wire-a.example.org/2024/12/14/oryol"].split("\n\n")]
    assert all(p in whole for p in paragraphs) and whole.endswith("Reporting by Wire A")
    assert 0 < sum(p in cut for p in paragraphs) < len(paragraphs)
