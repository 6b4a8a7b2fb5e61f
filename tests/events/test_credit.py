from collections.abc import Callable

import pytest
from msgspec.structs import replace

from onrecord.events.card import Card
from onrecord.events.credit import Credits
from onrecord.records import Claim, Document, OriginGroup, SourceKind, Story

Said = tuple[Document, Claim]


@pytest.mark.parametrize(
    ("text", "whole", "kind", "name", "rule"),
    [
        ("A dam broke.", "BRIN, May 4 (Wire A) - A dam broke.", "source", "wire", "credit"),
        ("A dam broke.", "(Reuters) — A dam broke.", "source", "Reuters", "credit"),
        ("A dam broke.", "A dam broke.\n\nReporting by Wire A", "source", "wire", "credit"),
        ("A dam broke, via TASS.", None, "source", "TASS", "credit"),
        (
            "A dam broke, citing the Borlandic defence ministry.",
            None,
            "speaker",
            "Borland's defence ministry",
            "credit",
        ),
        ("A dam broke, The Herald reported.", None, "source", "herald", "credit"),
    ],
)
def test_credits_are_found(
    say: Callable[..., Said],
    cards: Callable[..., list[Card]],
    story: Story,
    text: str,
    whole: str,
    kind: str,
    name: str,
    rule: str,
) -> None:
    (card,) = cards(say(text, "post", within=whole))
    found = Credits(story).credit(card)
    assert found and (found.kind, found.name, found.rule) == (kind, name, rule)


def test_a_source_does_not_credit_itself_nor_a_mere_mention(
    say: Callable[..., Said], cards: Callable[..., list[Card]], story: Story
) -> None:
    own, mention = cards(say("BRIN (Wire A) - A dam broke.", "wire"), say("The Herald has a new editor.", "post"))
    assert Credits(story).credit(own) is None and Credits(story).credit(mention) is None


def test_a_chain_names_the_one_between(
    say: Callable[..., Said], cards: Callable[..., list[Card]], story: Story
) -> None:
    (card,) = cards(say("A dam broke, officials told Wire A.", "post", chain="told Wire A"))
    found = Credits(story).credit(card)
    assert found and (found.name, found.rule, found.text) == ("wire", "chain", "told Wire A")


def test_a_long_text_is_searched_at_its_ends_alone(
    say: Callable[..., Said], cards: Callable[..., list[Card]], story: Story
) -> None:
    (card,) = cards(say("A dam broke.", "post", within="A dam broke. " + "x " * 500 + "(Wire A) - no." + " x" * 500))
    assert Credits(story).credit(card) is None


def test_an_outlet_in_its_own_voice_passes_on_and_a_monitor_does_not(story: Story) -> None:
    def group(name: str, *sources: str, host: str = "") -> OriginGroup:
        return OriginGroup(name=name, party=None, claims=(name,), sources=sources, host=host)

    told = [group("Wire A", "post"), group("Reuters", "post"), group("sheet", "sheet")]
    own = [group("Governor Ilm Taro", "post"), group("nurse", "wire", host="wire")]
    assert Credits(story).relaying([*told, *own]) == {g.id for g in told}
    wire = replace(next(s for s in story.sources if s.name == "Wire A"), kind=SourceKind.NGO)
    assert not Credits(replace(story, sources=(wire,))).relaying([group("Wire A", "post")])
