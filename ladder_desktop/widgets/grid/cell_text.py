"""Sets the text of a cell that has more than one look: light marks, and misspelt words."""

import re
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from ladder_desktop.widgets.grid.grid_model import PICTURE
from ladder_desktop.widgets.icons import icon
from ladder_desktop.widgets.note.note_marks import MarkLooks, may_have_marks
from ladder_desktop.widgets.note.spelt_box import units
from ladder_desktop.widgets.scale import px

LINE_END = "\u2028"
SIDE = 16  # px at 100 % of an icon
Look = QTextLayout.FormatRange


def marks_of(text: str) -> list[Look]:
    """Return how the light marks of a text look, as in a note."""
    return list(_marks(text))


def waves(places: Sequence[tuple[int, int]], colour: QColor) -> list[Look]:
    """Return wavy lines between places of a text, in Qt's units."""
    wave = QTextCharFormat()
    wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    wave.setUnderlineColor(colour)
    return [_look(start, end - start, wave) for start, end in places]


def paint(
    painter: QPainter, area: QRect, text: str, option: QTextOption, looks: Sequence[Look]
) -> None:
    """Paint a wrapped text with its looks, and an icon wherever a picture is told of."""
    layout, _height = _laid_out(text, painter.font(), option, area.width(), looks)
    layout.draw(painter, QPointF(area.topLeft()))
    if PICTURE in text:
        _paint_icons(painter, area, layout)


def height(text: str, font: QFont, option: QTextOption, width: int) -> float:
    """Return the height of a text with its marks that is wrapped at a width."""
    return _laid_out(text, font, option, width, marks_of(text))[1]


def _paint_icons(painter: QPainter, area: QRect, layout: QTextLayout) -> None:
    """Paint the icons of pictures into the room that the text leaves for them."""
    accent, side = QGuiApplication.palette().color(QPalette.ColorRole.Highlight), px(SIDE)
    drawn = icon("picture", accent, side, painter.device().devicePixelRatioF())
    for found in re.finditer(PICTURE, layout.text()):
        at = units(layout.text(), found.start())
        line = layout.lineForTextPosition(at)
        x = line.cursorToX(at)[0]  # type: ignore[index] # the stubs do not know of the pair
        is_mirrored = layout.textOption().textDirection() == Qt.LayoutDirection.RightToLeft
        left = round(x) - (side if is_mirrored else 0)
        top = round(line.y() + (line.height() - side) / 2)
        drawn.paint(painter, QRect(left, top, side, side).translated(area.topLeft()))


def _marks(text: str) -> Iterator[Look]:
    looks, start = MarkLooks(QGuiApplication.palette()), 0
    for line in text.split("\n"):
        if may_have_marks(line):
            for first, length, look in looks.of(line):
                yield _look(start + first, length, look)
        start += units(line, len(line)) + 1


def _look(start: int, length: int, style: QTextCharFormat) -> Look:
    part = Look()
    part.start, part.length, part.format = start, length, style
    return part


def _laid_out(
    text: str, font: QFont, option: QTextOption, width: int, looks: Sequence[Look]
) -> tuple[QTextLayout, float]:
    """Return a text set in lines, and its height."""
    layout = QTextLayout(text.replace("\n", LINE_END), font)
    layout.setTextOption(option)
    layout.setFormats(looks)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout, height
