"""A speaker's phrase -> what sort of speaker it names, and the plain name in it."""

import re
from functools import cache
from typing import Literal

from onrecord.claims.cast import Cast, Mention
from onrecord.claims.lexicon import phrases, table

Sort = Literal["person", "body", "people", "other"]
"""One person, a body or a side, several people, or anything else."""

_THERE = re.compile(r"\s+(?:there|here|himself|herself|itself|themselves)$", re.IGNORECASE)
_CAPITAL = re.compile(r"[^\W\d_a-z]")
_ARTICLE = re.compile(r"(?:The|A|An|One|Two|Three|Several|Some|Its|His|Her|Their|Local|Court)\b")
_CLAUSE = re.compile(r",\s+(?:\d{2},\s+)?(?:who|which|whose|whom|where)\s|,\s+\d{2}(?:,|$)")
_SELF = re.compile(r"(?:calling|calls|called)\s+(?:itself|themselves)\s+((?:the\s+)?[^\W\d_a-z].*)$")
_CAPITALS = r"[^\W\d_a-z][\w’'-]+"
_TITLED = re.compile(
    r"(?:[Tt]he\s+)?(?:\w+\s+){0,4}?(?:[Mm]inister\s+of\s+(?:\w+\s+){1,3}?|[Jj]udge\s+|[Dd]octor\s+|[Cc]hair(?:wo)?man,?\s+|"
    rf"[Ss]poke(?:s|swo)man,?\s+)({_CAPITALS}(?:\s+{_CAPITALS}){{1,2}})(?:\s+of\s.*)?$"
)
_OWNER = re.compile(r"^[’']s?\s+\S")


def pronoun(phrase: str) -> str:
    """he, she, it, they or we, where the phrase is only a pronoun; else nothing."""
    word = phrase.lower().strip(" ,")
    return next((which for which, forms in table("speakers")["pronouns"].items() if word in forms), "")


def is_person(which: Sort) -> bool:
    """Whether he or she can stand for it: also for what could not be sorted."""
    return which in ("person", "other")


def is_body(noun: str) -> bool:
    """Whether a noun, such as "air force", is a body's."""
    return _nouns("bodies").fullmatch(noun.split()[-1]) is not None or _nouns("bodies").fullmatch(noun) is not None


def sort(phrase: str) -> Sort:
    """What sort of speaker a phrase names, by its first telling noun, else by its capitals."""
    first, *_ = phrase.split(", ")
    body, people = _nouns("bodies").search(phrase), _people().search(phrase)
    if _named(first) and not _nouns("bodies").search(first):
        return "person"
    if body and (people is None or body.start() < people.start()):
        return "body"
    if people:
        return "people" if people.group().lower().endswith("s") else "person"
    last = re.split(r"\s+(?:of|in|at|from|for|on|who|near)\s", first)[0].rstrip()
    return "people" if last.endswith("s") and not _named(first) else "other"


def speaks(phrase: str, cast: Cast) -> bool:
    """Whether a short phrase names someone who can speak: someone of the story, a body, an office, a person."""
    return _named(re.sub(r"^[Tt]he\s+", "", _main(phrase))) or stands(phrase, cast)


def stands(phrase: str, cast: Cast) -> bool:
    """Whether a short phrase is someone of the story, or ends in the noun of a body or an office."""
    words = phrase.split()
    if not words or len(words) > 10:
        return False
    if any(of_body(phrase, m) for m in cast.mentions(phrase) if m.sort != "adjective"):
        return True
    last = _main(phrase).split()[-1:]
    return bool(last) and (_nouns("bodies").fullmatch(last[0]) is not None or _people().fullmatch(last[0]) is not None)


def _main(phrase: str) -> str:
    """A phrase up to its first complement."""
    return re.split(r",|\s(?:of|in|at|from|for|on|who|near|familiar|close|with)\s", _THERE.sub("", phrase))[0].strip()


def is_office(noun: str) -> bool:
    """Whether a noun, such as "prime minister", is an office."""
    return _people().fullmatch(noun) is not None


def bare(phrase: str) -> str:
    """A phrase without the clause that tells more of its speaker: "the president, who was late" is the president."""
    found = _CLAUSE.search(phrase)
    return phrase[: found.start()].rstrip(" ,") if found and found.start() > 1 else phrase


def named(name: str) -> str:
    """The name in a description: "Minister of Defence Ada Orm", "a group calling itself X"."""
    if found := _SELF.search(name):
        return found.group(1)
    if found := _TITLED.match(name):
        return found.group(1)
    return name


