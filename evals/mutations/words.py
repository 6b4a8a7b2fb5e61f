"""One text -> the same text with one word of it turned into a lie: (kind, text, what was, what is instead)."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations, permutations
from pathlib import Path
from typing import NamedTuple

from onrecord.briefing.lexicon import words
from onrecord.records import Story, View

NUMBER = re.compile(r"(?<![\w.,:-])(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\w:]|[.,]\d)")
SPELLED = words().small[:13]
MONTHS = words().months
DATE = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)})\b")
CLOCK = re.compile(r"\b(\d\d):(\d\d)\b")
AUXILIARY = re.compile(r"\b(has|have|had|was|were|is|are|will|would|can|could|did)\b(?! (?:not|neither|no)\b)")


class Variant(NamedTuple):
    """A forged text."""

    kind: str
    text: str
    old: str = ""
    new: str = ""


@dataclass(frozen=True)
class Lexicon:
    """The words to forge with: lists of the house, and the names of the story."""

    lists: dict[str, list[str]]
    swaps: dict[str, list[list[str]]]
    speakers: tuple[str, ...] = ()
    sides: tuple[tuple[str, str], ...] = ()
    roles: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    outlets: tuple[str, ...] = field(default=())


@cache
def _loaded() -> tuple[dict[str, list[str]], dict[str, list[list[str]]]]:
    raw = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))
    return {k: v for k, v in raw.items() if k != "swaps"}, raw["swaps"]


def lexicon(story: Story, view: View) -> Lexicon:
    """The lists, the story's names, and the places that the record speaks of."""
    lists, swaps = _loaded()
    people = [o for p in story.parties for o in p.people]
    names = (
        [p.name for p in story.parties] + [b.name for p in story.parties for b in p.bodies] + [o.name for o in people]
    )
    named = [(p.name, *p.adjectives[:1]) for p in story.parties]
    sides = [(a, b) for left, right in permutations(named, 2) for a, b in zip(left, right, strict=False)]
    places = sorted({p.name for c in view.claims for p in c.places} | {site.name for site in story.sites})
    roles = tuple(dict.fromkeys(o.role for o in people if o.role))
    outlets = tuple(s.name for s in story.sources)
    return Lexicon(lists, swaps, tuple(dict.fromkeys(names)), tuple(sides), roles, tuple(places), outlets)


def forged(text: str, lex: Lexicon, others: tuple[str, ...] = ()) -> Iterator[Variant]:
    """Every forgery of a text, some twice; `others` are texts from which clauses may be taken."""
    makers = (_numbers, _exchanged, _operators, _dates, _names, _swapped, _negated, _added, _quoted, _framed, _letters)
    for maker in makers:
        for variant in maker(text, lex):
            if variant.text != text and variant.text.strip():
                yield variant
    for other in others:
        clause = re.sub(r"^.*? (?:said|says|reported) (?:that )?|\.$", "", other)
        if clause and clause not in text:
            yield Variant("clause-appended", f"{text.rstrip('.')}, and {clause[:1].lower()}{clause[1:]}.")


def cut(text: str, found: re.Match[str], new: str) -> str:
    """The text with a match replaced."""
    return text[: found.start()] + new + text[found.end() :]


def _numbers(text: str, lex: Lexicon) -> Iterator[Variant]:
    for found in NUMBER.finditer(text):
        value = int(re.sub(r"\D", "", found[0].split(".")[0]))
        for made in (value + 1, max(0, value - 1), value * 10, int(str(value)[::-1])):
            yield Variant("number", cut(text, found, f"{made:,}"), found[0], f"{made:,}")
        yield Variant("unit", cut(text, found, f"{found[0]} thousand"))
        yield Variant("unit", cut(text, found, f"{found[0]}%"))
        yield Variant("number-dropped", cut(text, found, "").replace("  ", " "))
        yield Variant("number-vague", cut(text, found, "dozens"))
        yield Variant("number-range", cut(text, found, f"{found[0]} to {value + 3}"))
    for found in re.finditer(rf"\b(?:{'|'.join(SPELLED)})\b", text, re.IGNORECASE):
        at = SPELLED.index(found[0].lower())
        for other in (SPELLED[(at + 1) % 13], SPELLED[(at + 5) % 13]):
            new = other.capitalize() if found[0][0].isupper() else other
            yield Variant("number", cut(text, found, new), found[0], new)


