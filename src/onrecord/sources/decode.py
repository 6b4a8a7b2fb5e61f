"""Bytes in, characters out: byte order mark, sound UTF-8, declared charset, then what the bytes look like."""

import codecs
import re
import tomllib
from dataclasses import dataclass
from importlib.resources import files

from onrecord.sources.language import sureness

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{2,40})|<\?xml[^>]{0,99}encoding=["']([\w.-]{2,40})""",
    re.I,
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MAGIC = {
    bytes.fromhex(head): name
    for head, name in tomllib.loads((files("onrecord") / "data/sources/binary.toml").read_text("utf-8")).items()
}
_LEGACY: list[str] = tomllib.loads((files("onrecord") / "data/sources/charsets.toml").read_text("utf-8"))["guessed"]
_SAMPLE = 1 << 16
_NOISE = 0.02
"""How much more chaos than the quietest one an encoding may show and still be compared."""
_NO_CHARSETS = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "utf-7", "undefined"})
"""Codecs of Python that are no charsets of documents."""
_STRAY = 0.02
"""The share of control characters above which bytes are no text: text has none, noise has a tenth."""


class Unreadable(Exception):
    """These bytes are no text; the message says what they are, and is the end of a sentence about the file."""


@dataclass(frozen=True)
class Text:
    """Characters, the encoding that gave them, whether it was guessed, and how many bytes could not be read."""

    text: str
    encoding: str = "utf-8"
    guessed: bool = False
    damaged: int = 0


def decode(data: bytes, declared: str | None = None, meta: bool = False) -> Text:
    """The characters of `data`, without the byte order mark; line ends stay as they are.

    `declared` is the server's charset; `meta` says that markup inside may declare one. Raises Unreadable for what is no
    text. A few damaged bytes in UTF-8 become U+FFFD and are counted.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_strict(data[len(mark) :], encoding))
    refuse(data)
    sound = _attempt(data, "utf-8")
    if sound is not None and not sound.isascii():
        return _checked(Text(sound))  # whatever was declared: no other encoding makes sound UTF-8 by chance
    for name in (declared, _within(data) if meta else None, "utf-8"):
        codec = _codec(name) if name else None
        if codec and (text := _attempt(data, codec)) is not None:
            return _checked(Text(text, codec))
    return _checked(_guess(data))


def refuse(data: bytes) -> None:
    """Raise Unreadable where the bytes are those of a picture, an archive or a program. Not for UTF-16 or UTF-32."""
    for head, name in _MAGIC.items():
        if data.startswith(head):
            raise Unreadable(f"is {name}, not text: save its text as .txt or .html.")
    sample = data[:_SAMPLE]
    if b"\x00" in sample or len(_CONTROL.findall(sample)) > _STRAY * len(sample):
        raise Unreadable("is binary, not text: save its text as .txt in UTF-8.")


def _checked(text: Text) -> Text:
    if "\x00" in text.text:
        raise Unreadable("is binary, not text: save its text as .txt in UTF-8.")
    return text


def _strict(data: bytes, encoding: str) -> Text:
    try:
        return Text(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8":
            return _damaged(data) or _guess(data)
        raise Unreadable(
            f"begins as {encoding} but does not go on so (byte {error.start}): save it as UTF-8."
        ) from error


def _within(data: bytes) -> str | None:
    """The charset that markup declares in its head. UTF-16 is a slip there: the bytes were ASCII to find it."""
    match = _META.search(data[:4096])
    name = (match[1] or match[2]).decode("ascii", "replace") if match else None
    return None if name and name.lower().startswith("utf-16") else name


def _codec(name: str) -> str | None:
    """Python's codec for a declared charset. As in browsers, Latin-1 and ASCII mean windows-1252."""
    try:
        info = codecs.lookup(name)
        "".encode(info.name)
    except (LookupError, ValueError):
        return None
    if info.name in _NO_CHARSETS:
        return None
    return "cp1252" if info.name in ("iso8859-1", "ascii") else info.name


def _attempt(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeError, ValueError):
        return None


def _guess(data: bytes) -> Text:
    """What bytes look like: damaged UTF-8, windows-1252 where nearly all is ASCII, else by their statistics."""
    damaged = _damaged(data)
    if damaged:
        return damaged
    sample = data[:_SAMPLE]
    high = sum(byte > 127 for byte in sample)
    for name in (None if high * 10 < len(sample) else _likeliest(data), "cp1252"):
        if name and (text := _attempt(data, name)) is not None:
            return Text(text, name, guessed=True)
    raise Unreadable("is in an encoding that cannot be told: save it as UTF-8.")


def _likeliest(data: bytes) -> str | None:
    """The legacy encoding with the least noise whose text reads most like a language.

    The statistics of letters alone take Russian in windows-1251 for Hebrew in windows-1255.
    """
    # Loaded here: nearly all texts are UTF-8 or say what they are.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    cut = len(data) if len(data) <= _SAMPLE else max(data.rfind(b" ", 0, _SAMPLE), data.rfind(b"\n", 0, _SAMPLE)) + 1
    matches = list(from_bytes(data[:cut] or data, cp_isolation=_LEGACY))
    quiet = min((match.chaos for match in matches), default=0.0) + _NOISE
    able = [match for match in matches if match.chaos <= quiet]
    best = max(able, key=lambda m: (round(sureness(str(m)), 2), m.coherence, m.encoding), default=None)
    return best.encoding if best else None


def _damaged(data: bytes) -> Text | None:
    """UTF-8 with a few bad bytes: many characters beyond ASCII are sound, at most one in ten is not."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\N{REPLACEMENT CHARACTER}")
    sound = sum(character > "\x7f" for character in text) - bad
    return Text(text, "utf-8", damaged=bad) if 0 < bad * 10 <= sound else None
