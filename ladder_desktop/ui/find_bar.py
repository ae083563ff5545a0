"""The line to find with, over the questions and answers of the whole workbook."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QWidget

from ladder_desktop.ui.finding import Frame, Hit, hits_on, show_hit
from ladder_desktop.ui.workbook_view import WorkbookView
from ladder_desktop.widgets.boxes import Column, Line
from ladder_desktop.widgets.buttons import QuietButton
from ladder_desktop.widgets.card import Hairline
from ladder_desktop.widgets.labels import Caption
from ladder_desktop.widgets.scale import px
from ladder_desktop.words import Words


class FindBar(QFrame):
    """Finds as one types; Enter goes on, Shift+Enter back, Escape closes.

    Attributes:
        line: what is looked for.
        count: which of how many places is shown.

    Signals:
        closed: the person is done with finding.
    """

    closed = Signal()

    def __init__(self, view: WorkbookView, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._words = words
        self._hits: list[Hit] = []
        self._at = -1
        self._frame: Frame | None = None
        column = Column(self, gap=0)
        column.addWidget(Hairline())
        row = Line(gap=8, margins=(20, 6, 20, 6))
        column.addLayout(row)
        self.line = QLineEdit()
        self.line.setPlaceholderText(words("Find in questions and answers"))
        self.line.setAccessibleName(words("Find in questions and answers"))
        self.line.setMaximumWidth(px(360))
        self.line.textChanged.connect(self._look)
        row.addWidget(self.line, 1)
        for text, do in (
            (words("Previous"), lambda: self.step(-1)),
            (words("Next"), lambda: self.step(1)),
        ):
            button = QPushButton(text)
            button.clicked.connect(do)
            row.addWidget(button)
        self.count = Caption()
        row.addWidget(self.count, 1)
        close = QuietButton(words("Done"))
        close.clicked.connect(self.end)
        row.addWidget(close)

    def wanted(self) -> str:
        """Return what is looked for."""
        return self.line.text()

    def begin(self) -> None:
        """Show the line, ready to type."""
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        if self.wanted():
            self._look()

    def end(self) -> None:
        """Go back to writing, at the place that was found."""
        self.hide()
        self._unmark()
        hit = self._hits[self._at] if 0 <= self._at < len(self._hits) else None
        if hit and hit.control.focusPolicy() != Qt.FocusPolicy.NoFocus:
            hit.control.setFocus()
        else:
            self._view.focus_page()
        self.closed.emit()

    def step(self, by: int) -> None:
        """Go on by one place, round at the ends; answers may have changed meanwhile."""
        at = self._at
        self._collect()
        if self._hits:
            self._show((at + by) % len(self._hits))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, back, or close."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)

    def _unmark(self) -> None:
        if self._frame:
            self._frame.deleteLater()
        self._frame = None

    def _look(self) -> None:
        self._collect()
        if self._hits:
            first = self._view.tabs.current()
            here = (at for at, hit in enumerate(self._hits) if hit.section >= first)
            self._show(next(here, 0))

    def _collect(self) -> None:
        self._at = -1
        self._hits = []
        if self.wanted():
            for index, page in enumerate(self._view.pages()):
                self._hits += hits_on(page, index, self.wanted())
        self.count.setText(self._words("Not found") if self.wanted() and not self._hits else "")

    def _show(self, at: int) -> None:
        self._at = at
        hit = self._hits[at]
        if hit.section != self._view.tabs.current():
            self._view.open_section(hit.section)
            self.line.setFocus()
        self._unmark()
        self._frame = show_hit(self._view.pages()[hit.section], hit)
        self.count.setText(self._words("{at} of {total}", at=at + 1, total=len(self._hits)))
