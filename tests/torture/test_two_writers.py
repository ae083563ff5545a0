"""Two programs on one file never write over each other's work."""

from pathlib import Path

from tests.torture.two_writers import run_two_writers


def test_two_writers(tmp_path: Path) -> None:
    """For some seconds of writing and kills, all that either was told to be saved stays."""
    figures = run_two_writers(6, tmp_path)

    assert figures.saved > 10
    assert figures.kills > 2
