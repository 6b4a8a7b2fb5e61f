import pytest

from onrecord.events.words import content, fold, listed, only, printed, stem, stems, within


@pytest.mark.parametrize(
    ("left", "right"), [("assaults", "assaulted"), ("drones", "drone"), ("parties", "party"), ("launches", "launched")]
)
def test_forms_of_one_word_meet(left: str, right: str) -> None:
    assert stem(left) == stem(right)


def test_names_fold_across_accents_and_apostrophes() -> None:
    assert fold("Mariánské L'viv’s") == fold("marianske lvivs")


def test_what_every_report_says_counts_little() -> None:
    bag = content("The forces said that Kestrian mercenaries attacked the Averian bridge", frozenset({"averian"}))
    assert set(bag.printed.values()) == {"forces", "Kestrian", "mercenaries", "attacked", "bridge"}
    asked = content("The bridge was shown; questions were asked")
    assert asked.weights[stem("asked")] == asked.weights[stem("questions")] < asked.weights[stem("bridge")]
    assert bag.weights[stem("kestrian")] > bag.weights[stem("mercenaries")] > bag.weights[stem("forces")]


def test_a_number_in_words_is_a_figure_and_no_word_in_common() -> None:
    left, right = content("Eleven miners, seventy-eight in all, died"), content("Eleven are dead, seventy-eight left")
    assert left.shared(right) == []
    assert set(content("twenty-odd self-made rafts").printed.values()) == {"twenty-odd", "self-made", "rafts"}


def test_the_same_words_are_the_same_and_others_are_not() -> None:
    left, right = content("A dam broke above the mill"), content("Above the mill a dam broke")
    assert left.cosine(right) == pytest.approx(1.0)
    assert left.cosine(content("Parliament sat")) == 0.0
    assert left.shared(right) == ["broke", "dam", "mill"]


def test_a_list_reads_as_a_sentence_does() -> None:
    assert [listed([]), listed(["a"]), listed("ab"), listed("abc")] == ["", "a", "a and b", "a, b and c"]


def whole(text: str, leave: frozenset[str] = frozenset()) -> tuple[str, ...]:
    return stems([(text, 0, len(text))], leave)


def test_the_fewer_stems_are_measured_among_the_others() -> None:
    few, many = whole("mill burned"), whole("On Friday the mill by the river burned to the ground")
    assert within({*few}, {*many}) == within({*many}, {*few}) == 1.0 and within({*few}, set()) == 0.0
    assert whole("The mill of Brin", frozenset({"brin"})) == ("mill",)
    assert printed("Mills", "A mill burned; it burns.", few) == ["Mills", "burned"]


def test_a_part_of_a_text_has_the_words_that_stand_in_it() -> None:
    text = "A dam broke. The mill burned."
    assert stems([(text, text.index("The"), len(text))]) == whole("The mill burned.")
    assert stems([(text, 0, 5), (text, 13, len(text))]) == whole("A dam. The mill burned.")


def test_of_a_text_some_names_alone_may_be_taken() -> None:
    text, brin = "The mill at Brin burned in Brin", frozenset({"brin"})
    assert only(text, brin).weights == {stem("brin"): content(text).weights[stem("brin")]}
    assert only(text, brin, brin).size == only(text, frozenset()).size == 0.0
