"""Every icon is drawn, in the colour it is asked for."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from ladder_desktop.paths import resources
from ladder_desktop.widgets.icons import icon

NAMES = sorted(path.stem for path in (resources() / "icons").glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_sharp_in_any_colour(name: str, qtbot: QtBot) -> None:
    """An icon is drawn with as many dots as the screen has, in the one colour given."""
    picture = icon(name, QColor("#0b6b69"), 18, 3.0).pixmap(QSize(18, 18), 3.0).toImage()

    drawn = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    }

    assert "currentColor" in (resources() / "icons" / f"{name}.svg").read_text("utf-8")
    assert drawn == {"#0b6b69"}
