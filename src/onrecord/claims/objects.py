"""A number -> what it counts: the head noun after it, "of 132", "of them", and the words that a noun phrase holds."""

from functools import cache
from typing import NamedTuple

from onrecord.claims.lexicon import table
from onrecord.claims.marks import Mark, Marks, singular
from onrecord.claims.measures import Thing, noun, thing, things
from onrecord.claims.numbers import Numeral
from onrecord.claims.weapons import arm
from onrecord.records import Span

_REACH = 9
_OWN, _LABEL, _SHORT, _OWNER = 4, 8, 3, 5
_CROWDS = ("people", "men", "children", "personnel", "troops", "police")
"""Plurals without an s."""
_PRONOUNS = frozenset(["them", "these", "those", "which", "whom", "us"])


class Head(NamedTuple):
    """The noun phrase of a number: it ends before token `end`; `counted` is None where no known noun is in it.

    `whole` is "total" before "of 132", "them" before "of them" and the like, else "". `inner` is a cue inside the
    phrase ("12 damaged houses").
    """

    end: int
    counted: Thing | None = None
    whole: str = ""
    inner: Mark | None = None
    noun: int = -1


@cache
def grammar(name: str) -> frozenset[str]:
    """One word list of the grammar table of numbers.toml."""
    return frozenset(table("numbers")["grammar"][name])


class Page(NamedTuple):
    """What figures are read from: the marks of a text inside one span, by first token, and the tokens' limits."""

    marks: Marks
    first: int
    last: int
    objects: dict[int, Mark]
    cues: dict[int, Mark]
    models: dict[int, Mark]

    def low(self, at: int) -> str:
        """The word at a token, or "" outside the span."""
        return self.marks.tokens.all[at].low if self.first <= at < self.last else ""


def page(found: Marks, span: Span) -> Page:
    """The page of one span."""
    first, last = found.tokens.range(span)
    cues = {m.first: m for m in found.of("cue", span)}
    objects = {m.first: m for m in found.of("object", span) if not _covered(m, cues.get(m.first))}
    return Page(found, first, last, objects, cues, {m.first: m for m in found.of("weapon", span) if arm(m).model})


def _covered(mark: Mark, cue: Mark | None) -> bool:
    """Whether a longer cue begins with the object: "minor injuries" are no minors."""
    return cue is not None and cue.last > mark.last


def head(sheet: Page, numeral: Numeral, after: int) -> Head:
    """What a number counts; `after` is the first token of the next number (or the end of the span)."""
    at = numeral.last
    for k in range(numeral.first + 1, at):
        mark = sheet.objects.get(k)
        if mark is not None and mark.last == at:
            return Head(at, thing(mark), noun=k)
    while sheet.low(at) in {"more", "further", "additional", "out", "-", "‑", "other"} and at < after:
        at += 1
    if sheet.low(at) == "of":
        return _of(sheet, at + 1, after)
    if sheet.low(at) == "times":
        return Head(at + 1, _called("assault"), noun=at)
    if at > numeral.last and sheet.low(at - 1) in {"-", "‑"}:
        return _hyphened(sheet, at)
    found = _noun(sheet, at, after)
    found = found if found.counted is None or numeral.value == 1 else _compound(sheet, found, after)
    if found.counted is None and (named := _named(sheet, at, after)) is not None:
        return named
    return found if found.counted else found._replace(counted=led(sheet, numeral))


def _named(sheet: Page, at: int, after: int) -> Head | None:
    """The people that a number is said to be: "13 were women"."""
    mark = sheet.objects.get(at + 1) if sheet.low(at) in grammar("be") and at + 1 < after else None
    if mark is None or thing(mark).sort != "person" or not plural(sheet.low(mark.last - 1)):
        return None
    return Head(mark.last, thing(mark), noun=mark.first)


def _compound(sheet: Page, found: Head, after: int) -> Head:
    """The noun phrase with its true head, where the known noun only describes it: "12 hospital beds".

    What is seen of things that fly counts these: "130 drone tracks".
    """
    end, flies = found.end, found.counted is not None and found.counted.sort == "air"
    if not flies and end < after and _lone(sheet, end - 1) and _plain(sheet, end) and plural(sheet.low(end)):
        return found._replace(end=end + 1, counted=Thing(singular(sheet.low(end)), "thing"))
    return found


def _lone(sheet: Page, at: int) -> bool:
    """Whether a known noun that ends at a token is in the singular, and so is none of which there are several."""
    word = sheet.low(at)
    return not plural(word) and word not in grammar("mass")


