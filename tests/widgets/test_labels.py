"""What is wrong is read out when it comes, and once."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ladder_desktop.widgets import labels
from ladder_desktop.widgets.labels import Trouble
from tests.on_screen import page_with


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what is read out."""
    heard: list[str] = []

    def announce(_control: QWidget, message: str) -> None:
        heard.append(message)

    monkeypatch.setattr(labels, "announce", announce)
    return heard


def test_trouble_is_read_out_as_soon_as_it_is_to_be_seen(qtbot: QtBot, heard: list[str]) -> None:
    """Hidden it says nothing, the same is not told twice, and what comes again is news again."""
    trouble = Trouble()
    page_with(qtbot, trouble)
    trouble.hide()

    trouble.setText("The stick is full.")
    before = list(heard)
    trouble.show()
    trouble.setText("The stick is full.")
    trouble.setText("The stick is gone.")
    trouble.hide()
    trouble.show()

    assert before == []
    assert heard == ["The stick is full.", "The stick is gone.", "The stick is gone."]


def test_a_list_that_is_read_anyway_is_not_read_out(qtbot: QtBot, heard: list[str]) -> None:
    """What a label is made with is no news."""
    page_with(qtbot, Trouble("There is no printer."))

    assert heard == []
