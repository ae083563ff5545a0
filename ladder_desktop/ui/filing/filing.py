"""What a person can do with the file of the open workbook: rename, move, copy, look it up."""

from pathlib import Path

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ladder_desktop.errors import N_, LadderError, WorkbookFileError
from ladder_desktop.store.lock import Lock, claim
from ladder_desktop.store.making import create
from ladder_desktop.store.rescue import drop_rescue
from ladder_desktop.ui.dialogs import say_error
from ladder_desktop.ui.filing.copy_place import ask_for_place
from ladder_desktop.ui.filing.file_moves import copy_file, is_same_file, move_file
from ladder_desktop.ui.launching import show_in_folder
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.naming import SUFFIX, clean_name, unused, workbook_name
from ladder_desktop.ui.opening import Opened, writer_from
from ladder_desktop.ui.session import MakeWriter

PATIENCE = 5.0  # seconds to wait for a slow disk before a file is moved or copied


class Filing(QObject):
    """Handles the file of a window's workbook, which stays open meanwhile."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._words = window.program.words

    def rename(self) -> None:
        """Ask for another name."""
        if opened := self._window.opened:
            self._ask_for_name(opened, opened.session.path.stem)

    def rename_after_details(self) -> None:
        """Offer the name that template, person and date make."""
        if opened := self._window.opened:
            workbook = opened.session.workbook
            details = workbook.details
            name = workbook_name(workbook.template.title, details.name, details.date or "")
            self._ask_for_name(opened, name)

    def move(self) -> None:
        """Ask for another folder."""
        opened = self._window.opened
        if opened is None:
            return
        path = opened.session.path
        title = self._words("Move the workbook to another folder")
        chosen = QFileDialog.getExistingDirectory(self._window, title, str(path.parent))
        if chosen and Path(chosen) != path.parent:
            self._move(opened, Path(chosen) / path.name)

    def save_copy(self) -> None:
        """Ask where to, and put a copy there; the workbook stays as it is."""
        opened = self._window.opened
        if opened is None:
            return
        words, path = self._words, opened.session.path
        proposed = unused(path.parent, words("Copy of {name}", name=path.stem))
        title = words("Save a copy")
        if target := ask_for_place(self._window, title, proposed, words, replaces=True):
            self.copy_to(target)

    def copy_to(self, target: Path) -> bool:
        """Put a copy of the workbook somewhere, and tell whether it is there."""
        opened = self._window.opened
        if opened is None:
            return False
        try:
            if opened.session.read_only or opened.session.settle(PATIENCE):
                copy_file(opened.session.path, target)
            else:
                self._write_anew(opened, target)
                self._go_on_at(opened, target)
        except LadderError as error:
            say_error(self._window, error, self._words)
            return False
        return True

    def show_in_folder(self) -> None:
        """Show the file in the system's file manager."""
        if opened := self._window.opened:
            show_in_folder(opened.session.path)

    def _ask_for_name(self, opened: Opened, proposed: str) -> None:
        # a file is seldom renamed
        from ladder_desktop.ui.filing.name_dialog import NameDialog  # noqa: PLC0415

        dialog = NameDialog(proposed, self._words, self._window)
        dialog.named.connect(lambda text: self._rename(opened, text))
        dialog.open()

    def _rename(self, opened: Opened, text: str) -> None:
        name = clean_name(text.removesuffix(SUFFIX))
        path = opened.session.path
        if name and name != path.stem:
            self._move(opened, path.with_name(f"{name}{SUFFIX}"))

    def _move(self, opened: Opened, target: Path) -> None:
        source = opened.session.path
        try:
            self._settle(opened)
            lock = self._moved(opened, target)
        except LadderError as error:
            say_error(self._window, error, self._words)
            opened.session.relocate(source, self._writer(opened))
            return
        opened.session.relocate(target, self._writer(opened))
        self._window.take_over(msgspec.structs.replace(opened, lock=lock))
        self._window.program.settings.change(lambda kept: kept.moved(str(source), str(target)))

    def _moved(self, opened: Opened, target: Path) -> Lock | None:
        """Move the closed file, and return the claim on it at its new place."""
        source = opened.session.path
        if is_same_file(source, target):  # only the case of its letters changes
            move_file(source, target)
            return opened.lock
        lock = claim(target, self._window.program.places.data)
        try:
            move_file(source, target)
        except LadderError:
            if lock:
                lock.release()
            raise
        if opened.lock:
            opened.lock.release()
        return lock

    def _write_anew(self, opened: Opened, target: Path) -> None:
        """Make a new file of what is in memory: the old one can't take it just now."""
        target.unlink(missing_ok=True)  # the dialog asked before it gave an existing name
        create(target, opened.session.workbook)

    def _go_on_at(self, opened: Opened, target: Path) -> None:
        """Go on with a file that holds everything, in place of one that can't be written."""
        lock = claim(target, self._window.program.places.data)
        former = opened.session.path
        opened.session.abandon()
        drop_rescue(former, self._window.program.places.rescues)
        if opened.lock:
            opened.lock.release()
        opened.session.relocate(target, self._writer(opened))
        self._window.take_over(msgspec.structs.replace(opened, lock=lock))

    def _writer(self, opened: Opened) -> MakeWriter:
        session, places = opened.session, self._window.program.places
        return writer_from(None, places.data, places.rescues, lambda: session.workbook)

    def _settle(self, opened: Opened) -> None:
        """Close the file, so that it can be moved.

        Raises:
            WorkbookFileError: something is not yet saved.
        """
        if not opened.session.close(PATIENCE):
            raise WorkbookFileError(
                N_("“{file}” can't be moved before everything is saved. Try it again in a moment."),
                file=opened.session.path.name,
            )
