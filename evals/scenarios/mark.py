"""Marked-up text -> plain text with the characters of each claim and figure.

<<KEY: ...>>          content of a claim, KEY of the event's `say`; <<KEY+: ...>> goes on with the claim before it
<<KEY!b: ...>>        the same, told as background
<<KEY@SOURCE: ...>>   the same, taken over from SOURCE
{FACT} {FACT:W} {FACT>=}   a figure: in digits or words, and how the words beside it bound it (>= <= > < ~ ~<)
{wd} {wd-1} {dm}      the weekday or the date of the document, or days before it
[one|another]         one of them, drawn
"""

import random
import re
from collections.abc import Callable
from datetime import date, timedelta

import msgspec

from onrecord.records import Operator, Span

TOKEN = re.compile(r"<<(?P<key>[\w/@-]+)(?P<more>\+)?(?P<flag>!b)?:\s*|(?P<close>>>)|\{(?P<slot>[^{}]+)\}")
SLOT = re.compile(r"(?P<name>[\w/-]+?)(?::(?P<manner>[nwW]))?(?P<bound>>=|<=|>|<|~<|~)?")
CHOICE = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
DAY = re.compile(r"\{(wd|dm)([+-]\d+)?\}")
KEY = re.compile(r"<<([\w-]+)(?=[@+!:])|\{([a-z][\w-]*)(?=[:}<>~])")
HEAD = re.compile(r"((?:(?:^|\n\n)(?:[A-Z]{3,}(?:, \w+)? - )?|[.!?](?:>>)? )(?:<<[\w/+!-]+: )?)\{([a-z][\w-]*)\}")
ROOT = re.compile(r"<<([\w/-]+)(?=[+!:])")
BOUNDS = {
    ">=": Operator.AT_LEAST,
    "<=": Operator.AT_MOST,
    ">": Operator.MORE_THAN,
    "<": Operator.LESS_THAN,
    "~": Operator.ABOUT,
    "~<": Operator.ALMOST,
}


class Slot(msgspec.Struct, frozen=True):
    """A figure where it stands: EVENT/FACT, its characters, how it is bound (None: as the fact says)."""

    name: str
    span: Span
    bound: Operator | None


class Mark(msgspec.Struct):
    """A claim where it stands: EVENT/KEY, pieces of content, figures inside."""

    key: str
    background: bool
    content: list[Span]
    slots: list[Slot]


Print = Callable[[str, str], str]
"""EVENT/FACT and manner -> what is printed."""


def flow(text: str) -> str:
    """The lines of each paragraph joined by a space, paragraphs parted by a blank line."""
    return "\n\n".join(" ".join(block.split()) for block in text.strip().split("\n\n") if block.strip())


def choose(text: str, rng: random.Random) -> str:
    """One of each set of alternatives, drawn."""
    while found := CHOICE.search(text):
        text = text[: found.start()] + rng.choice(found[1].split("|")) + text[found.end() :]
    return text


def dated(text: str, day: date) -> str:
    """Weekdays and dates written out, as they are from a document published on `day`."""

    def say(found: re.Match[str]) -> str:
        when = day + timedelta(days=int(found[2] or 0))
        return f"{when:%A}" if found[1] == "wd" else f"{when.day} {when:%B}"

    return DAY.sub(say, text)


def headed(text: str) -> str:
    """Figures that begin a sentence in words, where nothing else is asked: "Seven people were killed"."""
    return HEAD.sub(r"\1{\2:W}", text)


def owned(text: str, event: str) -> str:
    """Keys and facts that name no event made those of `event`."""
    return KEY.sub(lambda m: f"<<{event}/{m[1]}" if m[1] else f"{{{event}/{m[2]}", text) if event else text


def rooted(text: str, source: str) -> str:
    """Claims that name no source that they were taken from made those of `source`."""
    return ROOT.sub(rf"<<\1@{source}", text)


def read(text: str, show: Print) -> tuple[str, list[Mark]]:
    """Plain text and marks. Raises ValueError for markup that does not close, or a figure that nobody knows."""
    plain, marks, opened, at, length = [], list[Mark](), None, 0, 0
    begun = 0
    for found in TOKEN.finditer(text):
        plain.append(text[at : found.start()])
        length += found.start() - at
        at = found.end()
        if found["slot"]:
            slot = SLOT.fullmatch(found["slot"])
            if slot is None:
                raise ValueError(f"not a slot: {found[0]}")
            word = show(slot["name"], slot["manner"] or "")
            if opened is not None:
                span = Span(start=length, end=length + len(word))
                opened.slots.append(Slot(slot["name"], span, BOUNDS.get(slot["bound"] or "")))
            plain.append(word)
            length += len(word)
        elif found["close"]:
            if opened is None:
                raise ValueError(f"closes what is not open: {text[max(0, found.start() - 60) : found.end()]!r}")
            opened.content.append(Span(start=begun, end=length))
            opened = None
        elif opened is not None:
            raise ValueError(f"opens inside another: {text[found.start() : found.start() + 60]!r}")
        else:
            opened, begun = _mark(found, marks), length
    if opened is not None:
        raise ValueError(f"does not close: {opened.key}")
    return "".join(plain) + text[at:], marks


def _mark(found: re.Match[str], marks: list[Mark]) -> Mark:
    if found["more"]:
        return next(m for m in reversed(marks) if m.key == found["key"])
    marks.append(Mark(found["key"], bool(found["flag"]), [], []))
    return marks[-1]
