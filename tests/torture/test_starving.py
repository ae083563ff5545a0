"""When the disk is full, gone, busy or write-protected, nothing is lost and nobody is pestered."""

from pathlib import Path

from tests.torture.starving import run_faults, run_faults_elsewhere


def test_writing(tmp_path: Path) -> None:
    """Calls of every kind fail in a session; everything is in the file at last, once told."""
    figures = run_faults(step=7, folder=tmp_path)

    assert figures.cases > 60


def test_making_reading_and_backing_up(tmp_path: Path) -> None:
    """Whichever call fails, there are whole files or none, and a sentence that says why."""
    assert run_faults_elsewhere(tmp_path) > 100
