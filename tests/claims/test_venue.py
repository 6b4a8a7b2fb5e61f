"""The venue leaves the cue; days and manners go."""

import pytest

from onrecord.claims.venue import settle
from onrecord.records import Attribution, Span


def at(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start=start, end=start + len(part))


def settled(text: str, speaker: str, cue: str, content: str) -> tuple[str | None, str | None]:
    before = Attribution(speaker=at(text, speaker), cue=at(text, cue), content=(at(text, content),))
    after = settle(text, before, Span(start=0, end=len(text)))
    return after.cue.of(text) if after.cue else None, after.venue.of(text) if after.venue else None


@pytest.mark.parametrize(
    ("text", "cue", "venue"),
    [
        ("Lind [said] on the Telegram messaging app that rain fell", "said", "on the Telegram messaging app"),
        ("Lind [said late on Friday in her nightly address] that rain fell", "said", "in her nightly address"),
        ("Lind [said on 14 December] that rain fell", "said", None),
        ("Lind [wrote on her Telegram channel at 09:30] that rain fell", "wrote", "on her Telegram channel"),
        ("Lind [said] in a post on X that rain fell", "said", "in a post on X"),
        (
            "Lind [said in an interview with the Marland Times] that rain fell",
            "said",
            "in an interview with the Marland Times",
        ),
        ("Lind [told] Reuters on Monday that rain fell", "told", "Reuters"),
        ("Lind [told] a briefing in Torvene that rain fell", "told", "a briefing in Torvene"),
        ("Lind [told] us that rain fell", "told", "us"),
        ("Lind [told] Radio Halvik that rain fell", "told", "Radio Halvik"),
        ("Lind [told] reporters at the scene that rain fell", "told", "reporters at the scene"),
        ("Lind [told] local reporters that rain fell", "told", "local reporters"),
        ("Lind [told] the Chamber's rights committee that rain fell", "told", "the Chamber's rights committee"),
        ("Lind [told] the Chamber of Deputies that rain fell", "told", "the Chamber of Deputies"),
        ("Lind [told] Marland ambassadors on Monday that rain fell", "told", "Marland ambassadors"),
        ("Lind [told] them that rain fell", "told", "them"),
        ("Lind [told] a magistrate that rain fell", "told", "a magistrate"),
        ("Lind [assured] both sides that rain fell", "assured", "both sides"),
        ("Lind [warned] the country against floods that rain fell", "warned", None),
        ("Lind [said] on air that rain fell", "said", "on air"),
        ("Lind [said] in writing that rain fell", "said", "in writing"),
        ("Lind [said] in a phone-in that rain fell", "said", "in a phone-in"),
        ("Lind [said by phone] that rain fell", "said", "by phone"),
        ("In its daily bulletin, Lind [said] that rain fell", "said", "In its daily bulletin"),
        ("Lind [said on condition of anonymity] that rain fell", "said", None),
        ("Lind [has repeatedly said] that rain fell", "has repeatedly said", None),
        ("Lind [according to] that rain fell on Facebook", "according to", None),
        ("Lind [said in a letter sent to the staff] that rain fell.", "said", "in a letter sent to the staff"),
        ("Lind [told] the Varlish parliament that rain fell.", "told", "the Varlish parliament"),
        ("Lind [told] the Varlish public broadcaster that rain fell.", "told", "the Varlish public broadcaster"),
        ("Lind [told] the Reed news agency that rain fell.", "told", "the Reed news agency"),
        ("Lind [told] VNA Halvik's guards that rain fell.", "told", "VNA"),
        ("Lind [had earlier denied] that rain fell.", "had earlier denied", None),
        ("Lind [declined to comment on] that rain fell.", "declined to comment on", None),
        ("Lind [went on to call] that rain fell.", "went on to call", None),
        ("Lind [continues to report] that rain fell.", "continues to report", None),
    ],
)
def test_cue_and_venue(text: str, cue: str, venue: str | None) -> None:
    printed = text[text.index("[") + 1 : text.index("]")]
    assert settled(text.replace("[", "").replace("]", ""), "Lind", printed, "that rain fell") == (cue, venue)


def test_a_venue_after_the_speaker() -> None:
    text = "“Rain fell,” said Anna Lind in a video on Facebook."
    assert settled(text, "Anna Lind", "said", "Rain fell") == ("said", "in a video on Facebook")


def test_a_venue_after_the_content() -> None:
    assert settled("Rain fell, Lind said on Facebook.", "Lind", "said", "Rain fell") == ("said", "on Facebook")


def test_content_is_never_a_venue() -> None:
    assert settled("Lind said on television nobody spoke", "Lind", "said", "on television nobody spoke") == (
        "said",
        None,
    )


@pytest.mark.parametrize(
    ("seen", "venue"), [("to her followers", "to her followers"), ("to", None), ("lowers", "followers")]
)
def test_a_venue_that_only_the_encoder_sees(seen: str, venue: str | None) -> None:
    text = "Lind confided to her followers that rain fell"
    speaker, cue, content = at(text, "Lind"), at(text, "confided"), at(text, "rain fell")
    before = Attribution(speaker=speaker, cue=cue, content=(content,), venue=at(text, seen))
    after = settle(text, before, Span(start=0, end=len(text))).venue
    assert (after.of(text) if after else None) == venue


def test_a_venue_in_front_is_no_part_of_the_speaker() -> None:
    text = "At the UN Security Council, Varland's envoy, Anna Lind, repeated that rain fell."
    seen = at(text, "Security Council, Varland's envoy, Anna Lind")
    before = Attribution(speaker=seen, cue=at(text, "repeated"), content=(at(text, "rain fell"),))
    after = settle(text, before, Span(start=0, end=len(text)))
    assert after.venue and after.venue.of(text) == "At the UN Security Council"
    assert after.speaker and after.speaker.of(text) == "Varland's envoy, Anna Lind"
