"""The house stays one that a newcomer understands: names, sizes, tests beside code, nothing said of the workplace."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src" / "onrecord").rglob("*.py"))
MODULES = [path for path in SOURCES if path.name != "__init__.py"]
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "service", "services", "base", "tools"}
UNTESTED = {"__main__", "protocols", "errors"}
WORKPLACE = re.compile(r"(?<![\w.])/(work|tmp|root)/\w")


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_module_is_named_in_one_word_and_fits_a_head(path: Path) -> None:
    assert re.fullmatch(r"[a-z]+|__main__", path.stem), "one word"
    assert path.stem not in DRAWERS, "no drawers"
    assert path.read_text(encoding="utf-8").count("\n") <= 400


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_functions_fit_a_screen(path: Path) -> None:
    long = [f.name for f in functions(path) if (f.end_lineno or f.lineno) - f.lineno >= 60]
    assert not long


def test_most_functions_are_short() -> None:
    sizes = sorted((f.end_lineno or f.lineno) - f.lineno + 1 for path in SOURCES for f in functions(path))
    assert sizes[len(sizes) * 9 // 10] <= 30
    assert sizes[len(sizes) // 2] <= 15


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_module_has_its_tests(path: Path) -> None:
    if path.stem in UNTESTED:
        return
    inside = path.relative_to(ROOT / "src" / "onrecord").parent
    assert (ROOT / "tests" / inside / f"test_{path.stem}.py").exists() or inside == Path("records")


def test_nothing_about_a_story_is_in_code() -> None:
    names = re.compile(r"ukrain|russia|kyiv|moscow|zelensk|oryol|belgorod|telegram channel of", re.IGNORECASE)
    for path in SOURCES:
        code = ast.parse(path.read_text(encoding="utf-8"))
        docs = {
            ast.get_docstring(n, clean=False)
            for n in ast.walk(code)
            if isinstance(n, ast.Module | ast.ClassDef | ast.FunctionDef)
        }
        told = [
            n.value
            for n in ast.walk(code)
            if isinstance(n, ast.Constant) and isinstance(n.value, str) and n.value not in docs
        ]
        assert not [text for text in told if names.search(text)], named(path)


def test_no_clock_in_the_rooms() -> None:
    for path in SOURCES:
        if path.relative_to(ROOT / "src" / "onrecord").parts[0] in {"claims", "events", "briefing", "records"}:
            assert not re.search(
                r"\b(datetime\.now|date\.today|utcnow|monotonic|perf_counter|time\.time)\(",
                path.read_text(encoding="utf-8"),
            ), named(path)


def test_rooms_never_import_each_other() -> None:
    done = subprocess.run(["lint-imports"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_project_speaks_of_itself_alone() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split(
        "\n"
    )
    for name in listed:
        path = ROOT / name
        if path.suffix in {".py", ".md", ".toml", ".html", ".css", ".js"} and path != Path(__file__) and path.is_file():
            found = WORKPLACE.search(path.read_text(encoding="utf-8", errors="ignore"))
            assert not found, f"{name}: {found and found[0]}"
