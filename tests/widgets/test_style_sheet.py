"""The style sheet is read wherever the program lies."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from ladder_desktop.paths import resources
from ladder_desktop.widgets import style_sheet
from ladder_desktop.widgets.colours import COLOURS


@pytest.mark.parametrize("folder", ["José Núñez", "å 漢字", "O'Neil (2)", 'say "a"'])
def test_pictures_are_found_under_any_name(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    """People's names stand in paths; Qt would warn, and dress nothing."""
    lies = tmp_path / folder
    shutil.copytree(resources() / "icons", lies / "icons")
    monkeypatch.setattr(style_sheet, "resources", lambda: lies)
    box = QComboBox()
    qtbot.add_widget(box)

    box.setStyleSheet(style_sheet.style_sheet(COLOURS["light"], int))
    box.show()

    assert (lies / "icons" / "fixed" / "arrow-down.svg").is_file()
    assert not box.grab().isNull()
