"""A killed writer loses nothing that it told to be saved."""

from pathlib import Path

from tests.torture.kills import run_kills


def test_twenty_kills(tmp_path: Path) -> None:
    """Twenty kills in the midst of saving lose no change that was told to be saved."""
    figures = run_kills(20, tmp_path)

    assert figures.rounds == 20
    assert figures.changes > 100
