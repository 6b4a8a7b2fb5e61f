"""What is called false: an outlet's report must call it so, in these words or of a story that is told elsewhere so."""

import re

from onrecord.briefing.lexicon import line, words
from onrecord.briefing.proof import content, names
from onrecord.briefing.proof.stack import Stack
from onrecord.briefing.proof.tokens import keyed, tokens
from onrecord.records import Claim, Sentence

SHARE = 0.5
"""Of the words of a story that counts nothing, as many must stand in the other's."""
_WORD = re.compile(r"[^\W_]{4,}")


def falsehood(sentence: Sentence, stack: Stack) -> str | None:
    """None if the first claim's report calls false what the sentence says that it calls so; else why not."""
    claims = [stack.claims[c] for c in sentence.claims]
    false, story = claims[0], claims[-1]
    source = stack.source(false)
    known = false.speaker is not None and not names.stranger(false, stack)
    if len(claims) > 2 or not false.debunked or source.speaker or known:
        return "no outlet's report calls it false"
    spans = tuple(e.span for e in sentence.evidence if e.document == story.document)
    if story is not false:
        first = sentence.evidence[0]
        own = (first.document, first.span) == (false.document, false.proposition)
        rest = len(spans) == len(sentence.evidence) - 1 and story.document != false.document
        if not own or not rest or story.debunked or not _same(false, story, stack):
            return "it is not the story that is called false"
    if not (spans == (false.proposition,) if story is false else content.whole(spans, story, stack)):
        return "its evidence is not the whole of what was said"
    found = keyed(tokens(sentence.text), stack.story.style)
    middle = content.between(found, f"{source.name}{line('false').rstrip()}", "", stack)
    if middle is None or not content.aligned(middle, story, spans, sentence, stack):
        return "its words are not those of the cited characters"
    return None


def _same(false: Claim, story: Claim, stack: Stack) -> bool:
    """Whether the story gives every figure of what is called false; where there is none, half of its words."""
    figures = [[(q.measure, q.value) for q in c.quantities if q.value is not None] for c in (false, story)]
    if figures[0]:
        return all(value in figures[1] for value in figures[0])
    said = [
        {w.lower()[:5] for w in _WORD.findall(c.proposition.of(stack.text(c))) if w.lower() not in words().stop}
        for c in (false, story)
    ]
    return len(said[0] & said[1]) >= max(2, SHARE * len(said[0]))
