"""A description of a speaker -> the name in it: "the driver Ada Orm", "Clearmap's count", "a group called X"."""

import re
from bisect import bisect_right
from functools import cached_property

from onrecord.claims.cast import Mention
from onrecord.claims.elided import past
from onrecord.claims.lexicon import table
from onrecord.claims.naming import full, head, is_office, kinds, nouns, plain

_CAPITALS = r"[^\W\d_a-z][\w’'-]+"
_OWNER = r"[^\W\d_a-z][\w-]+"
_PART = re.compile(r"[^ ]+")
_RUN = re.compile(r"(?<![\w’'-])[^\W\d_a-z][\w’'-]++(?: [^\W\d_a-z][\w’'-]++)++")
"""Two capitalised words or more in a row, and each of them."""

_OWNED = re.compile(r"[’']s?$")
_SELF = re.compile(
    r"(?:(?:calling|calls|called)\s+(?:itself|themselves|himself|herself)"
    r"|(?:who|which)\s+goes\s+by(?:\s+the\s+name\s+of)?"
    r"|(?:known|writes|writing|signs|signing|identified|named\s+only)\s+(?:only\s+)?as"
    r"|\bnamed|(?:with\s+)?(?:the\s+)?call\s?sign"
    r"|(?:gave|giving|gives)\s+(?:his|her|their|its)\s+(?:first\s+)?name\s+(?:only\s+)?as"
    r"|asked\s+(?:us\s+)?to\s+(?:be\s+called|call\s+(?:him|her))"
    r"|(?<!is )(?<!was )(?<!are )(?<!is also )\b(?:called|styling\s+(?:itself|themselves))"
    r"|(?:gave|giving)\s+only\s+(?:his|her|a)\s+first\s+name,?)"
    r"\s+[\"“]?((?:the\s+)?[^\W\d_a-z][\w’'-]*(?:\s+[^\W\d_a-z][\w’'-]*)*)"
)
_TITLED = re.compile(
    r"(?:[Tt]he\s+)?(?:\w+\s+){0,4}?(?:[Mm]inister\s+of\s+(?:\w+\s+){1,3}?|[Jj]udge\s+|[Dd]octor\s+|[Cc]hair(?:wo)?man,?\s+|"
    rf"[Ss]poke(?:s|swo)man,?\s+)({_CAPITALS}(?:\s+{_CAPITALS}){{1,2}})(?:\s+of\s.*)?$"
)
_BEARER = re.compile(rf"(?:^|\s)([a-z][\w’'-]*)\s+({_CAPITALS}(?:\s+(?:{_CAPITALS}|&|of\s+(?:the\s+)?{_CAPITALS}))*+)")
"""A word in small letters, and the whole name after it."""

_PREFIXED = re.compile(rf"(?:[\w’'-]+\s+){{0,4}}?([\w’'-]+)\s+({_CAPITALS}\s+{_CAPITALS})$")
"""A full name with what its bearer is before it, in whatever letters: "Energy Minister Ada Orm"."""

_QUOTED = re.compile(r"(?:[\w’'-]+\s+){1,5}[\"“]([^\W\d_a-z][^\"“”]*)(?:[\"”].*)?$")
"""The name in quotation marks of what is described: "the group "Loose Rails"", whose last mark may be cut off."""

_APPOSED = re.compile(
    rf"(?:(?:The|An?|One|Its|His|Her|Their)\s)?[^A-Z,]+,\s+((?:the\s+)?{_CAPITALS}(?:\s+{_CAPITALS})*)$"
)
"""A description without a name, and the name beside it: "the operator, Lumen", not "Arland's operator, Lumen"."""

_FIELD = re.compile(rf"({_CAPITALS}(?:\s+{_CAPITALS}){{1,3}})\s+of\s+(?:(?:the\s+)?{_CAPITALS}|(?:the|an?)\s+[a-z]).*$")
"""A full name before whom it belongs to: "Ada Orm of the Institute"."""

_BY = re.compile(
    rf"[^,]*?\s(by|from)\s+((?:the\s+)?(?:[a-z]+\s+){{0,3}}?{_CAPITALS}(?:\s+{_CAPITALS})*)(?:\s+[a-z\d].*)?$"
)
_OF = re.compile(rf"((?:the\s+)?{_OWNER}(?:\s+{_OWNER})*)[’']s?\s+((?:[a-z-]+\s+)*[a-z-]+)$")
"""Whose a paper, a count or a picture is: "a list kept by Press Shelter", "Clearmap's count"."""

_INTRODUCED = re.compile(rf"((?:{_CAPITALS}[ ]){{1,2}}{_CAPITALS}),\s(?:\d{{2}},|who\s)")
"""How a text introduces a person without hearing one: "Ada Orm, 68, waited"."""


