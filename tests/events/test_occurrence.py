from collections.abc import Callable

import pytest

from onrecord.events.card import Card
from onrecord.events.echo import Echoes
from onrecord.events.occurrence import occurrence
from onrecord.events.origins import Origins
from onrecord.records import Claim, Document, Story, VerdictKind

Said = tuple[Document, Claim]
AIR, STAFF, MINISTRY = "Averia's air force", "Averia's General Staff", "Borland's defence ministry"


@pytest.mark.parametrize(
    ("stances", "kind", "words"),
    [
        ({AIR: "asserted", MINISTRY: "asserted"}, VerdictKind.AGREE, "both sides, Averia and Borland, assert it"),
        ({AIR: "asserted", STAFF: "asserted"}, VerdictKind.SINGLE, "a party does not confirm itself"),
        ({AIR: "asserted", "Una Holt": "hedged"}, VerdictKind.AGREE, "independently"),
        ({AIR: "asserted", MINISTRY: "denied"}, VerdictKind.CONFLICT, "denies it"),
        ({AIR: "asserted", MINISTRY: "neither-confirmed-nor-denied"}, VerdictKind.COMPATIBLE, "neither confirms nor"),
        ({MINISTRY: "denied"}, VerdictKind.SINGLE, "only the denial"),
        ({AIR: "asserted"}, VerdictKind.SINGLE, f"only {AIR} says so"),
        ({AIR: "called-for"}, None, ""),
    ],
)
def test_whether_it_happened(
    say: Callable[..., Said],
    cards: Callable[..., list[Card]],
    story: Story,
    stances: dict[str, str],
    kind: VerdictKind | None,
    words: str,
) -> None:
    told = sorted(
        cards(
            *(say(f"Word {n}.", "wire", "sabotage", speaker=s, stance=x) for n, (s, x) in enumerate(stances.items()))
        ),
        key=lambda c: c.order,
    )
    origins = Origins(story, Echoes(told))
    verdict = occurrence(told, origins.groups(told), origins.fighting, origins.independent)
    assert (verdict and verdict.kind) == kind
    assert verdict is None or words.lower() in verdict.reason.lower()


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ([(MINISTRY, "asserted"), (STAFF, "denied"), (AIR, "asserted")], VerdictKind.CONFLICT),
        ([(MINISTRY, "asserted"), (STAFF, "neither-confirmed-nor-denied"), (AIR, "asserted")], VerdictKind.AGREE),
        ([(MINISTRY, "asserted"), (AIR, "asserted"), (STAFF, "neither-confirmed-nor-denied")], VerdictKind.COMPATIBLE),
    ],
)
def test_a_side_is_weighed_by_its_last_word_and_its_denial_against_the_other_side(
    say: Callable[..., Said],
    cards: Callable[..., list[Card]],
    story: Story,
    told: list[tuple[str, str]],
    kind: VerdictKind,
) -> None:
    said = (
        say(f"Word {n}.", "wire", "sabotage", speaker=s, stance=x, at=f"04T{9 + n:02}:00")
        for n, (s, x) in enumerate(told)
    )
    every = sorted(cards(*said), key=lambda c: c.order)
    origins = Origins(story, Echoes(every))
    verdict = occurrence(every, origins.groups(every), origins.fighting, origins.independent)
    assert verdict and verdict.kind is kind
