from typing import Any


def test_sections_stand_in_their_order(full: Any) -> None:
    names = [s.name for s in full.write().sections]
    order = ("established", "reported", "conflicts", "unknown", "changes", "corrections", "background")
    assert names == [n for n in order if n in names]


def test_each_event_stays_together(full: Any) -> None:
    made = full.write()
    for section in made.sections:
        events = [s.event for s in section.sentences]
        assert len(list(dict.fromkeys(events))) == sum(a != b for a, b in zip(events, [None, *events], strict=False))


def test_no_sentence_stands_twice(full: Any) -> None:
    texts = [s.text for section in full.write().sections for s in section.sentences]
    assert len(set(texts)) == len(texts)


def test_a_dispute_has_its_table_and_a_tally_its_chart(full: Any) -> None:
    made = {s.name: s for s in full.write().sections}
    assert len(made["conflicts"].tables) == len(made["background"].tables) == 1
    assert len(made["reported"].charts) == 1


def test_what_is_in_conflict_comes_before_what_else_an_event_tells(desk: Any, tell: Any) -> None:
    counted, disputed = tell["tally"](desk), tell["clash"](desk)
    desk.events.clear()
    both = (desk.claims[claim] for claim in (*counted.claims, *disputed.claims))
    desk.event("interception", *both, verdicts=disputed.verdicts)
    (section,) = (s for s in desk.write().sections if s.name == "conflicts")
    assert [s.text.startswith("Accounts of ") for s in section.sentences] == [True, False]
