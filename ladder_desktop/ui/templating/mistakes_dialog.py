"""The window that says why a template can't be used."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from ladder_desktop.errors import TemplateError
from ladder_desktop.ui.dialogs import keep_on_screen
from ladder_desktop.ui.templating.mistakes_list import MistakesList, mistakes_of
from ladder_desktop.widgets.boxes import Column
from ladder_desktop.widgets.buttons import PrimaryButton
from ladder_desktop.widgets.labels import Guidance, Title
from ladder_desktop.widgets.wrapping import WrappingLine
from ladder_desktop.words import Words

WIDTH, HEIGHT = 620, 420


class MistakesDialog(QDialog):
    """Lists every mistake of a template file, and leads to its preview.

    Attributes:
        list: the mistakes.
        copy: puts all of them on the clipboard.
        preview: opens the preview, which follows the file while it is mended.

    Signals:
        preview_asked: the person wants to mend the file with its preview beside it.
    """

    preview_asked = Signal(object)

    def __init__(
        self, path: Path, error: TemplateError, words: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(words("Mistakes in the template"))
        self.list = MistakesList(words)
        self.list.show_mistakes(error)
        column = Column(self, gap=12, margins=(24, 24, 24, 24))
        found = len(mistakes_of(error))
        column.addWidget(
            Title(
                words.plural(
                    "“{file}” has {number} mistake",
                    "“{file}” has {number} mistakes",
                    found,
                    file=path.name,
                )
            )
        )
        said = words("Mend the file in your editor and try it again. Nothing was changed here.")
        column.addWidget(Guidance(said))
        column.addWidget(self.list, 1)
        self.copy = QPushButton(words("Copy the list"))
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText(self.list.text()))
        self.preview = QPushButton(words("Preview while mending"))
        self.preview.clicked.connect(lambda: self._ask_preview(path))
        close = PrimaryButton(words("Close"))
        close.setDefault(True)
        close.clicked.connect(self.reject)
        foot = WrappingLine(is_headed=True)
        for button in (self.copy, self.preview, close):
            foot.addWidget(button)
        column.addLayout(foot)
        keep_on_screen(self, WIDTH, HEIGHT)

    def _ask_preview(self, path: Path) -> None:
        self.reject()
        self.preview_asked.emit(path)
