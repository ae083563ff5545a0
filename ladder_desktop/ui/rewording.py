"""Says everything in the window anew when the interface speaks another language."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog

from ladder_desktop.ui.menu_plan import Doers, file_lines, lines
from ladder_desktop.ui.menus import Menus
from ladder_desktop.ui.start_page.greeting import greet
from ladder_desktop.ui.start_page.start_page import StartPage


class Rewording(QObject):
    """Fills what is worded once, and fills it again in every language that is chosen."""

    def __init__(self, doers: Doers) -> None:
        super().__init__(doers.window)
        self._doers = doers
        self._menus = Menus()
        # a choice in the settings closes its list first
        queued = Qt.ConnectionType.QueuedConnection
        doers.window.program.language.changed.connect(self._reword, queued)

    def fill(self) -> None:
        """Fill the menus, and give the start page what it is there for."""
        doers = self._doers
        for name, plan in lines(doers).items():
            self._menus.fill(doers.window.menus[name], plan)
        self._menus.fill(doers.window.file_menu, file_lines(doers))
        self._serve_start_page()

    def _reword(self) -> None:
        doers = self._doers
        if doers.window.isHidden():
            return  # it was closed meanwhile
        waiting = self._put_away()
        self._menus.clear()
        doers.formatting.reword()
        if doers.window.opened is None:
            doers.window.show_page(StartPage(doers.window.program))
        doers.window.reword()
        self.fill()
        for ask in waiting:
            ask()

    def _serve_start_page(self) -> None:
        doers, page = self._doers, self._doers.window.page
        if isinstance(page, StartPage):
            doers.files.serve(page)
            page.sample_asked.connect(doers.help.try_sample)
            doers.workshops.furnish(page)
            doers.templating.furnish(page)
            doers.searching.serve(page)
            page.focus_first()
            greet(page, doers.window.program, doers.files.open)

    def _put_away(self) -> list[Callable[[], object]]:
        """Close the windows over this one, and return what opens those again that stay."""
        # two windows that most sessions never open
        from ladder_desktop.ui.help.help_window import HelpWindow  # noqa: PLC0415
        from ladder_desktop.ui.settings.settings_dialog import SettingsDialog  # noqa: PLC0415

        doers = self._doers
        waiting: list[Callable[[], object]] = []
        for dialog in doers.window.findChildren(QDialog):
            if dialog.isVisible():
                if isinstance(dialog, SettingsDialog):
                    waiting.append(doers.preferring.ask)
                elif isinstance(dialog, HelpWindow):
                    waiting.append(partial(doers.help.show_page, dialog.objectName()))
                dialog.close()
                dialog.deleteLater()
        return waiting
