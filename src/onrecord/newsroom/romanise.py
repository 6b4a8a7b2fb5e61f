"""Cyrillic place names in Latin letters: Ukrainian by its official table of 2010, Russian as newspapers print it."""

UKRAINIAN = dict(
    zip(
        "абвгґдежзийклмнопрстуфхцчшщьюяєії",
        [
            "a",
            "b",
            "v",
            "h",
            "g",
            "d",
            "e",
            "zh",
            "z",
            "y",
            "i",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            "",
            "iu",
            "ia",
            "ie",
            "i",
            "i",
        ],
        strict=True,
    )
)
INITIAL = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
RUSSIAN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "yo",
            "zh",
            "z",
            "i",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            "",
            "y",
            "",
            "e",
            "yu",
            "ya",
        ],
        strict=True,
    )
)
SOFT = "аеёиоуыэюяьъ"


def ukrainian(name: str) -> str:
    """KMU resolution 55 of 2010: "Згурівка" is Zghurivka, "Веселий Гай" is Veselyi Hai."""
    return " ".join("-".join(_capital(_ukrainian(p)) for p in w.split("-")) for w in name.split())


def _ukrainian(word: str) -> str:
    low = word.lower().replace("’", "").replace("'", "")
    if not low:
        return ""
    head, rest = INITIAL.get(low[0], UKRAINIAN.get(low[0], low[0])), low[1:].replace("зг", "\0")
    if low.startswith("зг"):
        head, rest = "zgh", low[2:]
    return head + "".join("zgh" if c == "\0" else UKRAINIAN.get(c, c) for c in rest)


def russian(name: str) -> str:
    """As newspapers print Russian names: "Веселое" is Veseloye, "Старый Оскол" is Stary Oskol."""
    return " ".join("-".join(_capital(_russian(p)) for p in w.split("-")) for w in name.split())


def _russian(word: str) -> str:
    low = word.lower()
    for ending, printed in (("ый", "y"), ("ий", "y")):
        if low.endswith(ending):
            return _russian(low[: -len(ending)]) + printed
    out = []
    for i, c in enumerate(low):
        iotated = c == "е" and (i == 0 or low[i - 1] in SOFT)
        out.append("ye" if iotated else RUSSIAN.get(c, c))
    return "".join(out)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
