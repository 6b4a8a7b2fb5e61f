"""Copying by rule, on marked-up text: cut off, credited, embedded, spelled anew. What is claimed stays marked."""

import random
import re

from evals.scenarios.script import Spelling, Tails

DATELINE = re.compile(r"^[A-Z][A-Z]+(?:, [A-Z][a-z]+)? - ")
STOP = re.compile(r"(?:(?<=[.!?\"])|(?<=[.!?]>>))\s+(?=[A-Z\"<{])")


def sentences(paragraph: str) -> list[str]:
    """A paragraph's sentences; none ends inside a marked claim."""
    found, last = [], 0
    for stop in STOP.finditer(paragraph):
        before = paragraph[: stop.start()]
        if before.count("<<") == before.count(">>"):
            found.append(paragraph[last : stop.start()])
            last = stop.end()
    return [*found, paragraph[last:]]


def truncated(text: str, take: int, tails: Tails, rng: random.Random) -> str:
    """The first `take` paragraphs (0: half of them), the last cut after its first sentence, or within the next."""
    blocks = text.split("\n\n")
    blocks = blocks[: take or (len(blocks) + 1) // 2]
    said = sentences(blocks[-1])
    end = rng.choice(tails.cut)
    if len(said) > 1 and "<<" not in said[1]:
        words = said[1].split()
        return "\n\n".join([*blocks[:-1], f"{said[0]} {' '.join(words[: max(2, len(words) // 2)])}{end}"])
    return "\n\n".join([*blocks[:-1], said[0] if len(said) > 1 else blocks[-1]]) + (f"\n\n{end.strip()}" if end else "")


def credited(text: str, take: int, name: str, tails: Tails, rng: random.Random) -> str:
    """The first `take` paragraphs (0: two) under or over a line that says whose they are."""
    body = "\n\n".join(text.split("\n\n")[: take or 2])
    if rng.random() < 0.4:
        return rng.choice(tails.credit_head).replace("NAME", name) + DATELINE.sub("", body)
    return body + rng.choice(tails.credit_tail).replace("NAME", name)


def embedded(own: str, text: str) -> str:
    """An outlet's own text with paragraphs of another's, less its dateline: "@@1,3@@" puts the first and the third."""
    blocks = DATELINE.sub("", text).split("\n\n")

    def put(found: re.Match[str]) -> str:
        return "\n\n".join(blocks[int(n) - 1] for n in found[1].split(","))

    return re.sub(r"@@([\d,]+)@@", put, own)


def respelt(text: str, spelling: Spelling) -> str:
    """Names in their other spelling and words for words, outside keys and figures."""
    table = {**spelling.names, **spelling.words}
    known = "|".join(re.escape(k) for k in sorted(table, key=len, reverse=True))
    pattern = re.compile(rf"<<[\w/@+!-]+:|\{{[^{{}}]+\}}|(?<!\w)(?:{known})(?!\w)", re.IGNORECASE)

    def put(found: re.Match[str]) -> str:
        word = found[0]
        new = table.get(word) or table.get(word.lower())
        if new is None:
            return word
        return new[:1].upper() + new[1:] if word[:1].isupper() else new

    return pattern.sub(put, text)
