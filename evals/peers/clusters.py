"""Events as an afternoon's work finds them: sentences clustered by TF-IDF, numbers matched by the word after them.

Case and answer are those of evals.peers.lead.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from evals.peers.copies import groups, sentences
from sklearn.feature_extraction.text import TfidfVectorizer

ALIKE, LINES = 0.3, 24
"""A sentence joins the cluster whose first sentence is as near: of 0.2 to 0.6 what links best on the half `tune`."""
_NUMBER = re.compile(r"\b(\d+(?:,\d{3})*)\s+(?:[a-z-]+ly\s+)?([A-Za-z-]{3,})")

Sentence = dict[str, Any]


def tfidf(case: dict[str, Any]) -> dict[str, Any]:
    """Clusters are events; near-duplicate documents are one origin; numbers that differ conflict."""
    documents = case["documents"]
    copies = groups([d["text"] for d in documents])
    told = [
        {"id": f"{d['url']} {a}", "text": d["text"][a:b], "document": d, "origin": copies[at],
         "pieces": [{"url": d["url"], "start": a, "end": b}]}
        for at, d in enumerate(documents)
        for a, b in sentences(d["text"])
    ]  # fmt: skip
    found = clusters([s["text"] for s in told])
    members = [[told[at] for at in of] for of in found]
    today = [of for of in members if of[0]["document"]["day"] == case["day"]]
    today.sort(key=lambda of: -len({s["document"]["source"] for s in of}))
    return {
        "said": [{"id": s["id"], "pieces": s["pieces"]} for s in told],
        "events": [event(of) for of in members],
        "lines": [_line(of) for of in today[:LINES]],
    }


def clusters(texts: list[str]) -> list[list[int]]:
    """Each text joins the cluster to whose first text it is nearest, if near enough, else it begins one."""
    rows = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(texts)
    near = (rows @ rows.T).tocsr()
    found: dict[int, list[int]] = {}
    for at in range(len(texts)):
        row = near[at]
        firsts = [(-s, i) for i, s in zip(row.indices, row.data, strict=True) if i in found and s >= ALIKE]
        found.setdefault(min(firsts)[1] if firsts else at, []).append(at)
    return list(found.values())


def event(of: list[Sentence]) -> dict[str, Any]:
    origins: dict[int, list[str]] = defaultdict(list)
    for s in of:
        origins[s["origin"]].append(s["id"])
    return {
        "claims": [s["id"] for s in of],
        "independent": len(origins),
        "origins": list(origins.values()),
        "rulings": list(rulings(of)),
    }


def rulings(of: list[Sentence]) -> Iterator[dict[str, Any]]:
    """For each word that numbers stand before: one number agrees, several conflict; without any, who else says so."""
    told: dict[str, dict[str, list[Sentence]]] = defaultdict(lambda: defaultdict(list))
    for s in of:
        for number, word in _NUMBER.findall(s["text"]):
            told[word.lower().removesuffix("s")][number.replace(",", "")].append(s)
    for numbers in told.values():
        yield _ruling("conflict" if len(numbers) > 1 else _backed(of), [s for said in numbers.values() for s in said])
    if not told:
        yield _ruling(_backed(of), of)


def _backed(of: list[Sentence]) -> str:
    return "agree" if len({s["origin"] for s in of}) > 1 else "single-source"


def _ruling(kind: str, of: list[Sentence]) -> dict[str, Any]:
    return {"kind": kind, "claims": list(dict.fromkeys(s["id"] for s in of))}


def _line(of: list[Sentence]) -> dict[str, Any]:
    verdicts = sorted({r["kind"] for r in rulings(of)})
    return {"text": of[0]["text"], "pieces": of[0]["pieces"], "verdicts": verdicts}
