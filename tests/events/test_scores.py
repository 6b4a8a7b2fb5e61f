from collections.abc import Callable

from onrecord.events.card import Card
from onrecord.events.echo import Echoes
from onrecord.events.scores import SCORES, formal, weigh, wording
from onrecord.events.slots import REASONS, compare, total
from onrecord.events.tables import weights
from onrecord.events.veto import bar
from onrecord.records import Claim, Document

Said = tuple[Document, Claim]
Say = Callable[..., Said]
Cards = Callable[..., list[Card]]


def test_the_number_is_that_of_the_waterfall(waves: list[Said], say: Say, cards: Cards) -> None:
    copy = say(waves[1][0].text, "post", "interception", at="04T12:00", figures=(("shot_down", 58, "drone"),))
    found = cards(*waves, copy)
    echoes = Echoes(found)
    assert echoes.sources
    for a in found:
        for b in found:
            if a is not b:
                assert weigh(a, b, formal(a, b), echoes.holds(a.id, b.id)) == total(compare(a, b, echoes))


def test_every_score_has_a_weight_and_a_reason() -> None:
    assert list(SCORES) == list(REASONS)
    assert {*SCORES, "copied"} == set(weights().slots)


def score(name: str, cards: Cards, *said: Said) -> float | None:
    return SCORES[name](*cards(*said))


def test_the_name_of_a_place_is_compared_once(say: Say, cards: Cards) -> None:
    river = say("The river at Brin has fallen", kind="disaster", places=("Brin",))
    dead = say("Nine dead in Brin", "post", "casualty_toll", places=("Brin",))
    assert (score("words", cards, river, dead) or 0) < 0
    letter = say("An envoy asks them to meet in Brin", "post", "diplomacy")
    host = say("Both will meet in Brin", kind="diplomacy", places=("Brin",))
    other = say("Both will meet in Torva", kind="diplomacy", places=("Torva",))
    assert wording(*cards(letter, host)) > wording(*cards(letter, other)), "who names no place has it among the words"


def test_two_reports_of_one_town_are_compared_by_what_stands_around(say: Say, cards: Cards) -> None:
    shelled = "Shells hit the market hall of Brin. Six died."
    below = "Forty people stood under the market hall of Brin. Seven stalls burned."
    dead = say("Six died.", kind="casualty_toll", places=("Brin",), within=shelled)
    stalls = say("Seven stalls burned.", "post", "strike_impact", places=("Brin",), within=below)
    assert (score("setting", cards, dead, stalls) or 0) > 0
    away = say("Seven stalls burned.", "post", "strike_impact", places=("Torva",), within=below)
    assert score("setting", cards, dead, away) is None, "another town"
    talk = say("Seven stalls burned.", "post", "information", places=("Brin",), within=below)
    assert score("setting", cards, dead, talk) is None, "talk must carry itself"
    again = say("Seven stalls burned.", kind="strike_impact", places=("Brin",), within=below)
    assert score("setting", cards, dead, again) is None, "two bulletins of one office are of one form"


def test_a_claim_without_a_place_is_known_by_what_stands_around_it(say: Say, cards: Cards) -> None:
    first = "A patrol boat went down in a storm off the lighthouse. Its crew of nine is lost."
    second = "Nothing is heard of the patrol boat since the storm off the lighthouse. The boat sank, a captain says."
    boat = say("A patrol boat went down", kind="disaster", within=first)
    sank = say("The boat sank", "post", "disaster", within=second)
    assert (score("setting", cards, boat, sank) or 0) > 0
    crew = say("Its crew of nine is lost", kind="casualty_toll", within=first)
    assert score("setting", cards, crew, sank) is None, "the claims themselves must say something in common"


def test_a_large_figure_told_twice_tells_more_than_a_small_one(say: Say, cards: Cards) -> None:
    many, few, none = (
        score(
            "figures",
            cards,
            *(say(f"{n} died.", s, "casualty_toll", figures=(("killed", n),)) for s in ("wire", "post")),
        )
        for n in (88, 2, 0)
    )
    assert many == 1.0 and few is not None and 0 < few < 1 and none == 0, "nobody was hurt in many a fire"


def test_nobody_and_somebody_are_far_apart(say: Say, cards: Cards) -> None:
    none, some = (
        say(f"{n} hurt.", s, "casualty_toll", figures=(("wounded", n),)) for n, s in ((0, "wire"), (19, "post"))
    )
    assert score("figures", cards, none, some) == -1.0


def test_a_denial_may_be_classed_as_any_kind(say: Say, cards: Cards) -> None:
    taken = say("Troops took Brin.", kind="territory_change", places=("Brin",))
    denied = say("The loss of Brin", "post", "sanction", stance="denied", speaker="Averia's General Staff")
    told = say("The loss of Brin", "post", "sanction", speaker="Averia's General Staff")
    assert score("kind", cards, taken, denied) is None and score("kind", cards, taken, told) == -1.0


def test_a_curt_denial_answers_what_it_stands_by(say: Say, cards: Cards) -> None:
    text = "Its troops hold Brin, Borland says. Averia denies the loss."
    held = say("Its troops hold Brin", kind="territory_change", speaker="Borland's army", party="Borland", within=text)
    curt = say("the loss", kind="casualty_toll", speaker="Averia's General Staff", stance="denied", within=text)
    assert score("answer", cards, held, curt) == 1.0 and score("words", cards, held, curt) is None


def test_talks_have_no_attacker(say: Say, cards: Cards) -> None:
    ours, theirs = (say("They met.", s, "diplomacy", agent=a) for a, s in (("Averia", "wire"), ("Borland", "post")))
    assert score("sides", cards, ours, theirs) is None
    fine = say("It fined them.", "post", "sanction", agent="Borland")
    assert score("sides", cards, ours, fine) == -1.0


def test_what_no_words_date_may_be_told_again_for_days(say: Say, cards: Cards) -> None:
    struck = say("A rocket killed 12 at Brin.", kind="casualty_toll", places=("Brin",), moment="day 4")
    again = say("It killed 12 at Brin.", "post", "casualty_toll", places=("Brin",), at="08T09:00")
    assert score("moment", cards, struck, again) == -1.0
    one, other = cards(struck, again)
    assert bar(one, other) is None and other.since < other.start
    old = say("It killed 12 at Brin.", "post", "casualty_toll", places=("Brin",), at="20T09:00")
    assert bar(*cards(struck, old)) is not None


def test_what_is_planned_for_one_day_is_one_appointment(say: Say, cards: Cards) -> None:
    back = say("The delegations will be back in the port on that day.", kind="diplomacy", moment="day 9")
    sits = say("Talks open at ten.", "post", "diplomacy", moment="day 9")
    later = say("Envoys are to meet a week later.", "herald", "diplomacy", moment="day 16")
    assert (score("due", cards, back, sits), score("due", cards, back, later)) == (1.0, None)
    assert score("due", cards, back, say("They met.", "post", "diplomacy", moment="day 4")) is None


def test_the_words_of_two_claims_are_no_setting_of_theirs_besides(say: Say, cards: Cards) -> None:
    """One of the missiles was Corvian; Corvian soldiers fell: nothing around the two ties them."""
    missile = say("One missile was Corvian.", kind="aerial_attack", within="One missile was Corvian. Lamps went out.")
    losses = say("Corvian losses grow.", "post", "casualty_toll", within="Corvian losses grow. Mud is deep.")
    assert not score("setting", cards, missile, losses)