class Longer:
    """The names of two or three words in one text, by the last of them. The text is read once, when first asked."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[str, tuple[list[int], list[str]]] = {}

    def before(self, end: int, name: str) -> str | None:
        """The longer name, last before a character, that ends in this one: "Ada Orm waited. ... Orm said"."""
        ends, names = self._known.get(name) or self._known.setdefault(name, self._named(name))
        found = bisect_right(ends, end)
        return names[found - 1] if found else None

    @cached_property
    def _spans(self) -> dict[str, list[tuple[int, int]]]:
        """Each word of a run of capitals, as it is and without its 's, with up to two words before it."""
        spans: dict[str, list[tuple[int, int]]] = {}
        for found in _RUN.finditer(self._text):
            run = [(m.start(), m.end()) for m in _PART.finditer(self._text, found.start(), found.end())]
            for at, (start, end) in enumerate(run[1:], 1):
                word = self._text[start:end]
                for last in {word, _OWNED.sub("", word)}:
                    spans.setdefault(last, []).append((run[max(0, at - 2)][0], start + len(last)))
        return spans

    def _named(self, name: str) -> tuple[list[int], list[str]]:
        """Where each longer name ends that ends in this one, and the names."""
        printed = [(end, head(self._text[start:end])) for start, end in self._spans.get(name, ())]
        opens = table("venues")["openers"]
        known = [(end, longer) for end, longer in printed if " " in longer and longer.split()[0].lower() not in opens]
        return [end for end, _ in known], [longer for _, longer in known]


def introduced(text: str, start: int, end: int) -> str | None:
    """The person whom the text between two characters introduces last, by name and age or by who it is."""
    found = list(_INTRODUCED.finditer(text, start, end))
    return head(found[-1].group(1)) if found else None


def named(phrase: str) -> str:
    """The name in a description of a speaker; the phrase itself where it is a name, or has none."""
    if found := _SELF.search(phrase) or _TITLED.match(phrase):
        return found.group(1)
    if nouns("papers").search(phrase) and (found := _BY.match(phrase)) and _issuer(found):
        return named(found.group(2))
    if (found := _OF.match(phrase)) and nouns("papers").fullmatch(found.group(2).split()[-1]):
        return named(found.group(1))
    closing = _closing(phrase)
    return (
        _leading(phrase)
        or (closing and (_leading(closing) or closing))
        or _prefixed(phrase)
        or _quoted(phrase)
        or _untitled(phrase)
    )


def called(phrase: str) -> str:
    """The name that somebody is told to go by: "a cousin, who asked to be called Vera"; else nothing."""
    found = _SELF.search(phrase)
    return found.group(1) if found else ""


def spoken(phrase: str, mention: Mention) -> bool:
    """Whether a phrase names the person who speaks for a body: "the army's spokesman, Ada Orm"."""
    if mention.sort != "body" or nouns("mouths").search(phrase) is None:
        return False
    name = named(plain(phrase))
    return (
        full(name) and name in phrase and nouns("bodies").search(name) is None and mention.span.of(phrase) not in name
    )


def _issuer(found: re.Match[str]) -> bool:
    """Whether a paper is by someone; "from" may also tell when or where: only a body is taken to have issued it."""
    return found.group(1) == "by" or nouns("bodies").search(found.group(2)) is not None


def _closing(phrase: str) -> str:
    """The name after what its bearer is: "mediator Ada Orm", "the mapping group Front Atlas"."""
    found = next((m for m in _BEARER.finditer(phrase) if m.end() == len(phrase)), None)
    if found is None or not (kinds().fullmatch(found.group(1)) or (full(found.group(2)) and _noun(found.group(1)))):
        return ""
    return found.group(2)


def _noun(word: str) -> bool:
    """Whether a word in small letters may be what somebody is: no preposition, no joining word, no verb and no name."""
    plain = word.islower() and word not in table("speakers")["nouns"]["linking"]
    return plain and not past(word) and not word.endswith(("ing", "ly"))


def _leading(phrase: str) -> str:
    """A person's name before whom it belongs to."""
    found = _FIELD.fullmatch(phrase)
    person = found is not None and full(found.group(1)) and not nouns("bodies").search(found.group(1))
    return _untitled(found.group(1)) if found and person else ""


def _prefixed(phrase: str) -> str:
    """A full name after words that end in an office, a rank or a trade."""
    found = _PREFIXED.fullmatch(phrase)
    return found.group(2) if found and full(found.group(2)) and _is(found.group(1)) else ""


def _is(word: str) -> bool:
    """Whether a word tells what somebody is; a deputy or a head in exile is one."""
    low = re.sub(r"-(?:in-exile|elect|general|designate)$", "", word.lower())
    if _OWNED.search(low) and not word[:1].isupper():
        return True
    known = table("speakers")["nouns"]["titles"]
    return (low in known and low not in ("the", "a", "an")) or kinds().fullmatch(low) is not None


def _quoted(phrase: str) -> str:
    found = _QUOTED.fullmatch(phrase)
    return found.group(1) if found else ""


def beside(phrase: str) -> str:
    """A description with the name that stands beside it is that name; else the phrase itself."""
    first, _, _ = phrase.partition(",")
    found = _APPOSED.fullmatch(phrase)
    seat = nouns("seats").search(first) is not None
    return found.group(1) if found and not seat and nouns("described").search(first) else phrase


def _untitled(phrase: str) -> str:
    """A full name without ranks and offices before it; a surname alone keeps its title."""
    words, first = phrase.split(), 0
    while len(words) - first > 2 and _title(words[first]):
        first += 1
    rest = words[first:]
    return " ".join(rest) if first and len(rest) < 4 and all(not w[:1].islower() for w in rest) else phrase


def _title(word: str) -> bool:
    parts = word.strip(".,").lower().split("-")
    known = table("speakers")["nouns"]["titles"]
    return word[:1].isupper() and all(part in known or is_office(part) for part in parts)
