"""A peer is asked fairly, what is not installed says so, and the table finds its way into the pages."""

import re
import shutil
import sys
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from evals import paste, peers
from evals.beside.how_many import count, quantities
from evals.beside.score import NOT_INSTALLED, Group, Score, text
from evals.beside.unseen import unseen
from evals.beside.when import Ends, right
from evals.beside.who import attributions
from evals.moments import Case
from evals.peers.__main__ import answer

ROOT = Path(__file__).parents[2]
PAGES = ("README.md", paste.PAGE)
KYIV = ZoneInfo("Europe/Kyiv")
DAY = ("2024-12-13T00:00", "2024-12-14T00:00", "day", "weekday")
HOUR = ("2024-12-13T09:00", "2024-12-13T10:00", "hour", "clock")
WEEK = ("2024-12-02T00:00", "2024-12-09T00:00", "week", "relative")
OPEN = ("", "", "open", "shift")
GROUP = Group(
    "who said what",
    ("textacy",),
    (
        Score("own passages, linked F1", 1234, 75.04, (NOT_INSTALLED,)),
        Score("peak memory, MB", 0, 170, (650.4,), ",.0f"),
    ),
    ("LGL: skipped",),
)


@pytest.mark.parametrize(
    ("expected", "read", "judged"),
    [
        (DAY, [DAY[:2]], True),
        (DAY, [("2024-12-13T09:30", "2024-12-13T09:30")], True),
        (DAY, [("2024-12-20T00:00", "2024-12-21T00:00"), ("2024-12-13T00:00", "2024-12-13T23:59")], True),
        (DAY, [("2024-12-12T09:30", "2024-12-12T09:30")], False),
        (HOUR, [("2024-12-13T09:00", "2024-12-13T09:00")], True),
        (HOUR, [("2024-12-13T09:30", "2024-12-13T09:30")], False),
        (WEEK, [("2024-12-02T00:00", "2024-12-02T00:00")], False),
        (WEEK, [("2024-12-02T00:00", "")], False),
        (OPEN, [], True),
        (None, [DAY[:2]], False),
    ],
)
def test_an_instant_stands_for_its_day_and_nothing_for_none(
    expected: tuple[str, str, str, str] | None, read: list[Ends], judged: bool
) -> None:
    assert right(Case("", expected, datetime(2024, 12, 14), KYIV, date(2022, 2, 24)), read) is judged


def test_a_peer_that_is_not_installed_has_no_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    assert peers.ask("quotations.textacy", ["He said so."], Path(sys.executable)) is None
    monkeypatch.setattr(peers, "PYTHON", Path("nowhere"))
    assert peers.ask("quotations.textacy", ["He said so."]) is None


def test_a_peer_that_breaks_is_told() -> None:
    with pytest.raises(peers.Broken, match="no_such"):
        peers.ask("clock.no_such", [], Path(sys.executable))


def test_ours_is_measured_as_a_peer_is() -> None:
    case = {"story": str(ROOT / "examples/ukraine/story.toml"), "texts": ["The mayor of Odesa said two people died."]}
    spent = peers.ask("reader.onrecord", [case], Path(sys.executable))
    assert spent
    assert min(spent[0][what] for what in ("ready", "seconds", "peak")) > 0


def test_to_raise_is_to_have_read_nothing() -> None:
    assert answer(lambda case: case[0], []) is None
    assert not attributions(None)
    assert not quantities(None)


def test_only_ours_imports_onrecord_among_the_peers() -> None:
    importing = [
        p.stem
        for p in (ROOT / "evals/peers").glob("*.py")
        if re.search(r"^(from|import) onrecord", p.read_text(), re.M)
    ]
    assert importing == ["reader"]


def test_the_peers_are_pinned() -> None:
    lines = (ROOT / "evals/requirements.txt").read_text(encoding="utf-8").splitlines()
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", line) for line in lines if not line.startswith("#"))


def test_labels_read_as_they_stand_are_all_right() -> None:
    passage = next(p for p in unseen() if any(c.figures for c in p.claims))
    gold = {span: figure for claim in passage.claims for span, figure in claim.figures}
    told = [{"start": s.start, "end": s.end, "value": f.value, "object": f.object} for s, f in gold.items()]
    counts = count(passage, quantities(told))
    assert counts["found right"] == counts["found asked"] == counts["made"] == len(gold)
    assert counts["counted right"] == counts["counted asked"]
    assert not count(passage, [])["found right"]


def test_the_table_says_on_how_many_cases_it_stands() -> None:
    shown = [line.split() for line in text([GROUP]).splitlines()]
    assert shown[1][-4:] == ["1,234", "75.0", "not", "installed"]
    assert shown[2][-2:] == ["170", "650"]
    assert shown[3] == ["LGL:", "skipped"]


def test_a_run_is_pasted_between_its_marks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PAGES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    monkeypatch.setattr(paste, "measured", lambda: (GROUP,))
    for printed in ("first \\1 run", "second \\1 run"):
        paste.paste(printed, tmp_path)
    readme, page = ((tmp_path / name).read_text(encoding="utf-8") for name in PAGES)
    assert "| own passages, linked F1 | 1,234 | 75.0 | textacy not installed |" in readme
    assert "```text\nsecond \\1 run\n```" in page
    assert "first" not in page.partition("<!-- evals: pasted")[2].partition("<!-- evals: end -->")[0]
    assert (
        page.partition("<!-- evals: end -->")[2]
        == (ROOT / paste.PAGE).read_text(encoding="utf-8").partition("<!-- evals: end -->")[2]
    )


def test_a_page_without_marks_is_refused(tmp_path: Path) -> None:
    (tmp_path / paste.PAGE).parent.mkdir(parents=True)
    (tmp_path / paste.PAGE).write_text("no marks", encoding="utf-8")
    with pytest.raises(ValueError, match=r"measurements\.md has no lines"):
        paste.paste("", tmp_path)
