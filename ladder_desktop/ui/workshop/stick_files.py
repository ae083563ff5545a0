"""The list of files that a stick is to hold."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QListWidget, QPushButton

from ladder_desktop.stick.contents import KINDS, check_content
from ladder_desktop.stick.names import StickError
from ladder_desktop.widgets.boxes import Column
from ladder_desktop.widgets.buttons import LongButton
from ladder_desktop.widgets.labels import Caption
from ladder_desktop.widgets.scale import px
from ladder_desktop.widgets.wrapping import WrappingLine
from ladder_desktop.words import Words

LIST_HEIGHT = 118


class StickFiles(Column):
    """A list that takes files that a stick may hold, and gives them up again.

    Attributes:
        files: those on the list.
        listed: the list.

    Signals:
        taken: a file was put on the list.
        refused: a stick may not hold a file; carries the StickError.
    """

    taken = Signal()
    refused = Signal(object)

    def __init__(self, words: Words, begin: Path) -> None:
        """Begin with none.

        Args:
            words: the words of the interface.
            begin: the folder where the first is looked for.
        """
        super().__init__(gap=4)
        self._words = words
        self._begin = begin
        self.files: list[Path] = []
        self.listed = QListWidget()
        self.listed.setAccessibleName(words("Files to read without internet"))
        self.listed.setFixedHeight(px(LIST_HEIGHT))
        self.addWidget(Caption(words("Files to read without internet")))
        self.addWidget(self.listed)
        self._build_foot()
        self.addStretch(1)

    def _build_foot(self) -> None:
        foot = WrappingLine()
        self.addLayout(foot)
        add = LongButton(self._words("Add files…"))
        add.clicked.connect(self._choose)
        remove = QPushButton(self._words("Remove"))
        remove.clicked.connect(self._remove)
        remove.setEnabled(False)
        self.listed.currentRowChanged.connect(lambda row: remove.setEnabled(row >= 0))
        foot.addWidget(add)
        foot.addWidget(remove)

    def add(self, path: Path) -> None:
        """Put a file on the list, if a stick may hold it."""
        try:
            check_content(path)
        except StickError as error:
            self.refused.emit(error)
            return
        self.files.append(path)
        self.listed.addItem(path.name)
        self.listed.setCurrentRow(self.listed.count() - 1)
        self.taken.emit()

    def _choose(self) -> None:
        kinds = " ".join(f"*{kind}" for kind in KINDS)
        title = self._words("Files to read without internet")
        begin = self.files[-1].parent if self.files else self._begin
        chosen, _filter = QFileDialog.getOpenFileNames(
            self.listed.window(), title, str(begin), f"({kinds})"
        )
        for path in chosen:
            self.add(Path(path))

    def _remove(self) -> None:
        row = self.listed.currentRow()
        if row >= 0:
            self.listed.takeItem(row)
            del self.files[row]
