"""The QR code holds the link, with white around it, in every mode."""

import segno
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from ladder_desktop.widgets.qr_code import QUIET_ZONE, QrCode
from ladder_desktop.widgets.theme import Theme
from tests.conftest import PutOn

LINK = "https://forms.gle/m2SjNMVddTqGE7Pw5"


def modules_in(picture: QImage) -> list[list[bool]]:
    """Read the modules of a code back from a picture of it."""
    dark = [
        (x, y)
        for y in range(picture.height())
        for x in range(picture.width())
        if picture.pixelColor(x, y) == QColor("black")
    ]
    left, top = min(x for x, _ in dark), min(y for _, y in dark)
    right = max(x for x, _ in dark)
    count = len(segno.make(LINK, error="m", micro=False).matrix)
    side = (right - left + 1) // count
    return [
        [
            picture.pixelColor(left + x * side + side // 2, top + y * side + side // 2)
            == QColor("black")
            for x in range(count)
        ]
        for y in range(count)
    ]


def test_the_picture_is_the_code(qtbot: QtBot, put_on: PutOn) -> None:
    """What is painted is the code of the link, module by module, in the dark mode too."""
    put_on(Theme("dark"))
    code = QrCode(LINK, "QR code of the survey")
    qtbot.addWidget(code)

    code.resize(code.sizeHint())
    picture = code.grab().toImage()

    expected = segno.make(LINK, error="m", micro=False).matrix
    assert modules_in(picture) == [[bool(module) for module in row] for row in expected]
    assert picture.pixelColor(0, 0) == QColor("white")


def test_the_quiet_zone_is_wide_enough(qtbot: QtBot) -> None:
    """Four modules of white surround the code, as its standard asks for."""
    code = QrCode(LINK, "QR code of the survey")
    qtbot.addWidget(code)
    code.resize(code.sizeHint())

    picture = code.grab().toImage()
    side = code.width() // (len(code.modules()) + 2 * QUIET_ZONE)
    border = [
        picture.pixelColor(x, y) for x in range(picture.width()) for y in range(QUIET_ZONE * side)
    ]

    assert set(map(QColor.name, border)) == {"#ffffff"}
