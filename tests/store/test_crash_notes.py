"""A report of a bug helps a developer and tells nothing of what was written."""

from pathlib import Path

from ladder_desktop.store.crash_notes import keep_report, report


def _fail(answer: str) -> None:
    try:
        dict[str, str]()[answer]
    except KeyError as error:
        raise ValueError(answer) from error


def test_report() -> None:
    """It names types and places, never messages."""
    try:
        _fail("My secret answer")
    except ValueError as error:
        text = report(error, "1.2")

    assert "Ladder Desktop 1.2" in text
    assert "ValueError" in text
    assert "KeyError" in text
    assert "test_crash_notes.py" in text
    assert "in _fail" in text
    assert "secret" not in text
    assert str(Path.home()) not in text


def test_reports_are_kept(tmp_path: Path) -> None:
    """The newest twenty stay."""
    for number in range(25):
        keep_report(f"report {number}", tmp_path)

    kept = sorted((tmp_path / "reports").iterdir())

    assert [one.read_text() for one in kept] == [f"report {n}" for n in range(5, 25)]
