"""The window that finds workbooks on this computer, and the backup copies the program made."""

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QPushButton, QWidget

from ladder_desktop.errors import LadderError
from ladder_desktop.paths import Places, make_folder
from ladder_desktop.store.backup import bring_back
from ladder_desktop.store.finding import Found, find_workbooks
from ladder_desktop.ui.dialogs import keep_on_screen
from ladder_desktop.ui.header import short_folder
from ladder_desktop.ui.launching import show_in_folder
from ladder_desktop.ui.naming import clean_name, unused
from ladder_desktop.ui.status import clock
from ladder_desktop.widgets.boxes import Column, Line
from ladder_desktop.widgets.buttons import LongButton, PrimaryButton
from ladder_desktop.widgets.labels import Guidance, Title, Trouble
from ladder_desktop.widgets.messenger import Messenger
from ladder_desktop.widgets.wrapped_rows import WrappedRows
from ladder_desktop.widgets.wrapping import WrappingLine
from ladder_desktop.words import Words

WIDTH, HEIGHT = 680, 560
PATIENCE = 60.0  # seconds that looking around may take


class FoundWorkbooks(QDialog):
    """Lists workbooks while they are found; the newest first, backup copies after them.

    Attributes:
        list: what was found.
        open_button: opens what is marked.

    Signals:
        ended: everything was looked through.
    """

    ended = Signal()

    def __init__(
        self,
        places: Places,
        words: Words,
        open_file: Callable[[Path], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._places = places
        self._words = words
        self._open_file = open_file
        self._stopped = threading.Event()
        self.setWindowTitle(words("Find workbooks on this computer"))
        self.state = Guidance(words("Looking through your folders…"))
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)  # wraps anew in another width
        self.list.setItemDelegate(WrappedRows(self.list))
        self.list.setAccessibleName(words("Workbooks and backup copies"))
        self.trouble = Trouble()
        self.open_button = PrimaryButton(words("Open"))
        self.folder = LongButton(words("Show in folder"))
        self._build()
        keep_on_screen(self, WIDTH, HEIGHT)
        self._tell_found = Messenger(self._add)
        self._tell_end = Messenger(self._on_end)
        self._thread = threading.Thread(target=self._look, name="finding", daemon=True)
        self._thread.start()

    def done(self, result: int) -> None:
        """Stop looking."""
        self._stopped.set()
        super().done(result)

    def _build(self) -> None:
        words = self._words
        column = Column(self, gap=12, margins=(24, 24, 24, 24))
        column.addWidget(Title(words("Find workbooks on this computer")))
        column.addWidget(self.state)
        column.addWidget(self.list, 1)
        column.addWidget(self.trouble)
        self.trouble.hide()
        foot, buttons = Line(gap=8), WrappingLine()
        close = QPushButton(words("Close"))
        close.clicked.connect(self.reject)
        foot.addWidget(self.folder)
        for button in (close, self.open_button):
            buttons.addWidget(button)
        foot.addLayout(buttons, 1)
        column.addLayout(foot)
        self.open_button.setDefault(True)
        self.open_button.clicked.connect(self._open)
        self.folder.clicked.connect(self._show_folder)
        self.list.itemActivated.connect(lambda _item: self._open())
        self.list.currentRowChanged.connect(lambda _row: self._on_marked())
        self._on_marked()

    def _look(self) -> None:
        """Look on a thread of its own; a slow disk must not hold up the window."""
        folders = (self._places.documents, Path.home())
        for found in find_workbooks(folders, self._places.data, PATIENCE):
            if self._stopped.is_set():
                return
            self._tell_found(found)
        if not self._stopped.is_set():
            self._tell_end()

    def _add(self, found: Found) -> None:
        if self._stopped.is_set():
            return
        row = QListWidgetItem(f"{self._name(found)}\n{self._about(found)}")
        row.setData(Qt.ItemDataRole.UserRole, found)
        self.list.insertItem(self._place_for(found), row)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def _place_for(self, found: Found) -> int:
        """Return where it goes: workbooks before backup copies, each newest first."""
        place = 0
        while place < self.list.count() and _order(self._at(place)) < _order(found):
            place += 1
        return place

    def _at(self, row: int) -> Found:
        found = self.list.item(row).data(Qt.ItemDataRole.UserRole)
        assert isinstance(found, Found)  # noqa: S101 - nothing else is ever put into the list
        return found

    def _name(self, found: Found) -> str:
        words = self._words
        if found.stored is None:
            return found.path.name
        name = found.stored.workbook.details.name or found.path.stem
        if found.is_backup:
            name = found.stored.workbook.details.name or found.stored.workbook.template.title
            return words("{name} (backup copy)", name=name)
        return name

    def _about(self, found: Found) -> str:
        if found.trouble:
            return found.trouble.worded(self._words)
        parts = []
        if found.stored:
            parts.append(found.stored.workbook.template.title)
            if found.stored.changed:
                local = found.stored.changed.astimezone()
                parts.append(f"{self._words.date(local.date())}, {clock(local)}")
        if not found.is_backup:
            parts.append(short_folder(found.path.parent))
        return " · ".join(parts)

    def _on_end(self) -> None:
        number = self.list.count()
        words = self._words
        self.state.setText(
            words.plural("{number} was found.", "{number} were found.", number)
            if number
            else words("No workbook was found in your folders.")
        )
        self.ended.emit()

    def _marked(self) -> Found | None:
        return self._at(self.list.currentRow()) if self.list.currentRow() >= 0 else None

    def _on_marked(self) -> None:
        found = self._marked()
        self.open_button.setEnabled(found is not None)
        self.folder.setEnabled(found is not None)
        is_backup = found is not None and found.is_backup
        self.open_button.setText(self._words("Bring it back") if is_backup else self._words("Open"))

    def _show_folder(self) -> None:
        if found := self._marked():
            show_in_folder(found.path)

    def _open(self) -> None:
        found = self._marked()
        if found is None:
            return
        try:
            path = self._brought_back(found) if found.is_backup else found.path
        except LadderError as error:
            self.trouble.setText(error.worded(self._words))
            self.trouble.show()
            return
        self.accept()
        self._open_file(path)

    def _brought_back(self, found: Found) -> Path:
        """Make a workbook of a backup copy, beside the person's other ones."""
        folder = self._places.documents
        make_folder(folder)
        title = clean_name(self._name(found)) or "backup"
        target = unused(folder, title)
        bring_back(found.path, target, self._places.data)
        return target


def _order(found: Found) -> tuple[bool, float, str]:
    changed = found.stored.changed if found.stored else None
    return found.is_backup, -(changed.timestamp() if changed else 0.0), str(found.path)
