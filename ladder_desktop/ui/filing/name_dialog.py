"""The small window that asks for another name of the workbook's file."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QWidget

from ladder_desktop.ui.dialogs import fit_to_texts
from ladder_desktop.widgets.boxes import Column
from ladder_desktop.widgets.buttons import PrimaryButton
from ladder_desktop.widgets.labels import Caption, Title
from ladder_desktop.widgets.wrapping import WrappingLine
from ladder_desktop.words import Words

WIDTH = 520


class NameDialog(QDialog):
    """Asks what the file is to be called, with all of a proposal marked.

    Attributes:
        name: the line with the name.
        rename: does it.

    Signals:
        named: the file is to be called so; carries the name.
    """

    named = Signal(str)

    def __init__(self, proposed: str, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(words("Rename the workbook"))
        self.finished.connect(self.deleteLater)
        column = self._column = Column(self, gap=18, margins=(24, 20, 24, 20))
        column.addWidget(Title(words("Rename the workbook")))
        field = Column(gap=4)
        column.addLayout(field)
        label = words("Name of the file")
        field.addWidget(Caption(label))
        self.name = QLineEdit(proposed)
        self.name.setAccessibleName(label)
        self.name.selectAll()
        field.addWidget(self.name)
        foot = WrappingLine()
        column.addLayout(foot)
        cancel = QPushButton(words("Cancel"))
        cancel.clicked.connect(self.reject)
        foot.addWidget(cancel)
        self.rename = PrimaryButton(words("Rename"))
        self.rename.setDefault(True)
        self.rename.clicked.connect(self._rename)
        foot.addWidget(self.rename)
        self.name.textChanged.connect(self._on_changed)
        self._on_changed()
        fit_to_texts(self, column, WIDTH)
        self.name.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the window, now that its parts have their fonts and margins."""
        super().showEvent(event)
        fit_to_texts(self, self._column, WIDTH)

    def _on_changed(self) -> None:
        self.rename.setEnabled(bool(self.name.text().strip()))

    def _rename(self) -> None:
        self.accept()
        self.named.emit(self.name.text())
