"""Texts that run the other way than the window does, such as English ones in an Arabic window."""

import unicodedata

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QTextOption
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QListWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ladder_desktop.widgets.scale import px

Index = QModelIndex | QPersistentModelIndex
Align, Direction = Qt.AlignmentFlag, Qt.LayoutDirection
LETTERS = {"L": Direction.LeftToRight, "R": Direction.RightToLeft, "AL": Direction.RightToLeft}
AROUND, BETWEEN = 44, 14  # px at 100 % beside the text of a row, and over and under it


def is_mirrored() -> bool:
    """Tell whether lines of the window begin at the right."""
    return QApplication.layoutDirection() == Direction.RightToLeft


def direction_of(text: str) -> Qt.LayoutDirection:
    """Return the direction of a text's first letter; that of the window where it has none."""
    kinds = (unicodedata.bidirectional(sign) for sign in text)
    return next(
        (LETTERS[kind] for kind in kinds if kind in LETTERS), QApplication.layoutDirection()
    )


def leading() -> Qt.AlignmentFlag:
    """Return the side where lines of the window begin, for a text of any direction."""
    return (Align.AlignRight if is_mirrored() else Align.AlignLeft) | Align.AlignAbsolute


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


class WrappedRows(QStyledItemDelegate):
    """Paints the rows of a list, each in the order of its own language, and as high as it wraps."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        """Take direction and side of a row's text."""
        super().initStyleOption(option, index)
        option.direction = direction_of(option.text)
        option.displayAlignment = leading() | Align.AlignVCenter

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for all lines of a text; by itself a list has it for one of each."""
        size = super().sizeHint(option, index)
        view = self.parent()
        if not isinstance(view, QListWidget) or not view.wordWrap():
            return size
        room = QRect(0, 0, max(view.viewport().width() - px(AROUND), px(AROUND)), 1 << 20)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        wrapped = option.fontMetrics.boundingRect(room, Qt.TextFlag.TextWordWrap.value, text)
        return QSize(size.width(), max(size.height(), wrapped.height() + px(BETWEEN)))
