"""Sets the text of a cell that has more than one look."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

Place = tuple[int, int]
LINE_END = "\u2028"


def paint_misspelt(  # noqa: PLR0917 - what a text is painted with
    painter: QPainter,
    area: QRect,
    text: str,
    option: QTextOption,
    places: Sequence[Place],
    wave: QColor,
) -> None:
    """Paint a wrapped text with wavy lines between some places, in Qt's units."""
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    look.setUnderlineColor(wave)
    formats = []
    for start, end in places:
        part = QTextLayout.FormatRange()
        part.start, part.length, part.format = start, end - start, look
        formats.append(part)
    layout = _laid_out(text, painter.font(), option, area.width(), formats)
    layout.draw(painter, QPointF(area.topLeft()))


def _laid_out(
    text: str,
    font: QFont,
    option: QTextOption,
    width: int,
    formats: Sequence[QTextLayout.FormatRange],
) -> QTextLayout:
    layout = QTextLayout(text.replace("\n", LINE_END), font)
    layout.setTextOption(option)
    layout.setFormats(formats)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout
