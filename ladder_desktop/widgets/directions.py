"""Texts that run the other way than the window does, such as English ones in an Arabic window."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QTextOption
from PySide6.QtWidgets import QApplication, QLabel

Align, Direction = Qt.AlignmentFlag, Qt.LayoutDirection
LETTERS = {"L": Direction.LeftToRight, "R": Direction.RightToLeft, "AL": Direction.RightToLeft}


def is_mirrored() -> bool:
    """Tell whether lines of the window begin at the right."""
    return QApplication.layoutDirection() == Direction.RightToLeft


def direction_of(text: str) -> Qt.LayoutDirection:
    """Return the direction of a text's first letter; that of the window where it has none."""
    kinds = (kind_of(sign) for sign in text)
    return next(
        (LETTERS[kind] for kind in kinds if kind in LETTERS), QApplication.layoutDirection()
    )


def kind_of(sign: str) -> str:
    """Return the bidirectional class of a sign; of English ones only whether they are letters."""
    if sign.isascii():
        return "L" if sign.isalpha() else ""
    # a megabyte of knowledge, which many windows never need
    import unicodedata  # noqa: PLC0415

    return unicodedata.bidirectional(sign)


def placed(area: QRect, around: QRect) -> QRect:
    """Return an area inside another as it lies where lines of the window begin.

    `QStyle.visualRect` does the same, and has PySide get hundreds of names ready with it.
    """
    if not is_mirrored():
        return area
    left = around.left() + around.right() - area.right()
    return QRect(left, area.top(), area.width(), area.height())


def leading() -> Qt.AlignmentFlag:
    """Return the side where lines of the window begin, for a text of any direction."""
    return (Align.AlignRight if is_mirrored() else Align.AlignLeft) | Align.AlignAbsolute


def trailing() -> Qt.AlignmentFlag:
    """Return the other side, where figures end."""
    return (Align.AlignLeft if is_mirrored() else Align.AlignRight) | Align.AlignAbsolute


def paint_text(
    painter: QPainter,
    area: QRect,
    text: str,
    *,
    wraps: bool = False,
    at: Qt.AlignmentFlag = Align.AlignVCenter,
) -> None:
    """Paint a text from where lines of the window begin, in the order of its own language.

    In that of the window, its numbers and full stops would stand where they don't belong.
    """
    option = QTextOption(leading() | at)
    option.setTextDirection(direction_of(text))
    option.setWrapMode(QTextOption.WrapMode.WordWrap if wraps else QTextOption.WrapMode.NoWrap)
    painter.drawText(QRectF(area), text, option)


def lead(label: QLabel) -> None:
    """Have a name begin where lines of the window begin, as all beside it does.

    A label would set it against the side where its own language begins, as is right for prose.
    """
    label.setAlignment(leading() | Align.AlignVCenter)
