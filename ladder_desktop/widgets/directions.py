"""Texts that run the other way than the window does, such as English ones in an Arabic window."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLabel, QStyledItemDelegate, QStyleOptionViewItem

ISOLATE, END = "\u2068", "\u2069"  # what stands between begins as its first letter does
Index = QModelIndex | QPersistentModelIndex
Align = Qt.AlignmentFlag


def is_mirrored() -> bool:
    """Tell whether lines of the window begin at the right."""
    return QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


def isolated(text: str) -> str:
    """Return a text to paint whose numbers and full stops stay where its own language has them.

    Painted as it is, it would be put in order as a part of the window's language.
    """
    if not text or (text.isascii() and not is_mirrored()):
        return text
    return "\n".join(f"{ISOLATE}{line}{END}" for line in text.split("\n"))


def lead(label: QLabel) -> None:
    """Have a name begin where lines of the window begin, as all beside it does.

    A label would set it against the side where its own language begins, as is right for prose.
    """
    side = Align.AlignRight if is_mirrored() else Align.AlignLeft
    label.setAlignment(side | Align.AlignAbsolute | Align.AlignVCenter)


class IsolatedRows(QStyledItemDelegate):
    """Paints each row of a list in the direction of its own text."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        """Take the text of a row."""
        super().initStyleOption(option, index)
        option.text = isolated(option.text)
