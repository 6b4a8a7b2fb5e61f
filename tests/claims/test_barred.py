"""Numbers that count nothing."""

import pytest

from onrecord.claims.barred import barred
from onrecord.claims.digits import core_at
from onrecord.claims.tokens import tokens


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("the F-16", 3, True),
        ("14 December", 0, True),
        ("14 drones", 0, False),
        ("they are in hospital. Nine houses burned", 5, False),
        ("box no. 9 was open", 3, True),
        ("HALVIK, Feb 7 - Four engineers were hurt", 5, False),
        ("on Feb 7 - 8 it", 4, False),
        ("on Feb 7-8 it", 4, True),
        ("on Feb 7, 12 drones fell", 4, False),
        ("on Feb 7, 12 and 14 it", 4, True),
        ("the wounded number 154, he said", 3, False),
        ("the bus number 154 burned", 3, True),
        ("in Vesk district 14 houses burned", 3, False),
        ("in district 14 it was quiet", 2, True),
        ("two roads, of which one is dry", 5, False),
        ("he did not know which one is dry", 5, True),
        ("the enemy attacked our lines 41 times", 5, False),
        ("he phoned them 41 times", 3, True),
        ("between eight in the evening and nine", 1, True),
        ("they shot down eight in the evening", 3, False),
        ("the line was cut at two points", 5, False),
        ("they lost by two points", 3, True),
        ("eighty-odd drones", 0, False),
        ("5 may come", 0, False),
        ("nine years", 0, True),
        ("12 sq km", 0, False),
        ("over the past day 18 people", 4, False),
        ("on day 18 they", 2, True),
        ("It began in May. Eleven people starved", 5, False),
        ("on Dec. 12 they", 3, True),
        ("bombs since six.", 2, True),
        ("since six drones fell", 1, False),
        ("operating on a porter, 61, who had been unloading a lorry", 5, True),
        ("killed in a strike, four, by the count of the ward", 5, False),
        ("shelling killed a woman, 72.", 5, True),
        ("a passing cyclist, 29, lost an eye", 4, True),
        ("it killed an electrician of 34, who", 5, True),
        ("it killed the crew of 34, who", 5, False),
        ("it killed a man, 54 and a boy", 5, True),
        ("said that one was killed", 2, False),
        ("counts what the other one lost", 4, True),
        ("the other one drone fell", 2, False),
        ("in the hall, 61, by the count of the ward", 4, False),
        ("bodies lay there at half past nine when we came", 6, True),
        ("cut the number by half to nine people", 6, False),
        ("fell by a quarter to 12 wounded people", 5, False),
        ("it began at a quarter to three when", 6, True),
        ("died of the attack on the 204.", 6, True),
        ("of the 132, nine fell on the 14 farms", 8, False),
        ("of the 132, nine fell", 2, False),
        ("looked for more and found none.", 5, True),
        ("of nine, none was killed", 3, False),
        ("a judge will rule on the nine.", 6, False),
        ("the toll reaches 238: police", 3, False),
        ("it fell at 07:00", 3, True),
        ("a magnitude of 6.8", 3, True),
        ("a 5.1 magnitude tremor", 1, True),
        ("hit both houses and barns", 1, True),
        ("hit both missiles and 12 drones", 1, False),
        ("killed both drivers", 1, False),
        ("four men, aged 44, 23, and 61, fell", 9, True),
        ("of those aged 44, 23 were hurt and 61 died", 9, False),
    ],
)
def test_barred(text: str, at: int, expected: bool) -> None:
    source = tokens(text)
    core = core_at(source, at, len(source.all))
    assert core is not None
    assert barred(source, core) is expected
