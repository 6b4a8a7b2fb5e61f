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
_ARTICLE = re.compile(r"^(?:The|A|An|One|Two|Three|Several|Some|Its|His|Her|Their|Local|Court)\b")
_CLAUSE = re.compile(
    r",\s+(?:\d{2},\s+)?(?:who|which|whose|whom|where)(?:\s|$)|,\s+\d{2}(?:,|$)"
    r"|,\s+(?:made\s+up\s+of|based\s+in|run\s+by|led\s+by|funded\s+by|owned\s+by)\s"
    r"|\s?\([^)]*\)$|,\s+close\s+to\s|,\s+[a-z]+ed\s+(?:in|on|at|past|from|to|with|as|for|after|during|under|over)\s"
    r"|,\s+(?:visiting|speaking|writing|standing|sitting|reached|quoted|talking|asked|citing|addressing|questioned|invited|contacted|interviewed)\s"
)
_APPOSED = re.compile(r"(?:an?|the|its|one|another)\s+(?:[^\W\d_a-z][\w-]+\s+)?[a-z]")
"""How an apposition begins that says what a name is: "the World Food Caravan, a charity"."""

_OWNS = re.compile(r"[’']s?$")
_OWNER = re.compile(r"^[’']s?\s+\S")
_SURNAME = re.compile(r"\s+[^\W\d_a-z][\w’'-]+(?!\S)")
_LINKS = frozenset(["of", "to", "for", "by", "with", "under", "from", "about", "on", "in", "at", "and"])
_DEED = re.compile(r"(?:\s+(?:had|has|have))?\s+\w+ed$")


def pronoun(phrase: str) -> str:
    """he, she, it, they or we: a phrase that is only a pronoun, or one with a deed ("he released"); else nothing."""
    word = _DEED.sub("", phrase.lower().strip(" ,"))
    return next((which for which, forms in table("speakers")["pronouns"].items() if word in forms), "")


def is_person(which: Sort) -> bool:
    """Whether he or she can stand for it: also for what could not be sorted."""
    return which in ("person", "other")


def is_body(noun: str) -> bool:
    """Whether a noun, such as "air force", is a body's."""
    return nouns("bodies").fullmatch(noun.split()[-1]) is not None or nouns("bodies").fullmatch(noun) is not None


def sort(phrase: str) -> Sort:
    """What sort of speaker a phrase names, by its first telling noun, else by its capitals."""
    first, *_ = phrase.split(", ")
    body, people = nouns("bodies").search(phrase), _people().search(phrase)
    if full(first) and not nouns("bodies").search(first):
        return "person"
    if body and (people is None or body.start() < people.start()):
        return "body"
    if people:
        return "people" if people.group().lower().endswith("s") else "person"
    last = re.split(r"\s+(?:of|in|at|from|for|on|who|near)\s", first)[0].rstrip()
    return "people" if last.endswith("s") and not full(first) else "other"


def speaks(phrase: str, cast: Cast) -> bool:
    """Whether a short phrase names someone who can speak: someone of the story, a body, an office, a person."""
    return full(re.sub(r"^[Tt]he\s+", "", _main(phrase))) or stands(phrase, cast)


def stands(phrase: str, cast: Cast) -> bool:
    """Whether a short phrase is someone of the story, or ends in the noun of a body or an office."""
    words = phrase.split()
    if not words or len(words) > 10:
        return False
    if any(of_body(phrase, m) for m in cast.mentions(phrase) if m.sort != "adjective"):
        return True
    last = _main(phrase).split()[-1:]
    return bool(last) and (nouns("bodies").fullmatch(last[0]) is not None or _people().fullmatch(last[0]) is not None)


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


def unnamed(phrase: str) -> bool:
    """Whether a phrase has no name in it and is not the enemy's: "our air defence"."""
    small = not any(_CAPITAL.match(word) for word in plain(phrase).split())
    return small and nouns("enemy").search(phrase) is None