def _exchanged(text: str, lex: Lexicon) -> Iterator[Variant]:
    either = re.compile(rf"{NUMBER.pattern}|\b(?:{'|'.join(SPELLED)})\b")
    for left, right in combinations(list(either.finditer(text)), 2):
        if left[0] != right[0]:
            made = text[: left.start()] + right[0] + text[left.end() : right.start()] + left[0] + text[right.end() :]
            yield Variant("numbers-exchanged", made)


def _operators(text: str, lex: Lexicon) -> Iterator[Variant]:
    told = "|".join(lex.lists["operators"])
    for found in re.finditer(rf"\b(?:{told}) ", text, re.IGNORECASE):
        yield Variant("operator-dropped", cut(text, found, ""))
        for other in lex.lists["operators"]:
            yield Variant("operator-changed", cut(text, found, f"{other} "))
    either = re.compile(rf"(?<!\w ){NUMBER.pattern}|{NUMBER.pattern}|\b(?:{'|'.join(SPELLED[1:])})\b")
    for found in either.finditer(text):
        for operator in lex.lists["operators"]:
            yield Variant("operator-added", cut(text, found, f"{operator} {found[0]}"))


def _dates(text: str, lex: Lexicon) -> Iterator[Variant]:
    for found in DATE.finditer(text):
        day, month = int(found[1]), MONTHS.index(found[2])
        yield Variant("date", cut(text, found, f"{day % 28 + 1} {found[2]}"))
        yield Variant("date", cut(text, found, f"{day} {MONTHS[(month + 1) % 12]}"))
        yield Variant("date", cut(text, found, f"{found[0]} 2019"))
        before = re.search(r" (?:on|in the night to|by|since)( the)? $", text[: found.start()])
        if before:
            yield Variant("date-dropped", text[: before.start()] + text[found.end() :])
    if text.endswith(".") and not DATE.search(text):
        yield Variant("date-added", f"{text[:-1]} on 3 March.")
    for found in CLOCK.finditer(text):
        yield Variant("time", cut(text, found, f"{(int(found[1]) + 1) % 24:02}:{found[2]}"))


def _names(text: str, lex: Lexicon) -> Iterator[Variant]:
    groups = {"speaker": lex.speakers, "place": lex.places, "role": lex.roles, "outlet": lex.outlets}
    for kind, names in groups.items():
        here = [n for n in names if re.search(rf"(?<!\w){re.escape(n)}(?!\w)", text)]
        for name in here:
            at = names.index(name)
            for other in {names[(at + step) % len(names)] for step in (1, 2, 5, 11)} - {name}:
                yield Variant(kind, text.replace(name, other, 1), name, other)
        for left, right in combinations(here, 2):
            if left not in right and right not in left:
                made = text.replace(left, "\0").replace(right, left).replace("\0", right)
                yield Variant(f"{kind}s-exchanged", made)
    for surname in {n.split()[-1] for n in lex.speakers if " " in n and n[0].isupper() and "'" not in n}:
        if re.search(rf"\b{surname}\b", text):
            other = next(n for n in lex.speakers if n.split()[-1] != surname)
            yield Variant("speaker", re.sub(rf"\b{surname}\b", other, text, count=1), surname, other)
    for name, other in lex.sides:
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            yield Variant("side", cut(text, found, other), name, other)


def _swapped(text: str, lex: Lexicon) -> Iterator[Variant]:
    for kind, rows in lex.swaps.items():
        for row in rows:
            for word in row:
                for found in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text):
                    yield from (Variant(kind, cut(text, found, o), word, o) for o in row if o != word)


def _negated(text: str, lex: Lexicon) -> Iterator[Variant]:
    for found in AUXILIARY.finditer(text):
        yield Variant("negation", cut(text, found, f"{found[0]} not"))
    for found in re.finditer(r"\b(?:not|no|never|neither) ", text):
        yield Variant("negation", cut(text, found, ""))


