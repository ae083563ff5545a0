"""Rows of lists whose texts wrap, each in the order of its own language."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem

from ladder_desktop.widgets.directions import direction_of, leading
from ladder_desktop.widgets.scale import px

Index = QModelIndex | QPersistentModelIndex
ISOLATE, END = "\u2068", "\u2069"  # what stands between begins as its first letter does
AROUND, BETWEEN = 44, 14  # px at 100 % beside the text of a row, and over and under it


class WrappedRows(QStyledItemDelegate):
    """Paints the rows of a list, each in the order of its own language, and as high as it wraps."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        """Take direction and side of a row's text."""
        super().initStyleOption(option, index)
        option.direction = direction_of(option.text)
        option.displayAlignment = leading() | Qt.AlignmentFlag.AlignVCenter

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for all lines of a text; by itself a list has it for one of each."""
        size = super().sizeHint(option, index)
        view = self.parent()
        told = index.data(Qt.ItemDataRole.SizeHintRole) is not None
        if told or not isinstance(view, QListWidget) or not view.wordWrap():
            return size
        room = QRect(0, 0, max(view.viewport().width() - px(AROUND), px(AROUND)), 1 << 20)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        wrapped = option.fontMetrics.boundingRect(room, Qt.TextFlag.TextWordWrap.value, text)
        return QSize(0, max(size.height(), wrapped.height() + px(BETWEEN)))


class OrderedLines(QStyledItemDelegate):
    """Paints lines that have boxes to tick: those stay on their side, the texts in their order."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        """Take a text, between signs that keep it together where it runs the other way."""
        super().initStyleOption(option, index)
        if option.text and direction_of(option.text) != option.direction:
            option.text = f"{ISOLATE}{option.text}{END}"
