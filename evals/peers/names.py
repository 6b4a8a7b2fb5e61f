"""Where: the places that spaCy's small English model names, without coordinates."""

from evals.peers.english import NLP

PLACES = {"GPE", "LOC", "FAC"}


def spacy(text: str) -> list[tuple[int, int]]:
    """The characters of each place."""
    return [(entity.start_char, entity.end_char) for entity in NLP(text).ents if entity.label_ in PLACES]
