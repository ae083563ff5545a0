"""A real disk that is full, pulled out, failing or gone takes no word with it."""

from pathlib import Path

import pytest

from tests.torture.sticks import SENTENCES, can_mount, run_stick_faults
from tests.torture.window_kills import missing_tools


@pytest.mark.skipif(bool(missing_tools()), reason=f"needs {', '.join(missing_tools())}")
def test_every_fault_of_a_disk(tmp_path: Path) -> None:
    """The window says what is wrong, goes on, and puts all of it back."""
    if not can_mount(tmp_path):
        pytest.skip("this machine lets us mount nothing")

    figures = run_stick_faults(1, tmp_path)

    assert figures.faults == len(SENTENCES)
    assert figures.typed > 200
