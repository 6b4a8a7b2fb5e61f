"""Facts of an event: "12..40 killed person pop=children" -> a typed figure, drawn and worked out by the seed."""

import ast
import operator
import random
from collections.abc import Callable, Mapping

import msgspec

from onrecord.records import Measure, Operator, Scope

OPERATORS: Mapping[type[ast.operator], Callable[[int, int], int]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.FloorDiv: operator.floordiv,
}
TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
ONES = (*f"no one two three four five six seven eight nine {TEENS}".split(),)
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


class Figure(msgspec.Struct, frozen=True):
    """A fact with its value. `word` is what is printed instead of the number ("dozens", "no", "both")."""

    value: int
    measure: Measure
    object: str = ""
    population: str = ""
    scope: Scope = Scope.WHOLE
    place: str = ""
    part: bool = False
    word: str = ""
    operator: Operator = Operator.EXACT


def draw(rows: Mapping[str, str], rng: random.Random) -> dict[str, Figure]:
    """The figures of one event in the order of its facts. Raises ValueError for a fact that cannot be read."""
    found: dict[str, Figure] = {}
    for name, row in rows.items():
        found[name] = _figure(row, {n: f.value for n, f in found.items()}, rng)
    return found


def _figure(row: str, known: Mapping[str, int], rng: random.Random) -> Figure:
    number, _, rest = row.partition(" -> ")
    words = rest.split()
    options = dict(w.split("=", 1) for w in words if "=" in w)
    plain = [w for w in words if "=" not in w and w != "part"]
    return Figure(
        value=_value(number, known, rng),
        measure=Measure(plain[0]),
        object=" ".join(plain[1:]),
        population=options.get("pop", ""),
        scope=Scope(options.get("scope", "whole")),
        place=options.get("place", "").replace("_", " "),
        part="part" in words,
        word=options.get("word", "").replace("_", " "),
        operator=Operator(options.get("op", "exact")),
    )


def _value(number: str, known: Mapping[str, int], rng: random.Random) -> int:
    low, dots, high = number.partition("..")
    if dots:
        return rng.randint(work(low, known), work(high, known))
    return work(number, known)


def work(text: str, known: Mapping[str, int]) -> int:
    """The value of an expression over known names: + - * // and floor(x, n), x rounded down to a multiple of n."""
    return _walk(ast.parse(text.strip(), mode="eval").body, known)


def _walk(node: ast.expr, known: Mapping[str, int]) -> int:
    match node:
        case ast.Constant(value=int(value)):
            return value
        case ast.Name(id=name):
            return known[name]
        case ast.BinOp(left=left, op=op, right=right):
            return OPERATORS[type(op)](_walk(left, known), _walk(right, known))
        case ast.Call(func=ast.Name(id="floor"), args=[x, n]):
            step = _walk(n, known)
            return _walk(x, known) // step * step
    raise ValueError(f"not an expression: {ast.unparse(node)}")


def spelled(value: int) -> str:
    """A number below a hundred in words: 42 is "forty-two", 0 is "no"."""
    if value < len(ONES):
        return ONES[value]
    ten, one = divmod(value, 10)
    return f"{TENS[ten]}-{ONES[one]}" if one else TENS[ten]


def printed(figure: Figure, manner: str) -> str:
    """A figure as print has it: words below ten; `n` always digits, `w` words, `W` words with a capital."""
    if figure.word:
        return figure.word.capitalize() if manner == "W" else figure.word
    if figure.value < (100 if manner in {"w", "W"} else 0 if manner else 10):
        text = spelled(figure.value)
        return text[:1].upper() + text[1:] if manner == "W" else text
    return f"{figure.value:,}"
