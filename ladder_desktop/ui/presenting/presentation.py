"""One question alone on the screen, large enough for a room."""

from itertools import pairwise

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ladder_desktop.ui.pages import Page
from ladder_desktop.widgets.block_editor import BlockEditor
from ladder_desktop.widgets.boxes import Column, Line
from ladder_desktop.widgets.card import Hairline
from ladder_desktop.widgets.directions import lead
from ladder_desktop.widgets.labels import Caption
from ladder_desktop.words import Words


class PresentedPage(Page):
    """The page of one question, as wide as its table would like to be."""

    def widest(self) -> int:
        """Return the width in px of what does not wrap."""
        editors = self.reading.findChildren(BlockEditor)
        return max((one.wanted_width() for one in editors), default=0)

    def _set_beyond(self, beyond: int) -> None:
        for editor in self.reading.findChildren(BlockEditor):
            editor.set_beyond(beyond)


class Presentation(QWidget):
    """What is seen in place of everything else while a question is presented.

    Attributes:
        previous: leads to the question before.
        next: leads to the next question.
        leave: leads back to the whole workbook.
        place: which question of how many is shown.

    Signals:
        turned: another question is wanted; carries by how many.
        left: everything is wanted back.
    """

    turned = Signal(int)
    left = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setAccessibleName(words("Present"))
        self.section = Caption()
        lead(self.section)
        self.page = PresentedPage(self)
        self.place = Caption()
        self.previous = self._button(words("Previous"), "Page Up")
        self.next = self._button(words("Next"), "Page Down")
        self.leave = self._button(words("Leave"), "Esc")
        self.previous.clicked.connect(lambda: self.turned.emit(-1))
        self.next.clicked.connect(lambda: self.turned.emit(1))
        self.leave.clicked.connect(self.left)
        self._build()

    def show_editor(self, editor: BlockEditor) -> None:
        """Show a block's own editor, in the middle of the screen where it is low."""
        self.page.column.insertWidget(1, editor)
        editor.show()
        self.page.fit_zoom()
        # here, because becoming a part of the window puts stops into another order
        for one, other in pairwise((self.previous, self.next, self.leave)):
            QWidget.setTabOrder(one, other)
        self.page.verticalScrollBar().setValue(0)

    def show_beginning(self) -> None:
        """Scroll to where the question begins, as long as the place to write at stays in sight."""
        focused, inside = self.focusWidget(), self.page.widget()
        if focused is None or inside is None or not inside.isAncestorOf(focused):
            return
        # some controls tell it in whole px, and some do not
        caret = QRectF(focused.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)).toRect()
        if focused.mapTo(inside, caret.bottomLeft()).y() < self.page.viewport().height():
            self.page.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Begin where the question begins once the window fills the screen."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self.show_beginning)

    def show_place(self, section: str, at: int, total: int) -> None:
        """Show where one is: the `at`-th question, from 1, of so many."""
        self.section.setText(section)
        self.place.setText(self._words("{number} of {total}", number=at, total=total))
        self.previous.setEnabled(at > 1)
        self.next.setEnabled(at < total)

    def _build(self) -> None:
        column = Column(self, gap=0)
        head = Line(gap=12, margins=(20, 8, 20, 4))
        head.addWidget(self.section, 1)
        head.addWidget(self.leave)
        column.addLayout(head)
        column.addWidget(self.page, 1)
        self.page.column.addStretch(1)
        self.page.column.addStretch(1)
        column.addWidget(Hairline())
        foot = Line(gap=12, margins=(20, 6, 20, 8))
        self.place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        foot.addWidget(self.previous)
        foot.addWidget(self.place, 1)
        foot.addWidget(self.next)
        column.addLayout(foot)

    def _button(self, text: str, key: str) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(self._words("{what} ({key})", what=text, key=key))
        return button
