"""The small windows that ask for a name."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QWidget

from ladder_desktop.ui.dialogs import fit_to_texts
from ladder_desktop.widgets.boxes import Column
from ladder_desktop.widgets.buttons import PrimaryButton
from ladder_desktop.widgets.labels import Caption, Title
from ladder_desktop.widgets.wrapping import WrappingLine
from ladder_desktop.words import Words

WIDTH = 560


class NamingDialog(QDialog):
    """Asks for a name; blanks alone are none.

    Attributes:
        name: the line with the name.
        take: takes it.

    Signals:
        named: it is to be called so; carries the name.
    """

    named = Signal(str)

    def __init__(
        self, title: str, name: QLineEdit, words: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.name = name
        self._words = words
        self.setWindowTitle(title)
        self.finished.connect(self.deleteLater)
        self._column = Column(self, gap=12, margins=(24, 24, 24, 24))
        self._column.addWidget(Title(title))

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the window, now that its parts have their fonts and margins."""
        super().showEvent(event)
        fit_to_texts(self, self._column, WIDTH)

    def _add_line(self, label: str) -> None:
        """Put the line below what is there."""
        field = Column(gap=4)
        self._column.addLayout(field)
        field.addWidget(Caption(label))
        field.addWidget(self.name)

    def _add_foot(self, take: str) -> None:
        """End the window with its buttons."""
        foot = WrappingLine()
        self._column.addLayout(foot)
        cancel = QPushButton(self._words("Cancel"))
        cancel.clicked.connect(self.reject)
        foot.addWidget(cancel)
        self.take = PrimaryButton(take)
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        foot.addWidget(self.take)
        self.name.textChanged.connect(self._on_changed)
        self._on_changed()
        fit_to_texts(self, self._column, WIDTH)
        self.name.setFocus()

    def _on_changed(self) -> None:
        self.take.setEnabled(bool(self.name.text().strip()))

    def _take(self) -> None:
        self.accept()
        self.named.emit(self.name.text().strip())