def _hyphened(sheet: Page, at: int) -> Head:
    """What a joined number counts: in "a 20-drone attack" drones."""
    mark = sheet.objects.get(at)
    if mark is None:
        return Head(at, noun=at)
    plain = _called(sheet.low(at))
    counted = thing(mark)
    return Head(mark.last, plain if counted.sort == "event" and plain else counted, noun=at)


def _of(sheet: Page, at: int, after: int) -> Head:
    """After "of": a total, a pronoun, or the counted noun."""
    if sheet.low(at) in {"the", "its", "their", "some", "all", "about", "around", "a"} and at + 1 >= after:
        at += 1
    if at >= after and after < sheet.last:
        return Head(at, whole="total")
    if after < sheet.last and _owned(sheet, at, after):
        return Head(after, whole="total")
    if sheet.low(at) == "the" and at + 1 in sheet.cues and at + 1 not in sheet.objects:
        return Head(at + 1, whole="them")
    if sheet.low(at) in _PRONOUNS:
        return _among(sheet, at + 1)
    found = _noun(sheet, at, after)
    definite = sheet.low(at) in {"the", "its", "their", "those", "these"}
    return found._replace(whole="them" if definite and found.counted else "")


def _owned(sheet: Page, at: int, after: int) -> bool:
    """Whether only an owner stands before the next number: "13 of [Boria's] 18 regions"."""
    every = sheet.marks.tokens.all
    if after - at > _OWNER or every[after - 1].sort != "owner":
        return False
    return all(every[k].sort == "word" and k not in sheet.cues for k in range(at, after - 1))


def _among(sheet: Page, at: int) -> Head:
    """After "of them": what these are, where a noun says so ("three of them children")."""
    told = at + 1 if sheet.low(at) in grammar("be") else at
    mark = sheet.objects.get(told)
    if mark is None or thing(mark).sort != "person":
        return Head(at, whole="them")
    return Head(mark.last, thing(mark), whole="them", noun=told)


def _noun(sheet: Page, at: int, after: int) -> Head:
    """The head noun within reach: the last of a chain of nouns ("drone operators"), past adjectives and "and"."""
    inner: Mark | None = None
    model: Mark | None = None
    start, joined = at, False
    while at < min(after, start + (2 * _REACH if model else _REACH)):
        if at in sheet.objects:
            return _chain(sheet, at, after)._replace(inner=inner)
        if at in sheet.models:
            model, at = sheet.models[at], sheet.models[at].last
            continue
        word = sheet.low(at)
        if at in sheet.cues and not _adjective(sheet, at, after):
            break
        if at in sheet.cues:
            inner, at = sheet.cues[at], sheet.cues[at].last
            continue
        if word == "of" and sheet.low(at - 1) not in grammar("units"):
            break
        if word in grammar("stops") or not _goes_on(sheet, at, joined or model is not None):
            break
        joined = joined or word in {"and", "or", ","}
        at += 1
    if model is not None:
        return Head(_tail(sheet, model.last), _armed(model), inner=inner, noun=model.first)
    return Head(start if joined or at - start > 4 else at, inner=inner)


def _tail(sheet: Page, at: int) -> int:
    """Past the letters and digits that belong to a model: Iskander-M, Kh-101/555."""
    while sheet.marks.tokens.joined(at) and (sheet.low(at) in {"-", "‑", "/"} or sheet.low(at - 1) in {"-", "‑", "/"}):
        at += 1
    return at


def _armed(model: Mark) -> Thing | None:
    """What a weapon's model counts as."""
    return _called(arm(model).kind)


def _called(name: str) -> Thing | None:
    """The thing of a name that the records have."""
    return next((t for t in things() if t.name == name), None)


def _adjective(sheet: Page, at: int, after: int) -> bool:
    """Whether a cue inside a noun phrase only describes: "12 damaged houses"; not "12 damaged in the houses"."""
    end = sheet.cues[at].last
    describes = sheet.low(at) not in grammar("stops") and sheet.low(end) not in grammar("stops")
    return describes and any(k in sheet.objects for k in range(end, min(after, end + 2)))


def _goes_on(sheet: Page, at: int, listed: bool) -> bool:
    """Whether a noun phrase without its head may go on at this token; `listed` if it holds a list already."""
    token = sheet.marks.tokens.all[at]
    if token.low in {"and", "or"}:
        return not listed or sheet.low(at - 1) != ","
    if token.low == ",":
        return sheet.marks.tokens.text[token.end : token.end + 2].strip()[:1].isupper()
    return token.sort != "mark" or token.low in "-‑/\"'“”‘’"


