from onrecord.claims.gazetteer import Entry
from onrecord.claims.senses import Scored, Sense
from onrecord.claims.votes import Votes, cast, support, tally
from onrecord.records import Extent


def entry(id_: int, country: str, division: int, lat: float, lon: float) -> Entry:
    return Entry(id_, "x", Extent.SETTLEMENT, country, None, division, lat, lon, 100, False)


def sense(*entries: Entry) -> Sense:
    made = Sense(candidates=list(entries), head=None)
    made.scored = [Scored(e, 0.5) for e in entries]
    made.shares = [1 / len(entries)] * len(entries)
    return made


KAZAKH, OTHER, TOWN = entry(1, "KZ", 1, 48, 73), entry(2, "KZ", 1, 50, 75), entry(3, "KZ", 2, 43, 51)


def test_names_near_an_entry_speak_for_it() -> None:
    votes = cast([sense(KAZAKH), sense(OTHER)])
    assert support(TOWN, votes, Votes()) < support(KAZAKH, votes, Votes())


def test_namesakes_do_not_speak_for_one_another() -> None:
    name = sense(TOWN, KAZAKH, OTHER)
    votes = cast([name])
    assert {support(e, votes, votes) for e in name.candidates} == {0.0}


def test_demonyms_vote_for_their_country_up_to_a_bound() -> None:
    few, many = (tally([], {"KZ": n}, []) for n in (1, 50))
    assert 0 < few.lands["KZ"] < many.lands["KZ"] <= 2
