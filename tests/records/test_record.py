"""Records: JSON round trips, content ids, schemas."""

from datetime import UTC, datetime

import jsonschema
import msgspec
import pytest

from onrecord.records import PUBLISHED, Document, Evidence, Record, Sentence, Span, Speaker
from onrecord.records.schema import schema

DOCUMENT = Document(
    source="wire", address="a.txt", title="Fire", text="A depot burned.", published=datetime(2024, 12, 14, tzinfo=UTC)
)


def test_json_round_trip() -> None:
    assert Document.parse(DOCUMENT.json()) == DOCUMENT


def test_json_is_canonical() -> None:
    assert DOCUMENT.json() == Document.parse(DOCUMENT.json()).json()


def test_id_follows_content() -> None:
    same = msgspec.structs.replace(DOCUMENT, published=None)
    other = msgspec.structs.replace(DOCUMENT, id="", text="A depot burned down.")
    assert same.id == DOCUMENT.id != other.id


def test_forged_id_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        msgspec.structs.replace(DOCUMENT, text="Nothing burned.")


def test_unknown_field_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="unknown field"):
        Span.parse('{"start": 0, "end": 1, "colour": "red"}')


def test_span_must_run_forward() -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start=3, end=2)


def test_evidence_quotes_exactly() -> None:
    evidence = Evidence.take(DOCUMENT.id, DOCUMENT.text, Span(start=2, end=7), context=8)
    assert (evidence.prefix, evidence.quote, evidence.suffix) == ("A ", "depot", " burned.")


def test_evidence_keeps_whole_words_around_it() -> None:
    evidence = Evidence.take(DOCUMENT.id, DOCUMENT.text, Span(start=8, end=14), context=4)
    assert (evidence.prefix, evidence.quote, evidence.suffix) == (" ", "burned", ".")


def test_sentence_needs_evidence() -> None:
    with pytest.raises(ValueError, match="needs evidence"):
        Sentence(text="A depot burned.", evidence=(), claims=())


@pytest.mark.parametrize("record", PUBLISHED)
def test_schema_is_valid(record: type[Record]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(record))


def test_document_satisfies_its_schema() -> None:
    jsonschema.validate(msgspec.json.decode(DOCUMENT.json()), schema(Document))


def test_nobody_speaks_for_a_party_that_is_only_supposed() -> None:
    assert Speaker(name="a fireman", party="Norland", rule="supposed").side is None
    assert Speaker(name="Norland's army", party="Norland", rule="named").side == "Norland"
