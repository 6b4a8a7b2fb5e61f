def test_nobody_speaks_for_a_party_that_is_only_supposed() -> None:
    assert Speaker(name="a fireman", party="Norland", rule="supposed").side is None
    assert Speaker(name="Norland's army", party="Norland", rule="named").side == "Norland"
