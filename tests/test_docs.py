"""The documentation keeps its word: links lead somewhere, what it shows runs, and it names all that there is.

A fenced `console` block is run: each line that begins with `$` in a shell, all blocks of a page in one folder, which
holds a copy of the examples. The lines below a command are expected in its output, in that order: `...` stands for any
lines, `…` for any characters. A command must succeed, unless `$ echo $?` after it shows another exit code. `python`
blocks are run too.
"""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
import typer

from onrecord import errors
from onrecord.cli import program
from onrecord.newsroom import clock, settings
from onrecord.records import (
    PUBLISHED,
    Beat,
    Body,
    Briefing,
    Claim,
    Entry,
    Finding,
    Kind,
    Party,
    Person,
    Place,
    Points,
    Quantity,
    Ruling,
    Sentence,
    Site,
    Source,
    Story,
    Style,
    Told,
    When,
    Where,
)

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(
    [*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *(ROOT / "examples").rglob("*.md"), *(ROOT / "evals").rglob("*.md")]
)
SHOWN = sorted([ROOT / "README.md", *(DOCS / "tutorial").rglob("*.md"), *(DOCS / "howto").rglob("*.md")])
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"!?\[[^\]\n]*\]\(([^)\s]+)\)")


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def read(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def words(text: str) -> set[str]:
    """Every word that the page sets as code."""
    return {word for code in CODE.findall(FENCE.sub("", text)) for word in re.findall(r"[A-Za-z_]\w*", code)}


def rows(text: str) -> list[list[str]]:
    """The cells of every table row of a page."""
    return [
        [cell.strip() for cell in line.strip("|").split(" | ")] for line in text.splitlines() if line.startswith("| ")
    ]


# ── Links ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def anchors(path: Path) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", FENCE.sub("", path.read_text(encoding="utf-8")), re.M)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_links_lead_somewhere(path: Path) -> None:
    broken = []
    for link in LINK.findall(FENCE.sub("", path.read_text(encoding="utf-8"))):
        if re.match(r"[a-z]+:", link):
            continue
        file, _, anchor = link.partition("#")
        target = path.parent / file if file else path
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)
    assert not broken


def test_every_page_can_be_reached() -> None:
    linked = {(p.parent / f).resolve() for p in PAGES for f in LINK.findall(p.read_text(encoding="utf-8"))}
    folders = {path for path in linked if path.is_dir()}
    lost = [named(p) for p in DOCS.rglob("*.md") if p.resolve() not in linked and p.parent.resolve() not in folders]
    assert not lost


# ── What is shown runs ────────────────────────────────────────────────────────────────────────────────────────────


@dataclass
class Shown:
    """A command as a page shows it: what it prints, and with which code it ends."""

    command: str
    output: list[str] = field(default_factory=list)
    code: int = 0


def commands(block: str) -> list[Shown]:
    found: list[Shown] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append(Shown(re.sub(r"^uv run ", "", line[2:])))
        else:
            found[-1].output.append(line)
    for before, after in pairwise(found):
        if after.command == "echo $?":
            before.code = int(after.output[0])
    return [shown for shown in found if shown.command != "echo $?"]


def expected(lines: list[str]) -> re.Pattern[str]:
    """The pattern of the shown lines; how wide white space is does not count."""
    return re.compile("".join(r"(?:.*\n)*?" if line == "..." else likeness(line) for line in lines))


def likeness(line: str) -> str:
    words = (re.escape(word).replace("…", ".*") for word in line.split())
    return r"[ \t]*" + r"[ \t]+".join(words) + r"[ \t]*\n"


