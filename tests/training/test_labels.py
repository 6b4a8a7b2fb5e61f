"""Labels on pieces: each falls on the pieces of its characters, and what is not labelled teaches nothing."""

from importlib.resources import as_file, files

import pytest
from tokenizers import Tokenizer
from training.classes import KINDS, MEASURES, ROLES
from training.labels import SKIP, Lesson, Number, Said, Text, Told, joined, lessons

from onrecord.records import Span

TEXT = "Arland's navy said on Monday that its boats had sunk two ships near Mar."


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    with as_file(files("onrecord") / "data" / "model" / "tokenizer.json") as path:
        made = Tokenizer.from_file(str(path))
    made.no_padding()
    return made


def at(part: str) -> Span:
    start = TEXT.index(part)
    return Span(start=start, end=start + len(part))


def words(lesson: Lesson, pieces: list[int]) -> str:
    return "".join(TEXT[a:b] for a, b in lesson.window.offsets[pieces].tolist())


def one(tokenizer: Tokenizer, **labels: object) -> Lesson:
    (lesson,) = lessons(Text(TEXT, **labels), tokenizer)  # type: ignore[arg-type]
    return lesson


def test_speaker_cue_and_content_fall_on_their_pieces(tokenizer: Tokenizer) -> None:
    said = Said((at("Arland's navy"),), (at("said"),), (at("its boats had sunk two ships near Mar"),))
    lesson = one(tokenizer, said=(said,))
    for number, part in ((1, "Arland'snavy"), (3, "said"), (5, "itsboatshadsunktwoshipsnearMar")):
        marked = [k for k, tag in enumerate(lesson.tags.tolist()) if tag in (number, number + 1)]
        assert words(lesson, marked) == part
        assert lesson.tags[marked[0]] == number


def test_a_loose_attribution_teaches_nothing(tokenizer: Tokenizer) -> None:
    said = Said((at("Arland's navy"),), (at("said"),), (at("its boats had sunk two ships"),), loose=True)
    lesson = one(tokenizer, said=(said,))
    assert lesson.anchors == []
    assert {int(t) for t in lesson.tags if t} == {SKIP}


def test_a_proposition_has_its_kind_and_roles(tokenizer: Tokenizer) -> None:
    part = at("its boats had sunk two ships near Mar")
    told = Told(part, kinds=("equipment_loss",), stance="asserted", roles=(("agent", at("its boats")),), asked=True)
    lesson = one(tokenizer, told=(told,))
    pieces, kinds, _, _, _, roles = lesson.told[0]
    assert [KINDS[k] for k in kinds] == ["equipment_loss"]
    assert words(lesson, pieces.tolist()) == "itsboatshadsunktwoshipsnearMar"
    agents = [k for k, role in enumerate(roles.tolist()) if role == ROLES.index("agent")]
    assert words(lesson, agents) == "itsboats"
    assert lesson.cuts[pieces[0]] == 1


def test_a_number_points_at_what_it_counts(tokenizer: Tokenizer) -> None:
    number = Number(at("two"), "destroyed", thing=at("ships"))
    piece, measure, population, _, total, things = one(tokenizer, numbers=(number,)).numbers[0]
    lesson = one(tokenizer, numbers=(number,))
    assert words(lesson, [piece]) == "two"
    assert MEASURES[measure] == "destroyed"
    assert (population, total) == (SKIP, SKIP)
    assert words(lesson, [k for k, t in enumerate(things.tolist()) if t == 1]) == "ships"


def test_two_texts_are_taught_as_one_with_their_labels(tokenizer: Tokenizer) -> None:
    said = Said((at("Arland's navy"),), (at("said"),), (at("two ships"),))
    told = Told(at("two ships"), cue=at("said"), roles=(("agent", at("its boats")),))
    text = Text(TEXT, (said,), (told,), (Number(at("two"), "destroyed", thing=at("ships")),))
    both = joined(text, text)
    by = len(both.text) - len(TEXT)
    assert both.text[by:] == TEXT
    pairs = zip((both.said, both.told, both.numbers), (text.said, text.told, text.numbers), strict=True)
    for (first, second), (labels,) in pairs:
        assert first == labels
        assert type(second) is type(labels)
    assert both.said[1].speaker[0].of(both.text) == "Arland's navy"
    assert both.said[1].speaker[0].start == by
    assert both.told[1].roles == (("agent", Span(start=by + at("its boats").start, end=by + at("its boats").end)),)
    (lesson,) = lessons(both, tokenizer)
    assert len(lesson.anchors) == len(lesson.told) == len(lesson.numbers) == 2
