"""Cyrillic place names in Latin letters, by data/letters.toml: Ukrainian officially, Russian as newspapers print it."""

from typing import Any

from onrecord.claims.lexicon import table


def ukrainian(name: str) -> str:
    """KMU resolution 55 of 2010: "Згурівка" is Zghurivka, "Веселий Гай" is Veselyi Hai."""
    return _name(name, table("letters")["uk"])


def russian(name: str) -> str:
    """As newspapers print Russian names: "Веселое" is Veseloye, "Старый Оскол" is Stary Oskol."""
    return _name(name, table("letters")["ru"])


def _name(name: str, letters: dict[str, Any]) -> str:
    return " ".join("-".join(_word(part, letters) for part in word.split("-")) for word in name.split())


def _word(word: str, told: dict[str, Any]) -> str:
    low = word.lower()
    ending = next((e for e in told["endings"] if low.endswith(e)), "")
    stem = low.removesuffix(ending)
    out: str = ""
    at = 0
    while at < len(stem):
        size = 2 if stem[at : at + 2] in told["pairs"] else 1
        out += told["pairs"][stem[at : at + 2]] if size == 2 else _letter(stem, at, told)
        at += size
    out += told["endings"].get(ending, "")
    return f"{out[:1].upper()}{out[1:]}"


def _letter(word: str, at: int, told: dict[str, Any]) -> str:
    """One letter, as it is written where it stands."""
    letter = word[at]
    if at == 0 and letter in told["initial"]:
        return str(told["initial"][letter])
    if at and word[at - 1] in told["soft"] and letter in told["softened"]:
        return str(told["softened"][letter])
    return str(told["letters"].get(letter, letter))
