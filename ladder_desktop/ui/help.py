"""Help and About."""

import platform

from PySide6.QtCore import QObject, qVersion
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QPushButton

from ladder_desktop import __version__
from ladder_desktop.ui.dialogs import fit_to_texts
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.widgets.boxes import Column, Line
from ladder_desktop.widgets.labels import Body, Caption, Guidance, Title
from ladder_desktop.widgets.scale import px

Native = QKeySequence.SequenceFormat.NativeText
WIDTH = 480


class Help(QObject):
    """Tells about the program."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._words = window.program.words

    def about(self) -> None:
        """Show what this program is, and where things lie."""
        words, program = self._words, self._window.program
        dialog, column = self._dialog(words("About Ladder Desktop"))
        column.addWidget(
            Body(
                words(
                    "Workbooks for workshops, filled in without internet, saved by themselves, and "
                    "printed well. Everything stays on this computer."
                )
            )
        )
        for label, text in (
            (
                words("Version"),
                f"{__version__} (Qt {qVersion()}, Python {platform.python_version()})",
            ),
            (words("New workbooks"), str(program.places.documents)),
            (words("Settings"), str(program.places.config)),
            (words("Licence"), words("MIT; parts of others keep theirs (Qt: LGPL 3)")),
        ):
            part = Column(gap=2)
            part.addWidget(Caption(label))
            part.addWidget(Body(text))
            column.addLayout(part)
        self._show(dialog, column)

    def keys(self) -> None:
        """Show the keys that save time."""
        words = self._words
        dialog, column = self._dialog(words("Keys"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(24))
        grid.setVerticalSpacing(px(8))
        for row, (keys, what) in enumerate(self._key_table()):
            shown = Caption(keys)
            shown.setWordWrap(False)
            grid.addWidget(shown, row, 0)
            grid.addWidget(Guidance(what), row, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        self._show(dialog, column)

    def _key_table(self) -> list[tuple[str, str]]:
        words = self._words

        def key(text: str) -> str:
            return QKeySequence(text).toString(Native)

        return [
            (key("Tab"), words("To the next box; Shift and Tab go back")),
            (f"{key('Ctrl+Tab')}, {key('Ctrl+1')}–9", words("To another section")),
            (key("Ctrl+Z"), words("Take back the newest change in this question")),
            (
                f"{key('Ctrl+B')}, {key('Ctrl+I')}, {key('Ctrl+K')}",
                words("Bold, italic, a link; a line that begins with “- ” or “1. ” is a list"),
            ),
            (key("Ctrl+F"), words("Find in questions and answers")),
            (key("Ctrl+L"), words("See what is left")),
            (key("Ctrl+D"), words("Name, school, workshop and date")),
            (key("Ctrl+P"), words("Print or export")),
            (
                f"{key('Ctrl++')}, {key('Ctrl+-')}, {key('Ctrl+0')}",
                words("Larger, smaller, as usual"),
            ),
        ]

    def _dialog(self, title: str) -> tuple[QDialog, Column]:
        dialog = QDialog(self._window)
        dialog.setWindowTitle(title)
        dialog.finished.connect(dialog.deleteLater)
        column = Column(dialog, gap=12, margins=(24, 24, 24, 24))
        column.addWidget(Title(title))
        return dialog, column

    def _show(self, dialog: QDialog, column: Column) -> None:
        line = Line()
        line.addStretch(1)
        close = QPushButton(self._words("Close"))
        close.clicked.connect(dialog.accept)
        line.addWidget(close)
        column.addLayout(line)
        fit_to_texts(dialog, column, WIDTH)
        dialog.open()
