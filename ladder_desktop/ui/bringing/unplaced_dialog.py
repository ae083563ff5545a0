"""The window that lists what of a filled document has no place in its workbook."""

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QPushButton, QWidget

from ladder_desktop.ui.dialogs import keep_on_screen
from ladder_desktop.widgets.boxes import Column
from ladder_desktop.widgets.buttons import PrimaryButton
from ladder_desktop.widgets.labels import Guidance, Title
from ladder_desktop.widgets.wrapping import WrappingLine
from ladder_desktop.words import Words

WIDTH, HEIGHT = 620, 420


class UnplacedDialog(QDialog):
    """Says what would be left out, and asks whether to go on; it can be copied from here.

    Attributes:
        list: what has no place, one line each.
        go_on: makes the workbook all the same.
    """

    def __init__(
        self, unplaced: Sequence[str], words: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(words("Answers of the filled document"))
        column = Column(self, gap=12, margins=(24, 24, 24, 24))
        column.addWidget(
            Title(
                words.plural(
                    "{number} text has no place in the template",
                    "{number} texts have no place in the template",
                    len(unplaced),
                )
            )
        )
        said = words("All else is brought in. Copy what you need and put it where it belongs.")
        column.addWidget(Guidance(said))
        self.list = QPlainTextEdit("\n".join(unplaced))
        self.list.setReadOnly(True)
        self.list.setTabChangesFocus(True)
        self.list.setAccessibleName(words("What has no place"))
        column.addWidget(self.list, 1)
        copy, cancel = QPushButton(words("Copy the list")), QPushButton(words("Cancel"))
        copy.clicked.connect(lambda: QApplication.clipboard().setText(self.list.toPlainText()))
        cancel.clicked.connect(self.reject)
        self.go_on = PrimaryButton(words("Make the workbook"))
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self.accept)
        foot = WrappingLine(is_headed=True)
        for button in (copy, cancel, self.go_on):
            foot.addWidget(button)
        column.addLayout(foot)
        keep_on_screen(self, WIDTH, HEIGHT)
