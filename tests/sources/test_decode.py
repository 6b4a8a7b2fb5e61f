"""Encodings: exact characters where they can be told, a clear word where not."""

import pytest

from onrecord.sources.decode import Unreadable, decode

RUSSIAN = "Губернатор сообщил в субботу, что река поднялась на три метра и что в городе нет света. " * 3


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-8"])
def test_unicode_comes_back_exactly(encoding: str) -> None:
    text = "Fünf Boote\r\n\r\n\u00a0für 12\u2009000 Menschen \U0001f6a4\r\n"
    assert decode(text.encode(encoding)).text == text


def test_an_undeclared_legacy_encoding_is_guessed_and_says_so() -> None:
    found = decode(RUSSIAN.encode("cp1251"))
    assert (found.text, found.guessed) == (RUSSIAN, True)


def test_nearly_ascii_is_windows_1252() -> None:
    assert decode(b"The caf\xe9 by the river \x97 closed since Friday \x97 has water to the door.").text == (
        "The café by the river — closed since Friday — has water to the door."
    )


def test_the_declared_charset_counts() -> None:
    page = '<meta charset="windows-1251"><p>Река</p>'
    assert "Река" in decode(page.encode("cp1251"), meta=True).text
    assert decode("Река".encode("koi8-r"), declared="KOI8-R").text == "Река"


@pytest.mark.parametrize("declared", ["utf-8", "no-such-charset", "idna", "hex", "unicode_escape", "utf-16"])
def test_a_wrong_declaration_does_no_harm(declared: str) -> None:
    assert decode("Fünf Boote".encode(), declared=declared).text == "Fünf Boote"
    assert decode(f'<meta charset="{declared}">Fünf'.encode(), meta=True).text.endswith("Fünf")


def test_sound_utf8_counts_against_a_servers_default() -> None:
    assert decode("Fünf Boote – für 12 Menschen".encode(), declared="ISO-8859-1").text == "Fünf Boote – für 12 Menschen"


def test_a_few_damaged_bytes_stay_a_few() -> None:
    found = decode(RUSSIAN.encode()[:-2] + b"\xff")
    assert found.damaged and found.text.startswith(RUSSIAN[:-2]) and not found.guessed


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\nfoo", "PDF"),
        (b"PK\x03\x04abc", "ZIP"),
        (b"\x89PNG\r\n\x1a\n....", "PNG"),
        (b"abc\x00def", "binary"),
        (bytes(range(256)) * 9, "binary"),
        (b"\xff\xfea\x00b", "UTF-8"),
        ("a\x00b".encode("utf-16"), "binary"),
    ],
)
def test_what_is_no_text_says_what_it_is(data: bytes, name: str) -> None:
    with pytest.raises(Unreadable, match=name):
        decode(data)


LEGACY = {
    "cp1251": ["Губернатор сообщил в субботу, что на реке. ", "Кметът каза в събота, че реката се е покачила. "],
    "koi8_u": ["Повідомив губернатор, що річка піднялась на три метри. "],
    "cp1253": ["Ο δήμαρχος δήλωσε το Σάββατο ότι ο ποταμός. "],
    "cp1255": ["ראש העיר אמר בשבת כי הנהר עלה בשלושה מטרים. "],
    "cp1256": ["قال رئيس البلدية يوم السبت إن النهر ارتفع. "],
    "shift_jis": ["日本の首相は土曜日に述べた。"],
    "gb18030": ["总理星期六表示，河水上涨了三米。"],
    "euc_kr": ["시장은 토요일에 강이 상승했다고 말했다. "],
}


@pytest.mark.parametrize(("encoding", "line"), [(name, line) for name, lines in LEGACY.items() for line in lines])
@pytest.mark.parametrize("times", [2, 3000])
def test_legacy_encodings_are_told_by_the_language_they_give(encoding: str, line: str, times: int) -> None:
    assert decode((line * times + "\n").encode(encoding)).text == line * times + "\n"