def shell(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command as a user does; the folder that it leaves us in is the next one's."""
    where = folder / ".where"
    here = where.read_text(encoding="utf-8").strip() if where.exists() else str(folder)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PATH": path, "COLUMNS": "160"}
    script = f'{command}\ncode=$?; pwd > "{where}"; exit $code'
    return subprocess.run(
        ["bash", "-c", script],
        cwd=here,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=300,
    )


@pytest.mark.slow
@pytest.mark.parametrize("path", SHOWN, ids=named)
def test_what_is_shown_runs(path: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples", ignore=shutil.ignore_patterns(".onrecord", "briefings"))
    for language, block in FENCE.findall(path.read_text(encoding="utf-8")):
        if language == "console":
            for shown in commands(block):
                done = shell(shown.command, tmp_path)
                assert done.returncode == shown.code, f"{shown.command}\n{done.stdout}"
                if shown.output:
                    assert expected(shown.output).match(done.stdout), f"{shown.command}\n{done.stdout}"
        elif language == "python":
            (tmp_path / "shown.py").write_text(block, encoding="utf-8")
            done = shell(f'"{sys.executable}" "{tmp_path / "shown.py"}"', tmp_path)
            assert done.returncode == 0 and done.stdout, done.stdout


@pytest.mark.parametrize("path", SHOWN, ids=named)
def test_shown_blocks_have_a_language(path: Path) -> None:
    languages = {language for language, _ in FENCE.findall(path.read_text(encoding="utf-8"))}
    assert languages <= {"console", "python", "toml", "json"}


def test_shown_toml_is_of_a_story() -> None:
    for path in PAGES:
        for language, block in FENCE.findall(path.read_text(encoding="utf-8")):
            if language == "toml":
                told = {"title": "", "first_day": "2026-01-01", "time_zone": "UTC", **tomllib.loads(block)}
                assert msgspec.convert(told, Story)


# ── It names all that there is ────────────────────────────────────────────────────────────────────────────────────


def test_commands_are_those_of_the_program() -> None:
    told = {row[0].strip("`").split()[0] for row in rows(read("reference/commands.md").partition("## Exit codes")[0])}
    assert told - {"command"} == set(typer.main.get_command(program()).commands)  # type: ignore[attr-defined]


def test_exit_codes_are_those_of_the_program() -> None:
    part = read("reference/commands.md").partition("## Exit codes")[2].partition("## Environment")[0]
    told = {int(row[0]) for row in rows(part) if row[0].isdigit()}
    kinds = [
        kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.OnrecordError)
    ]
    assert told == {0, 130, *(kind.code for kind in kinds)}


def test_environment_is_that_of_the_program() -> None:
    part = read("reference/commands.md").partition("## Environment")[2]
    assert {row[0].strip("`") for row in rows(part)} - {"variable"} == {settings.LEDGER, clock.NOW}


@pytest.mark.parametrize(
    "record", [Story, Party, Body, Person, Source, Site, Style, Beat, Kind], ids=lambda r: r.__name__
)
def test_story_keys_are_named(record: type[msgspec.Struct]) -> None:
    assert set(record.__struct_fields__) <= words(read("reference/story.md"))


@pytest.mark.parametrize(
    "record",
    [Claim, Quantity, Place, Briefing, Sentence, Entry, Told, Finding, Points, When, Where, Ruling],
    ids=lambda r: r.__name__,
)
def test_json_keys_are_named(record: type[msgspec.Struct]) -> None:
    known = words(read("reference/claims.md"))
    if record is Briefing:
        assert {"headline", "standfirst", "sections", "sentences"} <= known
    elif record is Sentence:
        assert set(record.__struct_fields__) - {"id"} <= known
    else:
        assert set(record.__struct_fields__) <= known


def test_schemas_that_are_named_exist() -> None:
    told = {name for path in PAGES for name in re.findall(r"onrecord schema (\w+)", path.read_text(encoding="utf-8"))}
    assert told <= {record.__name__ for record in PUBLISHED} and told


def test_kinds_are_those_of_the_tables() -> None:
    data = ROOT / "src" / "onrecord" / "data"
    kinds = tomllib.loads((data / "kinds.toml").read_text(encoding="utf-8"))["kinds"]
    families = tomllib.loads((data / "events" / "kinds.toml").read_text(encoding="utf-8"))["kinds"]
    told = {row[0].strip("`"): row for row in rows(read("explanation/kinds.md")) if row[0].startswith("`")}
    assert list(told) == list(kinds)
    for name, (acled, plover, conflict) in kinds.items():
        row = told[name]
        assert acled in row[2] and plover in row[3], name
        assert row[4:] == [families[name]["family"], "yes" if conflict else "no"], name


def test_libraries_are_all_accounted_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *(d for more in project["optional-dependencies"].values() for d in more)]
    told = ", ".join(row[0].casefold() for row in rows(read("decisions/dependencies.md")))
    assert [d for d in wanted if re.split(r"[\[><=]", d)[0].casefold() not in told] == []


@pytest.mark.parametrize("path", sorted((DOCS / "decisions").glob("*.md")), ids=named)
def test_decisions_have_their_parts(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    heads = re.findall(r"^\*\*(\w+)\.\*\*", text, re.M)
    assert heads == ["Context", "Decision", "Consequence"] or path.stem == "dependencies"
    assert len(text.splitlines()) <= 40
