"""A passage in its invented world -> the same passage with other names: who does what is in the words, not in them.

Countries, their adjectives and capitals, towns and people's names are exchanged word by word, in the text and in the
labels that quote it alike. What bodies are called stays, but for the country in it.
"""

import csv
import random
import re
import sqlite3
from collections.abc import Mapping
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import msgspec
from evals.passages.gold import Raw

from onrecord.records import Party, Story

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_OWNER = re.compile(r"['’]s$")


def renamed(raw: Raw, story: Story, rng: random.Random) -> Raw:
    """The passage with every name of the story exchanged for a real place's or person's, drawn by `rng`."""
    names = _exchange(story, rng)
    return msgspec.convert(_mapped(msgspec.to_builtins(raw), names), Raw)


def _mapped(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return _WORD.sub(lambda m: _word(m[0], names), value)
    if isinstance(value, list):
        return [_mapped(each, names) for each in value]
    if isinstance(value, dict):
        kept = {"id", "half", "story", "published", "source"}
        return {key: each if key in kept else _mapped(each, names) for key, each in value.items()}
    return value


def _word(word: str, names: Mapping[str, str]) -> str:
    bare = _OWNER.sub("", word)
    if bare in names:
        return names[bare] + word[len(bare) :]
    if bare.isupper() and bare.title() in names:
        return names[bare.title()].upper() + word[len(bare) :]
    first, hyphen, rest = bare.partition("-")
    return f"{names.get(first, first)}{hyphen}{rest}{word[len(bare) :]}" if hyphen else word


def _exchange(story: Story, rng: random.Random) -> dict[str, str]:
    """Every single-word name of the story and what stands for it."""
    names: dict[str, str] = {}
    countries = rng.sample(_countries(), len(story.parties))
    for party, country in zip(story.parties, countries, strict=True):
        names |= _party(party, country)
        for person in party.people:
            *first, last = person.name.split()
            names |= {name: rng.choice(_forenames()) for name in first}
            names[last] = rng.choice(_surnames())
    towns = iter(rng.sample(_towns(), len(story.sites)))
    for site in story.sites:
        if " " not in site.name and site.name not in names:
            names[site.name] = next(towns)
    return names


def _party(party: Party, country: tuple[str, str, str]) -> dict[str, str]:
    name, adjective, capital = country
    if " " in party.name:
        return {}
    names = {
        word: adjective + ("s" if word.endswith("s") and word[:-1] in party.adjectives else "")
        for word in party.adjectives
    }
    return {party.name: name} | names | {alias: capital for alias in party.aliases[:1] if " " not in alias}


@cache
def _countries() -> list[tuple[str, str, str]]:
    with (Path(__file__).parent / "countries.csv").open(encoding="utf-8") as lines:
        return [(row["name"], row["adjective"], row["capital"]) for row in csv.DictReader(lines)]


@cache
def _surnames() -> list[str]:
    return (Path(__file__).parent / "surnames.txt").read_text(encoding="utf-8").split()


@cache
def _forenames() -> list[str]:
    text = (files("onrecord") / "data" / "forenames.txt").read_text(encoding="utf-8")
    return [line.strip().title() for line in text.splitlines() if line.strip().isalpha()]


@cache
def _towns() -> list[str]:
    """Settlements of one word, from the bundled gazetteer."""
    with as_file(files("onrecord") / "data" / "gazetteer.sqlite") as path, sqlite3.connect(path) as book:
        rows = book.execute("SELECT DISTINCT name FROM place WHERE weight > 0 ORDER BY weight DESC, name LIMIT 20000")
        return [name for (name,) in rows if re.fullmatch(r"[A-Z][a-z]+", name)]
