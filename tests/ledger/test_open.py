"""Opening a ledger: what a user may name, and what is said where it cannot be."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from onrecord.errors import LedgerError
from onrecord.ledger import MemoryLedger, open_ledger
from onrecord.records import Document

NOON = datetime(2024, 12, 14, 12, tzinfo=UTC)
DOCUMENT = Document(source="gazette", address="a", title="Flood", text="The dike broke.", published=NOON)
NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger with one document, closed."""
    ledger = open_ledger(tmp_path / "ledger.sqlite")
    ledger.add(DOCUMENT, NOON)
    ledger.close()
    return tmp_path / "ledger.sqlite"


def refused(where: str | Path, readonly: bool = False) -> str:
    with pytest.raises(LedgerError) as caught:
        open_ledger(where, readonly=readonly)
    return str(caught.value)


def test_path_url_and_memory(path: Path) -> None:
    for where in (path, str(path), f"sqlite:///{path}"):
        assert open_ledger(where).document(DOCUMENT.id) == DOCUMENT
    assert isinstance(open_ledger(":memory:"), MemoryLedger)
    assert open_ledger("sqlite://").add(DOCUMENT, NOON) == DOCUMENT


def test_odd_file_names(tmp_path: Path) -> None:
    path = tmp_path / "año 100% #1?mode=ro.sqlite"
    open_ledger(path).add(DOCUMENT, NOON)
    assert path.exists()
    assert open_ledger(path).document(DOCUMENT.id) == DOCUMENT


def test_readonly_reads_but_does_not_write(path: Path) -> None:
    before = path.read_bytes()
    ledger = open_ledger(path, readonly=True)
    assert ledger.as_of(NOON).documents == ledger.search("dike") == (DOCUMENT,)
    with pytest.raises(LedgerError, match="reading only"):
        ledger.add(DOCUMENT, NOON)
    ledger.close()
    assert path.read_bytes() == before


def test_readonly_sees_what_a_writer_adds(path: Path) -> None:
    writer = open_ledger(path)
    reader = open_ledger(path, readonly=True)
    other = Document(source="gazette", address="b", title="Flood", text="The dike held.", published=NOON)
    writer.add(other, NOON)
    assert reader.document(other.id) == other


@contextmanager
def as_nobody() -> Iterator[None]:
    """Root may write everywhere, whatever the permissions say: be somebody else for a while."""
    if os.getuid() != 0:
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.mark.skipif(not hasattr(os, "setresuid"), reason="permissions are tested where users can be changed")
@pytest.mark.parametrize("left", [False, True], ids=["closed", "left-open"])
def test_protected_file_and_folder_can_be_read(left: bool) -> None:
    other = Document(source="gazette", address="b", title="Flood", text="The dike held.", published=NOON)
    with TemporaryDirectory() as folder:
        path = Path(folder, "ledger.sqlite")
        writer = open_ledger(path)
        writer.add_all([(DOCUMENT, NOON), (other, NOON)])
        if not left:  # what a writer adds lies in a log beside the file until it closes
            writer.close()
        for file in Path(folder).iterdir():
            file.chmod(0o444)
        Path(folder).chmod(0o555)
        with as_nobody():
            ledger = open_ledger(path)
            assert len(ledger.search("dike")) == 2
            with pytest.raises(LedgerError, match="reading only"):
                ledger.add(DOCUMENT, NOON)
            ledger.close()
        Path(folder).chmod(0o755)
        writer.close()


def test_missing_ledger_is_not_made_for_reading(tmp_path: Path) -> None:
    assert "no ledger at" in refused(tmp_path / "none.sqlite", readonly=True)
    assert not list(tmp_path.iterdir())


def test_places_where_no_ledger_can_be(tmp_path: Path) -> None:
    assert "is a folder" in refused(tmp_path)
    assert "no folder" in refused(tmp_path / "none" / "ledger.sqlite")
    assert "not in mysql" in refused("mysql://me@host/name")
    assert "not a database URL" in refused("://")
    assert "secret" not in refused("postgresql://me:secret@127.0.0.1:1/none")


def test_text_file_is_not_a_ledger(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("The dike broke. " * 100)
    assert "is not a ledger" in refused(tmp_path / "notes.txt")
    assert (tmp_path / "notes.txt").read_text().startswith("The dike")


def test_other_database_is_not_a_ledger(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.sqlite") as other:
        other.execute("CREATE TABLE bookmarks (id)")
    other.close()
    before = (tmp_path / "other.sqlite").read_bytes()
    assert "holds other tables" in refused(tmp_path / "other.sqlite")
    assert (tmp_path / "other.sqlite").read_bytes() == before


def test_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite").touch()
    assert open_ledger(tmp_path / "ledger.sqlite").add(DOCUMENT, NOON) == DOCUMENT


def test_damaged_ledger_says_so(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\x5a" * (len(whole) - 8192))
    with pytest.raises(LedgerError, match=r"damaged|not a ledger"):
        open_ledger(path).as_of(NOON)


def test_changed_text_is_noticed(path: Path) -> None:
    with sqlite3.connect(path) as forger:
        forger.execute("DROP TRIGGER documents_no_update")
        forger.execute("UPDATE documents SET text = 'The dike held.'")
    forger.close()
    with pytest.raises(LedgerError, match="damaged"):
        open_ledger(path).document(DOCUMENT.id)
