"""Texts that are hardly texts, of any length: what a reader meets that takes whatever is published."""

import random
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

from onrecord.claims import Extractor
from onrecord.records import Document, Party, Person, Story

STORY = Story(
    title="War in Varland",
    first_day=date(2024, 1, 1),
    time_zone="UTC",
    parties=(Party(name="Varland", adjectives=("Varlandish",), people=(Person(name="Jon Dale", role="president"),)),),
)
QUOTES = "\"“”'‘’«»"
_LINE = (
    "Varland's air force said on Friday that it shot down 58 of 132 drones over Mar, and that nine people were killed, "
    "according to the mayor. "
)
_SCRIPTS = (
    "Повітряні сили заявили, що збили 58 дронів. 死者は5人、負傷者は12人。 قال الجيش إن 5 قتلوا. The army said 5 died. "
)
_MARKUP = '<p class="lead">The army said&nbsp;58 drones&#8217; <a href="/x?a=1&amp;b=2">fell</a><br/> </div> {{ad}} '
_SAID = "said told denied killed drones strike according to Varland in Mar on Friday "


def one_line(size: int) -> str:
    """Sentences without a line end."""
    return _long(_LINE, size)


def unstopped(size: int) -> str:
    """The same without a full stop."""
    return _long(_LINE.replace(".", " and"), size)


def spaceless(size: int) -> str:
    """One word."""
    return _long("drone", size)


def capitals(size: int) -> str:
    """All capitals."""
    return _long(_LINE.upper(), size)


def titles(size: int) -> str:
    """Every word begins with a capital: a name without end."""
    return _long(_LINE.replace(".", "").replace(",", "").title(), size)


def scripts(size: int) -> str:
    """Four scripts in turns."""
    return _long(_SCRIPTS, size)


def marks(size: int) -> str:
    """Words cut by soft hyphens and right-to-left marks, parted by spaces that do not break."""
    woven = "".join(c + "\u00ad\u200f\u202e\u200b"[i % 4] * (i % 3 == 0) for i, c in enumerate(_LINE))
    return _long(woven.replace(" ", "\u00a0"), size)


def unbalanced(size: int) -> str:
    """Quotation marks of eight kinds that nobody closes."""
    rng = random.Random(1)
    return _long("".join(f"{rng.choice(QUOTES)}{word} " for word in (_LINE * 8).split()), size)


def markup(size: int) -> str:
    """What is left of a page."""
    return _long(_MARKUP, size)


def numbers(size: int) -> str:
    """Nothing but numbers and commas."""
    return _long("58 of 132, 9 and 1,026 or 3.5; ", size)


def counts(size: int) -> str:
    """One clause that counts without end."""
    return _long("Varland said 58 drones, ", size)


def colons(size: int) -> str:
    """Speaker upon speaker."""
    return _long("Varland: the mayor: ", size)


def spoken(size: int) -> str:
    """Cues without speakers or contents."""
    rng = random.Random(2)
    words = _SAID.split()
    return _long(" ".join(rng.choice(words) for _ in range(400)) + " ", size)


def commas(size: int) -> str:
    """Nothing but commas."""
    return _long(", ", size)


def stops(size: int) -> str:
    """Nothing but full stops."""
    return _long(". ", size)


def dashes(size: int) -> str:
    """A word and a dash, and again."""
    return _long("Mar - ", size)


def lines(size: int) -> str:
    """A word a line."""
    return _long("Varland\n", size)


def blanks(size: int) -> str:
    """Spaces, and at last a sentence."""
    return " " * size + _LINE


def pronouns(size: int) -> str:
    """Everyone is he or it."""
    return _long("Varland met. It said that the dam had burst, which he said was no news. ", size)


def strangers(size: int) -> str:
    """Each sentence is of someone who was never named before."""
    names = (f"{chr(65 + i % 26)}{chr(97 + i // 26 % 26)}{chr(97 + i // 676 % 26)}orm" for i in range(size // 40 + 1))
    return "".join(f"{name} said that nine people were killed. " for name in names)[:size]


KINDS: dict[str, Callable[[int], str]] = {
    made.__name__.replace("_", " "): made
    for made in (
        one_line, unstopped, spaceless, capitals, titles, scripts, marks, unbalanced, markup, numbers, counts, colons,
        spoken, commas, stops, dashes, lines, blanks, pronouns, strangers,
    )
}  # fmt: skip
"""Each kind by its name: a number of characters in, a text of about as many out."""


def rows(size: int) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Processor seconds of reading each kind at `size` characters, twice and four times as many."""
    reader = Extractor(STORY)
    reader(_document(_LINE))
    for name, made in KINDS.items():
        yield name, tuple(seconds(reader, made(size * times)) for times in (1, 2, 4))


def seconds(reader: Extractor, text: str) -> float:
    """Processor seconds of reading one text."""
    begun = time.process_time()
    reader(_document(text))
    return time.process_time() - begun


def _document(text: str) -> Document:
    published = datetime(2024, 12, 14, 12, tzinfo=UTC)
    return Document(source="wire", address="wire", title="", text=text, published=published)


def _long(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]