def sided(phrase: str) -> bool:
    """Whether a voice has no name of its own, at least in what it is called first, and is nobody who stands between
    the sides: "a fireman", "Villagers", "its director, Ada Orm", but not "a lawyer" or "satellite pictures".
    """
    first, *_ = phrase.split(",")
    start, _, rest = first.partition(" ")
    common = start[1:].islower() and (start.endswith("s") or _people().fullmatch(start)) and rest == rest.lower()
    return (common or unnamed(first)) and nouns("aside").search(first) is None


def serving(phrase: str) -> bool:
    """Whether a voice, named or not, serves a side by what it is called: "the region's governor, Ada Orm".

    Nobody does who is only somebody's: "the governor's lawyer".
    """
    found = nouns("serving").search(phrase)
    return found is not None and _OWNER.match(phrase[found.end() :]) is None


def aside(phrase: str) -> bool:
    """Whether a voice is called by what stands between the sides: "a lawyer", "the analyst Ada Orm"."""
    return nouns("aside").search(phrase) is not None


def regional(phrase: str) -> bool:
    """Whether a speaker answers for a region or a town, whose name then says where."""
    return nouns("regional").search(phrase) is not None


def plain(phrase: str) -> str:
    """The name as printed: without an apposition, and with a small first article."""
    phrase = _THERE.sub("", phrase)
    parts = [part.strip() for part in phrase.strip(' ,"“”').split(",") if part.strip()]
    name = parts[0] if parts else phrase
    if len(parts) > 1 and not full(name) and full(parts[1]):
        name = parts[1]
    elif len(parts) > 1 and not full(name) and not (_APPOSED.match(parts[1]) and _proper(name)):
        name = phrase.strip(' ,"“”')
    return _ARTICLE.sub(lambda m: m.group().lower(), name)


def _proper(part: str) -> bool:
    """Whether a part of a phrase is a name, with or without an article."""
    words = re.sub(r"^[Tt]he\s+", "", part).split()
    if len(words) == 1 and (is_office(part.lower()) or is_body(part.lower())):
        return False
    return bool(words) and _CAPITAL.match(words[0]) is not None and _CAPITAL.match(words[-1]) is not None


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
    if mention.sort == "person" and not by_name(mention, phrase) and (_lesser(before) or _others(mention, after)):
        return False
    paper = nouns("papers").search(phrase, 0 if before else mention.span.end) is not None and _issued(before, after)
    voice = paper or (mention.sort == "body" and nouns("voices").search(phrase) is not None)
    if _OWNER.match(after):
        return voice
    if mention.sort == "party" and paper:
        return True
    if mention.sort == "party":
        return before.lower() in ("", "the") and (not after.strip(" ,") or after.lstrip().startswith(","))
    if not before:
        return mention.sort == "person" or not _led(after)
    if not after.strip(" ,") and _seated(before, phrase[mention.span.start :], mention.sort):
        return True
    if mention.sort == "person" and not after.strip(" ,") and _described(before):
        return True
    if mention.sort == "body" and _folk().fullmatch(before) and not after.strip(" ,"):
        return True
    clean = all(
        w.strip(".,").lower() in table("speakers")["nouns"]["titles"] or _appended(before) for w in before.split()
    )
    return clean or voice or _appended(before)


def _lesser(before: str) -> bool:
    """Whether what stands before an office makes it another's: "the deputy | governor of Orle", "a former | mayor"."""
    return before.lower().rpartition(" ")[2] in table("speakers")["nouns"]["lesser"]


def by_name(mention: Mention, phrase: str) -> bool:
    """Whether a phrase calls someone by name, and not by an office alone."""
    return any(word in mention.span.of(phrase) for word in mention.name.split())


