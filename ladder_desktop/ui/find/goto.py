"""Ways through the open workbook: sections, details, what is left, find."""

from PySide6.QtCore import QObject

from ladder_desktop.ui.find.find_bar import FindBar
from ladder_desktop.ui.find.whats_left import WhatsLeft
from ladder_desktop.ui.main_window import MainWindow


class Goto(QObject):
    """Leads to places in the workbook of a window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._find: FindBar | None = None
        window.workbook_shown.connect(self._forget)

    def section(self, index: int) -> None:
        """Open a section by its number, counted from 0."""
        if (view := self._window.view) and index < len(view.section_titles()):
            view.open_section(index)
            view.focus_page()

    def section_title(self, index: int) -> str:
        """Return the title of a section for a menu; blank where there is none."""
        titles = self._window.view.section_titles() if self._window.view else []
        return titles[index].replace("&", "&&") if index < len(titles) else ""

    def next_section(self) -> None:
        """Open the next section."""
        if self._window.view:
            self._window.view.step(1)

    def previous_section(self) -> None:
        """Open the section before."""
        if self._window.view:
            self._window.view.step(-1)

    def details(self) -> None:
        """Show the details."""
        if self._window.view:
            self._window.view.show_details()

    def whats_left(self) -> None:
        """Show the list of what is left under its button."""
        view = self._window.view
        if view is None:
            return
        view.session.flush()
        words = self._window.program.words
        left = WhatsLeft(view.left_to_answer(), view.section_titles(), words, self._window)
        left.chosen.connect(view.show_question)
        left.show_under(view.header.left)

    def find(self) -> None:
        """Show the line to find with."""
        if bar := self._bar():
            bar.begin()

    def replace(self) -> None:
        """Show the line to find with, and the one to write instead."""
        if bar := self._bar():
            bar.begin_replacing()

    def place(self, block_id: str, wanted: str) -> None:
        """Go to a block, to the first place in it that holds a text."""
        view = self._window.view
        if view is None:
            return
        view.focus_block(block_id)
        if wanted and (bar := self._bar()):
            bar.begin_in(block_id, wanted)

    def find_next(self) -> None:
        """Go to the next place that was found."""
        if self._find:
            self._find.step(1)

    def find_previous(self) -> None:
        """Go to the place before."""
        if self._find:
            self._find.step(-1)

    def _bar(self) -> FindBar | None:
        view = self._window.view
        if view and self._find is None:
            self._find = FindBar(view, self._window.program.words)
            view.set_foot(self._find)
        return self._find

    def is_finding(self) -> bool:
        """Tell whether something was looked for."""
        return self._find is not None and bool(self._find.wanted())

    def _forget(self) -> None:
        self._find = None  # it went with the view under which it stood
