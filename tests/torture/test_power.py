"""A power cut between any two calls to the system takes nothing that was told to be saved."""

import sys
from pathlib import Path

import pytest

from tests.torture.power import run_power_cuts
from tests.torture.tracing import can_trace


@pytest.mark.skipif(sys.platform != "linux", reason="strace is a program for Linux")
def test_power_cuts(tmp_path: Path) -> None:
    """Each state that the disk may be in opens to what was saved, or to a later change."""
    assert can_trace(), "strace is not here, or not allowed to work: nothing was tried"

    figures = run_power_cuts(changes=14, torn=3, folder=tmp_path)

    assert figures.calls > 200
    assert figures.states > 1000
    assert figures.hot > 100
