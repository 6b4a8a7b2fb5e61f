import pytest

from onrecord.claims.mention import Mention
from onrecord.claims.toponyms import Finder
from onrecord.records import Extent


def found(find: Finder, text: str) -> dict[str, Mention]:
    return {text[m.start : m.end]: m for m in find(text) if not m.acts}


def test_the_longest_name_wins(find: Finder) -> None:
    assert list(found(find, "It fell into the Sea of Azov near New York City.")) == ["Sea of Azov", "New York City"]


def test_sites_of_the_story_come_first(find: Finder) -> None:
    mention = found(find, "Water stood in Old Quell.")["Old Quell"]
    assert mention.site is not None and mention.site.name == "Quell" and not mention.entries


def test_demonyms_are_hints_only(find: Finder) -> None:
    text = "The Ukrainian city of Kharkiv and a Polish truck"
    assert find.countries(text) == ["UA", "PL"]
    assert found(find, text)["Kharkiv"].land == "UA"
    assert list(found(find, text)) == ["Kharkiv"]


def test_an_unknown_name_needs_a_head(find: Finder) -> None:
    assert found(find, "They left the village of Ostrellow.")["Ostrellow"].head == Extent.SETTLEMENT
    assert found(find, "They left Ostrellow.") == {}


def test_a_span_that_is_known_to_be_a_place_is_taken_as_one(find: Finder) -> None:
    text = "American soldiers"
    assert find.mention(text, 0, 8).entries[0].country == "US"


def test_a_namesake_is_another_place(find: Finder) -> None:
    mention = found(find, "Shells hit Upper Quell and Quell.")
    assert list(mention) == ["Upper Quell", "Quell"]
    assert mention["Upper Quell"].site is None and mention["Quell"].site is not None


def test_where_something_is_said_to_be_is_a_place_that_nothing_knows(find: Finder) -> None:
    text = "The bridge at Ostrellow was shut. Two died in Upper Ostrellow on Friday. A barn burned on Tollgate Hill."
    assert list(found(find, text)) == ["Ostrellow", "Upper Ostrellow", "Tollgate Hill"]


@pytest.mark.parametrize(
    "text",
    [
        "Sources at Ostrellow said so.",
        "It fell in December-November.",
        "It fell in Ostrellow countries.",
        "They come on Thursdays.",
        "A shop burned on Tollgate Street.",
        "That Ostrellow was hit is false.",
    ],
)
def test_what_only_looks_like_a_place_is_none(find: Finder, text: str) -> None:
    assert found(find, text) == {}
