"""The whole program, killed while somebody types, loses nothing for which “Saved” was shown."""

from pathlib import Path

import pytest

from tests.torture.window_kills import missing_tools, run_window_kills

ROUNDS = 20


@pytest.mark.skipif(bool(missing_tools()), reason=f"needs {', '.join(missing_tools())}")
def test_twenty_kills_of_the_window(tmp_path: Path) -> None:
    """Twenty kills, a third of them in the midst of a save, lose no letter that was told saved."""
    figures = run_window_kills(ROUNDS, tmp_path)

    assert figures.rounds == ROUNDS
    assert figures.near >= ROUNDS / 3
    assert figures.told > 100