def _chain(sheet: Page, at: int, after: int) -> Head:
    """Past compound nouns to the one that is counted."""
    mark = sheet.objects[at]
    while mark.last < after:
        nearer = sheet.objects.get(mark.last)
        word = sheet.low(mark.last)
        if nearer is None and word in {"-", "‑"} and mark.last + 2 in sheet.objects and mark.last + 2 < after:
            nearer = sheet.objects[mark.last + 2]
        if nearer is None:
            break
        mark = nearer
    counted, end = thing(mark), mark.last
    if sheet.low(end) in {"and", "or"} and end + 1 < after and (other := sheet.objects.get(end + 1)):
        joint = _chain(sheet, end + 1, after) if _lone(sheet, end - 1) else None
        if joint is not None and plural(sheet.low(joint.end - 1)):
            return joint._replace(noun=mark.first)  # missile and drone depots
        end = other.last if thing(other).sort == counted.sort else end
    return Head(end, counted._replace(population=counted.population or _told(sheet, at, mark)), noun=mark.first)


def _told(sheet: Page, at: int, mark: Mark) -> str | None:
    """The population that a noun before a noun of people tells: "two civilian porters"."""
    first = thing(sheet.objects[at])
    people = {first.sort, thing(mark).sort} == {"person"} and sheet.objects[at] != mark
    return first.population if people and first.population != "children" else None


def own(sheet: Page, numeral: Numeral, after: int) -> Thing | None:
    """The thing that the first plural after a number names, which no lexicon knows: "two thin vertical lines"."""
    for at in range(numeral.last, min(after, numeral.last + _OWN)):
        if sheet.low(at) in {"-", "‑"} and sheet.marks.tokens.joined(at) and sheet.marks.tokens.joined(at + 1):
            continue
        if not _plain(sheet, at):
            return None
        if plural(sheet.low(at)):
            return Thing(singular(sheet.low(at)), "thing")
    return None


def led(sheet: Page, numeral: Numeral) -> Thing | None:
    """What the label before a bare number names: "Homes destroyed: 1,914", "Deaths 39, births 31"."""
    every = sheet.marks.tokens.all
    ends = numeral.last >= len(every) or every[numeral.last].sort == "mark"
    if not ends or numeral.none or not numeral.lead:
        return None
    mark = every[numeral.lead - 1].low
    if mark == "(" and numeral.last < len(every) and every[numeral.last].low == ")":
        return _label(sheet, numeral.lead - 1, 1)
    if mark == ":" or (mark in "-–—" and not sheet.marks.tokens.joined(numeral.lead)):
        return _label(sheet, numeral.lead - 1)
    cue = sheet.cues.get(numeral.lead - 1)
    verb = cue is not None and not noun(cue, "left")  # "wounds 11"
    return _label(sheet, numeral.lead, 1) if every[numeral.first].sort == "number" and not verb else None


def _label(sheet: Page, end: int, most: int = _LABEL) -> Thing | None:
    """The first noun of a label that ends before token `end`: the whole of it, or its last `most` words."""
    every = sheet.marks.tokens.all
    first = end
    while first > max(0, end - most) and every[first - 1].sort != "mark":
        first -= 1
    last = next((at for at in range(first, end) if every[at].low in grammar("stops")), end)
    known = sheet.marks.of("object", Span(start=every[first].start, end=every[last].start)) if first < last else []
    named = next((m for m in known if thing(m).sort != "place" or plural(every[m.last - 1].low)), None)
    if known:
        return thing(named) if named else None
    word = next((every[at].low for at in range(first, last) if plural(every[at].low)), None)
    follows = most == 1 and first > 0 and every[first - 1].sort == "word" and every[end].low != "("
    return Thing(singular(word), "thing") if word and not follows else None


def _plain(sheet: Page, at: int) -> bool:
    """Whether a token may stand inside a noun phrase of which nothing is known."""
    sort, low = sheet.marks.tokens.all[at].sort, sheet.low(at)
    return sort == "word" and at not in sheet.cues and low not in grammar("stops") and low not in {"of", "and", "or"}


def plural(word: str) -> bool:
    """Whether a word looks like a plural that names something."""
    if word.endswith(_CROWDS):
        return True
    return len(word) > _SHORT and singular(word) != word and word not in grammar("stops") | grammar("hollow")