def _others(mention: Mention, after: str) -> bool:
    """Whether an office is followed by the name of another than its holder: "the minister | Ada Orm"."""
    name = after.partition(",")[2] if after.startswith(",") else after
    first = name.strip().split(",")[0]
    own = any(word in first for word in mention.name.split())
    return not own and (full(first) if after.startswith(",") else _SURNAME.match(after) is not None)


def _issued(before: str, after: str) -> bool:
    """Whether a paper, a count or a picture is somebody's: "the army's bulletin", "a study by the army"."""
    if _OWNER.match(after):
        return not before or before.lower() == "the"
    thing = re.sub(r"^(?:an?|the)\s+", "", before.lower())
    return re.search(r"\s(?:by|from|of)(?:\s+the)?$", before) is not None and nouns("papers").match(thing) is not None


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


def _described(before: str) -> bool:
    """Whether what stands before a person's name says who it is: "foreign policy chief", "the Front's", "UN envoy"."""
    words, known, office = before.split(), table("speakers")["nouns"], False
    while words and (word := words[-1].strip(".,").lower()) in (*known["titles"], *known["lesser"]):
        words, office = words[:-1], office or (is_office(word) and word not in known["ranks"])
    if not words:
        return True
    own = _OWNS.search(words[-1]) is not None or kinds().fullmatch(words[-1]) is not None
    return own or (office and not any(w in _LINKS for w in words))


def personal(phrase: str, name: str) -> bool:
    """Whether a name in a phrase is a person's, by the title or the office right before it: "the official Ada Orm"."""
    word = phrase.partition(name)[0].rstrip().rpartition(" ")[2].strip(".").lower()
    titles = table("speakers")["nouns"]["titles"]
    return full(name) and bool(word) and (is_office(word) or (word in titles and word not in ("the", "a", "an")))


def _led(after: str) -> bool:
    """Whether what follows a body's name makes it a person's: "air force commander", "army General Orsk"."""
    return _leading().match(after) is not None and nouns("voices").match(after.strip()) is None


def _appended(before: str) -> bool:
    """Whether what stands before a name is closed by a comma: "the governor of Orle region, Petr Vasko"."""
    return before.endswith(",")


def full(part: str) -> bool:
    """Whether a part of a phrase is a name of a person: two words or more with capitals, or titles and one."""
    words = [w for w in part.split() if w.lower() not in ("of", "de", "van", "der", "von", "al", "bin", "el", "the")]
    titles = table("speakers")["nouns"]["titles"]
    if not words or part.split()[0].lower() in ("the", "a", "an"):
        return False
    capital = [w for w in words if _CAPITAL.match(w)]
    return len(capital) == len(words) and 1 < len(words) < 6 and words[-1].strip(".").lower() not in titles


@cache
def nouns(group: str) -> re.Pattern[str]:
    """The nouns of one list of data/speakers.toml, as a pattern."""
    return phrases(table("speakers")["nouns"][group])


@cache
def kinds() -> re.Pattern[str]:
    """What may stand before a name for what its bearer is: an office, a trade, a sort of group."""
    known = table("speakers")["nouns"]
    return phrases([*known["people"], *known["groups"], *known["bodies"], *known["trades"]])


@cache
def _folk() -> re.Pattern[str]:
    """Several before the body for which they speak: "experts of the"."""
    folk = "|".join(table("speakers")["nouns"]["folk"])
    return re.compile(rf"(?:the\s+|independent\s+)*(?:{folk})\s+(?:of|at|from|for|with)(?:\s+the)?", re.IGNORECASE)


@cache
def _leading() -> re.Pattern[str]:
    """White space and a person's office after it."""
    nouns = "|".join(re.escape(n) for n in table("speakers")["nouns"]["people"])
    return re.compile(rf"\s+(?:{nouns})\b", re.IGNORECASE)


@cache
def _people() -> re.Pattern[str]:
    nouns = table("speakers")["nouns"]["people"]
    return phrases([*nouns, *(f"{noun}s" for noun in nouns)])