def unnamed(phrase: str) -> bool:
    """Whether a phrase has no name in it and is not the enemy's: "our air defence"."""
    small = not any(_CAPITAL.match(word) for word in plain(phrase).split())
    return small and _nouns("enemy").search(phrase) is None


def regional(phrase: str) -> bool:
    """Whether a speaker answers for a region or a town, whose name then says where."""
    return _nouns("regional").search(phrase) is not None


def plain(phrase: str) -> str:
    """The name as printed: without an apposition, and with a small first article."""
    phrase = _THERE.sub("", phrase)
    parts = [part.strip() for part in phrase.strip(' ,"“”').split(",") if part.strip()]
    name = parts[0] if parts else phrase
    if len(parts) > 1 and not _named(name) and _named(parts[1]):
        name = parts[1]
    elif len(parts) > 1 and not _named(name):
        name = phrase.strip(' ,"“”')
    return _ARTICLE.sub(lambda m: m.group().lower(), name, count=1)


def head(phrase: str) -> str:
    """The plain name without titles before it: "Gov. Anna Lind, of Mar" is "Anna Lind"."""
    words = plain(phrase).split()
    titles = table("speakers")["nouns"]["titles"]
    while len(words) > 1 and words[0].strip(".").lower() in titles:
        words = words[1:]
    return " ".join(words)


def of_body(phrase: str, mention: Mention) -> bool:
    """Whether a phrase names this one as the speaker, and not as owner, employer or subject of another."""
    before, after = phrase[: mention.span.start].strip(), phrase[mention.span.end :]
    voice = mention.sort == "body" and _nouns("voices").search(phrase) is not None
    if _OWNER.match(after):
        return voice
    if mention.sort == "party":
        return before.lower() in ("", "the") and (not after.strip(" ,") or after.lstrip().startswith(","))
    if not before:
        return mention.sort == "person" or not _led(after)
    if not after.strip(" ,") and _seated(before, phrase[mention.span.start :], mention.sort):
        return True
    clean = all(
        w.strip(".,").lower() in table("speakers")["nouns"]["titles"] or _appended(before) for w in before.split()
    )
    return clean or voice or _appended(before)


def _seated(before: str, named: str, sort: str) -> bool:
    """Whether only a seat or a common noun stands before a name that closes a phrase: "in Mar Colonel Orsk" heard as
    "Mar Colonel Orsk", "the monitoring group River Watch"."""
    titles, first = table("speakers")["nouns"]["titles"], before.split()
    if sort == "person":
        opens = named.split()[0].strip(".,").lower() in titles
        return (len(first) == 1 and first[0].istitle() and opens) or (
            len(first) == 2 and first[0].istitle() and first[1].strip(".,").lower() in titles
        )
    return (
        sort == "body"
        and before == before.lower()
        and first[:1] == ["the"]
        and first[-1] in table("speakers")["nouns"]["groups"]
    )


def _led(after: str) -> bool:
    """Whether what follows a body's name makes it a person's: "air force commander", "army General Orsk"."""
    return _leading().match(after) is not None and _nouns("voices").match(after.strip()) is None


def _appended(before: str) -> bool:
    """Whether what stands before a name is closed by a comma: "the governor of Orle region, Petr Vasko"."""
    return before.endswith(",")


def _named(part: str) -> bool:
    """Whether a part of a phrase is a name of a person: two words or more with capitals, or titles and one."""
    words = [w for w in part.split() if w.lower() not in ("of", "de", "van", "der", "von", "al", "bin", "el", "the")]
    titles = table("speakers")["nouns"]["titles"]
    if not words or part.split()[0].lower() in ("the", "a", "an"):
        return False
    capital = [w for w in words if _CAPITAL.match(w)]
    return len(capital) == len(words) and 1 < len(words) < 6 and words[-1].strip(".").lower() not in titles


@cache
def _nouns(group: str) -> re.Pattern[str]:
    return phrases(table("speakers")["nouns"][group])


@cache
def _leading() -> re.Pattern[str]:
    """White space and a person's office after it."""
    nouns = "|".join(re.escape(n) for n in table("speakers")["nouns"]["people"])
    return re.compile(rf"\s+(?:{nouns})\b", re.IGNORECASE)


@cache
def _people() -> re.Pattern[str]:
    nouns = table("speakers")["nouns"]["people"]
    return phrases([*nouns, *(f"{noun}s" for noun in nouns)])
