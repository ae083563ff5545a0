"""Taking things along: into the next round, or into another workbook."""

import datetime
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject

from ladder_desktop.errors import N_, LadderError
from ladder_desktop.paths import is_file, is_folder
from ladder_desktop.store.making import create
from ladder_desktop.ui.bringing.use_dialog import UseDialog
from ladder_desktop.ui.dialogs import ask, say_error
from ladder_desktop.ui.files import Files
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.naming import unused, workbook_name
from ladder_desktop.workbook.carry_over import offers
from ladder_desktop.workbook.next_round import carried_blocks, next_round
from ladder_desktop.workbook.workbook import Workbook

NEXT_ROUND = N_(
    "A new workbook opens in a window of its own. Your details and what goes on come along; the "
    "other questions are open again. This workbook stays as it is."
)


class Carrying(QObject):
    """What the Workbook menu does with a workbook that others follow."""

    def __init__(self, window: MainWindow, files: Files) -> None:
        super().__init__(window)
        self._window = window
        self._files = files
        self._words = window.program.words

    def can_start_round(self) -> bool:
        """Tell whether the template of the open workbook says what carries over."""
        opened = self._window.opened
        return opened is not None and bool(carried_blocks(opened.session.workbook.template))

    def start_round(self) -> None:
        """Make a new workbook with what carries over, beside this one, and open it."""
        workbook, words = self._workbook(), self._words
        if workbook is None:
            return
        answers = (words("Start it"), words("Cancel"))
        if ask(self._window, words("Start the next round?"), words(NEXT_ROUND), answers) != 0:
            return
        today = datetime.datetime.now().astimezone().date().isoformat()
        begun = next_round(workbook)
        details = msgspec.structs.replace(begun.details, date=today)
        try:
            path = self._unused(workbook_name(begun.template.title, details.name, today))
            create(path, msgspec.structs.replace(begun, details=details))
        except LadderError as error:
            say_error(self._window, error, self._words)
            return
        self._files.open(path)

    def can_use_elsewhere(self) -> bool:
        """Tell whether the open workbook holds something to use in another one."""
        opened = self._window.opened
        return opened is not None and bool(offers(opened.session.workbook))

    def use_elsewhere(self) -> None:
        """Ask what to use where, and put it there."""
        workbook = self._workbook()
        if workbook is None:
            return
        found = [Path(one.path) for one in self._files.recent()]
        dialog = UseDialog(
            offers(workbook),
            [path for path in found if is_file(path)],
            self._window.program.places.data,
            self._words,
            self._window,
        )
        dialog.put.connect(lambda path, _count: self._files.open(path))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _workbook(self) -> Workbook | None:
        """Return the open workbook with the last key in it."""
        opened = self._window.opened
        if opened is None:
            return None
        opened.session.flush()
        return opened.session.workbook

    def _unused(self, name: str) -> Path:
        opened = self._window.opened
        folder = self._window.program.documents()
        if opened is not None and is_folder(opened.session.path.parent):
            folder = opened.session.path.parent
        return unused(folder, name)
