"""The vault gives back exactly the bytes that it was given, or says why not."""

from pathlib import Path

import pytest

from onrecord.errors import LedgerError
from onrecord.ledger import Vault
from onrecord.records import digest


@pytest.mark.parametrize("raw", [b"", b"\x00\xff" * 999, "Überschwemmung".encode()])
def test_bytes_come_back(tmp_path: Path, raw: bytes) -> None:
    vault = Vault(tmp_path / "raw")
    assert vault.keep(raw) == vault.keep(raw) == digest(raw)
    assert vault.get(digest(raw)) == raw
    assert sum(file.is_file() for file in tmp_path.rglob("*")) == 1


def test_damage_is_noticed(tmp_path: Path) -> None:
    vault = Vault(tmp_path)
    name = vault.keep(b"The dike broke.")
    next(tmp_path.rglob(name)).write_bytes(b"The dike held!!")
    with pytest.raises(LedgerError, match="damaged"):
        vault.get(name)


def test_half_file_is_written_again(tmp_path: Path) -> None:
    vault = Vault(tmp_path)
    name = vault.keep(b"The dike broke.")
    next(tmp_path.rglob(name)).write_bytes(b"The d")
    assert vault.get(vault.keep(b"The dike broke.")) == b"The dike broke."


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "0" * 63])
def test_only_digests_are_names(tmp_path: Path, name: str) -> None:
    with pytest.raises(LedgerError, match="hexadecimal"):
        Vault(tmp_path).get(name)


def test_missing_bytes_are_a_ledger_error(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="cannot be read"):
        Vault(tmp_path).get("0" * 64)


def test_failed_write_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(LedgerError, match="No space left"):
        Vault(tmp_path).keep(b"The dike broke.")
    assert not [file for file in tmp_path.rglob("*") if file.is_file()]


def test_unwritable_place_is_a_ledger_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LedgerError, match="cannot be kept"):
        Vault(tmp_path / "file").keep(b"The dike broke.")
