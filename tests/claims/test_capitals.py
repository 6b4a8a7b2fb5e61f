from onrecord.claims.capitals import forenames, joined, runs, surnames


def names(text: str) -> list[str]:
    return [" ".join(w.text for w in run) for run in runs(text)]


def test_capitalised_words_that_stand_together_are_one_run() -> None:
    assert names("troops left New York for the Sea of Azov today") == ["New York", "Sea Azov"]


def test_a_possessive_ends_a_run_and_is_no_part_of_the_name() -> None:
    assert names("in Ukraine's Kharkiv region") == ["Ukraine", "Kharkiv"]


def test_a_possessive_inside_a_known_name_does_not_end_a_run() -> None:
    text = "near Cox's Bazar as Ukraine's Kharkiv"
    whole = joined(text, runs(text), {"coxs bazar"}.__contains__)
    assert [[w.key for w in run] for run in whole] == [["coxs", "bazar"], ["ukraine"], ["kharkiv"]]


def test_abbreviations_keep_their_stop_and_contractions_are_no_names() -> None:
    assert names("near Lexington, Neb. or some U.S. road") == ["Lexington", "Neb.", "U.S."]
    assert names("and I've seen it") == []


def test_compound_adjectives_leave_the_name() -> None:
    assert names("a Lagos-based doctor") == ["Lagos"]


def test_people_are_known_by_forename_initial_and_title() -> None:
    found = list(runs("Hunter Biden, Merinda K. Robinson and Mayor Halfacre met Kijuan McDonald."))
    people = surnames(found, lambda word: word.key == "kijuan")
    assert people >= {"biden", "robinson", "halfacre", "mcdonald"}


def test_a_county_after_a_title_is_no_surname() -> None:
    assert "county" not in surnames(list(runs("Sheriff County")), lambda word: False)


def test_places_that_are_forenames_too_stay_out_of_the_list() -> None:
    assert "volodymyr" in forenames() and not {"georgia", "sydney"} & forenames()
