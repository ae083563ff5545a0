"""Damaged files are opened or refused with words, quickly and in little memory."""

from pathlib import Path

from tests.torture.damage import run_damages


def test_damaged_files(tmp_path: Path) -> None:
    """Each file opens or is refused; it stays as it was; many can be salvaged."""
    figures = run_damages(65, tmp_path)

    assert figures.refused > 30
    assert figures.opened > 10
    assert figures.salvaged > 10