def _added(text: str, lex: Lexicon) -> Iterator[Variant]:
    nouns = list(re.finditer(r"(?<= )[a-z]{5,}(?= |[.,])", text))
    for at, found in enumerate(nouns):
        picked = lex.lists["adjectives"][at % len(lex.lists["adjectives"])]
        yield Variant("adjective-added", cut(text, found, f"{picked} {found[0]}"))
        yield Variant("adverb-added", cut(text, found, f"{lex.lists['adverbs'][at % 4]} {found[0]}"))
        yield Variant("word-dropped", cut(text, found, "").replace("  ", " "))
    for found in AUXILIARY.finditer(text):
        for hedge in lex.lists["hedges"]:
            yield Variant("hedge-added", cut(text, found, f"{found[0]} {hedge}"))
    for found in re.finditer(r",? citing [a-z ]+,?|\b(?:preliminary|reportedly|initial|alleged|for now) ?", text):
        yield Variant("hedge-dropped", cut(text, found, ""))
    if text.endswith("."):
        yield from (Variant("clause-appended", f"{text[:-1]}, {tail}.") for tail in lex.lists["tails"])
        yield Variant("clause-dropped", f"{text.rsplit(', ', 1)[0].rstrip('.')}." if ", " in text else text)
        yield Variant("clause-dropped", f"{text.rsplit('; ', 1)[0].rstrip('.')}." if "; " in text else text)


def _quoted(text: str, lex: Lexicon) -> Iterator[Variant]:
    found = list(re.finditer(r"\S+", text))
    for marks in lex.lists["quotes"]:
        for at in range(1, len(found) - 3, 3):
            start, end = found[at].start(), found[at + 2].end()
            yield Variant("quotation-added", f"{text[:start]}{marks[0]}{text[start:end]}{marks[1]}{text[end:]}")
    for quote in re.finditer(r"“([^”]*)”|\"([^\"]*)\"", text):
        inside = quote[1] or quote[2]
        yield Variant("quotation-dropped", cut(text, quote, inside))
        yield Variant("quotation-changed", text.replace(inside, f"{inside} indeed"))


def _framed(text: str, lex: Lexicon) -> Iterator[Variant]:
    for found in re.finditer(r"^(?P<who>.{3,90}?) (?:said|reported|wrote)(?P<at>(?: on| in)[^,]*?)? that ", text):
        rest = text[found.end() :]
        yield Variant("attribution-dropped", rest[:1].upper() + rest[1:])
        for plural in lex.lists["plurals"]:
            yield Variant("plural-source", text.replace(found["who"], plural, 1))
    for found in re.finditer(r", (?P<who>[^,]{3,60}(?:,[^,]{3,60},)?) (?:said|reported|wrote)[^,]*\.$", text):
        yield Variant("attribution-dropped", f"{text[: found.start()]}.")
        for plural in lex.lists["plurals"]:
            yield Variant("plural-source", text.replace(found["who"], plural.lower(), 1))
    for found in re.finditer(r" (?:said|reported|says)\b", text):
        for extra in (*lex.lists["venues"], *lex.lists["chains"]):
            yield Variant("venue-added" if extra[0] == " " else "chain-added", cut(text, found, found[0] + extra))
    for found in re.finditer(r",? (?:as cited by|citing) [^,]+,", text):
        yield Variant("chain-dropped", cut(text, found, ""))
    for found in re.finditer(r" on (?:his |her |its )?(?:Telegram|Facebook|social media)(?: channel)?", text):
        yield Variant("venue-dropped", cut(text, found, ""))
        yield Variant("venue-changed", cut(text, found, " on television"))
    for role in lex.roles:
        if f", {role}," in text:
            yield Variant("role-dropped", text.replace(f", {role},", "", 1))


def _letters(text: str, lex: Lexicon) -> Iterator[Variant]:
    for old, new in (("a", "а"), ("o", "о"), ("e", "е")):
        yield Variant("homoglyph", text.replace(old, new, 1))
    middle = text.find(" ", len(text) // 2)
    yield Variant("invisible", text[:middle] + "\u200b" + text[middle:])
    yield Variant("invisible", text[:middle] + "\u202e" + text[middle:])
    yield Variant("markup", text[:middle] + " <b>not</b>" + text[middle:])
    if text.endswith("."):
        yield from (Variant("mark", text[:-1] + mark) for mark in ("?", "!", "…", ", unverified."))
    for found in list(re.finditer(r"(?<= )[a-z]{4,}(?= )", text))[:3]:
        yield Variant("capitals", cut(text, found, found[0].upper()))
