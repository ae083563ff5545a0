"""The list of questions that wait for an answer; choosing one leads there."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QPushButton, QWidget

from ladder_desktop.ui.dialogs import room_on_screen
from ladder_desktop.widgets.boxes import Column
from ladder_desktop.widgets.scale import px
from ladder_desktop.widgets.wrapped_rows import WrappedRows
from ladder_desktop.words import Words

WIDTH, MOST_HEIGHT, LEAST_HEIGHT = 420, 460, 60
Left = tuple[int, str, str, str]  # section, block, item, text


class WhatsLeft(QFrame):
    """A list under its button, by section; Enter or a click jumps, Escape closes.

    Signals:
        chosen: the person wants to answer a question; carries section, block and item.
    """

    chosen = Signal(int, str, str)

    def __init__(
        self, left: Sequence[Left], sections: Sequence[str], words: Words, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = Column(self, gap=0, margins=(4, 4, 4, 4))
        self.list = QListWidget()
        self.list.setItemDelegate(WrappedRows(self.list))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(words("What's left to answer"))
        column.addWidget(self.list)
        self._fill(left, sections, words)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)

    def show_under(self, button: QPushButton) -> None:
        """Show the list under its button, as high as it needs to be."""
        rows = range(self.list.count())
        room = room_on_screen(self)
        self.list.setFixedWidth(min(px(WIDTH), room.width()))
        wanted = sum(self.list.sizeHintForRow(row) for row in rows) + px(24)
        self.list.setFixedHeight(min(max(wanted, px(LEAST_HEIGHT)), px(MOST_HEIGHT), room.height()))
        self.adjustSize()
        beyond = 0 if self.isRightToLeft() else button.width() - self.width()
        corner = button.mapToGlobal(QPoint(beyond, button.height() + px(4)))
        # a list in large print must not reach beyond the screen
        screen = self.screen().availableGeometry()
        corner.setX(max(screen.left(), min(corner.x(), screen.right() + 1 - self.width())))
        corner.setY(max(screen.top(), min(corner.y(), screen.bottom() + 1 - self.height())))
        self.move(corner)
        self.show()
        self.list.setFocus()

    def _fill(self, left: Sequence[Left], sections: Sequence[str], words: Words) -> None:
        shown = -1
        for section, block, item, text in left:
            if section != shown:
                self._add_heading(sections[section])
                shown = section
            row = QListWidgetItem(text)
            row.setData(Qt.ItemDataRole.UserRole, (section, block, item))
            row.setSizeHint(self._size(text))
            self.list.addItem(row)
        if not left:
            self._add_heading(words("Every question has an answer."))
        first = 1 if left else 0
        self.list.setCurrentRow(first)

    def _add_heading(self, text: str) -> None:
        row = QListWidgetItem(text)
        row.setFlags(Qt.ItemFlag.NoItemFlags)
        font = QFont(self.list.font())
        font.setWeight(QFont.Weight.DemiBold)
        row.setFont(font)
        self.list.addItem(row)

    def _size(self, text: str) -> QSize:
        """Return the room for a wrapped question; the view would show one line of it."""
        width = min(px(WIDTH), room_on_screen(self).width()) - px(56)
        wrap = Qt.TextFlag.TextWordWrap.value
        box = self.list.fontMetrics().boundingRect(0, 0, width, 10_000, wrap, text)
        return QSize(width, box.height() + px(14))

    def _choose(self, row: QListWidgetItem) -> None:
        if target := row.data(Qt.ItemDataRole.UserRole):
            self.close()
            self.chosen.emit(*target)
